/** Rules about the order of numbers and letters. */
import type { Block } from "../../model/block.js";
import type { Mark, MarkForm } from "../../model/mark.js";
import { POINT_LETTERS, printRoman } from "../../norms/numerals.js";
import { type Point, pointsOf, wordsOf } from "../../plan/points/index.js";
import { blocksOf, type CheckContext } from "../context.js";
import { EDITORIAL, EVERY, type Fault, PARTY, type Rule } from "../rule.js";
import { placeInSeries, seriesOf } from "./series.js";
import { slipOf } from "./slips.js";

/** Whether words without a mark stand between two siblings: a list may begin anew behind them. */
function partedByWords(siblings: readonly Point[], from: Point, to: Point): boolean {
  return siblings.slice(siblings.indexOf(from) + 1, siblings.indexOf(to)).some(({ mark }) => mark === undefined);
}

interface Break {
  readonly block: Block;
  /** The mark as it is printed, and the words behind it. */
  readonly words: string;
  readonly mark: Mark;
  readonly value: number;
  readonly due: number;
}

/** Where series do not go on by one. */
function* breaks(context: CheckContext): Iterable<Break> {
  yield* pointBreaks(context);
  yield* slipBreaks(context);
}

/** The same among marks with a wrong sign, which are no points: "a." "b." "d.", and "Điều 3:" behind "Điều 1.". */
function* slipBreaks({ document }: CheckContext): Iterable<Break> {
  for (const blocks of [document.body, ...document.annexes.map((annex) => annex.blocks)]) {
    const last = new Map<string, { readonly value: number; readonly slip: boolean }>();
    for (const block of blocks) {
      const slip = slipOf(block);
      const real = "mark" in block ? block.mark : undefined;
      const mark = slip?.right ?? real;
      if (mark === undefined) continue;
      const articles = mark.form === "article";
      // what opens a part ends the lists in the one before
      if (slip === undefined || articles) for (const key of last.keys()) if (key !== "article") last.delete(key);
      if (slip === undefined && !articles) continue;
      const key = articles ? "article" : `${mark.form}${slip?.kind}`;
      const value = placeInSeries(mark);
      if (value === undefined) continue;
      const before = last.get(key);
      last.set(key, { value, slip: slip !== undefined });
      const judged = before !== undefined && (before.slip || slip !== undefined) && value !== 1;
      if (!judged || value === before.value + 1) continue;
      const words = "inlines" in block ? wordsOf(block.inlines).trim() : "";
      const typed = slip === undefined ? mark : { ...mark, text: slip.typed };
      yield {
        block,
        words: slip === undefined ? `${mark.text} ${words}` : words,
        mark: typed,
        value,
        due: before.value + 1,
      };
    }
  }
}

function* pointBreaks({ points }: CheckContext): Iterable<Break> {
  /** The last number of each form, for series that run on under the next heading. */
  const last = new Map<string, number>();
  for (const { form, points: counted } of seriesOf(points)) {
    let previous: Point | undefined;
    for (const point of counted) {
      const mark = point.mark as Mark;
      const value = placeInSeries(mark) ?? 0;
      const key = `${form}|${point.annex?.label ?? ""}`;
      const before = previous?.mark === undefined ? 0 : (placeInSeries(previous.mark) ?? 0);
      const siblings = point.parent?.children ?? points;
      const restarts = value === 1 && previous !== undefined && partedByWords(siblings, previous, point);
      const runsOn = previous === undefined && value === (last.get(key) ?? 0) + 1;
      if (value !== before + 1 && !restarts && !runsOn)
        yield { block: point.block, words: `${mark.text} ${point.text}`, mark, value, due: before + 1 };
      last.set(key, value);
      previous = point;
    }
  }
}

/** A body with a list under these marks. */
export const list = (...marks: readonly string[]) => ({
  body: `Nội dung kiểm tra gồm:\n\n${marks.map((mark) => `${mark} Kiểm tra sổ thu đảng phí của chi bộ số ${marks.indexOf(mark) + 1}.`).join("\n\n")}`,
});

