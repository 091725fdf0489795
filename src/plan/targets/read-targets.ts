import type { Document } from "../../model/document.js";
import type { Target } from "../../model/target.js";
import { above, type Point, pointsOf } from "../points/index.js";
import { findTargets } from "./find-targets.js";
import { within, type Years, yearsIn } from "./periods.js";
import { RESULT_HEADING, TARGET_HEADING } from "./words.js";

/** A target of a plan, with the point that states it. */
export interface PlanTarget {
  /** Its point's reference, and an ordinal where the point states several: `II/1`, `II/1#2`. */
  readonly id: string;
  readonly reference: string;
  readonly point: Point;
  readonly target: Target;
  /** Said after "trong đó": a part of the target before it. */
  readonly among: boolean;
}

/** What the headings above a point say; the nearest that says anything counts. */
function sectionOf(point: Point): "targets" | "results" | undefined {
  for (const heading of above(point)) {
    if (TARGET_HEADING.test(heading.text) && isHeading(heading)) return "targets";
    if (RESULT_HEADING.test(heading.text) && isHeading(heading)) return "results";
  }
  return undefined;
}

/** Headings, and points so short that they head what stands under them. */
const isHeading = (point: Point): boolean =>
  point.block.kind === "heading" || (point.children.length > 0 && point.text.length < 90);

function yearsAbove(point: Point, title: Years | undefined): Years | undefined {
  const lead = [...above(point)].reverse().filter(isHeading);
  return lead.reduce<Years | undefined>((years, { text }) => within(yearsIn(text), years), title);
}

/**
 * Reads the targets that the points of a plan state.
 *
 * @param points as `readPoints` gives them
 * @param title years of the plan's title, from `titleYears`
 */
export function readTargets(points: readonly Point[], title?: Years): readonly PlanTarget[] {
  const targets: PlanTarget[] = [];
  const counts = new Map<string, number>();
  for (const point of pointsOf(points)) {
    if (point.text === "" || point.block.kind === "heading") continue;
    const section = sectionOf(point);
    const years = yearsAbove(point, title);
    const context = { ...(section === undefined ? {} : { section }), ...(years === undefined ? {} : { years }) };
    for (const { target, among } of findTargets(point.text, context)) {
      const count = (counts.get(point.reference) ?? 0) + 1;
      counts.set(point.reference, count);
      const id = count === 1 ? point.reference : `${point.reference}#${count}`;
      targets.push({ id, reference: point.reference, point, target, among });
    }
  }
  return targets;
}

/** Years that the title of a plan names. */
export function titleYears({ subject }: Pick<Document, "subject">): Years | undefined {
  return subject === undefined ? undefined : yearsIn(subject.join(" "));
}
