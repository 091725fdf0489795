/** One way of breaking every rule of reading in any form, each with the cell that the finding must name. */
import type { CELL_WORDINGS } from "../src/findings/messages/returns/cells.js";
import type { FILE_WORDINGS } from "../src/findings/messages/returns/files.js";
import type { SHEET_WORDINGS } from "../src/findings/messages/returns/sheets.js";
import { columnFormula, evaluate } from "../src/forms/index.js";
import {
  addressOf,
  type BodyCell,
  type FormSheet,
  HELPER_COLUMN,
  type ValueCell,
} from "../src/workbook/layout/index.js";
import type { Asked } from "./bundled-forms.js";
import type { Edit, Return } from "./bundled-returns.js";
import { copySheet, deleteSheet, type Parts, type Put, put, sheetPart } from "./workbook-read.edit.js";

export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** A form's sheet in a return. */
export interface Subject {
  readonly sent: Return;
  readonly sheet: FormSheet;
}

export interface Break {
  readonly edit: Edit;
  /** Cell that the finding must name; absent when it is about a sheet, whose name it must say. */
  readonly cell?: Place;
  /** Most bytes of a sheet that are read. */
  readonly sheetLimit?: number;
  /** Last row that is read. */
  readonly rowLimit?: number;
}

export interface Rule {
  /** Whether a form can break it, by its declaration. */
  readonly applies: (asked: Asked) => boolean;
  readonly make: (subject: Subject) => Break;
}

/** Messages about a file: nothing of a form is looked at. */
export type FileMessage =
  | keyof typeof FILE_WORDINGS
  | "return/no-stamp"
  | "return/bad-stamp"
  | "return/unknown-form-set"
  | "return/paper-date";
export type FormMessage = Exclude<keyof typeof CELL_WORDINGS | keyof typeof SHEET_WORDINGS, FileMessage>;

const first = <T>(found: readonly T[], what: string): T => {
  const [one] = found;
  if (one === undefined) throw new Error(`no ${what}`);
  return one;
};

const valuesOn = ({ sent, sheet }: Subject, ...roles: readonly ValueCell["role"][]): readonly ValueCell[] =>
  sent.layout.values.filter((value) => value.sheet === sheet.sheet && roles.includes(value.role));

const isEarlier = ({ measure }: ValueCell): boolean => measure === "baseline" || measure.startsWith("year");

/** Cells of a list's column. */
function listCells({ sheet }: Subject, content: "integer" | "date"): readonly Place[] {
  const columns = sheet.list === undefined ? [] : sheet.columns.filter(({ source }) => source.content === content);
  return columns.map(({ letter }) => ({ sheet: sheet.sheet, address: `${letter}${sheet.body.first}` }));
}

/** A cell in which the unit types a whole number. */
function openCell(subject: Subject): Place {
  const typed = valuesOn(subject, "typed", "opening").filter((value) => value.role === "typed" || isEarlier(value));
  return first([...typed.filter(({ number }) => number === "whole"), ...listCells(subject, "integer")], "open cell");
}

const putAt = ({ sheet, address }: Place, value: Put): Edit => put(sheet, { [address]: value });

/** Types something into an open cell. */
const typing = (value: Put): Rule => ({
  applies: ({ numbers }) => numbers > 0,
  make: (subject) => {
    const cell = openCell(subject);
    return { edit: putAt(cell, value), cell };
  },
});

const change = (sheet: string, edit: (xml: string) => string): Edit => {
  return (parts: Parts) => {
    const part = sheetPart(parts, sheet);
    const before = parts[part] ?? "";
    const after = edit(before);
    if (after === before) throw new Error(`nothing changed in ${sheet}`);
    parts[part] = after;
  };
};

/** Gives the cell the look of a cell that shows days. */
function dated({ sent }: Subject, cell: Place): Edit {
  const model = sent.layout.names.find(({ name }) => name === "vt_ngay_bao_cao")?.refersTo ?? "";
  const [, sheet = "", letter = "", row = ""] = /^'(.+)'!\$([A-Z]+)\$(\d+)$/u.exec(model) ?? [];
  return (parts) => {
    const style = new RegExp(`<c r="${letter}${row}" s="(\\d+)"`, "u").exec(parts[sheetPart(parts, sheet)] ?? "")?.[1];
    putAt(cell, 46_000)(parts);
    change(cell.sheet, (xml) =>
      xml.replace(new RegExp(`<c r="${cell.address}"[^>]*>`, "u"), `<c r="${cell.address}" s="${style}">`),
    )(parts);
  };
}

/** A figure of the correct return. */
const figureOf = ({ sent }: Subject, key: string, measure: string): number | undefined =>
  sent.correct.values.find((value) => value.key === key && value.measure === measure)?.value;

