import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillWorkbook } from "../../src/workbook/fill-workbook.js";
import { englishIn } from "../cli.environment.js";
import { type CycleOffice, openCycleOffice } from "../cli-cycle.sample.js";
import {
  countedFigures,
  type Extra,
  type Figures,
  FLOWS,
  fillReview,
  homeOf,
  layoutOf,
  loadFigures,
  loadOpenings,
  REVIEW_UNITS,
  reportYear,
  reviewFigures,
  STOCKS,
  spanTotals,
} from "../cli-cycle-review.sample.js";
import { change, deleteColumn } from "../workbook-read.edit.js";

const REVIEW = "2026-2028-sk";
const FINAL = "2026-2030-tk";

/** Fills a unit's outline of a review and puts it into the inbox of a day. */
async function sendReview(
  office: CycleOffice,
  period: string,
  unit: string,
  day: string,
  figures: Figures,
  more: { readonly extra?: Extra; readonly outline?: string; readonly edit?: (bytes: Uint8Array) => Uint8Array } = {},
): Promise<void> {
  const { extra = [], outline = `${unit}.xlsx`, edit = (bytes) => bytes } = more;
  const layout = await layoutOf(office.register, unit, period);
  const bytes = edit(fillReview(await office.bytes(`ra/${period}/${outline}`), layout, figures, extra));
  await office.write(`hop-thu-den/${day}/${unit}/so-lieu.xlsx`, bytes);
}

interface Returned {
  readonly unit: string;
  readonly state: string;
  readonly daysLate: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly weight: string;
    readonly found: string;
    readonly remedy: string;
    readonly cell?: { readonly address: string };
    readonly explanation?: string;
  }[];
}

/** Collects what lies in the inbox of a day. */
async function collected(office: CycleOffice, day: string, on = day): Promise<readonly Returned[]> {
  return (await office.json(on, "collect", `hop-thu-den/${day}`)).returns;
}

const rules = ({ findings }: Returned): readonly string[] => [
  ...new Set(findings.filter(({ weight }) => weight !== "note").map(({ rule }) => rule)),
];

/** Figures of the whole span as typed: what must stand in the ledger. */
const withTotals = (figures: Figures, years: number): Figures => ({
  ...figures,
  ...Object.fromEntries(Object.entries(spanTotals(figures, years)).map(([key, value]) => [`${key}/actual`, value])),
});

