/** A plan as the terminal shows it: what it is, its tasks, its targets. */
import { textTable } from "../../cycle/status/table.js";
import type { Plan } from "../../model/plan.js";
import type { Target } from "../../model/target.js";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/index.js";
import { sayDay } from "../../periods/index.js";
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

const tasksTable = (tasks: readonly Task[], today: Day): string[] =>
  textTable(
    ["Mã", "Nhiệm vụ", "Cơ quan", "Thời gian", "Hạn tới"],
    tasks.map((task) => [
      task.id,
      plain(task.text),
      leads(task),
      task.timing === undefined ? "chưa ghi" : plain(task.timing.printed),
      dueText(task, today),
    ]),
    WIDEST,
  );

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
export function printPlan(plan: Plan, today: Day): readonly string[] {
  const allocated = plan.allocations.map(
    ({ annex, indicators, units }) =>
      `${annex}: phân bổ ${indicators.map(({ name }) => `“${plain(name)}”`).join(", ")} cho ${units.length} đơn vị.`,
  );
  return [
    headline(plan),
    ...(plan.tasks.length === 0 ? [] : ["", ...tasksTable(plan.tasks, today)]),
    ...(plan.targets.length === 0 ? [] : ["", ...targetsTable(plan.targets)]),
    ...(allocated.length === 0 ? [] : ["", ...allocated]),
  ];
}
