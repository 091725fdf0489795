/** Numbers and colours of PDF content streams. */

/**
 * A number as PDF writes it, to a thousandth of a point; never in exponent form.
 *
 * @param value in pt or another unit
 */
export function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const RGB = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/**
 * A colour's three components as operands.
 *
 * @param rgb six hexadecimal digits without "#"; black when absent
 * @throws RangeError when it is anything else
 */
export function colorOperands(rgb: string | undefined): string {
  if (rgb === undefined) return "0 0 0";
  const digits = RGB.exec(rgb);
  if (digits === null) throw new RangeError(`"${rgb}" is not a colour of six hexadecimal digits`);
  return digits
    .slice(1)
    .map((pair) => num(Number.parseInt(pair, 16) / 255))
    .join(" ");
}
