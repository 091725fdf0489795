import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import { acceptedTypeCodes } from "../../norms/number-print.js";
import { parsePrintedNumber } from "../../norms/number-read.js";
import { documentTypes } from "../../norms/types.js";
import type { CheckContext } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";
import { proposedNumber } from "./printed-number.js";

interface Mismatch {
  readonly code: string;
  readonly expected: string;
  readonly type: string;
  /** The code is another way of writing the right one, not another type's. */
  readonly variant: boolean;
}

/** Codes that are written for another: QyĐ and QĐi for a Quy định, TT for a Tờ trình, CT for a Chương trình. */
const VARIANTS: { readonly [slug: string]: readonly string[] } = {
  "quy-dinh": ["QYĐ", "QĐI", "QĐ"],
  "to-trinh": ["TT", "TTR"],
  "thong-tri": ["TTR"],
  "chuong-trinh": ["CT", "CTR"],
};

function mismatch({ document, norm, type }: CheckContext): Mismatch | undefined {
  const code = document.number?.typeCode;
  if (type === undefined || code === undefined || code.startsWith("[") || type.letter) return undefined;
  const accepted = acceptedTypeCodes(type, norm);
  if (accepted.length === 0 || accepted.includes(code)) return undefined;
  const expected = accepted.join(" hoặc ");
  const sameLetters = accepted.some((one) => one.toUpperCase() === code.toUpperCase());
  const variant = sameLetters || (VARIANTS[type.slug] ?? []).includes(code.toUpperCase());
  return { code, expected, type: type.name, variant };
}

const faultOf = ({ code, expected, type }: Mismatch, family: "party" | "state"): Fault => {
  const owner = documentTypes(family).find((one) => one.code === code)?.name;
  return {
    quote: code,
    found: `Thể loại là ${type} nhưng ký hiệu ghi “${code}”${owner === undefined ? "" : ` (mã của ${owner})`}.`,
    remedy: `Ghi “${expected}” ở khoá “ký hiệu”, hoặc sửa khoá “thể loại”.`,
    inWord: `Ghi “${expected}” trong số, ký hiệu, hoặc sửa tên thể loại.`,
    field: "number",
  };
};

export const P12: Rule = {
  id: "P12",
  title: "Mã thể loại khớp với tên thể loại",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("3.1.2.a") : hd36Clause("1.3.1.b")),
  reason: "Mã thể loại là chữ cái đầu các âm tiết của tên thể loại in trên văn bản.",
  right: { header: { "ký hiệu": "KH/ĐU" } },
  wrong: { header: { "ký hiệu": "CTr/ĐU" } },
  *check(context) {
    const found = mismatch(context);
    if (found !== undefined && !found.variant) yield faultOf(found, "party");
  },
};

export const P13: Rule = {
  id: "P13",
  title: "Cách viết mã thể loại đã quy định riêng",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("3.1.2.a") : hd36Clause("1.3.1.b")),
  reason: "Chương trình là CTr, Tờ trình là TTr, Thông tri là TT, Quy định là QĐ (trước 27/5/2026 cả QĐi).",
  right: { header: { "thể loại": "Chương trình", "ký hiệu": "CTr/ĐU" } },
  wrong: { header: { "thể loại": "Chương trình", "ký hiệu": "CTR/ĐU" } },
  *check(context) {
    const found = mismatch(context);
    if (found?.variant === true) yield faultOf(found, "party");
  },
};

export const P16: Rule = {
  id: "P16",
  title: "Công văn của Đảng ghi mã CV",
  norms: PARTY,
  severity: "warning",
  basis: "sample",
  clause: ({ number }) => number.clause,
  reason: "Mẫu của hướng dẫn ghi “686-CV/VPTU”; công văn không có mã thể loại là cách của Nhà nước.",
  right: { header: { "thể loại": "Công văn", "ký hiệu": "CV/ĐU", "kính gửi": "Các chi bộ trực thuộc", ...LETTER() } },
  wrong: { header: { "thể loại": "Công văn", "ký hiệu": "TH/ĐU", "kính gửi": "Các chi bộ trực thuộc", ...LETTER() } },
  *check({ document: { number }, type }) {
    const code = number?.typeCode;
    if (type?.letter !== true || code === undefined || code === "CV" || code.startsWith("[")) return;
    yield {
      quote: code,
      found: `Ký hiệu của công văn ghi “${code}”.`,
      remedy: "Ghi mã CV, ví dụ “CV/ĐU”.",
      field: "number",
    };
  },
};

function LETTER(): { readonly [key: string]: string } {
  return {
    "trích yếu": "về việc gửi sổ thu đảng phí",
    "nơi nhận": "- Như trên;\n- Lưu Văn phòng Đảng uỷ.",
  };
}

export const S06: Rule = {
  id: "S06",
  title: "Công văn nhà nước không có mã thể loại",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.3.b"),
  reason: "Ký hiệu của công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo hoặc lĩnh vực.",
  right: { header: { ...stateLetter("UBND-NN") } },
  wrong: { header: { ...stateLetter("CV-UBND") } },
  *check({ document: { number }, type, norm, printed }) {
    const reading = printed.number === undefined ? undefined : parsePrintedNumber(printed.number, norm, type);
    if (printed.number !== undefined && type?.letter === true && reading?.faults.includes("letterType")) {
      yield {
        quote: printed.number,
        found: `Số và ký hiệu “${printed.number}”: công văn có mã thể loại CV.`,
        remedy: `Bỏ CV, ghi “${proposedNumber(reading.number, { norm, type })}”: tên viết tắt của cơ quan rồi đơn vị soạn thảo hoặc lĩnh vực.`,
        field: "number",
      };
      return;
    }
    const symbol = [number?.typeCode, number?.bodyCode, number?.unitCode].filter((code) => code !== undefined);
    if (type?.letter !== true || symbol[0] !== "CV") return;
    const quote = symbol.join("-");
    yield {
      quote,
      found: `Ký hiệu công văn ghi “${quote}”, có mã thể loại CV.`,
      remedy: "Bỏ CV, ghi tên viết tắt của cơ quan rồi đơn vị soạn thảo, ví dụ “UBND-NC”.",
      field: "number",
    };
  },
};

function stateLetter(symbol: string): { readonly [key: string]: string } {
  return {
    "thể loại": "Công văn",
    "ký hiệu": symbol,
    "trích yếu": "V/v cung ứng cây giống",
    "kính gửi": "Sở Nông nghiệp và Môi trường",
    "nơi nhận": "- Như trên;\n- Lưu: VT, NN (05).",
  };
}

export const S07: Rule = {
  id: "S07",
  title: "Mã thể loại theo Phụ lục III",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("PL3.I"),
  reason: "Mã của 27 thể loại đã được quy định: Quy định là QyĐ, Tờ trình là TTr, Chương trình là CTr.",
  right: { header: { "thể loại": "Quy định", "ký hiệu": "QyĐ-UBND" } },
  wrong: { header: { "thể loại": "Quy định", "ký hiệu": "QĐ-UBND" } },
  *check(context) {
    const found = mismatch(context);
    if (found === undefined) return;
    const { bodyCode } = context.document.number ?? { bodyCode: "" };
    yield { ...faultOf(found, "state"), quote: `${found.code}-${bodyCode}` };
  },
};
