/** Nơi nhận, signatures and the lines below them as the model holds them. */

import type { Signature } from "../../../model/closing.js";
import type { Document } from "../../../model/document.js";
import type { Norm } from "../../../norms/norm.js";
import type { ObservedParagraph } from "../../../norms/observed.js";
import { classifySignatureLines } from "../../../norms/signature-lines.js";
import { readRecipientLines } from "../../printed/recipient-lines.js";
import type { PrintedSignature } from "../../printed/signature-column.js";
import type { Closing } from "./closing-columns.js";
import type { DocxLine } from "./lines.js";
import { CONTACT, PUBLICITY } from "./notices.js";
import { observe } from "./observe.js";
import type { DocxPlaces } from "./places.js";

export interface ClosingContext {
  readonly norm: Norm;
  readonly places: DocxPlaces;
  readonly see: (observed: ObservedParagraph) => void;
}

type Fields = Pick<Document, "recipients" | "signatures" | "confirmation" | "drafter" | "contact" | "publicity">;

/** Mark of the drafter and number of copies, `NguyenVanAn-26`; the older norm's is in capitals. */
const DRAFTER = /^[A-Z][A-Za-z]{1,40}\s?-\s?\d{1,4}$/u;

function readSignature(printed: PrintedSignature<DocxLine>, context: ClosingContext): Signature {
  const { above, name } = printed;
  const lines = above.map(({ text }) => text);
  const signature: Signature = { lines, ...(name === undefined ? {} : { name: name.text }) };
  context.places.mark(signature, above[0]?.number ?? name?.number ?? 1, "Phần ký");
  context.places.spread([...above, ...(name === undefined ? [] : [name])].map(({ number }) => number));
  const components = classifySignatureLines(lines, context.norm);
  above.forEach((line, index) => {
    const component = components[index] ?? "position";
    context.see(observe(line.paragraph, line.runs, { component, part: signature, field: "signatures" }));
  });
  if (name !== undefined)
    context.see(observe(name.paragraph, name.runs, { component: "signerName", part: signature, field: "signatures" }));
  return signature;
}

/** What stands in a closing, and the lines that are none of it. */
export function readClosingFields(
  closing: Closing,
  context: ClosingContext,
): { readonly fields: Fields; readonly unplaced: readonly DocxLine[] } {
  const { label, recipients, signatures, confirmation } = closing;
  const { places, see } = context;
  const fields: { -readonly [K in keyof Fields]: Fields[K] } = {};
  const entries: DocxLine[] = [];
  const unplaced: DocxLine[] = [];
  const contact: string[] = [];
  for (const line of [...recipients, ...closing.unplaced]) {
    if (DRAFTER.test(line.text) && fields.drafter === undefined) {
      fields.drafter = line.text;
      places.markField("drafter", line.number);
      see(observe(line.paragraph, line.runs, { component: "drafter", field: "drafter" }));
    } else if (CONTACT.test(line.text)) contact.push(line.text);
    else if (PUBLICITY.test(line.text) && fields.publicity === undefined) fields.publicity = line.text;
    else if (recipients.includes(line)) entries.push(line);
    else unplaced.push(line);
  }
  if (label !== undefined) {
    places.markField("recipients", label.number, "Nơi nhận");
    see(observe(label.paragraph, label.runs, { component: "recipientsLabel", field: "recipients" }));
  }
  for (const line of entries) {
    const part = places.mark(line, line.number, "Nơi nhận");
    see(observe(line.paragraph, line.runs, { component: "recipient", field: "recipients", part }));
  }
  const typed = entries.map(({ text, number }) => ({ text: text.replace(/\\/gu, "\\\\"), number }));
  const read = readRecipientLines(typed, (entry, line) => places.mark(entry, line, "Nơi nhận"));
  if (read !== undefined) fields.recipients = read;
  if (signatures.length > 0) {
    fields.signatures = signatures.map((one) => readSignature(one, context));
    places.markField("signatures", signatures[0]?.above[0]?.number ?? 1, "Phần ký");
  }
  if (confirmation !== undefined) {
    fields.confirmation = {
      statement: confirmation.statement.map(({ text }) => text),
      signature: readSignature(confirmation.signature, context),
    };
    for (const line of confirmation.statement)
      see(observe(line.paragraph, line.runs, { component: "confirmation", field: "confirmation" }));
  }
  if (contact.length > 0) fields.contact = contact;
  return { fields, unplaced };
}
