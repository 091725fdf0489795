import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../src/findings/finding.js";
import { checkDocument } from "../src/rules/index.js";
import type { Example, Rule } from "../src/rules/rule.js";
import { parseDraft } from "../src/source/draft/index.js";

/** A sound draft of each family; an example changes keys of its header, or its body. */
const SOUND = {
  party: {
    header: {
      "thể loại": "Kế hoạch",
      "cơ quan cấp trên": "ĐẢNG BỘ TỈNH HÀ TRUNG",
      "cơ quan ban hành": "ĐẢNG UỶ PHƯỜNG SÔNG KIM",
      số: "15",
      "ký hiệu": "KH/ĐU",
      "địa danh": "Sông Kim",
      ngày: "17/8/2026",
      "trích yếu": "kiểm tra việc thu, nộp đảng phí năm 2026",
      "tác giả": "Ban Thường vụ Đảng uỷ phường Sông Kim",
      "nơi nhận": "- Các chi bộ trực thuộc;\n- Lưu Văn phòng Đảng uỷ.",
      ký: "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nMai Thị Xuân Lộc",
    },
    body: "Văn phòng Đảng uỷ chuẩn bị tài liệu; các chi bộ bố trí người làm việc với đoàn kiểm tra.",
  },
  state: {
    header: {
      "hệ thống": "Nhà nước",
      "thể loại": "Kế hoạch",
      "cơ quan ban hành": "ỦY BAN NHÂN DÂN\nTỈNH HÀ TRUNG",
      số: "131",
      "ký hiệu": "KH-UBND",
      "địa danh": "Hà Trung",
      ngày: "20/8/2026",
      "trích yếu": "Trồng cây phân tán năm 2026",
      "tác giả": "Ủy ban nhân dân tỉnh Hà Trung",
      "nơi nhận": "- Các sở, ban, ngành tỉnh;\n- Lưu: VT, NN (05).",
      ký: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nCao Thị Minh Nguyệt",
    },
    body: "Sở Nông nghiệp và Môi trường hướng dẫn kỹ thuật, cung ứng cây giống./.",
  },
} as const;

/** The draft that an example stands for. */
export function draftOf({ header = {}, body }: Example, family: "party" | "state"): string {
  const sound = SOUND[family];
  const keys: { readonly [key: string]: string } = { ...sound.header, ...header };
  // "kính trình" in place of "kính gửi" and the like stand where they are given
  const lines = Object.entries(keys).flatMap(([key, value]) => {
    if (value === "") return [];
    return value.includes("\n") || value.startsWith("-")
      ? [`${key}: |`, ...value.split("\n").map((line) => `  ${line}`)]
      : [`${key}: ${value}`];
  });
  return ["---", ...lines, "---", body ?? sound.body, ""].join("\n");
}

/** What the checker says of an example. */
export async function checkExample(rule: Rule, example: Example): Promise<readonly Finding[]> {
  const family = rule.norms.includes("hd05") || rule.norms.includes("hd36") ? "party" : "state";
  const { document, places, findings } = await parseDraft(draftOf(example, family));
  if (document === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  const printed = example.printed === undefined ? {} : { printed: example.printed };
  const finished = example.finished === true ? { origin: "foreign" as const } : {};
  return checkDocument(document, { places, ...printed, ...finished });
}

/** Reads and checks a draft of the fixtures. */
export async function checkFile(path: string): Promise<readonly Finding[]> {
  const readAttachment = async (name: string) => {
    const file = join(dirname(path), name);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const { document, places, findings } = await parseDraft(readFileSync(path), { file: path, readAttachment });
  if (document === undefined) return findings;
  return [...findings, ...checkDocument(document, { places })];
}
