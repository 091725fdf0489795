import { reportDraft } from "../../../findings/messages/draft.js";
import type { Recipient, RecipientEntry } from "../../../model/closing.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, positionIn, type SourceLine, trimBlanks } from "../text/lines.js";
import type { PlaceBook } from "../text/position.js";
import type { HeaderEntry } from "./entry.js";
import { type Item, isDashed, readGroups, readItems, readPrinted } from "./printed.js";
import { readAllLines } from "./values.js";

/** A brace behind an entry, and perhaps the words beside it. */
const BRACE = /^(.*?)(?:^|[ \t\u00A0])\}[ \t]*((?:[^}\\]|\\.)*)$/u;

interface BracedRecipient {
  readonly recipient: Recipient;
  readonly first: SourceLine;
  readonly braced: boolean;
  readonly label?: SourceLine;
}

/**
 * Reads "nơi nhận": entries line for line as printed, and groups of entries joined by a brace. A blank line ends a
 * group.
 */
export function readRecipients(
  entry: HeaderEntry,
  journal: FindingSink,
  places: PlaceBook,
): RecipientEntry[] | undefined {
  const groups = readGroups(readAllLines(entry, journal) ?? []);
  const dashed = groups.some((lines) => lines.some(isDashed));
  const entries = groups.flatMap((lines, index) => {
    const [first] = lines;
    if (index === 0 && dashed && first !== undefined && !isDashed(first)) {
      journal.add(reportDraft("draft/recipient-without-dash", { text: first.text }, positionIn(first, 0)));
    }
    const recipients = readItems(lines, dashed).map((item) => readRecipient(item, journal));
    return joinGroups(recipients, journal, places);
  });
  return entries.length === 0 ? undefined : entries;
}

function readRecipient(item: Item, journal: FindingSink): BracedRecipient {
  const first = item[0] ?? { text: "", number: 1 };
  let braced = false;
  let label: SourceLine | undefined;
  const lines = item.map((line) => {
    const brace = BRACE.exec(line.text);
    if (brace === null) return readPrinted(line.text);
    braced = true;
    if (!isBlank(brace[2] ?? "")) label = { ...line, text: readPrinted(brace[2] ?? "") };
    return readPrinted(trimBlanks(brace[1] ?? ""));
  });
  if (lines.some(isBlank)) journal.add(reportDraft("draft/recipient-empty", {}, positionIn(first, 0)));
  return { recipient: { kind: "recipient", lines }, first, braced, ...(label === undefined ? {} : { label }) };
}

/** Makes one entry of consecutive recipients with a brace. */
function joinGroups(recipients: readonly BracedRecipient[], journal: FindingSink, places: PlaceBook): RecipientEntry[] {
  const entries: RecipientEntry[] = [];
  let open: BracedRecipient[] = [];
  const close = (): void => {
    const [first] = open;
    if (first !== undefined) entries.push(places.mark(makeGroup(open, first, journal), positionIn(first.first, 0)));
    open = [];
  };
  for (const candidate of recipients) {
    if (candidate.braced) {
      open.push(candidate);
      continue;
    }
    close();
    entries.push(places.mark(candidate.recipient, positionIn(candidate.first, 0)));
  }
  close();
  return entries;
}

function makeGroup(members: readonly BracedRecipient[], first: BracedRecipient, journal: FindingSink): RecipientEntry {
  const at = positionIn(first.first, 0);
  const text = first.recipient.lines[0] ?? "";
  const [label, second] = members.flatMap((member) => member.label ?? []);
  if (members.length === 1) journal.add(reportDraft("draft/brace-single", { text }, at));
  else if (label === undefined) journal.add(reportDraft("draft/brace-label", { text }, at));
  if (second !== undefined) {
    journal.add(reportDraft("draft/brace-labels", { text: second.text }, positionIn(second, 0)));
  }
  return { kind: "group", recipients: members.map((member) => member.recipient), label: label?.text ?? "" };
}
