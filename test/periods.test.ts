import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  atLevel,
  checkExtension,
  daysBetween,
  daysLate,
  extend,
  findPeriod,
  mergeKinds,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodOfYear,
  phaseOn,
  REVIEW_LEVELS,
  readPeriod,
  sayDay,
  todayInVietnam,
} from "../src/periods/index.js";

const period = (id: string, kinds: readonly PeriodKind[] = PERIOD_KINDS): Period => {
  const found = readPeriod(id, kinds);
  if (found === undefined) throw new Error(`no period ${id}`);
  return found;
};

const year = fc.integer({ min: 1990, max: 2150 });

describe("windows and due days", () => {
  it.each([
    ["2026-6t", "6 tháng đầu năm 2026", "2026-05-01", "2025-12-16", "2026-05-15", "2026-05-24", "trước ngày 25/5/2026"],
    ["2026-nam", "năm 2026", "2026-12-01", "2025-12-16", "2026-12-15", "2026-12-24", "trước ngày 25/12/2026"],
    ["2026-q1", "quý I năm 2026", "2026-03-01", "2025-12-16", "2026-03-20", "2026-03-20", "chậm nhất ngày 20/3/2026"],
    ["2026-q2", "quý II năm 2026", "2026-06-01", "2025-12-16", "2026-06-20", "2026-06-20", "chậm nhất ngày 20/6/2026"],
    ["2026-q3", "quý III năm 2026", "2026-09-01", "2025-12-16", "2026-09-20", "2026-09-20", "chậm nhất ngày 20/9/2026"],
    ["2026-q4", "quý IV năm 2026", "2026-12-01", "2025-12-16", "2026-12-20", "2026-12-20", "chậm nhất ngày 20/12/2026"],
    [
      "2026-2028-sk",
      "sơ kết giai đoạn 2026 - 2028",
      "2028-08-01",
      "2025-12-16",
      "2028-05-15",
      "2028-11-09",
      "trước ngày 10/11/2028",
    ],
    [
      "2026-2030-tk",
      "tổng kết giai đoạn 2026 - 2030",
      "2030-10-01",
      "2025-12-16",
      "2030-12-15",
      "2030-12-24",
      "trước ngày 25/12/2030",
    ],
  ])("%s", (id, name, opens, from, to, lastDay, dueInWords) => {
    expect(period(id)).toMatchObject({ id, name, opens, window: { from, to }, lastDay, dueInWords });
  });

  it("chains each year to the one before, without a gap or a day counted twice", () => {
    fc.assert(
      fc.property(year, (each) => {
        const [last, half, whole] = [period(`${each - 1}-nam`), period(`${each}-6t`), period(`${each}-nam`)];
        expect(whole.window.from).toBe(addDays(last.window.to, 1));
        expect(half.window.from).toBe(whole.window.from);
        expect(half.window.to < whole.window.to).toBe(true);
      }),
    );
  });

  it("covers with a review exactly the years that it names", () => {
    expect(period("2026-2030-tk").window).toEqual({
      from: period("2026-nam").window.from,
      to: period("2030-nam").window.to,
    });
    expect(period("2026-2028-sk").window.to).toBe(period("2028-6t").window.to);
  });

  it("opens before it is due and ends its data before that, for every kind and year", () => {
    fc.assert(
      fc.property(year, fc.constantFrom(...PERIOD_KINDS), (last, kind) => {
        const { opens, window, lastDay } = period(
          kind.years === "span" ? `${last - 2}-${last}-${kind.id}` : `${last}-${kind.id}`,
        );
        expect(window.from < window.to).toBe(true);
        expect(window.to <= lastDay).toBe(true);
        expect(opens < lastDay).toBe(true);
      }),
    );
  });

  it("lets every level of a review be due before the one above, and files on the period's own day", () => {
    for (const id of ["2026-2028-sk", "2026-2030-tk"]) {
      const days = REVIEW_LEVELS.map((level) => atLevel(period(id), level.id, PERIOD_KINDS)?.lastDay ?? "");
      expect(days).toEqual([...new Set(days)].sort());
      expect(atLevel(period(id), "file", PERIOD_KINDS)).toEqual(period(id));
    }
    const base = atLevel(period("2026-2028-sk"), "base", PERIOD_KINDS);
    expect(base).toMatchObject({ lastDay: "2028-09-30", dueInWords: "chậm nhất ngày 30/9/2028" });
    expect(atLevel(period("2026-6t"), "base", PERIOD_KINDS)).toBeUndefined();
  });

  it("follows the cut-off that an office sets for its year", () => {
    const own = PERIOD_KINDS.filter(({ id }) => id === "nam").map((kind) => ({
      ...kind,
      cutOff: { day: 30, month: 11, year: 0 },
    }));
    const kinds = mergeKinds(own);
    expect(kinds).toHaveLength(PERIOD_KINDS.length);
    expect(period("2026-6t", kinds).window).toEqual({ from: "2025-12-01", to: "2026-05-15" });
  });

  it("knows leap years: strictly before 01/3 is the last of February", () => {
    const kind: PeriodKind = {
      id: "t2",
      name: "tháng hai",
      years: "one",
      opens: { day: 1, month: 2, year: 0 },
      cutOff: { day: 15, month: 2, year: 0 },
      begins: { day: 31, month: 12, year: -1 },
      due: { anchor: { day: 1, month: 3, year: 0 }, rule: "before" },
    };
    const kinds = mergeKinds([kind]);
    expect(period("2028-t2", kinds)).toMatchObject({ lastDay: "2028-02-29", dueInWords: "trước ngày 01/3/2028" });
    expect(period("2026-t2", kinds)).toMatchObject({ lastDay: "2026-02-28", name: "tháng hai năm 2026" });
    expect(period("2026-t2", kinds).window.from).toBe("2025-12-31");
  });
});

