import { nd30Clause } from "../../norms/clause.js";
import { wordsOf } from "../../plan/points/index.js";
import { type CheckContext, isOpen } from "../context.js";
import { sayMark, wrongMark } from "../list-marks.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";

function* wrongMarks({ document: { legalBases = [] }, norm, origin }: CheckContext): Iterable<Fault> {
  for (const [index, basis] of legalBases.entries()) {
    const text = wordsOf(basis).trim();
    const wrong = wrongMark(text, index === legalBases.length - 1, norm.legalBases, origin === "foreign");
    if (wrong === undefined || isOpen(text.slice(-5))) continue;
    yield {
      quote: text,
      found: `Căn cứ “${text}” ${sayMark(wrong.typed)}.`,
      remedy: `Các căn cứ cách nhau bằng “${norm.legalBases.separator}”, căn cứ cuối kết thúc bằng “${norm.legalBases.last}”.`,
      part: basis,
      field: "legalBases",
    };
  }
}

const partyBases = (last: string) => ({
  header: { "căn cứ": `- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;\n- Xét đề nghị của Văn phòng Đảng uỷ${last}` },
});

export const P34: Rule = {
  id: "P34",
  title: "Dấu cuối mỗi căn cứ",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ legalBases }) => legalBases.clause,
  reason:
    "Mỗi căn cứ một dòng, kết thúc bằng dấu chấm phẩy; căn cứ cuối bằng dấu chấm (trước 27/5/2026: dấu phẩy). Gạch đầu dòng do phần mềm in.",
  right: partyBases("."),
  wrong: partyBases(","),
  check: wrongMarks,
};

const stateBases = (line: string, last = ".") => ({
  header: {
    "căn cứ": `${line}\nTheo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường${last}`,
  },
});
const LAW = "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;";

export const S13: Rule = {
  id: "S13",
  title: "Dấu cuối mỗi căn cứ",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: ({ legalBases }) => legalBases.clause,
  reason: "Sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm.",
  right: stateBases(LAW),
  wrong: stateBases(LAW, ","),
  check: wrongMarks,
};

/** A law or ordinance with what a căn cứ leaves out. */
const LAW_NUMBER =
  /^(?:Căn cứ\s+)?(?:Bộ luật|Luật|Pháp lệnh)\s.*?(số\s+\d+[\d/\p{L}-]*|của (?:Quốc hội|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội))/iu;

export const S14: Rule = {
  id: "S14",
  title: "Căn cứ luật, pháp lệnh không ghi số, cơ quan ban hành",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.6.a"),
  reason: "Riêng luật, pháp lệnh chỉ ghi tên và ngày, không ghi số, ký hiệu, cơ quan ban hành.",
  right: stateBases(LAW),
  wrong: stateBases("Căn cứ Luật Lâm nghiệp số 16/2017/QH14 ngày 15 tháng 11 năm 2017;"),
  *check({ document: { legalBases = [] } }) {
    for (const basis of legalBases) {
      const text = wordsOf(basis);
      const quote = LAW_NUMBER.exec(text)?.[1];
      if (quote === undefined) continue;
      yield {
        quote,
        found: `Căn cứ “${text}” ghi “${quote}”.`,
        remedy: "Chỉ ghi tên luật, pháp lệnh và ngày, tháng, năm.",
        part: basis,
        field: "legalBases",
      };
    }
  },
};

/** A number of the Party's: type behind the hyphen, body behind the stroke. */
const PARTY_NUMBER = /(?:\p{Lu}\p{L}+(?: \p{L}+)?\s+)?số\s+\d+\s*-\s*\p{Lu}\p{L}*\/\p{Lu}[\p{Lu}-]*/u;

export const S34: Rule = {
  id: "S34",
  title: "Văn bản của Đảng không làm căn cứ pháp lý",
  norms: STATE,
  severity: "warning",
  basis: "practice",
  clause: () => nd30Clause("II.6.a"),
  reason:
    "Căn cứ là văn bản quy định thẩm quyền, chức năng và văn bản pháp lý; chủ trương của Đảng nêu trong nội dung.",
  right: stateBases(LAW),
  wrong: stateBases("Căn cứ Kế hoạch số 46-KH/TU ngày 29 tháng 6 năm 2026 của Ban Thường vụ Tỉnh ủy;"),
  *check({ document: { legalBases = [] } }) {
    for (const basis of legalBases) {
      const quote = PARTY_NUMBER.exec(wordsOf(basis))?.[0];
      if (quote === undefined) continue;
      yield {
        quote,
        found: `Căn cứ viện dẫn văn bản của Đảng: “${quote}”.`,
        remedy: "Chuyển vào phần mở đầu của nội dung (“Thực hiện …”); căn cứ chỉ nêu văn bản pháp luật.",
        part: basis,
        field: "legalBases",
      };
    }
  },
};

export const LEGAL_BASIS_RULES: readonly Rule[] = [P34, S13, S14, S34];
