import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate, printExcel, printReference, type Reference, references } from "../src/forms/expression.js";
import type { FormSet } from "../src/forms/form-set.js";
import {
  checksFor,
  checksOfUnit,
  conditionOf,
  filedIndicators,
  findKey,
  fixedTargets,
  formSetJsonSchema,
  formSetPartJsonSchema,
  formsFor,
  formulaOf,
  isTyped,
  isTypedKey,
  keysOf,
  outlineFor,
  placedKeys,
  readBundledFormSet,
  readBundledFormSets,
  rowsFor,
  targetOf,
} from "../src/forms/index.js";
import { scopeOf, soundFigures } from "./forms-figures.js";

const PERIODS = ["6t", "nam", "sk", "tk"] as const;
let formSet: FormSet;
beforeAll(async () => {
  formSet = await readBundledFormSet();
});

const kinds = (): readonly string[] => formSet.unitKinds.map(({ id }) => id);
const placedByAnybody = (period: string): ReadonlySet<string> =>
  new Set(kinds().flatMap((kind) => placedKeys(formSet, kind, period)));
const isComputed = (key: string): boolean => {
  const meaning = findKey(formSet, key);
  return meaning !== undefined && !meaning.member && meaning.indicator.formula !== undefined;
};
const isTarget = (key: string): boolean => findKey(formSet, key)?.indicator.kind === "target";

