import { reportDraft } from "../../../findings/messages/draft.js";
import { foldTone } from "../../../norms/tone.js";
import type { InlineContext } from "../body/inline-context.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, type SourceLine } from "../text/lines.js";
import type { PlaceBook } from "../text/position.js";
import { assembleHead, type DocumentHead, type HeaderKeys } from "./assemble.js";
import type { HeaderEntry, HeaderValue } from "./entry.js";
import { HEADER_FIELDS, type HeaderField } from "./fields.js";
import { reportUnknownKey } from "./keys.js";
import { legalBasisReader } from "./legal-bases.js";
import type { HeaderParts } from "./parts.js";
import { readYaml } from "./yaml.js";

/** What reading a header depends on. */
export interface HeaderContext extends InlineContext {
  readonly places: PlaceBook;
}

/** Every way to write a key, folded, with the field that it names. */
const FIELDS_BY_KEY = new Map(
  HEADER_FIELDS.flatMap((field) => [field.key, ...field.aliases].map((key) => [foldTone(key), field] as const)),
);

/**
 * Reads a header.
 *
 * @param lines the lines between the two `---`
 * @returns undefined when it is not readable at all
 */
export function readHeader(lines: readonly SourceLine[], context: HeaderContext): DocumentHead | undefined {
  const { journal, places } = context;
  const entries = readYaml(lines, journal);
  if (entries === undefined) return undefined;
  const byField = sortEntries(entries, journal);
  const parts: HeaderParts = {};
  const fieldContext = { journal, places, readBases: legalBasisReader(context, places) };
  // In the order of the declarations, so that notes in legal bases are numbered alike wherever the key stands.
  for (const field of HEADER_FIELDS) {
    const entry = byField.get(field);
    if (entry === undefined) continue;
    places.markField(field.field, entry.at);
    field.store(parts, entry, fieldContext);
  }
  reportTwoAddressees(byField, journal);
  const keys: HeaderKeys = {
    placeOf: (key) => entryOf(byField, key)?.at ?? { line: lines[0]?.number ?? 1, column: 1 },
    isFilled: (key) => isFilled(entryOf(byField, key)?.value),
  };
  return assembleHead(parts, keys, journal);
}

function sortEntries(entries: readonly HeaderEntry[], journal: FindingSink): Map<HeaderField, HeaderEntry> {
  const byField = new Map<HeaderField, HeaderEntry>();
  const keys = HEADER_FIELDS.map(({ key }) => key);
  for (const entry of entries) {
    const field = FIELDS_BY_KEY.get(foldTone(entry.key));
    const earlier = field && byField.get(field);
    if (field === undefined) reportUnknownKey(entry, keys, journal);
    else if (earlier === undefined) byField.set(field, entry);
    else journal.add(reportDraft("draft/duplicate-key", { key: entry.key, line: earlier.at.line }, entry.at));
  }
  return byField;
}

function reportTwoAddressees(byField: ReadonlyMap<HeaderField, HeaderEntry>, journal: FindingSink): void {
  const [first, second] = [...byField].flatMap(([field, entry]) =>
    field.field === "addressees" && isFilled(entry.value) ? [entry] : [],
  );
  if (first === undefined || second === undefined) return;
  const [earlier, later] = first.at.line < second.at.line ? [first, second] : [second, first];
  journal.add(reportDraft("draft/addressees-twice", { line: earlier.at.line }, later.at));
}

function isFilled(value: HeaderValue | undefined): boolean {
  return value !== undefined && (value.kind !== "text" || value.lines.some((line) => !isBlank(line.text)));
}

function entryOf(byField: ReadonlyMap<HeaderField, HeaderEntry>, key: string): HeaderEntry | undefined {
  return [...byField].find(([field]) => field.key === key)?.[1];
}
