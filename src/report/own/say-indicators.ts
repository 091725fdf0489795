/** The figures that the headings of a đề cương cite, a line an indicator. */
import { type FormSet, findKey, nameOfKey, type OutlineSection, targetOf, type ValueKey } from "../../forms/index.js";
import type { FigureSource } from "../draft/subject.js";
import {
  bind,
  lead,
  nameOfPart,
  nounOf,
  type Phrase,
  type Subject,
  sayBreakdown,
  sayComparison,
  sayTarget,
} from "../sentences/index.js";
import { type Scope, STATUS_WORDS } from "../totals/index.js";

/** `C02a` of `C02`, `A01.CP` of `A01`. */
const isPartOf = (key: ValueKey, whole: ValueKey): boolean =>
  key !== whole && key.startsWith(whole) && /^(?:\.|\p{Ll})/u.test(key.slice(whole.length));

/** The figure and what it is beside last year's; of what has fallen to nothing last year's number itself. */
function sayValue(subject: Subject): Phrase {
  const { ask, kind, noun, before } = subject;
  const figure = ask();
  const counted = noun === undefined ? "" : ` ${noun}`;
  if (figure.status !== "reported") return [bind(figure, STATUS_WORDS.notReported)];
  if (figure.value !== 0 || kind === "ratio") {
    return [bind(figure), counted, ...lead(", ", sayComparison(subject))];
  }
  const none: Phrase = [bind(figure, "không"), " có"];
  if (ask("chieu-huong").class !== "down") return [...none, ...lead(", ", sayComparison(subject))];
  return [...none, `; ${before} có `, bind(ask("cung-ky")), counted];
}

type Section = Pick<OutlineSection, "indicators">;

/** What the headings of one report say, one after the other: no figure is said twice. */
export class IndicatorLines {
  readonly #said = new Set<ValueKey>();

  constructor(
    readonly sections: readonly Section[],
    readonly source: FigureSource,
    readonly scope: Scope,
  ) {}

  get #formSet(): FormSet {
    return this.source.formSet;
  }

  /** The heading that a figure's target belongs to: the first one, from where the figure is said, that asks for it. */
  #targetHeading(key: ValueKey): Section | undefined {
    const target = targetOf(this.#formSet, key, "year")?.code;
    const first = this.sections.findIndex(({ indicators }) => indicators.includes(key));
    return this.sections.slice(first).find(({ indicators }) => target !== undefined && indicators.includes(target));
  }

  /**
   * The lines of a heading: each figure with its comparison, its target and its parts; of one that an earlier heading has
   * said only its target, where it is asked for here.
   */
  linesOf(section: Section): readonly Phrase[] {
    const asked = section.indicators.filter((key) => {
      const kind = findKey(this.#formSet, key)?.indicator.kind;
      return kind !== undefined && kind !== "target";
    });
    const fresh = asked.filter((key) => !this.#said.has(key));
    const wholes = fresh.filter((key) => !fresh.some((other) => isPartOf(key, other)));
    const lines = asked.flatMap((key): readonly Phrase[] => {
      const phrase = wholes.includes(key)
        ? this.#sayWhole(key, fresh, section)
        : fresh.includes(key)
          ? []
          : this.#sayTarget(key, section);
      return phrase.length === 0 ? [] : [phrase];
    });
    for (const key of fresh) this.#said.add(key);
    return lines;
  }

  #subject(key: ValueKey): Subject | undefined {
    const indicator = findKey(this.#formSet, key)?.indicator;
    const noun = indicator === undefined ? undefined : nounOf(indicator, this.#formSet);
    return this.source.subject(key, this.scope, this.source.totals.period.id, noun);
  }

  #sayWhole(key: ValueKey, fresh: readonly ValueKey[], section: Section): Phrase {
    const formSet = this.#formSet;
    const subject = this.#subject(key);
    const figure = subject?.ask();
    if (subject === undefined || figure === undefined || figure.status === "notAsked") return [];
    const parts = fresh
      .filter((part) => isPartOf(part, key))
      .map((part) => {
        const meaning = findKey(formSet, part);
        const name = meaning?.member?.name ?? meaning?.indicator.name ?? part;
        return { figure: subject.ask(undefined, part), name: nameOfPart(name, key, formSet, subject.noun) };
      });
    const heading = this.#targetHeading(key);
    const target = heading === undefined || heading === section ? this.#target(subject) : [];
    return [
      `${nameOfKey(formSet, key)}: `,
      ...sayValue(subject),
      ...lead("; ", target),
      ...sayBreakdown(figure, parts),
      ".",
    ];
  }

  #target(subject: Subject): Phrase {
    return sayTarget(subject, "year", this.source.elapsed("year"));
  }

  #sayTarget(key: ValueKey, section: Section): Phrase {
    const subject = this.#targetHeading(key) === section ? this.#subject(key) : undefined;
    if (subject === undefined) return [];
    const target = this.#target(subject);
    return target.length === 0 ? [] : [`${nameOfKey(this.#formSet, key)}: `, ...target, "."];
  }
}
