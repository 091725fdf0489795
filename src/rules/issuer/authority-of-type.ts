import type { Document } from "../../model/document.js";
import { forbiddingRow, type IssuerKind } from "../../norms/regulation.js";
import { PARTY, type Rule } from "../rule.js";
import { issuerClass, joinFolded } from "./kind.js";

/** Superiors below which a đảng uỷ is one of the grassroots. */
const GRASSROOTS_ABOVE = /^đảng bộ (?:phường|xã|đặc khu|sở|bộ|các cơ quan)(?!\p{L})/u;

/** The issuer's kind, as far as header and signature show it. */
function kindOf(document: Document): IssuerKind | undefined {
  const name = joinFolded(document.issuer?.name);
  const standing = (document.signatures ?? []).some(({ lines }) => /^t\/?m\.? ban thường vụ/u.test(joinFolded(lines)));
  switch (issuerClass(document)) {
    case "cell":
      return "cell";
    case "congress":
      return name.includes("chi bộ") ? "cellCongress" : undefined;
    case "province":
      return standing ? "provinceStandingCommittee" : "provinceCommittee";
    case "committee":
      if (!GRASSROOTS_ABOVE.test(joinFolded(document.issuer?.superior))) return undefined;
      return standing ? "grassrootsStandingCommittee" : "grassrootsCommittee";
    default:
      return undefined;
  }
}

export const P68: Rule = {
  id: "P68",
  title: "Thể loại văn bản đúng thẩm quyền",
  norms: PARTY,
  severity: "warning",
  basis: "practice",
  clause: () => "Quy định 399-QĐ/TW (trước 09/01/2026: Quy định 66-QĐ/TW), theo bản tóm tắt",
  reason: "Mỗi cấp uỷ, tổ chức đảng chỉ được ban hành những thể loại đã quy định.",
  right: { header: { "thể loại": "Kế hoạch", "cơ quan ban hành": "CHI BỘ TỔ DÂN PHỐ BẾN ĐÁ", ...chiBo("KH") } },
  wrong: { header: { "thể loại": "Hướng dẫn", "cơ quan ban hành": "CHI BỘ TỔ DÂN PHỐ BẾN ĐÁ", ...chiBo("HD") } },
  *check({ document, regulation, type }) {
    const kind = kindOf(document);
    const row = kind === undefined || type?.group !== "type" ? undefined : forbiddingRow(regulation, kind, type.slug);
    if (row === undefined || type === undefined) return;
    yield {
      quote: type.name,
      found: `${type.name} không thuộc các thể loại mà ${row.name} được ban hành.`,
      remedy: `Chọn thể loại khác, hoặc trình cấp có thẩm quyền ban hành (${row.clause}; ${row.source}).`,
      field: "type",
    };
  },
};

function chiBo(code: string): { readonly [key: string]: string } {
  return {
    "cơ quan cấp trên": "ĐẢNG BỘ PHƯỜNG SÔNG KIM",
    "ký hiệu": `${code}/CB`,
    ký: "T/M CHI BỘ\nBÍ THƯ\n\nQuách Văn Dũng",
    "nơi nhận": "- Đảng uỷ phường (để b/c);\n- Lưu Chi bộ.",
  };
}
