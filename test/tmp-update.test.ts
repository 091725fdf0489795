import { it } from "vitest";
import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { on, openCycleOffice, send } from "./cli-cycle.sample.js";
const PERIOD = "2026-6t";
const UNITS = `khu vực: [Khu vực trung tâm, Khu vực ven biển, Cơ quan cấp tỉnh]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: x-hai-thuan, loại: xa-phuong, tên: Đảng uỷ xã Hải Thuận, khu vực: Khu vực ven biển }
  - { mã: x-cua-van, loại: xa-phuong, tên: Đảng uỷ xã Cửa Vạn, khu vực: Khu vực ven biển }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh, khu vực: Cơ quan cấp tỉnh }
`;
it("x", async () => {
  const office = await openCycleOffice(UNITS);
  const openings = await openingWorkbook(await readBundledFormSet(), office.register);
  await office.write("so-2025.xlsx", openings);
  await office.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await office.cycle("2026-05-04", "open", PERIOD);
  for (const code of ["p-song-kim", "x-hai-thuan", "lddl"]) await send(office, PERIOD, { unit: code, day: "2026-05-20", as: "workbook" });
  await office.cycle("2026-05-27", "collect", "--period", PERIOD);
  let r = await office.call(["report", PERIOD], on("2026-05-31"));
  console.log(r.exit, r.stdout, r.stderr);
  const before = await office.read(`bao-cao/${PERIOD}/bao-cao-${PERIOD}.md`);
  r = await office.call(["report", PERIOD, "--update"], on("2026-05-31"));
  console.log(r.exit, r.stdout, r.stderr);
  await send(office, PERIOD, { unit: "x-cua-van", day: "2026-06-03", as: "workbook" });
  r = await office.cycle("2026-06-03", "collect", "--period", PERIOD);
  console.log(r.exit, r.stdout.slice(0,600));
  r = await office.call(["render", `bao-cao/${PERIOD}/bao-cao-${PERIOD}.md`, "-o", "ra2"], on("2026-06-03"));
  console.log(r.exit, r.stdout, r.stderr.slice(0,6000));
  r = await office.call(["report", PERIOD, "--update"], on("2026-06-03"));
  console.log(r.exit, r.stdout, r.stderr);
  r = await office.call(["report", PERIOD, "--update", "--accept", "all"], on("2026-06-03"));
  console.log(r.exit, r.stdout, r.stderr);
  const after = await office.read(`bao-cao/${PERIOD}/bao-cao-${PERIOD}.md`);
  await office.call(["report", PERIOD, "-o", "lai"], on("2026-06-03"));
  const again = await office.read(`lai/bao-cao-${PERIOD}.md`);
  const { writeFileSync } = await import("node:fs");
  writeFileSync("/tmp/bound-before.md", before); writeFileSync("/tmp/bound-after.md", after); writeFileSync("/tmp/bound-again.md", again);
  office.remove();
}, 100000);
