/** Pieces of Excel formulas, as files store them: English names, commas, no leading "=". */

/** Longest text that a formula may hold in one piece. */
const LONGEST_LITERAL = 255;
/** Most arguments of a function. */
const MOST_ARGUMENTS = 255;

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** A text as a formula writes it; a long one in pieces. */
export function literal(text: string): string {
  const pieces = chunks([...text], LONGEST_LITERAL - 1).map((piece) => `"${piece.join("").replaceAll('"', '""')}"`);
  return pieces.length === 0 ? '""' : pieces.join("&");
}

/** True when every cell holds a number: to Excel a blank is zero, to us it is not. */
export function allNumbers(cells: readonly string[]): string | undefined {
  if (cells.length === 0) return undefined;
  const counts = chunks(cells, MOST_ARGUMENTS).map((some) => `COUNT(${some.join(",")})`);
  return `${counts.join("+")}=${cells.length}`;
}

/** The result of an expression, or what stands for it while an operand is missing or a divisor is zero. */
export function guarded(expression: string, cells: readonly string[], otherwise = '""'): string {
  const complete = allNumbers(cells);
  const safe = `IFERROR(${expression},${otherwise})`;
  return complete === undefined ? safe : `IF(${complete},${safe},${otherwise})`;
}

/** What another cell shows, a blank staying blank. */
export const shownFrom = (cell: string): string => `IF(${cell}="","",${cell})`;
