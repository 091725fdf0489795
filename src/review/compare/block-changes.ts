/** What changed in a block that both versions have. */
import {
  type FlowBlock,
  type FlowCell,
  type FlowParagraph,
  type FlowRow,
  type FlowText,
  textOfBlock,
} from "../flow/flow.js";
import { readMark } from "../flow/mark.js";
import { type Change, type ChangeKind, type ChangePlace, type FigureChange, GROUP_OF, type Stretch } from "./change.js";
import type { FormulaComparer } from "./formulas.js";
import { columnsByHead, pairCells } from "./pair-cells.js";
import { compareTexts, type FoundFigure, figuresIn, sentenceAt } from "./word-changes.js";

/** `B7:E7`, of a row of a workbook. */
function addressesOf(block: FlowBlock): string | undefined {
  if (block.kind !== "row") return undefined;
  const [first, last] = [block.cells[0]?.address, block.cells.at(-1)?.address];
  return first === last ? first : `${first}:${last}`;
}

/** The address of an emptied cell: its column as in the other version, its row as of its neighbours. */
function addressBeside({ cells }: FlowRow, other: FlowCell | undefined): string | undefined {
  const row = /\d+$/u.exec(cells.find(({ address }) => address !== undefined)?.address ?? "")?.[0];
  const letters = /^[A-Z]+/u.exec(other?.address ?? "")?.[0];
  return row === undefined || letters === undefined ? undefined : `${letters}${row}`;
}

