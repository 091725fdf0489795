/** Joins the mentions of a document's texts into one entry for each cited document. */
import type { Citation, Mention } from "../../model/citation.js";
import type { Document } from "../../model/document.js";
import { foldTone } from "../../norms/tone.js";
import { typeBySlug } from "../../norms/types.js";
import { findDefinitions } from "../abbreviations/definitions.js";
import type { TextPlace } from "../places.js";
import type { PlainText } from "../texts.js";
import { type FoundCitation, findCitations } from "./find.js";
import { codeKey, printCitedNumber } from "./number.js";

/** A mention with its place. */
export interface PlacedMention extends Mention {
  readonly where: TextPlace;
  readonly text: PlainText;
  readonly found: FoundCitation;
  /** It is the short form in the bracket that defines it. */
  readonly defining?: true;
}

/** A cited document with all places where it is mentioned. */
export interface CitedDocument extends Citation {
  mentions: PlacedMention[];
}

const keyOf = ({ type, number, code, name }: Pick<FoundCitation, "type" | "number" | "code" | "name">): string =>
  number === undefined || code === undefined
    ? `${type ?? ""}|${number ?? ""}|${foldTone((name ?? "").replace(/[()]/gu, ""))}`
    : `${type ?? ""}|${number}|${codeKey(code)}`;

function placedMention(
  found: FoundCitation,
  text: PlainText,
  definingSpans: readonly (readonly [number, number])[],
): PlacedMention {
  const { printed, form, date, issuer, subject, level, comma, nested, start } = found;
  const defining = definingSpans.some(([from, to]) => start >= from && start < to);
  return {
    printed,
    form,
    ...(date === undefined ? {} : { date }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    ...(level === undefined ? {} : { level: [...level] }),
    ...(comma === undefined ? {} : { comma }),
    ...(nested === undefined ? {} : { nested }),
    ...(defining ? { defining: true } : {}),
    where: { ...text.where, offset: start },
    text,
    found,
  };
}

class Registry {
  private readonly entries = new Map<string, CitedDocument>();

  constructor(private readonly document: Document) {}

  add(found: FoundCitation, mention: PlacedMention): void {
    const entry = this.entryOf(found) ?? this.open(found);
    entry.mentions.push(mention);
    // a nested mention is a title's wording: what the document itself says comes first
    entry.date ??= found.date;
    entry.issuer ??= found.issuer;
    entry.subject ??= found.subject;
    if (entry.type === undefined && found.type !== undefined) entry.type = found.type;
    for (const field of ["date", "issuer", "subject", "type"] as const)
      if (entry[field] === undefined) delete entry[field];
  }

  /** The entry of this document; a number alone belongs to the only one that bears it. */
  private entryOf(found: FoundCitation): CitedDocument | undefined {
    const exact = this.entries.get(keyOf(found));
    if (exact !== undefined) return exact;
    const { number, code, type, typed, name } = found;
    if (number === undefined || name !== undefined) return undefined;
    const same = [...this.entries.values()].filter(
      (entry) =>
        entry.number === number &&
        (code === undefined || (entry.code !== undefined && codeKey(entry.code) === codeKey(code))) &&
        (!typed || code !== undefined
          ? code !== undefined && (!typed || entry.type === undefined)
          : entry.type === type),
    );
    return same.length === 1 ? same[0] : undefined;
  }

  private open(found: FoundCitation): CitedDocument {
    const { type, number, code, name, confidence } = found;
    const entry: CitedDocument = {
      ...(type === undefined ? {} : { type }),
      ...(number === undefined ? {} : { number }),
      ...(code === undefined ? {} : { code }),
      ...(name === undefined ? {} : { name }),
      confidence,
      ...(this.isSelf(found) ? { self: true } : {}),
      mentions: [],
    };
    this.entries.set(keyOf(found), entry);
    return entry;
  }

  private isSelf({ number, code, type, typed }: FoundCitation): boolean {
    const own = this.document.number;
    if (own?.sequence === undefined || number !== own.sequence || code === undefined) return false;
    const name = typeBySlug(this.document.type, this.document.family);
    const codes = [own.typeCode ?? name?.code, own.bodyCode, own.unitCode].filter((part) => part !== undefined);
    return codeKey(code) === codeKey(codes.join("/")) && (!typed || type === name?.name);
  }

  all(): CitedDocument[] {
    return [...this.entries.values()];
  }
}

/**
 * The registry of a document's citations, in the order of their first mentions.
 *
 * @param texts its texts in reading order
 */
export function gatherCitations(document: Document, texts: readonly PlainText[]): CitedDocument[] {
  const registry = new Registry(document);
  const bare: (readonly [FoundCitation, PlacedMention])[] = [];
  const definitions = texts.flatMap((text) => findDefinitions(text.text).map((definition) => ({ definition, text })));
  for (const text of texts) {
    const spans = definitions.filter((one) => one.text === text).map(({ definition }) => definition.span);
    for (const found of findCitations(text.text)) {
      const mention = placedMention(found, text, spans);
      // a bare number is understood from the whole document, wherever its number and code are told
      if (found.number !== undefined && (found.code === undefined || !found.typed)) bare.push([found, mention]);
      else registry.add(found, mention);
    }
  }
  for (const [found, mention] of bare) registry.add(found, mention);
  const entries = registry.all();
  const order = new Map(texts.map((text, index) => [text, index]));
  const position = ({ text, where }: PlacedMention): number => (order.get(text) ?? 0) * 1e6 + where.offset;
  for (const entry of entries) {
    entry.mentions.sort((one, other) => position(one) - position(other));
    const first = shortFormOf(entry, definitions);
    if (first !== undefined) entry.shortForm = first;
  }
  const firstAt = (entry: CitedDocument): number => (entry.mentions[0] === undefined ? 0 : position(entry.mentions[0]));
  return entries.sort((one, other) => firstAt(one) - firstAt(other));
}

/** The short form whose bracket names the document, or stands right behind its mention. */
function shortFormOf(
  entry: CitedDocument,
  definitions: readonly {
    readonly definition: { readonly short: string; readonly start: number; readonly span: readonly [number, number] };
    readonly text: PlainText;
  }[],
): string | undefined {
  for (const mention of entry.mentions) {
    for (const { definition, text } of definitions) {
      if (text !== mention.text) continue;
      if (mention.defining && mention.found.start >= definition.start && mention.found.start < definition.span[1])
        return definition.short;
      const behind = /^\s*$/u.test(text.text.slice(mention.found.end, definition.span[0]));
      if (
        !mention.nested &&
        behind &&
        mention.found.end <= definition.span[0] &&
        /^(?:Nghị quyết|Quy|Kế|Chỉ|Luật|Đề|Kết|Chương|Thông|Hướng|Nghị)/u.test(definition.short)
      )
        return definition.short;
    }
  }
  return undefined;
}

/** The document as a sentence names it shortly: "Chỉ thị số 33-CT/TW", "Luật Lưu trữ". */
export function labelOf({ type, number, code, name }: Pick<Citation, "type" | "number" | "code" | "name">): string {
  if (number === undefined) return [type, name].filter((part) => part !== undefined).join(" ");
  const symbol = code === undefined ? `số ${number}` : `số ${printCitedNumber(number, code)}`;
  return type === undefined ? symbol : `${type} ${symbol}`;
}
