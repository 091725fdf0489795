/** The head of a Word file as the model holds it: issuer, number, place and date, marks, trích yếu. */
import type { Document } from "../../../model/document.js";
import type { DocumentNumber, SigningDate } from "../../../model/head.js";
import { parsePrintedNumber } from "../../../norms/number-read.js";
import { typeBySlug } from "../../../norms/types.js";
import { readDraftMark } from "../../printed/draft-mark.js";
import type { Observer } from "./observer.js";
import type { RecognisedFile } from "./recognise.js";

function readNumber({ head, norm, type, family }: RecognisedFile, observer: Observer): DocumentNumber | undefined {
  const line = head.number;
  if (line === undefined) return undefined;
  observer.seeLines([line], "number", "number");
  return parsePrintedNumber(line.text, norm, typeBySlug(type.slug, family)).number;
}

function readPlaceDate({ head }: RecognisedFile, observer: Observer): { place?: string; date?: SigningDate } {
  const line = head.placeDate;
  if (line === undefined) return {};
  observer.seeLines([line], "placeDate", "date");
  const { place, date } = line.read;
  if (place !== undefined) observer.places.markField("place", line.number);
  return { ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) };
}

/** Fields of the head, up to the trích yếu. */
export function readHead(file: RecognisedFile, observer: Observer): Partial<Document> {
  const { head, letter } = file;
  const { title, subject, belowSubject } = file.parts;
  observer.seeLines(head.national.slice(0, 1), "nationalTitle");
  observer.seeLines(head.national.slice(1), "motto");
  observer.seeLines(head.superior, "superior");
  observer.seeLines(head.issuer, "issuer", "issuer");
  const below = head.belowIssuer === undefined ? [] : [head.belowIssuer];
  // one field of the model, in whatever order its lines are typed
  observer.places.spread([...head.issuer.slice(0, 1), ...head.superior, ...below].map((one) => one.number));
  if (head.belowIssuer?.text === "*") observer.seeLines([head.belowIssuer], "issuerStar");
  const fields: Partial<Document> = {};
  if (head.issuer.length > 0) {
    const superior = head.superior.map(({ text }) => text);
    fields.issuer = { ...(superior.length > 0 ? { superior } : {}), name: head.issuer.map(({ text }) => text) };
  }
  const number = readNumber(file, observer);
  if (number !== undefined) fields.number = number;
  Object.assign(fields, readPlaceDate(file, observer));
  const marks = ["urgency", "secrecy", "draftMark", "circulation"] as const;
  for (const name of marks) {
    const line = head[name];
    if (line === undefined) continue;
    fields[name] = name === "draftMark" ? readDraftMark(line.text) : line.text;
    observer.seeLines([line], name, name);
  }
  if (title !== undefined) {
    observer.seeLines([title.line], "typeName");
    // the form prints the name of the type alone: "HỌP" of "GIẤY MỜI HỌP" has no place
    if (title.beside !== "") observer.annotations.push({ kind: "unplaced", text: title.beside, at: title.line.number });
  }
  const lines = letter && title === undefined ? head.letterSubject : subject;
  if (letter && title === undefined) observer.seeLines(lines, "letterSubject", "subject");
  else {
    observer.seeLines(lines, "subject", "subject");
    observer.annotate("unplaced", head.letterSubject);
  }
  if (belowSubject !== undefined) {
    observer.seeLines([belowSubject], "subjectRule");
    observer.places.spread([...lines.slice(0, 1), belowSubject].map((one) => one.number));
  }
  if (lines.length > 0) fields.subject = observer.bracket(lines, "trích yếu").map(({ text }) => text);
  observer.annotate("received", head.received);
  observer.annotate("unplaced", head.unplaced);
  return fields;
}
