import { describe, expect, it } from "vitest";
import { Citation } from "../src/model/citation.js";
import { findCapitals, findDefinitions, readAbbreviations } from "../src/plan/abbreviations/index.js";
import { readCitations } from "../src/plan/citations/index.js";
import { pointsOf, readPoints } from "../src/plan/points/index.js";
import { checkReferences, findReferences, resolvePointReference } from "../src/plan/references/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { fixtureDocument } from "./fixture-documents.js";

const HEADER = "---\nthể loại: Kế hoạch\ncơ quan ban hành: TỈNH UỶ HÀ TRUNG\n---\n";
const BODY = [
  "# I- A",
  "1. Một.",
  "2. Hai.",
  "# II- B",
  "## 1. C",
  "1.1. D",
  "a) d1",
  "b) d2",
  "1.2. E",
  "1.3. G",
  "* Thời gian: Điểm 1.1, 1.3",
  "## 2. H",
  "2.1. K",
  "2.2. L",
  "* Thời gian: Điểm 2.2",
].join("\n\n");

async function draft(body: string) {
  const { document } = await parseDraft(HEADER + body);
  if (document === undefined) throw new Error("the draft has faults");
  return { document, points: readPoints(document) };
}

describe("a reference", () => {
  const RESOLVED: readonly (readonly [words: string, from: string, ...targets: readonly (string | undefined)[]])[] = [
    ["Điểm 1.1, 1.3", "II/1/*1", "II/1/1.1", "II/1/1.3"],
    ["điểm 1.1 và 1.2", "II/1/*1", "II/1/1.1", "II/1/1.2"],
    ["các điểm 1.1; 1.3", "II/1/*1", "II/1/1.1", "II/1/1.3"],
    ["từ điểm 1.1 đến điểm 1.3", "II/1/*1", "II/1/1.1", "II/1/1.2", "II/1/1.3"],
    ["điểm 1.1 - 1.3", "II/1/*1", "II/1/1.1", "II/1/1.2", "II/1/1.3"],
    ["Điểm 2.9", "II/2/*1", undefined],
    ["điểm 1.2", "II/2/*1", "II/1/1.2"],
    ["khoản 2 mục I", "II/2/*1", "I/2"],
    ["khoản 1, Mục II", "I/1", "II/1"],
    ["Mục II, khoản 2", "I/1", "II/2"],
    ["mục II", "I/1", "II"],
    ["khoản 1", "I/2", "I/1"],
    ["điểm b khoản 1.1 mục II", "I/1", "II/1/1.1/b"],
    ["điểm a, b khoản 1.1", "II/1/*1", "II/1/1.1/a", "II/1/1.1/b"],
    ["điểm 1.1, điểm 2.1", "II/1/*1", "II/1/1.1", "II/2/2.1"],
    ["các nội dung khác", "II/1/*1"],
  ];
  it.each(RESOLVED.map((row) => ({ words: row[0], from: row[1], row })))(
    "$words in $from",
    async ({ words, from, row }) => {
      const [, , ...targets] = row;
      const { points } = await draft(BODY);
      const start = [...pointsOf(points)].find(({ reference }) => reference === from);
      if (start === undefined) throw new Error(`no point ${from}`);
      expect(resolvePointReference(words, start, points).map(({ point }) => point?.reference)).toEqual(targets);
    },
  );

  it("of a group's line needs no more than the line", async () => {
    const { points } = await draft(BODY);
    const line = [...pointsOf(points)].find(({ reference }) => reference === "II/1/*1");
    if (line === undefined) throw new Error("no line");
    expect(resolvePointReference("Điểm 1.3", line).map(({ point }) => point?.reference)).toEqual(["II/1/1.3"]);
    // what stands under another heading is out of sight then
    expect(resolvePointReference("khoản 2 mục I", line)[0]?.point).toBeUndefined();
  });

  it("names articles with their parts in either order", async () => {
    const body = "# Điều 1. A\n\n1. Một\n\na) x\n\n# Điều 2. B\n\n1. Theo điểm a khoản 1 Điều 1 và Điều 1, khoản 1.";
    const { document, points } = await draft(body);
    const { references } = checkReferences(document, points);
    expect(references.map(({ point }) => point?.reference)).toEqual(["Điều 1/1/a", "Điều 1/1"]);
  });

  it.each(["25 điểm trở lên", "khoản 500 triệu", "những điều đảng viên không được làm", "một điểm mới", "phần lớn"])(
    "is none in: %s",
    (words) => expect(findReferences(words)).toEqual([]),
  );

  it("resolves all timing lines of the five-year plan", async () => {
    const document = await fixtureDocument("ke-hoach-5-nam");
    const { references, annexReferences, unmentioned } = checkReferences(document, readPoints(document));
    expect(references.length).toBeGreaterThanOrEqual(20);
    expect(references.filter(({ point }) => point === undefined)).toEqual([]);
    expect(annexReferences.map(({ annex }) => annex?.label)).toContain("Phụ lục 2");
    expect(unmentioned).toEqual([]);
  });
});

