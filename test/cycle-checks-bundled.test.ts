/** Every check of the form set that is shipped, broken by one figure: in each outline that can break it, and in the whole. */
import { beforeAll, describe, expect, it } from "vitest";
import { checkWhole, type WholeContext } from "../src/cycle/checks/index.js";
import type { CellFinding, ReturnedValue } from "../src/cycle/returns.js";
import { isAuthoritative, type SourcedReturn } from "../src/cycle/sources/index.js";
import { type Check, checksFor, conditionOf, type FormSet, findKey } from "../src/forms/index.js";
import {
  breaks,
  cellOf,
  changedEarlier,
  changesOf,
  conditionsOf,
  editOf,
  judged,
  keysBehind,
  mistaken,
  REPORTING,
  softened,
} from "./bundled-checks.js";
import { earlierOf, FORM_SET, type OutlineKind, type Return, returnOf } from "./bundled-returns.js";
import { sampleFigures } from "./cycle-sample.js";

const nameOf = ({ unitKind, periodKind }: OutlineKind): string => `${unitKind} ${periodKind}`;

const returns = new Map<string, Return>();
const sentBy = (kind: OutlineKind): Return => {
  const found = returns.get(nameOf(kind));
  if (found === undefined) throw new Error(`no return of ${nameOf(kind)}`);
  return found;
};
beforeAll(async () => {
  for (const kind of REPORTING) returns.set(nameOf(kind), await returnOf(kind));
});

const broken = new Set<string>();

describe.each(REPORTING)("checks of a return of $unitKind, $periodKind", (kind) => {
  it("are silent while it is correct, and each finds the one figure that breaks it, at its cell", () => {
    const sent = sentBy(kind);
    const known = earlierOf(sent.figures, kind.periodKind);
    expect(judged(sent, sent.correct, known)).toEqual([]);
    const missed: string[] = [];
    for (const condition of conditionsOf(sent)) {
      const { rule, expression, weight, crossesBases } = condition;
      const change = changesOf(sent, expression).find((one) => breaks([one], condition, sent.correct, known));
      if (change === undefined) {
        missed.push(`${rule}: nothing breaks it`);
        continue;
      }
      const edits = editOf(change, sent);
      const read = edits.length === 0 ? sent.correct : sent.read(edits);
      const finding = judged(sent, read, changedEarlier(known, [change])).find((one) => one.rule === rule);
      const said = `${finding?.weight} ${finding?.cell?.sheet}!${finding?.cell?.address}`;
      const wanted = `${softened(weight, crossesBases)} ${cellOf(sent, expression)}`;
      if (said !== wanted) missed.push(`${rule}: ${said}, not ${wanted}, by ${JSON.stringify(change)}`);
      if (/[{}]|undefined|NaN|chưa có số/u.test(finding?.found ?? "{}")) missed.push(`${rule}: ${finding?.found}`);
      broken.add(rule);
    }
    expect(missed).toEqual([]);
  });
});

describe("the declared checks of a return", () => {
  it("have all been broken in some outline", () => {
    const declared = FORM_SET.checks.filter(({ scope }) => scope === "unit").map(({ id }) => id);
    expect(declared.filter((id) => !broken.has(id))).toEqual([]);
    for (const id of declared) expect(FORM_SET.checks.filter((check) => check.id === id)).toHaveLength(1);
  });
});

// the whole: the sums of a province whose unions report what its communes do

/** Targets of the province are set, so that they can be missed. */
const PROVINCE: FormSet = {
  ...FORM_SET,
  parameters: { ...FORM_SET.parameters, chiTieuKetNapNam: 10, chiTieuKetNapGiaiDoan: 50, chiTieuThanhLapGiaiDoan: 5 },
};
/** Units among which the sample's members move: what one lets go, another takes in. */
const RING = 19;
const TARGETS = ["T01", "T02", "T03"] as const;

type Sums = ReadonlyMap<string, number>;

function sumsOf(period: "6t" | "nam"): Sums {
  const sums = new Map<string, number>();
  for (let unit = 0; unit < RING; unit += 1) {
    for (const [key, value] of Object.entries(sampleFigures(unit, 7, { period })))
      sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return sums;
}

const valuesOf = (figures: Iterable<readonly [string, number]>): readonly ReturnedValue[] =>
  [...figures].map(([key, value], row) => ({
    key,
    measure: "actual",
    value,
    cell: { sheet: "Biểu 1", address: `E${row + 10}` },
  }));

/** What counts of the province's figures, each by the kind of unit that it is taken from; one figure may be off by some. */
function province(sums: Sums, off?: { readonly key: string; readonly by: number }): readonly SourcedReturn[] {
  return FORM_SET.unitKinds.map(({ id: unitKind }, index) => {
    const own = [...sums].filter(([key]) => {
      const source = findKey(FORM_SET, key)?.indicator.source;
      return isAuthoritative(FORM_SET, key, unitKind) && (source !== undefined || index === 0) && !/^T\d/u.test(key);
    });
    const values = own.map(([key, value]) => [key, key === off?.key ? value + off.by : value] as const);
    return { unit: unitKind, unitKind, values: valuesOf(values) };
  });
}

describe.each(["6t", "nam"] as const)("checks of the whole (%s)", (periodKind) => {
  const sums = sumsOf(periodKind);
  const whole = (off?: { readonly key: string; readonly by: number }): readonly CellFinding[] => {
    const targets = TARGETS.map((key) => ({ key, value: (sums.get(key) ?? 0) + (off?.key === key ? off.by : 0) }));
    const context: WholeContext = { formSet: PROVINCE, periodKind, targets };
    return checkWhole(province(sums, off), context).findings;
  };

  it("are silent over a province that is right", () => {
    expect(whole().map(({ rule, found }) => `${rule} ${found}`)).toEqual([]);
  });

  it.each(checksFor(FORM_SET, "whole", periodKind).map((check): [string, Check] => [check.id, check]))(
    "%s finds the one sum that breaks it",
    (id, check) => {
      const keys = keysBehind(conditionOf(FORM_SET, check)).filter((key) => sums.has(key));
      expect(keys).not.toEqual([]);
      const found = keys.flatMap((key) =>
        mistaken(sums.get(key) ?? 0).flatMap((value) => {
          const findings = whole({ key, by: value - (sums.get(key) ?? 0) });
          return findings.some(({ rule }) => rule === id) ? [findings] : [];
        }),
      );
      const [fewest] = found.sort((a, b) => a.length - b.length);
      const own = (fewest ?? []).filter(({ rule }) => rule === id);
      expect(own).toMatchObject([{ weight: check.severity }]);
      // the sums have no cell of their own: the message says the figures
      expect(own[0]).not.toHaveProperty("cell");
      expect(`${own[0]?.found} ${own[0]?.remedy}`).not.toMatch(/[{}]|undefined|NaN|chưa có số/u);
    },
  );
});
