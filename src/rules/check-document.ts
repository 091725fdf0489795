/** Checks a document by every rule that holds for it, and takes in what the other stages find; each fault is told once. */
import type { Finding } from "../findings/finding.js";
import type { Document } from "../model/document.js";
import type { UnitRegister } from "../organisation/index.js";
import { readAbbreviations } from "../plan/abbreviations/index.js";
import { readCitations } from "../plan/citations/index.js";
import { readPlan } from "../plan/read-plan.js";
import { checkReferences } from "../plan/references/index.js";
import { preflight } from "../preflight/index.js";
import { RULES } from "./all.js";
import { byPlace } from "./by-place.js";
import { type CheckContext, type ContextOptions, contextOf, lastDay } from "./context.js";
import { chosenFormatting, compareFormatting, type ObservedFormatting } from "./formatting/index.js";
import { adopt } from "./registers.js";
import type { Fault, Rule } from "./rule.js";

export interface CheckDocumentOptions extends ContextOptions {
  /** The office's units, with which the bodies of a plan are matched. */
  readonly register?: UnitRegister;
  /** Formatting as it was observed; what the author of a draft chose when absent. */
  readonly observed?: ObservedFormatting;
}

/** Types whose text gives duties and targets. */
const PLANS: ReadonlySet<string> = new Set(["ke-hoach", "chuong-trinh"]);

function holds(rule: Rule, { norm, document }: CheckContext): boolean {
  return rule.norms.includes(norm.id) && (rule.from === undefined || lastDay(document) >= rule.from);
}

type Judged = Pick<Finding, "severity" | "basis" | "clause">;

function word(rule: string, { severity, basis, clause }: Judged, fault: Fault, context: CheckContext): Finding {
  const place = context.placeOf(fault);
  return {
    id: `rule/${rule}`,
    severity: fault.less ?? severity,
    found: fault.found,
    remedy: (context.origin === "foreign" ? fault.inWord : undefined) ?? fault.remedy,
    rule,
    quote: fault.quote,
    ...(basis === undefined ? {} : { basis }),
    ...(clause === undefined ? {} : { clause }),
    ...(place === undefined ? {} : { place }),
  };
}

function* ruleFindings(context: CheckContext): Iterable<Finding> {
  for (const rule of RULES) {
    if (!holds(rule, context)) continue;
    const judged = { severity: rule.severity, basis: rule.basis, clause: rule.clause(context.norm) };
    for (const fault of rule.check(context)) yield word(rule.id, judged, fault, context);
  }
}

function* formattingFindings(context: CheckContext, observed: ObservedFormatting): Iterable<Finding> {
  for (const fault of compareFormatting(observed, context.norm))
    yield word(fault.rule, { ...fault.judgement, clause: fault.clause }, fault, context);
}

/** What the registries of a text and, of a plan, its duties and targets have to say. */
function planFindings(
  document: Document,
  points: CheckContext["points"],
  options: CheckDocumentOptions,
): readonly Finding[] {
  const { places, register } = options;
  const finished = options.origin === "foreign";
  if (PLANS.has(document.type)) {
    const given = {
      finished,
      ...(places === undefined ? {} : { places }),
      ...(register === undefined ? {} : { register }),
    };
    return readPlan(document, given).findings.filter(({ id }) => id !== "plan/tasks-none");
  }
  return [
    ...readCitations(document, points).findings(places),
    ...readAbbreviations(document, points).findings(places),
    ...checkReferences(document, points).findings(places, finished),
  ];
}

/** How an annex is numbered, and whether the text names it, is something else than what its lines lack. */
const OF_ANNEXES = /^plan\/annex-/u;

/** A finding of another stage is dropped where a rule has told the same of the same place. */
function once(own: readonly Finding[], adopted: readonly Finding[], looks: readonly Finding[]): readonly Finding[] {
  const where = ({ place }: Finding): string => `${place?.line ?? ""}¶${place?.paragraph ?? ""}`;
  const at = (finding: Finding): string => `${finding.rule}|${where(finding)}`;
  const told = new Set(own.map(at));
  const all = [...own, ...adopted.filter((finding) => !told.has(at(finding)) || OF_ANNEXES.test(finding.id)), ...looks];
  const seen = new Set<string>();
  return all.filter((finding) => {
    const key = `${at(finding)}|${finding.found}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Checks a document.
 *
 * @param document as a draft, a text or a Word file gives it; its `norm` names the norm, else its day chooses
 * @returns findings with rule, basis, clause and the words that were found, in the order of the draft
 */
export function checkDocument(document: Document, options: CheckDocumentOptions = {}): readonly Finding[] {
  const context = contextOf(document, options);
  const observed = options.observed ?? chosenFormatting(document.presentation);
  const stages = [
    ...preflight(
      document,
      context.norm,
      options.places,
      document.draftMark !== undefined,
      context.origin === "foreign",
    ),
    ...planFindings(document, context.points, options),
  ];
  const adopted = stages.flatMap((finding) => adopt(finding, document.family, context.norm) ?? []);
  return [...once([...ruleFindings(context)], adopted, [...formattingFindings(context, observed)])].sort(byPlace);
}
