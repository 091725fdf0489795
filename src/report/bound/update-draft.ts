/** Brings the bound figures of a draft up to the ledger, letter for letter in its text; nothing else of it is touched. */
import type { Finding, Place } from "../../findings/finding.js";
import { reportBound } from "../../findings/messages/bound.js";
import type { Document } from "../../model/document.js";
import { escapeLabel } from "../../writers/draft/escape.js";
import type { Figures } from "../totals/index.js";
import type { Base } from "./base.js";
import { type Deviation, deviationsOf, findingOf, labelOf, sentenceOf } from "./check-figures.js";
import { groupedBy, type Link, linksOf } from "./links.js";
import { freshSentence, plainOf, rawSentenceAt, subjectOf } from "./new-sentence.js";
import type { Span } from "./sentences.js";
import { boundFigures } from "./walk.js";

/** A draft that was read. */
export interface ReadDraftText {
  /** Decoded; a byte order mark may stand first. */
  readonly text: string;
  readonly document: Document;
  readonly places: { of(part: object): Place | undefined };
}

/** A figure that was put right in its place. */
export interface Refreshed {
  readonly binding: string;
  readonly printed: string;
  readonly now: string;
  readonly line: number;
}

/** A sentence that a change of the ledger has made false. */
export interface Rewording {
  /** Of the figures and words whose class has changed. */
  readonly bindings: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly line: number;
}

export interface DraftUpdate {
  readonly text: string;
  readonly refreshed: readonly Refreshed[];
  /** Shown and not written: somebody has to accept them. */
  readonly waiting: readonly Rewording[];
  readonly accepted: readonly Rewording[];
  /** What can only be done by hand, and paths that name nothing. */
  readonly findings: readonly Finding[];
}

export interface UpdateWishes {
  /** Whether a rewording is accepted; nothing is when absent. */
  readonly accepts?: (rewording: Rewording) => boolean;
  /** A draft written from the ledger as it is now, for sentences whose words do not simply change places. */
  readonly fresh?: string;
  readonly base?: Base;
}

type Deviating = Extract<Deviation, { kind: "deviates" }>;

interface Edit extends Span {
  readonly text: string;
}

/** Applies edits that do not overlap. */
function applyEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let written = "";
  let at = from;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
    written += text.slice(at, start) + replacement;
    at = end;
  }
  return written + text.slice(at, to);
}

const refreshEdit = ({ difference }: Deviating, { label }: Link): Edit => ({
  ...{ start: label.start, end: label.end },
  text: escapeLabel(difference.expected),
});

class Updating {
  readonly refreshed: Refreshed[] = [];
  readonly waiting: Rewording[] = [];
  readonly accepted: Rewording[] = [];
  readonly findings: Finding[] = [];
  readonly edits: Edit[] = [];
  readonly #links: ReturnType<typeof linksOf>;

  constructor(
    readonly draft: ReadDraftText,
    readonly figures: Figures,
    readonly wishes: UpdateWishes,
  ) {
    const all = [...boundFigures(draft.document)].map(({ figure }) => figure);
    this.#links = linksOf(draft.text, all, draft.places);
  }

  #elsewhere({ figure, difference, place }: Deviating): void {
    const params = { path: figure.binding, printed: difference.printed, now: difference.expected };
    this.findings.push(reportBound("bound/elsewhere", params, place));
  }

  run(): void {
    const { document, places, text } = this.draft;
    const inPlace: { readonly deviation: Deviating; readonly link: Link; readonly sentence: Span }[] = [];
    for (const deviation of deviationsOf(document, this.figures, places)) {
      if (deviation.kind === "unresolved") {
        this.findings.push(findingOf(deviation, this.figures, this.wishes.base));
        continue;
      }
      const link = this.#links.get(deviation.figure);
      if (link === undefined) this.#elsewhere(deviation);
      else {
        // a cell is a sentence of its own
        const sentence = deviation.surroundings === "cell" ? link : rawSentenceAt(text, link.start);
        inPlace.push({ deviation, link, sentence });
      }
    }
    for (const group of groupedBy(inPlace, ({ sentence }) => sentence.start).values()) {
      const [first] = group;
      if (first === undefined) continue;
      const parts = group.map(({ deviation, link }) => ({ deviation, link }));
      if (parts.some(({ deviation }) => deviation.difference.rewords)) this.#reword(parts, first.sentence);
      else for (const part of parts) this.#refresh(part.deviation, part.link);
    }
  }

  #refresh(deviation: Deviating, link: Link): void {
    this.edits.push(refreshEdit(deviation, link));
    const { figure, difference, place } = deviation;
    const { printed, expected } = difference;
    this.refreshed.push({ binding: figure.binding, printed, now: expected, line: place?.line ?? 1 });
  }

  #reword(parts: readonly { readonly deviation: Deviating; readonly link: Link }[], { start, end }: Span): void {
    const { text } = this.draft;
    const old = text.slice(start, end);
    const changed = parts.filter(({ deviation }) => deviation.difference.rewords);
    const bindings = [...new Set(changed.map(({ deviation }) => deviation.resolved.binding))];
    const edits = parts.map(({ deviation, link }) => refreshEdit(deviation, link));
    const after = changed.every(({ deviation }) => deviation.difference.swaps)
      ? applyEdits(text, edits, start, end)
      : this.wishes.fresh === undefined
        ? undefined
        : freshSentence(old, bindings, this.wishes.fresh, this.figures);
    if (after === undefined) {
      for (const { deviation } of changed) this.findings.push(this.#byHand(deviation));
      return;
    }
    const line = parts[0]?.deviation.place?.line ?? 1;
    const rewording: Rewording = { bindings, before: plainOf(old), after: plainOf(after), line };
    if (this.wishes.accepts?.(rewording) !== true) {
      this.waiting.push(rewording);
      return;
    }
    this.accepted.push(rewording);
    this.edits.push({ start, end, text: after });
  }

  #byHand(deviation: Deviating): Finding {
    const { resolved, difference, place } = deviation;
    const params = {
      label: labelOf(resolved, this.figures),
      path: resolved.binding,
      printed: difference.printed,
      now: difference.expected,
      sentence: sentenceOf(deviation),
    };
    return reportBound("bound/by-hand", params, place);
  }
}

/**
 * Brings a draft up to the ledger. Numbers are put right in their places. A sentence whose class has changed (tăng → giảm,
 * đạt → chưa đạt) stays as it is until it is accepted; then its words change places or, where that does not do, it is
 * replaced by the template's.
 */
export function updateDraft(draft: ReadDraftText, figures: Figures, wishes: UpdateWishes = {}): DraftUpdate {
  const updating = new Updating(draft, figures, wishes);
  updating.run();
  const { refreshed, waiting, accepted, findings, edits } = updating;
  return { text: applyEdits(draft.text, edits), refreshed, waiting, accepted, findings };
}

/** Whether what somebody typed after `--accept` names a figure of a rewording: a path, its indicator, or all. */
export function namesRewording(typed: string, { bindings }: Rewording): boolean {
  const wanted = typed.trim().replace(/^vt:/iu, "");
  if (wanted.toLowerCase() === "all") return true;
  return bindings.some((binding) => {
    const path = binding.slice("vt:".length);
    return [path, subjectOf(path), path.split("/")[0]].some((name) => name?.toLowerCase() === wanted.toLowerCase());
  });
}
