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
