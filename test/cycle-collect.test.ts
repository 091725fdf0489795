import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type CollectedReturn, type CollectResult, dayNamed, nodeInboxDisk } from "../src/cycle/collect/index.js";
import { statusOf } from "../src/cycle/status/status.js";
import { CYCLE_RULES } from "../src/findings/messages/cycle.js";
import type { Check, FormSet } from "../src/forms/form-set.js";
import { formSetKey } from "../src/workbook/read/index.js";
import { HALF, openingsOf, Province, periodNamed, removeProvinces, typedOf, YEAR } from "./cycle-collect.sample.js";
import { makeDocx, paragraph, report, run } from "./source-docx.sample.js";

const PDF = strToU8("%PDF-1.7\nbản chụp");
const A = "p-song-kim";
const B = "p-tan-linh";

let province: Province;
beforeEach(async () => {
  province = await Province.open();
});
afterAll(removeProvinces);

/** State and rules of each file, notes about missing text left out. */
function told({ returns, others }: CollectResult): Readonly<Record<string, readonly string[]>> {
  const rulesOf = ({ state, outcome, findings }: CollectedReturn): readonly string[] => [
    outcome === "recorded" ? state : `${state} ${outcome}`,
    ...findings.filter(({ rule }) => rule !== "THU-BC-THIEU-MUC").map(({ rule }) => rule),
  ];
  return Object.fromEntries([
    ...returns.map((each) => [each.file, rulesOf(each)]),
    ...others.map(({ file, kind, findings }) => [file, [kind, ...findings.map(({ id }) => id)]]),
  ]);
}

const only = (result: CollectResult): CollectedReturn => {
  expect(result.returns).toHaveLength(1);
  return result.returns[0] as CollectedReturn;
};

