import { describe, expect, it } from "vitest";
import { readPlan } from "../src/plan/read-plan.js";
import { parseDraft } from "../src/source/draft/index.js";

const HEADER = `---
thể loại: Kế hoạch
cơ quan ban hành: TỈNH UỶ HÀ TRUNG
số: 12
ký hiệu: KH/TU
địa danh: Hà Trung
ngày: 08/6/2026
trích yếu: phát triển đảng viên năm 2026
nơi nhận: |
  - Ban Tổ chức Tỉnh uỷ;
  - Đảng uỷ các xã, phường, các đảng uỷ khác trực thuộc Tỉnh uỷ;
  - Lưu Văn phòng Tỉnh uỷ.
ký: |
  T/M BAN THƯỜNG VỤ
  PHÓ BÍ THƯ

  Nguyễn Thị Bích Vân
---
`;

async function found(body: string): Promise<readonly string[]> {
  const { document, places } = await parseDraft(HEADER + body, { file: "ke-hoach.md" });
  if (document === undefined) throw new Error("the draft has faults");
  const { findings } = readPlan(document, { places });
  return findings.map(({ id, severity, place }) => `${place?.line ?? "-"} ${severity} ${id}`);
}

const block = (roles: string, time = "Trước ngày 30/9/2026"): string => `${roles}- Thời gian thực hiện: ${time}.\n\n`;
const LEAD = "- Cơ quan thực hiện: Ban Tổ chức Tỉnh uỷ.\n";

describe("a time that is no task's", () => {
  it.each([
    ["# II- TỔ CHỨC\n\n1. Thành phần: các chi bộ.\n\n2. Thời gian: hoàn thành trước ngày 01/6/2026.\n", "23"],
    ["# I- MỤC ĐÍCH\n\n1. Thời gian: từ ngày 01/4/2026 đến ngày 30/4/2026.\n", "21"],
    ["# I- NHIỆM VỤ\n\n1. Ban Tổ chức Tỉnh uỷ rà soát xong trước ngày 30/9/2026.\n\n2. Thời hạn: 31/5/2026\n", "23"],
    [
      "# I- NHIỆM VỤ\n\nThời gian: trước ngày 01/6/2026.\n\n1. Ban Tổ chức Tỉnh uỷ rà soát.\n\n2. Ban Tổ chức Tỉnh uỷ lập danh sách.\n",
      "21",
    ],
  ])("%s has passed before the day of signing", async (body, line) => {
    expect((await found(body)).filter((one) => one.includes("timing"))).toEqual([`${line} error plan/timing-past`]);
  });

  it.each([
    ["# II- THỜI GIAN THỰC HIỆN\n\nTrước ngày 01/6/2026.\n", ["21"]],
    ["# II- THỜI GIAN, ĐỊA ĐIỂM\n\n1. Từ ngày 01/4/2026 đến ngày 30/4/2026.\n\n2. Tại trụ sở.\n", ["21"]],
    [
      "# II- NỘI DUNG\n\n## 2. Thời gian\n\n- Đợt 1: xong trước ngày 01/6/2026.\n\n- Đợt 2: trước ngày 30/9/2026.\n",
      ["23"],
    ],
  ])("%s stands below a heading about time: a warning, for no label says so", async (body, lines) => {
    const timing = (await found(body)).filter((one) => one.includes("timing"));
    expect(timing).toEqual(lines.map((line) => `${line} warning plan/timing-past`));
  });

  it.each([
    // a duty has its own finding, once
    ["# II- THỜI GIAN\n\nHoàn thành trước ngày 01/6/2026.\n", ["21 error plan/timing-past"]],
    // a label as well
    ["# II- THỜI GIAN\n\n- Thời gian: trước ngày 01/6/2026.\n", ["19 error plan/timing-past"]],
    ["# II- THỜI GIAN\n\nĐợt một đã xong trước ngày 01/6/2026.\n", []],
    ["# II- MỐC THỜI GIAN KIỂM TRA\n\nTừ ngày 01/01/2026 đến ngày 31/3/2026.\n", []],
    ["# II- THỜI GIAN KIỂM TRA\n\nTừ ngày 01/01/2026 đến ngày 31/3/2026.\n", []],
    ["# I- TÌNH HÌNH\n\nTừ ngày 01/01/2026 đến ngày 31/3/2026 kết nạp 14 đảng viên.\n", []],
  ])("%s is judged as before", async (body, lines) => {
    expect((await found(body)).filter((one) => one.includes("timing"))).toEqual(lines);
  });

  it("says nothing of one that lies ahead", async () => {
    const ahead = await found("# II- TỔ CHỨC\n\n1. Thời gian: hoàn thành trước ngày 30/9/2026.\n");
    expect(ahead.filter((one) => one.includes("timing"))).toEqual([]);
  });
});

