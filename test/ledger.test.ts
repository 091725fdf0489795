import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Ledger, type Recorded, type Revision, sha256Of } from "../src/cycle/ledger/index.js";
import { TABLE_NAMES } from "../src/cycle/ledger/schema.js";
import type { CellFinding } from "../src/cycle/returns.js";
import { contents, database, newFolder, opened, removeFolders } from "./ledger.folders.js";
import { FORM_SET, figure, figures, HALF, sampleReturn, workbook, YEAR_BEFORE } from "./ledger.sample.js";

afterEach(removeFolders);

const WHO = "Lê Thu Hà";
const UNIT = "p-song-kim";

const FAULT: CellFinding = {
  rule: "KT-C06",
  weight: "error",
  id: "checks/broken",
  severity: "error",
  found: "Đảng viên cuối kỳ không khớp.",
  remedy: "Sửa ô.",
  cell: { sheet: "Biểu 2", address: "D9" },
};

async function withPeriod(folder = newFolder()): Promise<{ folder: string; ledger: Ledger }> {
  const ledger = await opened(folder);
  expect(await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: WHO })).toEqual({ done: true, findings: [] });
  return { folder, ledger };
}

function recorded(outcome: Recorded): Revision {
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.findings));
  return outcome.revision;
}

const ids = ({ findings }: { findings: readonly { id: string }[] }) => findings.map(({ id }) => id);

describe("a revision", () => {
  it("comes back as it was recorded, after reopening the ledger", async () => {
    const { folder, ledger } = await withPeriod();
    const explained: CellFinding = {
      ...FAULT,
      weight: "explain",
      explanation: "Do sáp nhập chi bộ",
      place: { line: 3 },
    };
    const input = sampleReturn(UNIT, "lần 1", {
      state: "explain",
      received: { day: "2026-05-22", basis: "file" },
      who: WHO,
      paper: { number: "12-BC/ĐU", date: "20/5/2026", signer: "Trần Văn Bình", signed: true },
      outline: { formSet: "xay-dung-dang-mau", version: "1", revision: 2, hash: "ab12" },
      values: [figure("C01", 120), figure("C02", 4.5, "4,5"), figure("C03", undefined, "không có")],
      findings: [explained],
      narrative: [{ mark: "I.", title: "Đặc điểm", text: "Một đoạn\nhai dòng" }],
      lists: { B6: [["1", "Công ty May Ngọc Lan", "x"]] },
      explanations: { "C02/actual": "Do sáp nhập chi bộ" },
    });
    const first = recorded(await ledger.recordRevision(input));
    await ledger.close();
    const again = await opened(folder);
    expect(again.revision(first.id)).toEqual(first);
    expect(first).toMatchObject({ unit: UNIT, period: HALF.id, number: 1, state: "explain", paper: input.paper });
    expect(first).toMatchObject({ received: input.received, outline: input.outline, who: WHO });
    expect(again.values(first.id)).toEqual(input.values);
    expect(again.findings(first.id)).toEqual([explained]);
    expect(again.text(first.id)).toEqual({
      narrative: input.narrative,
      lists: input.lists,
      explanations: input.explanations,
    });
    await again.close();
  });

  it("keeps its file by content, its name without folders, its suffix in lower case", async () => {
    const { folder, ledger } = await withPeriod();
    const bytes = workbook("nội dung");
    const file = { bytes, name: "C:\\Thư đến\\Biểu số liệu.XLSX" };
    const { file: kept } = recorded(await ledger.recordRevision(sampleReturn(UNIT, "", { file })));
    const sha256 = sha256Of(bytes);
    expect(kept).toMatchObject({ sha256, name: "Biểu số liệu.XLSX", size: bytes.length, suffix: ".xlsx" });
    expect(kept.path).toBe(join("tep", sha256.slice(0, 2), `${sha256}.xlsx`));
    expect(readFileSync(join(folder, "so-lieu", kept.path))).toEqual(bytes);
    expect(await ledger.readFile(sha256)).toEqual(bytes);
    expect(ledger.pathOf("00")).toBeUndefined();
    await ledger.close();
  });

  it("says of each value what it changed against the one before, refused ones aside", async () => {
    const { ledger } = await withPeriod();
    const first = await ledger.recordRevision(
      sampleReturn(UNIT, "1", {
        values: [figure("C01", 1), figure("C02", 2), figure("C03", undefined), figure("C04", 4)],
      }),
    );
    expect(first).toMatchObject({ changes: [{ change: "created" }, { change: "created" }, { change: "same" }, {}] });
    await ledger.recordRevision(sampleReturn(UNIT, "2", { state: "refused", values: [] }));
    const third = await ledger.recordRevision(
      sampleReturn(UNIT, "3", {
        values: [figure("C01", 1), figure("C02", 3), figure("C03", 0), figure("C04", undefined)],
      }),
    );
    const { number, id } = recorded(third);
    expect(number).toBe(3);
    const changes = ledger.changes(id);
    expect(third).toMatchObject({ changes });
    expect(changes.map(({ key, change, before, after }) => [key, change, before, after])).toEqual([
      ["C01", "same", 1, 1],
      ["C02", "updated", 2, 3],
      ["C03", "created", undefined, 0],
      ["C04", "removed", 4, undefined],
    ]);
    await ledger.close();
  });

  it("with two cells that contradict each other about one figure is not taken; equal ones are one figure", async () => {
    const { ledger } = await withPeriod();
    const twice = (value: number) => [
      figure("C02", 4),
      { ...figure("C02", value), cell: { sheet: "Biểu 1", address: "N7" } },
    ];
    const clash = await ledger.recordRevision(sampleReturn(UNIT, "1", { values: twice(5) }));
    expect(clash).toMatchObject({ kind: "refused", findings: [{ id: "ledger/conflicting-values" }] });
    expect(clash.findings[0]?.found).toContain('ô N7, trang "Biểu 1"');
    const { id } = recorded(await ledger.recordRevision(sampleReturn(UNIT, "2", { values: twice(4) })));
    expect(ledger.values(id)).toEqual([figure("C02", 4)]);
    await ledger.close();
  });

  it("is refused for a period that was never opened, and leaves no file", async () => {
    const { folder, ledger } = await withPeriod();
    const outcome = await ledger.recordRevision(sampleReturn(UNIT, "1", { period: "2027-6t" }));
    expect(outcome).toMatchObject({ kind: "refused", findings: [{ id: "ledger/period-not-opened" }] });
    await ledger.close();
    expect(contents(folder).files).toEqual([]);
  });
});

