/** Reads a Word file that somebody else made as an official document, and how it looks. */
import type { Document, Family } from "../../../model/document.js";
import type { Addressees, DocumentNumber, SigningDate } from "../../../model/head.js";
import { chooseNorm } from "../../../norms/choose.js";
import { type Component, findRow, type Norm } from "../../../norms/norm.js";
import { acceptedTypeCodes } from "../../../norms/number-print.js";
import { parsePrintedNumber } from "../../../norms/number-read.js";
import type { ObservedParagraph } from "../../../norms/observed.js";
import { documentTypes, findType, typeBySlug } from "../../../norms/types.js";
import { readDraftMark } from "../../printed/draft-mark.js";
import { type PrintedParts, sortHead } from "../../printed/head.js";
import { tidyLine } from "../../printed/line.js";
import {
  type FormattedBlock,
  type FormattedParagraph,
  type FormattedText,
  paragraphsOf,
} from "../formatted/formatted-text.js";
import { flatten } from "../formatted/frames.js";
import { lastSurePage } from "../formatted/page-marks.js";
import { type FormattedReading, readFormatted } from "../formatted/read-formatted.js";
import { DOCX_LIMITS, type DocxLimits } from "../open-package.js";
import { observeAnnexPages } from "./annex-pages.js";
import { opensAnnex, readAnnexes } from "./annexes.js";
import { BodyBuilder, type BodyContext } from "./body.js";
import type { Annotation, ForeignDocument, ForeignOptions, ForeignReading } from "./contract.js";
import { type DocxParts, divideDocx } from "./divide.js";
import { type InlineSource, isUniform, PLAIN, toInlines } from "./inlines.js";
import { type DocxLine, linesOf } from "./lines.js";
import { type BracketedNote, bracketNotes } from "./note-words.js";
import { NoteOrder } from "./notes.js";
import { observe, observeNumbering, observePageNumbers, observePages } from "./observe.js";
import { observeSplits } from "./page-splits.js";
import { DocxPlaces } from "./places.js";
import { readPresentation } from "./presentation.js";
import { CIRCULATION, CONTACT, PUBLICITY, readClosingFields } from "./read-closing.js";
import { observeRules } from "./rules-below.js";
import { visibleTexts } from "./visible.js";

type Head = PrintedParts<DocxLine>;

/** The system of a document whose header does not say it: by the marks above its signature. */
function familyOfSignature({ closing }: DocxParts): Family | undefined {
  const lines = closing.signatures.flatMap(({ above }) => above.map(({ text }) => text));
  if (lines.some((text) => /^[TK]\/[MTL]\s/u.test(text))) return "party";
  return lines.some((text) => /^(?:TM|KT|TL|TUQ)\.\s/u.test(text)) ? "state" : undefined;
}

interface TypeReading {
  readonly slug: string;
  readonly shown: boolean;
}

/** By the title, else by the code in the number; a document with neither is a công văn. */
function readType(parts: DocxParts, head: Head, family: Family, norm: Norm): TypeReading {
  if (parts.title !== undefined) {
    const other = family === "party" ? "state" : "party";
    const type = findType(parts.title.type, family) ?? findType(parts.title.type, other);
    if (type !== undefined) return { slug: type.slug, shown: true };
  }
  const letter = head.letterSubject.length > 0 || parts.addressees.length > 0;
  const number = head.number === undefined ? undefined : parsePrintedNumber(head.number.text, norm).number;
  const code = number?.typeCode;
  const coded =
    letter || code === undefined
      ? undefined
      : documentTypes(family).find((type) => !type.letter && acceptedTypeCodes(type, norm).includes(code));
  return { slug: coded?.slug ?? "cong-van", shown: coded !== undefined || letter };
}

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

/** Contact information is set smaller than any text, pt. */
const SMALL = 11;

