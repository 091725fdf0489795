import { dirname } from "node:path";
import type { Finding } from "../findings/finding.js";
import { reportImport } from "../findings/messages/import.js";
import { type Imported, importFile } from "../importing/index.js";
import type { NormId } from "../model/document.js";
import { type Rendering, type RenderOptions, render } from "../render.js";
import type { Environment } from "./environment.js";
import type { workspaceFinder } from "./office.js";
import { shownPath } from "./outcome.js";
import { readBytes } from "./read-bytes.js";
import { normFor, type RenderedDraft, withDefaults } from "./render-draft.js";
import type { RenderWishes } from "./render-options.js";

const isError = ({ severity }: Finding): boolean => severity === "error";
/** What a draft mark makes bearable. */
const OPEN_IN_DRAFTS = /^preflight\/(?:missing-component|missing-signer|placeholder|empty-body)$/u;

/** Words of the original for which the document has no place would be lost in print. */
function lostInPrint({ annotations }: Imported): readonly Finding[] {
  const words = annotations.filter(({ kind }) => kind === "unplaced").map(({ text }) => text);
  return words.length === 0 ? [] : [reportImport("import/lost", { words })];
}

/** Renders; what lacks a part is printed as a draft, and that is said. */
async function renderOrDraft(
  imported: Imported,
  options: RenderOptions,
): Promise<{ readonly rendering: Rendering; readonly findings: readonly Finding[] }> {
  const rendering = await render(imported, options);
  const errors = rendering.findings.filter(isError);
  if (errors.length === 0 || options.asDraft === true || !errors.every(({ id }) => OPEN_IN_DRAFTS.test(id)))
    return { rendering, findings: rendering.findings };
  const draft = await render(imported, { ...options, asDraft: true });
  return { rendering: draft, findings: [reportImport("import/as-draft", {}), ...draft.findings] };
}

/**
 * Takes a Word file over and makes it a document in the required form; nothing is written.
 *
 * @param path absolute
 */
export async function renderForeign(
  path: string,
  wishes: Omit<RenderWishes, "force">,
  fonts: RenderOptions["fonts"],
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<RenderedDraft> {
  const file = shownPath(path, environment.cwd);
  const workspace = await workspaceOf(dirname(path));
  if (!workspace.ok) return { findings: workspace.findings, unreadable: true };
  const bytes = await readBytes(path, environment);
  if (!bytes.ok) return { findings: bytes.findings, unreadable: true };
  const taken = await importFile(bytes.value, { file, ...normOption(wishes.norm) });
  if (!taken.ok) return { findings: taken.findings, unreadable: true };
  const imported = taken.value;
  const before = [...imported.findings, ...lostInPrint(imported)];
  if (before.some(isError)) return { findings: placed(before, file), unreadable: false };
  const norm = normFor(wishes, imported.document, workspace.value);
  const { rendering, findings } = await renderOrDraft(
    { ...imported, document: withDefaults(imported.document, workspace.value) },
    { formats: wishes.formats, asDraft: wishes.asDraft, ...normOption(norm), fonts },
  );
  const all = placed([...before, ...findings], file);
  return { ...(all.some(isError) ? {} : { rendering }), document: imported.document, findings: all, unreadable: false };
}

const normOption = (norm: NormId | undefined): { readonly norm?: NormId } => (norm === undefined ? {} : { norm });

const placed = (findings: readonly Finding[], file: string): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, place: { file, ...finding.place } }));
