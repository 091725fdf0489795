import type { Document } from "../../model/document.js";
import type { Task, TaskRole } from "../../model/task.js";
import type { Timing } from "../../model/timing.js";
import { endOfSubject } from "../bodies/names.js";
import { type Point, readPoints } from "../points/index.js";
import { readTiming, settleTiming, type TimingContext, type TimingProblem } from "../timing/index.js";
import { type Owners, readDuty, readOwners } from "./duty.js";
import { type LabelledLine, readLabelledLine, readLabelledLines } from "./labels.js";
import { findOutputs } from "./outputs.js";
import { readUnlabelledLine, rolesOfLabel, rolesOfOwners, rolesOfSentence, type UnlabelledLine } from "./roles.js";
import { readRunIn } from "./run-in.js";
import { isTitle, sectionOf } from "./sections.js";
import type { TaskDraft } from "./task-draft.js";
import { readTaskTable } from "./task-table.js";
import { type GroupLine, groupOf, timeGroup, timesGroup } from "./time-group.js";
import { timeOfLabel, timeOfSentence } from "./times.js";

/** A task with the point of the document that it was read from. */
export interface ReadTask {
  readonly task: Task;
  readonly point: Point;
  /** Why times that it states cannot be read. */
  readonly timingProblems: readonly TimingProblem[];
}

/** A point that only tells when, for all that stands beside it: "2. Thời gian: hoàn thành trước ngày 30/6/2026". */
export interface TimePoint {
  readonly point: Point;
  readonly timing: Timing;
  /** No label says that it is when; the heading above does. */
  readonly byHeading?: true;
}

export interface TasksReading {
  readonly tasks: readonly ReadTask[];
  readonly groupLines: readonly GroupLine[];
  /** Times of the whole undertaking or of a whole group. */
  readonly timePoints: readonly TimePoint[];
}

/** Headings that tell when the work is done; not those of a period that is looked into. */
const ABOUT_TIME =
  /^thời (?:gian|hạn)(?: (?:thực hiện|tiến hành|hoàn thành|tổ chức|triển khai))?(?:(?:,| và) [^.;:]*)?$/iu;
/** A sentence about what has been. */
const DONE = /(?<!\p{L})(?:đã|vừa qua)(?!\p{L})/iu;

const tellsWhen = (heading: string): boolean => ABOUT_TIME.test(heading.trim().replace(/[.:]$/u, ""));

/** What a walk down the points carries along. */
interface Above {
  readonly owners?: Owners;
  /** Owners of the title above that of the owners. */
  readonly outer?: Owners;
  /** Labels behind the group give its points a body. */
  readonly labelled?: true;
}

class TaskReader {
  readonly drafts: TaskDraft[] = [];
  readonly groupLines: GroupLine[] = [];
  readonly timePoints: TimePoint[] = [];
  /** Labels behind the last point of a group that speak of the whole group. */
  private readonly claimed = new Set<Point>();

  constructor(private readonly context: TimingContext) {}

  visitAll(points: readonly Point[], above: Above): void {
    for (const point of points) this.visit(point, above);
  }

  private visit(point: Point, above: Above): void {
    if (point.block.kind === "table") {
      this.readTable(point);
      return;
    }
    const lines = point.children.map((child) => (this.claimed.has(child) ? [] : readLabelledLines(child.text)));
    this.readPoint(point, above, lines);
    point.children.forEach((child, index) => {
      const line = lines[index]?.find(({ kind }) => kind === "timing");
      if (line !== undefined && timesGroup(child, line)) {
        const group = groupOf(line, point, this.context);
        this.groupLines.push(timeGroup(this.drafts, child, line, group, this.context));
      }
    });
  }

  private readPoint(point: Point, above: Above, lines: readonly (readonly LabelledLine[])[]): void {
    const own = point.children.flatMap((child, index) => {
      return isLine(child) ? (lines[index] ?? []).filter((line) => !timesGroup(child, line)) : [];
    });
    const unlabelled = point.children.flatMap((child, index) =>
      lines[index]?.length === 0 && isLine(child) ? this.readUnlabelled(child.text) : [],
    );
    const kind = sectionOf(point);
    const title = isTitle(point) && (point.children.length > 0 || point.block.kind === "heading");
    own.push(...this.labelsBehind(point));
    const blocked = own.length > 0 || unlabelled.length > 0;
    const points = point.children.filter((child, index) => child.mark !== undefined && lines[index]?.length === 0);
    // Labels behind the points of a title speak of all of them.
    const group = blocked && unlabelled.length === 0 && title && points.length > 0;
    if (blocked && !group) this.addBlock(point, own, unlabelled);
    else if (point.annex === undefined && readLabelledLine(point.text) === undefined && !title) {
      if (kind === "goals") this.addSentences(point);
      if (kind === "duties") this.addSentence(point, above);
    }
    if (blocked && !group) return;
    if (point.annex === undefined && !isLine(point)) this.addTimePoint(point);
    const from = this.drafts.length;
    const owners =
      kind === "duties" && point.annex === undefined
        ? title
          ? readOwners(point.text)
          : readRunIn(point.text).owners
        : undefined;
    const inner =
      owners === undefined ? above : { owners, ...(above.owners === undefined ? {} : { outer: above.owners }) };
    const goOn = point.children.filter(
      (child) => title || point.annex !== undefined || child.mark !== undefined || child.block.kind === "table",
    );
    this.visitAll(goOn, group ? { ...inner, labelled: true } : inner);
    if (title && point.annex === undefined && tellsWhen(point.text)) this.addTimesBelow(point, from);
    if (!group) return;
    this.labelGroup(own, from);
    for (const child of point.children) if (isLine(child)) this.addTimePoint(child);
  }

