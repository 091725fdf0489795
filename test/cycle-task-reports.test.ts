import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { latestTaskStates, takeInTracking } from "../src/cycle/task-reports/index.js";
import { planIdentity, trackingWorkbook } from "../src/plan/outputs/index.js";
import { type CycleOffice, FEW_UNITS, openCycleOffice } from "./cli-cycle.sample.js";
import { contents, database, newFolder, opened, removeFolders } from "./ledger.folders.js";
import { PLAN, TASKS } from "./plan-outputs.sample.js";
import { change, type Put, put } from "./workbook-read.edit.js";

const SHEET = "Theo dõi nhiệm vụ";
const COMMUNE = "Đảng uỷ phường Sông Kim";
const BOARD = "Ban Tổ chức Tỉnh uỷ";

async function filled(
  body: string | undefined,
  cells: Readonly<Record<string, Put>>,
  revision = 1,
): Promise<Uint8Array> {
  const bytes = await trackingWorkbook(TASKS, {
    plan: PLAN,
    on: "2026-07-01",
    revision,
    ...(body === undefined ? {} : { body }),
  });
  return change(bytes, put(SHEET, cells));
}

describe("tracking workbooks in the inbox", () => {
  let office: CycleOffice;
  beforeAll(async () => {
    office = await openCycleOffice(FEW_UNITS);
    // rows of the commune: II/3, III/3; of the board: II/1, II/2, II/4
    await office.write(
      "hop-thu-den/2026-07-20/song-kim.xlsx",
      await filled(COMMUNE, { J7: "Hoàn thành", K7: "20/6/2026", L7: "Báo cáo số 45-BC/ĐU", J8: "Đang thực hiện" }),
    );
    await office.write(
      "hop-thu-den/2026-07-21/ban-to-chuc.xlsx",
      await filled(BOARD, { J7: "Hoàn thành", K7: "31/6/2026", J8: "chưa rõ", J9: "Chưa đến hạn" }),
    );
  });
  afterAll(() => office.remove());

  it("are recorded by body, units by their codes, and answered with a receipt or what to correct", async () => {
    const called = await office.cycle("2026-07-25", "collect", "--json");
    expect(called.exit).toBe(1);
    const { tracking, returns, others, trackingAnswers } = JSON.parse(called.stdout);
    expect(returns).toEqual([]);
    expect(others).toEqual([]);
    expect(tracking).toMatchObject([
      {
        ...{ body: COMMUNE, unit: "p-song-kim", state: "accepted", outcome: "recorded" },
        received: { day: "2026-07-20", basis: "given" },
        counts: { done: 1, underWay: 1, notDue: 0, overdue: 0, ongoing: 0 },
      },
      { body: BOARD, state: "correct", outcome: "recorded", counts: { notDue: 1, done: 0 } },
    ]);
    expect(tracking[1].unit).toBeUndefined();
    expect(trackingAnswers.map(({ files }: { files: string[] }) => files)).toEqual([
      ["loi-nhan.txt"],
      ["loi-nhan.txt", "danh-dau.xlsx"],
    ]);
    const receipt = new TextDecoder().decode(
      await office.bytes("tra-loi/nhiem-vu/12-kh-tu/dang-uy-phuong-song-kim/loi-nhan.txt"),
    );
    expect(receipt.trim()).toBe(
      `Đã nhận tệp “song-kim.xlsx” của ${COMMUNE} ngày 20/7/2026, theo dõi nhiệm vụ ${PLAN.title} số 12-KH/TU: 2 nhiệm vụ được ghi nhận (1 đang thực hiện, 1 hoàn thành).`,
    );
    const asks = new TextDecoder().decode(
      await office.bytes("tra-loi/nhiem-vu/12-kh-tu/ban-to-chuc-tinh-uy/loi-nhan.txt"),
    );
    expect(asks).toContain("1. Theo dõi nhiệm vụ, ô K7: Ngày hoàn thành “31/6/2026” không phải là ngày có thật.");
    expect(asks).toContain("2. Theo dõi nhiệm vụ, ô J8: Trạng thái “chưa rõ” không có trong danh sách.");
  });

  it("add nothing when they come again", async () => {
    const before = contents(office.folder);
    const { exit, stdout } = await office.cycle("2026-07-26", "collect");
    expect([exit, stdout.trim()]).toEqual([0, expect.stringContaining("2 tệp theo dõi nhiệm vụ đã thu trước đây.")]);
    expect(contents(office.folder)).toEqual(before);
  });

  it("give each task its last state by body, and keep what a later workbook leaves out", async () => {
    await office.write(
      "hop-thu-den/2026-08-02/song-kim.xlsx",
      await filled(COMMUNE, { J8: "Hoàn thành", K8: "30/7/2026" }, 2),
    );
    const told = await office.cycle("2026-08-03", "collect");
    expect(told.exit).toBe(0);
    expect(told.stdout).toContain(
      `ĐÃ NHẬN  Theo dõi nhiệm vụ: ${COMMUNE}, 12-KH/TU (nhận ngày 02/8/2026; 1 hoàn thành; `,
    );
    const ledger = await opened(office.folder, { access: "read" });
    const states = latestTaskStates(ledger, planIdentity(PLAN));
    await ledger.close();
    const said = [...states].map(([task, each]) => [
      task,
      each.map(({ unit, body, status, completedOn, result, workbook }) => [
        unit ?? body,
        status,
        completedOn,
        result,
        workbook.issue,
      ]),
    ]);
    expect(said).toEqual([
      ["II/3", [["p-song-kim", "done", "2026-06-20", "Báo cáo số 45-BC/ĐU", 1]]],
      ["III/3", [["p-song-kim", "done", "2026-07-30", undefined, 2]]],
      ["II/4", [[BOARD, "notDue", undefined, undefined, 1]]],
    ]);
    expect(states.get("II/3")?.[0]?.text).toBe("Báo cáo tình hình phát triển đảng viên");
  });

  it("without a stamp, or of nobody knows which, are told of and not recorded", async () => {
    await office.write(
      "hop-thu-den/2026-08-04/hong.xlsx",
      change(await filled(BOARD, { J7: "Hoàn thành" }), put("_nhiemvu", { B8: "Sở Tài chính" })),
    );
    const before = contents(office.folder);
    const { exit, stdout } = await office.cycle("2026-08-05", "collect");
    expect(exit).toBe(1);
    expect(stdout).toContain("KHÔNG NHẬN  Theo dõi nhiệm vụ");
    expect(stdout).toContain("Dấu nhận dạng của tệp theo dõi nhiệm vụ bị hỏng hoặc bị sửa: Mã kiểm.");
    expect(contents(office.folder)).toEqual(before);
  });
});

