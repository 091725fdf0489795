/** Short forms of a document: where they are defined and where they are used. */
import type { Finding } from "../../findings/finding.js";
import {
  type AbbreviationFinding,
  type AbbreviationParams,
  reportAbbreviation,
} from "../../findings/messages/plan/abbreviations.js";
import type { Document } from "../../model/document.js";
import { chooseNorm } from "../../norms/choose.js";
import { hd05Clause } from "../../norms/clause.js";
import { foldTone } from "../../norms/tone.js";
import { findNumbers } from "../citations/number.js";
import { NOWHERE, type Places, placeOf, type TextPlace, wordsAround } from "../places.js";
import type { Point } from "../points/index.js";
import { type PlainText, plainTexts } from "../texts.js";
import { isAcceptedIn } from "./accepted.js";
import { findCapitals } from "./capitals.js";
import { type Definition, findDefinitions } from "./definitions.js";

export { ACCEPTED } from "./accepted.js";
export { type Capitals, findCapitals } from "./capitals.js";
export { type Definition, findDefinitions } from "./definitions.js";

/** A short form: what it stands for and where it is told and used. */
export interface Abbreviation {
  /** As printed: "Ban Chỉ đạo tỉnh", "UBND", "Chỉ thị số 33-CT/TW". */
  readonly short: string;
  /** What it stands for; absent where nothing defines it. */
  readonly full?: string;
  readonly definitions: readonly TextPlace[];
  /** In reading order, in all texts; the brackets that define it are no uses. */
  readonly uses: readonly TextPlace[];
  /** Whether all its uses are in Nơi nhận, where offices have abbreviations of their own. */
  readonly inRecipientsOnly?: true;
}

export interface AbbreviationReading {
  readonly abbreviations: readonly Abbreviation[];
  /** Findings with their places in a draft; without places they have none. */
  readonly findings: (places?: Places) => readonly Finding[];
}

interface Use {
  readonly text: PlainText;
  readonly offset: number;
}

interface Entry {
  readonly short: string;
  readonly definitions: (Use & { readonly definition: Definition })[];
  uses: Use[];
}

/** "Bí thư Đảng uỷ", "Văn phòng Đảng uỷ": the title of an office, not the body cut short. */
const OFFICE_BEFORE =
  /(?:bí thư|chủ tịch|chủ nhiệm|trưởng ban|chánh văn phòng|văn phòng|thường trực|ban thường vụ|ban chấp hành|uỷ viên|ủy viên|thành viên|uỷ ban kiểm tra|ủy ban kiểm tra|cơ quan|ban tổ chức|ban tuyên giáo và dân vận|ban xây dựng đảng|con dấu|trụ sở)\s+$/iu;
/** Letters around a short form that a finding quotes with it. */
const QUOTED_ROOM = 20;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
const placeIn = ({ text, offset }: Use): TextPlace => ({ ...text.where, offset });
/** Levels that an office adds to a name: "Ban Chỉ đạo tỉnh" is the name, "Ban Chỉ đạo" cut short. */
const LEVEL = /^(.+\s.+)\s(tỉnh|thành phố|xã|phường|đặc khu|huyện|Trung ương)$/u;
/** Regions in which nothing is defined and nothing asks for a definition. */
const OUTSIDE: ReadonlySet<string> = new Set(["recipients", "title", "attachment"]);

class Reader {
  private readonly entries = new Map<string, Entry>();
  private readonly order: ReadonlyMap<PlainText, number>;

  constructor(private readonly texts: readonly PlainText[]) {
    this.order = new Map(texts.map((text, index) => [text, index]));
  }

  read(): readonly Entry[] {
    for (const text of this.texts) {
      for (const definition of findDefinitions(text.text)) {
        const entry = this.entryOf(definition.short);
        entry.definitions.push({ text, offset: definition.start, definition });
      }
    }
    for (const entry of this.entries.values()) entry.uses = this.usesOf(entry);
    for (const text of this.texts) {
      for (const { word, start } of findCapitals(text.text)) {
        const entry = this.entryOf(word);
        if (entry.definitions.length === 0) entry.uses.push({ text, offset: start });
      }
    }
    return [...this.entries.values()];
  }

  private entryOf(short: string): Entry {
    const key = foldTone(short);
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { short, definitions: [], uses: [] };
    this.entries.set(key, entry);
    return entry;
  }

