import { reportDraft } from "../../../findings/messages/draft.js";
import type { Signature, SignatureConfirmation } from "../../../model/closing.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, positionIn, type SourceLine } from "../text/lines.js";
import type { PlaceBook } from "../text/position.js";
import type { HeaderEntry } from "./entry.js";
import { readGroups, readPrinted } from "./printed.js";
import { readAllLines } from "./values.js";

/** A line that parts two signatures. */
export const BETWEEN_SIGNATURES = "---";
/** A line that says "none" where lines or a name would be read. */
export const NONE = "-";

/**
 * Reads "ký": signatures parted by `---`, the lead first.
 *
 * @returns undefined when there is nothing
 */
export function readSignatures(entry: HeaderEntry, journal: FindingSink, places: PlaceBook): Signature[] | undefined {
  const lines = readAllLines(entry, journal);
  if (lines === undefined || lines.every((line) => isBlank(line.text))) return undefined;
  const sections: SourceLine[][] = [[]];
  for (const line of lines) {
    if (line.text === BETWEEN_SIGNATURES) sections.push([]);
    else sections.at(-1)?.push(line);
  }
  return sections.flatMap((section) => {
    const signature = readSignature(section, journal);
    const first = section.find((line) => !isBlank(line.text));
    if (signature !== undefined && first !== undefined) return [places.mark(signature, positionIn(first, 0))];
    journal.add(reportDraft("draft/signature-empty", { key: entry.key }, entry.at));
    return [];
  });
}

/** Reads "xác nhận chữ ký": the statement, a blank line, and the signature that confirms. */
export function readConfirmation(entry: HeaderEntry, journal: FindingSink): SignatureConfirmation | undefined {
  const lines = readAllLines(entry, journal) ?? [];
  const start = lines.findIndex((line) => !isBlank(line.text));
  if (start === -1) return undefined;
  const found = lines.findIndex((line, index) => index > start && isBlank(line.text));
  const end = found === -1 ? lines.length : found;
  const signature = readSignature(lines.slice(end), journal);
  if (signature === undefined) {
    journal.add(reportDraft("draft/confirmation-signature", {}, entry.at));
    return undefined;
  }
  return { statement: lines.slice(start, end).map((line) => readPrinted(line.text)), signature };
}

/**
 * One signature: the name stands after the last blank line, or is a last line that is not in capitals.
 *
 * @returns undefined when no line holds anything
 */
function readSignature(section: readonly SourceLine[], journal: FindingSink): Signature | undefined {
  const groups = readGroups(section);
  if (section.every((line) => isBlank(line.text) || line.text === NONE)) return undefined;
  const last = groups.at(-1);
  if (last === undefined) return undefined;
  const above = groups.slice(0, -1).flat();
  if (groups.length === 1) {
    const name = last.at(-1);
    if (name === undefined || isCapital(name.text)) return makeSignature(last);
    return makeSignature(last.slice(0, -1), name);
  }
  const [name, second] = last;
  if (second !== undefined) {
    const text = last.map((line) => line.text).join(" / ");
    journal.add(reportDraft("draft/signature-name", { text }, positionIn(second, 0)));
  }
  return makeSignature(above, name);
}

function makeSignature(lines: readonly SourceLine[], name?: SourceLine): Signature {
  const stands = (line: SourceLine): boolean => line.text !== NONE;
  return {
    lines: lines.filter(stands).map((line) => readPrinted(line.text)),
    ...(name === undefined || !stands(name) ? {} : { name: readPrinted(name.text) }),
  };
}

/** A line in capitals is a position or an authority, not a name. */
function isCapital(text: string): boolean {
  return text === text.toLocaleUpperCase("vi") && text !== text.toLocaleLowerCase("vi");
}
