/** What the printed text of a bound figure says, whoever typed it. */
import { foldTone } from "../../norms/tone.js";
import { type Direction, type FigureMeasure, type FigureStatus, STATUS_WORDS, type Verdict } from "../totals/index.js";

/** How a word that depends on figures is to be understood; what sentences are built around. */
export type WordClass = Exclude<Direction, "fromZero"> | Verdict;

export type Printed =
  | { readonly kind: "number"; readonly value: number; readonly isShare: boolean }
  /** "chưa kết nạp": it did not occur. */
  | { readonly kind: "zero" }
  | { readonly kind: "word"; readonly class: WordClass }
  | { readonly kind: "absent"; readonly status: Exclude<FigureStatus, "reported"> }
  | { readonly kind: "unknown" };

const lookup = <T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(words).map(([word, meaning]) => [foldTone(word), meaning]));

const DIRECTIONS = lookup<WordClass>({
  tăng: "up",
  "tăng thêm": "up",
  giảm: "down",
  bằng: "same",
  "không đổi": "same",
  "không tăng, không giảm": "same",
  "không phát sinh": "none",
  "chưa phát sinh": "none",
});

const VERDICTS = lookup<WordClass>({
  vượt: "exceeded",
  đạt: "met",
  "hoàn thành": "met",
  "chưa đạt": "missed",
  "không đạt": "missed",
  "chưa hoàn thành": "missed",
  "chưa có số liệu": "noFigure",
});

const WORDS: { readonly [M in FigureMeasure]?: ReadonlyMap<string, WordClass> } = {
  "chieu-huong": DIRECTIONS,
  "danh-gia": VERDICTS,
  "danh-gia-giai-doan": VERDICTS,
};

const ZERO = new Set(["chưa", "không", "chưa có", "không có", "chưa phát sinh", "không phát sinh"].map(foldTone));

const ABSENT = new Map(
  (Object.entries(STATUS_WORDS) as [Exclude<FigureStatus, "reported">, string][]).map(([status, word]) => [
    foldTone(word),
    status,
  ]),
);

/** Points between thousands or none at all, a comma before decimals. */
const NUMBER = /^([-–−])?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?( ?%)?$/u;

/**
 * Reads the printed text of a figure.
 *
 * @param measure of its path: "không phát sinh" of a direction is a comparison, of a count it is nought
 */
export function readPrinted(text: string, measure: FigureMeasure): Printed {
  const typed = text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
  const number = NUMBER.exec(typed);
  if (number !== null) {
    const [, sign, whole = "", decimals = "0", percent] = number;
    const size = Number(`${whole.replaceAll(".", "")}.${decimals}`);
    return { kind: "number", value: sign === undefined ? size : -size, isShare: percent !== undefined };
  }
  const folded = foldTone(typed);
  const words = WORDS[measure];
  const found = words?.get(folded);
  if (found !== undefined) return { kind: "word", class: found };
  const status = ABSENT.get(folded);
  if (status !== undefined) return { kind: "absent", status };
  return words === undefined && ZERO.has(folded) ? { kind: "zero" } : { kind: "unknown" };
}
