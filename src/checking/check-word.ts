/** Checks a Word file: its text by the rules, its looks by the norm's rows, each finding at its paragraph. */
import { type CheckOptions, checkReading } from "../check.js";
import type { Finding, Place } from "../findings/finding.js";
import type { Document } from "../model/document.js";
import type { PlacedText } from "../preflight/texts.js";
import { byPlace } from "../rules/by-place.js";
import { sayComponent } from "../rules/formatting/index.js";
import { componentsByParagraph } from "./components.js";
import { findingsOfEdits, type WordReading } from "./read-word.js";

const within = (text: string, words: string): boolean => text !== "" && words !== "" && text.includes(words);

/** What is about pages stands in no paragraph, though its words may. */
const OF_PAGES = /^(?:số trang|lề (?:trên|dưới|trái|phải)|khổ giấy)$/u;

/** Where words stand that a rule quotes without knowing their place. */
function findWords(quote: string | undefined, { observed, places }: WordReading): Place | undefined {
  if (quote === undefined || quote === "" || OF_PAGES.test(quote)) return undefined;
  const found = observed.paragraphs.find(
    (one) => within(one.quote, quote) || (one.quote.length > 20 && within(quote, one.quote)),
  );
  return found?.part === undefined ? undefined : places.of(found.part);
}

/** Of a part that goes over several paragraphs: the one in which the words stand. */
function narrowed({ place, quote }: Finding, { places }: WordReading): Place | undefined {
  if (place?.paragraph === undefined || quote === undefined) return undefined;
  const paragraph = places.narrow(place.paragraph, quote);
  return paragraph === place.paragraph ? undefined : places.at(paragraph, place.component);
}

/** Paragraphs as typed; what a table or a field lays out with tabs is no running text. */
function typedTexts({ places }: WordReading): readonly PlacedText[] {
  return [...places.texts].flatMap(([paragraph, text]) => {
    if (!/\S/u.test(text) || text.includes("\t") || BROAD.test(text)) return [];
    return [{ text: text.normalize("NFC"), part: places.mark({}, paragraph) }];
  });
}

/** Blanks that make columns. */
const BROAD = /\S[ \u00a0]{6,}\S/u;

/** Letters of a paragraph that are quoted where a finding is about all of it: enough to find it by searching in Word. */
const OPENING = 50;

function openingWords(text: string | undefined): string | undefined {
  const words = text?.replace(/\s+/gu, " ").trim();
  if (words === undefined || words === "") return undefined;
  const end = words.lastIndexOf(" ", OPENING);
  return words.length <= OPENING || end <= 0 ? words.slice(0, OPENING) : words.slice(0, end);
}

/** Findings with the component, and the paragraph where only the words told it. */
function placed(findings: readonly Finding[], reading: WordReading): readonly Finding[] {
  const names = new Map(componentsByParagraph(reading.document, reading.places));
  for (const { component, part } of reading.observed.paragraphs) {
    const paragraph = part === undefined ? undefined : reading.places.of(part)?.paragraph;
    if (paragraph !== undefined && !names.has(paragraph)) names.set(paragraph, sayComponent(component));
  }
  return findings.map((finding) => {
    const own = finding.place?.paragraph === undefined ? findWords(finding.quote, reading) : narrowed(finding, reading);
    const { page: _, ...known } = finding.place ?? {};
    const place: Place = own === undefined ? { ...finding.place } : { ...known, ...own };
    if (place.paragraph === undefined) return finding;
    const component =
      place.component ?? names.get(finding.place?.paragraph ?? place.paragraph) ?? names.get(place.paragraph);
    const quote = finding.quote || openingWords(reading.places.texts.get(place.paragraph));
    return {
      ...finding,
      ...(quote === undefined ? {} : { quote }),
      place: { ...place, ...(component === undefined ? {} : { component }) },
    };
  });
}

/** Each figure that is not the ledger's is a place of its own. */
const OF_FIGURES = /^(?:bound|own-docx)\//u;

/** What is said of several paragraphs in the same words is said at the first, with how many there are. */
function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ id, rule, severity, found }: Finding): string => `${id}|${rule}|${severity}|${found}`;
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    // each figure is its own, whatever it says
    if (/^(?:bound|own-docx)\//u.test(finding.id)) return [finding];
    const key = keyOf(finding);
    const count = counts.get(key) ?? 1;
    if (count === 1 || OF_FIGURES.test(finding.id)) return [finding];
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...finding, found: `${finding.found.replace(/\.$/u, "")} (${count} chỗ).` }];
  });
}

/**
 * Checks a Word file that was read.
 *
 * @param document as it was read, perhaps with an office's defaults
 * @param held what the ledger says of its bound figures
 * @returns findings with component and paragraph, in the order of the file
 */
export function checkWord(
  reading: WordReading,
  document: Document,
  options: CheckOptions = {},
  held: readonly Finding[] = [],
): readonly Finding[] {
  const { findings, places, printed, observed, own } = reading;
  const edits = own === undefined ? [] : findingsOfEdits(own, reading, options.file ?? "tệp", held);
  const checked = checkReading({ document, findings, places }, "", options, {
    origin: "foreign",
    printed,
    observed,
    held: [...edits, ...held],
    typedTexts: typedTexts(reading),
    ...(own === undefined ? {} : { made: own.made }),
  });
  return toldOnce([...placed(checked, reading)].sort(byPlace));
}
