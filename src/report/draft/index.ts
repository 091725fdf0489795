/** The draft of a report: a template checked as a whole, then run; outside values can never change its structure. */
import type { Finding } from "../../findings/finding.js";
import { reportTemplate } from "../../findings/messages/report-template.js";
import { sayDay, YEAR_KIND } from "../../periods/index.js";
import type { StartingDraft } from "../../starting-draft/catalogue.js";
import { contextOf } from "../../starting-draft/context.js";
import { fillValues, tokenize } from "../../starting-draft/fill.js";
import { tagFaults } from "../../starting-draft/tag-faults.js";
import { placeOfParseError } from "../../starting-draft/template.js";
import type { Workspace } from "../../workspace/workspace.js";
import { type PeriodTotals, type ResolvedFigure, WHOLE } from "../totals/index.js";
import { ArgumentTypes } from "./argument-types.js";
import { parseTemplate, TemplateCheck } from "./check-template.js";
import { Composer, type ReportMaterial } from "./compose.js";
import { Values } from "./values.js";

export type { ReportMaterial } from "./compose.js";

export interface ReportTemplate {
  readonly source: string;
  /** As it is to stand in findings. */
  readonly file: string;
}

/** A figure of the draft, and as what it is printed there. */
export interface DraftFigure {
  readonly figure: ResolvedFigure;
  readonly printed: readonly string[];
  readonly times: number;
}

export interface ReportDraft {
  readonly text: string;
  /** Each once, in the order in which they first stand in the draft. */
  readonly figures: readonly DraftFigure[];
}

/** Private-use letters stand for values while a template runs. */
const TOKENS = /[\uE000-\uE003]/u;

/** Whether everything that a template names is there, whatever the figures are; with its tree. */
function readTemplate(
  { source, file }: ReportTemplate,
  totals: PeriodTotals,
): { readonly program?: hbs.AST.Program; readonly findings: readonly Finding[] } {
  const text = source.replaceAll("\r\n", "\n");
  if (TOKENS.test(text)) return { findings: [reportTemplate("report-template/not-text", {}, { file })] };
  const faults = tagFaults(text, file);
  if (faults.length > 0) return { findings: faults };
  let program: hbs.AST.Program;
  try {
    program = parseTemplate(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { findings: [reportTemplate("report-template/syntax", {}, placeOfParseError(error, text, file))] };
  }
  const check = new TemplateCheck(file, new ArgumentTypes(totals));
  check.program(program);
  return check.findings.length > 0 ? { findings: check.findings } : { program, findings: [] };
}

/** The names that hold everywhere, as text. */
function namesOf({ period, context, scopes }: PeriodTotals) {
  const { first, last } = context.plan ?? { first: period.firstYear, last: period.year };
  return {
    period: {
      name: period.name,
      year: String(period.year),
      firstYear: String(period.firstYear),
      nextYear: String(period.year + 1),
      from: sayDay(period.window.from),
      to: sayDay(period.window.to),
    },
    plan: { name: first === last ? String(first) : `${first}-${last}` },
    scope: { name: scopes.get(WHOLE)?.name ?? WHOLE },
  };
}

/** Id of the year before the plan, which helpers take as it is. */
function yearBefore({ period, context }: PeriodTotals): { readonly period: string } {
  return { period: `${(context.plan?.first ?? period.firstYear) - 1}-${YEAR_KIND}` };
}

/** Tone marks where the office puts them: templates are written with "uỷ". */
const placeTones = (text: string, tone: "uỷ" | "ủy"): string =>
  tone === "uỷ"
    ? text
    : text.replace(/(?<![qQ])([uU])([ỳýỷỹỵ])(?!\p{L})/gu, (_, first: string, second: string) => {
        const [, mark = ""] = second.normalize("NFD");
        return `${first}${mark}y`.normalize("NFC");
      });

/**
 * Writes the draft of a report.
 *
 * @param type the starting draft of reports, whose header the template has
 * @param workspace of the office
 * @param year suggested as that of signing
 * @returns the draft; findings instead when the template is faulty
 */
export function writeReportDraft(
  template: ReportTemplate,
  material: ReportMaterial,
  type: StartingDraft,
  workspace: Workspace,
  year: number,
): { readonly draft?: ReportDraft; readonly findings: readonly Finding[] } {
  const { program, findings } = readTemplate(template, material.totals);
  if (program === undefined) return { findings };
  const values = new Values();
  const office = contextOf(type, workspace, year);
  const { tokens } = tokenize({ ...office, ...namesOf(material.totals) }, values.list);
  const written = new Composer(material, values).run(program, { ...tokens, before: yearBefore(material.totals) });
  const text = fillValues(placeTones(written, office.office.tone), values.list).normalize("NFC");
  return { draft: { text, figures: values.used }, findings: [] };
}
