/** Makes again what a manifest says was made; nothing is written. */
import { join, resolve } from "node:path";
import { assetPath, readFonts } from "../../assets.js";
import type { Finding } from "../../findings/finding.js";
import type { Manifest, OwnReportWork, RenderWork, ReportWork } from "../../review/manifest/manifest.js";
import { findDesk, withLedger } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { workspaceFinder } from "../office.js";
import { renderDraft } from "../render-draft.js";
import { makeOwnReport, readOwnMaterial } from "../report/make-own-report.js";
import { makeReport } from "../report/make-report.js";
import { FILE_NAMES, FILES } from "../report/report-files.js";
import { OF_PROGRAM } from "./make-manifest.js";

export interface Rebuilt {
  /** By their paths in the manifest. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What stood in the way of those that could not be made. */
  readonly findings: readonly Finding[];
}

const errorsOf = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === "error");

/** The absolute path of a path in a manifest. */
export const pathOf = (file: string, folder: string): string =>
  file.startsWith(OF_PROGRAM) ? assetPath(file.slice(OF_PROGRAM.length)) : resolve(folder, file);

async function renderAgain(work: RenderWork, folder: string, environment: Environment): Promise<Rebuilt> {
  const { drafts, formats, norm, asDraft, withSource } = work;
  const wishes = { formats, asDraft, withSource, ...(norm === undefined ? {} : { norm }) };
  const [fonts, workspaceOf] = [readFonts(), workspaceFinder(environment)];
  const files = new Map<string, Uint8Array>();
  const findings: Finding[] = [];
  for (const { draft, outputs } of drafts) {
    const made = await renderDraft(pathOf(draft, folder), wishes, fonts, workspaceOf, environment);
    if (made.rendering === undefined) findings.push(...errorsOf(made.findings));
    for (const [index, file] of outputs.entries()) {
      const bytes = made.rendering?.files[index]?.bytes;
      if (bytes !== undefined) files.set(file, bytes);
    }
  }
  return { files, findings };
}

/** Hour of the day, UTC, at which it is the same day in Vietnam. */
const NOON = "T05:00:00Z";

/** The environment as it was on a day, for a call in a folder. */
const asThen = (today: string, cwd: string, environment: Environment): Environment => ({
  ...environment,
  cwd,
  now: () => new Date(`${today}${NOON}`),
});

async function ownReportAgain(work: OwnReportWork, folder: string, environment: Environment): Promise<Rebuilt> {
  const then = asThen(work.today, pathOf(work.from, folder), environment);
  const material = await readOwnMaterial(pathOf(work.workbook, folder), then);
  if (!material.ok) return { files: new Map(), findings: errorsOf(material.findings) };
  const made = await makeOwnReport(material.value, folder, then);
  if (!made.ok) return { files: new Map(), findings: errorsOf(made.findings) };
  const { stem } = material.value;
  return { files: new Map([...made.value.files].map(([suffix, bytes]) => [`${stem}.${suffix}`, bytes])), findings: [] };
}

async function reportAgain(work: ReportWork, folder: string, environment: Environment): Promise<Rebuilt> {
  const then = asThen(work.today, pathOf(work.workspace, folder), environment);
  const desk = await findDesk(then);
  if (!desk.ok) return { files: new Map(), findings: desk.findings };
  const files = new Map<string, Uint8Array>();
  const template = work.template === undefined ? {} : { template: pathOf(work.template, folder) };
  const annexes = work.allUnits === true ? { annexes: "all" } : {};
  const call = { args: [work.period], options: { ...template, ...annexes } };
  const { findings } = await withLedger(desk.value, "read", then, async (ledger) => {
    const { made, findings: found } = await makeReport(work.period, folder, call, desk.value, ledger, then, () => {});
    for (const name of FILE_NAMES) {
      const bytes = made?.files.get(name);
      if (bytes !== undefined) files.set(FILES[name](work.period), bytes);
    }
    return { exit: 0, findings: made === undefined ? errorsOf(found) : [], lines: [], result: {} };
  });
  return { files, findings };
}

/**
 * Makes again what a manifest names.
 *
 * @param folder of the manifest, absolute
 */
export function rebuild({ work }: Manifest, folder: string, environment: Environment): Promise<Rebuilt> {
  switch (work.command) {
    case "render":
      return renderAgain(work, join(folder), environment);
    case "report":
      return reportAgain(work, join(folder), environment);
    case "own-report":
      return ownReportAgain(work, join(folder), environment);
  }
}
