import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TaskState } from "../src/cycle/task-reports/index.js";
import type { Plan } from "../src/model/plan.js";
import type { Task } from "../src/model/task.js";
import type { TaskStatus } from "../src/model/task-report.js";
import { tasksHash } from "../src/plan/outputs/index.js";
import { annexInDocument } from "../src/report/annexes/index.js";
import {
  type FollowedTask,
  followPlan,
  STANDINGS,
  sayStandings,
  sayState,
  sayTask,
  sayWhoAndWhen,
  TASK_LISTS,
  tasksAnnex,
  tasksIn,
} from "../src/report/tasks/index.js";
import { periodNamed } from "./cycle-collect.sample.js";
import { TASKS, task } from "./plan-outputs.sample.js";

const CUT_OFF = "2026-06-15";

function planOf(tasks: readonly Task[]): Plan {
  return {
    ...{ type: "Kế hoạch", title: "thử", tasks: [...tasks], targets: [], allocations: [], citations: [] },
    ...{ bodies: [{ name: "Đảng uỷ phường Sông Kim", unit: "p-song-kim", tasks: [] }], abbreviations: [] },
  };
}

interface Said {
  readonly status: TaskStatus;
  readonly body?: string;
  readonly unit?: string;
  readonly day?: string;
  readonly version?: string;
  readonly text?: string;
  readonly completedOn?: string;
}

const stateOf = (id: string, tasks: readonly Task[], said: Said): TaskState => {
  const { status, body, unit, day = "2026-06-20", version = tasksHash(tasks), completedOn } = said;
  const file = { sha256: "", name: "", size: 1, suffix: ".xlsx", path: "" };
  const whose = { ...(body === undefined ? {} : { body }), ...(unit === undefined ? {} : { unit }) };
  return {
    ...{ task: id, status, text: said.text ?? tasks.find((one) => one.id === id)?.text ?? "" },
    ...(completedOn === undefined ? {} : { completedOn }),
    ...whose,
    workbook: {
      ...{ id: 1, plan: { identity: "x", title: "thử" }, tasks: version, issue: 1, file, state: "accepted" },
      ...whose,
      received: { day, basis: "given" },
    },
  } as unknown as TaskState;
};

function follow(said: Readonly<Record<string, readonly Said[]>>, tasks: readonly Task[] = TASKS) {
  const states = new Map(Object.entries(said).map(([id, all]) => [id, all.map((one) => stateOf(id, tasks, one))]));
  return followPlan("Kế hoạch số 12-KH/TU", planOf(tasks), states, CUT_OFF);
}

const byId = ({ tasks }: { readonly tasks: readonly FollowedTask[] }) =>
  new Map(tasks.map((followed) => [followed.task.id, followed]));

const BOARD = "Ban Tổ chức Tỉnh uỷ";