describe("a review of three years", () => {
  let office: CycleOffice;
  const reported: Record<string, Figures> = {};
  const HALF_2028 = Object.fromEntries(
    [...FLOWS, ...STOCKS].map((key, index) => [
      key,
      { C02: 9, C02c: 4, C02d: 1, C06: 540 }[key as string] ?? index + 3,
    ]),
  );
  beforeAll(async () => {
    office = await openCycleOffice(REVIEW_UNITS);
    await loadOpenings(office, ["p-song-kim"]);
    for (const [period, day] of [
      ["2026-nam", "2026-12-20"],
      ["2027-nam", "2027-12-20"],
    ] as const) {
      // the second year's outline is filled with what the ledger has of the first, shares included
      reported[period] = await reportYear(office, "p-song-kim", period, day);
      expect((await office.cycle(day, "lock", period)).exit).toBe(0);
    }
    await loadFigures(office, "p-song-kim", "2028-6t", HALF_2028);
    expect((await office.cycle("2028-08-02", "open", REVIEW)).exit).toBe(0);
  });
  afterAll(() => office.remove());

  it("has outlines for who reports here, with the years that are locked filled in", async () => {
    const { units, exit } = await office.json("2028-08-02", "open", REVIEW);
    expect(exit).toBe(0);
    expect(units.map(({ unit, kind }: Record<string, string>) => [unit, kind])).toEqual(
      ["p-song-kim", "p-tan-linh", "du-kcn", "lddl"].map((unit) => [unit, "same"]),
    );
  });

  it("takes figures from the ledger, and asks a unit whose years are all locked for text alone", async () => {
    await sendReview(office, REVIEW, "p-song-kim", "2028-10-01", {});
    const [song] = await collected(office, "2028-10-01");
    expect(song).toMatchObject({ unit: "p-song-kim", state: "accepted" });
    const known = (await countedFigures(office, "p-song-kim", REVIEW))?.figures ?? {};
    const [first = {}, second = {}] = [reported["2026-nam"], reported["2027-nam"]];
    for (const key of ["K05", "K01", "B02", "C02", "C02d", "C02c", "B06", "C06c"]) {
      expect([key, known[`${key}/year1`], known[`${key}/year2`]]).toEqual([key, first[key], second[key]]);
      expect([key, known[`${key}/year3`]]).toEqual([key, HALF_2028[key]]);
    }
    // computed from typed figures in the year's own return
    expect(known["B05/year1"]).toBe((first.B05a ?? 0) + (first.B05b ?? 0));
    expect(known["C02/actual"]).toBe((first.C02 ?? 0) + (second.C02 ?? 0) + 9);
    expect(known["C06/actual"]).toBe(540);
  });

  it("notes what was typed, sums of flows and last stocks", async () => {
    const [tan, kcn] = [reviewFigures(2, 3), reviewFigures(3, 3)];
    await sendReview(office, REVIEW, "p-tan-linh", "2028-10-02", tan);
    await sendReview(office, REVIEW, "du-kcn", "2028-10-02", kcn);
    const returns = await collected(office, "2028-10-02");
    expect(returns.map(({ unit, state }) => [unit, state]).sort()).toEqual([
      ["du-kcn", "accepted"],
      ["p-tan-linh", "accepted"],
    ]);
    expect((await countedFigures(office, "p-tan-linh", REVIEW))?.figures).toEqual(withTotals(tan, 3));
    expect((await countedFigures(office, "du-kcn", REVIEW))?.figures).toEqual(withTotals(kcn, 3));
  });

  it("works shares out of each year, and asks for an explanation where figures are implausible", async () => {
    const figures: Record<string, number> = {};
    for (const measure of ["baseline", "year1", "year2", "year3"]) {
      for (const [key, value] of Object.entries({ D02: 2, D04: 40, A06: 60, D05: 45, D09: 900, D10: 3, D11: 2 })) {
        figures[`${key}/${measure}`] = value;
      }
    }
    figures["D05/year3"] = 66;
    await sendReview(office, REVIEW, "lddl", "2028-10-03", figures);
    const [first] = await collected(office, "2028-10-03");
    expect(first).toMatchObject({ state: "explain" });
    expect(first && rules(first)).toEqual(["KT-D05-A06"]);
    const layout = await layoutOf(office.register, "lddl", REVIEW);
    const note = layout.notes.find(({ key }) => key === "D05");
    const extra = [{ sheet: note?.sheet ?? "", address: note?.address ?? "", typed: "Có công đoàn dưới 20 lao động" }];
    await sendReview(office, REVIEW, "lddl", "2028-10-04", figures, { extra });
    const [second] = await collected(office, "2028-10-04");
    expect(second).toMatchObject({ state: "accepted" });
    const known = (await countedFigures(office, "lddl", REVIEW))?.figures ?? {};
    expect([known["D06/baseline"], known["D06/year1"], known["D06/actual"]]).toEqual([75, 75, 110]);
    expect([known["D02/actual"], known["D04/actual"]]).toEqual([6, 40]);
  });

  it("adds the units up", async () => {
    const { exit, stdout } = await office.cycle("2028-10-05", "reconcile", REVIEW);
    expect([exit, stdout.split("\n")[0]]).toEqual([
      0,
      "Kỳ sơ kết giai đoạn 2026 - 2028: tính trên 4/4 đơn vị đã vào tổng hợp.",
    ]);
  });

  describe("finds", () => {
    const good = reviewFigures(2, 3);
    const broken = async (
      day: string,
      figures: Figures,
      more: Parameters<typeof sendReview>[5] = {},
    ): Promise<Returned> => {
      await sendReview(office, REVIEW, "p-tan-linh", day, figures, more);
      const [one] = await collected(office, day);
      if (one === undefined) throw new Error("nothing collected");
      expect(one.state).toBe("correct");
      expect(englishIn(one.findings.map(({ found, remedy }) => `${found} ${remedy}`).join(" "))).toBeUndefined();
      return one;
    };
    const at = async (key: string, measure: string, typed: number): Promise<Extra> => {
      const { sheet, address } = homeOf(await layoutOf(office.register, "p-tan-linh", REVIEW), key, measure);
      return [{ sheet, address, typed }];
    };

    it("a sum over the years that is none", async () => {
      const extra = await at("C02", "actual", 99);
      const one = await broken("2028-10-10", good, { extra });
      expect(rules(one)).toEqual(["TEP-CT-LECH"]);
      expect(one.findings[0]?.cell?.address).toBe(extra[0]?.address);
    });

    it("a stock that was added up like a flow", async () => {
      const sum = [1, 2, 3].reduce((all, year) => all + (good[`B05/year${year}`] ?? 0), 0);
      const one = await broken("2028-10-11", good, { extra: await at("B05", "actual", sum) });
      expect(rules(one)).toEqual(["TEP-CT-LECH"]);
      expect(one.findings[0]?.found).toContain(String(good["B05/year3"]));
    });

    it("a percentage that was typed over", async () => {
      const { address, sheet } = homeOf(await layoutOf(office.register, "p-tan-linh", REVIEW), "C02", "actual");
      const percent = [{ sheet, address: address.replace(/^[A-Z]+/u, "K"), typed: 85 }];
      const one = await broken("2028-10-12", good, { extra: percent });
      expect(rules(one)).toEqual(["TEP-CT-LECH"]);
      expect(one.findings[0]?.found).toContain("cột 10");
    });

    it("a year that was left out: one finding, which names the column", async () => {
      const without = Object.fromEntries(Object.entries(good).filter(([name]) => !name.endsWith("/year2")));
      const one = await broken("2028-10-13", without);
      expect(rules(one)).toEqual(["SL-TRONG-NAM"]);
      expect(one.findings.filter(({ rule }) => rule === "SL-TRONG-NAM")).toHaveLength(1);
      expect(one.findings[0]?.found).toContain('"Năm thứ 2"');
      const { "B04/year3": _, ...one3 } = good;
      expect(rules(await broken("2028-10-14", one3))).toEqual(["SL-THIEU-NAM"]);
    });

    it("a column that was deleted", async () => {
      const { address, sheet } = homeOf(await layoutOf(office.register, "p-tan-linh", REVIEW), "C02", "year2");
      const column = address.replace(/\d+$/u, "");
      const one = await broken("2028-10-15", good, { edit: (bytes) => change(bytes, deleteColumn(sheet, column)) });
      expect(rules(one)).toContain("TEP-O-MAT");
    });

    it("a part that is larger than its whole in one year, although the sums agree", async () => {
      const one = await broken("2028-10-16", { ...good, "C02c/year1": (good["C02/year1"] ?? 0) + 1, "C02c/year2": 0 });
      expect(rules(one)).toEqual(["KT-C02c"]);
      expect(one.findings[0]?.found).toMatch(/^Năm thứ 1: /u);
    });

    it("a locked year that was changed", async () => {
      const layout = await layoutOf(office.register, "p-song-kim", REVIEW);
      const { sheet, address } = homeOf(layout, "C02", "year1");
      const outline = await office.bytes(`ra/${REVIEW}/p-song-kim.xlsx`);
      const filled = fillWorkbook(fillReview(outline, layout, {}), new Map([[sheet, new Map([[address, 77]])]]));
      await office.write("hop-thu-den/2028-10-17/so.xlsx", filled);
      const [one] = await collected(office, "2028-10-17");
      expect(one).toMatchObject({ unit: "p-song-kim", state: "correct" });
      expect(one && rules(one)).toEqual(["TEP-KHOA"]);
    });

    it("a return that was not touched", async () => {
      await office.write("hop-thu-den/2028-10-18/a.xlsx", await office.bytes(`ra/${REVIEW}/p-song-kim.xlsx`));
      const [one] = await collected(office, "2028-10-18");
      expect(one && rules(one)).toEqual(["SL-TRONG"]);
    });
  });

  it("holds years against what was reported since: to explain while it is open, to correct once it is locked", async () => {
    // the outlines left before du-kcn reported 2026
    const figures = await (async () => {
      await loadOpenings(office, ["p-song-kim", "du-kcn"]);
      return reportYear(office, "du-kcn", "2026-nam", "2028-10-20", 1).catch(() => undefined);
    })();
    // 2026 is locked for all: the unit is let in again
    expect(figures).toBeUndefined();
    const reopened = await office.cycle("2028-10-20", "reopen", "2026-nam", "--unit", "du-kcn", "--reason", "Bổ sung");
    expect(reopened.exit).toBe(0);
    const year = await reportYear(office, "du-kcn", "2026-nam", "2028-10-21", 1);
    const review = reviewFigures(3, 3);
    await sendReview(office, REVIEW, "du-kcn", "2028-10-22", { ...review, "C06/year3": 998 });
    const [open] = await collected(office, "2028-10-22");
    expect(open).toMatchObject({ state: "correct" });
    // the year before the plan was loaded, so it is settled; 2026 is not
    expect(open && rules(open)).toEqual(expect.arrayContaining(["SL-NAM", "SL-NAM-TAM"]));
    const unsettled = open?.findings.find(({ rule, found }) => rule === "SL-NAM-TAM" && /kết nạp/iu.test(found));
    expect(unsettled?.found).toContain(String(year.C02));
    expect((await office.cycle("2028-10-23", "lock", "2026-nam", "--unit", "du-kcn")).exit).toBe(0);
    await sendReview(office, REVIEW, "du-kcn", "2028-10-24", { ...review, "C06/year3": 999 });
    const [locked] = await collected(office, "2028-10-24");
    expect(locked && rules(locked)).toEqual(["SL-NAM"]);
    // issued again, the outline has what is locked
    const { units } = await office.json("2028-10-25", "open", REVIEW, "--unit", "du-kcn");
    expect(units[0]).toMatchObject({ revision: 2, kind: "again" });
    await sendReview(office, REVIEW, "du-kcn", "2028-10-26", omit(review, /\/(?:baseline|year1)$/u), {
      outline: "du-kcn-lan-2.xlsx",
    });
    const [again] = await collected(office, "2028-10-26");
    expect(again).toMatchObject({ state: "accepted" });
    const known = (await countedFigures(office, "du-kcn", REVIEW))?.figures ?? {};
    expect([known["C02/year1"], known["C02/year2"]]).toEqual([year.C02, review["C02/year2"]]);
  });

  it("shows how units stand, reminds, extends, locks, re-opens", async () => {
    const before = await office.cycle("2028-10-27", "status", REVIEW);
    expect(before.stdout).toMatch(/^Sơ kết giai đoạn 2026 - 2028 \(trước ngày 10\/11\/2028\): 4\/4 đơn vị đã gửi/mu);
    const { status } = await office.json("2028-11-12", "status", REVIEW);
    expect(status.whole).toMatchObject({ asked: 4, sent: 4, counted: 4, correct: 2 });
    const remind = await office.json("2028-11-12", "remind", REVIEW, "--until", "20/11/2028");
    expect(remind.units).toEqual(["p-song-kim", "p-tan-linh"]);
    expect(await office.read(`don-doc-${REVIEW}.md`)).toContain("Báo cáo sơ kết giai đoạn 2026 - 2028");
    const extend = ["extend", REVIEW, "--unit", "p-tan-linh", "--until", "15/11/2028", "--reason", "Bão"] as const;
    expect((await office.cycle("2028-11-08", ...extend)).exit).toBe(0);
    await sendReview(office, REVIEW, "p-tan-linh", "2028-11-14", reviewFigures(4, 3));
    expect((await collected(office, "2028-11-14"))[0]).toMatchObject({ state: "accepted", daysLate: 0 });
    expect((await office.cycle("2028-11-16", "lock", REVIEW)).stdout).toContain("Số chốt có 4/4 đơn vị.");
    await sendReview(office, REVIEW, "p-tan-linh", "2028-11-17", reviewFigures(5, 3));
    const [late] = await collected(office, "2028-11-17");
    expect(late).toMatchObject({ state: "refused" });
    expect(late && rules(late)).toContain("THU-KHOA");
    const reopen = ["reopen", REVIEW, "--unit", "p-tan-linh", "--reason", "Sửa số"] as const;
    expect((await office.cycle("2028-11-18", ...reopen)).exit).toBe(0);
    // its first return was on time: correcting it makes nobody late
    expect((await collected(office, "2028-11-17", "2028-11-18"))[0]).toMatchObject({ state: "accepted", daysLate: 0 });
    expect((await office.cycle("2028-11-19", "lock", REVIEW, "--unit", "p-tan-linh")).exit).toBe(0);
    const known = (await countedFigures(office, "p-tan-linh", REVIEW))?.figures;
    expect(known).toEqual(withTotals(reviewFigures(5, 3), 3));
  });
});