describe("returns of a batch", () => {
  it("are accepted, to explain, to correct or refused, each with its findings; the next are not held up", async () => {
    province.put(`${A}.xlsx`, await province.return(A));
    province.put(`${B}.xlsx`, await province.return(B, { typed: { "A06/actual": 999 } }));
    const many = (province.figures("p-dong-vong").C07 ?? 0) + 5;
    province.put("p-dong-vong.xlsx", await province.return("p-dong-vong", { typed: { "C08/actual": many } }));
    province.put("p-ben-tram.xlsx", await province.return("p-ben-tram", { period: YEAR }, false));
    province.put("hong.xlsx", strToU8("đây không phải sổ Excel"));
    const result = await province.collect();
    const { counts } = result;
    expect(counts).toMatchObject({ accepted: 1, explain: 1, correct: 1, refused: 1, unreadable: 1 });
    expect(told(result)).toMatchObject({
      [`${A}.xlsx`]: ["accepted"],
      [`${B}.xlsx`]: ["correct", "KT-A06"],
      "p-dong-vong.xlsx": ["explain", "KT-C08"],
      "p-ben-tram.xlsx": ["refused unrecorded", "THU-KY-CHUA-MO"],
      "hong.xlsx": ["unreadable", "return/not-workbook"],
    });
    expect(province.ledger.counted(A, HALF.id)?.number).toBe(1);
    expect(province.ledger.latest(B, HALF.id)?.state).toBe("correct");
    expect(province.ledger.counted(B, HALF.id)).toBeUndefined();
  });

  it("are on time when the first valid one was: what is corrected later makes nobody late", async () => {
    const more = (count: number) => ({ typed: { "K05/actual": (province.figures(A).K05 ?? 0) + count } });
    province.put(`2026-05-20/${A}.xlsx`, await province.return(A, { typed: { "A06/actual": 999 } }));
    province.put(`2026-05-26/${A}.xlsx`, await province.return(A, more(1)));
    // an outline that came back empty is no sending
    const blank = Object.fromEntries(
      Object.keys(typedOf(province.layout(B), province.figures(B))).map((key) => [key, null]),
    );
    province.put(`2026-05-20/${B}.xlsx`, await province.return(B, { typed: blank, listRows: 0 }));
    province.put(`2026-05-26/${B}.xlsx`, await province.return(B));
    const together = await province.collect();
    const late = ({ returns }: CollectResult) => returns.map(({ file, daysLate }) => [file, daysLate]);
    expect(late(together)).toEqual([
      [`2026-05-20/${A}.xlsx`, 0],
      [`2026-05-20/${B}.xlsx`, 0],
      [`2026-05-26/${A}.xlsx`, 0],
      [`2026-05-26/${B}.xlsx`, 2],
    ]);
    expect(told(together)).toMatchObject({
      [`2026-05-26/${A}.xlsx`]: ["accepted"],
      [`2026-05-20/${B}.xlsx`]: ["correct", "SL-TRONG"],
      [`2026-05-26/${B}.xlsx`]: ["accepted", "THU-MUON"],
    });
    // the same in a run of its own, for the status, and for a file that the ledger has
    province.put(`2026-05-26/${A}-2.xlsx`, await province.return(A, more(2)));
    const alone = await province.collect();
    expect(
      late(alone)
        .filter(([file]) => String(file).includes(A))
        .map(([, days]) => days),
    ).toEqual([0, 0, 0]);
    const status = statusOf(province.ledger, province.register, HALF.id, "2026-05-26");
    const row = (unit: string) => status?.rows.find((each) => each.unit === unit);
    expect([row(A)?.daysLate, row(B)?.daysLate]).toEqual([0, 2]);
  });

  it("that an earlier day brings later are kept, and the later day's still counts", async () => {
    const whole = await province.return(A);
    const target = province.put(`2026-05-20/${A}.xlsx`, whole.subarray(0, whole.length / 2));
    province.put(`2026-05-23/${A}-sua.xlsx`, await province.return(A, { typed: { "K05/actual": 3 } }));
    const before = await province.collect();
    expect(before.counts).toMatchObject({ accepted: 1, unreadable: 1 });
    writeFileSync(target, whole);
    const result = await province.collect();
    expect(told(result)).toMatchObject({ [`2026-05-20/${A}.xlsx`]: ["accepted", "THU-SO"] });
    expect(province.ledger.counted(A, HALF.id)?.received.day).toBe("2026-05-23");
    expect(province.ledger.history(A, HALF.id)).toHaveLength(2);
  });

  it("make revisions that say what changed; the same file again adds nothing", async () => {
    const first = await province.return(A);
    province.put("lan-1.xlsx", first, new Date("2026-05-20T03:00:00Z"));
    await province.collect();
    const K05 = (province.figures(A).K05 ?? 0) + 1;
    province.put(
      "lan-2.xlsx",
      await province.return(A, { typed: { "K05/actual": K05 } }),
      new Date("2026-05-21T03:00:00Z"),
    );
    const result = await province.collect();
    expect(told(result)).toMatchObject({ "lan-2.xlsx": ["accepted"], "lan-1.xlsx": ["accepted repeated"] });
    expect(result.returns.find(({ file }) => file === "lan-2.xlsx")).toMatchObject({
      revision: { number: 2 },
      changes: { updated: 1, created: 0 },
    });
    const again = await province.collect();
    expect(again.counts).toMatchObject({ repeated: 2, accepted: 0 });
    expect(province.ledger.history(A, HALF.id)).toHaveLength(2);
  });

  it("that lie there twice are taken once", async () => {
    const bytes = await province.return(A);
    province.put("a/tra-loi.xlsx", bytes);
    province.put("b/tra-loi (1).xlsx", bytes);
    const result = await province.collect();
    expect(told(result)).toEqual({
      "a/tra-loi.xlsx": ["accepted"],
      "b/tra-loi (1).xlsx": ["accepted duplicate", "THU-TRUNG"],
    });
    expect(province.ledger.history(A, HALF.id)).toHaveLength(1);
  });

  it("stay where they are", async () => {
    province.put(`${A}.xlsx`, await province.return(A));
    await province.collect();
    expect(readdirSync(province.inbox)).toEqual([`${A}.xlsx`]);
  });

  it("are counted while they are gone through", async () => {
    for (const unit of [A, B]) province.put(`${unit}.xlsx`, await province.return(unit));
    province.put("ghi-chu.txt", "việc cần làm");
    const steps: string[] = [];
    await province.collect({ onProgress: ({ done, total }) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(["1/3", "2/3", "3/3"]);
  });
});

describe("the day of receipt", () => {
  it("is given, else the name of a folder, else the file's own time", async () => {
    province.put(`23-5-2026/huyen/${A}.xlsx`, await province.return(A));
    province.put(`${B}.xlsx`, await province.return(B), new Date("2026-05-21T20:00:00Z"));
    const result = await province.collect();
    expect(result.returns.map(({ received }) => received)).toEqual([
      // 20:00 UTC is the next day in Vietnam
      { day: "2026-05-22", basis: "file" },
      { day: "2026-05-23", basis: "given" },
    ]);
    const given = await Province.open();
    given.put(`23-5-2026/${A}.xlsx`, await given.return(A));
    expect(only(await given.collect({ received: "2026-05-18" })).received).toEqual({
      day: "2026-05-18",
      basis: "given",
    });
  });

  it.each([
    ["2026-05-23", "2026-05-23"],
    ["23-5-2026", "2026-05-23"],
    ["23.05.2026", "2026-05-23"],
    ["ngày 23_5_2026", "2026-05-23"],
    ["31-02-2026", undefined],
    ["hộp thư 2026", undefined],
    ["2026-05-23 (2)", undefined],
  ])("of a folder %s is %s", (name, day) => {
    expect(dayNamed(name)).toBe(day);
  });

  it("is not a folder's that lies in the future, nor one above what was given", async () => {
    province.put(`2027-01-01/${A}.xlsx`, await province.return(A));
    expect(only(await province.collect()).received.basis).toBe("file");
    province.put(`2026-05-20/hop/${B}.xlsx`, await province.return(B));
    const inner = await province.collect({}, [join(province.inbox, "2026-05-20/hop")]);
    expect(only(inner).received.basis).toBe("file");
  });

  it("makes a return late, which is told and counts all the same", async () => {
    province.put(`2026-05-26/${A}.xlsx`, await province.return(A));
    const result = await province.collect();
    expect(told(result)).toEqual({ [`2026-05-26/${A}.xlsx`]: ["accepted", "THU-MUON"] });
    expect(only(result)).toMatchObject({ daysLate: 2, state: "accepted" });
    expect(only(result).findings.find(({ rule }) => rule === "THU-MUON")?.found).toContain("24/5/2026");
  });

  it("is held against the unit's own extension", async () => {
    await province.ledger.extend({ period: HALF.id, unit: A, until: "2026-05-26", reason: "Bão", who: "Người thử" });
    province.put(`2026-05-26/${A}.xlsx`, await province.return(A));
    expect(only(await province.collect()).daysLate).toBe(0);
  });

  it("before the period opens is told", async () => {
    province.put(`2026-04-02/${A}.xlsx`, await province.return(A));
    expect(told(await province.collect())).toEqual({ [`2026-04-02/${A}.xlsx`]: ["accepted", "THU-SOM"] });
  });
});

describe("whose return it is", () => {
  it("is said by the stamp, whatever the file is called", async () => {
    province.put("Bản sao của biểu mẫu (3) FINAL.xlsx", await province.return(A));
    expect(only(await province.collect())).toMatchObject({ unit: A, state: "accepted" });
  });

  it("is doubted when the name says another unit: a neighbour's outline was used", async () => {
    province.put(`${B}.xlsx`, await province.return(A));
    province.put("Phường Đồng Vọng/bao-cao.xlsx", await province.return("p-ben-tram"));
    const result = await province.collect();
    expect(told(result)).toEqual({
      [`${B}.xlsx`]: ["correct", "THU-NHAM-DON-VI"],
      "Phường Đồng Vọng/bao-cao.xlsx": ["correct", "THU-NHAM-DON-VI"],
    });
    expect(result.returns.find(({ unit }) => unit === A)?.findings[0]?.found).toContain("Phường Tân Lĩnh");
  });

  it("is only worth a look when a name merely mentions another unit", async () => {
    province.put("Biểu gửi Liên đoàn Lao động.xlsx", await province.return(A));
    province.put("Biểu KCN.xlsx", await province.return(B));
    expect(told(await province.collect())).toEqual({
      "Biểu gửi Liên đoàn Lao động.xlsx": ["accepted", "THU-NHAM-DON-VI"],
      "Biểu KCN.xlsx": ["accepted"],
    });
  });

  it("is nobody's here when the unit is not in the register", async () => {
    province.put("la.xlsx", await province.return("x-noi-khac", {}, false));
    expect(told(await province.collect())).toEqual({ "la.xlsx": ["refused unrecorded", "THU-DON-VI-LA"] });
  });

  it("does not count for a kind of unit that files nothing", async () => {
    const register = {
      ...province.register,
      units: province.register.units.map((unit) => (unit.code === A ? { ...unit, kind: "phong-ban" } : unit)),
    };
    province.put("a.xlsx", await province.return(A));
    expect(told(await province.collect({ register }))).toEqual({ "a.xlsx": ["refused unrecorded", "THU-KHONG-NOP"] });
  });

  it("is not proved by a stamp that was never sent", async () => {
    await province.outline(A);
    const openings = { ...openingsOf(province.formSet, province.figures(A)), H01: 77, H04: 77 };
    province.put("a.xlsx", await province.return(A, { prefill: { openings } }, false));
    expect(told(await province.collect())["a.xlsx"]).toEqual(
      expect.arrayContaining(["correct", "THU-KHONG-PHAT-HANH"]),
    );
  });

  it("may be filled in an older issue of the outline", async () => {
    const bytes = await province.return(A);
    await province.outline(A, { revision: 2 });
    province.put("a.xlsx", bytes);
    expect(told(await province.collect())).toEqual({ "a.xlsx": ["accepted", "THU-LAN-CU"] });
  });

  it("is doubted when the figures are another unit's", async () => {
    const figures = province.figures(A);
    const typed = Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${key}/actual`, value]));
    const openings = openingsOf(province.formSet, figures);
    province.put(`2026-05-20/${A}.xlsx`, await province.return(A));
    province.put(`2026-05-21/${B}.xlsx`, await province.return(B, { typed, prefill: { openings } }));
    const result = await province.collect();
    expect(told(result)).toEqual({
      [`2026-05-20/${A}.xlsx`]: ["accepted"],
      [`2026-05-21/${B}.xlsx`]: ["correct", "THU-BAN-SAO"],
    });
    expect(result.returns[1]?.findings[0]?.found).toMatch(/\d\d ô số liệu khác 0 giống hệt số của Phường Sông Kim/u);
    // and once more when the first is in the ledger already
    const other = await province.return("p-dong-vong", { typed, prefill: { openings } });
    province.put("2026-05-22/p-dong-vong.xlsx", other);
    expect(told(await province.collect())["2026-05-22/p-dong-vong.xlsx"]).toEqual(["correct", "THU-BAN-SAO"]);
  });
});

describe("files that were collected before", () => {
  it("change nothing of what others are held against: only the last figures of a unit can have been copied", async () => {
    const copyOf = async (unit: string, more: number): Promise<Uint8Array> => {
      const figures = province.figures(A);
      const typed = Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${key}/actual`, value]));
      const openings = openingsOf(province.formSet, figures);
      const wish = { typed: { ...typed, "K05/actual": (figures.K05 ?? 0) + more }, prefill: { openings } };
      return province.return(unit, wish);
    };
    province.put("2026-05-20/lan-1.xlsx", await copyOf(A, 0));
    province.put("2026-05-21/lan-2.xlsx", await copyOf(A, 1));
    await province.collect();
    province.put(`2026-05-22/${B}.xlsx`, await copyOf(B, 1));
    expect(told(await province.collect())).toEqual({
      "2026-05-20/lan-1.xlsx": ["accepted repeated", "THU-SO"],
      "2026-05-21/lan-2.xlsx": ["accepted repeated"],
      [`2026-05-22/${B}.xlsx`]: ["correct", "THU-BAN-SAO"],
    });
  });
});

