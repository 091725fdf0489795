/** The words in which a report speaks of tasks. */
import { sayDay } from "../../periods/index.js";
import { STATUS_NAMES } from "../../plan/outputs/index.js";
import { printFigure } from "../totals/index.js";
import type { BodyReport, FollowedPlan, FollowedTask, TaskStanding } from "./follow-plan.js";

/** As they stand after a number of tasks in a sentence. */
const IN_SENTENCE: Readonly<Record<TaskStanding, string>> = {
  done: "đã hoàn thành",
  underWay: "đang thực hiện",
  ongoing: "thực hiện thường xuyên",
  notDue: "chưa đến hạn",
  overdue: "quá hạn",
  notReported: "chưa được báo cáo đủ",
};

/** The order of a sentence: what is done first, what is not last. */
const SAID: readonly TaskStanding[] = ["done", "underWay", "ongoing", "notDue", "overdue", "notReported"];

/** "05 nhiệm vụ". */
export const sayTasks = (tasks: readonly FollowedTask[]): string => `${printFigure(tasks.length, "nhiệm vụ")} nhiệm vụ`;

/** "trong 12 nhiệm vụ, 05 nhiệm vụ đã hoàn thành, 03 nhiệm vụ đang thực hiện"; states that no task is in are left out. "cả 12 nhiệm vụ đã hoàn thành". */
export function sayStandings(tasks: readonly FollowedTask[]): string {
  const parts = SAID.flatMap((standing) => {
    const own = tasks.filter((task) => task.standing === standing);
    return own.length === 0 ? [] : [`${sayTasks(own)} ${IN_SENTENCE[standing]}`];
  });
  const [all = ""] = parts;
  return parts.length === 1 ? `cả ${all}` : `trong ${sayTasks(tasks)}, ${parts.join(", ")}`;
}

/** How a task stands, in a table. */
export const STANDING_NAMES: Readonly<Record<TaskStanding, string>> = { ...STATUS_NAMES, notReported: "Chưa báo cáo" };

/** "Hoàn thành ngày 28/4/2026", "Quá hạn (đơn vị ghi: Đang thực hiện)". */
export function sayReport({ state, status }: BodyReport): string {
  const own = status === state.status ? "" : ` (đơn vị ghi: ${STATUS_NAMES[state.status]})`;
  const day = state.completedOn === undefined ? "" : ` ngày ${sayDay(state.completedOn)}`;
  return `${STATUS_NAMES[status]}${day}${own}`;
}

/** What a task is at, body by body where there are several. */
export function sayState({ reports, silent, late, standing }: FollowedTask): readonly string[] {
  const overdue = late && standing === "notReported" ? ", đã quá thời hạn" : "";
  if (reports.length === 0) return [`${STANDING_NAMES.notReported}${overdue}`];
  const several = reports.length + silent.length > 1;
  return [
    ...reports.map((report) => {
      const said = sayReport(report);
      return several && report.state.body !== undefined ? `${report.state.body}: ${said}` : said;
    }),
    ...(silent.length === 0 ? [] : [`${STANDING_NAMES.notReported}${overdue}: ${silent.join("; ")}`]),
  ];
}

/** What bodies wrote in a column, with their names where there are several. */
export function sayWords({ reports }: FollowedTask, column: "result" | "note"): readonly string[] {
  const written = reports.flatMap(({ state }) => {
    const words = state[column];
    return words === undefined ? [] : [{ body: state.body, words: words.replace(/\s+/gu, " ").trim() }];
  });
  return written.map(({ body, words }) => (written.length > 1 && body !== undefined ? `${body}: ${words}` : words));
}

/** By when: as the plan says it. */
export const sayTime = ({ task }: FollowedTask): string =>
  task.timing?.printed.replace(/\s+/gu, " ").trim() ?? "không ghi thời hạn";

/** "nhận đến ngày 22/5/2026". */
export const sayReceived = ({ received }: FollowedPlan): string =>
  received === undefined ? "chưa cơ quan nào báo cáo" : `theo báo cáo nhận đến ngày ${sayDay(received)}`;

/** The words of a task on one line, in a list: its first sentence, without the sign at its end. */
export function sayTask({ task }: FollowedTask): string {
  const words = task.text.replace(/\s+/gu, " ").trim();
  const [first = words] = /^.{20,}?[.;](?=\s+\p{Lu})/u.exec(words) ?? [words];
  return first.replace(/[\s.;,:]+$/u, "");
}

/** "Ban Tổ chức Tỉnh uỷ; trước ngày 30/6/2026". */
export const sayWhoAndWhen = (followed: FollowedTask): string => [...followed.bodies, sayTime(followed)].join("; ");
