/** The account of an import: what changes, what is missing, and that no word gets lost. */
import type { Finding } from "../findings/finding.js";
import { reportImport } from "../findings/messages/import.js";
import type { Document } from "../model/document.js";
import { chooseNorm } from "../norms/choose.js";
import type { Norm } from "../norms/norm.js";
import { typeBySlug } from "../norms/types.js";
import { REQUIREMENTS } from "../preflight/requirements.js";
import type { Annotation } from "../source/docx/document/contract.js";
import { parseDraft } from "../source/draft/index.js";
import { writeDraft } from "../writers/draft/index.js";
import { listChanges } from "./changes.js";
import type { ImportChange, Imported, Original } from "./imported.js";
import { listRetyped } from "./retyped.js";
import { missingLines, printedLines, printedWords, WordBalance, wordsOf } from "./words.js";

/** Annotations whose words stand in what a reader of the original sees. */
const VISIBLE: ReadonlySet<Annotation["kind"]> = new Set(["unplaced", "received", "furniture"]);

/** Words of the original against those of the document that is printed, changes and annotations taken into account. */
function balance(original: Original, document: Document, changes: readonly ImportChange[], norm: Norm): WordBalance {
  const words = new WordBalance().add(original.visible.flatMap(wordsOf)).take(printedWords(document, norm));
  for (const { from, to } of changes) words.take(wordsOf(from)).add(wordsOf(to));
  for (const { kind, text } of original.annotations) if (VISIBLE.has(kind)) words.take(wordsOf(text));
  return words;
}

/** Whole lines that came through neither as text nor as annotation are kept as what they are: not placed. */
function keepMissing({ visible }: Original, words: WordBalance): readonly Annotation[] {
  const { over } = words;
  if (over.length === 0) return [];
  const kept = missingLines(visible, over).map((text): Annotation => ({ kind: "unplaced", text }));
  for (const { text } of kept) words.take(wordsOf(text));
  return kept;
}

/** Parts that are due and not there; nothing is put in their place. */
function missing({ document, printed, places }: Original, norm: Norm): Finding[] {
  const type = typeBySlug(document.type, document.family);
  const due = REQUIREMENTS.filter((one) => one.due(type, norm) && !one.present(document)).map(
    ({ component, key, field }) => reportImport("import/missing", { component, key }, places.field(field)),
  );
  const also: Finding[] = [];
  if ((printed.national ?? []).length === 0)
    also.push(reportImport("import/missing", { component: `tiêu đề “${norm.titles.national[0] ?? ""}”` }));
  if (type?.numbered === true && document.number !== undefined && document.number.sequence === undefined)
    also.push(reportImport("import/missing", { component: "số văn bản", key: "số" }, places.field("number")));
  const { date } = document;
  if (type?.dated !== false && (date?.day === undefined || date.month === undefined))
    also.push(reportImport("import/missing", { component: "ngày, tháng, năm ký", key: "ngày" }, places.field("date")));
  for (const signature of document.signatures ?? []) {
    if (signature.name === undefined)
      also.push(reportImport("import/missing", { component: "họ và tên người ký", key: "ký" }, places.of(signature)));
  }
  return [...due, ...also];
}

const authorOf = ({ author }: Annotation): string => (author === undefined ? "" : ` của ${author}`);

function tell(
  annotation: Annotation,
  places: Original["places"] & { at?: (paragraph: number) => Finding["place"] },
): Finding {
  const { kind, text, at } = annotation;
  const place = at === undefined ? undefined : places.at?.(at);
  const author = authorOf(annotation);
  switch (kind) {
    case "inserted":
    case "deleted":
    case "comment":
      return reportImport(`import/${kind}`, { text, author }, place);
    default:
      return reportImport(`import/${kind}`, { text }, place);
  }
}

/**
 * Takes an original over: writes it as a draft, reads the draft back, and accounts for every word.
 *
 * @param before findings of reading the file
 */
export async function account(original: Original, before: readonly Finding[]): Promise<Imported> {
  const { document, places } = original;
  const norm = chooseNorm(document);
  const parted = original.parted.map((words) => ({ component: "Chỗ dính liền", ...words }));
  const composed = [...listChanges(original, norm), ...parted, ...(original.bracketed ?? [])];
  const changes = [...composed, ...listRetyped(original.visible, printedLines(document, norm), composed)];
  const back = (await parseDraft(writeDraft(document))).document;
  const findings: Finding[] = [...before];
  if (!original.familyShown) findings.push(reportImport("import/family-unknown", {}));
  if (!original.typeShown) findings.push(reportImport("import/type-unknown", {}));
  findings.push(...missing(original, norm));
  findings.push(...changes.map((change) => reportImport("import/change", change)));
  const words = balance(original, back ?? document, changes, norm);
  const annotations = [...original.annotations, ...keepMissing(original, words)];
  findings.push(...annotations.map((annotation) => tell(annotation, places)));
  if (back === undefined) findings.push(reportImport("import/unfaithful", {}));
  const [lost, invented] = [words.over, words.under];
  if (lost.length > 0) findings.push(reportImport("import/lost", { words: lost }));
  if (invented.length > 0) findings.push(reportImport("import/invented", { words: invented }));
  return { document, changes, annotations, findings, places, lost, invented };
}
