/** A document is introduced in full where it is first cited, and by type, number and code from there on. */
import { printCitedDate } from "./cited-date.js";
import { LAWS } from "./cited-types.js";
import { type CitedDocument, labelOf, type PlacedMention } from "./registry.js";
import { type Remark, SILENT, spoken } from "./remark.js";

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

const inTable = ({ where: { part } }: PlacedMention): boolean =>
  part !== undefined && "kind" in part && part.kind === "table";

/** The first mention tells date, issuer and subject, unless the sentence around it does. */
export function checkFirst(citation: CitedDocument, clause: string | undefined, remark: Remark): void {
  const first = spoken(citation)[0];
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
  remark(id, { label, missing }, first, clause);
}

/** What was introduced is cited by type, number and code. */
export function checkLater(citation: CitedDocument, clause: string | undefined, remark: Remark): void {
  const mentions = spoken(citation);
  const introduced = mentions.findIndex(({ found }) => found.dated);
  if (introduced === -1) return;
  const label = labelOf(citation);
  for (const mention of mentions.slice(introduced + 1)) {
    // an annex may be read by itself, and its kèm-theo line and its bases are complete on purpose
    if (mention.text.annex !== undefined || !mention.found.dated) continue;
    const full = mention.issuer !== undefined;
    const date = mention.date === undefined ? "" : printCitedDate(mention.date);
    if (full) remark("plan/citation-repeated", { label }, mention, clause);
    else remark("plan/citation-redated", { label, date }, mention, clause);
  }
}
