import fc from "fast-check";
import type { Every, Timing, TimingAnchor, TimingTerm } from "../src/model/timing.js";
import { addDays } from "../src/periods/day.js";

const FIRST = "2020-01-01";

/** A day of the years 2020 to 2033. */
export const day = fc.integer({ min: 0, max: 14 * 365 }).map((count) => addDays(FIRST, count));

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const firstOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);

const year = fc.integer({ min: 2020, max: 2032 });
const months = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 26 }))
  .map(([from, month, length]) => ({ from: firstOfMonth(from, month), to: lastOfMonth(from, month + length) }));
const days = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

/** Spans in order that do not touch. */
const spans = fc.array(fc.oneof(months, days), { minLength: 1, maxLength: 4 }).map((all) => {
  const sorted = [...all].sort((left, right) => (left.from < right.from ? -1 : 1));
  const apart: { from: string; to: string }[] = [];
  for (const span of sorted) {
    const last = apart.at(-1);
    if (last === undefined || span.from > addDays(last.to, 1)) apart.push(span);
  }
  return apart;
});

const rule = fc.constantFrom("before" as const, "on" as const, "by" as const);
const of = fc.option(fc.constantFrom("next" as const, "previous" as const), { nil: undefined });
const date = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant("last" as const));
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const anchorOfMonth = fc.record({ day: date, rule, of }).map(without);
const anchorOfQuarter = fc
  .record({ day: date, rule, of, monthOfQuarter: fc.constantFrom("first" as const, "last" as const) })
  .map(without);
const anchorOfYear = fc.record({ day: date, rule, of, month: fc.integer({ min: 1, max: 12 }) }).map((anchor) =>
  without({
    ...anchor,
    day: anchor.day === "last" ? anchor.day : Math.min(anchor.day, DAYS[anchor.month - 1] ?? 28),
  }),
);

function anchorsOf(every: Every): fc.Arbitrary<TimingAnchor[]> {
  const some = (anchor: fc.Arbitrary<TimingAnchor>) => fc.array(anchor, { maxLength: 3 });
  if (every === "day" || every === "week") return fc.constant([]);
  if (every === "month") return some(anchorOfMonth);
  return some(every === "quarter" ? fc.oneof(anchorOfQuarter, anchorOfYear) : anchorOfYear);
}

const EVERY = ["day", "week", "month", "quarter", "halfYear", "year"] as const;

export const recurring: fc.Arbitrary<TimingTerm> = fc
  .constantFrom(...EVERY)
  .chain((every) =>
    fc
      .record({ times: fc.option(fc.integer({ min: 2, max: 12 }), { nil: undefined }), anchors: anchorsOf(every) })
      .map(({ times, anchors }) => without({ kind: "recurring" as const, every, times, anchors })),
  );

const length = fc.record({
  count: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom("hour", "day", "workingDay", "week", "month", "year"),
});
const event = fc.constantFrom(
  "ngày ký",
  "ngày nhận được hồ sơ",
  "khi kết thúc hội nghị",
  "ngày kiểm tra",
  "khi có hướng dẫn của cấp trên",
  "ngày Quy chế này có hiệu lực",
);
const approximate = fc.option(fc.constant(true as const), { nil: undefined });

export const term: fc.Arbitrary<TimingTerm> = fc.oneof(
  fc.record({ kind: fc.constant("ongoing" as const), from: fc.option(day, { nil: undefined }) }).map(without),
  fc.record({ kind: fc.constant("before" as const), day }),
  fc
    .record({
      kind: fc.constant("by" as const),
      day: fc.oneof(
        day,
        months.map(({ to }) => to),
      ),
      approximate,
    })
    .map(without),
  fc.record({ kind: fc.constant("within" as const), spans, approximate }).map(without),
  recurring,
  fc.record({ kind: fc.constant("relative" as const), side: fc.constant("after" as const), length, event }),
  fc.record({ kind: fc.constant("relative" as const), side: fc.constant("after" as const), length }),
  fc.record({ kind: fc.constant("relative" as const), side: fc.constant("after" as const), event }),
  fc.record({ kind: fc.constant("relative" as const), side: fc.constant("before" as const), length, event }),
  fc.record({ kind: fc.constant("relative" as const), side: fc.constant("before" as const), event }),
  fc.record({ kind: fc.constant("unquantified" as const) }),
);

const condition = fc.option(
  fc.constantFrom(
    "theo sự phân công của cấp uỷ",
    "tuỳ tình hình từng nơi",
    "khi có đủ điều kiện",
    "trừ trường hợp bất khả kháng",
    "theo Kế hoạch số 12-KH/ĐU, ngày 05/6/2026",
  ),
  { nil: undefined },
);

/** Any timing, without the words printed. */
export const timing: fc.Arbitrary<Pick<Timing, "terms" | "condition">> = fc
  .record({ terms: fc.array(term, { minLength: 1, maxLength: 4 }), condition })
  .map(without);
