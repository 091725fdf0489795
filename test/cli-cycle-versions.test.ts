/** Versions of a form set in the office: the one that a period was opened with judges its returns, unedited. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { englishIn } from "./cli.environment.js";
import { type CycleOffice, FEW_UNITS, on, openCycleOffice, send } from "./cli-cycle.sample.js";

let office: CycleOffice;
beforeEach(async () => {
  office = await openCycleOffice(FEW_UNITS);
});
afterEach(() => office.remove());

const DAY = "2026-05-04";
const BACK = "2026-05-20";
const FIRST = "xd-to-chuc-dang-2026-1";
const SECOND = "xd-to-chuc-dang-2026-2";
const CHECKS = "kiem-tra.yaml";

/** A check that every return breaks, so that it shows which version judged. */
const STRICT = `  - mã: KT-MOI
    điều kiện: A01 < 0
    mức: lỗi
    báo: "Doanh nghiệp {A01}: phép thử của phiên bản hai."
    xử lý: Chỉ để thử.
`;

/** Opens the half-year with the first version of the office's own forms, and puts one return into the inbox. */
async function openWithFirst(): Promise<void> {
  await office.call(["cycle", "init"], on(DAY));
  expect((await office.cycle(DAY, "open", "2026-6t", "--unit", "p-song-kim")).exit).toBe(0);
  await send(office, "2026-6t", { unit: "p-song-kim", day: BACK, as: "workbook" });
}

/** A new version beside the first: copied, changed there, as the head of the declaration says. */
async function addSecond(): Promise<void> {
  for (const name of await readdir(join(office.folder, "bieu-mau", FIRST))) {
    const text = await office.read(`bieu-mau/${FIRST}/${name}`);
    await office.write(`bieu-mau/${SECOND}/${name}`, name === CHECKS ? `${text.trimEnd()}\n${STRICT}` : text);
  }
  const main = await office.read(`bieu-mau/${FIRST}.yaml`);
  await office.write(
    `bieu-mau/${SECOND}.yaml`,
    main.replaceAll(`${FIRST}/`, `${SECOND}/`).replace("phiên bản: 2026-1", "phiên bản: 2026-2"),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever comes
const rulesOf = ({ returns }: any): readonly string[] =>
  returns.flatMap(({ findings }: { findings: readonly { rule: string }[] }) => findings.map(({ rule }) => rule));

describe("a second version of a form set", () => {
  it("judges the periods that are opened with it; the first stays readable and judges its own", async () => {
    await openWithFirst();
    const issued = await office.bytes("ra/2026-6t/p-song-kim.xlsx");
    await addSecond();
    const half = await office.json(BACK, "collect", "hop-thu-den");
    expect(half.returns).toMatchObject([{ unit: "p-song-kim", outcome: "recorded" }]);
    expect(rulesOf(half)).not.toContain("KT-MOI");
    expect(rulesOf(half).filter((rule) => /^T/u.test(rule))).toEqual([]);

    const late = "2026-12-20";
    expect((await office.cycle("2026-12-02", "open", "2026-nam", "--unit", "p-song-kim")).exit).toBe(0);
    await send(office, "2026-nam", { unit: "p-song-kim", day: late, as: "workbook" });
    const year = await office.json(late, "collect", `hop-thu-den/${late}`);
    expect(rulesOf(year)).toContain("KT-MOI");

    // the half-year is still issued, and judged anew, in the version that it was opened with
    const again = await office.json(late, "open", "2026-6t", "--unit", "p-song-kim");
    expect(again).toMatchObject({ formSet: { version: "2026-1" }, units: [{ kind: "same" }] });
    expect(await office.bytes("ra/2026-6t/p-song-kim.xlsx")).toEqual(issued);
    const anew = await office.json(late, "collect", `hop-thu-den/${BACK}`, "--again");
    expect(rulesOf(anew)).not.toContain("KT-MOI");
  });
});

describe("a declaration that was edited after its first use", () => {
  const edit = async (): Promise<void> => {
    const name = `bieu-mau/${FIRST}/${CHECKS}`;
    await office.write(name, `${(await office.read(name)).trimEnd()}\n${STRICT}`);
  };
  const WHAT = "Bộ biểu mẫu xd-to-chuc-dang phiên bản 2026-1 đã bị sửa sau khi dùng cho kỳ 2026-6t";
  const REMEDY = "Khôi phục nội dung cũ của phiên bản này, và đưa phần sửa vào một phiên bản mới";

  it.each(["collect", "reconcile", "open"])("stops %s, which changes nothing", async (command) => {
    await openWithFirst();
    const before = await office.read(`bieu-mau/${FIRST}/${CHECKS}`);
    await edit();
    const words = command === "collect" ? ["collect", "hop-thu-den"] : [command, "2026-6t"];
    const { exit, stderr } = await office.cycle(BACK, ...words);
    expect(exit).toBe(2);
    expect(stderr).toContain(WHAT);
    expect(stderr).toContain(REMEDY);
    expect(englishIn(stderr)).toBeUndefined();
    // as it was: all goes on
    await office.write(`bieu-mau/${FIRST}/${CHECKS}`, before);
    const collected = await office.json(BACK, "collect", "hop-thu-den");
    expect(collected.returns).toMatchObject([{ outcome: "recorded" }]);
  });

  it("is told by status, which rests on the ledger and is shown all the same", async () => {
    await openWithFirst();
    await edit();
    const { exit, stdout, stderr } = await office.cycle(BACK, "status", "2026-6t");
    expect(exit).toBe(0);
    expect(stdout).toContain("Sông Kim");
    expect(stderr).toContain(WHAT);
    expect(stderr).toContain(REMEDY);
  });

  it("is not a comment, or the end of a line", async () => {
    await openWithFirst();
    const name = `bieu-mau/${FIRST}/${CHECKS}`;
    const text = await office.read(name);
    await office.write(name, `# chú thích\r\n${text.replaceAll("\n", "\r\n")}`);
    expect((await office.json(BACK, "collect", "hop-thu-den")).returns).toMatchObject([{ outcome: "recorded" }]);
  });
});
