/** Targets that contradict themselves or each other. */
import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { fixedTargets } from "../compiled.js";
import type { FormSet, Indicator } from "../form-set.js";
import { isUpperLimit, targetOf, upperEndOf } from "../targets.js";
import type { PlaceBook } from "./places.js";

/** A range and the target that holds its upper end. */
function checkRange(lower: Indicator, formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const { code, comparator, upperLimit, target } = lower;
  if ((comparator === "range") !== (upperLimit !== undefined))
    return [reportForms("forms/range-ends", { code }, places.at(lower, "đạt khi"))];
  const upper = upperEndOf(formSet, lower);
  if (upper === undefined) return [];
  const place = places.at(lower, "đến");
  const told = { code, upper: upper.code };
  const fits =
    upper.code !== code &&
    upper.comparator === undefined &&
    upper.target?.of === target?.of &&
    upper.target?.span === target?.span;
  if (!fits) return [reportForms("forms/range-pair", told, place)];
  const fixed = fixedTargets(formSet);
  const [from, to] = [fixed[code], fixed[upper.code]];
  return from !== undefined && to !== undefined && from > to
    ? [reportForms("forms/range-order", { ...told, from, to }, place)]
    : [];
}

/** How targets are met, and that no figure has two of them for one span. Names and formulas are known to be sound. */
export function checkTargets(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  return formSet.indicators.flatMap((indicator) => {
    const { code, target, comparator, upperLimit } = indicator;
    if (target === undefined)
      return comparator === undefined && upperLimit === undefined
        ? []
        : [reportForms("forms/comparator-without-target", { code }, places.at(indicator, "đạt khi"))];
    const first = isUpperLimit(formSet, code) ? undefined : targetOf(formSet, target.of, target.span);
    const twice =
      first === undefined || first.code === code
        ? []
        : [
            reportForms(
              "forms/target-twice",
              { code, other: first.code, of: target.of },
              places.at(indicator, "giao cho"),
            ),
          ];
    return [...twice, ...checkRange(indicator, formSet, places)];
  });
}
