/**
 * Figures of units in the consolidated forms of a draft. The draft binds those of totals and areas only, since a binding is
 * a bookmark in the DOCX; on the page every figure can be asked.
 */
import type { Document } from "../../model/document.js";
import type { Inline, Inlines } from "../../model/inline.js";
import type { Cell, Table } from "../../model/table.js";
import { type AnnexTable, annexModelTable } from "../annexes/index.js";

const textOf = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");
const wordsOf = ({ paragraphs }: Cell): string => paragraphs.map(textOf).join("\n");

/** Ordinal and name at the head of a row. */
const ROW_HEAD = 2;

/** What stays of a form when its figures change: heads, and the names of its rows. */
const shapeOf = ({ rows, headerRows }: Table): string =>
  JSON.stringify(rows.map((row, index) => (index < headerRows ? row : row.slice(0, ROW_HEAD)).map(wordsOf)));

/** A cell of the draft with the binding of the form's; what the draft prints stays. */
function bindCell(drafted: Cell, form: Cell | undefined): Cell {
  const [[only, ...others] = [], ...more] = drafted.paragraphs;
  const figure = form?.paragraphs
    .flat()
    .find((inline): inline is Inline & { kind: "figure" } => inline.kind === "figure");
  if (figure === undefined || only?.kind !== "text" || others.length > 0 || more.length > 0) return drafted;
  return { ...drafted, paragraphs: [[{ ...only, kind: "figure", binding: figure.binding }]] };
}

/** A document in which the forms that it still has are bound in every row. */
export function bindAnnexes(document: Document, annexes: readonly AnnexTable[]): Document {
  const forms = new Map(
    annexes.map((annex) => {
      const table = annexModelTable(annex, { bind: "all" });
      return [shapeOf(table), table] as const;
    }),
  );
  const bind = (table: Table): Table => {
    const form = forms.get(shapeOf(table));
    if (form === undefined) return table;
    return {
      ...table,
      rows: table.rows.map((row, index) =>
        index < table.headerRows ? row : row.map((cell, at) => bindCell(cell, form.rows[index]?.[at])),
      ),
    };
  };
  return {
    ...document,
    annexes: document.annexes.map((annex) => ({
      ...annex,
      blocks: annex.blocks.map((block) => (block.kind === "table" ? { ...block, table: bind(block.table) } : block)),
    })),
  };
}