  /**
   * Labels in paragraphs without a mark behind the last of several points, none of which has labels: they speak of all
   * of them, though only the last stands above them.
   */
  private labelsBehind(point: Point): readonly LabelledLine[] {
    if (!isTitle(point)) return [];
    const points = point.children.filter(({ mark }) => mark !== undefined && mark.form !== "star");
    const [last, ...others] = [...points].reverse();
    const labelled = ({ children }: Point): readonly Point[] =>
      children.filter((child) => child.mark === undefined && readLabelledLines(child.text).length > 0);
    if (last === undefined || others.length === 0 || others.some((other) => labelled(other).length > 0)) return [];
    return labelled(last).flatMap((child) => {
      const lines = readLabelledLines(child.text);
      if (lines.some((line) => timesGroup(child, line))) return [];
      this.claimed.add(child);
      return lines;
    });
  }

  /** Gives the tasks of a group what the labels behind them say. */
  private labelGroup(own: readonly LabelledLine[], from: number): void {
    const roles = own.flatMap(rolesOfLabel);
    const time = own.find(({ kind }) => kind === "timing")?.value;
    const { timing } = time === undefined ? {} : timeOfLabel(time, this.context);
    this.drafts.splice(
      from,
      Infinity,
      ...this.drafts.slice(from).map((draft) => ({
        ...draft,
        roles: draft.roles.some(({ role }) => role === "execute" || role === "advise")
          ? draft.roles
          : [...roles, ...draft.roles],
        ...(timing === undefined || draft.timing !== undefined || draft.problems.length > 0
          ? {}
          : { timing, timedBy: "group" as const }),
      })),
    );
  }

  /** A line without a label counts as one of a block when what it says beside the body is a time. */
  private readUnlabelled(text: string): UnlabelledLine[] {
    const line = readUnlabelledLine(text);
    if (line === undefined) return [];
    return line.time === undefined || "timing" in readTiming(line.time, this.context) ? [line] : [];
  }

  private addTimePoint(point: Point): void {
    const line = readLabelledLine(point.text);
    if (line?.kind !== "timing" || timesGroup(point, line)) return;
    const { timing = timeOfSentence(line.value, this.context).timing } = timeOfLabel(line.value, this.context);
    if (timing !== undefined) this.timePoints.push({ point, timing });
  }

  /** What stands below a heading about time and is neither a duty nor labelled: "II- THỜI GIAN / Trước ngày 30/6/2026". */
  private addTimesBelow({ children }: Point, from: number): void {
    const duties = new Set(this.drafts.slice(from).map(({ point }) => point));
    for (const child of children) {
      if (child.block.kind === "table" || duties.has(child)) continue;
      this.addTimesBelow(child, from);
      if (readLabelledLine(child.text) !== undefined || DONE.test(child.text)) continue;
      const { timing } = timeOfSentence(child.text, this.context);
      if (timing !== undefined) this.timePoints.push({ point: child, timing, byHeading: true });
    }
  }

  /** A point with lines that say who directs, who carries out, by when. */
  private addBlock(point: Point, own: readonly LabelledLine[], unlabelled: readonly UnlabelledLine[]): void {
    const roles = [...own.flatMap(rolesOfLabel), ...unlabelled.flatMap((line) => line.roles)];
    const times = [
      ...own.filter(({ kind }) => kind === "timing").map(({ value }) => value),
      ...unlabelled.flatMap(({ time }) => time ?? []),
    ];
    const outputs = own.filter(({ kind }) => kind === "output").map(({ value }) => value.replace(/[.;]$/u, ""));
    this.add(point, point.text, point.reference, roles, times[0], outputs);
  }

