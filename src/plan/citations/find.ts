/** Citations of one text: pure, sentence by sentence, whatever document they stand in. */
import type { CitedLevel, MentionForm } from "../../model/citation.js";
import type { SigningDate } from "../../model/head.js";
import { readCitedDate } from "./cited-date.js";
import { LAWS } from "./cited-types.js";
import type { CitationHead } from "./head.js";
import { levelAfter, levelBefore } from "./level.js";
import { namedHeads } from "./named-heads.js";
import { numberedHeads } from "./numbered-heads.js";
import { readTail } from "./tail.js";

/** One mention of a document in a text: its head, and what is told of the document behind it or before it. */
export interface FoundCitation extends CitationHead {
  readonly date?: SigningDate;
  readonly dated: boolean;
  readonly issuer?: string;
  /** The issuer follows the date without "của". */
  readonly ofMissing?: true;
  readonly subject?: string;
  /** The subject is said once for it and the document after it. */
  readonly subjectShared?: true;
  readonly comma?: boolean;
  readonly level?: readonly CitedLevel[];
  readonly form: MentionForm;
  /** It stands in the subject of another citation of the same text. */
  readonly nested?: true;
  readonly printed: string;
  /** Where all ends that belongs to it. */
  readonly end: number;
}

/** "Ngày 10/4/2026, Sở Y tế đã ban hành Công văn số …": the sentence tells day and issuer before the document. */
const LEAD =
  /(?:^|[.;:]\s+|^\s*[-+]\s*|,\s+|\s)((?:[Nn]gày)\s[^.;,]{3,30}?\d{4}),?\s+(\p{Lu}[^.;:“”"]{2,100}?)\s+(?:đã\s+)?(?:ký\s+)?(?:ban hành|có|gửi|ra|phát hành)\s+$/u;

function readLead(text: string, start: number): Pick<FoundCitation, "date" | "issuer"> | undefined {
  const lead = LEAD.exec(text.slice(Math.max(0, start - 200), start));
  const said = lead === null ? undefined : readCitedDate((lead[1] ?? "").replace(/^N/u, "n"), false);
  if (lead === null || said === undefined) return undefined;
  return { issuer: lead[2] ?? "", ...(said.date === undefined ? {} : { date: said.date }) };
}

function complete(text: string, head: CitationHead): FoundCitation {
  const law = LAWS.has(head.type ?? "");
  const told = readTail(text, head.core, law);
  const lead = told.dated || law ? undefined : readLead(text, head.start);
  const tail = lead === undefined ? told : { ...told, ...lead, dated: true };
  const before = levelBefore(text, head.start);
  const after = before === undefined ? levelAfter(text, head.core) : undefined;
  const level = before?.level ?? after?.level;
  const { subjectSpan: _, end, ...said } = tail;
  const full = said.dated && (said.issuer !== undefined || said.subject !== undefined);
  return {
    ...head,
    ...said,
    ...(level === undefined ? {} : { level }),
    form: !head.typed ? "numberOnly" : full ? "full" : "short",
    printed: text.slice(head.start, end),
    end,
  };
}

/**
 * "A ngày … và B ngày … của Z về W": issuer and subject of the last are said of those before it too; the issuer only
 * of documents with the same code of a body.
 */
function share(found: readonly FoundCitation[], text: string): FoundCitation[] {
  const shared = [...found];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [one, next] = [shared[index], shared[index + 1]];
    if (one === undefined || next === undefined || !JOINED.test(text.slice(one.end, next.start))) continue;
    const issuer = one.issuer ?? (bodyOf(one) === bodyOf(next) ? next.issuer : undefined);
    if (issuer === undefined) continue;
    const subject = one.subject === undefined && one.dated ? next.subject : undefined;
    shared[index] = {
      ...one,
      issuer,
      ...(subject === undefined ? {} : { subject, subjectShared: true }),
      form: one.typed && one.dated ? "full" : one.form,
    };
  }
  return shared;
}

const JOINED = /^\s*(?:,|và|,\s*và)\s*(?:số\s*)?$/u;
const bodyOf = ({ code }: FoundCitation): string => (code ?? "").replace(/^.*[-/]/u, "");

/**
 * Finds every mention of another document in a text: by type and number, number alone, type and bare number
 * ("Quy định 4842"), resolutions by congress or session, laws by name.
 *
 * @param printed the text of a paragraph, its runs joined; stars of Markdown are taken as no words
 */
export function findCitations(printed: string): readonly FoundCitation[] {
  const text = printed
    .normalize("NFC")
    .replace(/\*/gu, "\u2060")
    .replace(/\u00a0/gu, " ");
  const plain = text.includes("\u2060") ? undefined : text;
  return plain === undefined ? findStarred(text) : findIn(plain);
}

/** Without the marks of emphasis, offsets put back. */
function findStarred(text: string): readonly FoundCitation[] {
  const offsets: number[] = [];
  let plain = "";
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\u2060") continue;
    offsets.push(index);
    plain += text[index];
  }
  offsets.push(text.length);
  const back = (offset: number): number => offsets[offset] ?? text.length;
  return findIn(plain).map((one) => ({
    ...one,
    start: back(one.start),
    core: back(one.core - 1) + 1,
    end: back(one.end - 1) + 1,
  }));
}

/** Two resolutions named in one breath share their place. */
const overlap = (one: CitationHead, other: CitationHead): boolean =>
  one.start < other.core && other.start < one.core && !(one.start === other.start && one.core === other.core);

function findIn(text: string): readonly FoundCitation[] {
  const heads: CitationHead[] = [...numberedHeads(text)];
  for (const head of namedHeads(text)) if (!heads.some((other) => overlap(head, other))) heads.push(head);
  heads.sort((one, other) => one.start - other.start);
  const spans: (readonly [number, number])[] = [];
  const found = heads.map((head): FoundCitation => {
    const nested = spans.some(([start, end]) => head.start >= start && head.start < end);
    const span = readTail(text, head.core, LAWS.has(head.type ?? "")).subjectSpan;
    if (span !== undefined) spans.push(span);
    const one = complete(text, head);
    return nested ? { ...one, nested: true } : one;
  });
  return share(found, text);
}
