/** Whether all mentions of a document say the same of it, and whether two documents are perhaps one. */
import type { SigningDate } from "../../model/head.js";
import { foldTone } from "../../norms/tone.js";
import { agree, printCitedDate } from "./cited-date.js";
import { codeKey } from "./number.js";
import { type CitedDocument, labelOf } from "./registry.js";
import type { Remark } from "./remark.js";

/** Words of a subject that are compared; what a sentence adds behind a subject is not told from its end. */
const COMPARED_WORDS = 5;

const folded = (text: string): string => foldTone(text.replace(/[“”"(),.]/gu, " "));
const firstWords = (subject: string): string =>
  folded(subject)
    .replace(/^(?:ve viec|về việc|về|v\/v)\s+/u, "")
    .split(" ")
    .slice(0, COMPARED_WORDS)
    .join(" ");

/** Alike but for case, tone style and punctuation. */
export const sameWords = (one: string, other: string): boolean => folded(one) === folded(other);

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

/** Named in one breath, with issuer and subject said once for both. */
const adjacent = (one: CitedDocument, other: CitedDocument): boolean =>
  one.mentions.some(({ text }) => other.mentions.some((mention) => mention.text === text));

/** Date, issuer and subject are the same in all mentions. */
export function checkAgreement(citation: CitedDocument, remark: Remark): void {
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
      remark("plan/citation-date-differs", params, mention);
    }
    if (issuer !== undefined && told.issuer !== undefined && !sameIssuer(issuer, told.issuer))
      remark("plan/citation-issuer-differs", { label, one: told.issuer, other: issuer }, mention);
    if (subject !== undefined && told.subject !== undefined && !sameSubject(subject, told.subject))
      remark("plan/citation-subject-differs", { label, one: told.subject, other: subject }, mention);
    told.date ??= date;
    told.issuer ??= issuer;
    told.subject ??= subject;
  }
}

/** Number and code alike but another type, or all alike but the number: perhaps one document. */
export function checkTwins(citations: readonly CitedDocument[], remark: Remark): void {
  const numbered = citations.filter(({ number, code }) => number !== undefined && code !== undefined);
  for (const [index, other] of numbered.entries()) {
    for (const one of numbered.slice(0, index)) {
      const sameCode = codeKey(one.code ?? "") === codeKey(other.code ?? "");
      const place = other.mentions[0];
      if (!sameCode || place === undefined || one.type === undefined || other.type === undefined) continue;
      const days = one.date === undefined || other.date === undefined || agree(one.date, other.date);
      if (one.number === other.number && one.type !== other.type && days) {
        const params = { label: labelOf({ ...other, type: undefined }), one: one.type, other: other.type };
        remark("plan/citation-type-differs", params, place);
      }
      const twin =
        one.number !== other.number &&
        one.type === other.type &&
        one.date !== undefined &&
        other.date !== undefined &&
        agree(one.date, other.date) &&
        one.subject !== undefined &&
        other.subject !== undefined &&
        sameWords(one.subject, other.subject) &&
        sameIssuer(one.issuer ?? "", other.issuer ?? "") &&
        !adjacent(one, other);
      if (twin) remark("plan/citation-number-differs", { label: labelOf(other), one: labelOf(one) }, place);
    }
  }
}
