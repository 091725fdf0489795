/** What is to be said about the citations of a document. */
import type { Finding } from "../../findings/finding.js";
import { type CitationFinding, type CitationParams, reportCitation } from "../../findings/messages/plan/citations.js";
import type { Document } from "../../model/document.js";
import type { SigningDate } from "../../model/head.js";
import { chooseNorm } from "../../norms/choose.js";
import { hd05Clause, nd30Clause } from "../../norms/clause.js";
import { foldTone } from "../../norms/tone.js";
import { NOWHERE, type Places, placeOf } from "../places.js";
import { agree, earliest, latest, printCitedDate } from "./cited-date.js";
import { LAWS, typeFitsCode } from "./cited-types.js";
import { codeKey } from "./number.js";
import { type CitedDocument, labelOf, type PlacedMention } from "./registry.js";
import { REPLACEMENTS } from "./replaced.js";

/** Regions whose mentions introduce no document: a title names it, a kèm-theo line is composed. */
const SILENT: ReadonlySet<string> = new Set(["title", "attachment", "recipients"]);
/** Words by which a text ends a norm rather than rests on it. */
const ENDING = /thay thế|bãi bỏ|hết hiệu lực|huỷ bỏ|hủy bỏ|sửa đổi, bổ sung/u;
/** "theo đề nghị của … tại Tờ trình số …": the sentence has named the issuer before. */
const PROPOSED = /đề nghị\s+của\s[^;.]*?(?:tại|bằng|theo)\s+$/u;
/** "theo chỉ đạo của … tại Văn bản số …": the same of other wills, whose subject is not thereby told. */
const WILLED =
  /(?:ý kiến|chỉ đạo|uỷ quyền|ủy quyền|kết luận|yêu cầu|giao|cho phép)\s+của\s[^;.]*?(?:tại|bằng|theo)\s+$/u;
/** "Uỷ ban nhân dân tỉnh đã phê duyệt … tại Quyết định số …": issuer and subject are the sentence's. */
const DONE = /\p{L}\s+(?:đã|được)\s+[^;.]*\stại\s+$/u;
/** "Uỷ ban nhân dân tỉnh đã ban hành Kế hoạch số …", "… nhiều văn bản như: Công văn số …": the sentence's subject is the issuer. */
const ISSUED = /(?:ban hành|có|ký|phê duyệt bằng)\s+$|ban hành\s[^:]*:(?:(?!\.\s+\p{Lu}).)*$/u;
/** Letters of a sentence that are looked at before a citation. */
const LONGEST_SENTENCE = 500;
const SENTENCE_END = /[.!?]\s+(?=\p{Lu})/gu;

/** The sentence up to a place. */
function sentenceBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - LONGEST_SENTENCE), end);
  const last = [...before.matchAll(SENTENCE_END)].at(-1);
  return last === undefined ? before : before.slice(last.index + last[0].length);
}
/** Words of a subject that are compared; what a sentence adds behind a subject is not told from its end. */
const COMPARED_WORDS = 5;

