import type { Finding } from "../findings/finding.js";
import { reportStartingDraft } from "../findings/messages/starting-draft.js";
import type { Workspace } from "../workspace/workspace.js";
import type { StartingDraft } from "./catalogue.js";
import { contextOf, typeCodeOf } from "./context.js";
import { fillValues, tokenize } from "./fill.js";
import { compileTemplate, runtimeFinding } from "./template.js";

/**
 * Writes the draft to start from.
 *
 * @param draft which one
 * @param template its Handlebars text, and the file's path as it is to stand in findings
 * @param workspace of the office, if there is one
 * @param year suggested in the draft
 * @returns the draft's text; none when the template is faulty
 */
export function writeStartingDraft(
  draft: StartingDraft,
  template: { readonly source: string; readonly file: string },
  workspace: Workspace | undefined,
  year: number,
): { readonly text?: string; readonly findings: readonly Finding[] } {
  const compiled = compileTemplate(template.source.replaceAll("\r\n", "\n"), template.file);
  if (compiled.apply === undefined) return { findings: compiled.findings };
  const { tokens, values } = tokenize(contextOf(draft, workspace, year));
  try {
    const text = fillValues(compiled.apply(tokens), values).normalize("NFC");
    return { text, findings: notesOn(draft, workspace) };
  } catch (error) {
    const finding = runtimeFinding(error, template.file);
    if (finding === undefined) throw error;
    return { findings: [finding] };
  }
}

/** What the clerk should know before going on. */
function notesOn(draft: StartingDraft, workspace: Workspace | undefined): readonly Finding[] {
  const { type } = draft;
  if (workspace === undefined) return [reportStartingDraft("starting-draft/no-workspace", {})];
  if (type.family !== "party" || type.group !== "paper") return [];
  const code = typeCodeOf(draft, workspace);
  const name = type.name.toLowerCase();
  return [
    code === undefined
      ? reportStartingDraft("starting-draft/no-code", { type: name })
      : reportStartingDraft("starting-draft/own-code", { type: name, code }),
  ];
}
