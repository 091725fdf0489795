/** Looks of cells, as exceljs styles. Data only. */
import type { Alignment, Borders, Fill, Font, Style } from "exceljs";

const FONT = "Times New Roman";

const fill = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });

/** Colours of the kinds of cells; the instruction sheet explains them. */
export const COLOURS = {
  open: "FFFFF8DC",
  initial: "FFFCE0C6",
  prefilled: "FFEDEDED",
  computed: "FFE6F0FA",
  head: "FFF5F5F5",
  broken: "FFFFC7CE",
  explain: "FFFFE699",
  met: "FFE2F0D9",
} as const;

export const DARK_RED = "FF9C0006";

const THIN: Partial<Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

const font = (size: number, more: Partial<Font> = {}): Partial<Font> => ({ name: FONT, size, family: 1, ...more });
const wrap = (horizontal: Alignment["horizontal"], more: Partial<Alignment> = {}): Partial<Alignment> => ({
  horizontal,
  vertical: "middle",
  wrapText: true,
  ...more,
});

/** Body text of forms and of prose, pt. */
export const FORM_SIZE = 12;
const SMALL = 11;

const locked = { locked: true } as const;
const unlocked = { locked: false } as const;

const NUMBERS = { whole: "#,##0", decimal: "#,##0.00", percent: "#,##0.00" } as const;

const plain = (size: number, horizontal: Alignment["horizontal"], more: Partial<Font> = {}): Partial<Style> => ({
  font: font(size, more),
  alignment: wrap(horizontal),
  protection: locked,
});

/** Looks that do not depend on a number's format. */
export const LOOKS = {
  helper: { font: font(8, { color: { argb: "FF999999" } }), protection: locked },
  superior: plain(FORM_SIZE, "center"),
  issuer: plain(FORM_SIZE, "center", { bold: true }),
  mark: plain(FORM_SIZE, "center", { italic: true }),
  markNumber: plain(FORM_SIZE, "center", { bold: true }),
  title: plain(14, "center", { bold: true }),
  period: plain(FORM_SIZE, "center", { bold: true }),
  window: plain(FORM_SIZE, "center", { italic: true }),
  head: { ...plain(SMALL, "center", { bold: true }), fill: fill(COLOURS.head), border: THIN },
  number: { ...plain(9, "center", { italic: true }), border: THIN },
  text: { ...plain(FORM_SIZE, "left"), border: THIN },
  centred: { ...plain(FORM_SIZE, "center"), border: THIN },
  notApplicable: { ...plain(FORM_SIZE, "center", { color: { argb: "FF7F7F7F" } }), border: THIN },
  blank: { ...plain(FORM_SIZE, "center"), border: THIN },
  note: {
    ...plain(FORM_SIZE, "left"),
    fill: fill(COLOURS.open),
    border: THIN,
    protection: unlocked,
    numFmt: "@",
  },
  openText: {
    ...plain(FORM_SIZE, "left"),
    fill: fill(COLOURS.open),
    border: THIN,
    protection: unlocked,
    numFmt: "@",
  },
  openWhole: {
    ...plain(FORM_SIZE, "center"),
    fill: fill(COLOURS.open),
    border: THIN,
    protection: unlocked,
    numFmt: "0",
  },
  openCentred: { ...plain(FORM_SIZE, "center"), fill: fill(COLOURS.open), border: THIN, protection: unlocked },
  openDate: {
    ...plain(FORM_SIZE, "center"),
    fill: fill(COLOURS.open),
    border: THIN,
    protection: unlocked,
    numFmt: "dd/mm/yyyy",
  },
  alarmHead: plain(9, "left", { italic: true, color: { argb: "FF7F7F7F" } }),
  alarm: {
    font: font(9, { bold: true, color: { argb: DARK_RED } }),
    alignment: { vertical: "middle" },
    protection: locked,
  },
  guidance: plain(SMALL, "left", { italic: true }),
  sign: plain(FORM_SIZE, "center", { bold: true }),
  signHint: plain(SMALL, "center", { italic: true }),
  dateLine: plain(FORM_SIZE, "center", { italic: true }),
  section: plain(FORM_SIZE, "left", { bold: true }),
  sectionGuidance: plain(FORM_SIZE, "left", { italic: true }),
  prose: plain(FORM_SIZE, "left"),
  answer: {
    font: font(FORM_SIZE),
    alignment: { horizontal: "left", vertical: "top", wrapText: true },
    fill: fill(COLOURS.open),
    border: THIN,
    protection: unlocked,
    numFmt: "@",
  },
  figures: {
    font: font(SMALL, { color: { argb: "FF1F3864" } }),
    alignment: { horizontal: "left", vertical: "top", wrapText: true },
    fill: fill(COLOURS.computed),
    border: THIN,
    protection: locked,
  },
  verdict: { ...plain(FORM_SIZE, "center"), fill: fill(COLOURS.computed), border: THIN },
  result: { ...plain(SMALL, "center", { bold: true }), border: THIN },
  small: { ...plain(SMALL, "left"), border: THIN },
  smallCentred: { ...plain(SMALL, "center"), border: THIN },
  count: { ...plain(FORM_SIZE, "center", { bold: true }), border: THIN, numFmt: "0" },
} as const satisfies { readonly [name: string]: Partial<Style> };

export type NumberFormat = keyof typeof NUMBERS;

/** Looks of figures, by what they are. */
const FIGURES = {
  open: { fill: fill(COLOURS.open), protection: unlocked },
  initial: { fill: fill(COLOURS.initial), protection: unlocked },
  prefilled: { fill: fill(COLOURS.prefilled), protection: locked },
  computed: { fill: fill(COLOURS.computed), protection: locked },
} as const satisfies { readonly [kind: string]: Partial<Style> };

export type FigureKind = keyof typeof FIGURES;

/** Look of a figure. */
export function figureLook(kind: FigureKind, format: NumberFormat, bold = false): Partial<Style> {
  return {
    font: font(FORM_SIZE, bold ? { bold } : {}),
    alignment: { horizontal: "right", vertical: "middle", indent: 1 },
    border: THIN,
    numFmt: NUMBERS[format],
    ...FIGURES[kind],
  };
}

/** Fill and font of live rules. */
export const RULE_LOOKS = {
  broken: {
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: COLOURS.broken } },
    font: { color: { argb: DARK_RED } },
  },
  explain: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: COLOURS.explain } } },
  met: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: COLOURS.met } } },
} as const satisfies { readonly [name: string]: Partial<Style> };
