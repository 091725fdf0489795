import { beforeAll, describe, expect, it } from "vitest";
import { type FormSet, readBundledFormSet } from "../src/forms/index.js";
import { loadUnits } from "../src/organisation/load-units.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { FigureSource } from "../src/report/draft/subject.js";
import {
  type Phrase,
  partsOfShare,
  type Subject,
  sayBreakdown,
  sayComparison,
  sayCount,
  sayCumulative,
  sayShare,
  sayTarget,
  wordsOf,
} from "../src/report/sentences/index.js";
import { Figures } from "../src/report/totals/index.js";
import { type Held, type HeldPeriod, ledgerOf, type Sent } from "./report-ledger.js";

const UNITS = `khu vực: [Khu vực trung tâm]
đơn vị:
  - { mã: a, loại: xa-phuong, tên: Đảng uỷ xã A, khu vực: Khu vực trung tâm }
  - { mã: b, loại: xa-phuong, tên: Đảng uỷ xã B, khu vực: Khu vực trung tâm }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh }
`;

let formSet: FormSet;
let register: UnitRegister;
beforeAll(async () => {
  formSet = await readBundledFormSet();
  const loaded = loadUnits(UNITS, "don-vi.yaml");
  if (loaded.register === undefined) throw new Error("no register");
  register = loaded.register;
});

interface Case {
  readonly now: Sent;
  readonly last?: Held;
  readonly targets?: Held;
  /** Of another unit, whose figures are neither here nor there. */
  readonly lddl?: Held;
  readonly period?: string;
  readonly more?: Readonly<Record<string, HeldPeriod>>;
}

function subjectOf(
  key: string,
  noun: string | undefined,
  { now, last, targets, lddl, more, period = "2026-6t" }: Case,
) {
  const kind = period.split("-").at(-1);
  const ledger = ledgerOf({
    ...more,
    [period]: { units: { a: now, ...(lddl === undefined ? {} : { lddl }) } },
    ...(last === undefined ? {} : { [`2025-${kind}`]: { units: { a: last }, loaded: true } }),
    ...(targets === undefined ? {} : { "2026-chi-tieu": { units: { a: targets }, loaded: true } }),
  });
  const plan = { first: 2026, last: 2030 };
  const figures = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS, plan });
  const totals = figures.period(period);
  if (totals === undefined) throw new Error("no totals");
  const source = new FigureSource(figures, totals);
  const scope = totals.scopes.get("tinh");
  const subject = scope === undefined ? undefined : source.subject(key, scope, period, noun);
  if (subject === undefined) throw new Error("no subject");
  return { subject, source };
}

const sentence = (key: string, noun: string | undefined, given: Case, say: (subject: Subject) => Phrase): string =>
  wordsOf(say(subjectOf(key, noun, given).subject));

describe("counts", () => {
  const say = (key: string, verb: string, noun: string, now: Sent, zero?: string): string =>
    sentence(key, noun, { now }, (subject) =>
      sayCount(subject.ask(), subject, { verb, ...(zero === undefined ? {} : { zero }) }),
    );

  it.each([
    [5, "kết nạp 05 đảng viên"],
    [1, "kết nạp 01 đảng viên"],
    [10, "kết nạp 10 đảng viên"],
    [1054, "kết nạp 1.054 đảng viên"],
    [0, "chưa kết nạp đảng viên"],
  ])("a flow of %d", (C02, expected) => {
    expect(say("C02", "kết nạp", "đảng viên", { C02 })).toBe(expected);
  });

  it("missing is not zero", () => {
    expect(say("C02", "kết nạp", "đảng viên", "notSent")).toBe("chưa có số liệu về kết nạp đảng viên");
    expect(say("C02", "kết nạp", "đảng viên", "toCorrect")).toBe("chưa có số liệu về kết nạp đảng viên");
    expect(say("C02", "kết nạp", "đảng viên", { B02: 1 })).toBe("chưa có số liệu về kết nạp đảng viên");
    expect(say("B06", "có", "doanh nghiệp", "notSent")).toBe("chưa có số liệu về doanh nghiệp");
  });

  it("of what nobody wishes for", () => {
    expect(say("B04", "giảm", "tổ chức đảng", { B04: 0 }, "không")).toBe("không giảm tổ chức đảng");
    expect(say("B06", "có", "doanh nghiệp", { B06: 0 })).toBe("chưa có doanh nghiệp");
  });

  it("shares keep their sign and their nought", () => {
    const C06 = { C01: 47, C02: 0, C03a: 0, C03b: 0, C03c: 0, C03d: 0 };
    const gone = { C04a: 0, C04b: 0, C05a: 0, C05b: 0, C05c: 0, C05d: 0 };
    expect(say("C10", "chiếm", "tổng số", { ...C06, ...gone, G01: 1000 })).toBe("chiếm 4,7% tổng số");
    expect(say("C10", "chiếm", "tổng số", { ...C06, ...gone, C01: 0, G01: 1000 })).toBe("chiếm 0% tổng số");
    expect(say("C10", "chiếm", "tổng số", "notSent")).toBe("chưa có số liệu về tỷ lệ trong tổng số");
  });
});

