import { describe, expect, it } from "vitest";
import type { Allocation } from "../src/model/allocation.js";
import { readPoints } from "../src/plan/points/index.js";
import {
  allocationTable,
  checkAgainstTargets,
  checkTargets,
  readAllocation,
  readTargets,
  targetsBeside,
  titleYears,
} from "../src/plan/targets/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { fixtureDocument } from "./fixture-documents.js";

const HEADER = (subject: string) =>
  `---\nthể loại: Kế hoạch\ncơ quan ban hành: TỈNH UỶ HÀ TRUNG\ntrích yếu: ${subject}\n---\n\n`;

async function check(body: string, subject = "phát triển đảng viên giai đoạn 2026 - 2030") {
  const { document, places } = await parseDraft(`${HEADER(subject)}# II- CHỈ TIÊU\n\n${body}\n`);
  if (document === undefined) throw new Error("the draft has faults");
  const years = titleYears(document);
  const targets = readTargets(readPoints(document), years);
  const findings = checkTargets(targets, {
    beside: targetsBeside(document, years),
    title: subject,
    placeOf: (part) => places.of(part),
  });
  return findings.map(({ id, found, place }) => ({ id, found, line: place?.line }));
}

const idsOf = async (...given: Parameters<typeof check>): Promise<readonly string[]> =>
  (await check(...given)).map(({ id }) => id);

describe("figures of targets", () => {
  it("hold when years times the yearly figure give the span's", async () => {
    expect(
      await idsOf("1. Mỗi năm kết nạp từ 250 đảng viên trở lên; cả giai đoạn kết nạp từ 1.250 đảng viên trở lên."),
    ).toEqual([]);
    expect(await idsOf("1. Hằng năm kết nạp từ 200 đảng viên trở lên; đến năm 2030 kết nạp 1.000 đảng viên.")).toEqual(
      [],
    );
  });

  it("name parts that together are more than the whole, when each says whose it is", async () => {
    const subject = "phát triển rừng năm 2026";
    const [finding, ...others] = await check(
      "1. Trồng mới 900 ha rừng gỗ lớn, trong đó xã An Khê 400 ha, xã Phú Lộc 300 ha, xã Mường Sơn 250 ha; cấp chứng chỉ rừng cho 1.500 ha.",
      subject,
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: "plan/target-shared-out",
      found:
        "Các phần cộng lại xã An Khê 400 ha + xã Phú Lộc 300 ha + xã Mường Sơn 250 ha = 950, quá chỉ tiêu chung ghi 900 ha.",
    });
    for (const right of [
      "1. Trồng mới 950 ha rừng gỗ lớn, trong đó xã An Khê 400 ha, xã Phú Lộc 300 ha, xã Mường Sơn 250 ha.",
      "1. Trồng mới 900 ha rừng gỗ lớn, trong đó xã An Khê 400 ha, xã Phú Lộc 300 ha.",
      "1. Kết nạp 900 đảng viên, trong đó 500 nữ, 600 đoàn viên.",
    ])
      expect([right, await idsOf(right, subject)]).toEqual([right, []]);
  });

  it("say both figures where they do not", async () => {
    const [finding, ...others] = await check(
      "1. Mỗi năm kết nạp từ 240 đảng viên trở lên; cả giai đoạn kết nạp từ 1.250 đảng viên trở lên.",
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: "plan/target-years", line: 9 });
    expect(finding?.found).toBe(
      "Chỉ tiêu kết nạp đảng viên: 5 năm × 240 = 1.200, nhưng chỉ tiêu cả giai đoạn ghi 1.250.",
    );
    expect(
      await idsOf("1. Mỗi năm kết nạp từ 260 đảng viên trở lên; cả giai đoạn kết nạp từ 1.250 đảng viên trở lên."),
    ).toEqual(["plan/target-years"]);
  });

  it("of single years and shorter spans are added up", async () => {
    const parts = (year: number): string =>
      `1. Giai đoạn 2026 - 2030 kết nạp từ 600 đảng viên trở lên.\n\n2. Năm 2026 kết nạp từ ${year} đảng viên trở lên; giai đoạn 2027 - 2030, mỗi năm kết nạp từ 120 đảng viên trở lên.`;
    expect(await idsOf(parts(120))).toEqual([]);
    const findings = await check(parts(110));
    expect(findings.map(({ id }) => id)).toEqual(["plan/target-year-parts"]);
    expect(findings[0]?.found).toContain("110 + 4 × 120 = 590");
  });

  it("of a term count its five years", async () => {
    const body = "1. Trong cả nhiệm kỳ kết nạp từ 600 đảng viên trở lên, bình quân mỗi năm từ 120 đảng viên trở lên.";
    expect(await idsOf(body, "kết nạp đảng viên nhiệm kỳ 2025 - 2030")).toEqual([]);
  });

  it("do not exceed a hundred per cent", async () => {
    expect(await idsOf("1. Phấn đấu 105% doanh nghiệp đủ điều kiện có công đoàn.")).toEqual(["plan/target-percent"]);
  });

  it("are the same wherever one target is stated", async () => {
    const body = "1. Mỗi năm kết nạp từ 250 đảng viên trở lên.\n\n2. Yêu cầu mỗi năm kết nạp từ 230 đảng viên trở lên.";
    const [finding] = await check(body);
    expect(finding).toMatchObject({ id: "plan/target-differs", line: 11 });
    expect(finding?.found).toMatch(
      /“từ 250 đảng viên trở lên” \(mục II\/1\).*“từ 230 đảng viên trở lên” \(mục II\/2\)/u,
    );
    expect(await idsOf("1. Kết nạp 20 đảng viên.\n\n2. Kết nạp 05 đảng viên là nữ.")).toEqual([]);
    const titled =
      "1. Cả giai đoạn kết nạp 1.250 đảng viên.\n\n# Phụ lục 1\n# CHỈ TIÊU KẾT NẠP 1.200 ĐẢNG VIÊN\n\nGhi chú.";
    expect(await idsOf(titled)).toEqual(["plan/target-differs"]);
  });

  it("of a part do not exceed the whole", async () => {
    const body = (part: string): string => `1. Mỗi năm kết nạp 20 đảng viên, trong đó ít nhất ${part} đảng viên là nữ.`;
    expect(await idsOf(body("08"))).toEqual([]);
    expect(await idsOf(body("25"))).toEqual(["plan/target-part"]);
  });
});

