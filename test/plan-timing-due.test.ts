import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Timing } from "../src/model/timing.js";
import { addDays } from "../src/periods/day.js";
import {
  dueDays,
  judgeProblem,
  judgeTiming,
  nextDue,
  type Recurrence,
  readTiming,
  recurrenceOf,
  reminderDays,
  settleTiming,
  type TimingMeasure,
} from "../src/plan/timing/index.js";
import { timing as anyTiming, recurring } from "./plan-timing.arbitraries.js";

function timing(words: string): Timing {
  const read = readTiming(words);
  if (read.timing === undefined) throw new Error(`${words}: ${read.problem.kind}`);
  return read.timing;
}

const days = (words: string, from: string, to: string) => dueDays(timing(words), from, to).map(({ day }) => day);

describe("times counted from the plan's signing", () => {
  const settled = (words: string) =>
    dueDays(settleTiming(timing(words), "2026-03-10"), "2026-01-01", "2027-12-31").map(({ day }) => day);

  it("have a day once it is signed; the day of signing is not counted, nor are Saturdays and Sundays of working days", () => {
    expect(settled("trong vòng 15 ngày kể từ ngày ban hành Kế hoạch")).toEqual(["2026-03-25"]);
    expect(settled("trong thời hạn 05 ngày làm việc kể từ ngày ký")).toEqual(["2026-03-17"]);
    expect(settled("trong thời hạn 02 tuần kể từ ngày ký ban hành")).toEqual(["2026-03-24"]);
    expect(settled("trong thời hạn 03 tháng kể từ ngày Kế hoạch này được ban hành")).toEqual(["2026-06-10"]);
  });

  it("have none when they count from anything else", () => {
    for (const words of [
      "trong vòng 15 ngày kể từ ngày nhận được báo cáo",
      "trong thời hạn 05 ngày làm việc kể từ khi kết thúc hội nghị",
      "trong thời hạn 10 ngày",
      "ngay sau khi ban hành Kế hoạch",
    ])
      expect([words, settled(words)]).toEqual([words, []]);
  });
});

describe("due days", () => {
  it("are the day before what must be done before it, and the last day of a span", () => {
    const all = (words: string) => days(words, "2020-01-01", "2035-12-31");
    expect(all("trước ngày 20/4/2026")).toEqual(["2026-04-19"]);
    expect(all("trước ngày 01/3/2028")).toEqual(["2028-02-29"]);
    expect(all("chậm nhất ngày 30/6/2026")).toEqual(["2026-06-30"]);
    expect(all("trong quý II và quý IV/2026")).toEqual(["2026-06-30", "2026-12-31"]);
    expect(all("trong quý II và III/2026")).toEqual(["2026-09-30"]);
    expect(all("giai đoạn 2026 - 2030")).toEqual(["2030-12-31"]);
    for (const none of ["thường xuyên", "kịp thời", "trong thời hạn 10 ngày", "hằng ngày"])
      expect(all(none)).toEqual([]);
  });

  it("of a recurrence are its anchors, or the last day of each period with a flag", () => {
    expect(
      days("hằng quý vào ngày 20 của tháng cuối quý; cuối năm vào ngày 15 tháng 11", "2026-01-01", "2026-12-31"),
    ).toEqual(["2026-03-20", "2026-06-20", "2026-09-20", "2026-11-15", "2026-12-20"]);
    expect(days("trước ngày 31 hằng tháng", "2027-01-01", "2027-04-30")).toEqual([
      "2027-01-30",
      "2027-02-28",
      "2027-03-30",
      "2027-04-30",
    ]);
    expect(days("trước ngày 01 hằng tháng", "2026-12-31", "2027-01-31")).toEqual(["2026-12-31", "2027-01-31"]);
    const open = dueDays(timing("hằng quý"), "2026-01-01", "2026-06-30");
    expect(open.map(({ day, dayGiven }) => [day, dayGiven])).toEqual([
      ["2026-03-31", false],
      ["2026-06-30", false],
    ]);
    expect(dueDays(timing("cuối tháng 11/2026"), "2026-01-01", "2026-12-31")).toMatchObject([
      { day: "2026-11-30", approximate: true },
    ]);
  });

  it("next come on the day itself or after it", () => {
    const plan = timing("định kỳ 6 tháng (trước ngày 25/5), 1 năm (trước ngày 25/12)");
    expect(nextDue(plan, "2026-05-24")?.day).toBe("2026-05-24");
    expect(nextDue(plan, "2026-05-25")?.day).toBe("2026-12-24");
    expect(nextDue(plan, "2026-12-25")?.day).toBe("2027-05-24");
    expect(nextDue(timing("trước ngày 20/4/2036"), "2026-01-01")?.day).toBe("2036-04-19");
    expect(nextDue(timing("trước ngày 20/4/2026"), "2026-04-20")).toBeUndefined();
  });

  it("next are the first of those of a window", () => {
    fc.assert(
      fc.property(anyTiming, fc.integer({ min: 0, max: 4000 }), (value, count) => {
        const day = addDays("2021-01-01", count);
        expect(nextDue(value, day)?.day).toBe(dueDays(value, day, "2050-12-31")[0]?.day);
      }),
      { numRuns: 25 },
    );
  });

  it("are remembered 7 days and a day before, on a working day", () => {
    expect(reminderDays("2026-06-30")).toEqual(["2026-06-23", "2026-06-29"]);
    // a Monday: the day before is a Sunday
    expect(reminderDays("2026-06-29")).toEqual(["2026-06-22", "2026-06-26"]);
    expect(reminderDays("2026-06-28")).toEqual(["2026-06-19", "2026-06-26"]);
    expect(reminderDays("2026-06-29", [1, 2, 3])).toEqual(["2026-06-26"]);
  });
});