const folded = (text: string): string => foldTone(text.replace(/[“”"(),.]/gu, " "));
const firstWords = (subject: string): string =>
  folded(subject)
    .replace(/^(?:ve viec|về việc|về|v\/v)\s+/u, "")
    .split(" ")
    .slice(0, COMPARED_WORDS)
    .join(" ");

/** "Ban Bí thư" and "Ban Bí thư Trung ương Đảng khoá X" are one issuer. */
function sameIssuer(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a.startsWith(b) || b.startsWith(a);
}

/** One subject may be told further than the other. */
function sameSubject(one: string, other: string): boolean {
  const [a, b] = [firstWords(one), firstWords(other)];
  return a.startsWith(b) || b.startsWith(a);
}

const inTable = ({ where: { part } }: PlacedMention): boolean =>
  part !== undefined && "kind" in part && part.kind === "table";

class Checker {
  private readonly findings: Finding[] = [];
  private readonly clause: string | undefined;

  constructor(
    private readonly document: Document,
    private readonly citations: readonly CitedDocument[],
    private readonly places: Places,
  ) {
    const norm = chooseNorm(document).id;
    // the wording of HD36 on citing is not known
    this.clause = norm === "hd05" ? hd05Clause("6.1.4") : norm === "nd30" ? nd30Clause("II.6.b") : undefined;
  }

  private report<K extends CitationFinding>(
    id: K,
    params: CitationParams<K>,
    mention: PlacedMention,
    clause?: string,
  ): void {
    const finding = reportCitation(id, params, placeOf(mention.where, this.places), clause);
    this.findings.push({ ...finding, quote: core(mention) });
  }

  run(): Finding[] {
    for (const citation of this.citations) {
      if (citation.number !== undefined && citation.code !== undefined) {
        if (citation.self !== true) {
          this.checkFirst(citation);
          this.checkLater(citation);
        }
        this.checkType(citation);
        this.checkBlanks(citation);
        this.checkReplaced(citation);
      } else if (citation.number !== undefined) this.checkBare(citation);
      if (citation.number !== undefined) this.checkShortForms(citation);
      this.checkAgreement(citation);
      if (citation.self !== true) this.checkDays(citation);
      this.checkOf(citation);
    }
    this.checkTwins();
    this.checkComma();
    return this.findings;
  }

  /** The mentions in which the text itself speaks of the document. */
  private spoken({ mentions }: CitedDocument): readonly PlacedMention[] {
    return mentions.filter(
      ({ text, nested, defining }) => !SILENT.has(text.region) && nested !== true && defining !== true,
    );
  }

  private checkFirst(citation: CitedDocument): void {
    const first = this.spoken(citation)[0];
    if (first === undefined || LAWS.has(citation.type ?? "")) return;
    const before = citation.mentions.slice(0, citation.mentions.indexOf(first));
    if (before.some(({ form, text }) => form === "full" && !SILENT.has(text.region))) return;
    const leading = sentenceBefore(first.text.text, first.found.start);
    const proposed = PROPOSED.test(leading) || (first.found.dated && DONE.test(leading));
    const issued = first.issuer !== undefined || proposed || ISSUED.test(leading) || WILLED.test(leading);
    const label = labelOf(citation);
    const missing = [
      ...(first.found.dated ? [] : ["ngày, tháng, năm"]),
      ...(issued ? [] : ["cơ quan ban hành"]),
      ...(first.subject !== undefined || proposed ? [] : ["trích yếu"]),
    ];
    if (missing.length === 0) return;
    // a table has no room for issuers and subjects
    if (first.found.dated && inTable(first)) return;
    const later = citation.mentions.some(({ found }) => found.dated);
    const id = first.found.dated
      ? "plan/citation-part-missing"
      : later
        ? "plan/citation-not-full"
        : "plan/citation-undated";
    this.report(id, { label, missing }, first, this.clause);
  }

  /** What was introduced is cited by type, number and code. */
  private checkLater(citation: CitedDocument): void {
    const spoken = this.spoken(citation);
    const introduced = spoken.findIndex(({ found }) => found.dated);
    if (introduced === -1) return;
    const label = labelOf(citation);
    for (const mention of spoken.slice(introduced + 1)) {
      // an annex may be read by itself, and its kèm-theo line and its bases are complete on purpose
      if (mention.text.annex !== undefined || !mention.found.dated) continue;
      const full = mention.issuer !== undefined;
      const date = mention.date === undefined ? "" : printCitedDate(mention.date);
      if (full) this.report("plan/citation-repeated", { label }, mention, this.clause);
      else this.report("plan/citation-redated", { label, date }, mention, this.clause);
    }
  }

  private checkBare(citation: CitedDocument): void {
    const first = citation.mentions.find(({ text }) => !SILENT.has(text.region));
    if (first === undefined || citation.shortForm !== undefined) return;
    this.report("plan/citation-short-unnumbered", { printed: core(first) }, first, this.clause);
  }

  /** "Quy định 4842" of a document that is cited elsewhere with its code. */
  private checkShortForms(citation: CitedDocument): void {
    if (citation.code === undefined) return;
    const label = labelOf(citation);
    for (const mention of citation.mentions) {
      if (mention.found.code !== undefined || SILENT.has(mention.text.region)) continue;
      if (citation.shortForm !== undefined && folded(citation.shortForm) === folded(core(mention))) continue;
      this.report("plan/citation-short-undefined", { printed: core(mention), label }, mention, this.clause);
    }
  }

  private checkType(citation: CitedDocument): void {
    const { type, code = "" } = citation;
    for (const mention of citation.mentions) {
      if (!mention.found.typed || type === undefined || typeFitsCode(type, code)) continue;
      this.report("plan/citation-type-code", { label: core(mention), type, code }, mention);
      return;
    }
  }

  private checkBlanks(citation: CitedDocument): void {
    for (const mention of citation.mentions) {
      if (mention.found.blanks !== true) continue;
      this.report("plan/citation-blanks", { printed: core(mention), label: labelOf(citation) }, mention);
    }
  }

  private checkReplaced(citation: CitedDocument): void {
    const { type, number, code = "", date } = citation;
    const replaced = REPLACEMENTS.find(
      (one) =>
        one.number === number &&
        codeKey(one.code) === codeKey(code) &&
        (type === undefined || type === one.type) &&
        (date === undefined || agree(date, dateOf(one.date))),
    );
    if (replaced === undefined) return;
    const signed = this.document.date;
    // an open day is taken as late as it can be, as the norm itself is chosen
    if (signed !== undefined && latest(signed) < replaced.from) return;
    const used = this.spoken(citation).find(({ text }) => !ENDING.test(text.text));
    if (used === undefined) return;
    const params = { label: labelOf(citation), from: printCitedDate(dateOf(replaced.from)), by: replaced.by };
    this.report("plan/citation-replaced", params, used, replaced.clause);
  }

  private checkAgreement(citation: CitedDocument): void {
    const label = labelOf(citation);
    const told = { date: undefined, issuer: undefined, subject: undefined } as {
      date: SigningDate | undefined;
      issuer: string | undefined;
      subject: string | undefined;
    };
    for (const mention of citation.mentions) {
      const { date, issuer } = mention;
      const subject = mention.found.subjectShared === true ? undefined : mention.subject;
      if (date !== undefined && told.date !== undefined && !agree(date, told.date)) {
        const params = { label, one: printCitedDate(told.date), other: printCitedDate(date) };
        this.report("plan/citation-date-differs", params, mention);
      }
      if (issuer !== undefined && told.issuer !== undefined && !sameIssuer(issuer, told.issuer))
        this.report("plan/citation-issuer-differs", { label, one: told.issuer, other: issuer }, mention);
      if (subject !== undefined && told.subject !== undefined && !sameSubject(subject, told.subject))
        this.report("plan/citation-subject-differs", { label, one: told.subject, other: subject }, mention);
      told.date ??= date;
      told.issuer ??= issuer;
      told.subject ??= subject;
    }
  }

  private checkDays({ date, mentions, ...citation }: CitedDocument): void {
    const signed = this.document.date;
    if (signed === undefined) return;
    const late = mentions.find((mention) => mention.date !== undefined && earliest(mention.date) > latest(signed));
    if (late?.date === undefined) return;
    const params = { label: labelOf(citation), date: printCitedDate(late.date), signed: printCitedDate(signed) };
    this.report("plan/citation-after-signing", params, late);
  }

  private checkOf(citation: CitedDocument): void {
    for (const mention of citation.mentions) {
      if (mention.found.ofMissing !== true || mention.issuer === undefined) continue;
      this.report("plan/citation-of-missing", { label: labelOf(citation), issuer: mention.issuer }, mention);
    }
  }

  /** Number and code alike but another type, or all alike but the number: perhaps one document. */
  private checkTwins(): void {
    const numbered = this.citations.filter(({ number, code }) => number !== undefined && code !== undefined);
    for (const [index, other] of numbered.entries()) {
      for (const one of numbered.slice(0, index)) {
        const sameCode = codeKey(one.code ?? "") === codeKey(other.code ?? "");
        const place = other.mentions[0];
        if (!sameCode || place === undefined || one.type === undefined || other.type === undefined) continue;
        const days = one.date === undefined || other.date === undefined || agree(one.date, other.date);
        if (one.number === other.number && one.type !== other.type && days) {
          const params = { label: labelOf({ ...other, type: undefined }), one: one.type, other: other.type };
          this.report("plan/citation-type-differs", params, place);
        }
        const twin =
          one.number !== other.number &&
          one.type === other.type &&
          one.date !== undefined &&
          other.date !== undefined &&
          agree(one.date, other.date) &&
          one.subject !== undefined &&
          other.subject !== undefined &&
          folded(one.subject) === folded(other.subject) &&
          sameIssuer(one.issuer ?? "", other.issuer ?? "") &&
          !adjacent(one, other);
        if (twin) this.report("plan/citation-number-differs", { label: labelOf(other), one: labelOf(one) }, place);
      }
    }
  }

  private checkComma(): void {
    const dated = this.citations
      .flatMap(({ mentions }) => mentions)
      .filter(({ comma, text }) => comma !== undefined && text.region !== "attachment");
    const withComma = dated.filter(({ comma }) => comma === true);
    const without = dated.filter(({ comma }) => comma === false);
    const usual = this.document.family === "party";
    const [first] = usual ? without : withComma;
    if (first === undefined) return;
    if (withComma.length > 0 && without.length > 0) {
      const params = { withComma: withComma.length, without: without.length, comma: usual };
      this.report("plan/citation-comma-mixed", params, first);
    } else this.report("plan/citation-comma-usage", { count: dated.length, comma: usual }, first);
  }
}

const dateOf = (iso: string): SigningDate => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
};

/** Named in one breath, with issuer and subject said once for both. */
const adjacent = (one: CitedDocument, other: CitedDocument): boolean =>
  one.mentions.some(({ text }) => other.mentions.some((mention) => mention.text === text));

const core = ({ found }: PlacedMention): string => found.printed.slice(0, found.core - found.start);

/**
 * What is wrong with the citations of a document.
 *
 * @param places where the parts of the document stand in its draft
 */
export function checkCitations(
  document: Document,
  citations: readonly CitedDocument[],
  places: Places = NOWHERE,
): readonly Finding[] {
  return new Checker(document, citations, places).run();
}