describe("the period", () => {
  it("that is collected takes no others", async () => {
    await province.ledger.openPeriod({
      period: YEAR,
      formSet: { id: province.formSet.id, version: province.formSet.version },
      who: "",
    });
    province.put("a.xlsx", await province.return(A));
    const result = await province.collect({ period: YEAR.id });
    expect(told(result)).toEqual({ "a.xlsx": ["refused unrecorded", "THU-SAI-KY"] });
    expect(only(result).findings[0]?.found).toContain("6 tháng đầu năm 2026");
    expect(province.ledger.latest(A, HALF.id)).toBeUndefined();
  });

  it("that is locked refuses later returns and says how to re-open", async () => {
    province.put("a.xlsx", await province.return(A));
    await province.collect();
    await province.ledger.lock({ period: HALF.id, who: "Người thử" });
    province.put("b.xlsx", await province.return(B));
    const result = await province.collect();
    expect(told(result)).toEqual({ "a.xlsx": ["accepted repeated"], "b.xlsx": ["refused", "THU-KHOA"] });
    expect(result.returns.find(({ unit }) => unit === B)?.findings[0]?.remedy).toContain(
      `vanthu cycle reopen 2026-6t --unit ${B}`,
    );
    await province.ledger.reopen({ period: HALF.id, unit: B, reason: "Sửa số", who: "Người thử" });
    expect(told(await province.collect())["b.xlsx"]).toEqual(["accepted"]);
    expect(province.ledger.counted(B, HALF.id)?.number).toBe(2);
  });
});

