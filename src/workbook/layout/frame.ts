/** The frame of a form (reporting §1.1): fixed rows above the head, widths of columns, blocks left and right. */
import type { ColumnContent, Form, FormColumn } from "../../forms/form-set.js";
import { columnLetter } from "./address.js";
import type { ColumnPlace } from "./workbook-layout.js";

/** Column A holds the codes of rows, row 1 those of columns; both are hidden. */
export const HELPER_COLUMN = 1;
export const HELPER_ROW = 1;
export const FIRST_COLUMN = 2;

/** Rows of the frame, above the head: few, because they stay in sight while a unit scrolls. */
export const FRAME_ROWS = {
  issuer: [2, 3],
  marks: [2, 3],
  title: 4,
  period: 5,
  window: 6,
  head: 7,
} as const;

/** Printable widths of A4 with margins of 12 mm, mm. */
const PAGE_WIDTH = { portrait: 186, landscape: 273 } as const;

/** Widths of columns that declare none, mm. The label takes what is left, within its limits. */
const WIDTHS: { readonly [C in ColumnContent]: number } = {
  ordinal: 12,
  label: 70,
  unitOfCount: 18,
  actual: 24,
  estimate: 24,
  official: 24,
  samePeriod: 24,
  target: 24,
  spanTarget: 24,
  cumulative: 24,
  computed: 22,
  baseline: 24,
  ofYear: 24,
  spanTotal: 24,
  verdict: 22,
  note: 45,
  text: 40,
  date: 24,
  integer: 20,
  mark: 16,
};
const LABEL_LIMITS = { least: 55, most: 120 } as const;

function widthsOf({ columns, orientation }: Form): readonly number[] {
  const widths = columns.map(({ content, width }) => width ?? WIDTHS[content]);
  const label = columns.findIndex(({ content, width }) => content === "label" && width === undefined);
  if (label < 0) return widths;
  const others = widths.reduce((sum, width, index) => (index === label ? sum : sum + width), 0);
  const left = PAGE_WIDTH[orientation] - others;
  return widths.with(label, Math.min(LABEL_LIMITS.most, Math.max(LABEL_LIMITS.least, left)));
}

/** Code of a column in the helper row: `4:actual`. */
export const columnCode = ({ number, content }: FormColumn): string => `${number}:${content}`;

/** The columns of a form on its sheet. */
export function placeColumns(form: Form): readonly ColumnPlace[] {
  const widths = widthsOf(form);
  return form.columns.map((source, index) => ({
    column: FIRST_COLUMN + index,
    letter: columnLetter(FIRST_COLUMN + index),
    code: columnCode(source),
    source,
    width: widths[index] ?? 0,
  }));
}

/** Where the blocks of the frame end and begin: the narrower of the two as wide as it can be. */
export function splitFrame(columns: readonly ColumnPlace[]): { readonly leftEnd: number; readonly rightStart: number } {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  let best = { index: 0, narrower: 0 };
  let left = 0;
  columns.slice(0, -1).forEach(({ width }, index) => {
    left += width;
    const narrower = Math.min(left, total - left);
    if (narrower > best.narrower) best = { index, narrower };
  });
  const leftEnd = FIRST_COLUMN + best.index;
  return { leftEnd, rightStart: Math.min(leftEnd + 1, FIRST_COLUMN + columns.length - 1) };
}
