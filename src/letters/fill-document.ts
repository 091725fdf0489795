/** Puts the values of a row into a document whose structure is settled: signs in its texts, and nothing else, change. */
import type { Document } from "../model/document.js";
import type { Places } from "../preflight/index.js";
import { openParts } from "../preflight/open-parts.js";
import { columnOfSign, SIGNS } from "./letter-template.js";

/** Keys of the header that are read as something else than text; they get their values before the draft is read. */
const READ_KEYS = /^((?:hệ thống|chuẩn|thể loại|số|ký hiệu|ngày|ảnh chữ ký)[ \t]*:[ \t]*)(.*)$/iu;
/** Texts of the model that are no words: paths. */
const NO_WORDS: ReadonlySet<string> = new Set(["binding", "image"]);

const fill = (text: string, cells: readonly string[]): string =>
  text.replace(SIGNS, (sign) => cells[columnOfSign(sign)] ?? "");

/** The draft with the values of number, day and the like, each a quoted scalar of its line. */
export function fillReadKeys(draft: string, cells: readonly string[]): string {
  const end = draft.indexOf("\n---", draft.indexOf("---") + 3);
  const head = draft.slice(0, end === -1 ? 0 : end);
  const filled = head.split("\n").map((line) => {
    const [, key = "", value = ""] = READ_KEYS.exec(line) ?? [];
    const words = fill(value, cells);
    return words === value ? line : key + (words.trim() === "" ? "" : JSON.stringify(words.trim()));
  });
  return filled.join("\n") + draft.slice(head.length);
}

/** A tree of the model with the texts replaced; which part came from which is remembered. */
class Filling {
  readonly sources = new Map<object, object>();

  constructor(readonly cells: readonly string[]) {}

  fill<T>(value: T): T {
    if (typeof value === "string") return fill(value, this.cells).normalize("NFC") as T;
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
    const filled = Array.isArray(value)
      ? value.map((each) => this.fill(each)).filter((each, index) => !isEmptied(value[index], each))
      : Object.fromEntries(
          Object.entries(value).map(([key, each]) => [key, NO_WORDS.has(key) ? each : this.fill(each)]),
        );
    this.sources.set(filled, value);
    return filled as T;
  }
}

/** A run of text that held nothing but values, all of them empty. */
const isEmptied = (before: unknown, after: unknown): boolean =>
  isRun(before) && isRun(after) && before.text !== "" && after.text === "";

const isRun = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "text" && "text" in value;

/**
 * Fills a document.
 *
 * @param reading of the draft with signs for values
 * @param cells values by column
 * @returns the document, and places of its parts in the draft; words of values that look like open parts are meant so
 */
export function fillDocument(
  reading: { readonly document: Document; readonly places?: Places },
  cells: readonly string[],
): { readonly document: Document; readonly places: Places } {
  const filling = new Filling(cells);
  const document = filling.fill(reading.document);
  const { places } = reading;
  const literals = new Set([
    ...(places?.literals ?? []),
    ...cells.flatMap((cell) => openParts(cell).map(({ text }) => text)),
  ]);
  return {
    document,
    places: {
      of: (part) => places?.of(filling.sources.get(part) ?? part),
      field: (name) => places?.field(name),
      literals,
    },
  };
}