/** Whether a rule names a day: a series begins on one that it names (RFC 5545, 3.8.5.3). */
function names(rule: Recurrence, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const fromEnd = date.getUTCDate() - last - 1;
  return (
    (rule.byMonth?.includes(date.getUTCMonth() + 1) ?? true) &&
    (rule.byMonthDay?.some((count) => count === date.getUTCDate() || count === fromEnd) ?? true) &&
    (rule.byDay === undefined || date.getUTCDay() === 0)
  );
}

/** The rule's days as ical.js, which did not write it, reckons them. */
function expand(rule: Recurrence, since: string, to: string): string[] {
  let from = since;
  while (!names(rule, from)) from = addDays(from, 1);
  const parts = [
    `FREQ=${rule.freq}`,
    `INTERVAL=${rule.interval}`,
    ...(rule.byMonth ? [`BYMONTH=${rule.byMonth}`] : []),
    ...(rule.byMonthDay ? [`BYMONTHDAY=${rule.byMonthDay}`] : []),
    ...(rule.byDay ? [`BYDAY=${rule.byDay}`] : []),
  ];
  const iterator = ICAL.Recur.fromString(parts.join(";")).iterator(ICAL.Time.fromDateString(from));
  const found: string[] = [];
  for (let next = iterator.next(); next && next.toString() <= to; next = iterator.next()) found.push(next.toString());
  return found;
}

describe("rules of recurrence", () => {
  it("give a calendar program the same days", () => {
    fc.assert(
      fc.property(
        recurring.filter((term) => term.kind === "recurring" && term.every !== "day"),
        fc.constantFrom("2026-01-01", "2027-01-01"),
        (term, from) => {
          const value = { terms: [term] };
          const to = addDays(from, 800);
          const expected = new Set(dueDays(value, from, to).map(({ day }) => day));
          const reckoned = new Set((recurrenceOf(value) ?? []).flatMap((rule) => expand(rule, from, to)));
          expect([...reckoned].sort()).toEqual([...expected].sort());
        },
      ),
      { numRuns: 25 },
    );
  });

  it("are none where nothing recurs, and say when the words name no day", () => {
    expect(recurrenceOf(timing("trước ngày 20/4/2026"))).toBeUndefined();
    expect(recurrenceOf(timing("hằng tháng"))).toEqual([
      { freq: "MONTHLY", interval: 1, byMonthDay: [-1], dayGiven: false },
    ]);
    expect(recurrenceOf(timing("hằng quý vào ngày 20 của tháng cuối quý"))).toEqual([
      { freq: "YEARLY", interval: 1, byMonth: [3, 6, 9, 12], byMonthDay: [20], dayGiven: true },
    ]);
  });
});

describe("findings about a time", () => {
  const found = (words: string, measure: TimingMeasure = { signed: "2026-04-15" }) =>
    judgeTiming(timing(words), measure).map(({ id, severity }) => `${severity} ${id}`);

  it.each([
    ["kịp thời", ["warning plan/timing-unquantified"]],
    ["định kỳ", ["warning plan/timing-unquantified"]],
    ["hằng quý", ["warning plan/timing-no-day"]],
    ["định kỳ 6 tháng, năm", ["warning plan/timing-no-day", "warning plan/timing-no-day"]],
    ["hằng quý, vào ngày 20 của tháng cuối quý", []],
    ["thường xuyên", []],
    ["trước ngày 15/4/2026", ["error plan/timing-past"]],
    ["trong quý I/2026", ["error plan/timing-past"]],
    ["cuối tháng 3/2026", ["warning plan/timing-perhaps-past"]],
    ["trước ngày 20/4/2026", ["warning plan/timing-short"]],
    ["trong tháng 4/2026", ["warning plan/timing-short"]],
    ["trong tháng 01/2027", ["note plan/timing-next-year"]],
    ["đến năm 2030", []],
  ])("%s", (words, ids) => {
    expect(found(words)).toEqual(ids);
  });

  it("are measured by what the caller says", () => {
    expect(found("trong tháng 4/2026", { signed: "2026-04-15", leadDays: 10 })).toEqual([]);
    expect(found("trong tháng 01/2027", { signed: "2026-04-15", lastYear: 2030 })).toEqual([]);
    expect(found("trước ngày 20/4/2020", {})).toEqual([]);
  });

  it("of words that are no time name the words and what to write", () => {
    const said = (words: string) => {
      const { problem } = readTiming(words);
      return problem && judgeProblem(problem);
    };
    expect(said("trước ngày 31/02/2026")).toMatchObject({
      id: "plan/timing-impossible",
      severity: "error",
      found: '"trước ngày 31/02/2026" không có trong lịch.',
    });
    expect(said("trong quý III")).toMatchObject({ id: "plan/timing-year-missing", severity: "warning" });
    expect(said("từ tháng 9/2026 đến tháng 8/2026")).toMatchObject({ id: "plan/timing-reversed", severity: "error" });
    expect(said("khi nào tiện")).toMatchObject({ id: "plan/timing-unreadable", severity: "warning" });
  });
});