describe("the bundled form set", () => {
  it("is a proposal, and travels with the one by which targets are registered", async () => {
    expect(formSet).toMatchObject({ id: "xd-to-chuc-dang", version: "2026-1", proposal: true });
    expect((await readBundledFormSets()).map(({ id, version }) => `${id} ${version}`)).toEqual([
      "dang-ky-chi-tieu 2026-1",
      "xd-to-chuc-dang 2026-1",
    ]);
  });

  it("has the dictionary whole", () => {
    const wanted = `A01 A02 A03 A04 A04n A05 A06 A07 B01 B02 B03 B04 B05 B05a B05b B05c B06 B07x B07t B07h B07k
      C01 C02 C02a C02b C02c C02d C02e C02f C03a C03b C03c C03d C04a C04b C05a C05b C05c C05d C06 C06a C06b C06c C06d
      C07 C08 C09 C10 D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 D12 E01 E02 E03 E04 E05 E06 E07
      F01 F02 F03 F04 F05 F06 H01 H02 H03 H04 H05 M01 M02 M03 M04 M05 M06 M07 M07d K01 K02 K03 K04 K05 G01 T01 T02 T03`;
    const codes = new Set(formSet.indicators.map(({ code }) => code));
    expect(wanted.split(/\s+/u).filter((code) => !codes.has(code))).toEqual([]);
  });

  it("asks every typed indicator of exactly one unit-face form of a kind of unit", () => {
    const twice: string[] = [];
    const asked = new Set<string>();
    for (const kind of kinds()) {
      for (const period of PERIODS) {
        const homes = new Map<string, string>();
        for (const form of formsFor(formSet, kind, period)) {
          for (const row of rowsFor(formSet, form, period)) {
            if (row.indicator === undefined || row.shown || !isTypedKey(formSet, row.indicator)) continue;
            if (homes.has(row.indicator)) twice.push(`${kind} ${period} ${row.indicator}`);
            homes.set(row.indicator, form.id);
            asked.add(row.indicator);
          }
        }
        expect([...homes.keys()]).toEqual(filedIndicators(formSet, kind, period));
      }
    }
    expect(twice).toEqual([]);
    const typed = [...keysOf(formSet).keys()].filter((key) => isTypedKey(formSet, key));
    expect(typed.filter((key) => !asked.has(key))).toEqual([]);
  });

  it("asks the authoritative source, and the unit that types it, for a period's actual figure", () => {
    for (const indicator of formSet.indicators.filter(isTyped)) {
      const period = indicator.periods?.[0] ?? "6t";
      const asking = kinds().filter((kind) => filedIndicators(formSet, kind, period).includes(indicator.code));
      expect(asking, indicator.code).not.toEqual([]);
      if (indicator.source !== undefined) expect(asking, indicator.code).toContain(indicator.source);
    }
  });

  it("shows in one form only what another one holds", () => {
    for (const kind of kinds()) {
      for (const period of PERIODS) {
        const placed = placedKeys(formSet, kind, period);
        for (const form of formsFor(formSet, kind, period)) {
          for (const { indicator, shown } of rowsFor(formSet, form, period)) {
            if (shown && indicator !== undefined) expect(placed, `${kind} ${form.id}`).toContain(indicator);
          }
        }
      }
    }
  });

  it("cites in outlines only what somebody files, or what is computed or set", () => {
    for (const { id, periods, sections, filedBy } of formSet.outlines) {
      expect(filedBy, id).toBeDefined();
      for (const period of periods) {
        const placed = placedByAnybody(period);
        const unfiled = sections
          .flatMap(({ indicators }) => indicators)
          .filter((key) => !placed.has(key) && !isComputed(key) && !isTarget(key));
        expect(unfiled, `${id} ${period}`).toEqual([]);
      }
    }
    for (const kind of kinds()) for (const period of PERIODS) expect(outlineFor(formSet, kind, period)).toBeDefined();
  });

  it("checks only what somebody files, or what is computed or set", () => {
    for (const check of formSet.checks) {
      const periods = check.periods ?? ["6t", "nam"];
      for (const period of periods) {
        const placed = placedByAnybody(period);
        const unfiled = references(conditionOf(formSet, check))
          .filter(({ table }) => table === undefined)
          .map(({ key }) => key)
          .filter((key) => !placed.has(key) && !isComputed(key) && !isTarget(key));
        expect(unfiled, `${check.id} ${period}`).toEqual([]);
      }
    }
  });

  it("has a kind of unit for every check of a return", () => {
    for (const check of formSet.checks.filter(({ scope }) => scope === "unit")) {
      const period = check.periods?.at(-1) ?? "nam";
      const reach = kinds().filter((kind) => checksOfUnit(formSet, kind, period).includes(check));
      expect(reach, check.id).not.toEqual([]);
    }
  });

  it("continues every opening and adds up or checks every closing", () => {
    const openings = formSet.indicators.filter(({ opens }) => opens !== undefined);
    expect(openings.map(({ code }) => code)).toEqual(["B01", "C01", "D01", "D07", "E01", "F01", "H01", "M01"]);
    for (const { code, opens } of openings) {
      const told = formSet.checks.map((check) => references(conditionOf(formSet, check)).map(printReference));
      expect(
        told.some((names) => names.includes(code) && names.includes(`prior.${opens}`)),
        code,
      ).toBe(true);
      const closing = findKey(formSet, opens ?? "")?.indicator;
      const formula = closing && formulaOf(formSet, closing);
      const balanced = [...told, ...(formula ? [[opens, ...references(formula).map(printReference)]] : [])];
      expect(
        balanced.some((names) => names.includes(opens) && names.includes(code)),
        opens,
      ).toBe(true);
    }
  });

  it("closes columns that mean nothing", () => {
    const rowOf = (formId: string, key: string) => {
      const body = formSet.forms.find(({ id }) => id === formId)?.body;
      return body?.kind === "rows" ? body.rows.find(({ indicator }) => indicator === key) : undefined;
    };
    expect(rowOf("B2", "C01")?.notApplicable).toEqual(["7", "8", "9"]);
    expect(rowOf("B2", "C02")?.notApplicable).toBeUndefined();
    expect(rowOf("B2", "C07")?.notApplicable).toEqual(["8", "9"]);
    expect(rowOf("B4", "D06")?.notApplicable).toEqual(["7", "8", "9", "10"]);
    expect(rowOf("B4", "B02")?.notApplicable).toBeUndefined();
    expect(rowOf("B3", "D06")?.notApplicable).toEqual(["6"]);
    expect(rowOf("B5", "B05")?.notApplicable).toEqual(["9", "10"]);
  });

  it("prints parameters, and leaves no brace behind", () => {
    expect(findKey(formSet, "A05")?.indicator.name).toBe(
      "Doanh nghiệp có từ 03 đảng viên chính thức trở lên, chưa có tổ chức đảng",
    );
    const { checks, ...rest } = formSet;
    expect(JSON.stringify(rest)).not.toContain("{p.");
    expect(checks.map(({ remedy }) => remedy).join("\n")).not.toMatch(/[{}]/u);
    expect(JSON.stringify(formSet)).toBe(JSON.stringify(formSet).normalize("NFC"));
  });

  it("compares targets as they are met", () => {
    expect(targetOf(formSet, "D06", "year")).toMatchObject({
      code: "T05",
      comparator: ">=",
      formula: "p.tyLeCoCongDoan",
    });
    expect(targetOf(formSet, "M06", "year")).toMatchObject({ code: "T06", comparator: ">" });
    expect(targetOf(formSet, "C02", "plan")).toMatchObject({ code: "T02" });
    expect(targetOf(formSet, "C06", "year")).toBeUndefined();
    expect(fixedTargets(formSet)).toEqual({ T05: 85, T06: 90, T07: 100, T08: 100 });
  });

  it("has a published schema and lists its own files", () => {
    const published = (name: string): unknown => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
    expect(published("form-set")).toEqual(JSON.parse(JSON.stringify(formSetJsonSchema())));
    expect(published("form-set-part")).toEqual(JSON.parse(JSON.stringify(formSetPartJsonSchema())));
    const main = readFileSync("form-sets/xd-to-chuc-dang-2026-1.yaml", "utf8");
    for (const name of readdirSync("form-sets/xd-to-chuc-dang-2026-1")) expect(main).toContain(name);
  });
});

