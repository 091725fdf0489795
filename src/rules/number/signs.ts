import { documentTypes } from "../../norms/types.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";
import { printedDash, printedLookalike } from "./printed-number.js";

const CODES = [
  ...new Set(
    (["party", "state"] as const).flatMap((family) => documentTypes(family).flatMap(({ code }) => code ?? [])),
  ),
];
/** A dash where a cited number has its hyphen: `05–HD/VPTW`, `12/QĐ–UBND`. */
export const DASHED = new RegExp(
  `(?<![\\p{L}\\d])(?:[\\dO]+\\s?[\u2010-\u2015\u2212]\\s?(?:${CODES.join("|")}|QĐi)/\\p{Lu}[\\p{L}\\d-]*|\\d+/(?:${CODES.join("|")})[\u2010-\u2015\u2212]\\p{Lu}[\\p{L}-]*)`,
  "gu",
);
/** The letter O where a digit is due. */
const LETTER_O = new RegExp(
  `(?<![\\p{L}\\d])(?=[\\dO]*O)[\\dO]+[-/](?:${CODES.join("|")}|QĐi)[-/]\\p{Lu}[\\p{L}\\d-]*`,
  "gu",
);
/** The letter l for the digit 1, or O for 0, in a number behind a word that a number follows, or between digits. */
const LETTER_IN_NUMBER =
  /(?<=(?<!\p{L})(?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Cc]hương|[Pp]hụ lục|[Ss]ố:?|[Nn]gày|[Tt]háng|[Nn]ăm|[Tt]rang)\s)(?=[\dlO]*\d)(?=\d*[lO])[\dlO]+(?![\p{L}\d])|(?<![\p{L}\d])\d+[lO]+\d[\dlO]*(?![\p{L}\d])/gu;
/** A Cyrillic or Greek letter inside a word of Latin letters. */
const FOREIGN =
  /[\p{Script=Latin}\d-]*[\p{Script=Cyrillic}\p{Script=Greek}]+[\p{Script=Latin}\d/-]+|[\p{Script=Latin}\d/-]+[\p{Script=Cyrillic}\p{Script=Greek}]+[\p{L}\d/-]*/gu;

const HAS_FOREIGN = /[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]/u;

export const C08: Rule = {
  id: "C08",
  title: "Trong số, ký hiệu dùng gạch nối",
  norms: EVERY,
  severity: "error",
  basis: "norm",
  clause: ({ number }) => number.clause,
  reason: "Hướng dẫn và nghị định quy định dấu gạch nối (-); gạch dài làm số, ký hiệu không tìm được.",
  right: {
    body: "Thực hiện Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng về thể thức văn bản.",
  },
  wrong: {
    body: "Thực hiện Hướng dẫn số 05–HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng về thể thức văn bản.",
  },
  *check(context) {
    yield* printedDash(context);
    for (const { text, part, field } of context.printedTexts) {
      for (const [quote] of text.matchAll(DASHED)) {
        yield {
          quote,
          found: `Số, ký hiệu “${quote}” dùng gạch dài.`,
          remedy: `Ghi “${quote.replace(/\s?[\u2010-\u2015\u2212]\s?/gu, "-")}”.`,
          part,
          field,
        };
      }
    }
  },
};

export const C11: Rule = {
  id: "C11",
  title: "Chữ chỉ giống bề ngoài trong số, ký hiệu",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason: "Chữ O thay số 0, chữ cái Nga hay Hy Lạp thay chữ La-tinh in ra giống nhau nhưng tìm kiếm không thấy.",
  right: {
    body: "Thực hiện Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng về thể thức văn bản.",
  },
  wrong: {
    body: "Thực hiện Hướng dẫn số O5-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng về thể thức văn bản.",
  },
  *check(context) {
    yield* printedLookalike(context);
    for (const { text, part, field } of context.printedTexts) {
      const foreign = HAS_FOREIGN.test(text) ? text.matchAll(FOREIGN) : [];
      const codes = [...text.matchAll(LETTER_O)];
      const within = (at: number) => codes.some(({ index, 0: code }) => at >= index && at < index + code.length);
      const numbers = [...text.matchAll(LETTER_IN_NUMBER)].filter(({ index }) => !within(index));
      for (const [quote] of [...codes, ...numbers, ...foreign]) {
        yield {
          quote,
          found: `“${quote}” có chữ chỉ giống bề ngoài.`,
          remedy: "Gõ lại bằng chữ số và chữ cái tiếng Việt.",
          part,
          field,
        };
      }
    }
  },
};

/** A number behind "số" in a kèm-theo line. */
const OWN_NUMBER = /^\(?Kèm theo\s+\p{L}[\p{L} ]*?\s+số\s+(\d+)\s*[-/]/u;

export const C12: Rule = {
  id: "C12",
  title: "Số ở dòng “Kèm theo” là số của văn bản",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason: "Số ở phụ lục chép từ văn bản cũ làm phụ lục không còn thuộc văn bản này.",
  right: { body: annexed("15") },
  wrong: { body: annexed("51") },
  *check({ document }) {
    const sequence = document.number?.sequence;
    if (sequence === undefined) return;
    for (const annex of document.annexes) {
      const typed = OWN_NUMBER.exec(annex.attachment ?? "")?.[1];
      if (typed === undefined || Number(typed) === sequence) continue;
      yield {
        quote: annex.attachment ?? "",
        found: `Dòng “Kèm theo” ghi số ${typed}, số của văn bản là ${sequence}.`,
        remedy: "Bỏ dòng “Kèm theo” để phần mềm tự lập, hoặc sửa số.",
        inWord: `Sửa số ở dòng “Kèm theo” thành ${sequence < 10 ? `0${sequence}` : sequence}.`,
        part: annex,
      };
    }
  },
};

function annexed(number: string): string {
  return `Danh sách chi bộ được kiểm tra nêu tại Phụ lục.

# Phụ lục
# DANH SÁCH CHI BỘ
(Kèm theo Kế hoạch số ${number}-KH/ĐU, ngày 17/8/2026 của Ban Thường vụ Đảng uỷ phường Sông Kim)

1. Chi bộ Tổ dân phố Bến Đá.

2. Chi bộ Tổ dân phố Cây Gạo.`;
}
