import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import type { CheckContext } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";

/** Short forms of bodies that are met in place of their names; ĐU and TU are also names of places (xã Tu Tra). */
const SHORT =
  /(?<![\p{L}\d])(?:\p{Lu}\.\s?\p{Lu}+\.?|UBND|HĐND|UBMTTQ|MTTQ|BCH|BTV|BCĐ|UBKT|BTC|BTG|BDV|BTGDV|VP|TP\.?|P\.|TX\.?)(?![\p{L}\d])|^(?:ĐU|CB) | TU$/u;

function* shortNames({ document: { issuer } }: CheckContext): Iterable<Fault> {
  for (const line of issuer?.name ?? []) {
    const short = SHORT.exec(line);
    if (short === null) continue;
    yield {
      quote: line,
      found: `Tên cơ quan ban hành “${line}” viết tắt “${short[0]}”.`,
      remedy: "Ghi đầy đủ tên cơ quan theo quyết định thành lập.",
      field: "issuer",
    };
  }
}

export const P07: Rule = {
  id: "P07",
  title: "Tên cơ quan ban hành ghi đầy đủ",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("2.1") : hd36Clause("1.2.1")),
  reason: "Tên cơ quan ban hành ghi đúng, đủ theo Điều lệ Đảng hoặc quyết định thành lập.",
  right: { header: { "cơ quan ban hành": "ĐẢNG UỶ PHƯỜNG SÔNG KIM" } },
  wrong: { header: { "cơ quan ban hành": "Đ.U PHƯỜNG SÔNG KIM" } },
  check: shortNames,
};

export const S03: Rule = {
  id: "S03",
  title: "Tên cơ quan ban hành ghi đầy đủ",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.2"),
  reason: "Chỉ tên cơ quan chủ quản trực tiếp được viết tắt những cụm từ thông dụng.",
  right: { header: { "cơ quan ban hành": "ỦY BAN NHÂN DÂN\nTỈNH HÀ TRUNG" } },
  wrong: { header: { "cơ quan ban hành": "UBND TỈNH HÀ TRUNG" } },
  check: shortNames,
};