  /** A point that is itself a duty, with the paragraphs that go on with it. */
  private addSentence(point: Point, { owners, outer, labelled }: Above): void {
    const { rest: text, owners: named } = readRunIn(point.text);
    if (text.endsWith(":")) return;
    const owned = named !== undefined || owners !== undefined;
    const duty = readDuty(text, owned || labelled === true);
    if (duty === undefined) return;
    const goesOn = point.children.filter(
      (child) =>
        child.mark === undefined &&
        child.block.kind === "paragraph" &&
        readLabelledLine(child.text) === undefined &&
        readDuty(child.text) !== undefined,
    );
    if (!owned) {
      for (const part of dutiesIn([point.text, ...goesOn.map((child) => child.text)].join("\n"))) {
        const { rest } = readRunIn(part);
        this.add(point, part, point.reference, rolesOfSentence(rest, readDuty(rest)?.bodies ?? []));
      }
      return;
    }
    const whole = [point.text, ...goesOn.map((child) => child.text)].join("\n");
    const subject = rolesOfSentence(text, duty.bodies);
    const given = rolesOfOwners(named ?? owners, named === undefined ? outer : owners);
    const roles = duty.bodies.length > 0 && named === undefined ? subject : [...given, ...subject];
    this.add(point, whole, point.reference, roles);
  }

  /** Sentences among aims that give a body something to do. */
  private addSentences(point: Point): void {
    for (const sentence of sentencesOf(point.text)) {
      const duty = endOfSubject(sentence) === undefined || SHARED.test(sentence) ? undefined : readDuty(sentence);
      if (duty === undefined || duty.bodies.length === 0) continue;
      this.add(point, sentence, point.reference, rolesOfSentence(sentence, duty.bodies));
    }
  }

  private readTable(point: Point): void {
    if (point.block.kind !== "table") return;
    const label = point.annex?.label;
    const above = [label, point.reference].filter((part) => part !== undefined && part !== "").join("/");
    for (const row of readTaskTable(point.block.table) ?? []) {
      const outputs = row.output === undefined ? [] : [row.output];
      this.add(point, row.text, `${above}/${row.ordinal}`, row.roles, row.time, outputs);
    }
  }

  private add(
    point: Point,
    text: string,
    reference: string,
    roles: readonly TaskRole[],
    time?: string,
    outputs: readonly string[] = [],
  ): void {
    const { timing, problems } =
      time === undefined ? timeOfSentence(text, this.context) : timeOfLabel(time, this.context);
    this.drafts.push({
      point,
      text,
      reference,
      roles,
      ...(timing === undefined ? {} : { timing, timedBy: "task" as const }),
      problems,
      outputs: outputs.length > 0 ? outputs : findOutputs(text),
    });
  }
}

/** Marks of lines that belong to the point above them; numbered points stand by themselves. */
const LINE_FORMS: ReadonlySet<string> = new Set(["dash", "plus", "star", "letter", "bracketNumber"]);

const isLine = ({ mark }: Point): boolean => mark === undefined || LINE_FORMS.has(mark.form);

/**
 * The duties of a point without a title above it: a sentence that names a body of its own begins another duty, and what
 * follows belongs to it.
 */
function dutiesIn(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.split(/(?<=\.)\s+(?=\p{Lu})/u)) {
    const last = parts.length - 1;
    if (last < 0 || (readDuty(sentence)?.bodies.length ?? 0) > 0) parts.push(sentence);
    else parts[last] = `${parts[last]} ${sentence}`;
  }
  return parts;
}

/** "Mỗi công đoàn cơ sở có …" states an aim, not a duty of one body. */
const SHARED = /^(?:mỗi|từng|mọi)\s/iu;

/** Sentences outside parentheses. */
function sentencesOf(text: string): string[] {
  const plain = text.replace(/\([^()]*\)/gu, "");
  return plain.split(/(?<=[.;])\s+(?=\p{Lu})/u).map((sentence) => sentence.trim());
}

/** Gives each task an id of its own. */
function nameTasks(drafts: readonly TaskDraft[], { signed }: TimingContext): ReadTask[] {
  const seen = new Map<string, number>();
  return drafts.map(({ point, problems, outputs, roles, timing: printed, ...draft }) => {
    const count = (seen.get(draft.reference) ?? 0) + 1;
    seen.set(draft.reference, count);
    const id = count === 1 ? draft.reference : `${draft.reference}#${count}`;
    const timing = printed === undefined || signed === undefined ? printed : settleTiming(printed, signed);
    const task: Task = {
      id,
      ...draft,
      roles: [...roles],
      ...(timing === undefined ? {} : { timing }),
      ...(outputs.length === 0 ? {} : { outputs: [...outputs] }),
    };
    return { task, point, timingProblems: problems };
  });
}

/**
 * Reads the duties out of a plan: blocks with role labels, points under the name of a body, sentences with a body and
 * a verb of duty, task tables of annexes; and the lines that time whole groups.
 *
 * @param context the plan's year, for times that name none
 */
export function readTasks(document: Pick<Document, "body" | "annexes">, context: TimingContext = {}): TasksReading {
  const reader = new TaskReader(context);
  reader.visitAll(readPoints(document), {});
  const { drafts, groupLines, timePoints } = reader;
  return { tasks: nameTasks(drafts, context), groupLines, timePoints };
}
