import { dirname } from "node:path";
import { reportCall } from "../../findings/messages/cli.js";
import { paginate } from "../../layout/paginate/index.js";
import { style } from "../../layout/style/index.js";
import { chooseNorm } from "../../norms/choose.js";
import type { Flow } from "../../review/flow/flow.js";
import { flowOfStyled } from "../../review/versions/read-styled.js";
import { formatOf, readVersion, type VersionFormat } from "../../review/versions/read-version.js";
import type { Environment } from "../environment.js";
import type { workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { readDraft } from "../read-draft.js";
import { normFor, withDefaults } from "../render-draft.js";

/** Nothing larger is even read. */
const LARGEST_MEGABYTES = 256;
const MEGABYTE = 1024 * 1024;

/** A version and the bytes that it was read from. */
export interface Side {
  readonly path: string;
  readonly shown: string;
  readonly format: VersionFormat;
  readonly bytes: Uint8Array;
  readonly flow: Flow;
}

/** The flow of a draft: laid out as `render` would, so that its pages are known. */
async function readDraftSide(
  path: string,
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<Outcome<Flow>> {
  const workspace = await workspaceOf(dirname(path));
  if (!workspace.ok) return workspace;
  const draft = await readDraft(path, environment);
  if (!draft.ok) return draft;
  const { document, findings } = draft.value.reading;
  if (document === undefined) return { ok: false, findings };
  const whole = withDefaults(document, workspace.value);
  const named = normFor({ norm: undefined }, document, workspace.value);
  const norm = chooseNorm({ family: whole.family, date: whole.date, norm: named ?? whole.norm });
  const styled = style(whole, norm);
  return { ok: true, value: flowOfStyled(styled, paginate(styled), "draft") };
}

/**
 * Reads one version.
 *
 * @param path absolute
 */
export async function readSide(
  path: string,
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<Outcome<Side>> {
  const { files, cwd } = environment;
  const shown = shownPath(path, cwd);
  const size = await attempt(shown, "read", () => files.size(path));
  if (!size.ok) return size;
  const megabytes = Math.ceil(size.value / MEGABYTE);
  if (megabytes > LARGEST_MEGABYTES)
    return { ok: false, findings: [reportCall("cli/too-large", { path: shown, megabytes })] };
  const read = await attempt(shown, "read", () => files.read(path));
  if (!read.ok) return read;
  const bytes = read.value;
  const format = formatOf(bytes);
  if (format === "text") {
    const flow = await readDraftSide(path, workspaceOf, environment);
    return flow.ok ? { ok: true, value: { path, shown, format, bytes, flow: flow.value } } : flow;
  }
  const reading = await readVersion(bytes, format, shown);
  return reading.ok ? { ok: true, value: { path, shown, format, bytes, flow: reading.flow } } : reading;
}