/** The mark that a series asks for at a place. */
function markFor(form: MarkForm, text: string, value: number): string {
  if (form === "letter") return `${POINT_LETTERS[value - 1] ?? "?"})`;
  const number = /^\d+(?:\.\d+)*/u.exec(text)?.[0];
  if (number !== undefined) return text.replace(/\d+(?=\D*$)/u, String(value));
  if (form === "roman") return `${printRoman(value)}${text.slice(-1)}`;
  return text.replace(/(?<=\s)\S+?(?=[.:]?$)/u, /\s\d/u.test(text) ? String(value) : printRoman(value));
}

/** Whether a letter is wrong because the English alphabet was followed: đ was left out, or f, j, w, z used. */
const isEnglish = (mark: Mark, value: number, due: number): boolean =>
  mark.form === "letter" && POINT_LETTERS[due - 1] === "đ" && value === due + 1;

/** Letters of points that follow another alphabet than the Vietnamese. */
export function* letterOrder(context: CheckContext): Iterable<Fault> {
  for (const { block, words, mark, value, due } of breaks(context)) {
    if (!isEnglish(mark, value, due)) continue;
    yield {
      quote: words.slice(0, 60).trim(),
      found: `Sau điểm d) là điểm “${mark.text}”, thiếu điểm đ).`,
      remedy: `Đánh lại từ “đ)” theo bảng chữ cái tiếng Việt.`,
      part: block,
    };
  }
  const marked = [...pointsOf(context.points)].flatMap(({ mark, text, block }) =>
    mark === undefined ? [] : [{ mark, typed: mark.text, words: `${mark.text} ${text}`, block }],
  );
  const slipped = blocksOf(context.document).flatMap((block) => {
    const slip = slipOf(block);
    return slip === undefined || !("inlines" in block)
      ? []
      : [{ mark: slip.right, typed: slip.typed, words: wordsOf(block.inlines).trim(), block }];
  });
  for (const { mark, typed, words, block } of [...marked, ...slipped]) {
    if (mark.form !== "letter" || placeInSeries(mark) !== undefined) continue;
    yield {
      quote: words.slice(0, 60).trim(),
      found: `Điểm “${typed}” dùng chữ không có trong thứ tự đánh điểm.`,
      remedy: "Đánh điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k …",
      part: block,
    };
  }
}

export const P38: Rule = {
  id: "P38",
  title: "Điểm theo thứ tự bảng chữ cái tiếng Việt",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ headings }) => headings.clause,
  reason: "Sau d là đ; không dùng các chữ f, j, w, z.",
  right: list("a)", "b)", "c)", "d)", "đ)", "e)"),
  wrong: list("a)", "b)", "c)", "d)", "e)", "g)"),
  check: letterOrder,
};

const EDITORIAL_WARNING = { severity: "warning", basis: "practice", clause: EDITORIAL } as const;

export const V01: Rule = {
  id: "V01",
  title: "Đánh số liên tục",
  norms: EVERY,
  ...EDITORIAL_WARNING,
  reason: "Số bị nhảy làm người đọc tưởng mất một mục; viện dẫn đến mục đó sẽ sai.",
  right: list("1.", "2.", "3."),
  wrong: list("1.", "3.", "4."),
  *check(context) {
    for (const { block, mark, value, due } of breaks(context)) {
      if (value <= due || isEnglish(mark, value, due)) continue;
      yield {
        quote: mark.text,
        found: `Đánh số nhảy: “${mark.text}” đứng ở chỗ của “${markFor(mark.form, mark.text, due)}”.`,
        remedy: `Sửa lại số, hoặc bổ sung mục còn thiếu.`,
        part: block,
      };
    }
  },
};

export const V02: Rule = {
  id: "V02",
  title: "Không đánh trùng số",
  norms: EVERY,
  ...EDITORIAL_WARNING,
  reason: "Hai mục cùng số thì không viện dẫn được.",
  right: list("1.", "2.", "3."),
  wrong: list("1.", "2.", "2."),
  *check(context) {
    for (const { block, mark, value, due } of breaks(context)) {
      if (value >= due) continue;
      yield {
        quote: mark.text,
        found: `“${mark.text}” đã có ở trên; chỗ này phải là “${markFor(mark.form, mark.text, due)}”.`,
        remedy: "Đánh lại số từ mục này.",
        part: block,
      };
    }
  },
};