describe("the same file again", () => {
  it("adds nothing, and says so when a newer one is there", async () => {
    const { folder, ledger } = await withPeriod();
    const first = recorded(await ledger.recordRevision(sampleReturn(UNIT, "1")));
    await ledger.recordRevision(sampleReturn(UNIT, "2"));
    const before = contents(folder);
    const again = await ledger.recordRevision(sampleReturn(UNIT, "1", { state: "correct", findings: [FAULT] }));
    expect(again).toMatchObject({ kind: "repeated", revision: { id: first.id }, changes: [] });
    expect(ids(again)).toEqual(["ledger/older-file-again"]);
    expect(ids(await ledger.recordRevision(sampleReturn(UNIT, "2")))).toEqual([]);
    expect(contents(folder)).toEqual(before);
    await ledger.close();
  });

  it("that came earlier than another follows it in number, and does not take its place", async () => {
    const { ledger } = await withPeriod();
    const came = (content: string, day: string, basis: "given" | "file" = "given") =>
      ledger.recordRevision(
        sampleReturn(UNIT, content, { received: { day, basis }, values: figures(3, Number(content)) }),
      );
    const newer = recorded(await came("1", "2026-05-23"));
    const older = await came("2", "2026-05-20");
    expect(ids(older)).toEqual(["ledger/older-return"]);
    expect(recorded(older).number).toBe(2);
    for (const one of [ledger.latest(UNIT, HALF.id), ledger.counted(UNIT, HALF.id)]) expect(one?.id).toBe(newer.id);
    expect(ledger.standings(HALF.id)?.[0]).toMatchObject({ latest: { id: newer.id }, counted: { id: newer.id } });
    expect(ledger.history(UNIT, HALF.id).map(({ number }) => number)).toEqual([2, 1]);
    expect(ledger.sentOn(UNIT, HALF.id)).toBe("2026-05-20");
    // nobody gave its day: the file's own time does not make it an old one
    const undated = recorded(await came("3", "2026-05-01", "file"));
    expect(ledger.latest(UNIT, HALF.id)?.id).toBe(undated.id);
    // on one day the order of recording holds
    const sameDay = recorded(await came("4", "2026-05-23"));
    expect(ledger.counted(UNIT, HALF.id)?.id).toBe(sameDay.id);
    await ledger.lock({ period: HALF.id, who: WHO });
    expect(ledger.priorFigures(UNIT, HALF.id)?.revision?.id).toBe(sameDay.id);
    await ledger.close();
  });

  it("of another unit is another revision, and can be found", async () => {
    const { ledger } = await withPeriod();
    const file = { bytes: workbook("chung"), name: "a.xlsx" };
    const one = recorded(await ledger.recordRevision(sampleReturn(UNIT, "", { file })));
    const two = recorded(await ledger.recordRevision(sampleReturn("x-an-binh", "", { file })));
    expect(ledger.revisionsOfFile(one.file.sha256).map(({ unit }) => unit)).toEqual([UNIT, "x-an-binh"]);
    expect(ledger.sameFigures(two).map(({ id }) => id)).toEqual([one.id]);
    await ledger.close();
  });

  it("notes the signed paper that came later, and puts back a kept file that was deleted", async () => {
    const { folder, ledger } = await withPeriod();
    const { file } = recorded(await ledger.recordRevision(sampleReturn(UNIT, "1")));
    rmSync(join(folder, "so-lieu", file.path));
    const scan = { bytes: workbook("bản quét"), name: "bao-cao.pdf" };
    const paper = { number: "15-BC/ĐU", signed: true };
    const later = await ledger.recordRevision(
      sampleReturn(UNIT, "1", { paper, attachments: [{ role: "signed", file: scan }] }),
    );
    expect(later).toMatchObject({ kind: "repeated", revision: { number: 1, paper } });
    expect(ledger.attachments(recorded(later).id)).toMatchObject([{ role: "signed", file: { name: "bao-cao.pdf" } }]);
    expect(existsSync(join(folder, "so-lieu", file.path))).toBe(true);
    // a later mail without the paper does not take it away
    await ledger.recordRevision(sampleReturn(UNIT, "1", { paper: { signer: "Trần Văn Bình", signed: false } }));
    expect(ledger.latest(UNIT, HALF.id)?.paper).toEqual({ ...paper, signer: "Trần Văn Bình" });
    await ledger.close();
  });

  it("is judged again only when asked, when the judgement differs, and when it is the newest", async () => {
    const { ledger } = await withPeriod();
    const faulty = sampleReturn(UNIT, "1", { state: "correct", findings: [FAULT] });
    await ledger.recordRevision(faulty);
    const same = await ledger.recordRevision({ ...faulty, judgedAgain: true });
    expect(same).toMatchObject({ kind: "repeated", revision: { number: 1 } });
    const better = await ledger.recordRevision(sampleReturn(UNIT, "1", { judgedAgain: true }));
    expect(better).toMatchObject({ kind: "recorded", revision: { number: 2, state: "accepted" } });
    await ledger.recordRevision(sampleReturn(UNIT, "2"));
    expect((await ledger.recordRevision({ ...faulty, judgedAgain: true })).kind).toBe("repeated");
    await ledger.close();
  });
});

