/** What may be wrong with the units of `don-vi.yaml` beyond the form of each entry. */
import type { Finding, Place } from "../findings/finding.js";
import { reportOrganisation } from "../findings/messages/organisation.js";
import { nearest } from "../findings/nearest.js";
import { sayDay } from "../periods/day.js";
import { dayOf, type UnitEntry, type UnitsFile } from "./declaration.js";
import { type Life, lives, overlap } from "./lives.js";

/** A file of units as read, with the places of its parts. */
export interface UnitsSheet {
  readonly file: UnitsFile;
  readonly lives: ReadonlyMap<string, Life>;
  readonly placeOf: (path: readonly PropertyKey[], part: "key" | "value") => Place;
}

type Check = (sheet: UnitsSheet) => readonly Finding[];

const eachUnit = (
  sheet: UnitsSheet,
  check: (unit: UnitEntry, life: Life, at: (...path: PropertyKey[]) => Place, index: number) => readonly Finding[],
): readonly Finding[] =>
  sheet.file["đơn vị"].flatMap((unit, index) =>
    check(
      unit,
      sheet.lives.get(unit.mã) ?? { begins: [], ends: [] },
      (...path) => sheet.placeOf(["đơn vị", index, ...path], "value"),
      index,
    ),
  );

const checkCodes: Check = (sheet) => {
  const seen = new Map<string, number>();
  return eachUnit(sheet, ({ mã: code }, _, at, index) => {
    const first = seen.get(code);
    if (first === undefined) {
      seen.set(code, index);
      return [];
    }
    const { line } = sheet.placeOf(["đơn vị", first, "mã"], "value");
    return [reportOrganisation("organisation/duplicate-code", { code, line }, at("mã"))];
  });
};

const checkAreas: Check = (sheet) => {
  const known = sheet.file["khu vực"];
  if (known === undefined) return [];
  const repeated = known.flatMap((area, index) =>
    known.indexOf(area) === index
      ? []
      : [reportOrganisation("organisation/duplicate-area", { area }, sheet.placeOf(["khu vực", index], "value"))],
  );
  const unknown = eachUnit(sheet, ({ "khu vực": area }, _, at) =>
    area === undefined || known.includes(area)
      ? []
      : [
          reportOrganisation(
            "organisation/unknown-area",
            { area, nearest: nearest(area, known), known },
            at("khu vực"),
          ),
        ],
  );
  return [...repeated, ...unknown];
};

/** The way up from a unit until it comes back to where it was; undefined when it ends at the desk. */
function superiorCycle(
  start: string,
  superiors: ReadonlyMap<string, string | undefined>,
): readonly string[] | undefined {
  const chain = [start];
  for (let code = superiors.get(start); code !== undefined; code = superiors.get(code)) {
    if (code === start) return [...chain, code];
    if (chain.includes(code)) return undefined; // a cycle, but of others
    chain.push(code);
  }
  return undefined;
}

const checkSuperiors: Check = (sheet) => {
  const superiors = new Map(sheet.file["đơn vị"].map((unit) => [unit.mã, unit["cấp trên"]]));
  const codes = [...superiors.keys()];
  const reported = new Set<string>();
  return eachUnit(sheet, (unit, life, at) => {
    const superior = unit["cấp trên"];
    if (superior === undefined) return [];
    const above = sheet.lives.get(superior);
    if (above === undefined) {
      const params = { key: "cấp trên", code: superior, nearest: nearest(superior, codes) };
      return [reportOrganisation("organisation/unknown-unit", params, at("cấp trên"))];
    }
    const chain = reported.has(unit.mã) ? undefined : superiorCycle(unit.mã, superiors);
    if (chain !== undefined) {
      for (const code of chain) reported.add(code);
      return [reportOrganisation("organisation/superior-cycle", { chain }, at("cấp trên"))];
    }
    return overlap(life, above)
      ? []
      : [reportOrganisation("organisation/superior-never", { superior }, at("cấp trên"))];
  });
};

const checkDates: Check = (sheet) =>
  eachUnit(sheet, (unit, { from, until }, at) =>
    from !== undefined && until !== undefined && from > until && unit.đến !== undefined
      ? [reportOrganisation("organisation/dates-reversed", { from: sayDay(from), until: sayDay(until) }, at("đến"))]
      : [],
  );

const checkRenames: Check = (sheet) =>
  eachUnit(sheet, (unit, life, at) =>
    (unit["đổi tên"] ?? []).flatMap(({ từ }, index, renames) => {
      const day = dayOf(từ) ?? "";
      const before = dayOf(renames[index - 1]?.từ);
      const place = at("đổi tên", index, "từ");
      if (before !== undefined && before >= day) {
        return [reportOrganisation("organisation/rename-order", { day: sayDay(day), after: sayDay(before) }, place)];
      }
      return lives(life, day) ? [] : [reportOrganisation("organisation/rename-outside", { day: sayDay(day) }, place)];
    }),
  );

const checkNames: Check = (sheet) => {
  const seen = new Map<string, { readonly code: string; readonly index: number }[]>();
  return eachUnit(sheet, ({ mã: code, tên: name }, life, at, index) => {
    const others = seen.get(name) ?? [];
    seen.set(name, [...others, { code, index }]);
    const other = others.find((each) => each.code !== code && overlap(life, sheet.lives.get(each.code) ?? life));
    if (other === undefined) return [];
    const { line } = sheet.placeOf(["đơn vị", other.index, "tên"], "value");
    return [reportOrganisation("organisation/same-name", { name, other: other.code, line }, at("tên"))];
  });
};

const checkEnds: Check = (sheet) =>
  eachUnit(sheet, (_, { from, until, ends }, at) =>
    until === undefined || ends.length > 0 || (from !== undefined && from > until)
      ? []
      : [reportOrganisation("organisation/no-successor", { until: sayDay(until) }, at("đến"))],
  );

const CHECKS: readonly Check[] = [
  checkCodes,
  checkAreas,
  checkSuperiors,
  checkDates,
  checkRenames,
  checkNames,
  checkEnds,
];

/** Everything that is wrong with the units themselves: codes, areas, superiors, days, names. */
export function checkUnits(sheet: UnitsSheet): readonly Finding[] {
  return CHECKS.flatMap((check) => check(sheet));
}