describe("the bundled checks", () => {
  it("accept sound figures", () => {
    const scope = scopeOf(formSet, soundFigures());
    const explained = ["KT-T-CHUYEN"];
    for (const check of formSet.checks) {
      const sound = evaluate(conditionOf(formSet, check), scope);
      expect(sound, `${check.id} ${check.holds}`).toBe(!explained.includes(check.id));
    }
  });

  it("each find figures that they do not accept, and say nothing where a figure is missing", () => {
    const sound: Readonly<Record<string, number>> = { ...soundFigures(), C04a: 5, C04b: 5 };
    const set = { chiTieuKetNapNam: 10, chiTieuKetNapGiaiDoan: 10, chiTieuThanhLapGiaiDoan: 10 };
    const strict: FormSet = { ...formSet, parameters: { ...formSet.parameters, ...set } };
    const typedBehind = (reference: Reference): readonly string[] => {
      const meaning = reference.table === undefined ? findKey(strict, reference.key) : undefined;
      const formula = meaning === undefined || meaning.member ? undefined : formulaOf(strict, meaning.indicator);
      const behind = formula === undefined ? [] : references(formula).flatMap(typedBehind);
      return [printReference(reference), ...behind];
    };
    for (const check of strict.checks) {
      const condition = conditionOf(strict, check);
      const used = references(condition).filter(({ table }) => table !== "p");
      const holds = (change: Readonly<Record<string, number>>) =>
        evaluate(condition, scopeOf(strict, { ...sound, ...change }));
      expect(holds({}), check.id).toBe(true);
      const broken = used.flatMap(typedBehind).some((name) => {
        const value = sound[name] ?? 0;
        return [0, value + 1, 99_999].some((wrong) => holds({ [name]: wrong }) === false);
      });
      expect(broken, check.id).toBe(true);
      expect(evaluate(condition, { resolve: () => undefined }), check.id).toBeUndefined();
    }
  });

  it("can all be written as Excel formulas", () => {
    const cellOf = (reference: Reference) => `v_${printReference(reference).replaceAll(".", "_")}`;
    for (const check of checksFor(formSet, "unit", "nam")) {
      expect(printExcel(conditionOf(formSet, check), cellOf), check.id).toMatch(/v_/u);
    }
    const whole = formSet.checks.find(({ id }) => id === "KT-A01-LH");
    expect(whole && printExcel(conditionOf(formSet, whole), cellOf)).toBe(
      "SUM(v_A01_CP,v_A01_TNHH,v_A01_DNTN,v_A01_HD,v_A01_FDI)=v_A01",
    );
  });

  it("ask for an explanation where two bases meet, and for a correction in the whole", () => {
    const severity = (id: string) => formSet.checks.find((check) => check.id === id)?.severity;
    expect([severity("KT-B06-A01"), severity("KT-T-B06-A01")]).toEqual(["explain", "error"]);
    expect([severity("KT-M05-B06"), severity("KT-T-M05-B06")]).toEqual(["explain", "error"]);
    expect([severity("KT-D11-C02e"), severity("KT-T-D11-C02e")]).toEqual(["explain", "error"]);
  });
});
