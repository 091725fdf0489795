/** Rules about the order of numbers and letters. */
import type { Mark, MarkForm } from "../../model/mark.js";
import { POINT_LETTERS, printRoman } from "../../norms/numerals.js";
import { type Point, pointsOf } from "../../plan/points/index.js";
import type { CheckContext } from "../context.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";
import { placeInSeries, seriesOf } from "./series.js";

/** Whether words without a mark stand between two siblings: a list may begin anew behind them. */
function partedByWords(siblings: readonly Point[], from: Point, to: Point): boolean {
  return siblings.slice(siblings.indexOf(from) + 1, siblings.indexOf(to)).some(({ mark }) => mark === undefined);
}

interface Break {
  readonly point: Point;
  readonly mark: Mark;
  readonly value: number;
  readonly due: number;
}

/** Where series do not go on by one. */
function* breaks({ points }: CheckContext): Iterable<Break> {
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
      if (value !== before + 1 && !restarts && !runsOn) yield { point, mark, value, due: before + 1 };
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

export const P38: Rule = {
  id: "P38",
  title: "Điểm theo thứ tự bảng chữ cái tiếng Việt",
  norms: EVERY,
  severity: "error",
  basis: "norm",
  clause: ({ headings }) => headings.clause,
  reason: "Sau d là đ; không dùng các chữ f, j, w, z.",
  right: list("a)", "b)", "c)", "d)", "đ)", "e)"),
  wrong: list("a)", "b)", "c)", "d)", "e)", "g)"),
  *check(context) {
    const words = (point: Point, mark: Mark) => `${mark.text} ${point.text}`.slice(0, 60).trim();
    for (const { point, mark, value, due } of breaks(context)) {
      if (!isEnglish(mark, value, due)) continue;
      yield {
        quote: words(point, mark),
        found: `Sau điểm d) là điểm “${mark.text}”, thiếu điểm đ).`,
        remedy: `Đánh lại từ “đ)” theo bảng chữ cái tiếng Việt.`,
        part: point.block,
      };
    }
    for (const point of pointsOf(context.points)) {
      const { mark } = point;
      if (mark?.form !== "letter" || placeInSeries(mark) !== undefined) continue;
      yield {
        quote: words(point, mark),
        found: `Điểm “${mark.text}” dùng chữ không có trong thứ tự đánh điểm.`,
        remedy: "Đánh điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k …",
        part: point.block,
      };
    }
  },
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
    for (const { point, mark, value, due } of breaks(context)) {
      if (value <= due || isEnglish(mark, value, due)) continue;
      yield {
        quote: mark.text,
        found: `Đánh số nhảy: “${mark.text}” đứng ở chỗ của “${markFor(mark.form, mark.text, due)}”.`,
        remedy: `Sửa lại số, hoặc bổ sung mục còn thiếu.`,
        part: point.block,
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
    for (const { point, mark, value, due } of breaks(context)) {
      if (value >= due) continue;
      yield {
        quote: mark.text,
        found: `“${mark.text}” đã có ở trên; chỗ này phải là “${markFor(mark.form, mark.text, due)}”.`,
        remedy: "Đánh lại số từ mục này.",
        part: point.block,
      };
    }
  },
};
