import { dirname, extname } from "node:path";
import { type CheckOptions, checkReading } from "../../check.js";
import { checkWord } from "../../checking/check-word.js";
import { readWord } from "../../checking/read-word.js";
import type { Finding, Place } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import { reportImport } from "../../findings/messages/import.js";
import type { Document } from "../../model/document.js";
import type { UnitRegister } from "../../organisation/index.js";
import type { Base } from "../../report/bound/base.js";
import { boundFigures } from "../../report/bound/walk.js";
import { printedHead } from "../../rules/printed-head.js";
import { parseDraft } from "../../source/draft/index.js";
import { readPlainText } from "../../source/text/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Environment } from "../environment.js";
import { WORKSPACE_FILE, workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { readBytes } from "../read-bytes.js";
import { attachmentReader, type DraftReading, readDraft } from "../read-draft.js";
import { normFor, withDefaults } from "../render-draft.js";
import { registerNear } from "../tasks/read-plan-file.js";
import { type CheckWishes, isKnown } from "./wishes.js";

/** A file that was checked. */
export interface CheckedFile {
  /** As the user sees it. */
  readonly shown: string;
  readonly path: string;
  readonly findings: readonly Finding[];
  /** Of a draft: its text, and what is found in that text once it was corrected. */
  readonly draft?: { readonly source: string; readonly recheck: (text: string) => Promise<readonly Finding[]> };
  /** Rules that the office of this file switched off or lowered. */
  readonly off: readonly string[];
  readonly lowered: readonly string[];
}

/** What is asked of each file. */
export type FileWishes = Pick<CheckWishes, "norm" | "only">;

/** A file that was read, and how its document is judged. */
interface Opened {
  readonly document?: Document | undefined;
  readonly places: { of(part: object): Place | undefined };
  /** Of a draft. */
  readonly source?: string;
  /** As what the figures of a file of ours were printed. */
  readonly base?: Base | undefined;
  readonly judge: (
    document: Document | undefined,
    options: CheckOptions,
    held: readonly Finding[],
  ) => readonly Finding[];
}

async function openDraft(path: string, environment: Environment): Promise<Outcome<Opened>> {
  const draft = await readDraft(path, environment);
  if (!draft.ok) return draft;
  const { bytes, reading } = draft.value;
  return { ok: true, value: draftOf(reading, new TextDecoder().decode(bytes)) };
}

function draftOf(reading: DraftReading, source: string): Opened {
  const { findings, places } = reading;
  const judge: Opened["judge"] = (document, options, held) =>
    checkReading({ findings, places, ...given(document) }, source, options, { held });
  return { document: reading.document, places, source, judge };
}

/** A finished text without layout, with the head that it shows. */
async function openText(path: string, environment: Environment): Promise<Outcome<Opened>> {
  const shown = shownPath(path, environment.cwd);
  const bytes = await attempt(shown, "read", () => environment.files.read(path));
  if (!bytes.ok) return bytes;
  const source = new TextDecoder().decode(bytes.value);
  if (source.trim() === "")
    return { ok: false, findings: [reportImport("import/file", { path: shown, fault: "empty" })] };
  const printed = printedHead(source);
  const text = await readPlainText(bytes.value, shown);
  const { findings, places } = text;
  // the head's title tells the family where the rest of the head could not be read
  const state = printed.national?.some((line) => line.startsWith("CỘNG H")) === true;
  const family = state ? { family: "state" as const } : {};
  const judge: Opened["judge"] = (document, options, held) =>
    checkReading({ findings, places, ...given(document) }, source, options, { origin: "foreign", printed, held });
  return { ok: true, value: { document: text.document && { ...text.document, ...family }, places, judge } };
}

async function openWord(path: string, wishes: FileWishes, environment: Environment): Promise<Outcome<Opened>> {
  const bytes = await readBytes(path, environment);
  if (!bytes.ok) return bytes;
  const file = shownPath(path, environment.cwd);
  const read = readWord(bytes.value, { file, ...(wishes.norm === undefined ? {} : { norm: wishes.norm }) });
  if (!read.ok) return read;
  const { value } = read;
  const judge: Opened["judge"] = (document, options, held) =>
    checkWord(value, document ?? value.document, options, held);
  return { ok: true, value: { document: value.document, places: value.places, base: value.own?.base, judge } };
}

const given = (document: Document | undefined): { readonly document?: Document } =>
  document === undefined ? {} : { document };

function open(path: string, wishes: FileWishes, environment: Environment): Promise<Outcome<Opened>> {
  switch (extname(path).toLowerCase()) {
    case ".md":
    case "":
      return openDraft(path, environment);
    case ".txt":
      return openText(path, environment);
    default:
      return openWord(path, wishes, environment);
  }
}

/** Bound figures beside the ledger of the file's workspace; the ledger is opened only where there are any. */
async function holdFigures(
  path: string,
  { document, places, base }: Opened,
  environment: Environment,
): Promise<readonly Finding[]> {
  if (document === undefined || boundFigures(document).next().done) return [];
  const { checkAgainstLedger } = await import("../report/ledger-figures.js");
  const held = await checkAgainstLedger(path, document, environment, places, base);
  return held.ok ? held.value : held.findings;
}

/** Ids in vanthu.yaml that no rule bears. */
const unknownIn = (workspace: Workspace | undefined): readonly Finding[] =>
  [...(workspace?.rules?.off ?? []), ...(workspace?.rules?.lowered ?? [])]
    .filter((id) => !isKnown(id))
    .map((typed) => ({
      ...reportCheck("check/unknown-rule-in-workspace", { typed }),
      place: { file: WORKSPACE_FILE },
    }));

/** What several files share, each looked up once: workspaces and registers of units. */
export interface Surroundings {
  readonly workspaceOf: ReturnType<typeof workspaceFinder>;
  readonly registerOf: (folder: string) => Promise<UnitRegister | undefined>;
}

export function findSurroundings(environment: Environment): Surroundings {
  const registers = new Map<string, Promise<UnitRegister | undefined>>();
  const registerOf = (folder: string): Promise<UnitRegister | undefined> => {
    const register = registers.get(folder) ?? registerNear(folder, environment);
    registers.set(folder, register);
    return register;
  };
  return { workspaceOf: workspaceFinder(environment), registerOf };
}

/**
 * Checks one file: a draft, a text or a Word file.
 *
 * @param path absolute
 */
export async function checkFile(
  path: string,
  wishes: FileWishes,
  { workspaceOf, registerOf }: Surroundings,
  environment: Environment,
): Promise<Outcome<CheckedFile>> {
  const shown = shownPath(path, environment.cwd);
  const folder = dirname(path);
  const found = await workspaceOf(folder);
  if (!found.ok) return found;
  const workspace = found.value;
  const file = await open(path, wishes, environment);
  if (!file.ok) return file;
  const register = await registerOf(folder);
  const { off = [], lowered = [] } = workspace?.rules ?? {};
  const options: CheckOptions = {
    file: shown,
    off,
    lowered,
    ...(register === undefined ? {} : { register }),
    ...(workspace?.bodyCode === undefined ? {} : { bodyCode: workspace.bodyCode }),
    ...(wishes.only === undefined ? {} : { only: wishes.only }),
  };
  const judge = async (opened: Opened): Promise<readonly Finding[]> => {
    const document = opened.document && withDefaults(opened.document, workspace);
    const norm = document === undefined ? wishes.norm : normFor(wishes, document, workspace);
    const held = await holdFigures(path, opened, environment);
    return opened.judge(document, norm === undefined ? options : { ...options, norm }, held);
  };
  const findings = [...unknownIn(workspace), ...(await judge(file.value))];
  const { source } = file.value;
  const recheck = async (text: string): Promise<readonly Finding[]> => {
    const reading = await parseDraft(text, { file: shown, readAttachment: attachmentReader(path, environment) });
    return judge(draftOf(reading, text));
  };
  const draft = source === undefined ? {} : { draft: { source, recheck } };
  return { ok: true, value: { shown, path, off, lowered, findings, ...draft } };
}
