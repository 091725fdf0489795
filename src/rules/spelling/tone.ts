import type { CheckContext } from "../context.js";
import { EDITORIAL, EVERY, type Fault, PARTY, type Rule } from "../rule.js";
import { type MovableTone, movableTones, type ToneStyle, usualStyle } from "./tone-style.js";

interface Placed extends MovableTone {
  readonly part?: object | undefined;
  readonly field?: Fault["field"];
}

function tonesOf({ printedTexts }: CheckContext): readonly Placed[] {
  return printedTexts.flatMap(({ text, part, field }) =>
    [...movableTones(text)].map((tone) => ({ ...tone, part, field })),
  );
}

const count = (tones: readonly Placed[], style: ToneStyle): number =>
  tones.filter((tone) => tone.style === style).length;

const asList = (tones: readonly Placed[]): string => {
  const words = [...new Set(tones.map(({ text }) => text))];
  return (
    words
      .slice(0, 4)
      .map((word) => `“${word}”`)
      .join(", ") + (words.length > 4 ? " …" : "")
  );
};

const SAMPLE = "Văn phòng Đảng uỷ phối hợp với các chi uỷ trả lời, hoà giải vướng mắc nếu có.";

export const C04: Rule = {
  id: "C04",
  title: "Một văn bản một cách đặt dấu thanh",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason:
    "Không chuẩn nào quy định uỷ hay ủy, nhưng lẫn hai cách thì tìm kiếm, đối chiếu đều sót. Không xét tên riêng.",
  right: { body: SAMPLE },
  wrong: { body: SAMPLE.replace("hoà", "hòa") },
  *check(context) {
    const tones = tonesOf(context);
    const [main, first] = [count(tones, "main"), count(tones, "first")];
    if (main === 0 || first === 0) return;
    const usual: ToneStyle = main >= first ? "main" : "first";
    const kept = usualStyle(main, first, context.norm.family);
    const odd = tones.filter(({ style }) => style !== usual);
    const [one] = odd;
    if (one === undefined) return;
    yield {
      quote: one.text,
      found: `Cách đặt dấu thanh không thống nhất: ${odd.length} chỗ ghi ${asList(odd)}, ${tones.length - odd.length} chỗ theo cách kia.`,
      // never against what P70 says of a document of the Party
      remedy:
        kept === usual
          ? `Ghi thống nhất, ví dụ “${one.other}”.`
          : `Ghi thống nhất một cách; văn bản của Đảng thường ghi như “${one.text}”.`,
      part: one.part,
      field: one.field,
    };
  },
};

export const P70: Rule = {
  id: "P70",
  title: "Văn bản của Đảng thường ghi uỷ, hoà, khoá",
  norms: PARTY,
  severity: "note",
  basis: "sample",
  clause: () => "cách viết của bản Hướng dẫn 05-HD/VPTW đã ký",
  reason: "Bản hướng dẫn đã ký đặt dấu trên âm chính (uỷ, hoà, khoá); là thông lệ, không phải quy định.",
  right: { body: SAMPLE },
  wrong: { body: SAMPLE.replace("hoà", "hòa") },
  *check(context) {
    const tones = tonesOf(context);
    const odd = tones.filter(({ style }) => style === "first");
    const [one] = odd;
    if (one === undefined) return;
    yield {
      quote: one.text,
      found: `${odd.length} chỗ đặt dấu trên âm đầu: ${asList(odd)}.`,
      remedy: `Văn bản của Đảng thường ghi “${one.other}”.`,
      part: one.part,
      field: one.field,
    };
  },
};
