/** What there is to say of the duties of a plan while it is still a draft. */
import type { Finding, Place } from "../../findings/finding.js";
import { reportTasks } from "../../findings/messages/plan/tasks.js";
import type { Document } from "../../model/document.js";
import type { TaskRole } from "../../model/task.js";
import { foldTone } from "../../norms/tone.js";
import { recipientTest } from "../bodies/recipients.js";
import { judgeProblem, judgeTiming, type TimingMeasure } from "../timing/index.js";
import type { ReadTask } from "./name-tasks.js";
import type { TasksReading } from "./read-tasks.js";
import { judgeReviewOrder } from "./review-order.js";
import type { GroupLine } from "./time-group.js";

/** Where parts of the document stand in its draft. */
export interface PartPlaces {
  of(part: object): Place | undefined;
  field(name: string): Place | undefined;
}

const at = (finding: Finding, place: Place | undefined): Finding =>
  place === undefined ? finding : { ...finding, place };

/** The outermost part of a reference: the section that a task stands in. */
const sectionOfReference = (reference: string): string => reference.split("/").slice(0, 1).join("/");

const bySection = (tasks: readonly ReadTask[]): ReadTask[][] => {
  const sections = new Map<string, ReadTask[]>();
  for (const read of tasks) {
    const section = sectionOfReference(read.task.reference);
    sections.set(section, [...(sections.get(section) ?? []), read]);
  }
  return [...sections.values()];
};

/** One finding for one task, one for all where several of a section have the same fault. */
function perSection(
  tasks: readonly ReadTask[],
  places: PartPlaces,
  one: "plan/task-undated" | "plan/task-unassigned",
  several: "plan/tasks-undated" | "plan/tasks-unassigned",
): Finding[] {
  return bySection(tasks).flatMap((section) => {
    const [first] = section;
    if (first === undefined) return [];
    const place = places.of(first.point.block);
    const references = section.map(({ task }) => task.id);
    const [reference = ""] = references;
    return [
      section.length === 1 ? reportTasks(one, { reference }, place) : reportTasks(several, { references }, place),
    ];
  });
}

/** Roles in words, as a finding names them. */
const ROLE_WORDS: Readonly<Record<TaskRole["role"], string>> = {
  direct: "người chỉ đạo",
  advise: "cơ quan tham mưu",
  execute: "cơ quan thực hiện",
  adviseAndExecute: "cơ quan tham mưu và thực hiện",
  coordinate: "cơ quan phối hợp",
};

/** Whether the task has somebody who carries the role out; who advises and executes has both. */
const hasRole = ({ task }: ReadTask, role: TaskRole["role"]): boolean =>
  task.roles.some(
    (given) => given.role === role || (given.role === "adviseAndExecute" && (role === "advise" || role === "execute")),
  );

/** Fewest tasks of a section from which a custom can be told, and the share that makes it one. */
const FEWEST = 4;
const CUSTOMARY = 0.6;

/** Tasks that lack a role which most of their section have: "tasks 2 and 5 lack a role the others have". */
function judgeEvenness(tasks: readonly ReadTask[], places: PartPlaces): Finding[] {
  return bySection(tasks).flatMap((section) => {
    const labelled = section.filter(({ task }) => task.roles.some(({ label }) => label !== undefined));
    if (labelled.length < FEWEST) return [];
    return (["direct", "advise", "execute"] as const).flatMap((role) => {
      const having = labelled.filter((read) => hasRole(read, role));
      if (having.length === labelled.length || having.length / labelled.length < CUSTOMARY) return [];
      const params = { role: ROLE_WORDS[role], count: having.length, total: labelled.length };
      return labelled
        .filter((read) => !hasRole(read, role))
        .map(({ task, point }) =>
          reportTasks("plan/task-role-uneven", { reference: task.id, ...params }, places.of(point.block)),
        );
    });
  });
}

function judgeRecipients(tasks: readonly ReadTask[], { recipients, issuer }: Document, places: PartPlaces): Finding[] {
  if (recipients === undefined) return [];
  const receives = recipientTest(recipients);
  const own = foldTone(issuer?.name.join(" ") ?? "");
  const isIssuer = (name: string): boolean => foldTone(name) === own;
  const missing = new Map<string, string[]>();
  for (const { task } of tasks) {
    // What a title hands on ("Chỉ đạo Sở Nội vụ") reaches the body through the one that directs it.
    const handed = task.roles.some(({ role, label }) => role === "direct" && label === undefined);
    const charged = task.roles.filter(({ role }) =>
      handed ? role === "direct" : role !== "direct" && role !== "coordinate",
    );
    const bodies = charged.flatMap((role) => role.bodies);
    for (const body of bodies.filter((name) => !receives(name) && !isIssuer(name)))
      missing.set(body, [...(missing.get(body) ?? []), task.id]);
  }
  const place = places.field("recipients");
  return [...missing].map(([body, references]) => reportTasks("plan/body-not-recipient", { body, references }, place));
}