/** Everything that reading one file gathers. */
class DocumentReader {
  readonly places: DocxPlaces;
  readonly annotations: Annotation[] = [];
  readonly observed: ObservedParagraph[] = [];
  readonly #text: FormattedText;
  readonly #parts: DocxParts;
  readonly #head: Head;
  readonly #notes: NoteOrder;
  readonly #source: InlineSource;
  readonly #family: Family;
  readonly #norm: Norm;
  readonly #familyShown: boolean;
  #unlabelled: readonly string[] = [];
  readonly #bracketed: BracketedNote[] = [];

  constructor(
    private readonly reading: FormattedReading,
    private readonly options: ForeignOptions,
  ) {
    this.#text = reading.text;
    this.places = new DocxPlaces(options.file);
    const last = lastSurePage(this.#text);
    for (const paragraph of paragraphsOf(this.#text.blocks)) {
      const { page, ...unpaged } = paragraph;
      this.places.meet(page === undefined || page > last ? unpaged : paragraph);
    }
    this.#parts = divideDocx(this.#text);
    this.#notes = new NoteOrder(this.#text);
    this.#source = { note: this.#notes.refer, binding: (name) => options.bindingOf?.(name) };
    this.#head = sortHead(this.#parts.head, options.family);
    const family = this.#head.family ?? familyOfSignature(this.#parts);
    this.#familyShown = family !== undefined;
    this.#family = family ?? "party";
    this.#norm = chooseNorm({ family: this.#family, date: this.#head.placeDate?.read.date, norm: options.norm });
  }

  readonly #see = (observed: ObservedParagraph): void => {
    this.observed.push(observed);
  };

  #seeLines(lines: readonly DocxLine[], component: Component, field?: keyof Document): void {
    const [first] = lines;
    if (first !== undefined && field !== undefined) this.places.markField(field, first.number);
    this.places.spread(lines.map(({ number }) => number));
    for (const line of lines) {
      const part = this.places.mark(line, line.number);
      this.#see(observe(line.paragraph, line.runs, { component, field, part }));
    }
  }

  /** Lines that hold words alone, the words of their notes in brackets. */
  #bracket(lines: readonly DocxLine[], component: string): readonly DocxLine[] {
    return bracketNotes(lines, component, this.#notes, (note) => this.#bracketed.push(note));
  }

