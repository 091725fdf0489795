/**
 * A draft brought up to the ledger as a whole: first what the template words otherwise now, then every bound figure in its
 * place. What somebody has to accept is numbered in the order of the draft.
 */

import type { Finding } from "../../findings/finding.js";
import type { Document } from "../../model/document.js";
import type { Figures } from "../totals/index.js";
import type { Base } from "./base.js";
import type { MadeReport } from "./made.js";
import { lineAt } from "./sentences.js";
import { type ReadDraftText, type Refreshed, type Rewording, updateDraft } from "./update-draft.js";
import { isSameButFigures } from "./verify-update.js";
import { applyEdits } from "./wording/edits.js";
import { followWording, type WordingStep } from "./wording/follow.js";
import type { CellChange } from "./wording/table.js";

/** A sentence that waits, or was accepted. */
export interface Pending {
  /** From 1, in the order of the draft. */
  readonly number: number;
  readonly key: string;
  readonly bindings: readonly string[];
  /** Empty where a sentence comes or goes. */
  readonly before: string;
  readonly after: string;
  readonly line: number;
  /** It was changed by hand, so that it is only looked at and accepted. */
  readonly byHand: boolean;
}

export interface BroughtUp {
  readonly text: string;
  readonly document: Document;
  readonly refreshed: readonly Refreshed[];
  readonly cells: readonly CellChange[];
  /** Places of annexes and open parts that followed by themselves. */
  readonly followed: number;
  readonly waiting: readonly Pending[];
  readonly accepted: readonly Pending[];
  readonly findings: readonly Finding[];
  readonly made: MadeReport | undefined;
}

export interface UpdateSources {
  readonly figures: Figures;
  readonly base: Base | undefined;
  readonly made: MadeReport | undefined;
  /** The whole draft that the template would write now. */
  readonly fresh: string | undefined;
}

type Unnumbered = Omit<Pending, "number">;

const keyOf = (before: string, after: string, bindings: readonly string[]): string =>
  JSON.stringify([before, after, bindings]);

const ofStep = (text: string, { before, after, bindings, at, byHand }: WordingStep): Unnumbered => ({
  ...{ key: keyOf(before, after, bindings), before, after, bindings, byHand },
  line: lineAt(text, at),
});

const ofRewording = ({ before, after, bindings, line }: Rewording): Unnumbered => ({
  ...{ key: keyOf(before, after, bindings), before, after, bindings, line, byHand: false },
});

const numbered = (pending: readonly Unnumbered[]): readonly Pending[] =>
  pending.toSorted((a, b) => a.line - b.line).map((each, index) => ({ ...each, number: index + 1 }));

/**
 * Brings a draft up to the ledger.
 *
 * @param read reads the draft with another text
 * @param accepts whether a waiting sentence is accepted, by its key
 * @returns undefined where more than figures and accepted sentences would change: nothing may be written then
 */
export async function bringUp(
  draft: ReadDraftText,
  { figures, base, made, fresh }: UpdateSources,
  read: (text: string) => Promise<ReadDraftText | undefined>,
  accepts: (key: string) => boolean,
): Promise<BroughtUp | undefined> {
  let current = draft;
  let follows: ReturnType<typeof followWording> | undefined;
  if (made !== undefined && fresh !== undefined) {
    follows = followWording(draft.text, made.text, fresh, (step) => accepts(ofStep("", step).key));
    const worded = follows.edits.length === 0 ? draft : await read(applyEdits(draft.text, follows.edits));
    if (worded === undefined) return undefined;
    current = worded;
  }
  // where the waiting sentences stand now
  const left =
    follows === undefined || fresh === undefined ? undefined : followWording(current.text, follows.made, fresh);
  const update = updateDraft(current, figures, {
    accepts: (rewording) => accepts(ofRewording(rewording).key),
    ...(base === undefined ? {} : { base }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(left === undefined ? {} : { claimed: left.claimed }),
  });
  const after = update.text === current.text ? current : await read(update.text);
  if (after === undefined || !isSameButFigures(current.document, after.document, update)) return undefined;
  const waiting = [
    ...(left?.waiting ?? []).map((step) => ofStep(current.text, step)),
    ...update.waiting.map(ofRewording),
  ];
  const accepted = [
    ...(follows?.accepted ?? []).map((step) => ofStep(draft.text, step)),
    ...update.accepted.map(ofRewording),
  ];
  const cells = follows?.cells ?? [];
  return {
    ...{ text: update.text, document: after.document, refreshed: update.refreshed, findings: update.findings, cells },
    followed: Math.max(0, (follows?.edits.length ?? 0) - (follows?.accepted.length ?? 0)),
    ...{ waiting: numbered(waiting), accepted: numbered(accepted) },
    made: made === undefined || follows === undefined ? made : { ...made, text: follows.made },
  };
}
