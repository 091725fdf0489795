/** Rules about the order of numbers and letters, and about points of one level that look different. */
import type { Mark, MarkForm } from "../../model/mark.js";
import { POINT_LETTERS, printRoman, readRoman } from "../../norms/numerals.js";
import { type Point, pointsOf } from "../../plan/points/index.js";
import type { CheckContext } from "../context.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";

/** Forms whose numbers run on through the whole document, whatever stands above them. */
const THROUGHOUT: ReadonlySet<MarkForm> = new Set(["article"]);
const ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split(" ");

/** The place in its series that a mark claims; undefined where it counts nothing. */
function placeInSeries({ form, text }: Mark): number | undefined {
  switch (form) {
    case "part":
    case "chapter":
    case "section":
    case "subsection": {
      const number = /\s(\S+?)[.:]?$/u.exec(text)?.[1] ?? "";
      const word = ORDINALS.indexOf(number) + 1;
      return /^\d+$/u.test(number) ? Number(number) : (readRoman(number) ?? (word === 0 ? undefined : word));
    }
    case "article":
    case "number":
    case "bracketNumber":
      return Number(/\d+/u.exec(text)?.[0]);
    case "number2":
    case "number3":
      return Number(/(\d+)\.$/u.exec(text)?.[1]);
    case "roman":
      return readRoman(text.replace(/[.-]$/u, ""));
    case "bracketRoman":
      return readRoman(text.replace(/[()]/gu, ""));
    case "letter": {
      const index = POINT_LETTERS.indexOf(text.slice(0, 1));
      return index === -1 ? undefined : index + 1;
    }
    default:
      return undefined;
  }
}

/** Points that are counted together, in reading order. */
interface Series {
  readonly form: MarkForm;
  readonly points: Point[];
}

/** The series of a document: marks of one form under one point, or throughout; annexes count for themselves. */
function seriesOf(points: readonly Point[]): readonly Series[] {
  const series: Series[] = [];
  const throughout = new Map<string, Series>();
  const walk = (siblings: readonly Point[]): void => {
    const own = new Map<string, Series>();
    for (const point of siblings) {
      const form = point.mark?.form;
      if (form === undefined || placeInSeries(point.mark as Mark) === undefined) continue;
      const key = `${form}|${point.annex?.label ?? ""}`;
      const known = THROUGHOUT.has(form) ? throughout : own;
      const found = known.get(key) ?? { form, points: [] };
      if (!known.has(key)) {
        known.set(key, found);
        series.push(found);
      }
      found.points.push(point);
    }
    for (const point of siblings) walk(point.children);
  };
  walk(points);
  return series;
}

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

const list = (...marks: readonly string[]) => ({
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

export const V03: Rule = {
  id: "V03",
  title: "Số nhiều cấp thuộc đúng mục cấp trên",
  norms: EVERY,
  ...EDITORIAL_WARNING,
  reason: "2.1 phải nằm trong mục 2; sao chép từ văn bản khác hay để sót số cũ.",
  right: { body: "1. Nội dung kiểm tra\n\n1.1. Kiểm tra sổ thu.\n\n1.2. Kiểm tra chứng từ." },
  wrong: { body: "1. Nội dung kiểm tra\n\n2.1. Kiểm tra sổ thu.\n\n2.2. Kiểm tra chứng từ." },
  *check({ points }) {
    for (const point of pointsOf(points)) {
      const { mark, parent } = point;
      if (mark?.form !== "number2" && mark?.form !== "number3") continue;
      const above = parent?.mark;
      if (above === undefined || !["number", "number2"].includes(above.form)) continue;
      if (mark.text.startsWith(above.text) || parent?.children.find((one) => one.mark?.form === mark.form) !== point)
        continue;
      yield {
        quote: mark.text,
        found: `“${mark.text}” nằm trong mục “${above.text}”.`,
        remedy: `Đánh lại thành “${above.text}1.”.`,
        part: point.block,
      };
    }
  },
};

/** How a mark looks; words emphasised behind it are the author's. */
const lookOf = ({ mark, block }: Point): string =>
  [block.kind === "heading" ? "đề mục" : "", mark?.bold === true ? "đậm" : "", mark?.italic === true ? "nghiêng" : ""]
    .filter((word) => word !== "")
    .join(", ");

export const V04: Rule = {
  id: "V04",
  title: "Các mục cùng cấp cùng một kiểu chữ",
  norms: EVERY,
  severity: "note",
  basis: "practice",
  clause: EDITORIAL,
  reason: "Mục đậm, mục không đậm lẫn lộn thường do sao chép từ nhiều nguồn.",
  right: list("1.", "2.", "3."),
  wrong: list("1.", "2.", "**3.**"),
  *check({ points }) {
    for (const { points: counted } of seriesOf(points)) {
      const looks = counted.map(lookOf);
      const kinds = [...new Set(looks)];
      if (counted.length < 3 || kinds.length < 2) continue;
      const counts = kinds.map((kind) => looks.filter((look) => look === kind).length);
      const usual = kinds[counts.indexOf(Math.max(...counts))] ?? "";
      const odd = counted.filter((_, index) => looks[index] !== usual);
      const [first] = odd;
      // a real mixture, not two styles that the author keeps half and half, is what nobody meant
      if (first?.mark === undefined || odd.length * 2 > counted.length) continue;
      const marks = odd.map(({ mark }) => mark?.text ?? "");
      yield {
        quote: first.mark.text,
        found: `Mục ${marks.join(" ")} trình bày ${say(lookOf(first))}, các mục cùng cấp khác ${say(usual)}.`,
        remedy: "Trình bày các mục cùng cấp một kiểu.",
        part: first.block,
      };
    }
  },
};

const say = (look: string): string => (look === "" ? "chữ thường" : look);