  #annotate(kind: Annotation["kind"], lines: readonly DocxLine[]): void {
    for (const { text, number } of lines) if (text !== "") this.annotations.push({ kind, text, at: number });
  }

  read(): ForeignDocument {
    const type = readType(this.#parts, this.#head, this.#family, this.#norm);
    const letter = typeBySlug(type.slug, this.#family)?.letter === true;
    const head = this.#readHead(type.slug, letter);
    const opening = this.#readOpening();
    const { body, annexes, ...foot } = this.#readBody();
    const recipients = this.#bracket(this.#parts.closing.recipients, "Nơi nhận");
    const closing = readClosingFields(
      { ...this.#parts.closing, recipients },
      { norm: this.#norm, places: this.places, see: this.#see },
    );
    this.#annotate("unplaced", closing.unplaced);
    const margins = this.#readMargins();
    const notes = this.#notes.build(this.#source, this.#see);
    for (const key of this.#notes.unused) this.#annotateNote(key);
    for (const { kind, text, author, paragraph } of this.#text.markup)
      this.annotations.push({ kind, text, at: paragraph, ...(author === undefined ? {} : { author }) });
    const document: Document = {
      family: this.#family,
      ...(this.options.norm === undefined ? {} : { norm: this.options.norm }),
      type: type.slug,
      ...head,
      ...opening,
      body,
      notes,
      annexes,
      ...margins,
      ...foot,
      ...closing.fields,
    };
    const presentation = {
      ...readPresentation(this.observed, this.#norm),
      ...(this.#text.mirrored ? { duplex: true as const } : {}),
      ...(this.#notes.plain ? { noteMark: "plain" as const } : {}),
    };
    if (Object.keys(presentation).length > 0) document.presentation = presentation;
    return this.#result(document, type.shown, letter);
  }

  #result(document: Document, typeShown: boolean, letter: boolean): ForeignDocument {
    const { number, placeDate, national, belowIssuer, draftMark } = this.#head;
    const { title, belowSubject } = this.#parts;
    this.observed.push(...observePageNumbers(this.#text));
    const pictures = [...paragraphsOf(this.#text.blocks)].reduce((sum, one) => sum + one.pictures, 0);
    return {
      document,
      familyShown: this.#familyShown,
      typeShown,
      printed: {
        national: national.map(({ text }) => text),
        ...(number === undefined ? {} : { number: number.text }),
        ...(placeDate === undefined ? {} : { placeDate: placeDate.text }),
        ...(draftMark === undefined ? {} : { draftMark: draftMark.text }),
        ...(belowIssuer === undefined ? {} : { belowIssuer: belowIssuer.text }),
        ...(belowSubject === undefined ? {} : { belowSubject: belowSubject.text }),
        rules: observeRules(this.#text, this.#parts, this.#head, this.#family, letter, this.places),
        annexPages: observeAnnexPages(this.#text, document.annexes, this.places),
        splits: observeSplits(this.#text.blocks, this.#parts, this.places),
        ...(this.#unlabelled.length === 0 ? {} : { unlabelledAnnexes: this.#unlabelled }),
        ...(title === undefined ? {} : { title: title.name }),
      },
      observed: {
        paragraphs: this.observed,
        pages: observePages(this.#text),
        numbering: observeNumbering(this.#text, this.#end()),
      },
      annotations: this.annotations,
      places: this.places,
      visible: visibleTexts(this.#text),
      parted: title?.parted === undefined ? [] : [title.parted],
      bracketed: this.#bracketed,
      legacy: this.reading.legacy,
      labelled: this.#parts.closing.label !== undefined,
      macros: this.#text.macros,
      pictures,
    };
  }

  /** Where the document itself ends and annexes begin, by the index of its blocks. */
  #end(): number {
    const { blocks } = this.#text;
    const annex = blocks.findIndex((block) => block.kind === "paragraph" && opensAnnex(block));
    const { after, afterFrom } = this.#parts;
    return Math.min(annex === -1 ? blocks.length : annex, after.length === 0 ? blocks.length : afterFrom);
  }

  #readHead(type: string, letter: boolean): Partial<Document> {
    const head = this.#head;
    const { title, subject, belowSubject } = this.#parts;
    this.#seeLines(head.national.slice(0, 1), "nationalTitle");
    this.#seeLines(head.national.slice(1), "motto");
    this.#seeLines(head.superior, "superior");
    this.#seeLines(head.issuer, "issuer", "issuer");
    const below = head.belowIssuer === undefined ? [] : [head.belowIssuer];
    // one field of the model, in whatever order its lines are typed
    this.places.spread([...head.issuer.slice(0, 1), ...head.superior, ...below].map((one) => one.number));
    if (head.belowIssuer?.text === "*") this.#seeLines([head.belowIssuer], "issuerStar");
    const fields: Partial<Document> = {};
    if (head.issuer.length > 0) {
      const superior = head.superior.map(({ text }) => text);
      fields.issuer = { ...(superior.length > 0 ? { superior } : {}), name: head.issuer.map(({ text }) => text) };
    }
    const number = this.#readNumber(type);
    if (number !== undefined) fields.number = number;
    Object.assign(fields, this.#readPlaceDate());
    const marks = ["urgency", "secrecy", "draftMark", "circulation"] as const;
    for (const name of marks) {
      const line = head[name];
      if (line === undefined) continue;
      fields[name] = name === "draftMark" ? readDraftMark(line.text) : line.text;
      this.#seeLines([line], name, name);
    }
    if (title !== undefined) {
      this.#seeLines([title.line], "typeName");
      // the form prints the name of the type alone: "HỌP" of "GIẤY MỜI HỌP" has no place
      if (title.beside !== "") this.annotations.push({ kind: "unplaced", text: title.beside, at: title.line.number });
    }
    const lines = letter && title === undefined ? head.letterSubject : subject;
    if (letter && title === undefined) this.#seeLines(lines, "letterSubject", "subject");
    else {
      this.#seeLines(lines, "subject", "subject");
      this.#annotate("unplaced", head.letterSubject);
    }
    if (belowSubject !== undefined) {
      this.#seeLines([belowSubject], "subjectRule");
      this.places.spread([...lines.slice(0, 1), belowSubject].map((one) => one.number));
    }
    if (lines.length > 0) fields.subject = this.#bracket(lines, "trích yếu").map(({ text }) => text);
    this.#annotate("received", head.received);
    this.#annotate("unplaced", head.unplaced);
    return fields;
  }

  #readNumber(type: string): DocumentNumber | undefined {
    const line = this.#head.number;
    if (line === undefined) return undefined;
    this.#seeLines([line], "number", "number");
    return parsePrintedNumber(line.text, this.#norm, typeBySlug(type, this.#family)).number;
  }

  #readPlaceDate(): { place?: string; date?: SigningDate } {
    const line = this.#head.placeDate;
    if (line === undefined) return {};
    this.#seeLines([line], "placeDate", "date");
    const { place, date } = line.read;
    if (place !== undefined) this.places.markField("place", line.number);
    return { ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) };
  }

  /** Addressees, the authority that issues, legal bases. */
  #readOpening(): Partial<Document> {
    const { addressees, issuingAuthority, legalBases } = this.#parts;
    const fields: Partial<Document> = {};
    const read = readAddressees(this.#bracket(addressees, "Kính gửi"));
    if (read !== undefined) {
      fields.addressees = read;
      this.#seeLines(addressees.slice(0, 1), "addresseePhrase", "addressees");
      this.#seeLines(addressees.slice(1), "addressee");
    } else this.#annotate("unplaced", addressees);
    if (issuingAuthority.length > 0) {
      fields.issuingAuthority = issuingAuthority.map(({ text }) => text);
      this.#seeLines(issuingAuthority, "issuingAuthority", "issuingAuthority");
    }
    if (legalBases.length > 0) {
      fields.legalBases = legalBases.map((paragraph) => this.#readBasis(paragraph));
      this.places.markField("legalBases", legalBases[0]?.ordinal ?? 1);
    }
    return fields;
  }

  #readBasis(paragraph: FormattedParagraph) {
    const row = findRow(this.#norm, "legalBasis")?.use ?? PLAIN;
    const base = {
      bold: row.bold,
      italic: row.italic || isUniform(paragraph, ({ italic }) => italic),
      underline: row.underline,
    };
    const first = paragraph.runs.findIndex(({ text }) => /\S/u.test(text));
    const runs = paragraph.runs.map((run, index) =>
      index === first ? { ...run, text: run.text.replace(/^\s*[-–]\s*/u, "") } : run,
    );
    const inlines = this.places.mark(toInlines(runs, this.#source, base), paragraph.ordinal);
    this.#see(observe(paragraph, paragraph.runs, { component: "legalBasis", part: inlines, field: "legalBases" }));
    return inlines;
  }

  /** Contact and publicity notices right behind the closing. */
  #readFoot(after: readonly FormattedBlock[]): { readonly fields: Partial<Document>; readonly blocks: number } {
    const fields: Partial<Document> = {};
    const contact: DocxLine[] = [];
    let blocks = 0;
    for (const block of after) {
      if (block.kind === "table" || opensAnnex(block)) break;
      const lines = linesOf(block, false).filter(({ text }) => text !== "");
      const small = block.runs.every(({ text, look }) => text.trim() === "" || look.size <= SMALL);
      const told = lines.some(({ text }) => CONTACT.test(text));
      if (lines.length > 0 && lines.every(({ text }) => PUBLICITY.test(text))) {
        fields.publicity = lines.map(({ text }) => text).join(" ");
        this.#seeLines(lines, "publicity", "publicity");
      } else if (lines.length > 0 && (told || (small && (block.ruled || contact.length > 0)))) contact.push(...lines);
      else if (lines.length > 0 || block.boxes.length > 0) break;
      blocks += 1;
    }
    if (contact.length > 0) {
      fields.contact = contact.map(({ text }) => text);
      this.#seeLines(contact, "contact", "contact");
    }
    return { fields, blocks };
  }

  #readBody(): Pick<Document, "body" | "annexes"> & Partial<Document> {
    const aside = (line: DocxLine): void => this.#annotate("unplaced", [line]);
    const context: BodyContext = {
      norm: this.#norm,
      source: this.#source,
      notes: this.#notes,
      places: this.places,
      see: this.#see,
      aside,
    };
    const { body: blocks, after, afterFrom, closing } = this.#parts;
    // without a closing the annexes stand in the same run of blocks
    const closed = closing.signatures.length > 0 || closing.recipients.length > 0;
    const cut = closed ? -1 : blocks.findIndex((block) => block.kind === "paragraph" && opensAnnex(block));
    const body = new BodyBuilder(context);
    for (const block of cut === -1 ? blocks : blocks.slice(0, cut)) body.add(block);
    const foot = this.#readFoot(after);
    const behind = cut === -1 ? after.slice(foot.blocks) : [...blocks.slice(cut), ...after];
    const from = cut === -1 ? afterFrom + foot.blocks : afterFrom - (blocks.length - cut);
    const { annexes, unlabelled } = readAnnexes(behind, from, this.#text.sections, context);
    this.#unlabelled = unlabelled;
    return { body: body.blocks, annexes: [...annexes], ...(cut === -1 ? foot.fields : {}) };
  }

  /** What headers and footers hold beside the number of the page. */
  #readMargins(): Partial<Document> {
    const fields: Partial<Document> = {};
    const contact: string[] = [];
    const seen = new Set<string>();
    for (const section of this.#text.sections) {
      for (const paragraph of [...section.headers, ...section.footers].flatMap(flatten)) {
        for (const line of [paragraph, ...paragraph.boxes].flatMap((one) => linesOf(one, false))) {
          const text = tidyLine(line.runs.map((run) => (run.pageNumber ? "" : run.text)).join(""));
          if (text === "" || !/[\p{L}\p{N}]/u.test(text) || seen.has(text)) continue;
          seen.add(text);
          if (CONTACT.test(text)) contact.push(text);
          else if (PUBLICITY.test(text)) fields.publicity = text;
          else if (CIRCULATION.test(text)) fields.circulation = text;
          else this.annotations.push({ kind: "furniture", text });
        }
      }
    }
    if (contact.length > 0) fields.contact = contact;
    return fields;
  }

  #annotateNote(key: string): void {
    for (const { runs } of this.#text.notes.get(key) ?? []) {
      const text = tidyLine(runs.map((run) => run.text).join(""));
      if (/[\p{L}\p{N}]/u.test(text)) this.annotations.push({ kind: "unplaced", text });
    }
  }
}

/**
 * Reads a Word file from outside as an official document. Never throws.
 *
 * @param bytes any file at all
 * @returns the document with its formatting, its places and what it has beside; or why there is none
 */
export function readForeignDocx(
  bytes: Uint8Array,
  options: ForeignOptions = {},
  limits: DocxLimits = DOCX_LIMITS,
): ForeignReading {
  const reading = readFormatted(bytes, limits);
  if (typeof reading === "string") return { ok: false, fault: reading };
  return { ok: true, value: new DocumentReader(reading, options).read() };
}
