import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ClosingOf,
  checkHandovers,
  closedGroups,
  handoverFor,
  loadUnits,
  openingExpectation,
  openingExpectations,
  type UnitRegister,
} from "../src/organisation/index.js";
import { history, INDICATOR } from "./organisation-arbitrary.js";

const FILE = "fixtures/sap-xep/don-vi.yaml";
const SPAN = { earlier: "2025-05-15", later: "2025-07-01" };

const loaded = loadUnits(readFileSync(FILE, "utf8"), FILE);
const register: UnitRegister = loaded.register ?? { units: [], successions: [] };

const closings = new Map(
  (parse(readFileSync("fixtures/sap-xep/so-chot.csv"), { from_line: 2 }) as string[][]).map(
    ([unit, indicator, value]) => [`${unit} ${indicator}`, Number(value)],
  ),
);
const closingOf: ClosingOf = (unit, indicator) => closings.get(`${unit} ${indicator}`);

const opening = (code: string, indicator: string, known: ClosingOf = closingOf) =>
  openingExpectation(register, code, indicator, SPAN, known);

describe("openings after the reorganisation", () => {
  it("continue the unit's own closing when nothing happened to it", () => {
    expect(opening("lddl", "C06")).toEqual({
      value: 0,
      parts: [{ from: "lddl", value: 0, basis: "closing" }],
      lacking: [],
    });
  });

  it("are the predecessor's closing, or the sum of several", () => {
    expect(opening("dk-dao-yen", "C06").value).toBe(21);
    expect(opening("kcn", "C06")).toEqual({
      value: 957,
      parts: [
        { from: "kcn-ha-trung", value: 702, basis: "closing" },
        { from: "kkt-son-vong", value: 255, basis: "closing" },
      ],
      lacking: [],
    });
    expect(opening("tu-ha-trung", "B05").value).toBe(118 + 35);
    expect(opening("quan-su", "B05").parts.map(({ from }) => from)).toEqual(["quan-su", "quan-su-son-vong"]);
  });

  it("are the confirmed handovers where a unit was divided, with their papers", () => {
    expect(opening("x-khe-sen", "C06")).toEqual({
      value: 42,
      parts: [{ from: "hu-kim-son", value: 42, basis: "handover", document: "Biên bản số 05-BB/HU, ngày 28/6/2025" }],
      lacking: [],
    });
    expect(opening("p-tan-linh", "B05").value).toBe(11 + 14);
    // Huyện uỷ Tân Lĩnh gave nothing to phường Sông Kim
    expect(opening("p-song-kim", "B05").parts).toHaveLength(1);
  });

  it("are unknown while a closing or a handover is lacking, which is named", () => {
    expect(opening("kcn", "C06", () => undefined)).toEqual({
      parts: [],
      lacking: [
        { from: "kcn-ha-trung", to: "kcn-ha-trung", lacks: "closing" },
        { from: "kkt-son-vong", to: "kkt-son-vong", lacks: "closing" },
      ],
    });
    expect(opening("x-khe-sen", "D04")).toEqual({
      parts: [],
      lacking: [{ from: "hu-kim-son", to: "x-khe-sen", lacks: "handover" }],
    });
    expect(opening("p-tan-linh", "D04").lacking).toHaveLength(2);
  });

  it("are 0 for a unit without predecessor", () => {
    const young = { code: "moi", kind: "x", names: [{ official: "Mới" }], from: "2025-06-01" };
    const grown = { ...register, units: [...register.units, young] };
    expect(openingExpectation(grown, "moi", "B05", SPAN, closingOf)).toEqual({
      value: 0,
      parts: [{ from: "moi", value: 0, basis: "founded" }],
      lacking: [],
    });
  });

  it("come for several indicators at once", () => {
    const all = openingExpectations(register, "x-phu-khe", ["B05", "C06"], SPAN, closingOf);
    expect([...all].map(([indicator, { value }]) => [indicator, value])).toEqual([
      ["B05", 9],
      ["C06", 101],
    ]);
  });

  it("find a handover by who gave and who took", () => {
    const divided = register.successions.find(({ from }) => from.includes("hu-tan-linh"));
    expect(divided && handoverFor(divided, "hu-tan-linh", "x-hai-thuan", "C06")?.value).toBe(96);
    expect(divided && handoverFor(divided, "hu-tan-linh", "p-song-kim", "C06")).toBeUndefined();
  });
});

