import type { Document } from "../../model/document.js";
import type { TaskRole } from "../../model/task.js";
import { endOfSubject } from "../bodies/names.js";
import { type Point, readPoints } from "../points/index.js";
import { readTiming, type TimingContext } from "../timing/index.js";
import { type Owners, readDuty, readOwners } from "./duty.js";
import { labelGroup } from "./label-group.js";
import { type LabelledLine, readLabelledLine, readLabelledLines } from "./labels.js";
import { nameTasks, type ReadTask } from "./name-tasks.js";
import { findOutputs } from "./outputs.js";
import { readUnlabelledLine, rolesOfLabel, rolesOfOwners, rolesOfSentence, type UnlabelledLine } from "./roles.js";
import { readRunIn } from "./run-in.js";
import { isTitle, sectionOf } from "./sections.js";
import { dutiesIn, sentencesOf } from "./sentences.js";
import type { TaskDraft } from "./task-draft.js";
import { readTaskTable } from "./task-table.js";
import { type GroupLine, groupOf, timeGroup, timesGroup } from "./time-group.js";
import { type TimePoint, tellsWhen, timePointOf, timesBelow } from "./time-points.js";
import { timeOfLabel, timeOfSentence } from "./times.js";

export interface TasksReading {
  readonly tasks: readonly ReadTask[];
  readonly groupLines: readonly GroupLine[];
  /** Times of the whole undertaking or of a whole group. */
  readonly timePoints: readonly TimePoint[];
}

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
    if (title && point.annex === undefined && tellsWhen(point.text)) {
      const duties = new Set(this.drafts.slice(from).map((draft) => draft.point));
      this.timePoints.push(...timesBelow(point, duties, this.context));
    }
    if (!group) return;
    this.drafts.splice(from, Infinity, ...labelGroup(this.drafts.slice(from), own, this.context));
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

  /** A line without a label counts as one of a block when what it says beside the body is a time. */
  private readUnlabelled(text: string): UnlabelledLine[] {
    const line = readUnlabelledLine(text);
    if (line === undefined) return [];
    return line.time === undefined || "timing" in readTiming(line.time, this.context) ? [line] : [];
  }

  private addTimePoint(point: Point): void {
    const found = timePointOf(point, this.context);
    if (found !== undefined) this.timePoints.push(found);
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

/** "Mỗi công đoàn cơ sở có …" states an aim, not a duty of one body. */
const SHARED = /^(?:mỗi|từng|mọi)\s/iu;

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
