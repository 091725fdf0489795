import { resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportVersion } from "../../findings/messages/review.js";
import { plainLines } from "../../review/report/plain-text.js";
import { exitOf } from "../../review/report/result.js";
import { printComparison } from "../../review/report/terminal.js";
import { sha256Of } from "../../review/sha256.js";
import { formatOf } from "../../review/versions/read-version.js";
import { type Call, type Handler, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { emphasisOf } from "../print.js";
import { compareSides } from "./compare-sides.js";
import { type Side, sideReader } from "./read-side.js";
import { readWishes, saveOutputs, saySaved } from "./save-outputs.js";

/** Exit code of a comparison that could not begin. */
const NOT_COMPARED = 4;

/** Reads both sides at once: PDFs are read in threads. */
async function readBoth(
  paths: readonly [string, string],
  environment: Environment,
): Promise<Outcome<readonly [Side, Side]>> {
  const [old, neu] = await Promise.all(paths.map(sideReader(environment)));
  if (old?.ok && neu?.ok) return { ok: true, value: [old.value, neu.value] };
  return { ok: false, findings: [old, neu].flatMap((side) => (side === undefined || side.ok ? [] : side.findings)) };
}

/** Letters of a hash that tell two files apart. */
const SHORT = 12;
const mark = (bytes: Uint8Array): string => `sha256 ${sha256Of(bytes).slice(0, SHORT)}`;

/** In place of words that nobody can read stands a line that changes with the file. */
const pageWithoutWords = (page: number, bytes: Uint8Array): string =>
  `(trang ${page}: không có chữ đọc được; tệp ${mark(bytes)})`;

/** A file without words: git stops at an error of its textconv, so that the fault is said as its text. */
async function printUnreadable(path: string, findings: readonly Finding[], environment: Environment): Promise<Report> {
  const bytes = await environment.files.read(path).catch(() => undefined);
  if (bytes === undefined || formatOf(bytes) === "text") return refusal(findings, NOT_COMPARED);
  const lines = [`(${findings[0]?.found.replace(/\.$/u, "") ?? ""}; ${mark(bytes)})`];
  return { exit: 0, findings: [], lines, result: { lines } };
}

/** The words of one version, for programs that compare lines. */
async function printWords(call: Call, environment: Environment): Promise<Report> {
  const [given] = call.args;
  if (given === undefined || call.args.length !== 1)
    return refusal([reportVersion("review/one", { given: call.args.length })], NOT_COMPARED);
  const path = resolve(environment.cwd, given);
  const side = await sideReader(environment)(path);
  if (!side.ok) return printUnreadable(path, side.findings, environment);
  const { flow, bytes, textlessPages = [] } = side.value;
  const lines = [...plainLines(flow), ...textlessPages.map((page) => pageWithoutWords(page, bytes))];
  return { exit: 0, findings: [], lines, result: { lines } };
}

/** `vanthu diff`: what changed between two versions. */
export const diffCommand: Handler = async (call, environment): Promise<Report> => {
  if (call.options.text === true) return printWords(call, environment);
  const [oldPath, newPath] = call.args.map((arg) => resolve(environment.cwd, arg));
  if (call.args.length !== 2 || oldPath === undefined || newPath === undefined)
    return refusal([reportVersion("review/two", { given: call.args.length })], NOT_COMPARED);
  const { wishes, obstacles } = await readWishes(call, [oldPath, newPath], environment);
  if (obstacles.length > 0) return refusal(obstacles, NOT_COMPARED);
  const kinds = await Promise.all(
    [oldPath, newPath].map((path) => environment.files.kind(path).catch(() => undefined)),
  );
  const folders = kinds.filter((kind) => kind === "folder").length;
  if (folders === 1) return refusal([reportVersion("review/kinds-differ", {})], NOT_COMPARED);
  if (folders === 2) {
    const { compareFolders } = await import("./compare-folders.js");
    return compareFolders(oldPath, newPath, wishes, call, environment);
  }
  const sides = await readBoth([oldPath, newPath], environment);
  if (!sides.ok) return refusal(sides.findings, NOT_COMPARED);
  const [old, neu] = sides.value;
  const compared = await compareSides(old, neu, {
    ignoreLayout: call.options.ignoreLayout === true,
    onlyFigures: call.options.onlyFigures === true,
  });
  const { result } = compared;
  const saved = await saveOutputs(wishes, sides.value, compared, call, environment);
  if (!saved.ok) return refusal(saved.findings, NOT_COMPARED);
  const { files } = saved.value;
  return {
    exit: exitOf(result),
    findings: [...compared.findings, ...saved.value.findings],
    lines: [
      ...printComparison(result, emphasisOf(environment)),
      ...(files.length === 0 ? [] : [""]),
      ...files.map(saySaved),
    ],
    result: { ...result, ...(files.length === 0 ? {} : { files: files.map(({ file }) => file) }) },
  };
};
