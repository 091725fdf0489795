import { dirname } from "node:path";
import type { Finding } from "../findings/finding.js";
import type { Document } from "../model/document.js";
import { type Rendering, type RenderOptions, render } from "../render.js";
import { boundFigures } from "../report/bound/walk.js";
import type { Workspace } from "../workspace/workspace.js";
import type { Environment } from "./environment.js";
import type { workspaceFinder } from "./office.js";
import { type Outcome, shownPath } from "./outcome.js";
import { attachmentReader, type DraftReading, type ReadDraft, readDraft } from "./read-draft.js";
import type { RenderWishes } from "./render-options.js";

/** A draft made into documents. Without `rendering` it was refused, or could not be read. */
export interface RenderedDraft {
  readonly rendering?: Rendering;
  readonly document?: Document;
  readonly findings: readonly Finding[];
  /** The draft, or the workspace, could not be read at all. */
  readonly unreadable: boolean;
}

/** The draft's own presentation goes before the workspace's. */
export function withDefaults(document: Document, workspace: Workspace | undefined): Document {
  if (workspace?.presentation === undefined) return document;
  return { ...document, presentation: { ...workspace.presentation, ...document.presentation } };
}

/** The norm that the call names; else the draft's own or, where it names none, the workspace's for its family. */
export function normFor(wishes: Pick<RenderWishes, "norm">, document: Document, workspace: Workspace | undefined) {
  if (wishes.norm !== undefined) return wishes.norm;
  return document.norm === undefined && workspace?.family === document.family ? workspace.norm : undefined;
}

const isError = ({ severity }: Finding): boolean => severity === "error";

/** In a draft that is not final yet figures may still move. */
const bearable = (finding: Finding): Finding => (isError(finding) ? { ...finding, severity: "warning" } : finding);

/** Bound figures beside the ledger of the draft's workspace; the ledger is loaded only where there are any. */
export async function checkFigures(
  path: string,
  { document, places }: Pick<DraftReading, "places"> & { readonly document: Document },
  asDraft: boolean,
  environment: Environment,
): Promise<Outcome<readonly Finding[]>> {
  if (boundFigures(document).next().done) return { ok: true, value: [] };
  const { checkAgainstLedger } = await import("./report/ledger-figures.js");
  const held = await checkAgainstLedger(path, document, environment, places);
  if (!asDraft) return held;
  return { ok: true, value: (held.ok ? held.value : held.findings).map(bearable) };
}

/**
 * Reads one draft and makes its documents; nothing is written.
 *
 * @param path of the draft, absolute
 */
export async function renderDraft(
  path: string,
  wishes: Omit<RenderWishes, "force" | "manifest">,
  fonts: RenderOptions["fonts"],
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<RenderedDraft> {
  const workspace = await workspaceOf(dirname(path));
  if (!workspace.ok) return { findings: workspace.findings, unreadable: true };
  const read = await readDraft(path, environment);
  if (!read.ok) return { findings: read.findings, unreadable: true };
  return renderReading(path, read.value, wishes, fonts, workspace.value, environment);
}

/**
 * Makes the documents of a draft that has been read.
 *
 * @param path of the draft, absolute
 */
export async function renderReading(
  path: string,
  { bytes, reading }: ReadDraft,
  wishes: Omit<RenderWishes, "force" | "manifest">,
  fonts: RenderOptions["fonts"],
  workspace: Workspace | undefined,
  environment: Environment,
): Promise<RenderedDraft> {
  const { document, findings } = reading;
  if (document === undefined || findings.some(isError)) return { findings, unreadable: false };
  const held = await checkFigures(path, { document, places: reading.places }, wishes.asDraft, environment);
  if (!held.ok) return { findings: [...findings, ...held.findings], unreadable: true };
  const figures = held.value;
  if (figures.some(isError)) return { findings: [...findings, ...figures], document, unreadable: false };
  const norm = normFor(wishes, document, workspace);
  const rendering = await render(
    { ...reading, document: withDefaults(document, workspace) },
    {
      formats: wishes.formats,
      asDraft: wishes.asDraft,
      ...(norm === undefined ? {} : { norm }),
      ...(wishes.withSource ? { withSource: bytes } : {}),
      readAttachment: attachmentReader(path, environment),
      fonts,
    },
  );
  const file = shownPath(path, environment.cwd);
  const placed = rendering.findings.map((finding) => ({ ...finding, place: { file, ...finding.place } }));
  const all = [...findings, ...figures, ...placed];
  return { ...(all.some(isError) ? {} : { rendering }), document, findings: all, unreadable: false };
}
