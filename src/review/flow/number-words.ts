/** Numbers in words: `mười lăm`, `hai trăm linh năm`, `một phần ba`. */

const DIGITS: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};

/** Words that multiply what stands before them. */
const SCALES: Readonly<Record<string, number>> = {
  mươi: 10,
  chục: 10,
  trăm: 100,
  nghìn: 1_000,
  ngàn: 1_000,
  triệu: 1_000_000,
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
};

/** Nothing stands in the tens. */
const NO_TENS = new Set(["linh", "lẻ"]);
/** Digits that never open a number. */
const NEVER_FIRST = new Set(["mốt", "tư", "lăm", "nhăm"]);

const isDigit = (word: string): boolean => word in DIGITS;
const isScale = (word: string): boolean => word in SCALES;

/** Whether `năm` is five here, and not a year: `năm mươi`, `linh năm`. */
const isFive = (before: string, after: string): boolean => isScale(after) || NO_TENS.has(before);

/** Whether a word continues a number in words. */
function continues(before: string, word: string, after: string): boolean {
  if (word === "năm") return isFive(before, after);
  if (isScale(word))
    return word === "mươi" || word === "chục"
      ? isDigit(before)
      : isDigit(before) || isScale(before) || before === "mười";
  if (word === "tư") return before === "mươi" || NO_TENS.has(before);
  if (NO_TENS.has(word)) return isScale(before) && isDigit(after);
  if (word === "mười") return isScale(before) || NO_TENS.has(before);
  return isDigit(word) && (isScale(before) || NO_TENS.has(before) || before === "mười");
}

/**
 * How many words from a place on are one number. One word alone is none: `ba`, `năm` are words of other meanings too.
 *
 * @param words in lower case
 * @returns 0 when no number begins there
 */
export function numberWordsAt(words: readonly string[], from: number): number {
  const at = (index: number): string => words[index] ?? "";
  const first = at(from);
  if (isDigit(first) && at(from + 1) === "phần" && isDigit(at(from + 2))) return 3;
  if (first !== "mười" && (!isDigit(first) || NEVER_FIRST.has(first))) return 0;
  if (first === "năm" && !isScale(at(from + 1))) return 0;
  let to = from + 1;
  while (continues(at(to - 1), at(to), at(to + 1))) to++;
  return to - from >= 2 ? to - from : 0;
}

/**
 * The value of a number in words, as digits.
 *
 * @returns undefined when it is no whole number
 */
export function valueOfWords(text: string): string | undefined {
  let [total, group, digit] = [0, 0, 0];
  for (const word of text.toLowerCase().split(/\s+/u)) {
    const scale = SCALES[word];
    if (isDigit(word)) digit = DIGITS[word] ?? 0;
    else if (word === "mười") group += 10;
    else if (NO_TENS.has(word)) continue;
    else if (scale === undefined) return undefined;
    else if (scale < 1_000) [group, digit] = [group + digit * scale, 0];
    else {
      // `hai nghìn tỷ`: a scale right after a scale multiplies it
      const own = group + digit;
      total = own === 0 ? total * scale : total + own * scale;
      [group, digit] = [0, 0];
    }
  }
  return String(total + group + digit);
}

const ALONE = new Set(["hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười"]);
/** Words that count only after these: `gấp đôi`, `thứ tư`. */
const COUNTED_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  gấp: new Set([...ALONE, "đôi", "rưỡi", "năm"]),
  thứ: new Set([...ALONE, "nhất", "nhì", "tư", "năm"]),
};

/**
 * How many words from a place on may be a number: `ba`, `gấp ba`. They are taken for one only where another number stands
 * in their place.
 *
 * @param words in lower case
 */
export function countingWordsAt(words: readonly string[], from: number): number {
  const [first = "", second = ""] = [words[from], words[from + 1]];
  if (COUNTED_AFTER[first]?.has(second)) return 2;
  return ALONE.has(first) ? 1 : 0;
}