describe("another version of the form set", () => {
  const older = (formSet: FormSet, drop: readonly string[]): FormSet => ({
    ...formSet,
    version: "2025-1",
    forms: formSet.forms.map((form) =>
      form.body.kind === "rows"
        ? {
            ...form,
            body: { ...form.body, rows: form.body.rows.filter(({ indicator }) => !drop.includes(indicator ?? "")) },
          }
        : form,
    ),
  });

  const sets = (...formSets: readonly FormSet[]) =>
    new Map(formSets.map((formSet) => [formSetKey(formSet.id, formSet.version), formSet]));

  it("is read with its own declaration", async () => {
    const formSet = older(province.formSet, []);
    province.put("a.xlsx", await province.return(A, { formSet }));
    const result = await province.collect({ formSets: sets(province.formSet, formSet) });
    expect(told(result)).toEqual({ "a.xlsx": ["accepted", "THU-PHIEN-BAN-CU"] });
  });

  it("judges by its own rules, not by those of the period", async () => {
    const strict: Check = {
      id: "KT-MOI",
      holds: "A01 < 0",
      severity: "error",
      scope: "unit",
      message: "Doanh nghiệp {A01}.",
      remedy: "Chỉ để thử.",
    };
    const formSet = { ...province.formSet, checks: [...province.formSet.checks, strict] };
    const today = await Province.open({ formSet: { ...formSet, version: "2026-2" } });
    const declared = sets(today.formSet, province.formSet);
    today.put("a.xlsx", await today.return(A, { formSet: province.formSet }));
    expect(told(await today.collect({ formSets: declared }))).toEqual({ "a.xlsx": ["accepted", "THU-PHIEN-BAN-CU"] });
    today.put("b.xlsx", await today.return(B));
    expect(told(await today.collect({ formSets: declared }))["b.xlsx"]).toEqual(["correct", "KT-MOI"]);
  });

  it("is not said to be complete while the period's own declaration is missing", async () => {
    const formSet = older(province.formSet, ["K05"]);
    province.put("a.xlsx", await province.return(A, { formSet }));
    const result = await province.collect({ formSets: sets(formSet) });
    expect(told(result)).toEqual({ "a.xlsx": ["accepted", "THU-PHIEN-BAN-CU"] });
    expect(only(result).findings[0]).toMatchObject({ id: "cycle/version-unknown", weight: "note" });
    expect(only(result).findings[0]?.found).toContain(`${province.formSet.id} ${province.formSet.version}`);
  });

  it("must be filled anew where figures of today are lacking", async () => {
    const formSet = older(province.formSet, ["K05"]);
    province.put("a.xlsx", await province.return(A, { formSet }));
    const result = await province.collect({ formSets: sets(province.formSet, formSet) });
    expect(told(result)).toEqual({ "a.xlsx": ["correct", "THU-PHIEN-BAN-CU"] });
    expect(only(result).findings[0]?.found).toContain("K05");
  });

  it("cannot be read without its declaration", async () => {
    province.put("a.xlsx", await province.return(A, { formSet: older(province.formSet, []) }));
    expect(told(await province.collect())).toEqual({ "a.xlsx": ["correct", "TEP-PHIEN-BAN"] });
  });
});