const omit = (figures: Figures, names: RegExp): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => !names.test(name)));

describe("a final review", () => {
  let office: CycleOffice;
  beforeAll(async () => {
    office = await openCycleOffice(REVIEW_UNITS);
  });
  afterAll(() => office.remove());

  it("has five years, and no other span", async () => {
    const wrong = await office.cycle("2030-10-02", "open", "2026-2029-tk");
    expect(wrong.exit).toBe(2);
    expect(wrong.stderr).toContain("có 4 năm");
    expect(wrong.stderr).toContain(FINAL);
    expect(englishIn(wrong.stderr)).toBeUndefined();
    expect((await office.cycle("2028-08-02", "open", "2026-2030-sk")).stderr).toContain(REVIEW);
    expect((await office.cycle("2030-10-02", "open", FINAL)).exit).toBe(0);
    const figures = reviewFigures(6, 5);
    await sendReview(office, FINAL, "p-tan-linh", "2030-12-20", figures);
    const [one] = await collected(office, "2030-12-20");
    expect(one).toMatchObject({ state: "accepted", daysLate: 0 });
    expect((await countedFigures(office, "p-tan-linh", FINAL))?.figures).toEqual(withTotals(figures, 5));
  });
});

describe("due days of levels", () => {
  let office: CycleOffice;
  beforeAll(async () => {
    office = await openCycleOffice(
      REVIEW_UNITS.replace("tên: Đảng uỷ Khu công nghiệp,", "cấp: cơ sở, tên: Đảng uỷ Khu công nghiệp,").replace(
        "tên: Liên đoàn Lao động tỉnh,",
        "cấp: cấp trên cơ sở, tên: Liên đoàn Lao động tỉnh,",
      ),
    );
    expect((await office.cycle("2028-08-02", "open", REVIEW)).exit).toBe(0);
  });
  afterAll(() => office.remove());

  const row = async (day: string, unit: string) =>
    (await office.json(day, "status", REVIEW)).status.rows.find((each: { unit: string }) => each.unit === unit);

  it("are those of status, of returns and of the reminder", async () => {
    expect(await row("2028-10-01", "du-kcn")).toMatchObject({
      standing: "missing",
      daysLate: 1,
      lastDay: "2028-09-30",
    });
    expect(await row("2028-10-30", "lddl")).toMatchObject({ standing: "missing", daysLate: 1, lastDay: "2028-10-29" });
    expect(await row("2028-11-09", "p-tan-linh")).toMatchObject({ standing: "waiting", daysLate: 0 });
    expect((await office.cycle("2028-10-02", "status", REVIEW)).stdout).toContain(
      "Sơ kết giai đoạn 2026 - 2028 (trước ngày 10/11/2028; chậm nhất ngày 30/9/2028; trước ngày 30/10/2028)",
    );
    const remind = ["remind", REVIEW, "--until", "10/10/2028"] as const;
    expect((await office.json("2028-10-02", ...remind, "-o", "a.md")).units).toEqual(["du-kcn"]);
    expect(await office.read("a.md")).toContain("có hạn gửi chậm nhất ngày 30/9/2028");
    expect((await office.json("2028-11-01", ...remind, "-o", "b.md")).units).toEqual(["du-kcn", "lddl"]);
    expect(await office.read("b.md")).toContain("theo từng cấp: chậm nhất ngày 30/9/2028; trước ngày 30/10/2028");
    await sendReview(office, REVIEW, "du-kcn", "2028-10-03", reviewFigures(3, 3));
    const [one] = await collected(office, "2028-10-03");
    expect(one).toMatchObject({ state: "accepted", daysLate: 3 });
    expect(one?.findings.find(({ rule }) => rule === "THU-MUON")?.found).toContain("30/9/2028");
  });

  it("are extended from where they are", async () => {
    const extend = (until: string) =>
      office.cycle("2028-10-01", "extend", REVIEW, "--unit", "lddl", "--until", until, "--reason", "Đại hội");
    expect((await extend("29/10/2028")).exit).toBe(2);
    expect((await extend("03/11/2028")).exit).toBe(0);
    const calendar = await office.read(`ra/${REVIEW}/gia-han-lddl-2028-11-03.ics`);
    expect(calendar.replaceAll("\r\n ", "")).toContain("(chậm nhất ngày 03/11/2028)");
    expect(await row("2028-11-01", "lddl")).toMatchObject({ standing: "waiting", extended: true, daysLate: 0 });
    expect((await office.json("2028-10-02", "open", REVIEW)).units.map(({ kind }: { kind: string }) => kind)).toEqual(
      Array(4).fill("same"),
    );
  });

  it("stand in the workbooks", async () => {
    const { unzipSync, strFromU8 } = await import("fflate");
    const text = async (unit: string) =>
      Object.values(unzipSync(await office.bytes(`ra/${REVIEW}/${unit}.xlsx`)))
        .map((part) => strFromU8(part))
        .join("");
    expect(await text("du-kcn")).toContain("Gửi chậm nhất ngày 30/9/2028");
    expect(await text("p-tan-linh")).toContain("Gửi trước ngày 10/11/2028");
    expect(await text("p-tan-linh")).toContain("Năm thứ nhất (2026)");
  });

  it("must follow each other: file, line, remedy", async () => {
    const own = await office.read("vanthu.yaml");
    const review = `
  - mã: sk
    tên: sơ kết
    nhiều năm: có
    mở: 01/8
    chốt số liệu: 15/5
    hạn: trước 10/11
    hạn từng cấp:
      cơ sở: chậm nhất 30/9
      cấp trên cơ sở: trước 20/9
`;
    await office.write("vanthu.yaml", own.trimEnd() + review);
    const { exit, stderr } = await office.cycle("2028-10-01", "status", REVIEW);
    const line = (own.trimEnd() + review).split("\n").findIndex((text) => text.includes("trước 20/9")) + 1;
    expect(exit).toBe(2);
    expect(stderr).toContain(`vanthu.yaml:${line}`);
    expect(stderr).toContain("ngày sau hạn của “cơ sở”");
    await office.write("vanthu.yaml", own);
  });
});