describe("tasks that a report follows", () => {
  it("stand as the state that asks for most attention; who has said nothing is named", () => {
    const found = byId(
      follow({
        "II/1": [{ status: "done", body: "Ban Tuyên giáo và Dân vận Tỉnh uỷ", completedOn: "2026-05-10" }],
        "II/3": [{ status: "done", body: "Đảng uỷ xã Mỹ Cát" }],
        "II/4": [{ status: "underWay", body: "Ban Tổ chức Tỉnh uỷ" }],
        "III/1": [{ status: "ongoing", body: "Liên đoàn Lao động tỉnh" }],
      }),
    );
    expect([...found].map(([id, { standing, silent }]) => [id, standing, silent])).toEqual([
      ["II/1", "done", []],
      ["II/2", "notReported", [BOARD]],
      ["II/3", "notReported", ["Đảng uỷ phường Sông Kim"]],
      ["II/4", "underWay", []],
      ["III/1", "ongoing", []],
      ["III/2", "notReported", ["Đảng uỷ xã Mỹ Cát"]],
      ["III/3", "notReported", ["Đảng uỷ phường Sông Kim"]],
    ]);
    const task1 = found.get("II/1");
    expect(task1 && sayState(task1)).toEqual(["Hoàn thành ngày 10/5/2026"]);
    const task3 = found.get("II/3");
    expect(task3 && sayState(task3)).toEqual([
      "Đảng uỷ xã Mỹ Cát: Hoàn thành",
      "Chưa báo cáo: Đảng uỷ phường Sông Kim",
    ]);
  });

  it("are overdue once their day has passed, whatever the body writes; late also when nobody speaks", () => {
    const found = byId(follow({ "II/1": [{ status: "underWay", body: "Ban Tuyên giáo và Dân vận Tỉnh uỷ" }] }));
    const first = found.get("II/1");
    expect(first && [first.standing, first.late, first.deadline]).toEqual(["overdue", true, "2026-05-19"]);
    expect(first && sayState(first)).toEqual(["Quá hạn (đơn vị ghi: Đang thực hiện)"]);
    const silent = byId(follow({})).get("II/1");
    expect(silent && [silent.standing, silent.late]).toEqual(["notReported", true]);
    expect(silent && sayState(silent)).toEqual(["Chưa báo cáo, đã quá thời hạn"]);
    // what recurs has no last day
    expect(byId(follow({})).get("II/3")?.late).toBe(false);
  });

  it("know a unit by its code, and a workbook for all bodies speaks for all", () => {
    const byCode = byId(follow({ "III/3": [{ status: "done", body: "ĐU Sông Kim", unit: "p-song-kim" }] }));
    expect(byCode.get("III/3")?.standing).toBe("done");
    expect(byId(follow({ "II/3": [{ status: "done" }] })).get("II/3")?.standing).toBe("done");
  });

  it("of another version of the plan are found by their words; what is gone is counted, not lost", () => {
    const moved: Said = {
      status: "done",
      body: BOARD,
      version: "khác",
      text: "Rà soát doanh nghiệp có từ 03 đảng viên trở lên.",
    };
    const found = follow({ "IX/9": [moved, { ...moved, text: "việc đã bỏ" }] });
    expect(byId(found).get("II/2")?.standing).toBe("done");
    expect(found.astray).toBe(1);
    // a code that means another task now is not believed
    const other = follow({ "II/4": [moved] });
    expect([byId(other).get("II/4")?.standing, byId(other).get("II/2")?.standing]).toEqual(["notReported", "done"]);
  });

  it("are counted, each in one state", () => {
    const statuses = fc.constantFrom<TaskStatus>("notDue", "underWay", "done", "overdue", "ongoing");
    fc.assert(
      fc.property(fc.array(fc.option(statuses), { minLength: 7, maxLength: 7 }), (all) => {
        const said = Object.fromEntries(
          TASKS.flatMap(({ id }, at) => (all[at] ? [[id, [{ status: all[at] }]] as const] : [])),
        );
        const { tasks } = follow(said);
        const counts = STANDINGS.map((standing) => tasks.filter((one) => one.standing === standing).length);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(TASKS.length);
        const printed = [...sayStandings(tasks).matchAll(/(\d+) nhiệm vụ/gu)].map(([, number]) => Number(number));
        const [head = 0, ...parts] = printed;
        expect(head).toBe(7);
        if (parts.length > 0) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(7);
        const sizes = Object.fromEntries(TASK_LISTS.map((list) => [list, tasksIn(list, tasks, "2026-12-31").length]));
        expect(sizes.all).toBe(7);
        expect((sizes.done ?? 0) + (sizes.left ?? 0)).toBe(
          7 - tasks.filter(({ standing }) => standing === "ongoing").length,
        );
      }),
    );
  });

  it("of which those come next that have their day before the horizon", () => {
    const { tasks } = follow({});
    const next = (horizon: string) => tasksIn("next", tasks, horizon).map(({ task: { id } }) => id);
    expect(next("2026-12-31")).toEqual(["II/2", "II/4"]);
    expect(next("2030-12-31")).toEqual(["II/2", "II/4", "III/3"]);
    expect(tasksIn("late", tasks, "2026-12-31").map(({ task: { id } }) => id)).toEqual(["II/1"]);
  });

  it("are said in words, in full in the annex", () => {
    const long = task("I/1", "Rà soát, bổ sung quy chế phối hợp. Hoàn thành\nviệc ký kết.", "trước ngày 20/5/2026", [
      { role: "execute", bodies: [BOARD] },
    ]);
    const plan = follow({}, [long]);
    const [followed] = plan.tasks;
    expect(followed && [sayTask(followed), sayWhoAndWhen(followed)]).toEqual([
      "Rà soát, bổ sung quy chế phối hợp",
      `${BOARD}; trước ngày 20/5/2026`,
    ]);
    expect(sayStandings(plan.tasks)).toBe("cả 01 nhiệm vụ chưa được báo cáo đủ");
    const annex = tasksAnnex([plan], periodNamed("2026-6t"));
    expect(JSON.stringify(annex && annexInDocument(annex, "Phụ lục 1"))).toContain(
      "Rà soát, bổ sung quy chế phối hợp. Hoàn thành việc ký kết.",
    );
    expect(tasksAnnex([], periodNamed("2026-6t"))).toBeUndefined();
  });

  it("of several plans stand under the names of their plans", () => {
    const annex = tasksAnnex([follow({}), { ...follow({}), name: "Kế hoạch số 13-KH/TU" }], periodNamed("2026-6t"));
    expect(annex?.rows.filter(({ kind }) => kind === "heading")).toHaveLength(2);
    expect(annex?.rows).toHaveLength(2 + 2 * TASKS.length);
    expect(annex?.rows.at(-1)?.cells[0]).toEqual({ kind: "text", text: String(2 * TASKS.length) });
  });
});