function judgeGroupLine({ point, clauses, unknown, untimed }: GroupLine, places: PartPlaces): Finding[] {
  const place = places.of(point.block);
  const group = point.reference.replace(/\/?[*+-]\d+$/u, "");
  return [
    ...unknown.map((number) => reportTasks("plan/group-point-unknown", { point: number, group }, place)),
    ...(untimed.length === 0 ? [] : [reportTasks("plan/group-points-untimed", { group, references: untimed }, place)]),
    ...clauses.flatMap(({ problem }) => (problem === undefined ? [] : [at(judgeProblem(problem), place)])),
  ];
}

/** More tasks of a section than this that recur without a day are named in one finding. */
const MOST_SINGLE = 2;
const NO_DAY = "plan/timing-no-day";

/** What is said of a time that is no task's: that it has passed. */
const PASSED: ReadonlySet<string> = new Set(["plan/timing-past", "plan/timing-perhaps-past"]);

/** Findings about one time, said once however many tasks it times. */
function judgeTimes(
  { tasks, groupLines, timePoints }: TasksReading,
  measure: TimingMeasure,
  places: PartPlaces,
): Finding[] {
  const grouped = groupLines.flatMap(({ point, clauses }) =>
    clauses.flatMap(({ timing }) =>
      timing === undefined ? [] : judgeTiming(timing, measure).map((finding) => at(finding, places.of(point.block))),
    ),
  );
  const alone = timePoints.flatMap(({ point, timing, byHeading }) =>
    judgeTiming(timing, measure)
      .filter(({ id }) => PASSED.has(id))
      // a heading alone is a weaker sign than a label
      .map((finding) =>
        byHeading === true && finding.severity === "error" ? { ...finding, severity: "warning" as const } : finding,
      )
      .map((finding) => at(finding, places.of(point.block))),
  );
  return [...grouped, ...alone, ...bySection(tasks).flatMap((section) => judgeOwnTimes(section, measure, places))];
}

/** Words behind which a time is one to work in. */
const WORK = /(?:thời gian|thời hạn|thời điểm|hoàn thành|xong|thực hiện|tiến hành|tổ chức|trong kỳ)[^.;]*$/iu;

/** "kiểm tra việc thu, nộp trong 6 tháng đầu năm 2026": what is looked into, not when. */
function isPeriodOfFigures({ text, timing }: ReadTask["task"]): boolean {
  if (timing === undefined || timing.terms.some(({ kind }) => kind !== "within")) return false;
  const at = text.indexOf(timing.printed);
  return at > 0 && !WORK.test(text.slice(0, at));
}

function judgeOwnTimes(section: readonly ReadTask[], measure: TimingMeasure, places: PartPlaces): Finding[] {
  const judged = section.map((read) => {
    const { timing, timedBy } = read.task;
    const judgedTime = timing === undefined || timedBy === "group" ? [] : judgeTiming(timing, measure);
    const own = judgedTime.filter(({ id }) => id !== "plan/timing-past" || !isPeriodOfFigures(read.task));
    return {
      read,
      findings: [...own, ...read.timingProblems.map(judgeProblem)].map((finding) =>
        at(finding, places.of(read.point.block)),
      ),
    };
  });
  const dayless = judged.filter(({ findings }) => findings.some(({ id }) => id === NO_DAY));
  const [first] = dayless;
  if (first === undefined || dayless.length <= MOST_SINGLE) return judged.flatMap(({ findings }) => findings);
  const references = dayless.map(({ read }) => read.task.id);
  return [
    reportTasks("plan/timings-no-day", { references }, places.of(first.read.point.block)),
    ...judged.flatMap(({ findings }) => findings.filter(({ id }) => id !== NO_DAY)),
  ];
}

/**
 * Judges the duties of a plan.
 *
 * @param measure the day of signing and the plan's last year, by which times are judged
 */
export function judgeTasks(
  reading: TasksReading,
  document: Document,
  measure: TimingMeasure,
  places: PartPlaces,
): Finding[] {
  const { tasks, groupLines } = reading;
  if (tasks.length === 0) return [reportTasks("plan/tasks-none", {}), ...judgeTimes(reading, measure, places)];
  const untimedByGroup = new Set(groupLines.flatMap(({ untimed }) => untimed));
  const undated = tasks.filter(
    ({ task, timingProblems }) =>
      task.timing === undefined && timingProblems.length === 0 && !untimedByGroup.has(task.id),
  );
  const unassigned = tasks.filter(({ task }) =>
    task.roles.every(({ role }) => role === "direct" || role === "coordinate"),
  );
  return [
    ...perSection(undated, places, "plan/task-undated", "plan/tasks-undated"),
    ...perSection(unassigned, places, "plan/task-unassigned", "plan/tasks-unassigned"),
    ...judgeEvenness(tasks, places),
    ...groupLines.flatMap((line) => judgeGroupLine(line, places)),
    ...judgeTimes(reading, measure, places),
    ...judgeReviewOrder(tasks, places),
    ...judgeRecipients(tasks, document, places),
  ];
}
