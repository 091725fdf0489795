/** What is to be said about the citations of a document. */
import type { Finding } from "../../findings/finding.js";
import { reportCitation } from "../../findings/messages/plan/citations.js";
import type { Document } from "../../model/document.js";
import type { SigningDate } from "../../model/head.js";
import { chooseNorm } from "../../norms/choose.js";
import { hd05Clause, nd30Clause } from "../../norms/clause.js";
import { NOWHERE, type Places, placeOf } from "../places.js";
import { checkAgreement, checkTwins, sameWords } from "./agreement.js";
import { agree, earliest, latest, printCitedDate } from "./cited-date.js";
import { typeFitsCode } from "./cited-types.js";
import { checkFirst, checkLater } from "./introduction.js";
import { codeKey } from "./number.js";
import { type CitedDocument, labelOf } from "./registry.js";
import { core, type Remark, SILENT, spoken } from "./remark.js";
import { REPLACEMENTS } from "./replaced.js";

/** Words by which a text ends a norm rather than rests on it. */
const ENDING = /thay thế|bãi bỏ|hết hiệu lực|huỷ bỏ|hủy bỏ|sửa đổi, bổ sung/u;

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

  private readonly remark: Remark = (id, params, mention, clause) => {
    const finding = reportCitation(id, params, placeOf(mention.where, this.places), clause);
    this.findings.push({ ...finding, quote: core(mention) });
  };

  run(): Finding[] {
    for (const citation of this.citations) {
      if (citation.number !== undefined && citation.code !== undefined) {
        if (citation.self !== true) {
          checkFirst(citation, this.clause, this.remark);
          checkLater(citation, this.clause, this.remark);
        }
        this.checkType(citation);
        this.checkBlanks(citation);
        this.checkReplaced(citation);
      } else if (citation.number !== undefined) this.checkBare(citation);
      if (citation.number !== undefined) this.checkShortForms(citation);
      checkAgreement(citation, this.remark);
      if (citation.self !== true) this.checkDays(citation);
      this.checkOf(citation);
    }
    checkTwins(this.citations, this.remark);
    this.checkComma();
    return this.findings;
  }

  private checkBare(citation: CitedDocument): void {
    const first = citation.mentions.find(({ text }) => !SILENT.has(text.region));
    if (first === undefined || citation.shortForm !== undefined) return;
    this.remark("plan/citation-short-unnumbered", { printed: core(first) }, first, this.clause);
  }

  /** "Quy định 4842" of a document that is cited elsewhere with its code. */
  private checkShortForms(citation: CitedDocument): void {
    if (citation.code === undefined) return;
    const label = labelOf(citation);
    for (const mention of citation.mentions) {
      if (mention.found.code !== undefined || SILENT.has(mention.text.region)) continue;
      if (citation.shortForm !== undefined && sameWords(citation.shortForm, core(mention))) continue;
      this.remark("plan/citation-short-undefined", { printed: core(mention), label }, mention, this.clause);
    }
  }

  private checkType(citation: CitedDocument): void {
    const { type, code = "" } = citation;
    for (const mention of citation.mentions) {
      if (!mention.found.typed || type === undefined || typeFitsCode(type, code)) continue;
      this.remark("plan/citation-type-code", { label: core(mention), type, code }, mention);
      return;
    }
  }

  private checkBlanks(citation: CitedDocument): void {
    for (const mention of citation.mentions) {
      if (mention.found.blanks !== true) continue;
      this.remark("plan/citation-blanks", { printed: core(mention), label: labelOf(citation) }, mention);
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
    const used = spoken(citation).find(({ text }) => !ENDING.test(text.text));
    if (used === undefined) return;
    const params = { label: labelOf(citation), from: printCitedDate(dateOf(replaced.from)), by: replaced.by };
    this.remark("plan/citation-replaced", params, used, replaced.clause);
  }

  private checkDays({ date, mentions, ...citation }: CitedDocument): void {
    const signed = this.document.date;
    if (signed === undefined) return;
    const late = mentions.find((mention) => mention.date !== undefined && earliest(mention.date) > latest(signed));
    if (late?.date === undefined) return;
    const params = { label: labelOf(citation), date: printCitedDate(late.date), signed: printCitedDate(signed) };
    this.remark("plan/citation-after-signing", params, late);
  }

  private checkOf(citation: CitedDocument): void {
    for (const mention of citation.mentions) {
      if (mention.found.ofMissing !== true || mention.issuer === undefined) continue;
      this.remark("plan/citation-of-missing", { label: labelOf(citation), issuer: mention.issuer }, mention);
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
      this.remark("plan/citation-comma-mixed", params, first);
    } else this.remark("plan/citation-comma-usage", { count: dated.length, comma: usual }, first);
  }
}

const dateOf = (iso: string): SigningDate => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
};

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
