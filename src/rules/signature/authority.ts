import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import type { Norm } from "../../norms/norm.js";
import { PARTY, type Rule, STATE } from "../rule.js";
import {
  eachSignature,
  faultAt,
  isConcurrent,
  type SignatureLine,
  signed,
  signedByOrgan,
  signedBySteering,
} from "./lines.js";

/** A mark of authority however it was typed: TM, T/M, T.M; the words behind it. */
const TYPED =
  /^(t\s*[/.]?\s*m|k\s*[/.]?\s*t|t\s*[/.]?\s*l|t\s*[/.]?\s*u\s*[/.]?\s*q)\s*(?:([/.]?)\s+|([/.])(?=\p{L}{2}))(\S.*)$/u;

interface TypedMark {
  readonly meaning: "tm" | "kt" | "tl" | "tuq";
  /** What the authority is of, folded. */
  readonly of: string;
  /** As it should stand in the family. */
  readonly right: string;
  readonly typed: string;
}

export function readMark({ folded, text }: SignatureLine, { family }: Norm): TypedMark | undefined {
  const match = TYPED.exec(folded);
  if (match === null) return undefined;
  const letters = (match[1] ?? "").replace(/[\s/.]/gu, "") as TypedMark["meaning"];
  const capitals = letters.toUpperCase();
  const right =
    family === "state" ? `${capitals}.` : letters === "tuq" ? "TUQ." : `${capitals.slice(0, 1)}/${capitals.slice(1)}`;
  const of = match[4] ?? "";
  return { meaning: letters, of, right, typed: text.slice(0, folded.length - of.length).trim() };
}

const clause = ({ id, authority }: Norm, code: string): string =>
  id === "hd05" ? hd05Clause(code) : id === "hd36" ? hd36Clause("1.7.1") : authority.clause;

/** Bodies in whose name one signs: congress and its bodies, committees, standing committees, uỷ ban kiểm tra, councils. */
const COLLECTIVE =
  /^(?:đại hội|đoàn |ban thẩm tra|ban kiểm phiếu|bộ chính trị|ban bí thư|ban chấp hành|ban thường vụ|ban cán sự|(?:tỉnh|thành|đảng|quân|huyện|quận|thị|chi) ủy|chi bộ|đảng đoàn|ủy ban kiểm tra|hội đồng|hội nghị|đảng bộ)/u;
const HEADED = /^(?:ban |văn phòng|tiểu ban|trường |trung tâm|cơ quan|báo |tạp chí|phòng |vụ |trưởng )/u;

type Authority = Pick<TypedMark, "meaning" | "of">;
/** T/M in the name of an organ that has one head. */
const isHeadless = ({ meaning, of }: Authority): boolean => meaning === "tm" && HEADED.test(of) && !COLLECTIVE.test(of);
/** K/T of one who heads a collective body. */
const isOfCollective = ({ meaning, of }: Authority): boolean =>
  meaning === "kt" && /^(?:chủ nhiệm|chủ tịch hội đồng|chủ tịch)(?!\p{L})/u.test(of);
const isOfSecretary = ({ meaning, of }: Authority): boolean => meaning === "kt" && /^bí thư(?!\p{L})/u.test(of);
const isOutOfPlace = (mark: Authority): boolean => isHeadless(mark) || isOfCollective(mark) || isOfSecretary(mark);

