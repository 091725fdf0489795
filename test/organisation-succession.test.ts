import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closedGroups,
  type Day,
  groupOf,
  loadUnits,
  predecessorsOf,
  shapeOf,
  successorsOf,
  type UnitRegister,
  unitsAt,
} from "../src/organisation/index.js";
import { history } from "./organisation-arbitrary.js";

const BEFORE = "2025-06-30";
const AFTER = "2025-07-01";

function fixture(): UnitRegister {
  const { register } = loadUnits(readFileSync("fixtures/sap-xep/don-vi.yaml", "utf8"), "don-vi.yaml");
  if (register === undefined) throw new Error("fixture");
  return register;
}

const codesAt = (register: UnitRegister, day: Day): readonly string[] => unitsAt(register, day).map(({ code }) => code);

const sorted = (codes: Iterable<string>): readonly string[] => [...codes].sort();

describe("the reorganisation of 01/7/2025", () => {
  const register = fixture();

  it("has all four shapes", () => {
    expect(new Set(register.successions.map(shapeOf))).toEqual(new Set(["1:1", "n:1", "1:n", "n:m"]));
  });

  it("is followed forward and back", () => {
    expect(successorsOf(register, "hu-kim-son", BEFORE, AFTER)).toEqual(["x-phu-khe", "x-khe-sen", "x-da-dung"]);
    expect(predecessorsOf(register, "x-khe-sen", BEFORE, AFTER)).toEqual(["hu-kim-son"]);
    expect(predecessorsOf(register, "p-tan-linh", BEFORE, AFTER)).toEqual(["thanh-uy-ha-trung", "hu-tan-linh"]);
    expect(predecessorsOf(register, "tu-ha-trung", BEFORE, AFTER)).toEqual(["tu-ha-trung-cu", "tu-son-vong"]);
    expect(successorsOf(register, "quan-su-son-vong", BEFORE, AFTER)).toEqual(["quan-su"]);
    expect(predecessorsOf(register, "quan-su", BEFORE, AFTER)).toEqual(["quan-su-son-vong", "quan-su"]);
    expect(successorsOf(register, "lddl", BEFORE, AFTER)).toEqual(["lddl"]);
  });

  it("does not reach beyond the two days", () => {
    expect(successorsOf(register, "hu-kim-son", "2024-12-15", BEFORE)).toEqual(["hu-kim-son"]);
    expect(predecessorsOf(register, "x-khe-sen", AFTER, "2026-05-15")).toEqual(["x-khe-sen"]);
  });

  it("leaves closed groups on which both sides can be compared", () => {
    const groups = closedGroups(register, BEFORE, AFTER);
    expect(groups).toEqual(closedGroups(register, AFTER, BEFORE));
    expect(groupOf(groups, "p-tan-linh")).toEqual({
      before: ["thanh-uy-ha-trung", "hu-tan-linh"],
      after: ["p-song-kim", "p-tan-linh", "x-hai-thuan"],
    });
    expect(groupOf(groups, "hu-dao-yen")).toEqual({ before: ["hu-dao-yen"], after: ["dk-dao-yen"] });
    expect(groupOf(groups, "lddl")).toEqual({ before: ["lddl"], after: ["lddl"] });
    expect(groups).toHaveLength(7);
    expect(groupOf(groups, "khong-co")).toBeUndefined();
  });
});

describe("several steps", () => {
  const unit = (code: string, from?: Day, until?: Day) => ({
    code,
    kind: "x",
    names: [{ official: code }],
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  });
  const step = (day: Day, from: readonly string[], to: readonly string[]) => ({ day, from, to, handovers: [] });

  it("are followed through units that existed in between only", () => {
    const register: UnitRegister = {
      units: [
        unit("a", undefined, "2025-06-30"),
        unit("b", undefined, "2025-06-30"),
        unit("m", "2025-07-01", "2026-01-31"),
        unit("x", "2026-02-01"),
        unit("y", "2026-02-01"),
      ],
      successions: [step("2026-02-01", ["m"], ["x", "y"]), step("2025-07-01", ["a", "b"], ["m"])],
    };
    expect(successorsOf(register, "a", "2025-01-01", "2026-12-31")).toEqual(["x", "y"]);
    expect(predecessorsOf(register, "y", "2025-01-01", "2026-12-31")).toEqual(["a", "b"]);
    expect(closedGroups(register, "2025-01-01", "2026-12-31")).toEqual([{ before: ["a", "b"], after: ["x", "y"] }]);
    expect(closedGroups(register, "2025-08-01", "2026-12-31")).toEqual([{ before: ["m"], after: ["x", "y"] }]);
  });

  it("leave what ended, and what is new, in groups with one side only", () => {
    const register: UnitRegister = {
      units: [unit("a", undefined, "2025-06-30"), unit("b"), unit("c", "2025-08-01")],
      successions: [],
    };
    expect(closedGroups(register, "2025-01-01", "2025-12-31")).toEqual([
      { before: ["a"], after: [] },
      { before: ["b"], after: ["b"] },
      { before: [], after: ["c"] },
    ]);
    expect(successorsOf(register, "a", "2025-01-01", "2025-12-31")).toEqual([]);
    expect(predecessorsOf(register, "c", "2025-01-01", "2025-12-31")).toEqual([]);
  });
});

describe("any history", () => {
  it("is the same read forward and back", () => {
    fc.assert(
      fc.property(history, ({ register, first, last }) => {
        for (const old of codesAt(register, first)) {
          for (const young of codesAt(register, last)) {
            const forward = successorsOf(register, old, first, last).includes(young);
            expect(predecessorsOf(register, young, first, last).includes(old)).toBe(forward);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("composes: from the first day to the last is through any day between", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 120 }), ({ register, first, last }, days) => {
        const middle = new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
        fc.pre(middle < last);
        for (const code of codesAt(register, first)) {
          const through = successorsOf(register, code, first, middle).flatMap((each) =>
            successorsOf(register, each, middle, last),
          );
          expect(sorted(new Set(through))).toEqual(sorted(successorsOf(register, code, first, last)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("falls into closed groups: a partition of both days, closed, and none of them divisible", () => {
    fc.assert(
      fc.property(history, ({ register, first, last }) => {
        const groups = closedGroups(register, first, last);
        expect(sorted(groups.flatMap(({ before }) => before))).toEqual(sorted(codesAt(register, first)));
        expect(sorted(groups.flatMap(({ after }) => after))).toEqual(sorted(codesAt(register, last)));
        for (const { before, after } of groups) {
          const become = new Set(before.flatMap((code) => successorsOf(register, code, first, last)));
          const come = new Set(after.flatMap((code) => predecessorsOf(register, code, first, last)));
          expect(sorted(become)).toEqual(sorted(after));
          expect(sorted(come)).toEqual(sorted(before));
          // growing any one unit by what closure demands must give the whole group: nothing smaller is closed
          for (const seed of before) {
            const [olds, youngs] = [new Set([seed]), new Set<string>()];
            for (let size = -1; size < olds.size + youngs.size; ) {
              size = olds.size + youngs.size;
              for (const old of olds) for (const code of successorsOf(register, old, first, last)) youngs.add(code);
              for (const young of youngs)
                for (const code of predecessorsOf(register, young, first, last)) olds.add(code);
            }
            expect(sorted(olds)).toEqual(sorted(before));
            expect(sorted(youngs)).toEqual(sorted(after));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
