import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import type { Norm } from "../../norms/norm.js";
import { type CheckContext, isOpen } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";
import { readMark } from "./authority.js";
import { eachSignature, faultAt, isConcurrent, isJoint, signed, signedBySteering } from "./lines.js";

const clause = ({ id }: Norm, code: string): string => (id === "hd05" ? hd05Clause(code) : hd36Clause("1.7.1"));

/** A position with more words behind it. */
const WITH_BODY =
  /^(?:q\. )?(?:phó )?(?:bí thư|trưởng ban|chánh văn phòng|chủ nhiệm|giám đốc|hiệu trưởng)(?: thường trực| phụ trách)?\s+(?!chỉ đạo|thường trực|kiểm phiếu|thẩm tra|thư ký|phụ trách)\p{L}/u;

export const P45: Rule = {
  id: "P45",
  title: "Chức vụ không kèm tên cơ quan",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.2"),
  reason:
    "Tên cơ quan đã có ở đầu văn bản; chỉ văn bản liên cơ quan và ban chỉ đạo không có con dấu riêng mới ghi kèm.",
  right: signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
  wrong: signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ ĐẢNG UỶ PHƯỜNG"),
  check: eachSignature(function* (lines, { document, norm }) {
    if (isJoint(document) || lines.some(isConcurrent)) return;
    for (const line of lines) {
      if (readMark(line, norm) !== undefined || !WITH_BODY.test(line.folded) || /^\(/u.test(line.text)) continue;
      yield faultAt(
        line,
        `Chức vụ “${line.text}” ghi kèm tên cơ quan.`,
        "Chỉ ghi chức vụ, ví dụ “PHÓ BÍ THƯ”, “TRƯỞNG BAN”.",
      );
    }
  }),
};

export const P46: Rule = {
  id: "P46",
  title: "Uỷ viên ký thay mặt không ghi chức vụ",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.2"),
  reason: "Dưới T/M chỉ ghi bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, chủ tịch, phó chủ tịch.",
  right: signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
  wrong: signed("T/M BAN THƯỜNG VỤ", "UỶ VIÊN BAN THƯỜNG VỤ"),
  check: eachSignature(function* (lines, { norm }) {
    if (lines.some(isConcurrent)) return;
    const onBehalf = lines.findIndex((line) => readMark(line, norm)?.meaning === "tm");
    const member =
      onBehalf === -1 ? undefined : lines.slice(onBehalf + 1).find(({ folded }) => /^(?:các )?ủy viên/u.test(folded));
    if (member !== undefined)
      yield faultAt(member, `Dưới dòng thay mặt ghi “${member.text}”.`, "Bỏ dòng này; uỷ viên ký không ghi chức vụ.");
  }),
};

export const P47: Rule = {
  id: "P47",
  title: "“kiêm” ghi riêng một dòng, chữ thường",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.4.đ"),
  reason: "Ba dòng: chức vụ, “kiêm” chữ thường, vai trò trong ban chỉ đạo, tiểu ban, hội đồng.",
  right: signedBySteering("PHÓ BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"),
  wrong: signedBySteering("PHÓ BÍ THƯ KIÊM TRƯỞNG BAN CHỈ ĐẠO"),
  check: eachSignature(function* (lines) {
    for (const line of lines) {
      if (!isConcurrent(line) || line.text.trim() === "kiêm") continue;
      yield faultAt(
        line,
        `Phần ký ghi “${line.text}”.`,
        "Ghi thành ba dòng: chức vụ / kiêm / vai trò, ví dụ “PHÓ BÍ THƯ”, “kiêm”, “TRƯỞNG BAN CHỈ ĐẠO”.",
      );
    }
  }),
};

/** Bodies in whose name one signs without a position. */
const NO_POSITION = /^(?:bộ chính trị|ban bí thư|đoàn chủ tịch)/u;

export const V11: Rule = {
  id: "V11",
  title: "Dưới T/M thường có chức vụ người ký",
  norms: PARTY,
  severity: "note",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.4.b"),
  reason: "Chỉ uỷ viên ký mới không có dòng chức vụ; bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm phải ghi.",
  right: signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
  wrong: signed("T/M BAN THƯỜNG VỤ"),
  check: eachSignature(function* (lines, { norm }) {
    const last = lines.at(-1);
    const mark = last === undefined ? undefined : readMark(last, norm);
    if (last === undefined || mark?.meaning !== "tm" || NO_POSITION.test(mark.of)) return;
    yield faultAt(
      last,
      `Dưới “${last.text}” không ghi chức vụ.`,
      "Ghi chức vụ, ví dụ “BÍ THƯ”, “PHÓ BÍ THƯ”; bỏ qua nếu người ký là uỷ viên.",
    );
  }),
};

/** What stands before a name and is no part of it. */
const TITLE =
  /^(?:GS\.?\s?TS|PGS\.?(?:\s?,?\s?TS)?|GS|TSKH|TS|ThS|Ths|CN|KS|BS|BSCK\p{L}*|LS|NGƯT|NGND|NSƯT|NSND|AHLĐ|Đ\/c|đ\/c|Đồng chí|(?:Ông|Bà)(?=(?: \p{Lu}\p{L}*){3})|Thạc sĩ|Tiến sĩ|Giáo sư|Phó Giáo sư|Bác sĩ|Kỹ sư|(?:Đại|Trung|Thượng|Thiếu)\s+(?:tướng|tá|uý|úy))[.,:]?\s+\p{Lu}/u;

function* titledNames({ document: { signatures = [], confirmation } }: CheckContext): Iterable<Fault> {
  for (const signature of [...signatures, ...(confirmation === undefined ? [] : [confirmation.signature])]) {
    const { name } = signature;
    if (name === undefined || isOpen(name) || !TITLE.test(name)) continue;
    yield {
      quote: name,
      found: `Trước họ tên người ký có học hàm, học vị, cấp bậc hoặc cách xưng hô: “${name}”.`,
      remedy: "Chỉ ghi họ và tên.",
      part: signature,
      field: "signatures",
    };
  }
}

export const P51: Rule = {
  id: "P51",
  title: "Trước họ tên người ký không ghi học hàm, học vị, quân hàm",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.3"),
  reason: "Ghi đầy đủ họ và tên, không ghi học hàm, học vị, quân hàm, danh hiệu.",
  right: { header: { ký: "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nMai Thị Xuân Lộc" } },
  wrong: { header: { ký: "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nTS. Mai Thị Xuân Lộc" } },
  check: titledNames,
};

export const S23: Rule = {
  id: "S23",
  title: "Trước họ tên người ký không ghi học hàm, học vị",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.7.c"),
  reason: "Không ghi học hàm, học vị; lực lượng vũ trang, giáo dục, y tế, khoa học do người đứng đầu ngành quy định.",
  right: { header: { ký: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nCao Thị Minh Nguyệt" } },
  wrong: { header: { ký: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nThS. Cao Thị Minh Nguyệt" } },
  check: titledNames,
};