describe("what came with a workbook", () => {
  it("lies in its folder: the signed paper, and the báo cáo under the headings of the đề cương", async () => {
    province.put("song-kim/bieu.xlsx", await province.return(A));
    province.put(
      "song-kim/Báo cáo.docx",
      report(["I. Đặc điểm tình hình", "Một phường ven sông.", "V. Kiến nghị, đề xuất", "Không."]),
    );
    province.put("song-kim/ban ky/scan.pdf", PDF);
    const result = await province.collect();
    const { attachments, paper, revision, findings } = only(result);
    expect(attachments).toEqual([
      { role: "report", file: "song-kim/Báo cáo.docx" },
      { role: "signed", file: "song-kim/ban ky/scan.pdf" },
    ]);
    expect(paper.signed).toBe(true);
    const { narrative } = province.ledger.text(revision?.id ?? 0);
    expect(narrative.find(({ mark }) => mark === "I")?.text).toBe("Một phường ven sông.");
    expect(findings.map(({ rule }) => rule)).toEqual(["THU-BC-THIEU-MUC"]);
    expect(province.ledger.attachments(revision?.id ?? 0)).toHaveLength(2);
  });

  it("goes by names where many lie together", async () => {
    for (const unit of [A, B]) province.put(`${unit}.xlsx`, await province.return(unit));
    province.put(`${A} (bản ký).pdf`, PDF);
    province.put("Phường Tân Lĩnh - báo cáo.pdf", PDF);
    province.put("scan0001.pdf", PDF);
    const result = await province.collect();
    expect(result.returns.map(({ unit, attachments }) => [unit, attachments.map(({ file }) => file)])).toEqual([
      [A, [`${A} (bản ký).pdf`]],
      [B, ["Phường Tân Lĩnh - báo cáo.pdf"]],
    ]);
    expect(told(result)["scan0001.pdf"]).toEqual(["unplaced", "cycle/scan-unit-unknown"]);
  });

  it("goes to the newest of several workbooks of one unit", async () => {
    province.put("a/lan-1.xlsx", await province.return(A), new Date("2026-05-20T00:00:00Z"));
    const K05 = (province.figures(A).K05 ?? 0) + 1;
    province.put(
      "a/lan-2.xlsx",
      await province.return(A, { typed: { "K05/actual": K05 } }),
      new Date("2026-05-21T00:00:00Z"),
    );
    province.put("a/scan.pdf", PDF);
    const { returns } = await province.collect();
    expect(returns.map(({ file, paper }) => [file, paper.signed])).toEqual([
      ["a/lan-1.xlsx", false],
      ["a/lan-2.xlsx", true],
    ]);
  });

  it("may come later: the workbook lies beside it again", async () => {
    province.put("a/bieu.xlsx", await province.return(A));
    await province.collect();
    province.put("a/scan.pdf", PDF);
    const result = await province.collect();
    expect(only(result)).toMatchObject({ outcome: "repeated", paper: { signed: true } });
    expect(province.ledger.counted(A, HALF.id)?.paper.signed).toBe(true);
  });

  it("is told of where it cannot be read, does not follow the outline, or still has tracked changes", async () => {
    province.put("a/bieu.xlsx", await province.return(A));
    province.put("a/bao-cao.doc", strToU8("cũ"));
    province.put("b/bieu.xlsx", await province.return(B));
    province.put("b/bao-cao.docx", report(["Thông báo", "Không theo mục nào."]));
    province.put("c/bieu.xlsx", await province.return("p-dong-vong"));
    province.put(
      "c/bao-cao.docx",
      report([
        "II. Kết quả thực hiện",
        "1. Lãnh đạo, quán triệt, ban hành văn bản",
        "Ba văn bản.",
        "12. Dân vận",
        "Hai cuộc.",
      ]),
    );
    const lines = paragraph("V. Kiến nghị, đề xuất") + paragraph("", "", `<w:ins w:id="1">${run("Không.")}</w:ins>`);
    province.put("d/bieu.xlsx", await province.return("p-ben-tram"));
    province.put("d/bao-cao.docx", makeDocx(lines));
    expect(told(await province.collect())).toEqual({
      "d/bieu.xlsx": ["accepted", "THU-BC-SUA"],
      "a/bieu.xlsx": ["accepted", "THU-BC-KHONG-DOC"],
      "b/bieu.xlsx": ["accepted", "THU-BC-KHAC-DE-CUONG"],
      "c/bieu.xlsx": ["accepted", "THU-BC-MUC-LA"],
    });
  });
});

