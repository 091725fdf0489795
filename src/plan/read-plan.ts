/** A plan is data: everything that its ordinary text says, read once, for the commands and the reports that use it. */
import type { Finding } from "../findings/finding.js";
import type { Allocation } from "../model/allocation.js";
import type { Annex } from "../model/annex.js";
import { Citation } from "../model/citation.js";
import type { Document } from "../model/document.js";
import type { Plan } from "../model/plan.js";
import { chooseNorm } from "../norms/choose.js";
import { printSymbol } from "../norms/number-print.js";
import { textOf } from "../norms/parts.js";
import { typeBySlug } from "../norms/types.js";
import type { Day, UnitRegister } from "../organisation/index.js";
import { isoDay } from "../workspace/day.js";
import { readAbbreviations } from "./abbreviations/index.js";
import { gatherBodies } from "./bodies/gather-bodies.js";
import { type CitationReading, readCitations } from "./citations/index.js";
import { NOWHERE, type Places } from "./places.js";
import { type Point, pointsOf, readPoints } from "./points/index.js";
import { checkReferences } from "./references/index.js";
import {
  checkAgainstTargets,
  checkSums,
  checkTargets,
  checkUnits,
  type PlanTarget,
  readAllocation,
  readTargets,
  targetsBeside,
  titleYears,
} from "./targets/index.js";
import { judgeTasks, type ReadTask, readTasks } from "./tasks/index.js";

export interface PlanOptions {
  /** Where the parts of the document stand in its draft. */
  readonly places?: Places;
  /** The office's units, with which bodies and allocations are matched. */
  readonly register?: UnitRegister;
  /** A deadline sooner than so many days after signing is short. */
  readonly leadDays?: number;
  /** It is a finished file: remedies speak of no draft. */
  readonly finished?: boolean;
}

/** A plan, the places that it was read from, and what was left vague or does not agree. */
export interface PlanReading {
  readonly plan: Plan;
  readonly tasks: readonly ReadTask[];
  readonly targets: readonly PlanTarget[];
  readonly citations: CitationReading["citations"];
  readonly findings: readonly Finding[];
}

/** The day of signing, when it is whole. */
function signingDay({ date }: Pick<Document, "date">): Day | undefined {
  if (date?.month === undefined || date.day === undefined) return undefined;
  return isoDay({ year: date.year, month: date.month, day: date.day });
}

function numberOf(document: Document): string | undefined {
  const { number } = document;
  if (number?.sequence === undefined) return undefined;
  return textOf(printSymbol(number, typeBySlug(document.type, document.family), chooseNorm(document)), "");
}

/** Whether a table shares targets out: it says so by years, or its annex does by its title. A list of visits does neither. */
const sharesTargets = ({ indicators }: Allocation, { title }: Annex): boolean =>
  indicators.some(({ years }) => years.length > 0) || /chỉ tiêu|phân bổ|giao/iu.test(title.join(" "));

/** Allocations in the tables of annexes, and what is wrong with them. */
function readAllocations(
  points: readonly Point[],
  targets: readonly PlanTarget[],
  day: Day | undefined,
  { register, places = NOWHERE }: PlanOptions,
): { readonly allocations: Plan["allocations"]; readonly findings: readonly Finding[] } {
  const allocations: Plan["allocations"] = [];
  const findings: Finding[] = [];
  for (const { block, annex } of pointsOf(points)) {
    if (block.kind !== "table" || annex === undefined) continue;
    const known = register === undefined || day === undefined ? {} : { register, day };
    const { allocation, findings: found } = readAllocation(block.table, { ...known, title: annex.title.join(" ") });
    if (allocation === undefined || !sharesTargets(allocation, annex)) continue;
    allocations.push({ ...allocation, annex: annex.label });
    const unitFaults = register === undefined || day === undefined ? [] : checkUnits(allocation, register, day);
    const all = [...found, ...checkSums(allocation), ...unitFaults, ...checkAgainstTargets(allocation, targets)];
    const place = places.of(block);
    findings.push(...(place === undefined ? all : all.map((finding) => ({ ...finding, place }))));
  }
  return { allocations, findings };
}

const sameFinding = (one: Finding, other: Finding): boolean =>
  one.id === other.id &&
  one.found === other.found &&
  one.place?.line === other.place?.line &&
  one.place?.paragraph === other.place?.paragraph;

/** In the order of the draft; what has no place comes last. */
const byPlace = (one: Finding, other: Finding): number =>
  (one.place?.line ?? Number.MAX_SAFE_INTEGER) - (other.place?.line ?? Number.MAX_SAFE_INTEGER) ||
  (one.place?.column ?? 0) - (other.place?.column ?? 0);

/**
 * Reads a plan: its tasks with roles and times, its targets and their allocation, what it cites, its short forms and
 * its references to itself.
 *
 * @param document as a draft, a text or a Word file gives it
 */
export function readPlan(document: Document, options: PlanOptions = {}): PlanReading {
  const { places = NOWHERE, register, leadDays } = options;
  const points = readPoints(document);
  const signed = signingDay(document);
  const years = titleYears(document);
  const year = years?.from ?? document.date?.year;
  const reading = readTasks(document, { year, signed });
  const targets = readTargets(points, years);
  const citations = readCitations(document, points);
  const abbreviations = readAbbreviations(document, points);
  const allocated = readAllocations(points, targets, signed, options);
  const tasks = reading.tasks.map(({ task }) => task);
  const title = (document.subject ?? []).join(" ");
  const number = numberOf(document);
  const plan: Plan = {
    type: typeBySlug(document.type, document.family)?.name ?? document.type,
    ...(number === undefined ? {} : { number }),
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(document.author === undefined ? {} : { issuer: document.author }),
    title,
    ...(years === undefined
      ? {}
      : { years: { ...(years.from === undefined ? {} : { from: years.from }), to: years.to } }),
    tasks,
    targets: targets.map(({ id, target }) => ({ id, ...target })),
    allocations: allocated.allocations,
    bodies: [
      ...gatherBodies(tasks, {
        ...(register === undefined ? {} : { register }),
        ...(signed === undefined ? {} : { day: signed }),
        definitions: abbreviations.abbreviations,
      }),
    ],
    citations: citations.citations.map((cited) => Citation.parse(cited)),
    abbreviations: abbreviations.abbreviations.map(({ short, full, uses }) => ({
      short,
      ...(full === undefined ? {} : { full }),
      uses: uses.length,
    })),
  };
  const measure = {
    ...(signed === undefined ? {} : { signed }),
    ...(leadDays === undefined ? {} : { leadDays }),
    ...(years === undefined ? {} : { lastYear: years.to }),
  };
  const beside = targetsBeside(document, years);
  const findings = [
    ...judgeTasks(reading, document, measure, places),
    ...checkTargets(targets, { beside, title, placeOf: (part) => places.of(part) }),
    ...allocated.findings,
    ...citations.findings(places),
    ...abbreviations.findings(places),
    ...checkReferences(document, points).findings(places, options.finished),
  ].sort(byPlace);
  const once = findings.filter(
    (finding, index) => findings.findIndex((other) => sameFinding(other, finding)) === index,
  );
  return { plan, tasks: reading.tasks, targets, citations: citations.citations, findings: once };
}
