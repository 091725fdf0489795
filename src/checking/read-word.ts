/** Reads a Word file to be checked: as anybody's, as it is printed; of a file of ours, what became of its bound figures. */
import type { Finding } from "../findings/finding.js";
import { reportCheck } from "../findings/messages/check.js";
import { reportImport } from "../findings/messages/import.js";
import { findingsOfBindings, findingsOfTextEdits } from "../importing/binding-findings.js";
import { type BindingChange, bindingFinder, compareBindings, joinFigures } from "../importing/bindings.js";
import { listEdits, type TextEdit } from "../importing/edits.js";
import { readCarried, recogniseImport } from "../importing/index.js";
import type { Document, Family, NormId } from "../model/document.js";
import { chooseNorm } from "../norms/choose.js";
import type { Base } from "../report/bound/base.js";
import { boundFigures } from "../report/bound/walk.js";
import type { ObservedFormatting, PrintedHead } from "../rules/index.js";
import type { Annotation, ForeignDocument } from "../source/docx/document/contract.js";
import type { DocxPlaces } from "../source/docx/document/places.js";
import { readForeignDocx } from "../source/docx/document/read-document.js";

/** A file of ours: what it was made from, and what was changed since. */
export interface OwnFile {
  readonly made: Document;
  readonly intact: boolean;
  /** Bound figures that were changed, lost or copied. */
  readonly changes: readonly BindingChange[];
  readonly edits: readonly TextEdit[];
  /** As what each figure was printed when the file was made. */
  readonly base: Base;
}

export interface WordReading {
  readonly document: Document;
  readonly printed: PrintedHead;
  readonly observed: ObservedFormatting;
  readonly places: DocxPlaces;
  /** Of the file itself: tracked changes, hidden text, old fonts. */
  readonly findings: readonly Finding[];
  readonly own?: OwnFile;
}

export type WordOutcome =
  | { readonly ok: true; readonly value: WordReading }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export interface WordOptions {
  readonly file?: string;
  readonly family?: Family;
  readonly norm?: NormId;
}

/** What of a file's markup an inspector speaks of. */
const TOLD = { inserted: true, deleted: true, comment: true, hidden: true, embedded: true, unplaced: true } as const;

function tell({ kind, text, author, at }: Annotation, places: DocxPlaces): Finding[] {
  if (!(kind in TOLD)) return [];
  const id = `check/${kind as keyof typeof TOLD}` as const;
  const params = { text, author: author === undefined ? "" : ` của ${author}` };
  return [{ ...reportCheck(id, params, at === undefined ? undefined : places.at(at)), quote: text }];
}

function findingsOf({ legacy, annotations, places }: ForeignDocument): readonly Finding[] {
  return [
    ...legacy.map(({ code, readable, example, runs }) =>
      reportImport(readable ? "import/legacy-decoded" : "import/legacy-unreadable", { code, example, runs }),
    ),
    ...annotations.flatMap((annotation) => tell(annotation, places)),
  ];
}

/** Lines whose opening dashes and colons the model does not keep. */
function printedLists({ paragraphs }: ObservedFormatting): PrintedHead {
  const linesOf = (component: string) =>
    paragraphs.filter((one) => one.component === component).map(({ quote }) => quote);
  const [recipientsLabel] = linesOf("recipientsLabel");
  return {
    legalBases: linesOf("legalBasis"),
    recipients: linesOf("recipient"),
    ...(recipientsLabel === undefined ? {} : { recipientsLabel }),
  };
}

/** As what the figures of a document are printed, by their paths. */
function printedFigures(document: Document): Base {
  const printed = new Map<string, string[]>();
  for (const { figure } of boundFigures(document))
    printed.set(figure.binding, [...(printed.get(figure.binding) ?? []), figure.text]);
  return printed;
}

/** Places of a document's parts for those of its copy. */
function adoptPlaces(from: unknown, to: unknown, places: DocxPlaces): void {
  if (typeof from !== "object" || from === null || typeof to !== "object" || to === null) return;
  const paragraph = places.of(from)?.paragraph;
  if (paragraph !== undefined) places.mark(to, paragraph);
  for (const [key, value] of Object.entries(to)) adoptPlaces((from as Record<string, unknown>)[key], value, places);
}

/** A figure stands where its paragraph does. */
function placeFigures(document: Document, places: DocxPlaces): void {
  const within = (value: unknown, paragraph: number | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    const own = places.of(value)?.paragraph ?? paragraph;
    if ("binding" in value && own !== undefined) places.mark(value, own);
    for (const part of Object.values(value)) within(part, own);
  };
  within(document, undefined);
}

/**
 * Reads a Word file to be checked.
 *
 * @param bytes any file at all
 */
export function readWord(bytes: Uint8Array, options: WordOptions = {}): WordOutcome {
  const path = options.file ?? "tệp";
  const kind = recogniseImport(bytes);
  if (kind !== "docx") {
    const fault = kind === "text" ? "notWord" : kind.fault;
    return { ok: false, findings: [reportImport("import/file", { path, fault })] };
  }
  const carried = readCarried(bytes);
  const made = carried?.document;
  const paths = made === undefined ? [] : [...boundFigures(made)].map(({ figure }) => figure.binding);
  const reading = readForeignDocx(bytes, {
    ...(made === undefined ? {} : { family: made.family, ...(made.norm === undefined ? {} : { norm: made.norm }) }),
    ...options,
    ...(paths.length === 0 ? {} : { bindingOf: bindingFinder(paths) }),
  });
  if (!reading.ok) return { ok: false, findings: [reportImport("import/file", { path, fault: reading.fault })] };
  const { document: read, observed, places } = reading.value;
  const printed = { ...reading.value.printed, ...printedLists(observed) };
  const findings = findingsOf(reading.value);
  if (made === undefined || carried === undefined)
    return { ok: true, value: { document: read, printed, observed, places, findings } };
  const joined = paths.length === 0 ? read : joinFigures(read, made);
  if (joined !== read) adoptPlaces(read, joined, places);
  placeFigures(joined, places);
  // who issues, in a sentence's words, no reader can see
  const document = { ...joined, ...(made.author === undefined ? {} : { author: made.author }) };
  const own: OwnFile = {
    made,
    intact: carried.intact,
    changes: paths.length === 0 ? [] : compareBindings(made, joined),
    edits: carried.intact ? [] : listEdits(made, reading.value.visible, chooseNorm(made)),
    base: printedFigures(made),
  };
  return { ok: true, value: { document, printed, observed, places, findings, own } };
}

/**
 * What was changed in a file of ours since it was made.
 *
 * @param held what the ledger says of its figures; a figure that it speaks of is not told twice
 */
export function findingsOfEdits(
  own: OwnFile,
  { document, places }: Pick<WordReading, "document" | "places">,
  file: string,
  held: readonly Finding[] = [],
): readonly Finding[] {
  const told = (path: string): boolean => held.some(({ found, remedy }) => `${found} ${remedy}`.includes(path));
  const changes = own.changes.filter((change) => change.kind !== "changed" || !told(change.binding));
  const figures = [...boundFigures(document)];
  const found = findingsOfBindings(changes, file).map((finding, at) => {
    const change = changes[at];
    if (change === undefined || change.kind === "lost") return finding;
    const now = figures.find(({ figure }) => figure.binding === change.binding && figure.text === change.after);
    const place = now === undefined ? undefined : places.of(now.figure);
    return { ...finding, quote: change.after, ...(place === undefined ? {} : { place: { ...place, file } }) };
  });
  return [...findingsOfTextEdits(own.edits, own.changes), ...found];
}
