/** The words behind the legal bases by which an authority decides. */
import { nd30Clause } from "../../norms/clause.js";
import { wordsOf } from "../../plan/points/index.js";
import { type Rule, STATE } from "../rule.js";

const decision = (words: string) => ({
  header: {
    "thể loại": "Quyết định",
    "ký hiệu": "QĐ-UBND",
    "thẩm quyền ban hành": "ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG",
    "trích yếu": "Về việc thành lập Tổ trồng cây",
    "căn cứ": "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017.",
  },
  body: `${words}\n\n# Điều 1. Thành lập Tổ trồng cây\n\nTổ gồm 05 thành viên./.`,
});

export const V29: Rule = {
  id: "V29",
  title: "Sau “QUYẾT ĐỊNH”, “QUYẾT NGHỊ” có dấu hai chấm",
  norms: STATE,
  severity: "warning",
  basis: "sample",
  clause: () => nd30Clause("PL3.1.2"),
  reason: "Các mẫu nghị quyết, quyết định của nghị định đều ghi “QUYẾT NGHỊ:”, “QUYẾT ĐỊNH:” trước điều thứ nhất.",
  right: decision("QUYẾT ĐỊNH:"),
  wrong: decision("QUYẾT ĐỊNH"),
  *check({ document }) {
    for (const block of document.body) {
      if (block.kind === "table" || ("mark" in block && block.mark !== undefined)) continue;
      const quote = (block.kind === "operativeWords" ? block.text : wordsOf(block.inlines)).trim();
      if (!/^QUYẾT (?:ĐỊNH|NGHỊ)\.?$/u.test(quote)) continue;
      yield {
        quote,
        found: `“${quote}” không có dấu hai chấm.`,
        remedy: `Ghi “${quote.replace(/\.$/u, "")}:”.`,
        part: block,
      };
    }
  },
};