describe("targets and their allocation", () => {
  it.each([
    ["ke-hoach-5-nam", []],
    // 2026: 4; 2027 - 2028 and 2029 - 2030: 5 a year; 25 by 2030. The sample really is one short.
    ["ke-hoach-nhiem-ky", ["4 + 2 × 5 + 2 × 5 = 24"]],
  ])("of %s are added up", async (name, words) => {
    const document = await fixtureDocument(name);
    const years = titleYears(document);
    const title = (document.subject ?? []).join(" ");
    const targets = readTargets(readPoints(document), years);
    const findings = checkTargets(targets, { beside: targetsBeside(document, years), title });
    expect(findings).toHaveLength(words.length);
    words.forEach((said, index) => {
      expect(findings[index]?.found).toContain(said);
    });
  });

  it("are enough for every year and for the span, or the finding says how much is lacking", async () => {
    const document = await fixtureDocument("ke-hoach-5-nam");
    const targets = readTargets(readPoints(document), titleYears(document));
    const table = document.annexes[0]?.blocks.find((block) => block.kind === "table");
    if (table?.kind !== "table") throw new Error("no table");
    const { allocation, findings } = readAllocation(table.table);
    expect(findings).toEqual([]);
    if (allocation === undefined) throw new Error("no allocation");
    expect(checkAgainstTargets(allocation, targets)).toEqual([]);
    const less: Allocation = {
      ...allocation,
      units: allocation.units.filter(({ name }) => name !== "Phường Tân Lĩnh"),
    };
    const { allocation: read } = readAllocation(allocationTable(less));
    const found = checkAgainstTargets(read ?? less, targets).map(({ id, found: words }) => `${id}: ${words}`);
    expect(found).toHaveLength(7);
    expect(found[0]).toBe(
      "plan/target-allocation-short: “Kết nạp đảng viên” năm 2026: phân bổ cho các đơn vị cộng lại 236, ít hơn chỉ tiêu chung 250 (thiếu 14).",
    );
  });
});
