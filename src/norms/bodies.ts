import type { NormId } from "../model/document.js";
import type { Confidence } from "./norm.js";

/**
 * The code of a body in số và ký hiệu. An organ of a committee writes the committee's code behind its own:
 * BTC + TU = BTCTU. Offices add their own codes to this list; the norms name only some.
 */
export interface BodyCode {
  readonly code: string;
  readonly name: string;
  /** "organ": used with a committee's code behind it, or alone below the province. */
  readonly kind: "committee" | "organ" | "congress" | "institution";
  readonly norms: readonly NormId[];
  readonly confidence: Confidence;
}

const BOTH: readonly NormId[] = ["hd05", "hd36"];
const NEW: readonly NormId[] = ["hd05"];
const OLD: readonly NormId[] = ["hd36"];

type Entry = readonly [code: string, name: string, norms: readonly NormId[], confidence?: Confidence];

function declare(kind: BodyCode["kind"], entries: readonly Entry[]): readonly BodyCode[] {
  return entries.map(([code, name, norms, confidence = "N"]) => ({ code, name, kind, norms, confidence }));
}

/** HD05 PII.I.3.1.2.b and its samples; HD36 1.3.1.b. The State leaves its codes to the head of each agency (NĐ30 II.3.b). */
export const BODY_CODES: readonly BodyCode[] = [
  ...declare("congress", [["ĐH", "Đại hội và các cơ quan của đại hội", BOTH]]),
  ...declare("committee", [
    ["TW", "Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư", BOTH],
    ["TU", "Tỉnh uỷ, thành uỷ", BOTH],
    ["HU", "Huyện uỷ", OLD],
    ["QUTW", "Quân uỷ Trung ương", BOTH],
    ["ĐUQS", "Đảng uỷ quân sự", BOTH],
    ["ĐUCA", "Đảng uỷ công an", BOTH],
    ["ĐUBP", "Đảng uỷ biên phòng", BOTH],
    ["ĐUK", "Đảng uỷ khối", OLD],
    ["ĐU", "Các đảng uỷ khác", BOTH],
    ["CB", "Chi bộ", BOTH],
    ["ĐĐ", "Đảng đoàn", OLD],
    ["BCSĐ", "Ban cán sự đảng", OLD],
  ]),
  ...declare("organ", [
    ["VP", "Văn phòng", BOTH],
    ["UBKT", "Uỷ ban kiểm tra", BOTH],
    ["CQUBKT", "Cơ quan uỷ ban kiểm tra", NEW],
    ["BTC", "Ban tổ chức", BOTH],
    ["BNC", "Ban nội chính", BOTH],
    ["BTGDV", "Ban tuyên giáo và dân vận", NEW],
    ["BXDĐ", "Ban xây dựng đảng", NEW],
    ["BTG", "Ban tuyên giáo", OLD],
    ["BDV", "Ban dân vận", OLD],
    ["BKT", "Ban kinh tế", OLD],
    ["BCĐ", "Ban chỉ đạo", BOTH],
    ["TB", "Tiểu ban", BOTH],
    ["HĐ", "Hội đồng", BOTH],
    ["TCT", "Trường chính trị", NEW],
    ["TTCT", "Trung tâm chính trị", NEW],
    ["CQBPTTH", "Cơ quan báo và phát thanh, truyền hình", NEW],
  ]),
  ...declare("institution", [
    ["BND", "Báo Nhân Dân", NEW],
    ["TCCS", "Tạp chí Cộng sản", NEW],
    ["HVCTQGHCM", "Học viện Chính trị quốc gia Hồ Chí Minh", NEW],
    ["ĐTHVN", "Đài Truyền hình Việt Nam", NEW],
    ["ĐTNVN", "Đài Tiếng nói Việt Nam", NEW],
    ["TTXVN", "Thông tấn xã Việt Nam", NEW],
    ["VHLKHXHVN", "Viện Hàn lâm Khoa học xã hội Việt Nam", NEW],
    ["VHLKHCNVN", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", NEW],
  ]),
];

/**
 * The bodies that a code names, lead first: `BTCTU-BNCTU` is two organs of a tỉnh uỷ.
 *
 * @param bodyCode the part of số và ký hiệu behind the type code
 * @param norm the layout norm in force; codes of the other Party norm are not known to it
 * @param own codes that an office adds
 * @returns undefined as soon as one of the codes is unknown
 */
export function readBodyCode(
  bodyCode: string,
  norm: NormId,
  own: readonly BodyCode[] = [],
): readonly (readonly BodyCode[])[] | undefined {
  const known = [...own, ...BODY_CODES].filter((body) => body.norms.includes(norm));
  const bodies = bodyCode.split("-").map((code) => readOne(code, known));
  return bodies.every((body) => body !== undefined) ? bodies : undefined;
}

/** A body, or an organ and its committee. */
function readOne(code: string, known: readonly BodyCode[]): readonly BodyCode[] | undefined {
  const whole = known.find((body) => body.code === code);
  if (whole !== undefined) return [whole];
  for (const organ of known.filter((body) => body.kind === "organ" && code.startsWith(body.code))) {
    const committee = known.find((body) => body.kind === "committee" && organ.code + body.code === code);
    if (committee !== undefined) return [organ, committee];
  }
  return undefined;
}