describe("short forms", () => {
  it.each<readonly [text: string, ...shorts: readonly string[]]>([
    ["Ban Chỉ đạo phát triển đảng viên (viết tắt là Ban Chỉ đạo tỉnh)", "Ban Chỉ đạo tỉnh"],
    ["A (*viết tắt là Công văn số 35-CV/TU, Kế hoạch số 12-KH/TU*)", "Công văn số 35-CV/TU", "Kế hoạch số 12-KH/TU"],
    ["A (sau đây gọi tắt là Đề án)", "Đề án"],
    ["A (sau đây gọi là Tổ công tác)", "Tổ công tác"],
    ["A (sau đây viết tắt là “UBND”)", "UBND"],
    ["A, sau đây gọi chung là doanh nghiệp", "doanh nghiệp"],
    ["Uỷ ban nhân dân (UBND) và Hội đồng nhân dân (HĐND)", "UBND", "HĐND"],
    ["tổ chức đảng (TCĐ)", "TCĐ"],
    ["Chi bộ 1 (XYZ)"],
    ["báo cáo (qua Ban Tổ chức)"],
  ])("defined in: %s", (text, ...shorts) => {
    expect(findDefinitions(text).map(({ short }) => short)).toEqual(shorts);
  });

  it.each<readonly [text: string, ...words: readonly string[]]>([
    ["UBND tỉnh, HĐND và MTTQ các cấp; BTCTU theo dõi", "UBND", "HĐND", "MTTQ", "BTCTU"],
    ["Theo số 33-CT/TW và 12/KH-UBND, quý IV, khoá XIII"],
    ["Công ty TNHH MTV ABC góp vốn USD"],
    ["KẾ HOẠCH"],
    ["Quyết định ghi QUYẾT ĐỊNH ở giữa dòng"],
    ["Biểu A1, mẫu B2 và vitamin C"],
  ])("in capitals: %s", (text, ...words) => {
    expect(findCapitals(text).map(({ word }) => word)).toEqual(words);
  });

  it("in Nơi nhận are known as such", async () => {
    const source = `${HEADER.replace("---\n", "---\nnơi nhận: |\n  - VPTU, BTCTW;\n  - Lưu Văn phòng Tỉnh uỷ.\n")}Triển khai thực hiện.`;
    const { document } = await parseDraft(source);
    if (document === undefined) throw new Error("the draft has faults");
    const { abbreviations, findings } = readAbbreviations(document, readPoints(document));
    expect(abbreviations.map(({ short, inRecipientsOnly }) => [short, inRecipientsOnly])).toEqual([
      ["VPTU", true],
      ["BTCTW", true],
    ]);
    expect(findings()).toEqual([]);
  });
});

describe("the registry of citations", () => {
  it("joins mentions, tells their places and keeps to the published model", async () => {
    const document = await fixtureDocument("ke-hoach-ban-chi-dao");
    const { citations } = readCitations(document, readPoints(document));
    const ct33 = citations.find(({ number, code }) => number === 33 && code === "CT/TW");
    expect(ct33).toMatchObject({
      type: "Chỉ thị",
      date: { year: 2019, month: 3, day: 18 },
      issuer: "Ban Bí thư",
      shortForm: "Chỉ thị số 33-CT/TW",
      confidence: "high",
    });
    expect(ct33?.mentions.map(({ form }) => form)).toEqual(["full", "short", "short", "short"]);
    for (const { printed, where, text } of ct33?.mentions ?? [])
      expect(text.text.slice(where.offset, where.offset + printed.length)).toBe(printed);
    for (const citation of citations) expect(Citation.safeParse(citation).success).toBe(true);
  });

  it("reads notes where their marks stand, table cells and annexes", async () => {
    const body = [
      "Một[^1] và Chỉ thị số 35-CT/TW.",
      "| TT | Căn cứ |\n|---|---|\n| 1 | Kết luận số 80-KL/TW |",
      "[^1]: Theo Kế hoạch số 31-KH/TU.",
      "# Phụ lục\n# MỘT",
      "Theo Quy định số 11-QĐ/TU.",
    ].join("\n\n");
    const { document, points } = await draft(body);
    const { citations } = readCitations(document, points);
    expect(citations.map(({ number, mentions }) => [number, mentions[0]?.text.region])).toEqual([
      [35, "body"],
      [31, "note"],
      [80, "body"],
      [11, "body"],
    ]);
  });

  it("takes a long text in its stride", () => {
    const text =
      "các điểm, khoản, mục của Ban Chỉ đạo xây dựng tổ chức đảng, đoàn thể và Luật Thực hiện dân chủ, ".repeat(400);
    const start = performance.now();
    findReferences(text);
    findDefinitions(text);
    findCapitals(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