describe("what counts", () => {
  it("is the last revision without errors", async () => {
    const { ledger } = await withPeriod();
    expect(ledger.counted(UNIT, HALF.id)).toBeUndefined();
    await ledger.recordRevision(sampleReturn(UNIT, "1", { state: "correct" }));
    expect(ledger.counted(UNIT, HALF.id)).toBeUndefined();
    await ledger.recordRevision(sampleReturn(UNIT, "2", { state: "accepted" }));
    await ledger.recordRevision(sampleReturn(UNIT, "3", { state: "explain" }));
    await ledger.recordRevision(sampleReturn(UNIT, "4", { state: "correct" }));
    expect(ledger.counted(UNIT, HALF.id)?.number).toBe(3);
    expect(ledger.latest(UNIT, HALF.id)?.number).toBe(4);
    expect(ledger.history(UNIT, HALF.id).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    await ledger.close();
  });

  it("makes the coverage: counted, to explain, unsigned, missing", async () => {
    const { ledger } = await withPeriod();
    const units = ["a", "b", "c", "d", "e"];
    await ledger.recordOutlines(
      HALF.id,
      units.map((unit) => ({ unit, revision: 1, hash: `h-${unit}` })),
    );
    await ledger.recordRevision(sampleReturn("a", "1", { paper: { signed: true }, values: [figure("C02", 4)] }));
    await ledger.recordRevision(sampleReturn("b", "1", { state: "explain" }));
    await ledger.recordRevision(sampleReturn("c", "1", { state: "correct" }));
    await ledger.recordRevision(sampleReturn("d", "1", { paper: { signed: true } }));
    await ledger.recordRevision(sampleReturn("d", "2", { state: "correct" }));
    const exported = ledger.export(HALF.id);
    expect(exported?.coverage).toEqual({
      asked: units,
      counted: ["a", "b", "d"],
      missing: ["c", "e"],
      explain: ["b"],
      unsigned: ["b"],
      superseded: ["d"],
    });
    const returns = [...(exported?.returns() ?? [])];
    expect(returns.map(({ revision }) => [revision.unit, revision.number])).toEqual([
      ["a", 1],
      ["b", 1],
      ["d", 1],
    ]);
    expect(returns[0]?.values).toEqual([figure("C02", 4)]);
    const standing = ledger.standings(HALF.id)?.find(({ unit }) => unit === "d");
    expect(standing).toMatchObject({ outline: { hash: "h-d" }, latest: { number: 2 }, counted: { number: 1 } });
    expect(ledger.export("2027-6t")).toBeUndefined();
    await ledger.close();
  });
});

describe("windows", () => {
  it("extends, locks, re-opens and locks again, each with its reason", async () => {
    const { ledger } = await withPeriod();
    const { id: period } = HALF;
    expect(ledger.receiving(UNIT, period)).toEqual({ state: "open", lastDay: "2026-05-24" });
    expect(ids(await ledger.extend({ period, unit: UNIT, until: "2026-05-24", reason: "bão", who: WHO }))).toEqual([
      "ledger/day-not-later",
    ]);
    expect(ids(await ledger.extend({ period, unit: UNIT, until: "2026-02-30", reason: "bão", who: WHO }))).toEqual([
      "ledger/bad-day",
    ]);
    expect(ids(await ledger.extend({ period, unit: UNIT, until: "2026-05-30", reason: " ", who: WHO }))).toEqual([
      "ledger/no-reason",
    ]);
    await ledger.extend({ period, unit: UNIT, until: "2026-05-30", reason: "bão", who: WHO });
    expect(ledger.receiving(UNIT, period)).toMatchObject({
      lastDay: "2026-05-30",
      extension: { reason: "bão", who: WHO },
    });
    expect(ledger.receiving("x-an-binh", period)?.lastDay).toBe("2026-05-24");
    expect(ids(await ledger.reopen({ period, unit: UNIT, reason: "sửa", who: WHO }))).toEqual(["ledger/reopen-open"]);
    await ledger.recordRevision(sampleReturn(UNIT, "1"));

    await ledger.lock({ period, who: WHO });
    expect(ledger.isLocked(UNIT, period)).toBe(true);
    expect(ids(await ledger.lock({ period, who: WHO }))).toEqual(["ledger/locked-already"]);
    const late = await ledger.recordRevision(sampleReturn(UNIT, "2"));
    expect(late).toMatchObject({ kind: "refused", findings: [{ id: "ledger/period-locked" }] });
    expect(late.findings[0]?.remedy).toContain(`vanthu cycle reopen ${period} --unit ${UNIT}`);
    expect(ids(await ledger.extend({ period, unit: UNIT, until: "2026-06-30", reason: "bão", who: WHO }))).toEqual([
      "ledger/extend-locked",
    ]);
    // what came late may be kept as refused; then it counts for nothing, and is taken after the re-opening
    expect((await ledger.recordRevision(sampleReturn(UNIT, "2", { state: "refused" }))).kind).toBe("recorded");
    expect((await ledger.recordRevision(sampleReturn(UNIT, "1"))).kind).toBe("repeated");

    await ledger.reopen({ period, unit: UNIT, until: "2026-06-05", reason: "Tỉnh uỷ đồng ý", who: WHO });
    expect(ledger.receiving(UNIT, period)).toMatchObject({ state: "reopened", lastDay: "2026-06-05" });
    expect(ledger.isLocked("x-an-binh", period)).toBe(true);
    expect(await ledger.recordRevision(sampleReturn(UNIT, "2"))).toMatchObject({
      kind: "recorded",
      revision: { number: 3 },
    });
    await ledger.lock({ period, who: WHO });
    expect(ledger.isLocked(UNIT, period)).toBe(true);
    expect(ledger.events(period).map(({ kind }) => kind)).toEqual([
      "opened",
      "extended",
      "locked",
      "reopened",
      "locked",
    ]);
    await ledger.close();
  });

  it("opens a period once; other terms and an edited form set are refused", async () => {
    const { ledger } = await withPeriod();
    const open = (changes: object, formSet: object = FORM_SET) =>
      ledger.openPeriod({ period: { ...HALF, ...changes }, formSet: { ...FORM_SET, ...formSet }, who: WHO });
    expect(await open({})).toEqual({ done: true, findings: [] });
    const moved = await open({ lastDay: "2026-05-20" });
    expect(ids(moved)).toEqual(["ledger/period-differs"]);
    expect(moved.findings[0]?.found).toContain("hạn báo cáo (đã mở: 24/5/2026; nay: 20/5/2026)");
    expect((await open(YEAR_BEFORE, { hash: "a" })).done).toBe(true);
    expect(ids(await open({ id: "2026-nam" }, { hash: "b" }))).toEqual(["ledger/form-set-edited"]);
    expect(ledger.periods().map(({ period }) => period.id)).toEqual(["2025-nam", "2026-6t"]);
    expect(ledger.period(HALF.id)).toMatchObject({ period: HALF, formSet: FORM_SET });
    await ledger.close();
  });

  it("notes outlines all or none, and refuses another content under a revision that was sent", async () => {
    const { ledger } = await withPeriod();
    const issue = { unit: UNIT, revision: 1, hash: "một" };
    await ledger.recordOutline(HALF.id, issue);
    await ledger.recordOutline(HALF.id, issue);
    const other = [
      { unit: "x-an-binh", revision: 1, hash: "hai" },
      { ...issue, hash: "khác" },
    ];
    expect(ids(await ledger.recordOutlines(HALF.id, other))).toEqual(["ledger/outline-differs"]);
    expect(ledger.outlines(HALF.id)).toMatchObject([issue]);
    await ledger.recordOutline(HALF.id, { ...issue, revision: 2, hash: "khác" });
    expect(ledger.outlines(HALF.id, UNIT).map(({ hash }) => hash)).toEqual(["một", "khác"]);
    await ledger.close();
  });
});

describe("figures of earlier periods", () => {
  const balance = (unit: string, key: string, value: number, address = "C5") => ({
    ...{ unit, key, value, period: YEAR_BEFORE.id, measure: "actual" as const },
    cell: { sheet: "Số đầu kỳ", address },
  });

  it("are those that counted at the lock, also while the unit is re-opened", async () => {
    const { ledger } = await withPeriod();
    const period = YEAR_BEFORE.id;
    await ledger.openPeriod({ period: YEAR_BEFORE, formSet: FORM_SET, who: WHO });
    await ledger.recordRevision(
      sampleReturn(UNIT, "1", { period, values: [figure("C06", 130), figure("C07", undefined)] }),
    );
    expect(ledger.priorFigures(UNIT, period)).toBeUndefined();
    await ledger.lock({ period, who: WHO });
    const locked = ledger.priorFigures(UNIT, period);
    expect(locked).toMatchObject({ reopened: false, revision: { number: 1 }, figures: [{ key: "C06", value: 130 }] });
    expect(locked?.figures).toHaveLength(1);
    expect(locked?.figures[0]?.file.sha256).toBe(locked?.revision?.file.sha256);

    await ledger.reopen({ period, unit: UNIT, reason: "sửa số", who: WHO });
    await ledger.recordRevision(sampleReturn(UNIT, "2", { period, values: [figure("C06", 131)] }));
    expect(ledger.priorFigures(UNIT, period)).toMatchObject({ reopened: true, figures: [{ value: 130 }] });
    await ledger.lock({ period, unit: UNIT, who: WHO });
    expect(ledger.priorFigures(UNIT, period)).toMatchObject({ reopened: false, figures: [{ value: 131 }] });
    await ledger.close();
  });

  it("come from a file where nothing was locked, traced to its cells", async () => {
    const { folder, ledger } = await withPeriod();
    const file = { bytes: workbook("số đầu kỳ"), name: "so-dau-ky.xlsx" };
    const rows = [balance(UNIT, "C06", 128), balance("x-an-binh", "C06", 40, "C6")];
    expect(await ledger.loadOpeningBalances({ file, rows, who: WHO })).toEqual({ done: true, findings: [] });
    const before = contents(folder);
    await ledger.loadOpeningBalances({ file, rows, who: WHO });
    expect(contents(folder)).toEqual(before);
    expect([...ledger.closings(2025)].map(({ unit, figures }) => [unit, figures[0]?.value])).toEqual([
      [UNIT, 128],
      ["x-an-binh", 40],
    ]);
    expect(ledger.priorFigures(UNIT, YEAR_BEFORE.id)?.figures[0]).toEqual({
      ...{ key: "C06", measure: "actual", value: 128 },
      cell: { sheet: "Số đầu kỳ", address: "C5" },
      file: { sha256: sha256Of(file.bytes), name: "so-dau-ky.xlsx" },
    });
    // a corrected file holds for what it names
    const corrected = { bytes: workbook("số đầu kỳ, sửa"), name: "so-dau-ky-2.xlsx" };
    await ledger.loadOpeningBalances({ file: corrected, rows: [balance(UNIT, "C06", 129)], who: WHO });
    expect([...ledger.closings(2025)].map(({ figures }) => figures[0]?.value)).toEqual([129, 40]);
    await ledger.close();
  });

  it("from a file never replace a locked closing, and may not contradict each other", async () => {
    const { ledger } = await withPeriod();
    await ledger.openPeriod({ period: YEAR_BEFORE, formSet: FORM_SET, who: WHO });
    await ledger.recordRevision(sampleReturn(UNIT, "1", { period: YEAR_BEFORE.id, values: [figure("C06", 130)] }));
    await ledger.lock({ period: YEAR_BEFORE.id, who: WHO });
    const file = { bytes: workbook("b"), name: "b.xlsx" };
    const clash = await ledger.loadOpeningBalances({
      ...{ file, who: WHO },
      rows: [balance(UNIT, "C06", 1), balance(UNIT, "C06", 2)],
    });
    expect(clash).toMatchObject({ done: false, findings: [{ id: "ledger/conflicting-values" }] });
    const loaded = await ledger.loadOpeningBalances({ file, who: WHO, rows: [balance(UNIT, "C06", 1)] });
    expect(loaded).toMatchObject({ done: true, findings: [{ id: "ledger/closing-stands" }] });
    expect(ledger.priorFigures(UNIT, YEAR_BEFORE.id)?.figures[0]?.value).toBe(130);
    await ledger.close();
  });
});

describe("the tables", () => {
  it("refuse every update, deletion and replacement", async () => {
    const { folder, ledger } = await withPeriod();
    const file = { bytes: workbook("đ"), name: "d.xlsx" };
    await ledger.recordOutline(HALF.id, {
      ...{ unit: UNIT, revision: 1, hash: "h" },
      due: { lastDay: "2026-05-20", dueInWords: "chậm nhất ngày 20/5/2026" },
    });
    await ledger.recordRevision(
      sampleReturn(UNIT, "1", {
        findings: [FAULT],
        narrative: [{ mark: "I", title: "a", text: "b" }],
        lists: { B6: [["1"]] },
        explanations: { "C02/actual": "c" },
        paper: { signed: true },
        attachments: [{ role: "signed", file }],
      }),
    );
    const cell = { sheet: "a", address: "A1" };
    const row = { unit: UNIT, period: "2025-nam", key: "C06", measure: "actual", value: 1, cell } as const;
    await ledger.loadOpeningBalances({ file, who: WHO, rows: [row] });
    const received = { day: "2026-05-20", basis: "given" } as const;
    await ledger.noteUnreadable({ period: HALF.id, file: "a1", name: "a.xlsx", received, found: "Tệp bị cụt." });
    await ledger.recordTaskReports({
      ...{ plan: { identity: "ab12", title: "Kế hoạch" }, tasks: "cd34", issue: 1, file, state: "accepted" },
      received,
      reports: [{ task: "II/1", text: "Báo cáo", status: "done", cell }],
    });
    await ledger.lock({ period: HALF.id, who: WHO });
    const accepted = { draft: "bao-cao.md", figures: ["vt:C02/tinh/2026-6t"], before: "tăng", after: "giảm", who: WHO };
    await ledger.recordAcceptances([accepted]);
    expect(ledger.acceptances()).toEqual([{ id: 1, ...accepted, at: expect.stringMatching(/Z$/u) }]);
    await ledger.close();
    const open = database(folder);
    open.pragma("recursive_triggers = ON");
    for (const table of TABLE_NAMES) {
      const column = Object.keys(open.prepare(`SELECT * FROM ${table} LIMIT 1`).all()[0] as object)[0];
      expect(column, `${table} has a row`).toBeDefined();
      expect(() => open.exec(`UPDATE ${table} SET ${column} = ${column}`), table).toThrow("append-only");
      expect(() => open.exec(`DELETE FROM ${table}`), table).toThrow("append-only");
      expect(() => open.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`), table).toThrow("append-only");
    }
    open.close();
  });
});
