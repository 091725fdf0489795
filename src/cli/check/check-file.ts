import { dirname, extname } from "node:path";
import { checkReading } from "../../check.js";
import type { Finding } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import { printedHead } from "../../rules/printed-head.js";
import { readPlainText } from "../../source/text/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Environment } from "../environment.js";
import { WORKSPACE_FILE, type workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { readDraft } from "../read-draft.js";
import { checkFigures, normFor, withDefaults } from "../render-draft.js";
import { registerNear } from "../tasks/read-plan-file.js";
import { type CheckWishes, isKnown } from "./wishes.js";

/** A file that was checked. */
export interface CheckedFile {
  /** As the user sees it. */
  readonly shown: string;
  readonly path: string;
  readonly findings: readonly Finding[];
  /** Its text, of a draft that may be corrected. */
  readonly source: string;
  /** Rules that the office of this file switched off or lowered. */
  readonly off: readonly string[];
  readonly lowered: readonly string[];
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Reads a draft, or a finished text without layout (`.txt`) with the head that it shows. */
async function readFile(path: string, environment: Environment) {
  if (extname(path).toLowerCase() !== ".txt") {
    const draft = await readDraft(path, environment);
    if (!draft.ok) return draft;
    const { bytes, reading } = draft.value;
    return { ok: true as const, value: { reading, source: decode(bytes), origin: {} } };
  }
  const shown = shownPath(path, environment.cwd);
  const bytes = await attempt(shown, "read", () => environment.files.read(path));
  if (!bytes.ok) return bytes;
  const source = decode(bytes.value);
  const printed = printedHead(source);
  const text = await readPlainText(bytes.value, shown);
  // the head's title tells the family where the rest of the head could not be read
  const state = printed.national?.some((line) => line.startsWith("CỘNG H")) === true;
  const family = state ? { family: "state" as const } : {};
  const reading = text.document === undefined ? text : { ...text, document: { ...text.document, ...family } };
  const origin = { origin: "foreign" as const, printed };
  return { ok: true as const, value: { reading, source, origin } };
}

/** Ids in vanthu.yaml that no rule bears. */
const unknownIn = (workspace: Workspace | undefined): readonly Finding[] =>
  [...(workspace?.rules?.off ?? []), ...(workspace?.rules?.lowered ?? [])]
    .filter((id) => !isKnown(id))
    .map((typed) => ({
      ...reportCheck("check/unknown-rule-in-workspace", { typed }),
      place: { file: WORKSPACE_FILE },
    }));

/**
 * Checks one file.
 *
 * @param path absolute
 */
export async function checkFile(
  path: string,
  wishes: Pick<CheckWishes, "norm" | "only">,
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<Outcome<CheckedFile>> {
  const shown = shownPath(path, environment.cwd);
  const found = await workspaceOf(dirname(path));
  if (!found.ok) return found;
  const workspace = found.value;
  const file = await readFile(path, environment);
  if (!file.ok) return file;
  const { reading, source, origin } = file.value;
  const document = reading.document && withDefaults(reading.document, workspace);
  const norm = document === undefined ? wishes.norm : normFor(wishes, document, workspace);
  const register = await registerNear(dirname(path), environment);
  const { off = [], lowered = [] } = workspace?.rules ?? {};
  const findings = checkReading(
    { findings: reading.findings, places: reading.places, ...(document === undefined ? {} : { document }) },
    source,
    {
      file: shown,
      off,
      lowered,
      ...(norm === undefined ? {} : { norm }),
      ...(register === undefined ? {} : { register }),
      ...(workspace?.bodyCode === undefined ? {} : { bodyCode: workspace.bodyCode }),
      ...(wishes.only === undefined ? {} : { only: wishes.only }),
    },
    origin,
  );
  const held =
    document === undefined || wishes.only !== undefined
      ? undefined
      : await checkFigures(path, { document, places: reading.places }, false, environment);
  const figures = held === undefined ? [] : held.ok ? held.value : held.findings;
  const all = [...unknownIn(workspace), ...findings, ...figures];
  return { ok: true, value: { shown, path, source, off, lowered, findings: all } };
}
