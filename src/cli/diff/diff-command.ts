import { resolve } from "node:path";
import { reportVersion } from "../../findings/messages/review.js";
import type { ComparedPair } from "../../review/page/page.js";
import { gravityOf } from "../../review/report/result.js";
import { printComparison } from "../../review/report/terminal.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import { saveFile } from "../cycle/save-file.js";
import type { Environment } from "../environment.js";
import { workspaceFinder } from "../office.js";
import type { Outcome } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { emphasisOf } from "../print.js";
import { compareSides } from "./compare-sides.js";
import { readSide, type Side } from "./read-side.js";

/** Exit code of a comparison that could not begin. */
const NOT_COMPARED = 4;

/** Reads both sides at once: PDFs are read in threads. */
async function readBoth(
  paths: readonly [string, string],
  environment: Environment,
): Promise<Outcome<readonly [Side, Side]>> {
  const workspaceOf = workspaceFinder(environment);
  const [old, neu] = await Promise.all(paths.map((path) => readSide(path, workspaceOf, environment)));
  if (old?.ok && neu?.ok) return { ok: true, value: [old.value, neu.value] };
  return { ok: false, findings: [old, neu].flatMap((side) => (side === undefined || side.ok ? [] : side.findings)) };
}

async function savePage(
  compared: ComparedPair,
  path: string,
  call: Call,
  environment: Environment,
): Promise<Outcome<string>> {
  const { comparisonPage } = await import("../../review/page/page.js");
  return saveFile(path, comparisonPage([compared]), call.options.force === true, environment);
}

/** `vanthu diff`: what changed between two versions. */
export const diffCommand: Handler = async (call, environment): Promise<Report> => {
  const [oldPath, newPath] = call.args.map((arg) => resolve(environment.cwd, arg));
  if (call.args.length !== 2 || oldPath === undefined || newPath === undefined)
    return refusal([reportVersion("review/two", { given: call.args.length })], NOT_COMPARED);
  const out = optionValue(call, "out");
  const page = out === undefined ? undefined : resolve(environment.cwd, out);
  // a place that cannot be written to is said before the work and not after it
  const planned = page === undefined ? [] : [{ path: page, draft: page }];
  const obstacles = await checkOutputs(planned, call.options.force === true, environment);
  if (obstacles.length > 0) return refusal(obstacles, NOT_COMPARED);
  const sides = await readBoth([oldPath, newPath], environment);
  if (!sides.ok) return refusal(sides.findings, NOT_COMPARED);
  const [old, neu] = sides.value;
  const compared = await compareSides(old, neu, {
    ignoreLayout: call.options.ignoreLayout === true,
    onlyFigures: call.options.onlyFigures === true,
  });
  const { result } = compared;
  const saved = page === undefined ? undefined : await savePage(compared, page, call, environment);
  if (saved?.ok === false) return refusal(saved.findings, NOT_COMPARED);
  return {
    exit: gravityOf(result.changes),
    findings: compared.findings,
    lines: [
      ...printComparison(result, emphasisOf(environment)),
      ...(saved === undefined ? [] : ["", `Đã ghi ${saved.value}.`]),
    ],
    result: { ...result, ...(saved === undefined ? {} : { files: [saved.value] }) },
  };
};
