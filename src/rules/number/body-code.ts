import { readBodyCode } from "../../norms/bodies.js";
import { hd05Clause, hd36Clause } from "../../norms/clause.js";
import type { Norm } from "../../norms/norm.js";
import { issuerClass } from "../issuer/kind.js";
import { PARTY, type Rule } from "../rule.js";

const clause = ({ id }: Norm): string => (id === "hd05" ? hd05Clause("3.1.2") : hd36Clause("1.3.1.b"));

export const P14: Rule = {
  id: "P14",
  title: "Mã cơ quan có trong hướng dẫn",
  norms: PARTY,
  severity: "warning",
  basis: "norm",
  clause,
  reason: "Từ ngày 27/5/2026 không còn mã của đảng uỷ khối, huyện uỷ, đảng đoàn, ban cán sự đảng.",
  right: { header: { "ký hiệu": "KH/ĐU" } },
  wrong: { header: { "ký hiệu": "KH/ĐUK" } },
  *check({ document: { number }, norm, ownCodes }) {
    if (number === undefined || number.bodyCode.includes("[")) return;
    if (readBodyCode(number.bodyCode, norm.id, ownCodes) !== undefined) return;
    yield {
      quote: number.bodyCode,
      found: `Mã cơ quan “${number.bodyCode}” không có trong ${norm.citation.split(",")[0]}.`,
      remedy:
        "Ghi mã hiện hành (TU, ĐU, CB, BTCTU, UBKTĐU …); mã riêng của cơ quan khai ở “mã cơ quan” của vanthu.yaml.",
      field: "number",
    };
  },
};

export const P15: Rule = {
  id: "P15",
  title: "Văn bản của đại hội mang mã ĐH",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause,
  reason: "Đại hội và các cơ quan của đại hội dùng chung một dãy số, mã ĐH.",
  right: { header: { ...congress("BB/ĐH") } },
  wrong: { header: { ...congress("BB/ĐU") } },
  *check({ document }) {
    const code = document.number?.bodyCode;
    const above = issuerClass({ ...document, issuer: { name: [...(document.issuer?.superior ?? [])] } });
    if (code === undefined || code === "ĐH" || code.includes("[")) return;
    if (issuerClass(document) !== "congress" && above !== "congress") return;
    yield {
      quote: code,
      found: `Văn bản của đại hội mang mã “${code}”.`,
      remedy: "Ghi mã ĐH, ví dụ “BB/ĐH”.",
      field: "number",
    };
  },
};

function congress(symbol: string): { readonly [key: string]: string } {
  return {
    "thể loại": "Biên bản",
    "cơ quan cấp trên": "",
    "cơ quan ban hành": "ĐẠI HỘI ĐẠI BIỂU\nĐẢNG BỘ PHƯỜNG SÔNG KIM\nLẦN THỨ I",
    "ký hiệu": symbol,
    "trích yếu": "kiểm phiếu bầu ban chấp hành",
    ký: "T/M BAN KIỂM PHIẾU\nTRƯỞNG BAN\n\nQuách Văn Dũng",
  };
}

export const P18: Rule = {
  id: "P18",
  title: "Văn bản liên cơ quan ghi đủ mã các cơ quan",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ number }) => number.clause,
  reason: "Mã các cơ quan cùng ban hành nối bằng gạch nối, cơ quan chủ trì ghi trước.",
  right: { header: { ...joint("QC/BTCTU-BNCTU") } },
  wrong: { header: { ...joint("QC/BTCTU") } },
  *check({ document }) {
    const { number, issuer, signatures = [] } = document;
    const several = (issuer?.name ?? []).some((line) => /\s[-–]$|\s[-–]\s/u.test(line));
    if (number === undefined || !several || signatures.length < 2 || number.bodyCode.includes("-")) return;
    if (document.type === "bien-ban") return;
    yield {
      quote: number.bodyCode,
      found: `Văn bản của ${signatures.length} cơ quan nhưng ký hiệu chỉ có mã “${number.bodyCode}”.`,
      remedy: "Nối mã các cơ quan bằng gạch nối, ví dụ “QC/BTCTU-BNCTU”.",
      field: "number",
    };
  },
};

function joint(symbol: string): { readonly [key: string]: string } {
  return {
    "thể loại": "Quy chế",
    "cơ quan cấp trên": "TỈNH UỶ HÀ TRUNG",
    "cơ quan ban hành": "BAN TỔ CHỨC -\nBAN NỘI CHÍNH",
    "ký hiệu": symbol,
    "trích yếu": "phối hợp trao đổi thông tin",
    ký: "TRƯỞNG BAN TỔ CHỨC TỈNH UỶ\n\nTrương Văn Nghĩa\n---\nTRƯỞNG BAN NỘI CHÍNH TỈNH UỶ\n\nHồ Thị Mai Lan",
  };
}
