/** Words in the headers and footers of a Word file. */
import type { Document } from "../../../model/document.js";
import { tidyLine } from "../../printed/line.js";
import type { FormattedText } from "../formatted/formatted-text.js";
import { flatten } from "../formatted/frames.js";
import { linesOf } from "./lines.js";
import { CIRCULATION, CONTACT, PUBLICITY } from "./notices.js";
import type { Observer } from "./observer.js";

/** What headers and footers hold beside the number of the page. */
export function readMargins({ sections }: FormattedText, observer: Observer): Partial<Document> {
  const fields: Partial<Document> = {};
  const contact: string[] = [];
  const seen = new Set<string>();
  for (const section of sections) {
    for (const paragraph of [...section.headers, ...section.footers].flatMap(flatten)) {
      for (const line of [paragraph, ...paragraph.boxes].flatMap((one) => linesOf(one, false))) {
        const text = tidyLine(line.runs.map((run) => (run.pageNumber ? "" : run.text)).join(""));
        if (text === "" || !/[\p{L}\p{N}]/u.test(text) || seen.has(text)) continue;
        seen.add(text);
        if (CONTACT.test(text)) contact.push(text);
        else if (PUBLICITY.test(text)) fields.publicity = text;
        else if (CIRCULATION.test(text)) fields.circulation = text;
        else observer.annotations.push({ kind: "furniture", text });
      }
    }
  }
  if (contact.length > 0) fields.contact = contact;
  return fields;
}
