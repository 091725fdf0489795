/** What is mechanical in a draft, put right: blanks, hyphens, words typed twice, and one way of writing where there are two. */

import type { Family } from "../../model/document.js";
import { documentTypes } from "../../norms/types.js";
import { DASHED } from "../number/signs.js";
import { withoutDoubledWords } from "../spelling/doubled-words.js";
import { movableTones, type ToneStyle, usualStyle } from "../spelling/tone-style.js";
import { EVERY_YEAR, YEARS } from "../spelling/variants.js";
import {
  ADDRESS,
  BLANK_BEFORE,
  CLOSED_PHRASE,
  HALF_SPACED,
  NONE_BEFORE_BRACKET,
  NONE_BEHIND,
} from "../typography/spacing.js";

/** A line that was changed. */
export interface Change {
  /** Counted from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The rules it was changed by. */
  readonly rules: readonly string[];
}

/** A line's words that may be changed, and where they begin. */
interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly text: string;
}

/** Keys of the header whose words are running text; names and numbers are in the others. */
const TEXT_KEYS =
  /^(?:trích yếu|trich yeu|căn cứ|can cu|nơi nhận|noi nhan|kính gửi|kinh gui|kính trình|kinh trinh)\s*:/iu;

/** The stretches of a draft: words of the body, and of those keys of the header that hold running text. */
function stretchesOf(lines: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const head = lines[0]?.trim() === "---" ? lines.findIndex((line, index) => index > 0 && line.trim() === "---") : -1;
  let open = false;
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (index <= head) {
      if (/^\S/u.test(line)) open = TEXT_KEYS.test(line);
      const start = /^\s*(?:[^\s:|>][^:]*:\s+)?(?:-\s+)?/u.exec(line)?.[0].length ?? 0;
      const text = line.slice(start);
      // a comment of YAML, a sign of a block, or a quoted scalar is no running text
      if (open && !/^[|>"'#]|\s#/u.test(text) && text !== "") stretches.push({ line: index, start, text });
      continue;
    }
    if (/^\s*(?:```|~~~)/u.test(line)) fenced = !fenced;
    if (fenced || /^\s*(?:\||<!--)|^\s*$/u.test(line)) continue;
    const start = /^\s*/u.exec(line)?.[0].length ?? 0;
    stretches.push({ line: index, start, text: line.slice(start) });
  }
  return stretches;
}

/** The system that the header names; the Party's where it names none. */
function familyOf(lines: readonly string[]): Family {
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === "---");
  const named = lines.slice(0, Math.max(0, end)).find((line) => /^(?:hệ thống|he thong)\s*:/iu.test(line));
  return /nh[àa] n[ướuo]+c/iu.test(named ?? "") ? "state" : "party";
}

/** What is never touched: addresses, bound figures, code, words in quotation marks (titles of others). */
const KEPT = new RegExp(`${ADDRESS.source}|\\S*vt:\\S*|\`[^\`]*\`|\\]\\([^)]*\\)|“[^”]*”|"[^"]*"`, "giu");

/** Changes the parts of a text between those that are kept. */
function between(text: string, change: (part: string) => string): string {
  let result = "";
  let end = 0;
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    result += change(text.slice(end, index)) + kept;
    end = index + kept.length;
  }
  return result + change(text.slice(end));
}

interface Correction {
  readonly rule: string;
  readonly change: (text: string) => string;
}

const CODES = [
  ...new Set(
    (["party", "state"] as const).flatMap((family) => documentTypes(family).flatMap(({ code }) => code ?? [])),
  ),
];
/** A cited number with blanks in it: `12 - KH/TU`, `90 -KH/TU`, `12/ QĐ-UBND`. */
const BLANKS_IN_NUMBER = new RegExp(
  `(?<=[Ss]ố )(\\d+)(?: - ?| -|- )(${CODES.join("|")}) ?/ ?(\\p{Lu}[\\p{Lu}\\d]*(?:-\\p{Lu}+)*)`,
  "gu",
);

const SPACING: readonly Correction[] = [
  // two blanks at the end of a line are a break of Markdown, and those behind a mark stay with it
  { rule: "C07", change: (text) => text.replace(/(?<=\S) {2,}(?=\S)/gu, " ") },
  { rule: "V27", change: withoutDoubledWords },
  {
    rule: "C06",
    change: (text) => text.replace(BLANK_BEFORE, "").replace(NONE_BEHIND, " ").replace(NONE_BEFORE_BRACKET, " "),
  },
  {
    rule: "C08",
    change: (text) => text.replace(DASHED, (number) => number.replace(/\s?[\u2010-\u2015\u2212]\s?/gu, "-")),
  },
  // eth stands for Đ at the head of a Vietnamese word only; other languages have it
  {
    rule: "C02",
    change: (text) => text.replace(/[ÐƉ](?=[\p{Script=Latin}])|(?<=\p{Lu})[ÐƉ](?!\p{L})/gu, "Đ"),
  },
  {
    rule: "P10",
    change: (text) =>
      text.replace(BLANKS_IN_NUMBER, (_, number: string, type: string, body: string) => `${number}-${type}/${body}`),
  },
  {
    rule: "V07",
    // a capital on either side may be a name
    change: (text) =>
      text.replace(HALF_SPACED, (phrase) =>
        /^\p{Lu}|[- ]\p{Lu}/u.test(phrase) ? phrase : phrase.replace(/ *- */u, " - "),
      ),
  },
  { rule: "V07", change: (text) => text.replace(CLOSED_PHRASE, (phrase) => phrase.replace("-", " - ")) },
];

const matches = (texts: readonly string[], pattern: RegExp): number =>
  texts.reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);

/** Corrections towards the way of writing that most places have; none where there is one way only. */
function majority(texts: readonly string[], family: Family): readonly Correction[] {
  const corrections: Correction[] = [];
  const styles = texts.flatMap((text) => [...movableTones(text)].map(({ style }) => style));
  const main = styles.filter((style) => style === "main").length;
  if (main > 0 && main < styles.length) {
    const usual: ToneStyle = usualStyle(main, styles.length - main, family);
    corrections.push({ rule: "C04", change: (text) => withTone(text, usual) });
  }
  const [spaced, close] = YEARS;
  const [spacedYears, closeYears] = [matches(texts, spaced), matches(texts, close)];
  if (spacedYears > 0 && closeYears > 0) {
    const sign = spacedYears >= closeYears ? " - " : "-";
    const odd = spacedYears >= closeYears ? close : spaced;
    corrections.push({ rule: "V06", change: (text) => text.replace(odd, (years) => years.split(/\D+/u).join(sign)) });
  }
  const [dictionary, spoken] = EVERY_YEAR;
  const [first, second] = [matches(texts, dictionary), matches(texts, spoken)];
  if (first > 0 && second > 0) {
    const [odd, from, to] = first >= second ? [spoken, "àng", "ằng"] : [dictionary, "ằng", "àng"];
    corrections.push({ rule: "V05", change: (text) => text.replace(odd, (words) => words.replace(from, to)) });
  }
  return corrections;
}

function withTone(text: string, usual: ToneStyle): string {
  let result = "";
  let end = 0;
  for (const { text: syllable, index, style, other } of movableTones(text)) {
    if (style === usual) continue;
    result += text.slice(end, index) + other;
    end = index + syllable.length;
  }
  return result + text.slice(end);
}

/**
 * Corrects what is mechanical in a draft. Names, numbers of the document, signatures, tables and quoted titles stay as
 * they are; correcting twice changes nothing more.
 *
 * @param source the draft in NFC
 */
export function fixDraft(source: string): { readonly text: string; readonly changes: readonly Change[] } {
  const lines = source.split("\n");
  const stretches = stretchesOf(lines);
  const spaced = stretches.map((stretch) => correct(stretch.text, SPACING));
  const towards = majority(
    spaced.map(({ text }) => text.replace(KEPT, " ")),
    familyOf(lines),
  );
  const changes: Change[] = [];
  for (const [index, { line, start }] of stretches.entries()) {
    const { text = "", rules = [] } = spaced[index] ?? {};
    const evened = correct(text, towards);
    const before = lines[line] ?? "";
    const after = before.slice(0, start) + evened.text;
    if (after === before) continue;
    changes.push({ line: line + 1, before, after, rules: [...rules, ...evened.rules] });
    lines[line] = after;
  }
  return { text: lines.join("\n"), changes };
}

function correct(
  text: string,
  corrections: readonly Correction[],
): { readonly text: string; readonly rules: readonly string[] } {
  let current = text;
  const rules: string[] = [];
  for (const { rule, change } of corrections) {
    const changed = between(current, change);
    if (changed !== current) rules.push(rule);
    current = changed;
  }
  return { text: current, rules };
}