describe("the ledger", () => {
  afterEach(removeFolders);

  it("of an earlier version is led on, with all that it holds", async () => {
    const folder = newFolder();
    await (await opened(folder)).close();
    const older = database(folder);
    older.exec("DROP TABLE acceptances; DROP TABLE task_reports; DROP TABLE task_workbooks; PRAGMA user_version = 3");
    older.close();
    const ledger = await opened(folder);
    const file = { bytes: await filled(undefined, { J7: "Hoàn thành", K7: "01/6/2026" }), name: "chung.xlsx" };
    const intake = { ledger, register: { units: [], areas: [], findings: [] } as never, today: "2026-07-20" };
    const received = { day: "2026-07-19", basis: "given" } as const;
    const first = await takeInTracking(file, "chung.xlsx", received, intake);
    expect(first).toMatchObject({ state: "accepted", outcome: "recorded", counts: { done: 1 } });
    expect(first.body).toBeUndefined();
    expect(await takeInTracking(file, "chung.xlsx", received, intake)).toMatchObject({ outcome: "repeated" });
    expect(ledger.taskWorkbooks().map(({ plan, state }) => [plan.number, state])).toEqual([["12-KH/TU", "accepted"]]);
    expect(latestTaskStates(ledger, planIdentity(PLAN)).get("II/1")).toMatchObject([
      { status: "done", completedOn: "2026-06-01" },
    ]);
    await ledger.close();
  });
});