describe("zips", () => {
  it("are opened; each folder in them is a return", async () => {
    const zip = zipSync({
      "song-kim/bieu.xlsx": await province.return(A),
      "song-kim/ky.pdf": PDF,
      "tan-linh/bieu.xlsx": await province.return(B),
      "__MACOSX/song-kim/._bieu.xlsx": PDF,
      "song-kim/Thumbs.db": PDF,
    });
    province.put("2026-05-20/thu.zip", zip);
    const result = await province.collect();
    expect(told(result)).toEqual({
      "2026-05-20/thu.zip › song-kim/bieu.xlsx": ["accepted"],
      "2026-05-20/thu.zip › tan-linh/bieu.xlsx": ["accepted"],
    });
    expect(result.returns[0]).toMatchObject({
      paper: { signed: true },
      received: { day: "2026-05-20", basis: "given" },
    });
  });

  it("in a zip are opened once more, and no deeper", async () => {
    const inner = zipSync({ "bieu.xlsx": await province.return(A) });
    province.put("thu.zip", zipSync({ "trong.zip": inner, "sau.zip": zipSync({ "x.zip": inner }) }));
    expect(told(await province.collect())).toEqual({
      "thu.zip › trong.zip › bieu.xlsx": ["accepted"],
      "thu.zip › sau.zip › x.zip": ["unreadable", "cycle/zip-nested"],
    });
  });

  it("cannot lead out of their folder, and broken ones hold nothing up", async () => {
    const zip = zipSync({ "../../ngoai.xlsx": await province.return(A), "trong.xlsx": await province.return(B) });
    province.put("a.zip", zip);
    province.put("b.zip", zip.slice(0, zip.length - 40));
    province.put("c.zip", strToU8("không phải"));
    expect(told(await province.collect())).toEqual({
      "a.zip": ["unreadable", "cycle/zip-path"],
      "a.zip › trong.xlsx": ["accepted"],
      "b.zip": ["unreadable", "cycle/zip-fault"],
      "c.zip": ["unreadable", "cycle/zip-fault"],
    });
  });
});

