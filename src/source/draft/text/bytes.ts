import { reportDraft } from "../../../findings/messages/draft.js";
import type { FindingSink } from "./journal.js";

/** Largest draft, in bytes of UTF-8. Two hundred pages are about one megabyte. */
const LARGEST = 50 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/**
 * The text of a draft.
 *
 * @param source bytes of a file, or text
 * @returns undefined when it cannot be a draft: too large, binary, not UTF-8, empty; the journal says why
 */
export function readText(source: string | Uint8Array, journal: FindingSink): string | undefined {
  if (source.length > LARGEST) {
    const megabytes = Math.ceil(source.length / MEGABYTE);
    journal.add(reportDraft("draft/too-large", { megabytes, limit: LARGEST / MEGABYTE }));
    return undefined;
  }
  const text = typeof source === "string" ? source.replace(/^\uFEFF/u, "") : decode(source, journal);
  if (text === undefined) return undefined;
  if (text.includes("\0")) {
    journal.add(reportDraft("draft/binary", { office: false }));
    return undefined;
  }
  if (!/\S/u.test(text)) {
    journal.add(reportDraft("draft/empty", {}));
    return undefined;
  }
  return text;
}

function decode(bytes: Uint8Array, journal: FindingSink): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    journal.add(reportDraft("draft/utf16", {}));
    return undefined;
  }
  // "PK": Word and Excel files are zip archives.
  const office = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  if (office || bytes.includes(0)) {
    journal.add(reportDraft("draft/binary", { office }));
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    journal.add(reportDraft("draft/not-utf8", {}, { line: firstForeignLine(bytes) }));
    return undefined;
  }
}

/** The first line that is not UTF-8. A line feed is never part of a longer UTF-8 sequence. */
function firstForeignLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
