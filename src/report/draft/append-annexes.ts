/** The consolidated forms behind the draft, in its own syntax: an office may leave one out or put them in another order. */
import { writeAnnex } from "../../writers/draft/blocks.js";
import { type AnnexTable, annexInDocument } from "../annexes/index.js";
import type { Figures } from "../totals/index.js";
import type { DraftFigure, ReportDraft } from "./index.js";

/** Bindings of a table that stand in the document: those of totals and areas. */
function* boundCells({ rows }: AnnexTable): Generator<{ readonly binding: string; readonly printed: string }> {
  for (const { kind, cells } of rows) {
    if (kind === "unit") continue;
    for (const cell of cells) {
      if (cell.kind === "figure" && cell.binding !== undefined) yield { binding: cell.binding, printed: cell.printed };
      else if (cell.kind === "text" && cell.binding !== undefined) yield { binding: cell.binding, printed: cell.text };
    }
  }
}

/** Figures of the draft and of its annexes, each once. */
function join(known: readonly DraftFigure[], tables: readonly AnnexTable[], figures: Figures): readonly DraftFigure[] {
  const found = new Map(known.map((each) => [each.figure.binding, each]));
  for (const { binding, printed } of tables.flatMap((table) => [...boundCells(table)])) {
    const earlier = found.get(binding);
    const figure = earlier?.figure ?? figures.resolve(binding).figure;
    if (figure === undefined) throw new Error(`an annex binds ${binding}, which nothing answers`);
    const words = [...new Set([...(earlier?.printed ?? []), printed])];
    found.set(binding, { figure, printed: words, times: (earlier?.times ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The draft with its annexes, numbered when there are several. */
export function appendAnnexes(draft: ReportDraft, tables: readonly AnnexTable[], figures: Figures): ReportDraft {
  const blocks = tables.flatMap((table, index) =>
    writeAnnex(annexInDocument(table, tables.length === 1 ? "Phụ lục" : `Phụ lục ${index + 1}`)),
  );
  const body = `${draft.text.trimEnd()}\n`;
  return {
    text: [body, ...blocks.map((block) => `\n${block}\n`)].join(""),
    figures: join(draft.figures, tables, figures),
  };
}
