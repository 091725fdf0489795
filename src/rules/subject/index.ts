import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import { foldInPlace } from "../../norms/tone.js";
import { isOpen } from "../context.js";
import { PARTY, type Rule, STATE } from "../rule.js";

const VV = /^v\s*\/\s*v(?!\p{L})/iu;

export const P26: Rule = {
  id: "P26",
  title: "Trích yếu bắt đầu bằng chữ thường",
  norms: PARTY,
  severity: "warning",
  basis: "sample",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("5.1.1") : hd36Clause("1.5.1")),
  reason: "Trích yếu nối vào tên thể loại thành một cụm từ; các mẫu của hướng dẫn đều viết thường chữ đầu.",
  right: { header: { "trích yếu": "kiểm tra việc thu, nộp đảng phí năm 2026" } },
  wrong: { header: { "trích yếu": "Kiểm tra việc thu, nộp đảng phí năm 2026" } },
  *check({ document: { subject = [] }, type }) {
    const [line = ""] = subject;
    // a name begins with two capitals ("Ban Chấp hành"), and a theme of a congress is all capitals
    if (type?.letter === true || isOpen(line) || !/^\p{Lu}\p{Ll}*\s+\p{Ll}/u.test(line)) return;
    const small = `${line.slice(0, 1).toLocaleLowerCase("vi")}${line.slice(1)}`;
    // "QUY CHẾ / Quy chế làm việc của …": the type is printed already
    const name = type?.name.toLocaleLowerCase("vi") ?? "";
    const repeats = name !== "" && line.toLocaleLowerCase("vi").startsWith(`${name} `);
    yield {
      quote: line,
      found: `Trích yếu “${line}” viết hoa chữ đầu${repeats ? " và lặp lại tên loại" : ""}.`,
      remedy: repeats
        ? `Bỏ chữ “${line.slice(0, name.length)}”: ghi “${line.slice(name.length + 1)}”.`
        : `Viết thường: “${small}”.`,
      field: "subject",
    };
  },
};

const partyLetter = (subject: string) => ({
  header: {
    "thể loại": "Công văn",
    "ký hiệu": "CV/ĐU",
    "trích yếu": subject,
    "kính gửi": "Các chi bộ trực thuộc",
    "nơi nhận": "- Như trên;\n- Lưu Văn phòng Đảng uỷ.",
  },
});

export const P28: Rule = {
  id: "P28",
  title: "Trích yếu công văn của Đảng không ghi “V/v”",
  norms: PARTY,
  severity: "warning",
  basis: "sample",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("5.2.3") : hd36Clause("1.5.2")),
  reason: "Không mẫu nào của hướng dẫn ghi “V/v”; đó là cách ghi của văn bản nhà nước.",
  right: partyLetter("về việc gửi sổ thu đảng phí"),
  wrong: partyLetter("V/v gửi sổ thu đảng phí"),
  *check({ document: { subject = [] } }) {
    const [line = ""] = subject;
    if (!VV.test(line)) return;
    yield {
      quote: line,
      found: `Trích yếu “${line}” bắt đầu bằng “V/v”.`,
      remedy: `Ghi “${line.replace(VV, "về việc")}”.`,
      field: "subject",
    };
  },
};

const stateLetter = (subject: string) => ({
  header: {
    "thể loại": "Công văn",
    "ký hiệu": "UBND-NN",
    "trích yếu": subject,
    "kính gửi": "Sở Nông nghiệp và Môi trường",
    "nơi nhận": "- Như trên;\n- Lưu: VT, NN (05).",
  },
});

export const S12: Rule = {
  id: "S12",
  title: "Trích yếu công văn nhà nước ghi sau “V/v”",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.5.b"),
  reason: "Trích yếu của công văn ghi sau chữ “V/v”, dưới số và ký hiệu.",
  right: stateLetter("V/v cung ứng cây giống"),
  wrong: stateLetter("Về việc cung ứng cây giống"),
  *check({ document: { subject = [] }, type, origin }) {
    const [line = ""] = subject;
    if (type?.letter !== true || line === "" || isOpen(line) || VV.test(line)) return;
    // the layout puts "V/v" before what has no opening of its own
    if (origin === "draft" && !/^về(?: việc)?(?!\p{L})/u.test(foldInPlace(line))) return;
    yield {
      quote: line,
      found: `Trích yếu công văn “${line}” không ghi “V/v”.`,
      remedy: `Ghi “V/v ${line.replace(/^về(?: việc)?\s+/iu, "")}”.`,
      field: "subject",
    };
  },
};

export const SUBJECT_RULES: readonly Rule[] = [P26, P28, S12];
