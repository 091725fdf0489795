/** `vanthu report <workbook.xlsx>`: the báo cáo of the unit that filled it, wherever the file lies. */

import { basename, dirname, join, resolve } from "node:path";
import { checkReturn, NO_EARLIER_FIGURES } from "../../cycle/checks/index.js";
import { asFinding } from "../../cycle/collect/identify.js";
import { sha256Of } from "../../cycle/ledger/index.js";
import type { CellFinding } from "../../cycle/returns.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import type { Document } from "../../model/document.js";
import { mergeKinds, type PeriodKind, todayInVietnam } from "../../periods/index.js";
import { boundFigures } from "../../report/bound/walk.js";
import type { DraftFigure } from "../../report/draft/index.js";
import { type OwnWorkbook, ownFigures, writeOwnDraft } from "../../report/own/index.js";
import type { Figures } from "../../report/totals/index.js";
import { traceFile } from "../../report/trace-file.js";
import { parseDraft } from "../../source/draft/index.js";
import { contextOf } from "../../starting-draft/context.js";
import {
  formSetKey,
  type OutlineFacts,
  readOutlineFacts,
  readPrefilledFigures,
  readWorkbook,
} from "../../workbook/read/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import { type Call, optionValue, type Report, refusal } from "../command.js";
import type { Desk } from "../cycle/desk.js";
import { readFormSets } from "../cycle/form-sets.js";
import type { Environment, OutputFile } from "../environment.js";
import { findWorkspace } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { keepEdited, reportObstacles } from "./edited-draft.js";
import { reportType } from "./period-material.js";
import { bytesOf, printDraft } from "./print-report.js";

const refuse = (finding: Finding): Outcome<never> => ({ ok: false, findings: [finding] });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What one file of a report is called. */
const OUTPUTS = ["md", "docx", "pdf", "trace.json"] as const;

/** The workbook, checked as the desk will check it, as far as that needs no figures of others. */
interface OwnReading {
  readonly workbook: OwnWorkbook;
  readonly findings: readonly CellFinding[];
}

async function readOwn(path: string, root: string, environment: Environment): Promise<Outcome<OwnReading>> {
  const shown = shownPath(path, environment.cwd);
  const bytes = await attempt(shown, "read", () => environment.files.read(path));
  if (!bytes.ok) return bytes;
  const { facts, findings: faults } = readOutlineFacts(bytes.value);
  if (faults.length > 0) return { ok: false, findings: faults.map((finding) => asFinding(finding, shown)) };
  if (facts === undefined) return refuse(reportCycleCall("cycle-cli/not-an-outline", {}, { file: shown }));
  const atHand = await readFormSets(root, environment);
  if (!atHand.ok) return atHand;
  const formSets = new Map(
    atHand.value.map(({ formSet }) => [formSetKey(formSet.id, formSet.version), formSet] as const),
  );
  const returned = readWorkbook(bytes.value, formSets);
  const formSet = formSets.get(formSetKey(facts.stamp.formSet, facts.stamp.version));
  if (formSet === undefined) {
    return { ok: false, findings: returned.findings.map((finding) => asFinding(finding, shown)) };
  }
  const { unitKind, periodKind } = facts;
  const checked = checkReturn(returned, {
    ...{ formSet, unitKind, periodKind, earlier: NO_EARLIER_FIGURES },
    nameOf: (code) => code,
  });
  const sha256 = sha256Of(bytes.value);
  const file = { sha256, name: basename(path), size: bytes.value.length };
  const prefilled = readPrefilledFigures(bytes.value, formSets);
  return {
    ok: true,
    value: { workbook: { facts, returned, prefilled, formSet, file }, findings: [...returned.findings, ...checked] },
  };
}

/** The office of the folder, where it is the unit's own; else what the workbook says of the unit. */
function officeOf({ unit, superior, stamp }: OutlineFacts, found: Workspace | undefined, cwd: string): Workspace {
  const own = found !== undefined && (found.unitCode === stamp.unit || found.name?.join(" ") === unit);
  if (own) return found;
  return {
    root: found?.root ?? cwd,
    family: "party",
    typeCodes: {},
    series: { decisions: "separate", state: "perType" },
    name: [unit],
    // in capitals nothing tells a proper name from a common one
    ...(unit === unit.toLocaleUpperCase("vi-VN") ? {} : { author: unit }),
    ...(superior === undefined ? {} : { superior: [superior] }),
  };
}

