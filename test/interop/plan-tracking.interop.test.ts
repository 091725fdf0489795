import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTracking, trackingWorkbook } from "../../src/plan/outputs/index.js";
import { PLAN, TASKS } from "../plan-outputs.sample.js";
import { change, put } from "../workbook-read.edit.js";

const run = promisify(execFile);

function present(tool: string): boolean {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!present("soffice"))("a tracking workbook re-saved by LibreOffice", () => {
  let folder: string;
  let before: Uint8Array;
  const convert = async (to: string): Promise<Uint8Array> => {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    await run("soffice", [profile, "--headless", "--convert-to", to, "--outdir", out, join(folder, "theo-doi.xlsx")]);
    return new Uint8Array(await readFile(join(out, `theo-doi.${to.split(":")[0]}`)));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-tracking-"));
    before = change(
      await trackingWorkbook(TASKS, { plan: PLAN, on: "2026-07-01" }),
      put("Theo dõi nhiệm vụ", {
        J7: "Hoàn thành",
        K7: 46161,
        L7: 'Hội nghị "trực tuyến" & trực tiếp\n320 người dự',
        J8: "đang làm",
        K9: "20/6/2026",
        J9: "Xong",
        M10: "Chưa rõ",
      }),
    );
    await writeFile(join(folder, "theo-doi.xlsx"), before);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("reads as it was before", async () => {
    const own = readTracking(before);
    expect(own.reports).toHaveLength(3);
    expect(readTracking(await convert("xlsx:Calc MS Excel 2007 XML"))).toEqual(own);
  });

  it("prints on A4 landscape with its columns on one page", async () => {
    await convert("pdf");
    const text = execFileSync("pdftotext", ["-layout", join(folder, "out", "theo-doi.pdf"), "-"], { encoding: "utf8" });
    expect(text.split("\f").filter((page) => page.trim() !== "")).toHaveLength(1);
    for (const head of ["Trạng thái", "Vướng mắc/Ghi chú", "Nhiệm vụ"]) expect(text).toContain(head);
    const size = execFileSync("pdfinfo", [join(folder, "out", "theo-doi.pdf")], { encoding: "utf8" });
    expect(size).toMatch(/841\.\d+ x 595\.\d+ pts \(A4\)/u);
  });
});
