/** Everything that is declared must be asked of somebody, of nobody twice, and be computable where it is shown. */
import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { formulaOf } from "../compiled.js";
import { references } from "../expression.js";
import { formsFor, periodKindsOf, rowsFor } from "../filing.js";
import type { Form, FormRow, FormSet } from "../form-set.js";
import { findKey, isTypedKey, keysOf, nameOfKey } from "../indicators.js";
import type { PlaceBook } from "./places.js";

/** Stands for all kinds of period where no form names any. */
const ANY_PERIOD = "*";

interface Asked {
  readonly form: Form;
  readonly row: FormRow;
  readonly key: string;
}

/** Kinds of unit and period with what they are asked. */
function* askedOf(
  formSet: FormSet,
): Generator<{ readonly unitKind: string; readonly periodKind: string; readonly asked: readonly Asked[] }> {
  const periodKinds = periodKindsOf(formSet);
  for (const { id: unitKind } of formSet.unitKinds) {
    for (const periodKind of periodKinds.length > 0 ? periodKinds : [ANY_PERIOD]) {
      const asked = formsFor(formSet, unitKind, periodKind).flatMap((form) =>
        rowsFor(formSet, form, periodKind).flatMap((row) =>
          row.indicator === undefined ? [] : [{ form, row, key: row.indicator }],
        ),
      );
      yield { unitKind, periodKind, asked };
    }
  }
}

function checkPlaces(asked: readonly Asked[], who: string, places: PlaceBook): readonly Finding[] {
  const homes = new Map<string, Form>();
  const twice = asked.flatMap(({ form, row, key }) => {
    if (row.shown) return [];
    const first = homes.get(key);
    if (first === undefined) {
      homes.set(key, form);
      return [];
    }
    return [reportForms("forms/asked-twice", { code: key, who, forms: [first.id, form.id] }, places.at(row))];
  });
  const shown = asked
    .filter(({ row, key }) => row.shown && !homes.has(key))
    .map(({ form, row, key }) =>
      reportForms("forms/shown-not-asked", { code: key, who, forms: [form.id] }, places.at(row)),
    );
  return [...twice, ...shown];
}

/** In a review the years' figures are given; only ratios are computed again, from the totals over the years. */
const isReview = ({ columns }: Form): boolean => columns.some(({ content }) => content === "spanTotal");

/** Operands of computed rows that the unit is not asked, however deep. */
function checkOperands(formSet: FormSet, asked: readonly Asked[], who: string, places: PlaceBook): readonly Finding[] {
  const known = new Set(asked.map(({ key }) => key));
  const operandsOf = (key: string): readonly string[] | undefined => {
    const meaning = findKey(formSet, key);
    const formula = meaning === undefined || meaning.member ? undefined : formulaOf(formSet, meaning.indicator);
    return formula && references(formula).flatMap((operand) => (operand.table === undefined ? [operand.key] : []));
  };
  const missing = (key: string): readonly string[] =>
    operandsOf(key)?.flatMap(missing) ?? (known.has(key) ? [] : [key]);
  const missingOf = ({ form, key }: Asked): readonly string[] => {
    if (!isReview(form)) return missing(key);
    const isRatio = findKey(formSet, key)?.indicator.kind === "ratio";
    return isRatio ? (operandsOf(key) ?? []).filter((operand) => !known.has(operand)) : [];
  };
  return asked.flatMap((each) => {
    const { row, key } = each;
    const [operand] = row.shown ? [] : missingOf(each);
    return operand === undefined
      ? []
      : [reportForms("forms/operand-not-asked", { code: key, operand, who }, places.at(row))];
  });
}

/** Indicators that nobody is asked, and those whose own source is not. */
function checkAsked(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const kindsByKey = new Map<string, Set<string>>();
  for (const { unitKind, asked } of askedOf(formSet)) {
    for (const { row, key } of asked) {
      if (!row.shown) kindsByKey.set(key, (kindsByKey.get(key) ?? new Set()).add(unitKind));
    }
  }
  return [...keysOf(formSet)].flatMap(([key, { indicator }]) => {
    if (!isTypedKey(formSet, key)) return [];
    const kinds = kindsByKey.get(key);
    if (kinds === undefined) {
      return [reportForms("forms/never-filed", { code: key, name: nameOfKey(formSet, key) }, places.at(indicator))];
    }
    const { source } = indicator;
    return source === undefined || kinds.has(source)
      ? []
      : [reportForms("forms/source-not-asked", { code: key, source }, places.at(indicator, "nguồn"))];
  });
}

/** Who files what; only to be asked of a form set whose names and formulas are right. */
export function checkFiling(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const findings = [...askedOf(formSet)].flatMap(({ unitKind, periodKind, asked }) => {
    const who = periodKind === ANY_PERIOD ? unitKind : `${unitKind}, kỳ ${periodKind}`;
    return [...checkPlaces(asked, who, places), ...checkOperands(formSet, asked, who, places)];
  });
  return [...checkAsked(formSet, places), ...findings];
}