const markRule = (id: string, family: "party" | "state", right: string, wrong: string): Rule => ({
  id,
  title: family === "party" ? "Ghi T/M, K/T, T/L bằng gạch chéo" : "Ghi TM., KT., TL., TUQ. bằng dấu chấm",
  norms: family === "party" ? PARTY : STATE,
  severity: "error",
  basis: "norm",
  clause: ({ authority }) => authority.clause,
  reason:
    family === "party"
      ? "Văn bản của Đảng ghi gạch chéo, không có dấu chấm: T/M, K/T, T/L; riêng Q. có dấu chấm."
      : "Văn bản nhà nước ghi dấu chấm sau chữ viết tắt, không có gạch chéo.",
  right: signed(right, family === "party" ? "PHÓ BÍ THƯ" : "PHÓ CHỦ TỊCH"),
  wrong: signed(wrong, family === "party" ? "PHÓ BÍ THƯ" : "PHÓ CHỦ TỊCH"),
  check: eachSignature(function* (lines, { norm }) {
    for (const line of lines) {
      const mark = readMark(line, norm);
      if (mark === undefined || mark.typed === mark.right || (norm.family === "party" && mark.meaning === "tuq"))
        continue;
      // how a line is to be typed that must not stand there at all helps nobody (P43, P44 tell it)
      if (norm.family === "party" && isOutOfPlace(mark)) continue;
      yield faultAt(line, `Quyền hạn ký ghi “${mark.typed}”.`, `Ghi “${mark.right}”.`);
    }
  }),
});

