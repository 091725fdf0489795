/** What stands below title, issuer and trích yếu: a line drawn, underlined or typed, with its length where it can be told. */
import { faceOf, textWidth } from "../../../layout/face.js";
import type { Family } from "../../../model/document.js";
import type { Range } from "../../../norms/norm.js";
import type { ObservedRule } from "../../../norms/observed.js";
import type { PrintedParts } from "../../printed/head.js";
import { isRule } from "../../printed/line.js";
import type { DrawnLine, FormattedRun, FormattedText } from "../formatted/formatted-text.js";
import type { DocxParts } from "./divide.js";
import { type DocxLine, linesOf } from "./lines.js";
import { openingSpots, type Spot } from "./opening-spots.js";
import type { DocxPlaces } from "./places.js";

type Head = PrintedParts<DocxLine>;
type Below = ObservedRule["below"];
type Found = Pick<ObservedRule, "drawn" | "stroke" | "signs"> & { readonly length?: number };

/** Faces whose letters are as wide as those of Times New Roman. */
const MEASURED = /^(?:Times(?: New Roman)?|TimesNewRoman|Tinos|Liberation Serif)(?:[ ,-]|PS|MT|$)/iu;

/** Word draws raised and lowered letters at this part of their size. */
const RAISED = 0.65;

/** Width of runs set on one line, pt; undefined in a font that was not measured. */
function widthOf(runs: readonly FormattedRun[]): number | undefined {
  const first = runs.findIndex(({ text }) => /\S/u.test(text));
  const last = runs.findLastIndex(({ text }) => /\S/u.test(text));
  let width = 0;
  for (let at = first; at !== -1 && at <= last; at += 1) {
    const run = runs[at] as FormattedRun;
    const { font = "Times New Roman", size } = run.look;
    if (!MEASURED.test(font)) return undefined;
    const begun = at === first ? run.text.trimStart() : run.text;
    const text = at === last ? begun.trimEnd() : begun;
    const { superscript, subscript } = run.look;
    const drawn = superscript || subscript === true ? size * RAISED : size;
    width += textWidth(text.replace(/[\t\u00A0]/gu, " "), faceOf(run.look), drawn);
  }
  return width;
}

const measured = (length: number | undefined): { readonly length?: number } => (length === undefined ? {} : { length });
const stroked = (stroke: DrawnLine["stroke"]): Pick<ObservedRule, "stroke"> => (stroke === "solid" ? {} : { stroke });

/** Underlines and em dashes join to a line; other signs leave gaps. */
function typedStroke(signs: string): Pick<ObservedRule, "stroke"> {
  const bare = signs.replace(/\s/gu, "");
  return /^[_—]+$/u.test(bare) ? {} : { stroke: /^=+$/u.test(bare) ? "double" : "broken" };
}

/** A line of a component that is underlined, most of it. */
function underlineOf(line: DocxLine): Found | undefined {
  const letters = (runs: readonly FormattedRun[]) => runs.reduce((sum, { text }) => sum + text.trim().length, 0);
  const underlined = line.runs.filter(({ look }) => look.underline);
  if (letters(underlined) * 10 < letters(line.runs)) return undefined;
  return { drawn: "underline", ...measured(widthOf(underlined)) };
}

/** A drawn line hangs on its paragraph this far at most, pt; farther down it belongs to something else. */
const HANGS = 60;
/** A line at the top of its paragraph stands below what is above, pt. */
const ATOP = 12;

interface Region {
  /** Ordinals of the component's last line, and of the line that follows it on its side. */
  readonly last: number;
  readonly next: number;
}

type Verdict = "here" | "unsure" | "elsewhere";

/** Whether a line that was drawn on this side stands below the component. */
function standsBelow(line: DrawnLine, { paragraph: { ordinal } }: Spot, { last, next }: Region): Verdict {
  if (line.kind === "borderBelow") return ordinal >= last && ordinal < next ? "here" : "elsewhere";
  if (line.kind === "borderAbove") return ordinal > last && ordinal <= next ? "here" : "elsewhere";
  if (line.top === undefined || Math.abs(line.top) > HANGS) return "unsure";
  if (ordinal < next) return "here";
  if (ordinal === next) return line.top <= ATOP ? "here" : "unsure";
  return "unsure";
}

class RuleFinder {
  readonly #spots: readonly Spot[];
  /** Something is drawn of which nobody can say what it is. */
  readonly #unsure: boolean;

