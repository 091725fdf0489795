import type { Document, Family } from "../../model/document.js";
import { normById } from "../../norms/index.js";
import { parsePrintedNumber } from "../../norms/number-read.js";
import { readDraftMark } from "../printed/draft-mark.js";
import { sortHead } from "../printed/head.js";
import { bare, type Lines } from "./paragraphs.js";

/** What a header told, and the lines that it did not understand. */
export interface TextHead {
  readonly fields: Pick<
    Document,
    "issuer" | "number" | "place" | "date" | "urgency" | "secrecy" | "draftMark" | "circulation"
  >;
  readonly family: Family;
  /** A title or a number says which system it is of. */
  readonly familyShown: boolean;
  /** Lines of the fields, by name. */
  readonly lines: ReadonlyMap<string, number>;
  /** Trích yếu of a công văn, below the number. */
  readonly letterSubject: Lines;
  readonly printed: {
    readonly number?: string;
    readonly placeDate?: string;
    readonly draftMark?: string;
    readonly national: readonly string[];
  };
  /** Stamps and notes of those who received it: they never belong to the text. */
  readonly received: Lines;
  /** Lines that nothing explains. */
  readonly unplaced: Lines;
}

/**
 * Reads the lines above the title, in whatever order the columns were written down.
 *
 * @param family where the caller names it
 */
export function readHead(paragraphs: readonly Lines[], family?: Family): TextHead {
  const all = paragraphs
    .flat()
    .map((line) => ({ ...line, text: bare(line.text) || (/^\\?\*\s*$/u.test(line.text.trim()) ? "*" : "") }))
    .filter(({ text }) => text !== "");
  const head = sortHead(all, family);
  const own = head.family ?? "party";
  const norm = normById(own === "state" ? "nd30" : "hd05");
  const fields: { -readonly [K in keyof TextHead["fields"]]: TextHead["fields"][K] } = {};
  const lines = new Map<string, number>();
  const number = head.number === undefined ? undefined : parsePrintedNumber(head.number.text, norm).number;
  if (number !== undefined && head.number !== undefined) {
    fields.number = number;
    lines.set("number", head.number.number);
  }
  if (head.placeDate !== undefined) {
    const { place, date } = head.placeDate.read;
    if (place !== undefined) fields.place = place;
    if (date !== undefined) fields.date = date;
    lines.set("date", head.placeDate.number);
    lines.set("place", head.placeDate.number);
  }
  if (head.issuer.length > 0) {
    const superior = head.superior.map(({ text }) => text);
    fields.issuer = { ...(superior.length > 0 ? { superior } : {}), name: head.issuer.map(({ text }) => text) };
    lines.set("issuer", head.superior[0]?.number ?? head.issuer[0]?.number ?? 1);
  }
  for (const name of ["urgency", "secrecy", "draftMark", "circulation"] as const) {
    const line = head[name];
    if (line !== undefined) fields[name] = name === "draftMark" ? readDraftMark(line.text) : line.text;
  }
  return {
    fields,
    family: own,
    familyShown: head.family !== undefined,
    lines,
    letterSubject: head.letterSubject,
    printed: {
      national: head.national.map(({ text }) => text),
      ...(head.number === undefined ? {} : { number: head.number.text }),
      ...(head.placeDate === undefined ? {} : { placeDate: head.placeDate.text }),
      ...(head.draftMark === undefined ? {} : { draftMark: head.draftMark.text }),
    },
    received: head.received,
    unplaced: head.unplaced,
  };
}
