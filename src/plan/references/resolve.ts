/** From the words of a reference to the points that they mean. */
import type { MarkForm } from "../../model/mark.js";
import { readRoman } from "../../norms/numerals.js";
import { above, type Point, pointsOf } from "../points/index.js";
import { type FoundReference, findReferences, type Part, type Unit } from "./find.js";

/** One point that a text speaks of. */
export interface PointReference {
  /** The words of the whole reference: "điểm 2.2, 2.7". */
  readonly printed: string;
  /** The single part, with its unit: "điểm 2.7", "khoản 5 mục II". */
  readonly part: string;
  /** Absent where the document has no such point. */
  readonly point?: Point;
  readonly start: number;
  readonly end: number;
}

/** Marks that a unit may mean; offices say "mục 2" of a number and "điểm 2.6" of its parts. */
const FORMS: { readonly [U in Unit]: readonly MarkForm[] } = {
  phần: ["part", "roman"],
  chương: ["chapter"],
  mục: ["roman", "section", "number", "number2", "number3"],
  "tiểu mục": ["subsection", "number", "number2"],
  điều: ["article"],
  khoản: ["number", "number2", "bracketNumber", "letter"],
  điểm: ["letter", "number2", "number3", "number", "bracketNumber", "bracketRoman", "roman"],
  tiết: ["letter", "bracketNumber", "bracketRoman", "dash", "number3"],
};
const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu"];

/** What a mark counts: "Điều 5." → 5, "I-" → i, "(1)" → 1. */
function countOf(text: string): string {
  const last =
    text
      .replace(/[()]/gu, "")
      .replace(/[.:-]+$/u, "")
      .split(/\s+/u)
      .at(-1) ?? "";
  return last.toLowerCase();
}

function sameValue(mark: string, value: string): boolean {
  const [one, other] = [countOf(mark), countOf(value)];
  if (one === other) return true;
  const ordinal = ORDINALS.indexOf(other) + 1;
  const numeral = /^[ivx]+$/u.test(other) ? readRoman(other) : undefined;
  const own = /^[ivx]+$/u.test(one) ? readRoman(one) : /^\d+$/u.test(one) ? Number(one) : undefined;
  // "Mục 2" of a heading "II-" and "Phần I" of "Phần thứ nhất"
  return (
    own !== undefined && own === (ordinal > 0 ? ordinal : (numeral ?? (/^\d+$/u.test(other) ? Number(other) : -1)))
  );
}

const isPart = (point: Point, unit: Unit, value: string): boolean =>
  point.mark !== undefined && FORMS[unit].includes(point.mark.form) && sameValue(point.mark.text, value);

/** Among equals the form that the unit means first: "mục II" the heading, "mục 1" the section before the number. */
function best(points: readonly Point[], unit: Unit, value: string): Point | undefined {
  const rank = (point: Point): number => (point.mark === undefined ? 99 : FORMS[unit].indexOf(point.mark.form));
  const exact = (point: Point): number => (countOf(point.mark?.text ?? "") === countOf(value) ? 0 : 1);
  return points
    .filter((point) => isPart(point, unit, value))
    .sort((one, other) => exact(one) - exact(other) || rank(one) - rank(other))[0];
}

/** Points to look among, the nearest first: beside and below the point itself, then of each above it, then everywhere. */
function* scopes(from: Point | undefined, points: readonly Point[]): Generator<readonly Point[]> {
  if (from !== undefined) {
    yield [...pointsOf(from.children)];
    for (const outer of above(from)) {
      yield [...outer.children];
      yield [...pointsOf(outer.children)];
      yield [outer];
    }
    if (from.annex !== undefined) yield [...pointsOf(points)].filter(({ annex }) => annex === from.annex);
  }
  yield [...pointsOf(points)].filter(({ annex }) => annex === undefined);
  yield [...pointsOf(points)];
}

/** The very numeral first, wherever it is: "mục III" is no "3." as long as there is a heading "III-". */
function search(part: Part, value: string, from: Point | undefined, points: readonly Point[]): Point | undefined {
  const exact = (point: Point): boolean => countOf(point.mark?.text ?? "") === countOf(value);
  for (const fits of [exact, () => true]) {
    for (const scope of scopes(from, points)) {
      const found = best(scope.filter(fits), part.unit, value);
      if (found !== undefined) return found;
    }
  }
  return misprinted(part, value, points);
}

/** A point whose mark is typed so badly that it is read as words, "Điều 1: …": it is there, whatever is wrong with it. */
function misprinted(part: Part, value: string, points: readonly Point[]): Point | undefined {
  const opening = new RegExp(`^(?:${part.unit}\\s+)?${value.replaceAll(".", "\\.")}(?:[.:)/-]|\\s|$)`, "iu");
  return [...pointsOf(points)].find(({ mark, text }) => mark === undefined && opening.test(text));
}

/** Children first, then whatever stands deeper. */
const below = (outer: Point, part: Part, value: string): Point | undefined =>
  best(outer.children, part.unit, value) ?? best([...pointsOf(outer.children)], part.unit, value);

const name = (part: Part, value: string, outer: string): string =>
  `${part.unit === "điều" ? "Điều" : part.unit} ${value}${outer === "" ? "" : ` ${outer}`}`;

interface Step {
  readonly point: Point | undefined;
  readonly label: string;
}

function step(part: Part, outer: Step | undefined, from: Point | undefined, points: readonly Point[]): Step[] {
  const one = (value: string): Step => {
    const point =
      outer === undefined ? search(part, value, from, points) : outer.point && below(outer.point, part, value);
    return { point, label: name(part, value, outer?.label ?? "") };
  };
  const steps = part.values.map(one);
  const [first, last] = steps;
  if (part.range !== true || first?.point === undefined || last?.point === undefined) return steps;
  const siblings = first.point.parent?.children ?? points;
  const [start, end] = [siblings.indexOf(first.point), siblings.indexOf(last.point)];
  if (start === -1 || end <= start) return steps;
  return siblings
    .slice(start, end + 1)
    .filter((point) => point.mark?.form === first.point?.mark?.form)
    .map((point) => ({ point, label: name(part, countOf(point.mark?.text ?? ""), outer?.label ?? "") }));
}

/**
 * Resolves one reference.
 *
 * @param from the point in which it stands; the nearest point that fits is meant
 * @param points all points of the document
 */
export function resolveFound(
  { parts, printed, start, end }: FoundReference,
  from: Point | undefined,
  points: readonly Point[],
): readonly PointReference[] {
  let steps: Step[] = [];
  for (const [index, part] of parts.entries())
    steps =
      index === 0 ? step(part, undefined, from, points) : steps.flatMap((outer) => step(part, outer, from, points));
  return steps.map(({ point, label }) => ({
    printed,
    part: label,
    ...(point === undefined ? {} : { point }),
    start,
    end,
  }));
}

/** The outermost points that can be reached from a point. */
function rootOf(from: Point): Point {
  let root = from;
  for (const outer of above(from)) root = outer;
  return root;
}

/**
 * The points that words such as "Điểm 2.6, 2.7" or "khoản 5 mục II" mean.
 *
 * @param words the words; what is no reference in them is passed over
 * @param from the point in which they stand: of a group's timing line that line, whose siblings are meant
 * @param points all points of the document; without them only what stands under the same outermost heading is found
 * @returns one entry for each point that is named, in the order of the words; one without `point` is not there
 */
export function resolvePointReference(
  words: string,
  from: Point,
  points: readonly Point[] = [rootOf(from)],
): readonly PointReference[] {
  return findReferences(words).flatMap((found) => resolveFound(found, from, points));
}