/** What a share shows in the correct return: out of the figures of its row. */
function shareOf(subject: Subject, cell: BodyCell): number | undefined {
  const { expression } = columnFormula(cell.source.formula ?? "");
  const result =
    expression &&
    evaluate(expression, {
      resolve: ({ key }) => {
        const content = subject.sheet.cells.find(
          ({ row, source }) => row === cell.row && source.number === key,
        )?.content;
        if (content?.kind === "value") return figureOf(subject, content.value.key, content.value.measure);
        if (content?.kind !== "prefilled") return undefined;
        const { source, key: wanted } = content.prefilled;
        const { own, lastYear } = subject.sent.figures;
        return source === "samePeriod" ? lastYear[wanted] : own[wanted];
      },
    });
  return typeof result === "number" ? result : undefined;
}

/** A cell with a formula, and what it comes to. */
function computedCell(subject: Subject): { readonly cell: Place; readonly value: number } {
  const values = valuesOn(subject, "computed").map((cell) => ({
    cell,
    value: figureOf(subject, cell.key, cell.measure),
  }));
  const shares = subject.sheet.cells
    .filter(({ content, source }) => content.kind === "formula" && source.content === "computed")
    .map((cell) => ({ cell: { sheet: subject.sheet.sheet, address: cell.address }, value: shareOf(subject, cell) }));
  const known = [...values, ...shares].flatMap(({ cell, value }) => (value === undefined ? [] : [{ cell, value }]));
  return first(known, "computed cell");
}

const overComputed = (off: number): Rule => ({
  applies: ({ computed, shares }) => computed > 0 || shares > 0,
  make: (subject) => {
    const { cell, value } = computedCell(subject);
    return { edit: putAt(cell, value + off), cell };
  },
});

const onSheet = (edit: (subject: Subject) => Edit): Rule => ({
  applies: () => true,
  make: (subject) => ({ edit: edit(subject) }),
});

/** Points a name elsewhere, as cutting and pasting a cell does. */
const rename = ({ definedName }: ValueCell, refersTo: string): Edit => {
  return (parts) => {
    const name = new RegExp(`(<definedName [^>]*name="${definedName}"[^>]*>)[^<]*`, "u");
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(name, (_, open) => open + refersTo);
  };
};

const edits =
  (...several: readonly Edit[]): Edit =>
  (parts) => {
    for (const edit of several) edit(parts);
  };

const ownCells = (subject: Subject): readonly ValueCell[] => valuesOn(subject, "typed", "opening");

/** Takes a cell's row away, code and all: names that led to it are lost. */
const lose = (cells: readonly ValueCell[]): Edit =>
  edits(
    ...cells.map((cell) => rename(cell, "#REF!")),
    ...cells.map(({ sheet, row }) => put(sheet, { [addressOf(row, HELPER_COLUMN)]: null })),
  );

/** So many cells are told one by one. */
const SINGLE = 3;

/** Moves the names of cells to where nothing is. */
const lead = (cells: readonly ValueCell[]): Edit =>
  edits(...cells.map((cell) => rename(cell, `'${cell.sheet}'!$A$${cell.row}`)));

const mergeOf = (from: string, to: string): string => `<mergeCell ref="${from}:${to}"/>`;

/** Takes the merged areas of the head apart. */
const unmergeHead = ({ sheet }: Subject): Edit =>
  change(sheet.sheet, (xml) =>
    sheet.head
      .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
      .reduce((text, { row, column, rowSpan, columnSpan }) => {
        const to = addressOf(row + rowSpan - 1, column + columnSpan - 1);
        return text.replace(mergeOf(addressOf(row, column), to), "");
      }, xml),
  );

