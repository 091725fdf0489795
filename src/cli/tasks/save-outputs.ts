/** The calendars and tracking workbooks that a call of `vanthu tasks` asks for. */
import { basename, dirname, extname, join, resolve } from "node:path";
import { reportTasks } from "../../findings/messages/plan/tasks.js";
import type { Plan } from "../../model/plan.js";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/index.js";
import type { PlanHead } from "../../plan/outputs/index.js";
import { isoDay } from "../../workspace/day.js";
import type { Call } from "../command.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";

/** The plan as calendars and workbooks name it. */
export function headOf({ type, title, number, date, issuer }: Plan): PlanHead {
  const whole = date?.month !== undefined && date.day !== undefined;
  return {
    title: `${type} ${title}`,
    ...(number === undefined ? {} : { number }),
    ...(whole ? { date: isoDay({ year: date.year, month: date.month ?? 1, day: date.day ?? 1 }) } : {}),
    ...(issuer === undefined ? {} : { issuer }),
  };
}

interface Asked {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  /** Whose tasks; all when absent. */
  readonly body?: string;
  readonly today: Day;
}

/** Where one kind of output goes: one file, or a folder with a file for each body. */
type Place = { readonly file: string } | { readonly folder: string };

/** `--ics` alone means a file beside the plan; a name with the suffix a file, any other name a folder. */
function placeOf(value: string | true, suffix: string, beside: string, cwd: string): Place {
  if (value === true) return { file: beside };
  const path = resolve(cwd, value);
  return extname(path).toLowerCase() === suffix ? { file: path } : { folder: path };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function calendars({ plan, tasks, body, today }: Asked, place: Place): Promise<readonly OutputFile[]> {
  const { calendarsByBody, taskCalendar } = await import("../../plan/outputs/index.js");
  const head = headOf(plan);
  const options = { plan: head, from: head.date ?? today };
  if ("file" in place) {
    const text = taskCalendar(tasks, body === undefined ? options : { ...options, body });
    return [{ path: place.file, bytes: encode(text) }];
  }
  return calendarsByBody(tasks, options).map(({ file, text }) => ({
    path: join(place.folder, file),
    bytes: encode(text),
  }));
}

async function workbooks({ plan, tasks, body, today }: Asked, place: Place): Promise<readonly OutputFile[]> {
  const { trackingByBody, trackingWorkbook } = await import("../../plan/outputs/index.js");
  const options = { plan: headOf(plan), on: today };
  if ("file" in place) {
    const bytes = await trackingWorkbook(tasks, body === undefined ? options : { ...options, body });
    return [{ path: place.file, bytes }];
  }
  const made = await trackingByBody(tasks, options);
  return made.map(({ file, bytes }) => ({ path: join(place.folder, file), bytes }));
}

/** One workbook for each allocation of the plan, numbered from the second on. */
async function allocations({ plan, today }: Asked, path: string): Promise<readonly OutputFile[]> {
  const { allocationWorkbook } = await import("../../plan/targets/index.js");
  const head = headOf(plan);
  const made: OutputFile[] = [];
  for (const [index, { annex, ...allocation }] of plan.allocations.entries()) {
    const about = { title: `${annex} – ${head.title}`, day: head.date ?? today };
    const name = index === 0 ? path : path.replace(/(\.xlsx)?$/iu, `-${index + 1}.xlsx`);
    made.push({ path: name, bytes: await allocationWorkbook(allocation, about) });
  }
  return made;
}

/**
 * Writes what the call asks for, all files or none.
 *
 * @param source the plan's file, absolute; files without a name of their own go beside it
 * @returns the paths as the user sees them
 */
export async function saveTaskOutputs(
  call: Call,
  source: string,
  asked: Asked,
  environment: Environment,
): Promise<Outcome<readonly string[]>> {
  const { cwd, files } = environment;
  const { ics, xlsx, allocation } = call.options;
  const stem = join(dirname(source), basename(source, extname(source)));
  const outputs: OutputFile[] = [
    ...(ics === undefined ? [] : await calendars(asked, placeOf(ics, ".ics", `${stem}-lich.ics`, cwd))),
    ...(xlsx === undefined ? [] : await workbooks(asked, placeOf(xlsx, ".xlsx", `${stem}-theo-doi.xlsx`, cwd))),
  ];
  if (allocation !== undefined) {
    if (asked.plan.allocations.length === 0) return { ok: false, findings: [reportTasks("plan/allocation-none", {})] };
    outputs.push(
      ...(await allocations(asked, allocation === true ? `${stem}-phan-bo.xlsx` : resolve(cwd, allocation))),
    );
  }
  const force = call.options.force === true;
  const planned = outputs.map(({ path }) => ({ path, draft: source }));
  const obstacles = await checkOutputs(planned, force, environment);
  if (obstacles.length > 0) return { ok: false, findings: obstacles };
  const shown = outputs.map(({ path }) => shownPath(path, cwd));
  return attempt(shown[0] ?? shownPath(source, cwd), "write", async () => {
    for (const folder of new Set(outputs.map(({ path }) => dirname(path)))) await files.createFolder(folder);
    await files.writeAll(outputs, force ? "replace" : "create");
    return shown;
  });
}