/** Figures of the document, each once, with what is printed for it. */
function printedFigures(document: Document, figures: Figures): readonly DraftFigure[] {
  const found = new Map<string, { figure: DraftFigure["figure"]; printed: string[]; times: number }>();
  for (const {
    figure: { binding, text },
  } of boundFigures(document)) {
    const known = found.get(binding);
    if (known !== undefined) {
      known.times += 1;
      if (!known.printed.includes(text)) known.printed.push(text);
      continue;
    }
    const { figure } = figures.resolve(binding);
    if (figure === undefined) throw new Error(`the report binds ${binding}, which nothing answers`);
    found.set(binding, { figure, printed: [text], times: 1 });
  }
  return [...found.values()];
}

const isError = ({ severity }: Finding): boolean => severity === "error";

/** `vanthu report <workbook.xlsx>`. */
export async function ownReportCommand(call: Call, environment: Environment): Promise<Report> {
  const { cwd, files, now } = environment;
  const path = resolve(cwd, call.args[0] ?? "");
  const found = await findWorkspace(cwd, environment);
  if (!found.ok) return refusal(found.findings, 2);
  const read = await readOwn(path, found.value?.root ?? cwd, environment);
  if (!read.ok) return refusal(read.findings, 2);
  const { workbook, findings: cells } = read.value;
  const { facts } = workbook;
  const workspace = officeOf(facts, found.value, cwd);
  const kinds: readonly PeriodKind[] = mergeKinds(found.value?.periodKinds ?? []);
  const worked = ownFigures(workbook, facts.unit, kinds);
  if (worked === undefined) {
    return refusal([reportCycleCall("cycle-cli/own-period", { period: facts.stamp.period })], 2);
  }
  const folder = resolve(cwd, optionValue(call, "out") ?? ".");
  const stem = `bao-cao-${facts.stamp.period}-${facts.stamp.unit}`;
  const force = call.options.force === true;
  const draftPath = join(folder, `${stem}.md`);
  const planned = OUTPUTS.map((suffix) => join(folder, `${stem}.${suffix}`));
  const obstacles = await reportObstacles(draftPath, planned, undefined, force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);

  const desk: Pick<Desk, "workspace" | "today"> = { workspace, today: todayInVietnam(now()) };
  const context = contextOf(reportType(desk), workspace, Number(desk.today.slice(0, 4)));
  const text = writeOwnDraft({ workbook, ...worked, context });
  const reading = await parseDraft(text, { file: shownPath(draftPath, cwd) });
  if (reading.document === undefined) return refusal(reading.findings, 1);
  const printed = await printDraft(
    { ...reading, document: reading.document },
    ["docx", "pdf"],
    draftPath,
    desk,
    environment,
  );
  const figures = printedFigures(reading.document, worked.figures);
  const contents: readonly (readonly [string, readonly Uint8Array[]])[] = [
    ["md", [encode(text)]],
    ["docx", bytesOf(printed, "docx")],
    ["pdf", bytesOf(printed, "pdf")],
    [
      "trace.json",
      [encode(traceFile(figures, worked.totals, { workbook: workbook.file.name, draft: sha256Of(text) }))],
    ],
  ];
  const outputs = contents.flatMap(([suffix, [bytes]]): readonly OutputFile[] =>
    bytes === undefined ? [] : [{ path: join(folder, `${stem}.${suffix}`), bytes }],
  );
  const kept = await keepEdited(draftPath, encode(text), environment);
  if (!kept.ok) return refusal(kept.findings, 2);
  const saved = await attempt(shownPath(folder, cwd), "write", async () => {
    await files.createFolder(dirname(draftPath));
    await files.writeAll([...kept.value.files, ...outputs], force ? "replace" : "create");
  });
  if (!saved.ok) return refusal(saved.findings, 2);

  const open = printed.findings.filter(({ id }) => id === "preflight/placeholder").length;
  const shown = shownPath(path, cwd);
  const findings = [
    ...kept.value.findings,
    ...cells.map((finding) => asFinding(finding, shown)),
    ...[...reading.findings, ...printed.findings].filter(({ id }) => id !== "preflight/placeholder"),
  ];
  const paths = outputs.map((output) => shownPath(output.path, cwd));
  return {
    exit: findings.some(isError) ? 1 : 0,
    findings,
    lines: [
      `Báo cáo ${worked.totals.period.name} của ${facts.unit}: ${figures.length} số liệu lấy từ ${shown}, ${printed.pages} trang, ${open} chỗ trong ngoặc vuông phải viết hoặc điền.`,
      ...paths.map((each) => `Đã ghi ${each}`),
    ],
    result: {
      period: facts.stamp.period,
      unit: facts.stamp.unit,
      files: paths,
      figures: figures.length,
      open,
      pages: printed.pages,
    },
  };
}
