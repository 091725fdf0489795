import { wordsAround } from "../context.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";

const WARNING = { norms: EVERY, severity: "warning", basis: "practice", clause: EDITORIAL } as const;

/** A blank before a mark. */
export const BLANK_BEFORE = /(?<=[\p{L}\d)”"%])[ \u00a0]+(?=[,;:!?](?:[\s”"]|\p{L}|$)|\.(?:\s|$)(?!\.))/gu;
/** Letters that a syllable cannot be without: "Ths.", "vv." have none and are short forms. */
const VOWEL = "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]";
/** A full stop that ends a sentence: behind a syllable in small letters, a year, a bracket; not in "TP.HCM", "V.I.", "2.1". */
const FULL_STOP = [
  `(?<=(?<![\\p{L}.])(?![Cc]ty\\.)(?=\\p{L}*${VOWEL})\\p{L}\\p{Ll}+\\.)`,
  "(?<=(?<![\\d./-])(?:19|20)\\d{2}\\.)",
  '(?<=[\\p{Ll}\\d.][)”"]\\.)',
].join("|");
/** No blank behind a mark. */
export const NONE_BEHIND = new RegExp(
  [
    '(?<=[\\p{L})”"]\\d?[,;])(?=\\p{L})',
    '(?<=[\\p{Ll})”"]:)(?=\\p{Lu}?\\p{Ll}{2})',
    `(?:${FULL_STOP})(?=\\p{Lu}[\\p{L}\\s])`,
  ].join("|"),
  "gu",
);
const ENDINGS = "vn|com|gov|net|org|edu|info|docx?|xlsx?|pptx?|pdf|txt|md|ya?ml|json|js|csv|zip|rar|png|jpe?g";
/** Addresses, paths and names of files keep their signs as they are. */
export const ADDRESS = new RegExp(`\\S*(?:https?:|www\\.|@|[\\p{L}\\d_)]\\.(?:${ENDINGS})(?!\\p{L}))\\S*`, "giu");
const masked = (text: string): string => text.replace(ADDRESS, (address) => "x".repeat(address.length));

const GOOD = "Giúp các chi bộ thu, nộp đảng phí đúng mức, đúng thời hạn; kịp thời uốn nắn thiếu sót.";

export const C06: Rule = {
  id: "C06",
  title: "Dấu câu liền chữ trước, cách chữ sau",
  ...WARNING,
  reason: "Dấu cách trước dấu câu làm dấu câu rơi xuống đầu dòng.",
  right: { body: GOOD },
  wrong: { body: GOOD.replace("mức, đúng", "mức ,đúng").replace("hạn;", "hạn ;") },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      const plain = masked(text);
      const at = [
        ...plain.matchAll(BLANK_BEFORE),
        ...plain.matchAll(NONE_BEHIND),
        ...plain.matchAll(NONE_BEFORE_BRACKET),
      ];
      const told = new Set<string>();
      for (const { index, 0: blank } of at.sort((one, other) => one.index - other.index)) {
        const quote = wordsAround(text, Math.max(0, index - 1), index + blank.length + 1);
        const key = quote.replace(/\s+/gu, "");
        if ([...told].some((other) => other.includes(key) || key.includes(other))) continue;
        told.add(key);
        yield {
          quote,
          found: `“${quote}” ${blank !== "" ? "có dấu cách trước dấu câu" : plain[index] === "(" ? "thiếu dấu cách trước ngoặc đơn" : "thiếu dấu cách sau dấu câu"}.`,
          remedy:
            blank === "" && plain[index] === "("
              ? "Cách ngoặc đơn với chữ trước một dấu cách."
              : "Viết dấu câu liền chữ trước, cách chữ sau một dấu cách.",
          part,
          field,
        };
      }
    }
  },
};

/** Blanks before a number or a day that is to come. */
const AWAITED = /(?<=^|[\s,])(Số\s?:?|ngày|tháng|năm)[ \u00a0]+/gu;
/** Paragraphs of which each is told. */
const MOST_TOLD = 10;

export const C07: Rule = {
  id: "C07",
  title: "Không có dấu cách thừa",
  ...WARNING,
  reason: "Hai dấu cách liền nhau làm dòng giãn không đều; dùng dấu cách để canh chữ sẽ lệch khi đổi phông.",
  right: { body: "Kết quả kiểm tra là một căn cứ để xếp loại chi bộ." },
  wrong: { body: "Kết quả  kiểm  tra là một căn cứ để xếp loại chi bộ." },
  *check({ typedTexts }) {
    let told = 0;
    for (const { text: typed, part, field } of typedTexts) {
      const text = typed.replace(AWAITED, "$1 ");
      const runs = [...text.trim().matchAll(/(?<=\S)[ \u00a0\t]{2,}/gu)];
      const [first] = runs;
      const last = runs.at(-1);
      if (first === undefined || last === undefined) continue;
      told += 1;
      // whoever types so does it all through the text
      if (told > MOST_TOLD) continue;
      const quote = wordsAround(text.trim(), first.index, last.index + last[0].length, 4);
      yield {
        quote: quote.length > 80 ? wordsAround(text.trim(), first.index, first.index + first[0].length) : quote,
        found: `${runs.length} chỗ có dấu cách thừa.`,
        remedy: "Giữ một dấu cách giữa hai chữ.",
        part,
        field,
      };
    }
  },
};

/** No blank before a bracket: "danh sách(nếu có)"; not "f(x)" or a short form with its plural. */
export const NONE_BEFORE_BRACKET = /(?<=\p{Ll}{2})(?=\((?=[^()]*\p{L}{2}))/gu;

/** A hyphen with a blank on one side only, between words. */
export const HALF_SPACED = /\p{L}+(?:- +| +-)(?=\p{L})\p{L}+/gu;
/** Phrases of two pairs of words, whose hyphen has a blank on both sides: "kinh tế - xã hội". */
const PAIRED = [
  "kinh tế",
  "xã hội",
  "văn hóa",
  "văn hoá",
  "chính trị",
  "quốc phòng",
  "an ninh",
  "khoa học",
  "kỹ thuật",
];
export const CLOSED_PHRASE = new RegExp(`(?<!\\p{L})(?:${PAIRED.join("|")})-(?:${PAIRED.join("|")})(?!\\p{L})`, "giu");

export const V07: Rule = {
  id: "V07",
  title: "Gạch nối giữa các từ có dấu cách hai bên",
  ...WARNING,
  reason: "“chính trị - xã hội” có dấu cách hai bên gạch nối; cách một bên là gõ nhầm.",
  right: { body: "Các tổ chức chính trị - xã hội phối hợp thực hiện." },
  wrong: { body: "Các tổ chức chính trị- xã hội phối hợp thực hiện." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      for (const [quote] of text.matchAll(HALF_SPACED)) {
        // "I- MỤC ĐÍCH" is a heading's mark
        if (/^[IVX]+-/u.test(quote)) continue;
        const right = quote.replace(/ *- */u, " - ");
        yield { quote, found: `“${quote}” chỉ có dấu cách một bên gạch nối.`, remedy: `Ghi “${right}”.`, part, field };
      }
      for (const [quote] of text.matchAll(CLOSED_PHRASE))
        yield {
          quote,
          found: `“${quote}” không có dấu cách hai bên gạch nối.`,
          remedy: `Ghi “${quote.replace("-", " - ")}”.`,
          part,
          field,
        };
    }
  },
};
