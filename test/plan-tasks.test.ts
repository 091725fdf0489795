import { describe, expect, it } from "vitest";
import { readTasks } from "../src/plan/tasks/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { DUTIES, NO_DUTIES } from "./plan-tasks.sentences.js";

const HEADER = "---\nthể loại: Kế hoạch\ncơ quan ban hành: TỈNH UỶ HÀ TRUNG\n---\n";

async function tasksOf(body: string) {
  const { document } = await parseDraft(HEADER + body);
  if (document === undefined) throw new Error("the draft has faults");
  return readTasks(document, { year: 2026 });
}

describe("sentences", () => {
  it("that only look like duties are none: a set of a hundred", async () => {
    const sentences = Object.values(NO_DUTIES).flat();
    expect(sentences).toHaveLength(100);
    const body = Object.entries(NO_DUTIES)
      .map(
        ([heading, items]) =>
          `# I- ${heading}\n\n${items.map((item, index) => `${index + 1}. ${item}`).join("\n\n")}\n`,
      )
      .join("\n");
    expect((await tasksOf(body)).tasks.map(({ task }) => task.text)).toEqual([]);
  });

  it.each(DUTIES)("%s", async (sentence, body) => {
    const [read, ...others] = (await tasksOf(`# I- NHIỆM VỤ\n\n1. ${sentence}\n`)).tasks;
    expect(others).toEqual([]);
    expect(read?.task.text).toBe(sentence);
    const lead = read?.task.roles.find(({ role }) => role === "execute")?.bodies[0] ?? "";
    expect(lead).toBe(body);
  });
});

describe("labels behind the last point", () => {
  const read = async (body: string) =>
    (await tasksOf(body)).tasks.map(({ task }) => [
      task.id,
      task.roles.map(({ bodies }) => bodies.join(", ")).join("; "),
      task.timing?.printed,
    ]);

  it("speak of all lettered points above them; a line of times gives each its own, without a star", async () => {
    const body = `# I- NHIỆM VỤ

**1. Trồng rừng**

a) Rà soát các cơ sở sản xuất cây giống.

b) Cung ứng cây giống cho các hộ đăng ký.

Đơn vị chủ trì: Chi cục Kiểm lâm. Đơn vị phối hợp: Trung tâm Khuyến nông, Công ty Lâm nghiệp Sông Kim.

Thời gian thực hiện: điểm a, trong quý II/2026; điểm b, trước ngày 20/7/2026.
`;
    const bodies = "Chi cục Kiểm lâm; Trung tâm Khuyến nông, Công ty Lâm nghiệp Sông Kim";
    expect(await read(body)).toEqual([
      ["I/1/a", bodies, "trong quý II/2026"],
      ["I/1/b", bodies, "trước ngày 20/7/2026"],
    ]);
  });

  it("leave points with labels of their own alone, but a line of times finds its points among them", async () => {
    const body = `# I- NHIỆM VỤ

**1. Tuyên truyền**

1.1. Mở chuyên mục trên Báo.

- *Đơn vị chủ trì:* Báo tỉnh.

1.2. Biểu dương các gương điển hình.

- *Đơn vị chủ trì:* Văn phòng Ban.

*Thời gian thực hiện:* Điểm 1.1, từ tháng 7/2026; điểm 1.2, thường xuyên.
`;
    expect(await read(body)).toEqual([
      ["I/1/1.1", "Báo tỉnh", "từ tháng 7/2026"],
      ["I/1/1.2", "Văn phòng Ban", "thường xuyên"],
    ]);
  });

  it("give no time to a duty whose own is impossible", async () => {
    const body = `# I- NHIỆM VỤ

**1. Chứng chỉ rừng**

a) Thành lập nhóm hộ; hoàn thành chậm nhất ngày 31/6/2026.

b) Thuê tổ chức đánh giá độc lập.

Đơn vị chủ trì: Chi cục Kiểm lâm. Thời hạn: trước ngày 30/10/2026.
`;
    expect((await read(body)).map(([, , time]) => time)).toEqual([undefined, "trước ngày 30/10/2026"]);
  });
});

describe("labels behind a group", () => {
  const BODY = `# III- NHIỆM VỤ

1. Phát triển cụm công nghiệp

- Rà soát quy hoạch các cụm công nghiệp.
- Danh mục dự án được lập theo từng cụm.

Lãnh đạo phụ trách: Phó Giám đốc Trần Văn Bảo.

Đơn vị chủ trì: Phòng Quản lý Công nghiệp; Đơn vị phối hợp: Phòng Quản lý Năng lượng, Văn phòng Sở.

Thời gian thực hiện: Trong quý III/2026.
`;

  it("give its tasks bodies and time", async () => {
    const { tasks } = await tasksOf(BODY);
    expect(tasks.map(({ task }) => [task.id, task.timedBy, task.timing?.printed])).toEqual([
      ["III/1/-1", "group", "Trong quý III/2026"],
      ["III/1/-2", "group", "Trong quý III/2026"],
    ]);
    expect(tasks[1]?.task.roles).toEqual([
      { role: "direct", label: "Lãnh đạo phụ trách", bodies: ["Phó Giám đốc Trần Văn Bảo"] },
      { role: "execute", label: "Đơn vị chủ trì", bodies: ["Phòng Quản lý Công nghiệp"] },
      { role: "coordinate", label: "Đơn vị phối hợp", bodies: ["Phòng Quản lý Năng lượng", "Văn phòng Sở"] },
    ]);
  });
});