describe("ids", () => {
  it.each(["2026-6T", " 2026-6t ", "2026-Năm", "2026-NAM"])("takes %j", (typed) => {
    expect(["2026-6t", "2026-nam"]).toContain(period(typed).id);
  });

  it.each([
    ["6t-2026", "period/malformed", "2026-6t"],
    ["", "period/malformed", "2026-nam"],
    ["26-6t", "period/malformed", "2026-6t"],
    ["0000-nam", "period/malformed", "2026-6t"],
    ["2026-namm", "period/unknown-kind", "2026-nam"],
    ["2026-2028-skk", "period/unknown-kind", "2026-2028-sk"],
    ["2026-chuyen-de", "period/unknown-kind", "kỳ báo cáo"],
    ["2028-sk", "period/wrong-years", "2026-2028-sk"],
    ["2026-2027-6t", "period/wrong-years", "2026-6t"],
    ["2028-2026-sk", "period/years-reversed", "năm đầu trước"],
  ])("refuses %j", (typed, id, words) => {
    const { period: none, findings } = findPeriod(typed, PERIOD_KINDS);
    expect(none).toBeUndefined();
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(`${findings[0]?.found} ${findings[0]?.remedy}`).toContain(words);
  });

  it("gives back the period of its own id", () => {
    for (const id of ["2026-q3", "2026-6t", "2027-nam", "2026-2028-sk"])
      expect(readPeriod(id, PERIOD_KINDS)?.id).toBe(id);
  });
});

describe("being late", () => {
  const half = period("2026-6t");

  it("counts from the last day on which a return is on time", () => {
    expect([daysLate(half, "2026-05-01"), daysLate(half, "2026-05-24")]).toEqual([0, 0]);
    expect([daysLate(half, "2026-05-25"), daysLate(half, "2026-06-03")]).toEqual([1, 10]);
    expect(daysLate(period("2026-q1"), "2026-03-20")).toBe(0);
    expect(daysLate(period("2026-q1"), "2026-03-21")).toBe(1);
  });

  it("takes an extension, and never shortens the time", () => {
    const longer = extend(half, "2026-05-29");
    expect(longer).toMatchObject({ id: half.id, lastDay: "2026-05-29", dueInWords: "chậm nhất ngày 29/5/2026" });
    expect([daysLate(longer, "2026-05-29"), daysLate(longer, "2026-05-30")]).toEqual([0, 1]);
    expect(extend(half, "2026-05-20")).toEqual(half);
    expect(checkExtension(half, "2026-05-29")).toEqual([]);
    expect(checkExtension(half, "2026-05-24").map(({ id }) => id)).toEqual(["period/no-extension"]);
  });

  it("says where a day stands", () => {
    const days = ["2026-04-30", "2026-05-01", "2026-05-24", "2026-05-25"];
    expect(days.map((day) => phaseOn(half, day))).toEqual(["notOpen", "open", "open", "late"]);
  });
});

describe("days", () => {
  it("keeps Vietnam's day, wherever the machine is", () => {
    expect(todayInVietnam(new Date("2026-05-24T16:59:59Z"))).toBe("2026-05-24");
    expect(todayInVietnam(new Date("2026-05-24T17:00:00Z"))).toBe("2026-05-25");
    expect(todayInVietnam(new Date("2026-05-24T19:30:00-07:00"))).toBe("2026-05-25");
    // on these nights clocks change in Europe and America, not in Vietnam
    expect(todayInVietnam(new Date("2026-03-29T01:30:00+01:00"))).toBe("2026-03-29");
    expect(todayInVietnam(new Date("2026-11-01T08:30:00Z"))).toBe("2026-11-01");
  });

  it("counts days as it adds them", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (count) => {
        expect(daysBetween("2026-01-01", addDays("2026-01-01", count))).toBe(count);
      }),
    );
  });

  it("writes days as documents do", () => {
    expect(["2026-05-25", "2026-02-05", "2025-12-16"].map(sayDay)).toEqual(["25/5/2026", "05/02/2026", "16/12/2025"]);
  });
});

describe("the years of a review", () => {
  it("are whole ones, the last up to the review's own cut-off", () => {
    const of = (id: string, number: number) => {
      const period = readPeriod(id, PERIOD_KINDS);
      return period && periodOfYear(period, number, PERIOD_KINDS)?.id;
    };
    expect([0, 1, 2, 3, 4].map((number) => of("2026-2028-sk", number))).toEqual([
      ...["2025-nam", "2026-nam", "2027-nam", "2028-6t"],
      undefined,
    ]);
    expect([1, 5].map((number) => of("2026-2030-tk", number))).toEqual(["2026-nam", "2030-nam"]);
  });
});
