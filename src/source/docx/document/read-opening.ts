/** What stands between head and text of a Word file: Kính gửi, the authority that issues, legal bases. */
import type { Document } from "../../../model/document.js";
import type { Addressees } from "../../../model/head.js";
import type { Inlines } from "../../../model/inline.js";
import { findRow, type Norm } from "../../../norms/norm.js";
import type { FormattedParagraph } from "../formatted/formatted-text.js";
import { type InlineSource, isUniform, PLAIN, toInlines } from "./inlines.js";
import type { DocxLine } from "./lines.js";
import { observe } from "./observe.js";
import type { Observer } from "./observer.js";
import type { RecognisedFile } from "./recognise.js";

function readAddressees(lines: readonly DocxLine[]): Addressees | undefined {
  const [first, ...others] = lines;
  const match = first === undefined ? null : /^Kính\s+(gửi|trình|chuyển)\s*:?\s*(.*)$/iu.exec(first.text);
  if (first === undefined || match === null) return undefined;
  const texts = [...((match[2] ?? "") === "" ? [] : [match[2] ?? ""]), ...others.map(({ text }) => text)];
  const dashed = texts.some((text) => /^[-–+]\s*\S/u.test(text));
  const names: string[][] = [];
  for (const text of texts) {
    const opened = /^[-–+]\s*(?=\S)/u.exec(text)?.[0].length;
    const last = names.at(-1);
    if (opened !== undefined || !dashed || last === undefined) names.push([text.slice(opened ?? 0)]);
    else last.push(text);
  }
  if (names.length === 0) return undefined;
  return { phrase: match[1]?.toLowerCase() === "trình" ? "Kính trình" : "Kính gửi", names };
}

/** A legal basis; the dash before it is the form's. */
function readBasis(paragraph: FormattedParagraph, norm: Norm, source: InlineSource, observer: Observer): Inlines {
  const row = findRow(norm, "legalBasis")?.use ?? PLAIN;
  const base = {
    bold: row.bold,
    italic: row.italic || isUniform(paragraph, ({ italic }) => italic),
    underline: row.underline,
  };
  const first = paragraph.runs.findIndex(({ text }) => /\S/u.test(text));
  const runs = paragraph.runs.map((run, index) =>
    index === first ? { ...run, text: run.text.replace(/^\s*[-–]\s*/u, "") } : run,
  );
  const inlines = observer.places.mark(toInlines(runs, source, base), paragraph.ordinal);
  observer.see(observe(paragraph, paragraph.runs, { component: "legalBasis", part: inlines, field: "legalBases" }));
  return inlines;
}

/** Addressees, the authority that issues, legal bases. */
export function readOpening(file: RecognisedFile, source: InlineSource, observer: Observer): Partial<Document> {
  const { addressees, issuingAuthority, legalBases } = file.parts;
  const fields: Partial<Document> = {};
  const read = readAddressees(observer.bracket(addressees, "Kính gửi"));
  if (read !== undefined) {
    fields.addressees = read;
    observer.seeLines(addressees.slice(0, 1), "addresseePhrase", "addressees");
    observer.seeLines(addressees.slice(1), "addressee");
  } else observer.annotate("unplaced", addressees);
  if (issuingAuthority.length > 0) {
    fields.issuingAuthority = issuingAuthority.map(({ text }) => text);
    observer.seeLines(issuingAuthority, "issuingAuthority", "issuingAuthority");
  }
  if (legalBases.length > 0) {
    fields.legalBases = legalBases.map((paragraph) => readBasis(paragraph, file.norm, source, observer));
    observer.places.markField("legalBases", legalBases[0]?.ordinal ?? 1);
  }
  return fields;
}
