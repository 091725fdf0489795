/** Makes everything that a unit's own report leaves; nothing is written. */
import { basename, join } from "node:path";
import { checkReturn, NO_EARLIER_FIGURES } from "../../cycle/checks/index.js";
import { asFinding } from "../../cycle/collect/identify.js";
import { sha256Of } from "../../cycle/ledger/index.js";
import type { CellFinding } from "../../cycle/returns.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import type { Document, NormId } from "../../model/document.js";
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
import type { Desk } from "../cycle/desk.js";
import { readFormSets } from "../cycle/form-sets.js";
import type { Environment } from "../environment.js";
import { findWorkspace } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { reportType } from "./period-material.js";
import { bytesOf, printDraft } from "./print-report.js";

const refuse = (finding: Finding): Outcome<never> => ({ ok: false, findings: [finding] });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the name of each file of a report ends with. */
export const OWN_OUTPUTS = ["md", "docx", "pdf", "trace.json"] as const;
type OwnOutput = (typeof OWN_OUTPUTS)[number];

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

/** A workbook and what its figures are worked out to, before anything is made of it. */
export interface OwnMaterial {
  readonly workbook: OwnWorkbook;
  readonly workspace: Workspace;
  readonly worked: NonNullable<ReturnType<typeof ownFigures>>;
  /** What was found in the cells. */
  readonly findings: readonly CellFinding[];
  /** Name of the files of the report, without what each ends with. */
  readonly stem: string;
}

/** Reads a unit's workbook, in the office of the folder that the call is made in. @param path absolute */
export async function readOwnMaterial(path: string, environment: Environment): Promise<Outcome<OwnMaterial>> {
  const { cwd } = environment;
  const found = await findWorkspace(cwd, environment);
  if (!found.ok) return found;
  const read = await readOwn(path, found.value?.root ?? cwd, environment);
  if (!read.ok) return read;
  const { workbook, findings } = read.value;
  const { facts } = workbook;
  const kinds: readonly PeriodKind[] = mergeKinds(found.value?.periodKinds ?? []);
  const worked = ownFigures(workbook, facts.unit, kinds);
  if (worked === undefined) return refuse(reportCycleCall("cycle-cli/own-period", { period: facts.stamp.period }));
  const stem = `bao-cao-${facts.stamp.period}-${facts.stamp.unit}`;
  return { ok: true, value: { workbook, workspace: officeOf(facts, found.value, cwd), worked, findings, stem } };
}

/** What is made of a unit's workbook, none of it written yet. */
export interface OwnMade {
  /** By what their names end with. */
  readonly files: ReadonlyMap<OwnOutput, Uint8Array>;
  readonly findings: readonly Finding[];
  readonly figures: number;
  readonly pages: number;
  readonly norm: NormId;
}

/** Makes the report. @param folder where it is to lie, absolute */
export async function makeOwnReport(
  { workbook, workspace, worked, stem }: OwnMaterial,
  folder: string,
  environment: Environment,
): Promise<Outcome<OwnMade>> {
  const desk: Pick<Desk, "workspace" | "today"> = { workspace, today: todayInVietnam(environment.now()) };
  const context = contextOf(reportType(desk), workspace, Number(desk.today.slice(0, 4)));
  const text = writeOwnDraft({ workbook, ...worked, context });
  const draftPath = join(folder, `${stem}.md`);
  const reading = await parseDraft(text, { file: shownPath(draftPath, environment.cwd) });
  if (reading.document === undefined) return { ok: false, findings: reading.findings };
  const printed = await printDraft(
    { ...reading, document: reading.document },
    ["docx", "pdf"],
    draftPath,
    desk,
    environment,
  );
  const figures = printedFigures(reading.document, worked.figures);
  const contents: readonly (readonly [OwnOutput, readonly Uint8Array[]])[] = [
    ["md", [encode(text)]],
    ["docx", bytesOf(printed, "docx")],
    ["pdf", bytesOf(printed, "pdf")],
    [
      "trace.json",
      [encode(traceFile(figures, worked.totals, { workbook: workbook.file.name, draft: sha256Of(text) }))],
    ],
  ];
  return {
    ok: true,
    value: {
      files: new Map(contents.flatMap(([suffix, [bytes]]) => (bytes === undefined ? [] : [[suffix, bytes] as const]))),
      findings: [...reading.findings, ...printed.findings],
      figures: figures.length,
      pages: printed.pages,
      norm: printed.norm,
    },
  };
}
