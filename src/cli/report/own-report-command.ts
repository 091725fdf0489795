/** `vanthu report <workbook.xlsx>`: the báo cáo of the unit that filled it, wherever the file lies. */
import { dirname, join, resolve } from "node:path";
import { asFinding } from "../../cycle/collect/identify.js";
import type { Finding } from "../../findings/finding.js";
import { todayInVietnam } from "../../periods/index.js";
import { manifestText, type OwnReportWork } from "../../review/manifest/manifest.js";
import { type Call, optionValue, type Report, refusal } from "../command.js";
import type { Environment, OutputFile } from "../environment.js";
import { MANIFEST_FILE, makeManifest, pathInManifest } from "../manifest/make-manifest.js";
import { recordInputs } from "../manifest/record-inputs.js";
import { attempt, shownPath } from "../outcome.js";
import { keepEdited, reportObstacles } from "./edited-draft.js";
import { makeOwnReport, OWN_OUTPUTS, readOwnMaterial } from "./make-own-report.js";

const isError = ({ severity }: Finding): boolean => severity === "error";

/** `vanthu report <workbook.xlsx>`. */
export async function ownReportCommand(call: Call, given: Environment): Promise<Report> {
  const { environment, inputs } = recordInputs(given);
  const { cwd, files, now } = environment;
  const path = resolve(cwd, call.args[0] ?? "");
  const read = await readOwnMaterial(path, environment);
  if (!read.ok) return refusal(read.findings, 2);
  const { workbook, worked, findings: cells, stem } = read.value;
  const { facts } = workbook;
  const folder = resolve(cwd, optionValue(call, "out") ?? ".");
  const force = call.options.force === true;
  const withManifest = call.options.manifest === true;
  const draftPath = join(folder, `${stem}.md`);
  const names = [...OWN_OUTPUTS.map((suffix) => `${stem}.${suffix}`), ...(withManifest ? [MANIFEST_FILE] : [])];
  const planned = names.map((name) => join(folder, name));
  const obstacles = await reportObstacles(draftPath, planned, undefined, force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const made = await makeOwnReport(read.value, folder, environment);
  if (!made.ok) return refusal(made.findings, 1);
  const { figures, pages, norm } = made.value;
  const outputs: OutputFile[] = [...made.value.files].map(([suffix, bytes]) => ({
    path: join(folder, `${stem}.${suffix}`),
    bytes,
  }));
  const kept = await keepEdited(draftPath, made.value.files.get("md"), given);
  if (!kept.ok) return refusal(kept.findings, 2);
  if (withManifest) {
    const work: OwnReportWork = {
      command: "own-report",
      workbook: pathInManifest(path, folder),
      today: todayInVietnam(now()),
      from: pathInManifest(cwd, folder),
    };
    const manifest = makeManifest(folder, work, [norm], inputs, outputs);
    outputs.push({ path: join(folder, MANIFEST_FILE), bytes: new TextEncoder().encode(manifestText(manifest)) });
  }
  const saved = await attempt(shownPath(folder, cwd), "write", async () => {
    await files.createFolder(dirname(draftPath));
    await files.writeAll([...kept.value.files, ...outputs], force ? "replace" : "create");
  });
  if (!saved.ok) return refusal(saved.findings, 2);

  const open = made.value.findings.filter(({ id }) => id === "preflight/placeholder").length;
  const shown = shownPath(path, cwd);
  const findings = [
    ...kept.value.findings,
    ...cells.map((finding) => asFinding(finding, shown)),
    ...made.value.findings.filter(({ id }) => id !== "preflight/placeholder"),
  ];
  const paths = outputs.map((output) => shownPath(output.path, cwd));
  return {
    exit: findings.some(isError) ? 1 : 0,
    findings,
    lines: [
      `Báo cáo ${worked.totals.period.name} của ${facts.unit}: ${figures} số liệu lấy từ ${shown}, ${pages} trang, ${open} chỗ trong ngoặc vuông phải viết hoặc điền.`,
      ...paths.map((each) => `Đã ghi ${each}`),
    ],
    result: {
      period: facts.stamp.period,
      unit: facts.stamp.unit,
      files: paths,
      figures,
      open,
      pages,
    },
  };
}
