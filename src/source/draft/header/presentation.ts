import { reportDraft } from "../../../findings/messages/draft.js";
import type { Presentation } from "../../../model/document.js";
import { foldTone } from "../../../norms/tone.js";
import type { FindingSink } from "../text/journal.js";
import type { HeaderEntry } from "./entry.js";
import { reportUnknownKey } from "./keys.js";
import { readChoice, readMeasure } from "./values.js";

type Reader = (entry: HeaderEntry, journal: FindingSink) => Partial<Presentation>;

/** A part of the presentation, left out where its value could not be read. */
function part<K extends keyof Presentation>(key: K, value: Presentation[K] | undefined): Partial<Presentation> {
  return value === undefined ? {} : { [key]: value };
}

/** The keys under "trình bày". Values that the norm forbids are for the checker; here they are only read. */
export const PRESENTATION_KEYS: Readonly<Record<string, Reader>> = {
  "cỡ chữ": (entry, journal) => part("size", readMeasure(entry, journal, "pt")),
  "giãn dòng": (entry, journal) => part("lineSpacing", readMeasure(entry, journal, "pt")),
  "cách đoạn": (entry, journal) => part("paragraphSpacing", readMeasure(entry, journal, "pt")),
  "thụt đầu dòng": (entry, journal) => part("firstIndent", readMeasure(entry, journal, "mm")),
  "hai mặt": (entry, journal) =>
    part("duplex", readChoice(entry, journal, { có: true, không: false }) === true ? true : undefined),
  "dấu chú thích": (entry, journal) =>
    part("noteMark", readChoice(entry, journal, { "(1)": "bracketed", "1": "plain" } as const)),
};

/**
 * Reads "trình bày": what the author chooses within the norm's limits.
 *
 * @returns undefined when it is empty
 */
export function readPresentation(entry: HeaderEntry, journal: FindingSink): Presentation | undefined {
  const { value } = entry;
  if (value.kind === "list") {
    journal.add(reportDraft("draft/value-text", { key: entry.key, value: "- …" }, entry.at));
    return undefined;
  }
  if (value.kind === "text") {
    const typed = value.lines.map((line) => line.text).join(" ");
    if (typed.trim() !== "") {
      journal.add(reportDraft("draft/value-text", { key: entry.key, value: typed }, entry.at));
    }
    return undefined;
  }
  const seen = new Map<string, number>();
  const parts = value.entries.map((child) => {
    const known = Object.entries(PRESENTATION_KEYS).find(([key]) => foldTone(key) === foldTone(child.key));
    if (known === undefined) {
      reportUnknownKey(child, Object.keys(PRESENTATION_KEYS), journal);
      return {};
    }
    const line = seen.get(known[0]);
    seen.set(known[0], child.at.line);
    if (line !== undefined) journal.add(reportDraft("draft/duplicate-key", { key: child.key, line }, child.at));
    return known[1](child, journal);
  });
  const presentation: Presentation = Object.assign({}, ...parts);
  return Object.keys(presentation).length === 0 ? undefined : presentation;
}