describe("handovers", () => {
  const check = (indicators: readonly string[], known: ClosingOf = closingOf) =>
    checkHandovers(register, { indicators, span: SPAN, closingOf: known, placeOf: loaded.placeOf });

  it("are compared with the closing: the one that does not add up is named with its figures and its line", () => {
    const findings = check(["B05", "C06"]);
    expect(findings.map(({ id }) => id)).toEqual(["organisation/handover-sum"]);
    const [finding] = findings;
    expect(finding?.found).toBe(
      "Sắp xếp ngày 01/7/2025: Huyện Tân Lĩnh bàn giao C06 tổng cộng 283 (Phường Tân Lĩnh 187, Xã Hải Thuận 96), số cuối kỳ đã chốt là 273.",
    );
    const lines = readFileSync(FILE, "utf8").split("\n");
    expect(finding?.place?.file).toBe(FILE);
    expect(lines[(finding?.place?.line ?? 0) - 1]).toContain("C06: 187");
  });

  it("are asked for where a unit was divided and has something to hand over", () => {
    const one =
      (unit: string): ClosingOf =>
      (code, indicator) =>
        indicator === "D04" ? Number(code === unit) : closingOf(code, indicator);
    expect(check(["D04"], one("khong-co")).filter(({ found }) => found.includes("D04"))).toEqual([]);
    const missing = check(["D04"], one("hu-kim-son")).filter(({ id }) => id === "organisation/handover-missing");
    expect(missing).toHaveLength(1);
    expect(missing[0]?.found).toContain("Huyện Kim Sơn");
    expect(missing[0]?.place?.line).toBeGreaterThan(1);
    // 1:1 and n:1 need none
    expect(check(["D04"], one("hu-dao-yen")).filter(({ found }) => found.includes("D04"))).toEqual([]);
  });

  it("are marked as not compared while the closing is unknown", () => {
    const findings = check([], () => undefined);
    expect(new Set(findings.map(({ id, severity }) => `${id} ${severity}`))).toEqual(
      new Set(["organisation/handover-unchecked warning"]),
    );
    expect(findings).toHaveLength(6);
  });

  it("are looked at between the two days only", () => {
    const span = { earlier: "2025-07-01", later: "2026-05-15" };
    expect(checkHandovers(register, { indicators: ["B05"], span, closingOf })).toEqual([]);
  });
});

describe("any history with handovers that add up", () => {
  it("opens with exactly what was closed, unit by unit and group by group", () => {
    fc.assert(
      fc.property(history, ({ register: past, first, last, closings: closed, openings }) => {
        const known: ClosingOf = (code) => closed.get(code);
        const span = { earlier: first, later: last };
        const openingOf = (code: string) => openingExpectation(past, code, INDICATOR, span, known).value ?? Number.NaN;
        for (const [code, stock] of openings) expect(openingOf(code)).toBe(stock);
        for (const { before, after } of closedGroups(past, first, last)) {
          const sum = (codes: readonly string[], of: (code: string) => number) =>
            codes.reduce((total, code) => total + of(code), 0);
          expect(sum(after, openingOf)).toBe(sum(before, (code) => closed.get(code) ?? Number.NaN));
        }
        expect(checkHandovers(past, { indicators: [INDICATOR], span, closingOf: known })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("shows one finding when one handover of its first division is wrong by one", () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ register: past, first, last, closings: closed }, choice) => {
        const at = past.successions.findIndex(({ handovers }) => handovers.length > 0);
        fc.pre(at >= 0);
        const successions = past.successions.map((step, index) =>
          index === at
            ? {
                ...step,
                handovers: step.handovers.map((each, position) =>
                  position === choice % step.handovers.length ? { ...each, value: each.value + 1 } : each,
                ),
              }
            : step,
        );
        // only this step, so that what follows from the wrong figure later is not counted
        const day = successions[at]?.day ?? last;
        const findings = checkHandovers(
          { ...past, successions },
          { indicators: [INDICATOR], span: { earlier: first, later: day }, closingOf: (code) => closed.get(code) },
        );
        expect(findings.map(({ id }) => id)).toEqual(["organisation/handover-sum"]);
      }),
      { numRuns: 60 },
    );
  });
});
