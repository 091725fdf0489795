/** Names for the files of letters: told apart by people, allowed on every system, never the same twice. */
import { fileSlug } from "../plan/outputs/bodies.js";
import type { DataRow } from "./data-table.js";
import { type Columns, type LetterTemplate, runTemplate } from "./letter-template.js";

/** Longest name without its suffix, in characters. */
const LONGEST = 100;
/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A name that every system takes. */
function allowed(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu, "-")
    .replace(/\s+/gu, " ")
    .slice(0, LONGEST)
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  if (clean === "" || /^-+$/u.test(clean)) return "van-ban";
  return DEVICES.test(clean) ? `${clean}-` : clean;
}

/** The first row that comes keeps the name, later ones get a number. */
function told(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let copy = 2; taken.has(own.toLowerCase()); copy += 1) own = `${name}-${copy}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/**
 * Names of the letters, without suffix, in the order of the rows.
 *
 * @param stem name of the draft
 * @param pattern of the call; `thu-moi-01-nguyen-van-an`, by the first column of the list that the draft names, when absent
 */
export function letterNames(
  stem: string,
  rows: readonly DataRow[],
  columns: Columns,
  draft: LetterTemplate,
  pattern?: LetterTemplate,
): readonly string[] {
  const digits = Math.max(2, String(rows.length).length);
  const first = Math.min(...draft.names.map(({ name }) => columns.indexOf(name)).filter((index) => index >= 0));
  return told(
    rows.map(({ cells }, index) => {
      if (pattern !== undefined) return allowed(runTemplate(pattern, cells, columns, (column) => cells[column] ?? ""));
      const words = cells[first] ?? "";
      const ordinal = String(index + 1).padStart(digits, "0");
      return `${stem}-${ordinal}${words === "" ? "" : `-${fileSlug(words)}`}`;
    }),
  );
}
