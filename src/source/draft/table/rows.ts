import { positionIn, type SourceLine, trimLine } from "../text/lines.js";

/** The line holds a pipe that no backslash makes plain. */
export function hasPipe(text: string): boolean {
  return nextPipe(text, 0) !== text.length;
}

/** A row of nothing but hyphens, `| --- | :-: |`: it stands between the rows of the head and the others. */
export function isRule(text: string): boolean {
  if (!text.includes("|") || !text.includes("-") || !/^[-|: \t]+$/u.test(text)) return false;
  return splitCells(text).every(([start, end]) => /^[ \t]*:?-+:?[ \t]*$/u.test(text.slice(start, end)));
}

/**
 * The cells of a row, without blanks around them; the pipes at both ends are optional.
 *
 * @param line a row as typed; `\|` is part of a cell
 */
export function splitRow(line: SourceLine): SourceLine[] {
  return splitCells(line.text).map(([start, end]) => {
    const { line: number, column } = positionIn(line, start);
    return trimLine({ text: line.text.slice(start, end), number, cuts: [{ at: 0, length: column - 1 }] });
  });
}

/** Start and end of each cell. */
function splitCells(text: string): (readonly [number, number])[] {
  const blanks = /^[ \t]*/u.exec(text)?.[0].length ?? 0;
  const cells: (readonly [number, number])[] = [];
  let start = text[blanks] === "|" ? blanks + 1 : blanks;
  while (start <= text.length) {
    const end = nextPipe(text, start);
    const last = end === text.length;
    if (!last || /[^ \t]/u.test(text.slice(start, end))) cells.push([start, end]);
    start = end + 1;
  }
  return cells;
}

/** The next pipe that no backslash makes plain, or the end of the text. */
function nextPipe(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === "|") return index;
  }
  return text.length;
}