describe("comparisons", () => {
  const flow = (now: Sent, last?: Held, period?: string): string =>
    sentence(
      "C02",
      "đảng viên",
      { now, ...(last === undefined ? {} : { last }), ...(period === undefined ? {} : { period }) },
      sayComparison,
    );

  it.each<[string, Sent, Held | undefined, string]>([
    ["growth", { C02: 125 }, { C02: 113 }, "tăng 12 đảng viên (10,62%) so với cùng kỳ năm trước"],
    ["fall", { C02: 90 }, { C02: 100 }, "giảm 10 đảng viên (10%) so với cùng kỳ năm trước"],
    ["fall to nothing", { C02: 0 }, { C02: 5 }, "giảm 05 đảng viên so với cùng kỳ năm trước"],
    ["no change", { C02: 7 }, { C02: 7 }, "bằng cùng kỳ năm trước"],
    ["never", { C02: 0 }, { C02: 0 }, "cùng kỳ năm trước cũng không phát sinh"],
    ["no base", { C02: 5 }, { C02: 0 }, "tăng 05 đảng viên (cùng kỳ không phát sinh)"],
    ["no earlier figure", { C02: 5 }, undefined, "không so sánh được với cùng kỳ năm trước (chưa có số liệu cùng kỳ)"],
    ["not yet reported", "notSent", { C02: 5 }, ""],
    ["blank", { B02: 1 }, { C02: 5 }, ""],
  ])("%s", (_, now, last, expected) => {
    expect(flow(now, last)).toBe(expected);
  });

  it("of a whole year, and of stocks", () => {
    expect(flow({ C02: 9 }, { C02: 6 }, "2026-nam")).toBe("tăng 03 đảng viên (50%) so với năm trước");
    const stock = (now: number, last: number): string =>
      sentence("B06", "doanh nghiệp", { now: { B06: now }, last: { B06: last } }, sayComparison);
    expect(stock(3, 0)).toBe("tăng 03 doanh nghiệp so với cùng kỳ năm trước");
    expect(stock(0, 0)).toBe("bằng cùng kỳ năm trước");
  });

  it("of shares are in points", () => {
    const given: Case = { now: "notSent", lddl: { D05: 86, A06: 100 } };
    const { subject } = subjectOf("D06", undefined, {
      ...given,
      more: { "2025-6t": { units: { lddl: { D05: 85, A06: 100 } }, loaded: true } },
    });
    expect(wordsOf(sayComparison(subject))).toBe("tăng 01 điểm % so với cùng kỳ năm trước");
  });

  it("of a review there is none to speak of", () => {
    expect(flow({ C02: 9 }, undefined, "2026-2028-sk")).toBe("");
  });

  it("name the ground when some units cannot be compared", () => {
    const { subject } = subjectOf("C02", "đảng viên", {
      now: "notSent",
      more: {},
    });
    expect(wordsOf(sayComparison(subject))).toBe("");
    const ledger = ledgerOf({
      "2026-6t": { units: { a: { C02: 9 }, b: { C02: 4 } } },
      "2025-6t": { units: { a: { C02: 6 } }, loaded: true },
    });
    const figures = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS });
    const totals = figures.period("2026-6t");
    const scope = totals?.scopes.get("tinh");
    if (totals === undefined || scope === undefined) throw new Error("no totals");
    const both = new FigureSource(figures, totals).subject("C02", scope, "2026-6t", "đảng viên");
    if (both === undefined) throw new Error("no subject");
    expect(wordsOf(sayComparison(both))).toBe(
      "tăng 03 đảng viên (50%) so với cùng kỳ năm trước (so sánh trên 1/2 đơn vị)",
    );
  });
});

