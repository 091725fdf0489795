import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Timing } from "../src/model/timing.js";
import { dayInYear } from "../src/periods/day.js";
import { findTimings, printTiming, readTiming } from "../src/plan/timing/index.js";
import { timing } from "./plan-timing.arbitraries.js";

const reading = (text: string) => {
  const { timing: read, problem } = readTiming(text);
  if (read === undefined) return { problem };
  const { printed: _, ...said } = read;
  return said;
};

describe("timings printed and read again", () => {
  it("say the same, in figures and in words, whatever form the letters have", () => {
    const style = fc.record({ days: fc.constantFrom("short" as const, "words" as const), capital: fc.boolean() });
    fc.assert(
      fc.property(timing, style, fc.constantFrom("NFC", "NFD"), (value, printing, form) => {
        const printed = printTiming(value, printing);
        expect(reading(printed.normalize(form)), printed).toEqual(value);
        expect(Timing.safeParse({ ...value, printed }).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("are refused for every day that the calendar lacks, and for no other", () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(35), part(14), fc.integer({ min: 1999, max: 2101 }), (day, month, year) => {
        const iso = month === 0 ? undefined : dayInYear(year, month, day);
        for (const words of [`trước ngày ${day}/${month}/${year}`, `trước ngày ${day} tháng ${month} năm ${year}`]) {
          expect(reading(words)).toEqual(
            iso === undefined ? { problem: { kind: "impossible", words } } : { terms: [{ kind: "before", day: iso }] },
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it("never throw, whatever is written", () => {
    const piece = fc.constantFrom(
      ..."trước ngày tháng quý năm từ đến hằng mỗi định kỳ cuối đầu lần 6 31 02 2026 / - , ; ( ) và II V . ít nhất".split(
        " ",
      ),
    );
    const scrap = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(" ")),
      fc.string(),
    );
    fc.assert(
      fc.property(scrap, (text) => {
        const read = readTiming(text, { year: 2026 });
        if (read.timing !== undefined) expect(Timing.safeParse(read.timing).success, text).toBe(true);
        for (const { start, end, timing: found } of findTimings(text, { year: 2026 })) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          if (found !== undefined) expect(Timing.safeParse(found).success, text).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
