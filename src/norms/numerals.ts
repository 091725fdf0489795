const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/**
 * A Roman numeral in ASCII capitals.
 *
 * @param value 1–3999
 * @throws RangeError for any other value
 */
export function printRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) throw new RangeError(`no Roman numeral for ${value}`);
  let rest = value;
  let numeral = "";
  for (const [weight, letters] of ROMAN) {
    while (rest >= weight) {
      numeral += letters;
      rest -= weight;
    }
  }
  return numeral;
}

/**
 * The value of a Roman numeral in canonical form.
 *
 * @param numeral ASCII letters of either case
 * @returns undefined for anything that `printRoman` would not print
 */
export function readRoman(numeral: string): number | undefined {
  const capitals = numeral.toUpperCase();
  let position = 0;
  let value = 0;
  for (const [weight, letters] of ROMAN) {
    while (capitals.startsWith(letters, position)) {
      value += weight;
      position += letters.length;
    }
  }
  const canonical = value > 0 && value < 4000 && printRoman(value) === capitals;
  return canonical ? value : undefined;
}

/** The letters of điểm in order (HD05 6.2.4.đ, NĐ30 II.6.đ; beyond "i" by the Vietnamese alphabet). */
export const POINT_LETTERS: readonly string[] = [..."abcdđeghiklmnopqrstuvxy"];
