import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import type { Norm } from "../../norms/norm.js";
import { wordsAround } from "../context.js";
import { EVERY, type Rule } from "../rule.js";

const unicode = ({ id }: Norm): string =>
  id === "hd05" ? hd05Clause("IV.1") : id === "hd36" ? hd36Clause("4.1") : nd30Clause("I.4");

/** Signs that TCVN3 bytes become when read as Latin 1, beside a letter; none stands inside Vietnamese words. */
const TCVN3 = /(?:\p{L}[¨©®¬­µ¶·¸¹¡¢£¤¥¦§ª])|(?:[¨©®¬­µ¶¸¹¡¢£¤¥¦§ª]\p{L})/gu;
/** VNI marks behind a vowel: letters that Vietnamese does not have. */
const VNI = /[aeiouyAEIOUYoô][øûïåäöñëüØÛÏÅÄÖÑËÜ]/gu;

/** How much of a text is in an old encoding; one sign may be a slip of another kind. */
const isLegacy = (text: string): boolean =>
  [...text.matchAll(TCVN3)].length >= 2 || [...text.matchAll(VNI)].length >= 3;

export const C03: Rule = {
  id: "C03",
  title: "Chữ viết bằng bảng mã cũ (TCVN3, VNI)",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: unicode,
  reason: "Phông .VnTime, VNI-Times mã hoá khác Unicode; sang phông khác chữ thành vô nghĩa.",
  right: { body: "Văn phòng Đảng uỷ chuẩn bị tài liệu." },
  wrong: { body: "V¨n phßng §¶ng uû chuÈn bÞ tµi liÖu." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      if (!isLegacy(text)) continue;
      const [first] = [...text.matchAll(TCVN3), ...text.matchAll(VNI)];
      const quote = wordsAround(text, first?.index ?? 0, (first?.index ?? 0) + 20);
      yield {
        quote,
        found: `“${quote}” viết bằng bảng mã cũ.`,
        remedy: "Chuyển sang Unicode (công cụ chuyển mã của bộ gõ), hoặc gõ lại.",
        part,
        field,
      };
    }
  },
};

export const C02: Rule = {
  id: "C02",
  title: "Chữ Đ đúng mã tiếng Việt",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: unicode,
  reason: "Ð (eth) và Ɖ in ra giống Đ nhưng không tìm kiếm, không đọc được.",
  right: { body: "Văn phòng Đảng uỷ chuẩn bị tài liệu." },
  wrong: { body: "Văn phòng Ðảng uỷ chuẩn bị tài liệu." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      if (isLegacy(text)) continue;
      const quotes = new Set([...text.matchAll(/[\p{L}]*[ÐƉð][\p{L}]*/gu)].map(([quote]) => quote));
      for (const quote of quotes) {
        const right = quote.replace(/[ÐƉ]/gu, "Đ").replaceAll("ð", "đ");
        yield { quote, found: `“${quote}” có chữ Đ sai mã.`, remedy: `Gõ lại “${right}”.`, part, field };
      }
    }
  },
};
