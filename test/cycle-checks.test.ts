import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Condition,
  checkReturn,
  conditionsFor,
  type EarlierFigures,
  NO_EARLIER_FIGURES,
} from "../src/cycle/checks/index.js";
import { ReturnFigures } from "../src/cycle/checks/return-figures.js";
import type { CellFinding, ReadReturn } from "../src/cycle/returns.js";
import { formulaOf } from "../src/forms/compiled.js";
import { type Expression, evaluate, type Reference, references } from "../src/forms/expression.js";
import type { FormSet } from "../src/forms/form-set.js";
import { findKey } from "../src/forms/indicators.js";
import type { Period } from "../src/periods/period.js";
import { type FormSets, formSetKey, readWorkbook } from "../src/workbook/read/index.js";
import { HALF, Province, type ReturnWish, removeProvinces, typedOf, YEAR } from "./cycle-collect.sample.js";

const PERIODS: Readonly<Record<string, Period>> = { "6t": HALF, nam: YEAR };

let province: Province;
let formSet: FormSet;
let formSets: FormSets;

beforeAll(async () => {
  province = await Province.open({ periods: [HALF, YEAR] });
  formSet = province.formSet;
  formSets = new Map([[formSetKey(formSet.id, formSet.version), formSet]]);
});
afterAll(removeProvinces);

async function readReturn(unit: string, wish: ReturnWish): Promise<ReadReturn> {
  return readWorkbook(await province.return(unit, wish, false), formSets);
}

function check(unit: string, read: ReadReturn, period: Period, earlier: EarlierFigures): readonly CellFinding[] {
  return checkReturn(read, {
    formSet,
    unitKind: province.kindOf(unit),
    periodKind: period.kind,
    earlier,
    nameOf: (code) => code,
  });
}

/** What breaks a condition: typed figures, rows of lists, earlier figures. */
interface Break {
  readonly typed: Readonly<Record<string, number>>;
  readonly rows?: number;
  readonly earlier: EarlierFigures;
}

/** Typed keys that an expression rests on, formulas followed. */
function typedKeys(expression: Expression): readonly string[] {
  return references(expression).flatMap(({ table, key }) => {
    if (table !== undefined) return [];
    const meaning = findKey(formSet, key);
    const formula = meaning?.member === undefined ? meaning && formulaOf(formSet, meaning.indicator) : undefined;
    return formula === undefined ? [key] : typedKeys(formula);
  });
}

const tableOf = (reference: Reference, value: number): EarlierFigures => ({
  ...NO_EARLIER_FIGURES,
  ...(reference.table === "prior" || reference.table === "half" || reference.table === "lastYear"
    ? { [reference.table]: (key: string) => (key === reference.key ? value : undefined) }
    : {}),
});

/** Tries one change after another until the condition is broken. */
function findBreak({ expression }: Condition, typed: Readonly<Record<string, number>>): Break | undefined {
  const own = Object.entries(typed).map(([name, value]) => {
    const [key = "", measure = "actual"] = name.split("/");
    return { key, measure: measure as "actual", value };
  });
  const openings = Object.entries(province.figures("p-song-kim")).flatMap(([key, value]) =>
    findKey(formSet, key)?.indicator.opens === undefined ? [] : [{ key, measure: "actual" as const, value }],
  );
  const broken = (changed: Readonly<Record<string, number>>, rows: number, earlier: EarlierFigures): boolean => {
    const known = [...openings, ...own.map((figure) => ({ ...figure, value: changed[figure.key] ?? figure.value }))];
    const figures = new ReturnFigures(formSet, known, new Map([["B6", rows]]), earlier);
    return evaluate(expression, figures.scope("actual")) === false;
  };
  const rows = typed["B02/actual"] ?? 0;
  const earlier = references(expression).filter(({ table }) => ["prior", "half", "lastYear"].includes(table ?? ""));
  const tables = earlier.length === 0 ? [NO_EARLIER_FIGURES] : [];
  for (const reference of earlier) for (const value of [0, 1_000_000]) tables.push(tableOf(reference, value));
  for (const table of tables) {
    if (broken({}, rows, table)) return { typed: {}, earlier: table };
    if (broken({}, rows + 3, table)) return { typed: {}, rows: rows + 3, earlier: table };
    for (const key of typedKeys(expression)) {
      for (const value of [0, 1, 50_000]) {
        if (broken({ [key]: value }, rows, table)) return { typed: { [`${key}/actual`]: value }, earlier: table };
      }
    }
  }
  return undefined;
}

describe("a correct return", () => {
  it.each(["6t", "nam"])("breaks no rule (%s), whatever kind of unit sends it", async (kind) => {
    const period = PERIODS[kind] ?? HALF;
    for (const unit of ["p-song-kim", "kcn", "lddl", "tinh-doan", "phu-nu", "ccb", "quan-su"]) {
      const read = await readReturn(unit, { period });
      expect(read.findings).toEqual([]);
      expect(check(unit, read, period, NO_EARLIER_FIGURES)).toEqual([]);
    }
  });
});

describe("every check of the bundled form set", () => {
  it.each(["6t", "nam"])(
    "finds the return that breaks it, with rule and cell (%s)",
    async (kind) => {
      const period = PERIODS[kind] ?? HALF;
      const unit = "p-song-kim";
      const layout = province.layout(unit, { period });
      const typed = typedOf(layout, province.figures(unit, period)) as Readonly<Record<string, number>>;
      const cells = new Map(layout.values.map((value) => [`${value.sheet}!${value.address}`, value.key]));
      const conditions = conditionsFor(formSet, "unit", kind);
      expect(conditions.length).toBeGreaterThan(50);
      const missed: string[] = [];
      for (const condition of conditions) {
        const found = findBreak(condition, typed);
        if (found === undefined) {
          missed.push(`${condition.rule}: nothing breaks it`);
          continue;
        }
        const read = await readReturn(unit, {
          period,
          typed: found.typed,
          ...(found.rows === undefined ? {} : { listRows: found.rows }),
        });
        const finding = check(unit, read, period, found.earlier).find(({ rule }) => rule === condition.rule);
        const key = finding?.cell && cells.get(`${finding.cell.sheet}!${finding.cell.address}`);
        const involved = references(condition.expression).map((reference) => reference.key);
        if (finding === undefined) missed.push(`${condition.rule}: not found`);
        else if (key === undefined || !involved.includes(key)) missed.push(`${condition.rule}: cell of ${key}`);
        else if (/[{}]|chưa có số/u.test(finding.found)) missed.push(`${condition.rule}: ${finding.found}`);
      }
      expect(missed).toEqual([]);
    },
    120_000,
  );
});