export const P41 = markRule("P41", "party", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ");
export const S21 = markRule("S21", "state", "KT. CHỦ TỊCH", "K/T CHỦ TỊCH");

const signedFor = (...lines: readonly string[]) => {
  const { header } = signed(...lines);
  return {
    header: {
      ...header,
      "thể loại": "Quyết định",
      "ký hiệu": "QĐ-UBND",
      "trích yếu": "Về việc thành lập Tổ trồng cây",
      "thẩm quyền ban hành": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG",
      "căn cứ": "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017.",
    },
    body: "QUYẾT ĐỊNH:\n\n# Điều 1. Thành lập Tổ trồng cây\n\nTổ gồm 05 thành viên./.",
  };
};

export const V30: Rule = {
  id: "V30",
  title: "Chủ tịch ban hành thì ký với chức vụ chủ tịch, không thay mặt uỷ ban",
  norms: STATE,
  severity: "warning",
  basis: "sample",
  clause: () => nd30Clause("II.7.b"),
  reason: "TM. là thay mặt tập thể; văn bản ghi thẩm quyền “CHỦ TỊCH …” là của cá nhân chủ tịch, cấp phó ký KT.",
  right: signedFor("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
  wrong: signedFor("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
  check: eachSignature(function* (lines, { document, norm }) {
    const [authority = ""] = document.issuingAuthority ?? [];
    if (!/^CHỦ TỊCH(?!\p{L})/u.test(authority.trim())) return;
    for (const line of lines)
      if (readMark(line, norm)?.meaning === "tm")
        yield faultAt(
          line,
          `Thẩm quyền ban hành là “${authority}” nhưng ký “${line.text}”.`,
          "Bỏ dòng này; chủ tịch ký trực tiếp, phó chủ tịch ký “KT. CHỦ TỊCH”.",
        );
  }),
};

export const P42: Rule = {
  id: "P42",
  title: "Văn bản của Đảng không ký thừa uỷ quyền",
  norms: PARTY,
  severity: "warning",
  basis: "practice",
  clause: ({ authority }) => authority.clause,
  reason: "Hướng dẫn chỉ nêu thay mặt, ký thay, thừa lệnh và quyền.",
  right: signedByOrgan("T/L TRƯỞNG BAN", "CHÁNH VĂN PHÒNG"),
  wrong: signedByOrgan("TUQ. TRƯỞNG BAN", "CHÁNH VĂN PHÒNG"),
  check: eachSignature(function* (lines, { norm }) {
    for (const line of lines)
      if (readMark(line, norm)?.meaning === "tuq")
        yield faultAt(line, `Quyền hạn ký ghi “${line.text}”.`, "Dùng “T/L” nếu được uỷ quyền ký thừa lệnh.");
  }),
};

export const P43: Rule = {
  id: "P43",
  title: "Hình thức ký đúng chế độ làm việc của cơ quan",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.1"),
  reason:
    "Cơ quan theo chế độ thủ trưởng: người đứng đầu ký trực tiếp, cấp phó ký thay; tổ chức lãnh đạo tập thể: T/M.",
  right: signedByOrgan("TRƯỞNG BAN"),
  wrong: signedByOrgan("T/M BAN TỔ CHỨC", "TRƯỞNG BAN"),
  check: eachSignature(function* (lines, { norm }) {
    for (const line of lines) {
      const mark = readMark(line, norm);
      if (mark !== undefined && isHeadless(mark))
        yield faultAt(
          line,
          `“${line.text}”: cơ quan theo chế độ thủ trưởng không ký thay mặt.`,
          "Bỏ dòng này; người đứng đầu ký trực tiếp, cấp phó ký “K/T …”.",
        );
      if (mark !== undefined && isOfCollective(mark))
        yield faultAt(
          line,
          `“${line.text}”: cấp phó của tổ chức lãnh đạo tập thể không ký thay.`,
          "Ghi “T/M …” và chức vụ của người ký.",
        );
    }
  }),
};

export const P44: Rule = {
  id: "P44",
  title: "Phó bí thư ký thay mặt, không ký thay bí thư",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.4.b"),
  reason: "Cấp uỷ lãnh đạo tập thể: phó bí thư ký “T/M …”.",
  right: signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
  wrong: signed("K/T BÍ THƯ", "PHÓ BÍ THƯ"),
  check: eachSignature(function* (lines, { norm }) {
    for (const line of lines) {
      const mark = readMark(line, norm);
      if (mark !== undefined && isOfSecretary(mark))
        yield faultAt(
          line,
          `Phó bí thư ký “${line.text}”.`,
          "Ghi “T/M BAN THƯỜNG VỤ” hoặc “T/M ĐẢNG UỶ” rồi “PHÓ BÍ THƯ”.",
        );
    }
  }),
};

export const P48: Rule = {
  id: "P48",
  title: "Cấp phó ban chỉ đạo không có con dấu riêng không ký thay",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.4.đ"),
  reason:
    "Ban chỉ đạo, tiểu ban, hội đồng không có con dấu riêng ghi chức vụ, “kiêm”, vai trò; không ghi K/T, cấp phó không ghi T/M.",
  right: signedBySteering("UỶ VIÊN BAN THƯỜNG VỤ", "kiêm", "PHÓ TRƯỞNG BAN CHỈ ĐẠO"),
  wrong: signedBySteering("K/T TRƯỞNG BAN CHỈ ĐẠO", "UỶ VIÊN BAN THƯỜNG VỤ", "kiêm", "PHÓ TRƯỞNG BAN CHỈ ĐẠO"),
  check: eachSignature(function* (lines, { norm }) {
    if (!lines.some(isConcurrent)) return;
    for (const line of lines) {
      const mark = readMark(line, norm);
      if (mark?.meaning === "kt" || (mark?.meaning === "tm" && /^hội đồng/u.test(mark.of)))
        yield faultAt(line, `Phần ký có “kiêm” mà còn ghi “${line.text}”.`, `Bỏ dòng “${line.text}”.`);
    }
  }),
};

export const P50: Rule = {
  id: "P50",
  title: "Thừa lệnh không chuyển tiếp",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: (norm) => clause(norm, "7.1.4.d"),
  reason: "Người được giao ký thừa lệnh không được để người khác ký thay.",
  right: signed("T/L BAN THƯỜNG VỤ", "PHÓ CHÁNH VĂN PHÒNG"),
  wrong: signed("T/L BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
  check: eachSignature(function* (lines, { norm }) {
    const byOrder = lines.findIndex((line) => readMark(line, norm)?.meaning === "tl");
    const below =
      byOrder === -1 ? undefined : lines.slice(byOrder + 1).find((line) => readMark(line, norm)?.meaning === "kt");
    if (below !== undefined)
      yield faultAt(
        below,
        `Dưới dòng thừa lệnh còn “${below.text}”.`,
        "Bỏ dòng ký thay; ghi chức vụ của người được giao ký thừa lệnh.",
      );
  }),
};
