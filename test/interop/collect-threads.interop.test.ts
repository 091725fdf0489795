import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundleInto } from "../../scripts/bundle.js";
import { assetPath } from "../../src/assets.js";
import { Province, removeProvinces, sampleRegister, type Typed } from "../cycle-collect.sample.js";

const UNITS = 45;

const beside = (file: string): string => new URL(file, import.meta.url).pathname;

let bundle: string | undefined;
afterAll(async () => {
  await removeProvinces();
  if (bundle !== undefined) rmSync(bundle, { recursive: true, force: true });
});

/** Runs the bundled child on a copy of a province. */
function collectApart(program: string, province: Province, threads: number): unknown {
  const folder = `${province.folder}-${threads}`;
  cpSync(province.folder, folder, { recursive: true, preserveTimestamps: true });
  try {
    const args = [program, folder, join(folder, "don-vi.json"), String(threads)];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("threads that read", () => {
  it("tell and record exactly what one thread does", { timeout: 120_000 }, async () => {
    // inside the package, where the bundle finds the native library
    mkdirSync(assetPath("out"), { recursive: true });
    bundle = mkdtempSync(assetPath("out", "threads-"));
    await bundleInto(bundle, {
      child: beside("../cycle-collect.child.ts"),
      "read-worker": beside("../../src/cycle/collect/read-worker.ts"),
    });
    const [first] = sampleRegister().units;
    const units = Array.from({ length: UNITS }, (_, index) => ({
      code: `x-thu-${index}`,
      kind: first?.kind ?? "",
      names: [{ official: `Đảng uỷ xã Thử ${index}` }],
    }));
    const province = await Province.open({ register: { units, successions: [] } });
    for (const [index, { code }] of units.entries()) {
      const typed: Typed = index % 5 === 0 ? { "A06/actual": 999 } : {};
      province.put(`${code}.xlsx`, await province.return(code, { typed }));
    }
    province.put("x-thu-1/hong.xlsx", "không phải sổ Excel");
    province.put("x-thu-2/lap.xlsx", await province.return("x-thu-2"));
    writeFileSync(join(province.folder, "don-vi.json"), JSON.stringify(province.register));
    await province.ledger.close();
    const program = join(bundle, "child.js");
    const alone = collectApart(program, province, 0);
    expect(alone).toMatchObject({ returns: { length: UNITS + 1 }, others: [{ kind: "unreadable" }] });
    expect(collectApart(program, province, 2)).toEqual(alone);
  });
});
