/** A report's manifest: made again on another day it is the same, until the ledger or the office's template changes. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CycleOffice, FEW_UNITS, on, openCycleOffice, send } from "../cli-cycle.sample.js";

const PERIOD = "2026-6t";
const FOLDER = `bao-cao/${PERIOD}`;
const MANIFEST = `${FOLDER}/manifest.json`;
const LATER = on("2027-01-09");

let office: CycleOffice;
const verify = () => office.call(["verify", MANIFEST], LATER);

beforeAll(async () => {
  office = await openCycleOffice(FEW_UNITS);
  await office.cycle("2026-05-04", "open", PERIOD);
  await send(office, PERIOD, { unit: "p-song-kim", day: "2026-05-20", as: "workbook" });
  await office.cycle("2026-05-27", "collect", "--period", PERIOD);
  const { stdout } = await office.call(["report", PERIOD, "--manifest"], on("2026-05-31"));
  expect(stdout).toContain(MANIFEST);
});
afterAll(() => office.remove());

it("is made again on another day, file for file", async () => {
  const { exit, stdout, stderr } = await verify();
  expect(stderr).toBe("");
  expect(stdout).toContain("Cả 8 tệp đúng như đã ghi.");
  expect(exit).toBe(0);
});

it("is made again with every unit in its annexes", async () => {
  await office.call(["report", PERIOD, "-o", "du", "--annexes", "all", "--manifest"], on("2026-05-31"));
  const { exit, stdout } = await office.call(["verify", "du/manifest.json"], LATER);
  expect(stdout).toContain("Cả 8 tệp đúng như đã ghi.");
  expect(exit).toBe(0);
});

it("tells a draft that was finished by hand from a ledger that changed", async () => {
  const draft = `${FOLDER}/bao-cao-${PERIOD}.md`;
  const made = await office.read(draft);
  await office.write(draft, `${made}\nThêm một dòng.\n`);
  const edited = await verify();
  expect(edited.exit).toBe(1);
  expect(edited.stdout).toMatch(/bao-cao-2026-6t\.md: bị sửa sau khi lập\.\n {2}- dòng \d+: .* → /u);
  expect(edited.stdout).not.toContain("Vì sao");
  await office.write(draft, made);

  await send(office, PERIOD, { unit: "p-tan-linh", day: "2026-05-29", as: "workbook" });
  await office.cycle("2026-06-02", "collect", "--period", PERIOD);
  const changed = await verify();
  expect(changed.exit).toBe(1);
  expect(changed.stdout).toContain(`bao-cao-${PERIOD}.docx: dựng lại ra khác.`);
  expect(changed.stdout).toMatch(/số liệu \S+ → \S+/u);
  expect(changed.stdout).toContain("số liệu trong sổ theo dõi đã thay đổi");
});

it("is not written for what cannot be made again", async () => {
  const { exit, stderr } = await office.call(["report", PERIOD, "--update", "--manifest"], LATER);
  expect(exit).toBe(2);
  expect(stderr).toContain("--manifest");
});