describe("files that are no return", () => {
  it("are listed and left alone; what systems leave behind is not even listed", async () => {
    province.put("thư mời.eml", "From: ai đó");
    province.put("ảnh.rar", strToU8("Rar!"));
    province.put("ghi chu", "vài chữ");
    province.put("~$bieu.xlsx", "khoá");
    province.put(".DS_Store", "");
    province.put("scan.pdf", PDF);
    province.put("rong.xlsx", "");
    province.put("de-cuong-la.xlsx", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }));
    expect(told(await province.collect())).toEqual({
      "thư mời.eml": ["foreign", "cycle/foreign-file"],
      "ảnh.rar": ["foreign", "cycle/foreign-file"],
      "ghi chu": ["foreign", "cycle/foreign-file"],
      "scan.pdf": ["unplaced", "cycle/scan-unit-unknown"],
      "rong.xlsx": ["unreadable", "return/empty"],
      "de-cuong-la.xlsx": ["unreadable", "return/broken"],
    });
  });

  it("cannot be read: told of once, and known to the status until their unit sends another", async () => {
    const standing = (unit: string) => {
      const status = statusOf(province.ledger, province.register, HALF.id, "2026-05-26");
      const { standing: kind, unreadable } = status?.rows.find((each) => each.unit === unit) ?? {};
      return { kind, unreadable, nobodys: status?.unreadable, count: status?.whole.unreadable };
    };
    for (const unit of [A, B]) await province.outline(unit);
    const whole = await province.return(A);
    province.put(`2026-05-20/${A}.xlsx`, whole.subarray(0, whole.length / 2));
    province.put("2026-05-21/chung.xlsx", "");
    province.put(`2026-05-21/${B}/thu.zip`, strToU8("không phải"));
    const first = await province.collect();
    expect(told(first)).toEqual({
      [`2026-05-20/${A}.xlsx`]: ["unreadable", "return/cut"],
      "2026-05-21/chung.xlsx": ["unreadable", "return/empty"],
      [`2026-05-21/${B}/thu.zip`]: ["unreadable", "cycle/zip-fault"],
    });
    expect(standing(A)).toEqual({ kind: "unreadable", unreadable: "2026-05-20", nobodys: ["chung.xlsx"], count: 2 });
    expect(standing(B)).toMatchObject({ kind: "unreadable", unreadable: "2026-05-21" });
    const second = await province.collect();
    expect(second.others.map(({ kind, known, findings }) => [kind, known, findings])).toEqual(
      Array.from({ length: 3 }, () => ["unreadable", true, []]),
    );
    expect(second.counts.unreadable).toBe(3);
    province.put(`2026-05-22/${A}.xlsx`, whole);
    await province.collect();
    expect(standing(A)).toMatchObject({ kind: "counted", unreadable: undefined, count: 1 });
  });

  it("are listed once, however links lead to them", async () => {
    province.put(`2026-05-20/${A}/bieu.xlsx`, await province.return(A));
    symlinkSync("..", join(province.inbox, "2026-05-20", "vong"));
    symlinkSync(province.inbox, join(province.inbox, "2026-05-20", A, "hop-thu"));
    const result = await province.collect();
    expect(told(result)).toEqual({ [`2026-05-20/${A}/bieu.xlsx`]: ["accepted"] });
    expect(result.findings).toEqual([]);
  });

  it("that lost their name are known by what is in them", async () => {
    province.put("song-kim/bieu", await province.return(A));
    province.put("song-kim/scan", PDF);
    expect(only(await province.collect())).toMatchObject({ state: "accepted", paper: { signed: true } });
  });

  it("that came back as they left are empty returns", async () => {
    province.put("a.xlsx", await province.outline(A));
    expect(told(await province.collect())).toEqual({ "a.xlsx": ["correct", "SL-TRONG"] });
  });

  it("that the system does not let us read are told, and the others go on", async () => {
    province.put(`${A}.xlsx`, await province.return(A));
    province.put("khoa.xlsx", await province.return(B));
    const disk = {
      ...nodeInboxDisk,
      read: (path: string) =>
        path.endsWith("khoa.xlsx")
          ? Promise.reject(Object.assign(new Error("busy"), { code: "EBUSY" }))
          : nodeInboxDisk.read(path),
    };
    const result = await province.collect({ disk }, [province.inbox, join(province.inbox, "khong-co")]);
    expect(told(result)).toEqual({ [`${A}.xlsx`]: ["accepted"], "khoa.xlsx": ["unreadable", "cycle/unreadable-path"] });
    expect(result.findings.map(({ id }) => id)).toEqual(["cycle/not-found"]);
  });

  it("that are far too large are not even opened", async () => {
    province.put("anh.xlsx", "nhỏ");
    let read = false;
    const disk = {
      ...nodeInboxDisk,
      look: async (path: string) => {
        const entry = await nodeInboxDisk.look(path);
        return entry?.kind === "file" ? { ...entry, size: 200 * 1024 * 1024 } : entry;
      },
      read: (path: string) => {
        read = true;
        return nodeInboxDisk.read(path);
      },
    };
    expect(told(await province.collect({ disk }))).toEqual({ "anh.xlsx": ["unreadable", "return/too-large"] });
    expect(read).toBe(false);
  });
});

