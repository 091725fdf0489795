import { cutLine, isBlank, type SourceLine } from "../text/lines.js";

/**
 * Blocks that are written line for line as printed (nơi nhận, kính gửi, ký) give three signs a meaning: `-` before an
 * entry, `---` between signatures, `}` behind the entries of a group. A backslash makes them plain.
 */
export function readPrinted(text: string): string {
  return text.replace(/\\([-}\\])/gu, "$1");
}

/** Writes a line so that `readPrinted` gives it back and no sign in it has a meaning. */
export function writePrinted(text: string): string {
  return text.replace(/[}\\]/gu, "\\$&").replace(/^-/u, "\\-");
}

/** An entry of such a block: its lines without the dash, not yet freed of backslashes. */
export type Item = readonly SourceLine[];

/** A line that begins an entry. */
const DASH = /^-(?:[ \t]+|\u00A0)?/u;

/** The line begins an entry. */
export function isDashed(line: SourceLine): boolean {
  return DASH.test(line.text);
}

/**
 * Divides lines into entries.
 *
 * @param lines lines without blank ones
 * @param dashed an entry begins with a dash and lines without one continue it; otherwise every line is an entry
 */
export function readItems(lines: readonly SourceLine[], dashed: boolean): Item[] {
  const items: SourceLine[][] = [];
  for (const line of lines) {
    const last = items.at(-1);
    const dash = DASH.exec(line.text)?.[0];
    const bare = cutLine(line, 0, dash?.length ?? 0);
    if (dash !== undefined || !dashed || last === undefined) items.push([bare]);
    else last.push(bare);
  }
  return items;
}

/** Divides lines at those that hold nothing, which are dropped. */
export function readGroups(lines: readonly SourceLine[]): SourceLine[][] {
  const groups: SourceLine[][] = [[]];
  for (const line of lines) {
    if (isBlank(line.text)) groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}
