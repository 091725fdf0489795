/** Figures as the norm prints them: 1.054; 92,28%; 05 (reporting §2). */

/** Decimals at most. */
const DECIMALS = 2;

/** Half away from zero, on the decimal number that is meant: 1,005 is 1,01. */
export function roundFigure(value: number): number {
  const size = Math.abs(value);
  if (size < 1e-6) return 0;
  // from here on a double has no such decimals
  if (size >= 1e12) return Math.round(value);
  const shown = Number(size.toPrecision(14));
  const rounded = Number(`${Math.round(Number(`${shown}e${DECIMALS}`))}e-${DECIMALS}`);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

/** Points between thousands, a comma before decimals; neither the machine's locale nor its ICU is asked. */
function groupDigits(value: number): string {
  const [whole = "0", decimals] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ".");
  return `${value < 0 ? "-" : ""}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}

/** In prose whole numbers from 1 to 9 are written with a nought before them; in tables they are not. */
export type FigureStyle = "prose" | "table";

/**
 * A figure as printed.
 *
 * @param unitOfCount a share carries its sign in prose: `92,28%`; tables name it in the head of the column
 */
export function printFigure(value: number, unitOfCount: string, style: FigureStyle = "prose"): string {
  const rounded = roundFigure(value);
  const share = unitOfCount === "%";
  const padded = style === "prose" && !share && Number.isInteger(rounded) && rounded >= 1 && rounded <= 9;
  const text = padded ? `0${rounded}` : groupDigits(rounded);
  return share && style === "prose" ? `${text}%` : text;
}
