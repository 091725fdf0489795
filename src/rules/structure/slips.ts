/** Marks of articles, clauses and points that are typed with a wrong sign, so that no reader takes them for marks. */
import type { Block } from "../../model/block.js";
import type { Mark, MarkForm } from "../../model/mark.js";
import { POINT_LETTERS } from "../../norms/numerals.js";
import { wordsOf } from "../../plan/points/index.js";
import { blocksOf, type CheckContext } from "../context.js";
import type { Fault } from "../rule.js";

/** Openings that are meant as marks and are none, with the form that is meant and the right mark. */
const SLIPS: readonly (readonly [RegExp, MarkForm, (match: RegExpExecArray) => string])[] = [
  [/^Điều (\d{1,3})\s*[:\-–/)]/u, "article", ([, number]) => `Điều ${number}.`],
  [/^(\d{1,2})[)/](?=\s)/u, "number", ([, number]) => `${number}.`],
  [/^(\d{1,2})\s?[-–](?=\s\p{Lu})/u, "number", ([, number]) => `${number}.`],
  [/^([a-zđ])[./](?=\s)/u, "letter", ([, letter]) => `${letter})`],
  [/^([a-zđ])\s?[-–](?=\s)/u, "letter", ([, letter]) => `${letter})`],
];

/** A mark with the wrong sign: as typed, and as it should be. */
export interface Slip {
  readonly typed: string;
  readonly right: Mark;
  /** Which of the slips it is: a list makes one throughout. */
  readonly kind: number;
}

/** The mark that a paragraph is meant to open with, where it opens with none. */
export function slipOf(block: Block): Slip | undefined {
  const opening = openingOf(block);
  for (const [kind, [pattern, form, right]] of SLIPS.entries()) {
    const match = pattern.exec(opening);
    if (match !== null) return { typed: match[0].trim(), right: { form, text: right(match) }, kind };
  }
  return undefined;
}

export const openingOf = (block: Block): string =>
  "inlines" in block && block.mark === undefined ? wordsOf(block.inlines).trimStart() : "";
export const markOf = (block: Block): Mark | undefined => ("mark" in block ? block.mark : undefined);
const hasArticles = (context: CheckContext): boolean =>
  blocksOf(context.document).some(
    (block) => markOf(block)?.form === "article" || /^Điều \d+\s*[:\-–/)]/u.test(openingOf(block)),
  );

/** What to write for a slip; a letter that no list of điểm has cannot be kept (P38). */
const rightFor = ({ right: { form, text } }: Slip): string =>
  form === "letter" && !POINT_LETTERS.includes(text.slice(0, 1))
    ? "Đánh điểm theo thứ tự a), b), c), d), đ), e), g) …"
    : `Ghi “${text}”.`;

const QUOTED_SLIPS = 6;
const listSlips = (slips: readonly Slip[]): string =>
  slips
    .slice(0, QUOTED_SLIPS)
    .map(({ typed }) => `“${typed}”`)
    .join(", ") + (slips.length > QUOTED_SLIPS ? " …" : "");

/** Tells them: each of a draft, of a finished file each kind once. */
export function* slips(context: CheckContext): Iterable<Fault> {
  const found = blocksOf(context.document).flatMap((block) => {
    const slip = slipOf(block);
    return slip === undefined ? [] : [{ block, slip }];
  });
  // the clause speaks of điều, khoản, điểm; elsewhere the form is usage
  const less = hasArticles(context) || context.norm.family === "state" ? {} : { less: "warning" as const };
  // in a draft each is put right at its line; in a Word file they are told as what they are, one habit
  const groups =
    context.origin === "draft"
      ? found.map((one) => [one])
      : [...new Set(found.map(({ slip }) => slip.kind))].map((kind) => found.filter(({ slip }) => slip.kind === kind));
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const several = group.length > 1 ? ` (${group.length} chỗ: ${listSlips(group.map(({ slip }) => slip))})` : "";
    yield {
      quote: first.slip.typed,
      found: `Đánh số “${first.slip.typed}” không đúng cách${several}.`,
      remedy: rightFor(first.slip),
      part: first.block,
      ...less,
    };
  }
}
