/** A plan as the terminal shows it: what it is, its tasks, its targets. */
import { textTable } from "../../cycle/status/table.js";
import type { TaskState } from "../../cycle/task-reports/index.js";
import type { Plan } from "../../model/plan.js";
import type { Target } from "../../model/target.js";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/index.js";
import { sayDay } from "../../periods/index.js";
import { STATUS_NAMES } from "../../plan/outputs/tracking-layout.js";
import { dueDays, nextDue } from "../../plan/timing/index.js";

const NONE = "–";
/** Five columns of this width fit a wide terminal. */
const WIDEST = 34;
const EARLIEST: Day = "1900-01-01";

/** `Kế hoạch số 06-KH/BCĐ, ngày 08/6/2026: 11 nhiệm vụ, 12 cơ quan, 2 chỉ tiêu, viện dẫn 7 văn bản.` */
function headline({ type, number, date, tasks, bodies, targets, citations }: Plan): string {
  const name = `${type}${number === undefined ? " chưa cấp số" : ` số ${number}`}`;
  const day = date?.month !== undefined && date.day !== undefined ? `, ngày ${printDate(date)}` : "";
  const counts = [
    `${tasks.length} nhiệm vụ`,
    `${bodies.length} cơ quan`,
    ...(targets.length === 0 ? [] : [`${targets.length} chỉ tiêu`]),
    `viện dẫn ${citations.length} văn bản`,
  ];
  return `${name}${day}: ${counts.join(", ")}.`;
}

const printDate = ({ year, month, day }: NonNullable<Plan["date"]>): string =>
  sayDay([year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"));

/** Who has a task: those that carry it out or advise, else those that direct. */
function leads({ roles }: Task): string {
  const acting = roles.filter(({ role }) => role !== "direct" && role !== "coordinate");
  const shown = acting.length > 0 ? acting : roles;
  return shown.length === 0 ? NONE : [...new Set(shown.flatMap(({ bodies }) => bodies))].join("; ");
}

/** The next due day from today on; of a duty that is over, its last one. */
export function dueText({ timing }: Task, today: Day): string {
  if (timing === undefined) return NONE;
  const next = nextDue(timing, today);
  if (next !== undefined) return sayDay(next.day);
  const last = dueDays(timing, EARLIEST, today).at(-1);
  return last === undefined ? NONE : `${sayDay(last.day)} (đã qua)`;
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** What stands beside the tasks that the plan itself does not say. */
export interface TaskMarks {
  /** Ids of tasks whose words of time cannot be read. */
  readonly unreadable?: ReadonlySet<string>;
  /** What bodies reported last, by id of the task. */
  readonly states?: ReadonlyMap<string, readonly TaskState[]>;
}

const timeText = ({ id, timing }: Task, { unreadable }: TaskMarks): string =>
  timing === undefined ? (unreadable?.has(id) ? "không đọc được" : "chưa ghi") : plain(timing.printed);

/** "Hoàn thành (Ban Tổ chức Tỉnh uỷ, 03/11/2026); Đang thực hiện (…)". */
const stateText = (states: readonly TaskState[] | undefined): string =>
  states
    ?.map(({ status, completedOn, body }) => {
      const beside = [body, completedOn === undefined ? undefined : sayDay(completedOn)].filter(
        (part) => part !== undefined,
      );
      return `${STATUS_NAMES[status]}${beside.length === 0 ? "" : ` (${beside.join(", ")})`}`;
    })
    .join("; ") ?? NONE;

function tasksTable(tasks: readonly Task[], today: Day, marks: TaskMarks): string[] {
  const { states } = marks;
  const reported = states !== undefined && states.size > 0;
  return textTable(
    ["Mã", "Nhiệm vụ", "Cơ quan", "Thời gian", "Hạn tới", ...(reported ? ["Tình hình"] : [])],
    tasks.map((task) => [
      task.id,
      plain(task.text),
      leads(task),
      timeText(task, marks),
      dueText(task, today),
      ...(reported ? [stateText(states.get(task.id))] : []),
    ]),
    WIDEST,
  );
}

function yearsOf({ period }: Target): string {
  if (period === undefined) return NONE;
  const { from, to, each, average } = period;
  const years = from === to ? `năm ${to}` : `${from} - ${to}`;
  return each === "year" ? `mỗi năm, ${years}` : average === true ? `bình quân, ${years}` : years;
}

const targetsTable = (targets: Plan["targets"]): string[] =>
  textTable(
    ["Mã", "Mức", "Việc", "Đối tượng", "Thời gian"],
    targets.map((target) => [
      target.id,
      plain(target.printed),
      plain(target.action ?? NONE),
      plain([target.denominator, target.subject].filter((part) => part !== undefined).join(": ") || NONE),
      yearsOf(target),
    ]),
    WIDEST,
  );

/**
 * The lines that `vanthu tasks` prints.
 *
 * @param today from which the next due days are reckoned
 */
export function printPlan(plan: Plan, today: Day, marks: TaskMarks = {}): readonly string[] {
  const allocated = plan.allocations.map(
    ({ annex, indicators, units }) =>
      `${annex}: phân bổ ${indicators.map(({ name }) => `“${plain(name)}”`).join(", ")} cho ${units.length} đơn vị.`,
  );
  return [
    headline(plan),
    ...(plan.tasks.length === 0 ? [] : ["", ...tasksTable(plan.tasks, today, marks)]),
    ...(plan.targets.length === 0 ? [] : ["", ...targetsTable(plan.targets)]),
    ...(allocated.length === 0 ? [] : ["", ...allocated]),
  ];
}
