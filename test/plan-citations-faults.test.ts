import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Finding } from "../src/findings/finding.js";
import { readAbbreviations } from "../src/plan/abbreviations/index.js";
import { readCitations } from "../src/plan/citations/index.js";
import { readPoints } from "../src/plan/points/index.js";
import { checkReferences } from "../src/plan/references/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { FIXTURES } from "./fixture-documents.js";

const FOLDER = new URL("../fixtures/", import.meta.url).pathname;

async function findingsOf(source: string, folder = FOLDER): Promise<readonly Finding[]> {
  const readAttachment = async (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined;
  const { document, places, findings } = await parseDraft(source, { file: "ban-thao.md", readAttachment });
  if (document === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  const points = readPoints(document);
  return [
    ...readCitations(document, points).findings(places),
    ...readAbbreviations(document, points).findings(places),
    ...checkReferences(document, points).findings(places),
  ];
}

const HEADER =
  "---\nthể loại: Kế hoạch\ncơ quan ban hành: TỈNH UỶ HÀ TRUNG\nsố: 46\nký hiệu: KH/TU\nngày: 29/6/2026\n---\n";
const STATE =
  "---\nhệ thống: Nhà nước\nthể loại: Kế hoạch\ncơ quan ban hành: ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG\nsố: 118\nký hiệu: KH-UBND\nngày: 24/6/2026\n---\n";
/** Full citations that later sentences may shorten. */
const CT33 = "Chỉ thị số 33-CT/TW, ngày 18/3/2019 của Ban Bí thư về tổ chức đảng trong doanh nghiệp";
const KH31 = "Kế hoạch số 31-KH/TU, ngày 06/02/2026 của Ban Thường vụ Tỉnh uỷ về phát triển đảng viên";

/** A draft with one fault: the finding, the words that it must hold, and the line of the body where it stands. */
type Fault = readonly [id: string, words: string, line: number, ...body: readonly string[]];

const FAULTS: readonly Fault[] = [
  ["plan/citation-undated", "ngày, tháng, năm", 1, "Thực hiện Chỉ thị số 33-CT/TW của Ban Bí thư về tổ chức đảng."],
  ["plan/citation-not-full", "ngày, tháng, năm", 1, "Theo Chỉ thị số 33-CT/TW.", `Quán triệt ${CT33}.`],
  ["plan/citation-part-missing", "trích yếu", 1, "Theo Chỉ thị số 33-CT/TW, ngày 18/3/2019 của Ban Bí thư."],
  ["plan/citation-part-missing", "cơ quan ban hành", 1, "Theo Chỉ thị số 33-CT/TW, ngày 18/3/2019 về tổ chức đảng."],
  ["plan/citation-repeated", "Chỉ thị số 33-CT/TW", 2, `Thực hiện ${CT33}.`, `Quán triệt ${CT33}.`],
  [
    "plan/citation-redated",
    "18/3/2019",
    2,
    `Thực hiện ${CT33}.`,
    "Kiểm tra việc thực hiện Chỉ thị số 33-CT/TW, ngày 18/3/2019.",
  ],
  [
    "plan/citation-type-code",
    "Thông báo",
    1,
    "Theo Thông báo số 33-CT/TW, ngày 18/3/2019 của Ban Bí thư về tổ chức đảng.",
  ],
  [
    "plan/citation-type-differs",
    "Quyết định",
    2,
    "Theo Quy định số 11-QĐ/TU, ngày 18/12/2025 của Tỉnh uỷ về cấp uỷ viên.",
    "Sơ kết Quyết định số 11-QĐ/TU, ngày 18/12/2025 của Tỉnh uỷ về cấp uỷ viên.",
  ],
  ["plan/citation-number-differs", "32-KH/TU", 2, `Thực hiện ${KH31}.`, `Sơ kết ${KH31.replace("31", "32")}.`],
  [
    "plan/citation-after-signing",
    "02/9/2026",
    1,
    "Theo Kế hoạch số 60-KH/TU, ngày 02/9/2026 của Tỉnh uỷ về tài chính đảng.",
  ],
  ["plan/citation-of-missing", "Ban Bí thư", 1, "Theo Chỉ thị số 33-CT/TW, ngày 18/3/2019 Ban Bí thư về tổ chức đảng."],
  [
    "plan/citation-comma-mixed",
    "1 chỗ không",
    2,
    `Thực hiện ${CT33}.`,
    "Theo Kế hoạch số 31-KH/TU ngày 06/02/2026 của Tỉnh uỷ về phát triển đảng viên.",
  ],
  [
    "plan/citation-comma-usage",
    "không có dấu phẩy",
    1,
    "Theo Kế hoạch số 31-KH/TU ngày 06/02/2026 của Tỉnh uỷ về phát triển đảng viên.",
  ],
  ["plan/citation-blanks", "33 -CT/TW", 1, `Thực hiện ${CT33.replace("33-CT", "33 -CT")}.`],
  ["plan/citation-short-undefined", "Chỉ thị 33", 2, `Thực hiện ${CT33}.`, "Sơ kết kết quả thực hiện Chỉ thị 33."],
  ["plan/citation-short-unnumbered", "Quy định 4842", 1, "Theo Khoản 3, Điều 4, Quy định 4842: hằng tháng nhận xét."],
  [
    "plan/citation-replaced",
    "66-QĐ/TW",
    1,
    "Theo Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư về thể loại văn bản.",
  ],
  [
    "plan/citation-replaced",
    "36-HD/VPTW",
    1,
    "Theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng về thể thức.",
  ],
  ["plan/abbreviation-undefined", "UBKTĐU", 1, "UBKTĐU chủ trì kiểm tra."],
  ["plan/abbreviation-undefined", "UBND", 1, "Báo cáo Tỉnh uỷ, UBND tỉnh xem xét."],
  [
    "plan/abbreviation-early",
    "TCĐ",
    1,
    "Củng cố TCĐ ở cơ sở.",
    "Các tổ chức đảng (TCĐ) báo cáo hằng quý; TCĐ mới báo cáo riêng.",
  ],
  [
    "plan/abbreviation-redefined",
    "TCĐ",
    2,
    "Các tổ chức đảng (TCĐ) báo cáo.",
    "Mỗi tổ chức đảng (TCĐ) có sổ; TCĐ lưu sổ.",
  ],
  [
    "plan/abbreviation-unused",
    "Ban Chỉ đạo tỉnh",
    1,
    "Ban Chỉ đạo phát triển đảng viên (viết tắt là Ban Chỉ đạo tỉnh) họp hằng quý.",
  ],
  ["plan/abbreviation-unused", "Chỉ thị số 33-CT/TW", 1, `Thực hiện ${CT33} (sau đây gọi tắt là Chỉ thị số 33-CT/TW).`],
  [
    "plan/abbreviation-varied",
    "Ban Chỉ đạo tỉnh",
    2,
    "Ban Chỉ đạo phát triển đảng viên (viết tắt là Ban Chỉ đạo tỉnh) họp hằng quý; Ban Chỉ đạo tỉnh báo cáo.",
    "Đoàn kiểm tra của Ban Chỉ đạo.",
  ],
  ["plan/reference-missing", "điểm 2.9", 4, "# I- A", "1. Một.", "2. Hai.", "* Thời gian: Điểm 2.9, hằng tháng."],
  ["plan/reference-missing", "khoản 7 mục I", 3, "# I- A", "1. Một.", "2. Theo khoản 7 mục I Kế hoạch này."],
  ["plan/annex-missing", "Phụ lục 1", 1, "Chỉ tiêu nêu tại Phụ lục 1."],
  ["plan/annex-missing", "đề cương và biểu mẫu kèm theo", 1, "Báo cáo hằng năm (có đề cương và biểu mẫu kèm theo)."],
  ["plan/annex-missing", "Bảng phân bổ", 1, "Mỗi năm 200 đảng viên (Kèm theo Bảng phân bổ chỉ tiêu)."],
  ["plan/annex-unmentioned", "Phụ lục", 2, "Các đơn vị báo cáo.", "# Phụ lục\n# DANH SÁCH", "1. Một."],
  [
    "plan/annex-numerals",
    "Phụ lục I",
    2,
    "Nêu tại Phụ lục I và Phụ lục 2.",
    "# Phụ lục I\n# MỘT",
    "1. Một.",
    "# Phụ lục 2\n# HAI",
    "1. Hai.",
  ],
];

const lineOf = (header: string, body: readonly string[], paragraph: number): number =>
  header.split("\n").length +
  body
    .slice(0, paragraph - 1)
    .join("\n\n")
    .split("\n").length +
  (paragraph === 1 ? -1 : 1);

describe("a draft with one fault has one finding", () => {
  it.each(FAULTS.map((fault) => ({ id: fault[0], words: fault[1], fault })))(
    "$id: $words",
    async ({ id, words, fault }) => {
      const [, , line, ...body] = fault;
      const findings = await findingsOf(HEADER + body.join("\n\n"));
      expect(findings.map((finding) => finding.id)).toEqual([id]);
      expect(findings[0]?.found).toContain(words);
      expect(findings[0]?.remedy).toMatch(/\p{L}.*\.$/u);
      expect(findings[0]?.place?.line).toBe(lineOf(HEADER, body, line));
    },
  );

  // where mentions disagree one of them repeats the other in full
  it.each([
    ["plan/citation-date-differs", "19/3/2019", CT33.replace("18/3", "19/3")],
    ["plan/citation-issuer-differs", "Bộ Chính trị", CT33.replace("Ban Bí thư", "Bộ Chính trị")],
    ["plan/citation-subject-differs", "về công tác dân vận", CT33.replace(/về.*/u, "về công tác dân vận")],
  ])("%s", async (id, words, other) => {
    const findings = await findingsOf(`${HEADER}Thực hiện ${CT33}.\n\nQuán triệt ${other}.`);
    expect(findings.map((finding) => finding.id).sort()).toEqual([id, "plan/citation-repeated"].sort());
    expect(findings.find((finding) => finding.id === id)?.found).toContain(words);
  });
});

describe("annexes that are named", () => {
  it("by number leave the others unnamed", async () => {
    const body =
      "Nêu tại Phụ lục 1 kèm theo Kế hoạch này.\n\n# Phụ lục 1\n# MỘT\n\n1. A.\n\n# Phụ lục 2\n# HAI\n\n1. B.";
    const findings = await findingsOf(HEADER + body);
    expect(findings.map(({ id, found }) => [id, found.includes("Phụ lục 2")])).toEqual([
      ["plan/annex-unmentioned", true],
    ]);
  });

  it("but are not there are told once", async () => {
    const findings = await findingsOf(`${HEADER}Chi tiết tại Phụ lục 3 kèm theo Kế hoạch này.`);
    expect(findings.map(({ id }) => id)).toEqual(["plan/annex-missing"]);
  });
});

describe("what is right is left alone", () => {
  it.each([
    ["a document cited fully, then shortly", `Thực hiện ${CT33}.`, "Sơ kết Chỉ thị số 33-CT/TW."],
    [
      "issuer and subject said once for two",
      "Theo Kết luận số 80-KL/TW, ngày 29/7/2010 và Chỉ thị số 33-CT/TW, ngày 18/3/2019 của Ban Bí thư về tổ chức đảng.",
    ],
    [
      "a subject said once for documents of two bodies",
      "Theo Chỉ thị số 33-CT/TW, ngày 18/3/2019 của Ban Bí thư và Thông tri số 02-TT/TU, ngày 27/11/2025 của Tỉnh uỷ về tổ chức đảng.",
    ],
    [
      "an undated document in the title of another",
      "Theo Thông báo số 22-TB/TW, ngày 11/4/2017 của Ban Bí thư về tiếp tục thực hiện Kết luận số 80-KL/TW của Ban Bí thư.",
    ],
    [
      "a norm that the sentence ends",
      "Quy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư về thể loại văn bản.",
    ],
    [
      "another document with the number of a replaced one",
      "Theo Quy định số 66-QĐ/TW, ngày 12/5/2022 của Bộ Chính trị về công tác cán bộ.",
    ],
    [
      "a short form defined and used",
      `Thực hiện ${CT33} (viết tắt là Chỉ thị số 33-CT/TW).`,
      "Sơ kết Chỉ thị số 33-CT/TW.",
    ],
    [
      "two short forms in one bracket",
      `Thực hiện ${CT33}; ${KH31} (*viết tắt là Chỉ thị số 33-CT/TW, Kế hoạch số 31-KH/TU*).`,
      "Kiểm tra Chỉ thị số 33-CT/TW và Kế hoạch số 31-KH/TU.",
    ],
    [
      "a short name of a document",
      "Quán triệt Nghị quyết Đại hội đại biểu Đảng bộ tỉnh nhiệm kỳ 2025 - 2030 (sau đây gọi là Nghị quyết Đại hội).",
      "Cụ thể hoá Nghị quyết Đại hội.",
    ],
    ["initials behind the words", "Các tổ chức đảng (TCĐ) báo cáo hằng quý; TCĐ mới báo cáo riêng."],
    ["Roman numerals, firms, units", "Quý II/2026, Công ty TNHH MTV ABC và Công ty cổ phần THACO có 5 MW; khoá XIII."],
    ["words set in capitals", "Nêu khẩu hiệu ĐOÀN KẾT, KỶ CƯƠNG ở nơi họp."],
    ["points of its own", "# I- A", "1. Một.", "2. Theo khoản 1 mục I Kế hoạch này; xem điểm 1."],
    [
      "parts of other documents",
      `Thực hiện ${CT33}.`,
      "Theo điểm a khoản 2 Điều 5 Luật Lưu trữ năm 2024; khoản 9 Điều 12 của Điều lệ Đảng.",
    ],
    [
      "annexes of other documents",
      "Theo Phụ lục III Quyết định số 11-QĐ/TU, ngày 18/12/2025 của Tỉnh uỷ về cấp uỷ viên (Phụ lục 1).",
    ],
    ["an annex that is named by number", "Nêu tại Phụ lục kèm theo Kế hoạch này.", "# Phụ lục\n# DANH SÁCH", "1. Một."],
    [
      "an annex that is named by its paper",
      "Báo cáo theo đề cương kèm theo.",
      "# Phụ lục\n# ĐỀ CƯƠNG BÁO CÁO",
      "1. Một.",
    ],
    ["a dossier that comes along", "Hồ sơ nhân sự gửi kèm theo Kế hoạch này."],
    ["figures that are no points", "Chi bộ đạt từ 85 điểm trở lên; khoản 500 triệu đồng chi trong năm."],
    [
      "day and issuer told before the number",
      "Ngày 15/5/2026, Sở Nội vụ có Văn bản số 88/SNV-CC về việc lấy ý kiến; ngày 03 tháng 6 năm 2026, Ban Tổ chức Tỉnh uỷ đã ban hành Công văn số 61-CV/BTCTU về việc trả lời.",
    ],
    [
      "a subject that begins with amending",
      "Theo Thông tư số 07/2026/TT-BNV, ngày 19/6/2026 của Bộ Nội vụ sửa đổi, bổ sung một số quy định về lưu trữ.",
    ],
    [
      "an issuer who gave out several documents, told once before the list",
      "Tỉnh uỷ đã ban hành nhiều văn bản như: Chỉ thị số 09-CT/TU, ngày 12/02/2026 về kỷ luật; Kết luận số 14-KL/TU, ngày 15/3/2026 về biên chế.",
    ],
    [
      "what a decision decided told before it",
      "Ban Thường vụ Tỉnh uỷ đã phê duyệt danh sách các chi bộ tại Quyết định số 77-QĐ/TU, ngày 15/4/2026.",
    ],
    [
      "a law and the law that amends it, each with its year",
      "Thực hiện Luật Lưu trữ năm 2024 và Luật sửa đổi, bổ sung một số điều của Luật Lưu trữ năm 2025.",
    ],
    [
      "an abbreviation with a sign in it",
      "Đề tài khoa học và công nghệ (KH&CN) được nghiệm thu; quỹ KH&CN hỗ trợ R&D.",
    ],
    [
      "an office of the body that has a short name",
      "Đảng uỷ xã Sơn Kim (sau đây gọi tắt là Đảng uỷ xã) họp hằng tháng; Đảng uỷ xã ra nghị quyết.",
      "Văn phòng Đảng uỷ trình Bí thư Đảng uỷ.",
    ],
    [
      "its own number in the kèm-theo line",
      "Nêu tại Phụ lục.",
      "# Phụ lục\n# MỘT\n(Kèm theo Kế hoạch số 46-KH/TU, ngày 29/6/2026 của Ban Thường vụ Tỉnh uỷ)",
      "1. Một.",
    ],
  ])("%s", async (_, ...body) => {
    expect(await findingsOf(HEADER + body.join("\n\n"))).toEqual([]);
  });

  it("UBND and HĐND in a document of the State, other short forms not", async () => {
    const short = async (header: string) =>
      (await findingsOf(`${header}Đề nghị UBND, HĐND các xã và BCĐTW báo cáo.`)).map(({ found }) => found);
    expect(await short(STATE)).toEqual([expect.stringContaining("“BCĐTW”")]);
    expect(await short(HEADER)).toHaveLength(3);
  });

  it("in a document of the State no comma, in one of the Party a comma", async () => {
    const body = "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.";
    expect(await findingsOf(STATE + body)).toEqual([]);
    const [finding] = await findingsOf(STATE + body.replace(" ngày", ", ngày"));
    expect(finding).toMatchObject({ id: "plan/citation-comma-usage", severity: "note" });
  });

  it("is an error only where the norm says so", async () => {
    const body = "Thực hiện Chỉ thị số 33-CT/TW của Ban Bí thư về tổ chức đảng.";
    const severity = async (day: string) => (await findingsOf(HEADER.replace("29/6/2026", day) + body))[0];
    expect(await severity("29/6/2026")).toMatchObject({ severity: "error", clause: expect.stringContaining("6.1.4") });
    // the wording of HD36 on citing is not known
    const older = await severity("29/6/2024");
    expect(older?.severity).toBe("warning");
    expect(older?.clause).toBeUndefined();
  });
});

describe("the sample drafts", () => {
  it.each(FIXTURES)("%s has no error and no warning", async (name) => {
    const findings = await findingsOf(readFileSync(join(FOLDER, `${name}.md`), "utf8"));
    expect(findings.filter(({ severity }) => severity !== "note").map(({ id, found }) => `${id}: ${found}`)).toEqual(
      [],
    );
  });

  it.each([
    ["vien-dan-sau-ngay-ky", "plan/citation-after-signing", "02/9/2026"],
    ["vien-dan-tat-ngay-lan-dau", "plan/citation-undated", "Kế hoạch số 31-KH/TU"],
    ["vien-dan-van-ban-cu", "plan/citation-replaced", "66-QĐ/TW"],
    ["viet-tat-khong-giai-thich", "plan/abbreviation-undefined", "UBKTĐU"],
    ["phu-luc-khong-nhac", "plan/annex-unmentioned", "Phụ lục"],
    ["phu-luc-la-ma", "plan/annex-numerals", "Phụ lục I"],
    ["nn-phu-luc-so", "plan/annex-numerals", "Phụ lục 1"],
  ])("faulty/%s: %s", async (name, id, quote) => {
    const findings = await findingsOf(readFileSync(join(FOLDER, "faulty", `${name}.md`), "utf8"));
    expect([...new Set(findings.map((finding) => finding.id))]).toEqual([id]);
    expect(findings[0]?.found).toContain(quote);
    expect(findings[0]?.place?.line).toBeGreaterThan(1);
  });

  it("faulty drafts with other faults have none of these errors", async () => {
    const folder = join(FOLDER, "faulty");
    const errors: string[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
      if (/^(?:vien-dan|viet-tat|phu-luc|nn-phu-luc)/u.test(name)) continue;
      const { document } = await parseDraft(readFileSync(join(folder, name)), { file: name });
      if (document === undefined) continue;
      const findings = await findingsOf(readFileSync(join(folder, name), "utf8"), folder);
      errors.push(...findings.filter(({ severity }) => severity === "error").map(({ found }) => `${name}: ${found}`));
    }
    expect(errors).toEqual([]);
  });
});
