import { reportDraft } from "../../../findings/messages/draft.js";
import { nearest } from "../../../findings/nearest.js";
import type { Column } from "../../../model/table.js";
import { foldTone } from "../../../norms/tone.js";
import type { FindingSink } from "../text/journal.js";
import { positionIn, type SourceLine, trimBlanks } from "../text/lines.js";
import type { Position } from "../text/position.js";
import { COLUMN_WORDS, readColumns } from "./columns.js";
import { type Range, readRange } from "./range.js";

/** An option as read, and where it stands. */
interface Option<T> {
  readonly value: T;
  readonly at: Position;
}

/** The options of a table block. */
export interface TableOptions {
  readonly file?: Option<string>;
  readonly sheet?: Option<string>;
  readonly range?: Option<Range>;
  readonly headerRows?: Option<number>;
  readonly size?: Option<number>;
  readonly bordered?: Option<boolean>;
  readonly columns?: Option<readonly Column[]>;
}

/** How a value is read; undefined, or the word that is wrong, when it cannot be. */
type Reader<T> = (text: string) => T | undefined | { readonly unknown: string };

interface Declaration {
  readonly key: string;
  readonly name: keyof TableOptions;
  readonly read: Reader<unknown>;
  /** What the value should have been, for the finding. */
  readonly expected: string;
}

/** Limits of the model, pt. The norms' own range is narrower and draws a warning. */
const SIZES = { smallest: 8, largest: 14, usualSmallest: 11, usualLargest: 13 };

const DECLARATIONS: readonly Declaration[] = [
  { key: "tệp", name: "file", read: (text) => text, expected: "tên tệp .xlsx hoặc .csv" },
  { key: "trang tính", name: "sheet", read: (text) => text, expected: "tên trang tính" },
  { key: "vùng", name: "range", read: readRange, expected: "vùng ô như trong Excel, ví dụ A1:L30" },
  { key: "dòng tiêu đề", name: "headerRows", read: readCount, expected: "số dòng đầu bảng, ví dụ 2" },
  { key: "cỡ chữ", name: "size", read: readSize, expected: "cỡ chữ từ 11 đến 13" },
  { key: "khung", name: "bordered", read: readYesNo, expected: "có hoặc không" },
  { key: "cột", name: "columns", read: readColumns, expected: COLUMN_WORDS },
];

const OPTION_KEYS = DECLARATIONS.map(({ key }) => key);

function readCount(text: string): number | undefined {
  return /^\d{1,2}$/u.test(text) ? Number(text) : undefined;
}

function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === "có" ? true : word === "không" ? false : undefined;
}

function readSize(text: string): number | undefined {
  const size = Number(/^(\d{1,2}(?:[.,]\d{1,3})?)$/u.exec(text)?.[1]?.replace(",", "."));
  return size >= SIZES.smallest && size <= SIZES.largest ? size : undefined;
}

/**
 * Reads the option lines at the head of a table block.
 *
 * @param lines lines before the first row, blank ones left out
 */
export function readOptions(lines: readonly SourceLine[], journal: FindingSink): TableOptions {
  const options: { -readonly [K in keyof TableOptions]: Option<unknown> } = {};
  for (const line of lines) {
    const at = positionIn(line, 0);
    const colon = line.text.indexOf(":");
    if (colon === -1) {
      journal.add(reportDraft("draft/table-line", { text: line.text }, at));
      continue;
    }
    const key = trimBlanks(line.text.slice(0, colon));
    const value = trimBlanks(line.text.slice(colon + 1));
    const declaration = DECLARATIONS.find((candidate) => foldTone(candidate.key) === foldTone(key));
    if (declaration === undefined) {
      journal.add(reportDraft("draft/table-option-unknown", { key, nearest: nearest(key, OPTION_KEYS) }, at));
    } else if (options[declaration.name] !== undefined) {
      journal.add(reportDraft("draft/table-option-twice", { key: declaration.key }, at));
    } else if (value !== "") {
      const read = declaration.read(value);
      if (read === undefined || (typeof read === "object" && read !== null && "unknown" in read)) {
        const wrong = typeof read === "object" ? String(read.unknown) : value;
        const { key: name, expected } = declaration;
        journal.add(reportDraft("draft/table-option-value", { key: name, value: wrong, expected }, at));
      } else options[declaration.name] = { value: read, at };
    }
  }
  const { size } = options as TableOptions;
  if (size !== undefined && (size.value < SIZES.usualSmallest || size.value > SIZES.usualLargest)) {
    journal.add(reportDraft("draft/table-size", { value: String(size.value).replace(".", ",") }, size.at));
  }
  return options as TableOptions;
}
