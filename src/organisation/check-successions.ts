/** What may be wrong with the successions of `don-vi.yaml` beyond the form of each entry. */
import type { Finding, Place } from "../findings/finding.js";
import { reportOrganisation } from "../findings/messages/organisation.js";
import { nearest } from "../findings/nearest.js";
import { addDays, sayDay } from "../periods/day.js";
import type { UnitsSheet } from "./check-units.js";
import { dayOf, type SuccessionEntry } from "./declaration.js";
import { type Life, lives } from "./lives.js";
import type { Day } from "./register.js";

/** One step with its day and its place in the file. */
interface Step {
  readonly entry: SuccessionEntry;
  readonly day: Day;
  readonly index: number;
  readonly at: (...path: PropertyKey[]) => Place;
}

const SIDES = ["từ", "thành"] as const;

function checkCodes({ entry, at }: Step, known: ReadonlyMap<string, Life>): readonly Finding[] {
  return SIDES.flatMap((key) =>
    entry[key].flatMap((code, position, all): readonly Finding[] => {
      if (!known.has(code)) {
        const params = { key, code, nearest: nearest(code, [...known.keys()]) };
        return [reportOrganisation("organisation/unknown-unit", params, at(key, position))];
      }
      if (all.indexOf(code) === position) return [];
      return [reportOrganisation("organisation/repeated-unit", { key, code }, at(key, position))];
    }),
  );
}

function checkChange({ entry: { từ, thành }, at }: Step): readonly Finding[] {
  const [code = ""] = từ;
  return từ.length === 1 && thành.length === 1 && thành[0] === code
    ? [reportOrganisation("organisation/nothing-changes", { code }, at("thành", 0))]
    : [];
}

/** A unit may be in one step a day only: what happened first on that day would not be known. */
function checkDays(steps: readonly Step[]): readonly Finding[] {
  const seen = new Map<string, Step>();
  return steps.flatMap((step) =>
    [...new Set([...step.entry.từ, ...step.entry.thành])].flatMap((code) => {
      const id = `${step.day} ${code}`;
      const other = seen.get(id);
      if (other === undefined) {
        seen.set(id, step);
        return [];
      }
      const params = { code, day: sayDay(step.day), line: other.at("ngày").line };
      return [reportOrganisation("organisation/same-day", params, step.at("ngày"))];
    }),
  );
}

/** The unit must exist on the day before a step that takes it up, and on the day of one that leaves it. */
function checkPresence({ entry, day, at }: Step, known: ReadonlyMap<string, Life>): readonly Finding[] {
  const required = { từ: addDays(day, -1), thành: day };
  return SIDES.flatMap((key) =>
    entry[key].flatMap((code, position) => {
      const life = known.get(code);
      if (life === undefined || lives(life, required[key])) return [];
      const params = { code, day: sayDay(day), missing: sayDay(required[key]) };
      return [reportOrganisation("organisation/gap", params, at(key, position))];
    }),
  );
}

function checkHandovers({ entry, at }: Step): readonly Finding[] {
  const seen = new Set<string>();
  return (entry["bàn giao"] ?? []).flatMap((handover, index): readonly Finding[] => {
    const place = (...path: PropertyKey[]) => at("bàn giao", index, ...path);
    if (handover.từ === undefined && entry.từ.length > 1)
      return [reportOrganisation("organisation/handover-giver", { count: entry.từ.length }, place())];
    const from = handover.từ ?? entry.từ[0] ?? "";
    const sides = [
      { key: "từ", code: from, expected: entry.từ },
      { key: "đến", code: handover.đến, expected: entry.thành },
    ];
    const outside = sides.flatMap(({ key, code, expected }) =>
      expected.includes(code)
        ? []
        : [reportOrganisation("organisation/handover-outside", { key, code, expected }, place(key))],
    );
    const twice = Object.keys(handover["số liệu"]).flatMap((indicator) => {
      const id = [from, handover.đến, indicator].join(" ");
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const params = { indicator, from, to: handover.đến };
      return [reportOrganisation("organisation/handover-twice", params, place("số liệu", indicator))];
    });
    return [...outside, ...twice];
  });
}

/** A unit begins once and ends once, in this order, and on the days that it says itself. */
function checkLives(sheet: UnitsSheet, steps: readonly Step[]): readonly Finding[] {
  return sheet.file["đơn vị"].flatMap((unit, index): readonly Finding[] => {
    const code = unit.mã;
    const life = sheet.lives.get(code);
    if (life === undefined) return [];
    const atStep = (step: number) => steps.find((each) => each.index === step)?.at("ngày");
    const atUnit = (key: string) => sheet.placeOf(["đơn vị", index, key], "value");
    const [begin, second] = life.begins;
    const [end, again] = life.ends;
    if (begin && second)
      return [reportOrganisation("organisation/begins-twice", { code, day: sayDay(begin.day) }, atStep(second.step))];
    if (end && again)
      return [reportOrganisation("organisation/ends-twice", { code, day: sayDay(end.day) }, atStep(again.step))];
    if (begin && end && begin.day >= end.day) {
      const params = { code, begins: sayDay(begin.day), ends: sayDay(addDays(end.day, -1)) };
      return [reportOrganisation("organisation/succession-cycle", params, atStep(begin.step))];
    }
    const [from, until] = [dayOf(unit.từ), dayOf(unit.đến)];
    const wrong: Finding[] = [];
    if (begin && from !== undefined && from !== begin.day) {
      const params = { from: sayDay(from), day: sayDay(begin.day) };
      wrong.push(reportOrganisation("organisation/wrong-beginning", params, atUnit("từ")));
    }
    const last = end && addDays(end.day, -1);
    if (end && last && until !== undefined && until !== last) {
      const params = { until: sayDay(until), day: sayDay(end.day), last: sayDay(last) };
      wrong.push(reportOrganisation("organisation/wrong-end", params, atUnit("đến")));
    }
    return wrong;
  });
}

/** Everything that is wrong with the successions: codes, days, handovers, and what they make of the units' lives. */
export function checkSuccessions(sheet: UnitsSheet): readonly Finding[] {
  const steps = (sheet.file["sắp xếp"] ?? []).map(
    (entry, index): Step => ({
      entry,
      day: dayOf(entry.ngày) ?? "",
      index,
      at: (...path) => sheet.placeOf(["sắp xếp", index, ...path], "value"),
    }),
  );
  const form = [
    ...steps.flatMap((step) => [...checkCodes(step, sheet.lives), ...checkChange(step), ...checkHandovers(step)]),
    ...checkDays(steps),
  ];
  // what follows would only say the same again
  if (form.length > 0) return form;
  const contradictions = checkLives(sheet, steps);
  return contradictions.length > 0 ? contradictions : steps.flatMap((step) => checkPresence(step, sheet.lives));
}
