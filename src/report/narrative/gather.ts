/** What units wrote in their đề cương, section by section, for the desk to choose from. */
import { type FormSet, outlineFor } from "../../forms/index.js";
import type { Period } from "../../periods/index.js";
import type { BookUnit, PeriodBook, ReportLedger } from "../totals/index.js";

/** The same words of one unit or several. */
export interface Opinion {
  readonly units: readonly BookUnit[];
  /** As it was typed; lines are kept. */
  readonly text: string;
}

/** A heading of an outline. The same titles of several outlines are one section. */
export interface OpinionSection {
  /** Titles of the headings above it: "Đánh giá chung". */
  readonly above: readonly string[];
  readonly mark: string;
  readonly title: string;
  readonly opinions: readonly Opinion[];
}

/** "Không", "Không có": an answer, and nothing to choose from. */
const NOTHING = /^(?:không(?:\s+có(?:\s+gì)?)?|-+|\.+)[.;]?$/iu;

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

interface Heading {
  readonly above: readonly string[];
  readonly mark: string;
  readonly title: string;
}

/** Headings that ask for text, in the order of the outlines of a kind of period. */
function headingsOf(formSet: FormSet, { kind }: Period): readonly Heading[] {
  const found = new Map<string, Heading>();
  const outlines = formSet.unitKinds.flatMap(({ id }) => outlineFor(formSet, id, kind) ?? []);
  for (const { sections } of new Set(outlines)) {
    let above: string | undefined;
    for (const { mark, title, asks } of sections) {
      if (!asks) above = title;
      // a heading of the level of those that only head others stands for itself
      else if (/^[IVX]+$/u.test(mark)) above = undefined;
      if (asks && !found.has(title)) found.set(title, { above: above === undefined ? [] : [above], mark, title });
    }
  }
  return [...found.values()];
}

/** All sections with what was written in them; those in which nobody wrote anything are left out. */
export function gatherOpinions(
  book: PeriodBook,
  ledger: Pick<ReportLedger, "text" | "standings">,
  formSet: FormSet,
): readonly OpinionSection[] {
  const written = new Map<string, Map<string, { units: BookUnit[]; text: string }>>();
  const counted = new Map(ledger.standings(book.period.id)?.map((standing) => [standing.unit, standing.counted]));
  for (const unit of book.units) {
    const revision = counted.get(unit.code);
    if (revision === undefined) continue;
    for (const { title, text } of ledger.text(revision.id).narrative) {
      const words = folded(text);
      if (words === "" || NOTHING.test(words)) continue;
      const section = written.get(title) ?? new Map<string, { units: BookUnit[]; text: string }>();
      written.set(title, section);
      const same = section.get(words) ?? { units: [], text: text.trim() };
      section.set(words, same);
      same.units.push(unit);
    }
  }
  const known = headingsOf(formSet, book.period);
  const titles = new Set(known.map(({ title }) => title));
  const others = [...written.keys()].filter((title) => !titles.has(title));
  const headings = [...known, ...others.map((title): Heading => ({ above: [], mark: "", title }))];
  return headings.flatMap((heading) => {
    const opinions = [...(written.get(heading.title)?.values() ?? [])];
    return opinions.length === 0 ? [] : [{ ...heading, opinions }];
  });
}

/** How many units wrote something under a heading, by its title. */
export const countOpinions = (sections: readonly OpinionSection[]): ReadonlyMap<string, number> =>
  new Map(sections.map(({ title, opinions }) => [title, opinions.reduce((sum, { units }) => sum + units.length, 0)]));