describe("targets", () => {
  const say = (C02: number | undefined, T01: number | undefined, elapsed: number): string =>
    sentence(
      "C02",
      "đảng viên",
      {
        now: C02 === undefined ? "notSent" : { C02 },
        period: elapsed < 1 ? "2026-6t" : "2026-nam",
        ...(T01 === undefined ? {} : { targets: { T01 } }),
      },
      (subject) => sayTarget(subject, "year", elapsed),
    );

  it.each<[string, number | undefined, number | undefined, number, string]>([
    ["exceeded at the end", 110, 100, 1, "vượt chỉ tiêu năm (110%)"],
    ["met at the end", 100, 100, 1, "đạt chỉ tiêu năm (100%)"],
    ["missed at the end", 92, 100, 1, "chưa đạt chỉ tiêu năm (mới đạt 92%, còn thiếu 08 đảng viên)"],
    ["nothing done", 0, 100, 1, "chỉ tiêu năm là 100 đảng viên"],
    ["met early", 100, 100, 0.4, "đã đạt chỉ tiêu năm (100%)"],
    ["exceeded early", 104, 100, 0.4, "đã vượt chỉ tiêu năm (104%)"],
    ["on the way", 45, 100, 0.4, "đạt 45% chỉ tiêu năm"],
    ["behind", 31, 100, 0.4, "mới đạt 31% chỉ tiêu năm"],
    ["none set", 31, undefined, 0.4, ""],
    ["not reported", undefined, 100, 0.4, ""],
  ])("%s", (_, C02, T01, elapsed, expected) => {
    expect(say(C02, T01, elapsed)).toBe(expected);
  });

  const share = (key: string, lddl: Held): string =>
    sentence(key, undefined, { now: "notSent", lddl }, (subject) => sayTarget(subject, "year", 1));

  it.each([
    [86, "vượt chỉ tiêu (từ 85% trở lên)"],
    [85, "đạt chỉ tiêu (từ 85% trở lên)"],
    [84, "chưa đạt chỉ tiêu (từ 85% trở lên)"],
  ])("a share of %d%% against at least 85%%", (D05, expected) => {
    expect(share("D06", { D05, A06: 100 })).toBe(expected);
  });

  it("more than all cannot be asked for", () => {
    expect(share("D13", { D12: 9, D04: 10 })).toBe("chưa đạt chỉ tiêu (100%)");
    expect(share("D13", { D12: 10, D04: 10 })).toBe("đạt chỉ tiêu (100%)");
  });
});

describe("shares, parts, sums over the plan", () => {
  it("say both numbers", () => {
    const parts = partsOfShare(formSet, "D06");
    expect(parts).toEqual({ part: "D05", whole: "A06" });
    expect(partsOfShare(formSet, "C06")).toBeUndefined();
    const say = (lddl: Held): string =>
      sentence("D06", "doanh nghiệp", { now: "notSent", lddl }, (subject) =>
        sayShare(subject, { part: "D05", whole: "A06" }, "có"),
      );
    expect(say({ D05: 612, A06: 748 })).toBe("có 612/748 doanh nghiệp (81,82%)");
    expect(say({ D05: 0, A06: 748 })).toBe("chưa có doanh nghiệp");
    expect(say({ D05: 612 })).toBe("chưa có số liệu về tỷ lệ doanh nghiệp");
  });

  it("leave out parts that did not occur and name parts not reported", () => {
    const say = (now: Held): string =>
      sentence("C02", undefined, { now }, ({ ask }) =>
        sayBreakdown(ask(), [
          { figure: ask(undefined, "C02a"), name: "nữ" },
          { figure: ask(undefined, "C02c"), name: "công nhân" },
          { figure: ask(undefined, "C02d"), name: "chủ doanh nghiệp" },
        ]),
      );
    expect(say({ C02: 9, C02a: 3, C02c: 5, C02d: 1 })).toBe("; trong đó: 03 nữ; 05 công nhân; 01 chủ doanh nghiệp");
    expect(say({ C02: 9, C02a: 3, C02c: 0, C02d: 0 })).toBe(", trong đó có 03 nữ");
    expect(say({ C02: 9, C02a: 3, C02c: 0 })).toBe("; trong đó: 03 nữ; chưa có số liệu về chủ doanh nghiệp");
    expect(say({ C02: 9, C02a: 0, C02c: 0, C02d: 0 })).toBe("");
    expect(say({ C02: 0, C02a: 0 })).toBe("");
    expect(say({ B02: 9 })).toBe("");
  });

  it("add up the years of the plan, and say nothing twice in its first", () => {
    const earlier = { "2026-nam": { units: { a: { C02: 20 } }, loaded: true } } as const;
    const say = (given: Case, starts: boolean): string =>
      sentence("C02", "đảng viên", given, (subject) =>
        sayCumulative(subject, "kết nạp", { first: 2026, starts, elapsed: 0.3 }),
      );
    const targets = { "2026-chi-tieu": { units: { a: { T02: 100 } }, loaded: true } } as const;
    expect(say({ now: { C02: 5 } }, true)).toBe("");
    expect(say({ now: { C02: 5 }, more: targets }, true)).toBe(
      "Tính từ năm 2026 đến nay, kết quả kết nạp đảng viên mới đạt 5% chỉ tiêu cả giai đoạn.",
    );
    expect(say({ now: { C02: 5 }, period: "2027-6t", more: earlier }, false)).toBe(
      "Luỹ kế từ năm 2026 đến nay kết nạp 25 đảng viên.",
    );
    expect(say({ now: { C02: 5 }, period: "2027-6t" }, false)).toBe(
      "Luỹ kế từ năm 2026 đến nay chưa có số liệu về kết nạp đảng viên.",
    );
  });
});