  constructor(
    spots: readonly Spot[],
    private readonly places: DocxPlaces,
  ) {
    this.#spots = spots;
    this.#unsure = spots.some(
      ({ paragraph, bordered }) =>
        bordered || paragraph.unknownDrawings > 0 || paragraph.pictures > 0 || paragraph.boxes.length > 0,
    );
  }

  /** What stands below a component; nothing where it cannot be told. */
  find(below: Below, side: "left" | "right" | "middle", lines: readonly DocxLine[], region: Region): ObservedRule[] {
    const last = lines.at(-1);
    if (last === undefined) return [];
    const found: Found[] = [underlineOf(last) ?? []].flat();
    let unsure = this.#unsure;
    for (const spot of this.#spots) {
      const { paragraph } = spot;
      for (const line of paragraph.lines) {
        const sideOfLine = spot.sideOf(line);
        if (sideOfLine !== undefined && sideOfLine !== side) {
          // a line across the head is of neither column; one that stands far below its paragraph may be anybody's
          if (sideOfLine === "middle" ? spot.inHead : Math.abs(line.top ?? 0) > HANGS) unsure = true;
          continue;
        }
        const verdict = sideOfLine === undefined || spot.behind ? "unsure" : standsBelow(line, spot, region);
        if (verdict === "unsure") unsure = true;
        else if (verdict === "here") {
          const length = line.kind === "shape" ? line.length : spot.roomOf();
          found.push({ drawn: "line", ...stroked(line.stroke), ...measured(length) });
        }
      }
      if (paragraph.ordinal < region.last) continue;
      for (const line of linesOf(paragraph, side !== "middle").filter(({ text }) => isRule(text))) {
        const stands = spot.sideOfText(line.side);
        if (spot.behind) unsure = true;
        else if (stands !== side) {
          if (stands === undefined || (stands === "middle" && spot.inHead)) unsure = true;
        } else {
          const signs = line.text;
          const length = measured(widthOf(line.runs));
          found.push({ drawn: "signs", signs, ...typedStroke(signs), ...length });
        }
      }
    }
    const [one, ...others] = found;
    if (others.length > 0 || (one === undefined && unsure)) return [];
    const { length, ...rest } = one ?? { drawn: "none" as const, length: undefined };
    const share = length === undefined ? undefined : this.#share(length, lines);
    const part = this.places.mark({}, last.number);
    return [{ below, ...rest, ...(share === undefined ? {} : { share }), quote: last.text, part }];
  }

  /** A length in parts of the component's lines; a line that Word breaks may be of any length on paper. */
  #share(length: number, lines: readonly DocxLine[]): Range | undefined {
    let [longest, shortest] = [0, Number.POSITIVE_INFINITY];
    for (const line of lines) {
      const width = widthOf(line.runs);
      const spot = this.#spots.find(({ paragraph }) => paragraph === line.paragraph);
      const room = spot?.roomOf();
      if (width === undefined || width === 0 || room === undefined) return undefined;
      longest = Math.max(longest, Math.min(width, room));
      shortest = width > room ? 0 : Math.min(shortest, width);
    }
    return { min: length / longest, ...(shortest === 0 ? {} : { max: length / shortest }) };
  }
}

/** The first line of a side that stands behind an ordinal. */
const behind = (last: number, lines: readonly (DocxLine | undefined)[]): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...lines.flatMap((line) => (line !== undefined && line.number > last ? [line.number] : [])),
  );

/**
 * Looks for the lines below title, issuer and trích yếu. A component is listed only where it is sure what stands below it:
 * a shape of which nobody knows where it is drawn makes all of them unsure.
 *
 * @param letter a công văn has no line below its trích yếu
 */
export function observeRules(
  text: FormattedText,
  parts: DocxParts,
  head: Head,
  family: Family,
  letter: boolean,
  places: DocxPlaces,
): readonly ObservedRule[] {
  const title = parts.title?.line.number;
  const lastOf = (lines: readonly DocxLine[]): number => Math.max(0, ...lines.map(({ number }) => number));
  const finder = new RuleFinder(openingSpots(text, lastOf(parts.head), title, lastOf(parts.subject)), places);
  const [banner, ...mottoes] = head.national;
  const national = family === "state" ? mottoes.slice(0, 1) : banner === undefined ? [] : [banner];
  const headEnd = lastOf(parts.head) + 1;
  const nationalLast = lastOf(national);
  const issuerLast = lastOf(head.issuer);
  const subjectLast = lastOf(parts.subject);
  return [
    ...finder.find(family === "state" ? "motto" : "nationalTitle", "right", national, {
      last: nationalLast,
      next: Math.min(headEnd, behind(nationalLast, [head.placeDate])),
    }),
    ...finder.find("issuer", "left", head.issuer, {
      last: issuerLast,
      next: Math.min(headEnd, behind(issuerLast, [head.number, ...head.letterSubject])),
    }),
    ...(title === undefined || letter
      ? []
      : finder.find("subject", "middle", parts.subject, { last: subjectLast, next: Number.POSITIVE_INFINITY })),
  ];
}
