/** `vanthu diff` of two folders: each document with its other version, and a table of contents of all changes. */
import { reportVersion } from "../../findings/messages/review.js";
import { holdsFigures } from "../../review/compare/block-changes.js";
import { pairDocuments } from "../../review/folders/pair-documents.js";
import type { LoneEntry } from "../../review/page/page.js";
import { exitOf } from "../../review/report/result.js";
import { printComparison, sayCounts } from "../../review/report/terminal.js";
import { type Call, type ExitCode, optionValue, type Report, refusal, worstExit } from "../command.js";
import type { Environment } from "../environment.js";
import { shownPath } from "../outcome.js";
import { emphasisOf, progress } from "../print.js";
import { type ComparedSides, compareSides } from "./compare-sides.js";
import { readFolder } from "./folder-documents.js";
import { sideReader } from "./read-side.js";
import { saveComparison, saySaved, type WishedOutputs } from "./save-outputs.js";

/** A document that came or went is a change of words, and of the figures that it holds. */
const LONE: ExitCode = 2;
const LONE_FIGURES: ExitCode = 3;
const UNREAD: ExitCode = 4;

const WORDS = {
  old: "chỉ có ở thư mục cũ",
  new: "chỉ có ở thư mục mới",
  unread: "không đọc được, chưa so sánh",
  skipped: "bỏ qua, không phải loại tệp so sánh được",
} as const;

/** Compares two folders. @param old, neu absolute */
export async function compareFolders(
  old: string,
  neu: string,
  wishes: WishedOutputs,
  call: Call,
  environment: Environment,
): Promise<Report> {
  if (optionValue(call, "redline") !== undefined) return refusal([reportVersion("review/redline-folders", {})], UNREAD);
  const readSide = sideReader(environment);
  const shown = [old, neu].map((path) => shownPath(path, environment.cwd));
  const before = await readFolder(old, shown[0] ?? old, readSide, environment);
  const after = await readFolder(neu, shown[1] ?? neu, readSide, environment);
  if (!before.ok || !after.ok)
    return refusal(
      [before, after].flatMap((one) => (one.ok ? [] : one.findings)),
      UNREAD,
    );
  const { pairs, onlyOld, onlyNew } = pairDocuments(before.value.documents, after.value.documents);
  const unread = [...before.value.unread, ...after.value.unread];
  const skipped = [...new Set([...before.value.skipped, ...after.value.skipped])];
  if (pairs.length === 0 && onlyOld.length === 0 && onlyNew.length === 0 && unread.length === 0)
    return refusal([reportVersion("review/empty-folders", {})], UNREAD);
  const options = {
    ignoreLayout: call.options.ignoreLayout === true,
    onlyFigures: call.options.onlyFigures === true,
  };
  const bar = progress(pairs.length, call.options.json === true, environment);
  const compared: ComparedSides[] = [];
  for (const [index, [one, other]] of pairs.entries()) {
    bar.step(index + 1, other.name);
    compared.push(await compareSides(one.side, other.side, options));
  }
  bar.done();
  const lone: readonly LoneEntry[] = [
    ...onlyOld.map(({ name }) => ({ name, words: WORDS.old })),
    ...onlyNew.map(({ name }) => ({ name, words: WORDS.new })),
    ...unread.map(({ name }) => ({ name, words: WORDS.unread })),
    ...skipped.map((name) => ({ name, words: WORDS.skipped })),
  ];
  const saved = wishes.page === undefined ? undefined : await savePage(wishes.page, compared, lone, call, environment);
  if (saved?.ok === false) return refusal(saved.findings, UNREAD);
  const emphasis = emphasisOf(environment);
  const titleOf = ({ result }: ComparedSides): string => `${result.old.file} → ${result.new.file}`;
  const changed = compared.filter(({ result }) => result.changes.length > 0);
  const alone = [...onlyOld, ...onlyNew];
  return {
    exit: worstExit([
      ...compared.map(({ result }) => exitOf(result)),
      alone.length === 0
        ? 0
        : alone.some(({ flow }) => flow.blocks.some(holdsFigures))
          ? LONE_FIGURES
          : options.onlyFigures
            ? 0
            : LONE,
      unread.length > 0 ? UNREAD : 0,
    ]),
    findings: [...unread.flatMap(({ findings }) => findings), ...compared.flatMap(({ findings }) => findings)],
    lines: [
      `${pairs.length} cặp văn bản, ${changed.length} cặp có thay đổi.`,
      ...compared.map((one) => `  ${titleOf(one)}: ${sayCounts(one.result)}`),
      ...lone.map(({ name, words }) => `  ${name}: ${words}.`),
      ...changed.flatMap((one) => ["", emphasis.bold(`${titleOf(one)}`), ...printComparison(one.result, emphasis)]),
      ...(saved === undefined ? [] : ["", saySaved(saved.value)]),
    ],
    result: {
      pairs: compared.map(({ result }) => result),
      onlyOld: onlyOld.map(({ name }) => name),
      onlyNew: onlyNew.map(({ name }) => name),
      unread: unread.map(({ name }) => name),
      skipped,
      ...(saved === undefined ? {} : { files: [saved.value.file] }),
    },
  };
}

async function savePage(
  path: string,
  compared: readonly ComparedSides[],
  lone: readonly LoneEntry[],
  call: Call,
  environment: Environment,
) {
  const { comparisonPage } = await import("../../review/page/page.js");
  return saveComparison(path, comparisonPage(compared, lone), call.options.force === true, environment);
}
