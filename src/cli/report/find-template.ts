/** Which template a report is written by. */
import { join, resolve } from "node:path";
import { assetPath } from "../../assets.js";
import { reportCall } from "../../findings/messages/cli.js";
import { reportTemplate } from "../../findings/messages/report-template.js";
import type { Period } from "../../periods/index.js";
import type { ReportTemplate } from "../../report/draft/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";

/** The bundled template for a kind of period; other periods within a year are reported on as a half-year is. */
const BUNDLED: Readonly<Record<string, string>> = { "6t": "6t", nam: "nam", sk: "sk", tk: "tk" };
const WITHIN_YEAR = "6t";

function candidates({ kind, firstYear, year }: Period, { root }: Workspace): readonly string[] {
  const bundled = BUNDLED[kind] ?? (firstYear === year ? WITHIN_YEAR : "sk");
  return [join(root, "mau", `bao-cao-${kind}.md.hbs`), assetPath("templates", "bao-cao", `${bundled}.md.hbs`)];
}

/**
 * Finds the template of a period: the one that the call names, the office's own, the bundled one.
 *
 * @param named path as the call has it
 */
export async function findTemplate(
  named: string | undefined,
  period: Period,
  workspace: Workspace,
  { files, cwd }: Environment,
): Promise<Outcome<ReportTemplate>> {
  const paths = named === undefined ? candidates(period, workspace) : [resolve(cwd, named)];
  for (const path of paths) {
    const file = shownPath(path, cwd);
    const bytes = await attempt(file, "read", async () =>
      (await files.kind(path)) === "file" ? files.read(path) : undefined,
    );
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) {
      if (named !== undefined) return { ok: false, findings: [reportCall("cli/not-found", { path: file })] };
      continue;
    }
    try {
      return { ok: true, value: { source: new TextDecoder("utf-8", { fatal: true }).decode(bytes.value), file } };
    } catch {
      return { ok: false, findings: [reportTemplate("report-template/not-text", {}, { file })] };
    }
  }
  const file = `mau/bao-cao-${period.kind}.md.hbs`;
  return { ok: false, findings: [reportTemplate("report-template/none", { period: period.name, file })] };
}