describe("associations that stand on one line", () => {
  const PLACES = "  - Đảng uỷ các xã, phường";
  const strangers = async (line: string, body: string): Promise<readonly string[]> => {
    const draft = `${HEADER.replace(PLACES, `  - ${line}\n${PLACES}`)}# I- NHIỆM VỤ\n\n${body}`;
    const { document, places } = await parseDraft(draft, { file: "ke-hoach.md" });
    if (document === undefined) throw new Error("the draft has faults");
    return readPlan(document, { places }).findings.flatMap(({ id, found }) =>
      id === "plan/body-not-recipient" ? [/“([^”]+)”/u.exec(found)?.[1] ?? found] : [],
    );
  };
  const LINE = "Hội cựu chiến binh, hội liên hiệp phụ nữ tỉnh;";
  const dutyOf = (...bodies: readonly string[]): string =>
    bodies.map((name, index) => `${index + 1}. ${name} rà soát hội viên trước ngày 30/9/2026.\n\n`).join("");

  it("each receive the plan", async () => {
    expect(await strangers(LINE, dutyOf("Hội Cựu chiến binh tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"))).toEqual([]);
    expect(await strangers("Ban Tổ chức Tỉnh uỷ;", dutyOf("Hội Cựu chiến binh tỉnh"))).toEqual([
      "Hội Cựu chiến binh tỉnh",
    ]);
  });
  it("stand for none but themselves", async () => {
    expect(await strangers(LINE, dutyOf("Hội Nông dân tỉnh"))).toEqual(["Hội Nông dân tỉnh"]);
  });
  it("have a duty each where they have one together", async () => {
    expect(await strangers(LINE, dutyOf("Hội Cựu chiến binh, hội nông dân tỉnh"))).toEqual(["hội nông dân tỉnh"]);
  });
});

describe("what is vague in a plan", () => {
  it("says nothing of a plan that says everything", async () => {
    expect(await found(`# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp.\n\n${block(LEAD)}`)).toEqual([]);
  });

  it.each([
    ["a plan without duties", "# I- MỤC ĐÍCH\n\n1. Nâng cao nhận thức.\n", "- warning plan/tasks-none"],
    [
      "a duty without a time",
      "# I- NHIỆM VỤ\n\n1. Ban Tổ chức Tỉnh uỷ rà soát doanh nghiệp.\n",
      "21 warning plan/task-undated",
    ],
    [
      "several without a time",
      "# I- NHIỆM VỤ\n\n1. Ban Tổ chức Tỉnh uỷ rà soát doanh nghiệp.\n\n2. Ban Tổ chức Tỉnh uỷ lập danh sách.\n",
      "21 warning plan/tasks-undated",
    ],
    [
      "a duty of nobody",
      "# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp trước ngày 30/9/2026.\n",
      "21 warning plan/task-unassigned",
    ],
    [
      "several of nobody",
      "# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp trước ngày 30/9/2026.\n\n2. Lập danh sách trước ngày 30/9/2026.\n",
      "21 warning plan/tasks-unassigned",
    ],
    [
      "a body that does not receive the plan",
      `# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp.\n\n${block("- Cơ quan thực hiện: Liên đoàn Lao động tỉnh.\n")}`,
      "9 warning plan/body-not-recipient",
    ],
    [
      "a role that the other duties have",
      `# I- NHIỆM VỤ\n\n${[1, 2, 3, 4]
        .map((n) => `${n}. Rà soát đợt ${n}.\n\n${block(n === 3 ? LEAD : `- Chỉ đạo: Đồng chí Trưởng ban.\n${LEAD}`)}`)
        .join("")}`,
      "33 note plan/task-role-uneven",
    ],
    [
      "a point that the group has not",
      "# I- NHIỆM VỤ\n\n## 2. Ban Tổ chức Tỉnh uỷ\n\n2.1. Rà soát doanh nghiệp.\n\n* Thời gian thực hiện: Điểm 2.4, trong quý III/2026; các nội dung khác, thường xuyên.\n",
      "25 warning plan/group-point-unknown",
    ],
    [
      "a point that the group's line leaves out",
      "# I- NHIỆM VỤ\n\n## 2. Ban Tổ chức Tỉnh uỷ\n\n2.1. Rà soát doanh nghiệp.\n\n2.2. Lập danh sách.\n\n* Thời gian thực hiện: Điểm 2.1, trong quý III/2026.\n",
      "27 warning plan/group-points-untimed",
    ],
    [
      "a deadline before the signing",
      `# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp.\n\n${block(LEAD, "Trước ngày 30/5/2026")}`,
      "21 error plan/timing-past",
    ],
    [
      "a deadline soon after the signing",
      `# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp.\n\n${block(LEAD, "Trước ngày 15/6/2026")}`,
      "21 warning plan/timing-short",
    ],
    [
      "a day that no calendar has",
      `# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp.\n\n${block(LEAD, "Trước ngày 31/9/2026")}`,
      "21 error plan/timing-impossible",
    ],
    [
      "duties that recur without a day",
      `# I- NHIỆM VỤ\n\n${[1, 2, 3].map((n) => `${n}. Rà soát đợt ${n}.\n\n${block(LEAD, "Hằng quý")}`).join("")}`,
      "21 warning plan/timings-no-day",
    ],
    [
      "reviews in the wrong order",
      "# I- THỜI GIAN SƠ KẾT\n\n1. Cấp cơ sở: Hoàn thành sơ kết trước ngày 30/11/2026.\n\n2. Đảng uỷ các xã, phường: Hoàn thành sơ kết trước ngày 30/10/2026.\n",
      "23 warning plan/review-order",
    ],
    [
      "an annex that is promised",
      `# I- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp (có đề cương và biểu mẫu kèm theo).\n\n${block(LEAD)}`,
      "21 warning plan/annex-missing",
    ],
    [
      "a target that does not add up",
      `# I- CHỈ TIÊU ĐẾN NĂM 2030\n\n1. Giai đoạn 2026 - 2030, mỗi năm kết nạp từ 200 đảng viên trở lên; đến năm 2030, kết nạp 900 đảng viên.\n\n# II- NHIỆM VỤ\n\n1. Rà soát doanh nghiệp.\n\n${block(LEAD)}`,
      "21 warning plan/target-years",
    ],
  ])("%s", async (_, body, finding) => {
    expect(await found(body)).toContain(finding);
  });
});
