/** Indicators that contradict themselves, and columns whose formulas do. */
import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { columnFormula, referenceNodes } from "../expression.js";
import type { Form, FormColumn, FormSet } from "../form-set.js";
import { findKey } from "../indicators.js";
import type { PlaceBook } from "./places.js";

/** Kinds of indicators against what else is said of them. */
export function checkIndicators(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  return formSet.indicators.flatMap((indicator) => {
    const { code, kind, opens, formula, target } = indicator;
    const findings: Finding[] = [];
    const continued = opens === undefined ? undefined : findKey(formSet, opens)?.indicator;
    if (opens !== undefined && (kind !== "stock" || (continued !== undefined && continued.kind !== "stock"))) {
      findings.push(reportForms("forms/opens-not-stock", { code, opens }, places.at(indicator, "nối tiếp")));
    }
    if (kind === "ratio" && formula === undefined) {
      findings.push(reportForms("forms/ratio-without-formula", { code }, places.at(indicator, "loại")));
    }
    if ((kind === "target") !== (target !== undefined)) {
      findings.push(reportForms("forms/target-choice", { code }, places.at(indicator, "loại")));
    }
    return findings;
  });
}

/** Columns that a column's formula goes through, itself included when the formula goes in a circle. */
function reachableFrom(column: FormColumn, form: Form): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = ({ formula }: FormColumn): void => {
    const { expression } = formula === undefined ? {} : columnFormula(formula);
    if (expression === undefined) return;
    for (const node of referenceNodes(expression)) {
      const { key } = node.kind === "parts" ? node.of : node.reference;
      if (reached.has(key)) continue;
      reached.add(key);
      const next = form.columns.find(({ number }) => number === key);
      if (next !== undefined) follow(next);
    }
  };
  follow(column);
  return reached;
}

function checkColumn(column: FormColumn, form: Form, places: PlaceBook): readonly Finding[] {
  const { number, content, formula, year } = column;
  const findings: Finding[] = [];
  const named = { form: form.id, column: number };
  if ((content === "computed") !== (formula !== undefined)) {
    findings.push(reportForms("forms/column-formula", named, places.at(column, "loại")));
  }
  if ((content === "ofYear") !== (year !== undefined && year > 0)) {
    findings.push(reportForms("forms/column-year", named, places.at(column, "loại")));
  }
  if (formula === undefined) return findings;
  const at = { where: `biểu ${form.id}, cột (${number})`, expression: formula };
  const place = places.at(column, "công thức");
  const { expression, fault } = columnFormula(formula);
  if (fault !== undefined) {
    return [
      ...findings,
      reportForms(`forms/expression-${fault.id}`, { ...at, column: fault.column, text: fault.text }, place),
    ];
  }
  const numbers = form.columns.map((other) => other.number);
  for (const node of referenceNodes(expression)) {
    const key = node.kind === "parts" ? node.of.key : node.reference.key;
    const told = { ...at, column: node.at, text: key };
    if (!numbers.includes(key)) findings.push(reportForms("forms/expression-unknown-column", told, place));
    else if (node.kind === "parts") findings.push(reportForms("forms/expression-no-parts", told, place));
  }
  if (reachableFrom(column, form).has(number)) {
    findings.push(reportForms("forms/expression-own-column", { ...at, column: 1, text: number }, place));
  }
  return findings;
}

/** Columns of every form, and the columns that rows close. */
export function checkColumns(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const seen = new Set<FormColumn>();
  return formSet.forms.flatMap((form) => {
    // shared columns are told of once
    const own = form.columns.filter((column) => !seen.has(column));
    for (const column of own) seen.add(column);
    const numbers = form.columns.map(({ number }) => number);
    const rows = form.body.kind === "rows" ? form.body.rows : [];
    const closed = rows.flatMap((row) =>
      (row.notApplicable ?? [])
        .filter((number) => !numbers.includes(number))
        .map((name) =>
          reportForms(
            "forms/unknown-column",
            { name, where: `biểu ${form.id}`, nearest: undefined },
            places.at(row, "x"),
          ),
        ),
    );
    return [...own.flatMap((column) => checkColumn(column, form, places)), ...closed];
  });
}
