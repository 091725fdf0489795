/** Draws the body of a form: figures, texts, notes, with their rules. */
import type { Style, Worksheet } from "exceljs";
import { isEarlier } from "../../forms/measures.js";
import type { BodyCell, FormSheet, HiddenSheet } from "../layout/index.js";
import { FORM_SHEET } from "../layout/wording.js";
import { put, putRowCode } from "./draw-sheet.js";
import { textHeight } from "./heights.js";
import { FORM_SIZE, figureLook, LOOKS } from "./looks.js";
import { token } from "./tokens.js";
import { type CellRule, type RuledCell, setRules } from "./validation.js";

/** What a sheet of a form needs besides its layout. */
export interface FormSurroundings {
  readonly proposal: boolean;
  /** Members of dimensions, for columns that name one. */
  readonly lists: HiddenSheet["lists"];
  /** Names of dimensions by id. */
  readonly dimensions: ReadonlyMap<string, string>;
}

/** Name of the list that a column offers: its head is the name of a dimension. */
function listOf(cell: BodyCell, { lists, dimensions }: FormSurroundings): string | undefined {
  const head = cell.source.head.at(-1)?.toLowerCase();
  return lists.find(({ dimension }) => dimensions.get(dimension)?.toLowerCase() === head)?.definedName;
}

/** The rule of an open cell. */
function ruleOf(cell: BodyCell, surroundings: FormSurroundings): Pick<RuledCell, "rule" | "list"> | undefined {
  const { content, source } = cell;
  const rule = (name: CellRule): Pick<RuledCell, "rule"> => ({ rule: name });
  if (content.kind === "value") {
    const { role, number, measure } = content.value;
    if (role === "typed") return rule(number);
    if (role === "opening") return rule(isEarlier(measure) ? "earlier" : "opening");
    return undefined;
  }
  if (content.kind === "prefilled") return content.prefilled.source === "samePeriod" ? rule("samePeriod") : undefined;
  if (content.kind !== "open") return undefined;
  switch (source.content) {
    case "integer":
      return rule("whole");
    case "date":
      return rule("date");
    case "mark":
      return rule("mark");
    case "text": {
      const list = listOf(cell, surroundings);
      return list === undefined ? undefined : { rule: "member", list };
    }
    default:
      return undefined;
  }
}

function openLook({ source }: BodyCell): Partial<Style> {
  switch (source.content) {
    case "integer":
      return LOOKS.openWhole;
    case "date":
      return LOOKS.openDate;
    case "mark":
      return LOOKS.openCentred;
    default:
      return LOOKS.openText;
  }
}

/** Rows numbered with a capital letter, and rows that head others, are bold. */
const isBold = (ordinal: string, indicator: string | undefined): boolean =>
  indicator === undefined || /^(?:[A-ZĐ]|[IVX]+)\.?$/u.test(ordinal);

interface Drawn {
  readonly value: string | { readonly formula: string } | null;
  readonly look: Partial<Style>;
}

/** What a cell shows and how; a value without a formula is filled for each unit or by it. */
function bodyCell({ content, source }: BodyCell, openCell: Partial<Style>, bold: boolean, level: number): Drawn {
  switch (content.kind) {
    case "text": {
      const left = source.content === "label";
      const look = left ? LOOKS.text : LOOKS.centred;
      const indent = left && level > 0 ? { alignment: { ...LOOKS.text.alignment, indent: level } } : {};
      return { value: content.text, look: { ...look, ...indent, ...(bold ? { font: { ...look.font, bold } } : {}) } };
    }
    case "notApplicable":
      return { value: FORM_SHEET.notApplicable, look: LOOKS.notApplicable };
    case "value": {
      const { role, number, formula } = content.value;
      if (formula !== undefined) return { value: { formula }, look: figureLook("computed", number, bold) };
      return { value: null, look: figureLook(role === "opening" ? "prefilled" : "open", number, bold) };
    }
    case "prefilled":
      return { value: null, look: figureLook("prefilled", content.prefilled.number) };
    case "formula": {
      const { formula, format } = content;
      return { value: { formula }, look: format === "text" ? LOOKS.verdict : figureLook("computed", format) };
    }
    case "note":
      return { value: null, look: LOOKS.note };
    case "open":
      return { value: null, look: openCell };
    case "blank":
      return { value: null, look: LOOKS.blank };
  }
}

/** A label whose figure may be an initial one carries the mark as a token. */
function labelWithMark(form: FormSheet, cell: BodyCell): string | undefined {
  if (cell.content.kind !== "text" || cell.source.content !== "label") return undefined;
  const opening = form.cells.find(
    ({ row, content }) =>
      row === cell.row &&
      content.kind === "value" &&
      content.value.role === "opening" &&
      !isEarlier(content.value.measure),
  );
  if (opening?.content.kind !== "value") return undefined;
  return cell.content.text + token(`initial:${opening.content.value.definedName}`);
}

/** What labels are indented by, mm. */
const INDENT = 3;

/** Draws the body and sets the rules of its open cells. */
export function drawBody(sheet: Worksheet, form: FormSheet, surroundings: FormSurroundings): void {
  const rows = new Map(form.rows.map((row) => [row.row, row]));
  const heights = new Map<number, number>();
  const widths = new Map(form.columns.map(({ column, width }) => [column, width]));
  for (const cell of form.cells) {
    const source = rows.get(cell.row)?.source;
    const bold = source !== undefined && isBold(source.ordinal, source.indicator);
    const { value, look } = bodyCell(cell, openLook(cell), bold, source?.level ?? 0);
    put(sheet, cell.row, cell.column, labelWithMark(form, cell) ?? value, look);
    if (cell.content.kind === "text") {
      const indented = cell.source.content === "label" ? INDENT : 0;
      const height = textHeight(cell.content.text, (widths.get(cell.column) ?? 20) - indented, FORM_SIZE, bold);
      heights.set(cell.row, Math.max(height, heights.get(cell.row) ?? 0));
    }
  }
  for (const { row, code } of form.rows) {
    putRowCode(sheet, row, code);
    sheet.getRow(row).height = Math.max(18, heights.get(row) ?? 0);
  }
  setRules(
    sheet,
    form.cells.flatMap((cell) => {
      const rule = ruleOf(cell, surroundings);
      return rule === undefined ? [] : [{ row: cell.row, column: cell.column, ...rule }];
    }),
  );
}
