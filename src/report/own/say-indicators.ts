/** The figures that a heading of the đề cương cites, a line an indicator. */
import { findKey, nameOfKey, type ValueKey } from "../../forms/index.js";
import type { FigureSource } from "../draft/subject.js";
import { bind, lead, type Phrase, sayBreakdown, sayComparison, sayTarget } from "../sentences/index.js";
import { type ResolvedFigure, type Scope, STATUS_WORDS } from "../totals/index.js";

/** A unit of counting that reads as a word behind its number; "TCĐ", "DN" and "%" do not. */
const WORD = /^\p{Ll}+(?: \p{Ll}+)*$/u;

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase("vi-VN") + text.slice(1);

/** `C02a` of `C02`, `A01.CP` of `A01`. */
const isPartOf = (key: ValueKey, whole: ValueKey): boolean =>
  key !== whole && key.startsWith(whole) && /^(?:\.|\p{Ll})/u.test(key.slice(whole.length));

/** "Kết nạp đảng viên nữ" within "Kết nạp đảng viên trong kỳ" is "nữ": what the whole has said is not said again. */
function nameOfPart(part: string, whole: string): string {
  const words = part.replace(/^Trong đó:?\s*/u, "").split(" ");
  const said = whole.split(" ");
  const shared = words.findIndex((word, index) => word !== said[index]);
  return lowerFirst((shared <= 0 ? words : words.slice(shared)).join(" "));
}

function sayValue(figure: ResolvedFigure, noun: string | undefined): Phrase {
  if (figure.status !== "reported") return [bind(figure, STATUS_WORDS.notReported)];
  if (figure.value === 0 && figure.unitOfCount !== "%") return [bind(figure, "không"), " có"];
  return [bind(figure), noun === undefined ? "" : ` ${noun}`];
}

/**
 * The lines of a heading: each with its comparison, its target and its parts.
 *
 * @param keys as the outline names them; targets among them are said with the figures that they are set for
 */
export function sayIndicators(keys: readonly ValueKey[], source: FigureSource, scope: Scope): readonly Phrase[] {
  const { formSet, totals } = source;
  const asked = keys.filter((key) => {
    const kind = findKey(formSet, key)?.indicator.kind;
    return kind !== undefined && kind !== "target";
  });
  const wholes = asked.filter((key) => !asked.some((other) => isPartOf(key, other)));
  return wholes.flatMap((key): readonly Phrase[] => {
    const unit = findKey(formSet, key)?.indicator.unit ?? "";
    const noun = WORD.test(unit) ? unit : undefined;
    const subject = source.subject(key, scope, totals.period.id, noun);
    if (subject === undefined) return [];
    const figure = subject.ask();
    if (figure.status === "notAsked") return [];
    const parts = asked
      .filter((part) => isPartOf(part, key))
      .map((part) => {
        const meaning = findKey(formSet, part);
        const name = meaning?.member?.name ?? meaning?.indicator.name ?? part;
        return { figure: subject.ask(undefined, part), name: nameOfPart(name, nameOfKey(formSet, key)) };
      });
    return [
      [
        `${nameOfKey(formSet, key)}: `,
        ...sayValue(figure, noun),
        ...lead(", ", sayComparison(subject)),
        ...lead("; ", sayTarget(subject, "year", source.elapsed("year"))),
        ...sayBreakdown(figure, parts),
        ".",
      ],
    ];
  });
}