/** The place of a block as it is told. */
export function placeOfBlock(block: FlowBlock, cell = addressesOf(block)): ChangePlace {
  const { section, page, table, sheet, part, anchor } = block.place;
  return {
    ...(section === undefined ? {} : { section }),
    ...(page === undefined ? {} : { page }),
    ...(table === undefined ? {} : { table }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
    ...(part === undefined ? {} : { part }),
    ...(anchor === undefined ? {} : { anchor }),
  };
}

/** Longest text of a row that names it. */
const LONGEST_LABEL = 80;

/** What a row is about: its first cell that is no figure. */
function labelOf(row: FlowRow): string | undefined {
  const first = row.cells.length > 1 ? row.cells[0] : undefined;
  const cell = row.cells.find(({ text }) => /\p{L}{2}/u.test(text)) ?? first;
  if (cell === undefined) return row.ordinal;
  return cell.text.length <= LONGEST_LABEL ? cell.text : `${cell.text.slice(0, LONGEST_LABEL).trimEnd()}…`;
}

/** The figures of a block that only one version has; the mark or the running number before it is none. */
export function figuresOf(block: FlowBlock, side: "old" | "new"): FigureChange[] {
  if (block.kind !== "row") return figuresIn(block.text.slice(readMark(block.text).from), side);
  const row = labelOf(block);
  return block.cells.flatMap(({ text, column }) => {
    const head = block.heads.get(column);
    return figuresIn(text, side).map((figure) => ({
      ...figure,
      ...(row === undefined ? {} : { row }),
      ...(head === undefined ? {} : { column: head }),
    }));
  });
}

/** Whether any figure stands in a block. */
export const holdsFigures = (block: FlowBlock): boolean => figuresOf(block, "new").length > 0;

/** Figures as a change holds them. */
export const withFigures = (figures: readonly FigureChange[]): Pick<Change, "figures"> =>
  figures.length === 0 ? {} : { figures: [...figures] };

type WithoutPlaces = Omit<FoundFigure, "oldAt" | "newAt">;
const withoutPlaces = ({ oldAt: _old, newAt: _new, ...figure }: FoundFigure): WithoutPlaces => figure;

/** Leaves a mark that both versions have out of the comparison, and says so when it differs. */
function compareParagraphs(old: FlowParagraph, neu: FlowParagraph): Change[] {
  const [oldMark, newMark] = [readMark(old.text), readMark(neu.text)];
  const rest = (block: FlowParagraph, from: number) => ({
    text: block.text.slice(from),
    bound: (block.bound ?? []).map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
  });
  const [oldText, newText] = [rest(old, oldMark.from), rest(neu, newMark.from)];
  const { figures, loose, reworded, stretches } = compareTexts(oldText, newText);
  const places = { old: placeOfBlock(old), new: placeOfBlock(neu) };
  if (old.kind === "heading" && old.place.sheet !== undefined)
    return [{ kind: "heading", group: "wording", ...places, oldText: old.text, newText: neu.text, stretches }];
  const changes: Change[] = figures.map((figure) => ({
    kind: "figure",
    group: "figures",
    ...places,
    figure: withoutPlaces(figure),
    oldText: sentenceAt(oldText.text, figure.oldAt),
    newText: sentenceAt(newText.text, figure.newAt),
    stretches,
  }));
  const renumbered = oldMark.mark !== newMark.mark;
  if (!reworded && !renumbered) return changes;
  const marks: Stretch[] = renumbered
    ? [
        { op: "removed", text: `${oldMark.mark} ` },
        { op: "added", text: `${newMark.mark} ` },
      ]
    : [{ op: "same", text: newMark.mark === "" ? "" : `${newMark.mark} ` }];
  const kind: ChangeKind = !reworded
    ? "renumbered"
    : neu.kind === "heading" || old.kind === "heading"
      ? "heading"
      : "wording";
  changes.push({
    kind,
    group: GROUP_OF[kind],
    ...places,
    oldText: old.text,
    newText: neu.text,
    stretches: [...marks.filter(({ text }) => text.trim() !== ""), ...stretches],
    ...withFigures(loose),
  });
  return changes;
}

/** Whether cells of workbooks show alike what is not, as 0,604 and 0,6 with no decimals. */
export function hidesChange(old: FlowBlock, neu: FlowBlock): boolean {
  if (old.kind !== "row" || neu.kind !== "row" || !old.cells.some(({ value }) => value !== undefined)) return false;
  return pairCells(old, neu).some(
    ([before, after]) => before?.value !== after?.value && before?.text === after?.text && before !== undefined,
  );
}

/** A cell as it is compared: by what it holds where it shows no difference. */
function seen(cell: FlowCell | undefined, other: FlowCell | undefined): FlowText {
  const hidden = cell?.value !== undefined && other?.value !== undefined && cell.text === other.text;
  return hidden ? { text: cell.value ?? "" } : (cell ?? { text: "" });
}

function formulaChange(before: FlowCell, after: FlowCell, places: Pick<Change, "old" | "new">): Change {
  const [oldText, newText] = [before, after].map(({ formula, text }) => (formula === undefined ? text : `=${formula}`));
  return {
    kind: "formula",
    group: GROUP_OF.formula,
    ...places,
    oldText: oldText ?? "",
    newText: newText ?? "",
    stretches: [
      { op: "removed", text: oldText ?? "" },
      { op: "added", text: newText ?? "" },
      { op: "same", text: ` (${after.text})` },
    ],
  };
}

/** Formulas that changed although their results did not. */
export function compareFormulas(old: FlowBlock, neu: FlowBlock, formulas: FormulaComparer): Change[] {
  if (old.kind !== "row" || neu.kind !== "row") return [];
  if (![...old.cells, ...neu.cells].some(({ formula }) => formula !== undefined)) return [];
  // behind a column that was put in every reference has another letter
  if (columnsByHead(old, neu) !== undefined) return [];
  return pairCells(old, neu).flatMap(([before, after]) => {
    if (before === undefined || after === undefined || before.text !== after.text || before.value !== after.value)
      return [];
    if (!formulas.differ(before, after, old.place.sheet)) return [];
    return [
      formulaChange(before, after, { old: placeOfBlock(old, before.address), new: placeOfBlock(neu, after.address) }),
    ];
  });
}

function compareRows(old: FlowRow, neu: FlowRow): Change[] {
  const row = labelOf(neu) ?? labelOf(old);
  return pairCells(old, neu).flatMap(([before, after]) => {
    // one number in another format
    if (before?.value !== undefined && before.value === after?.value) return [];
    const { figures, loose, reworded, stretches } = compareTexts(seen(before, after), seen(after, before));
    const column = (after && neu.heads.get(after.column)) ?? (before && old.heads.get(before.column));
    const places = {
      old: placeOfBlock(old, before?.address ?? addressBeside(old, after)),
      new: placeOfBlock(neu, after?.address ?? addressBeside(neu, before)),
    };
    const texts = { oldText: before?.text ?? "", newText: after?.text ?? "" };
    const heads = { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
    const changes: Change[] = figures.map((figure) => ({
      kind: "figure",
      group: "figures",
      ...places,
      ...texts,
      figure: { ...withoutPlaces(figure), ...heads },
      stretches,
    }));
    if (reworded)
      changes.push({
        kind: "wording",
        group: "wording",
        ...places,
        ...texts,
        stretches,
        ...withFigures(loose.map((figure) => ({ ...figure, ...heads }))),
      });
    return changes;
  });
}

/** The changes in two blocks that are one and whose words differ. */
export function compareBlocks(old: FlowBlock, neu: FlowBlock): Change[] {
  if (old.kind === "row" && neu.kind === "row") return compareRows(old, neu);
  const asParagraph = (block: FlowBlock): FlowParagraph =>
    block.kind === "row" ? { kind: "paragraph", text: textOfBlock(block), place: block.place } : block;
  return compareParagraphs(asParagraph(old), asParagraph(neu));
}