describe("when the ledger cannot write", () => {
  it("nothing is called recorded", async () => {
    province.put(`${A}.xlsx`, await province.return(A));
    const full = { id: "ledger/disk-full", severity: "error", found: "Hết chỗ.", remedy: "Dọn ổ đĩa." } as const;
    const ledger = { ...province.ledger, recordRevision: async () => ({ kind: "refused", findings: [full] }) as const };
    const result = await province.collect({ ledger });
    expect(told(result)).toEqual({ [`${A}.xlsx`]: ["accepted unrecorded", "THU-SO"] });
    expect(result.counts).toMatchObject({ accepted: 0, unrecorded: 1 });
  });

  it("what was lost with its group is told as not recorded", async () => {
    province.put(`${A}.xlsx`, await province.return(A));
    const full = { id: "ledger/disk-full", severity: "error", found: "Hết chỗ.", remedy: "Dọn ổ đĩa." } as const;
    const ledger = {
      ...province.ledger,
      revision: () => undefined,
      batch: async <T>(run: () => Promise<T>) => ({ value: await run(), lost: [`${HALF.id}/${A}`], findings: [full] }),
    };
    const result = await province.collect({ ledger });
    expect(only(result)).toMatchObject({ outcome: "unrecorded" });
    expect(result.findings).toEqual([full]);
  });
});

describe("rules", () => {
  it("keep their ids: each has a return that breaks it, here or in the tests of checks", () => {
    expect([...CYCLE_RULES].sort()).toEqual([
      ...["SL-6T", "SL-AM", "SL-BAN-GIAO", "SL-CONG", "SL-DAU-KY", "SL-LE", "SL-NAM", "SL-NAM-TAM", "SL-PHAN"],
      ...["SL-T-6T", "SL-T-DAU-KY", "SL-THIEU", "SL-THIEU-CUNG-KY", "SL-THIEU-DAU-KY", "SL-THIEU-NAM"],
      ...["SL-TRONG", "SL-TRONG-NAM", "THU-BAN-SAO", "THU-BC-CHUA-SO"],
      ...["THU-BC-KHAC-DE-CUONG", "THU-BC-KHONG-DOC", "THU-BC-MACRO", "THU-BC-MUC-LA"],
      ...["THU-BC-NGAY", "THU-BC-NGUOI-KY", "THU-BC-SO", "THU-BC-SUA"],
      ...["THU-BC-THIEU-MUC", "THU-DON-VI-LA", "THU-KHOA", "THU-KHONG-NOP", "THU-KHONG-PHAT-HANH", "THU-KY-CHUA-MO"],
      ...["THU-LAN-CU", "THU-MUON", "THU-NHAM-DON-VI", "THU-PHIEN-BAN-CU", "THU-SAI-KY", "THU-SOM"],
    ]);
  });
});

describe("reviews over several years", () => {
  it("are collected with their years", async () => {
    const review = periodNamed("2026-2028-sk");
    const { id, version } = province.formSet;
    await province.ledger.openPeriod({ period: review, formSet: { id, version }, who: "" });
    province.put("a.xlsx", await province.return(A, { period: review }));
    const result = await province.collect({ today: "2028-09-01" });
    expect(result.others).toEqual([]);
    expect(only(result)).toMatchObject({ unit: A, period: review.id, outcome: "recorded" });
  });
});
