import { dirname, extname, join } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportCall } from "../../findings/messages/cli.js";
import { loadUnits, type UnitRegister } from "../../organisation/index.js";
import { type PlanReading, readPlan } from "../../plan/read-plan.js";
import { readPlainText } from "../../source/text/index.js";
import { UNITS_FILE } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { findWorkspace } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { readDraft } from "../read-draft.js";

/** A plan as read from a file. */
export interface PlanFile {
  readonly reading: PlanReading;
  /** Of the file and of the plan, in that order. */
  readonly findings: readonly Finding[];
}

const FINISHED = /^\.(?:docx?|pdf|rtf|odt)$/iu;
const isError = ({ severity }: Finding): boolean => severity === "error";

/** The office's units, where the file lies in a workspace that has them. */
export async function registerNear(folder: string, environment: Environment): Promise<UnitRegister | undefined> {
  const workspace = await findWorkspace(folder, environment);
  if (!workspace.ok || workspace.value === undefined) return undefined;
  const path = join(workspace.value.root, UNITS_FILE);
  const bytes = await attempt(path, "read", () => environment.files.read(path));
  return bytes.ok ? loadUnits(new TextDecoder().decode(bytes.value).replace(/^\uFEFF/u, ""), path).register : undefined;
}

/** Reads a draft, or the text of a document without layout (`.txt`). */
async function readDocument(path: string, environment: Environment) {
  if (extname(path).toLowerCase() !== ".txt") {
    const draft = await readDraft(path, environment);
    return draft.ok ? { ok: true as const, value: draft.value.reading } : draft;
  }
  const shown = shownPath(path, environment.cwd);
  const bytes = await attempt(shown, "read", () => environment.files.read(path));
  return bytes.ok ? { ok: true as const, value: await readPlainText(bytes.value, shown) } : bytes;
}

/**
 * Reads a plan out of a file.
 *
 * @param path absolute
 * @param leadDays a deadline sooner after signing is short
 * @returns a plan without reading where the draft has faults; the findings then say which
 */
export async function readPlanFile(
  path: string,
  leadDays: number | undefined,
  environment: Environment,
): Promise<Outcome<Partial<Pick<PlanFile, "reading">> & Pick<PlanFile, "findings">>> {
  const shown = shownPath(path, environment.cwd);
  if (FINISHED.test(extname(path))) return { ok: false, findings: [reportCall("cli/word-file", { path: shown })] };
  const source = await readDocument(path, environment);
  if (!source.ok) return source;
  const { document, findings, places } = source.value;
  if (document === undefined || findings.some(isError)) return { ok: true, value: { findings } };
  const register = await registerNear(dirname(path), environment);
  const reading = readPlan(document, {
    places,
    ...(register === undefined ? {} : { register }),
    ...(leadDays === undefined ? {} : { leadDays }),
  });
  const inFile = reading.findings.map((finding) => ({ ...finding, place: { file: shown, ...finding.place } }));
  return { ok: true, value: { reading, findings: [...findings, ...inFile] } };
}