/** Rules that a form can break, by the id of their message: one that is not listed here does not compile. */
export const FORM_BREAKS: Readonly<Record<FormMessage, Rule>> = {
  "return/formula-replaced": overComputed(0),
  "return/total-differs": overComputed(1),
  "return/formula-changed": {
    applies: ({ computed, echoes }) => computed + echoes > 0,
    make: (subject) => {
      const cell = first(valuesOn(subject, "computed", "echo"), "formula");
      return { edit: putAt(cell, { formula: `${cell.formula}+0` }), cell };
    },
  },
  "return/prefill-changed": {
    applies: ({ locked }) => locked > 0,
    make: ({ sent, sheet }) => {
      const locked = sent.layout.prefilled.filter((cell) => cell.sheet === sheet.sheet && !sent.isOpen(cell));
      const cell = first(locked, "locked cell");
      return { edit: putAt(cell, 987_654), cell };
    },
  },
  "return/ambiguous-number": typing("1,234"),
  "return/not-number": typing("sáu"),
  "return/none-as-zero": typing("không có"),
  "return/number-with-unit": typing("6 người"),
  "return/english-number": typing("1,234.5"),
  "return/date-for-number": {
    applies: ({ numbers }) => numbers > 0,
    make: (subject) => {
      const cell = openCell(subject);
      return { edit: dated(subject, cell), cell };
    },
  },
  "return/error-value": {
    applies: ({ numbers }) => numbers > 0,
    make: (subject) => {
      const cell = openCell(subject);
      const error = new RegExp(`(<c r="${cell.address}"[^>]*)><v>6</v>`, "u");
      const spoil = change(cell.sheet, (xml) => xml.replace(error, '$1 t="e"><v>#REF!</v>'));
      return { edit: edits(putAt(cell, 6), spoil), cell };
    },
  },
  "return/boolean-value": typing(true),
  "return/formula-typed": typing({ formula: "4+2" }),
  "return/formula-unverified": typing({ formula: "COUNTA(C9:C20)", value: 6 }),
  "return/formula-without-result": typing({ formula: "COUNTA(C9:C20)" }),
  "return/linked-value": typing({ formula: "[1]Sheet1!$A$1", value: 6 }),
  "return/not-date": {
    applies: ({ days }) => days > 0,
    make: (subject) => {
      const cell = first(listCells(subject, "date"), "cell for a day");
      return { edit: putAt(cell, "hôm qua"), cell };
    },
  },
  "return/echo-differs": {
    applies: ({ echoes }) => echoes > 0,
    make: (subject) => {
      const cell = first(valuesOn(subject, "echo"), "echo");
      return { edit: putAt(cell, (figureOf(subject, cell.key, cell.measure) ?? 0) + 1), cell };
    },
  },
  "return/sheet-missing": onSheet(({ sheet }) => deleteSheet(sheet.sheet)),
  "return/sheet-copied": onSheet(({ sheet }) => copySheet(sheet.sheet, `${sheet.sheet} (2)`)),
  "return/sheet-unreadable": onSheet(({ sheet }) => change(sheet.sheet, (xml) => xml.slice(0, 900))),
  "return/sheet-cut": {
    applies: () => true,
    make: ({ sent, sheet }) => {
      const sheetLimit = sent.largestSheet + 10_000;
      const blank = Array.from({ length: Math.ceil(sheetLimit / 10) }, (_, at) => `<row r="${2000 + at}"/>`).join("");
      return { edit: change(sheet.sheet, (xml) => xml.replace("</sheetData>", `${blank}</sheetData>`)), sheetLimit };
    },
  },
  "return/sheet-overflow": onSheet(({ sheet }) => put(sheet.sheet, { B30000: "nháp" })),
  "return/sheet-long": {
    applies: () => true,
    make: ({ sheet }) => {
      const rowLimit = 1000;
      const blank = Array.from({ length: rowLimit + 1 }, (_, at) => `<row r="${1000 + at}"/>`).join("");
      return { edit: change(sheet.sheet, (xml) => xml.replace("</sheetData>", `${blank}</sheetData>`)), rowLimit };
    },
  },
  "return/cell-missing": {
    applies: ({ own }) => own > 0,
    make: (subject) => ({ edit: lose([first(ownCells(subject), "cell of its own")]) }),
  },
  "return/cells-missing": {
    applies: ({ own }) => own > SINGLE,
    make: (subject) => ({ edit: lose(ownCells(subject).slice(0, SINGLE + 1)) }),
  },
  "return/cell-astray": {
    applies: ({ own }) => own > 0,
    make: (subject) => {
      const cell = first(ownCells(subject), "cell of its own");
      return { edit: lead([cell]), cell };
    },
  },
  "return/cells-astray": {
    applies: ({ own }) => own > SINGLE,
    make: (subject) => ({ edit: lead(ownCells(subject).slice(0, SINGLE + 1)) }),
  },
  "return/cell-merged": {
    applies: ({ own, numbers }) => own > 0 && numbers > 0,
    make: (subject) => {
      const cell = first(
        ownCells(subject).filter((value) => value.role === "typed" || isEarlier(value)),
        "typed cell",
      );
      const merge = mergeOf(addressOf(cell.row - 1, cell.column), cell.address);
      return { edit: change(cell.sheet, (xml) => xml.replace("<mergeCell ", `${merge}<mergeCell `)), cell };
    },
  },
  "return/head-unmerged": {
    applies: ({ mergedHeads }) => mergedHeads,
    make: (subject) => ({ edit: unmergeHead(subject) }),
  },
  "return/unlocked": onSheet(({ sheet }) => change(sheet.sheet, (xml) => xml.replace(/<sheetProtection[^>]*\/>/u, ""))),
};