  /** Of a short form with a number the number counts, whatever signs and words stand around it. */
  private usesOf({ short, definitions }: Entry): Use[] {
    const number = [...findNumbers(short)][0];
    const words = new RegExp(`(?<![\\p{L}\\d])${escaped(short)}(?![\\p{L}\\d])`, "gu");
    const uses: Use[] = [];
    for (const text of this.texts) {
      const spans = definitions.filter((one) => one.text === text).map(({ definition }) => definition.span);
      const starts =
        number === undefined
          ? [...text.text.matchAll(words)].map(({ index }) => index)
          : [...findNumbers(text.text)]
              .filter((one) => one.number === number.number && one.code === number.code)
              .map(({ start }) => start);
      for (const offset of starts)
        if (!spans.some(([from, to]) => offset >= from && offset < to)) uses.push({ text, offset });
    }
    return uses;
  }

  before(one: Use, other: Use): boolean {
    const [a, b] = [this.order.get(one.text) ?? 0, this.order.get(other.text) ?? 0];
    return a < b || (a === b && one.offset < other.offset);
  }
}

class Checker {
  private readonly findings: Finding[] = [];
  private readonly clause: string | undefined;

  constructor(
    private readonly document: Document,
    private readonly reader: Reader,
    private readonly texts: readonly PlainText[],
    private readonly places: Places,
  ) {
    this.clause = chooseNorm(document).id === "hd05" ? hd05Clause("6.1.3") : undefined;
  }

  private report<K extends AbbreviationFinding>(id: K, params: AbbreviationParams<K>, use: Use, clause?: string): void {
    const finding = reportAbbreviation(id, params, placeOf(placeIn(use), this.places), clause);
    const quote = wordsAround(use.text.text, use.offset, use.offset + params.short.length, QUOTED_ROOM);
    this.findings.push({ ...finding, quote });
  }

  run(entries: readonly Entry[]): readonly Finding[] {
    for (const entry of entries) {
      if (entry.definitions.length === 0) this.checkUndefined(entry);
      else this.checkDefined(entry);
    }
    return this.findings;
  }

  private checkUndefined({ short, uses }: Entry): void {
    if (isAcceptedIn(short, this.document.family)) return;
    const asking = uses.filter(({ text }) => !OUTSIDE.has(text.region));
    const [first] = asking;
    if (first === undefined) return;
    this.report("plan/abbreviation-undefined", { short, count: asking.length }, first, this.clause);
  }

  private checkDefined({ short, definitions, uses }: Entry): void {
    const [first, ...others] = definitions;
    if (first === undefined) return;
    for (const other of others) this.report("plan/abbreviation-redefined", { short }, other);
    const numbered = [...findNumbers(short)].length > 0;
    const inText = uses.filter(({ text }) => !OUTSIDE.has(text.region));
    const early = inText.find((use) => this.reader.before(use, first) && use.text !== first.text);
    // a citation and a name that goes on are the full words, not the short form
    if (early !== undefined && !numbered && /^\p{Lu}+$/u.test(short))
      this.report("plan/abbreviation-early", { short }, early, this.clause);
    if (!uses.some((use) => this.reader.before(first, use))) this.report("plan/abbreviation-unused", { short }, first);
    this.checkVaried(short, first);
  }

  /** "Ban Chỉ đạo" alone, though "Ban Chỉ đạo tỉnh" was defined. */
  private checkVaried(short: string, first: Use): void {
    const [, stem] = LEVEL.exec(short) ?? [];
    if (stem === undefined) return;
    const cut = new RegExp(`(?<![\\p{L}\\d])${escaped(stem)}(?=\\s*(?:[.,;:)]|$))`, "gu");
    for (const text of this.texts) {
      if (OUTSIDE.has(text.region)) continue;
      for (const { index } of text.text.matchAll(cut)) {
        if (OFFICE_BEFORE.test(text.text.slice(0, index))) continue;
        const use = { text, offset: index };
        if (this.reader.before(first, use))
          this.report("plan/abbreviation-varied", { short, used: stem }, use, this.clause);
      }
    }
  }
}

const asAbbreviation = ({ short, definitions, uses }: Entry): Abbreviation => {
  const full = definitions[0]?.definition.full;
  const aside = uses.length > 0 && definitions.length === 0 && uses.every(({ text }) => text.region === "recipients");
  return {
    short,
    ...(full === undefined ? {} : { full }),
    definitions: definitions.map(placeIn),
    uses: uses.map(placeIn),
    ...(aside ? { inRecipientsOnly: true } : {}),
  };
};

/**
 * The short forms of a document: those that it defines, and capitals in running text that nothing defines.
 *
 * @param points the points of the same document
 */
export function readAbbreviations(document: Document, points: readonly Point[]): AbbreviationReading {
  const texts = plainTexts(document, points);
  const reader = new Reader(texts);
  const entries = reader.read();
  return {
    abbreviations: entries.map(asAbbreviation),
    findings: (places = NOWHERE) => new Checker(document, reader, texts, places).run(entries),
  };
}
