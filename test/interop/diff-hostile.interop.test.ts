/** Hostile PDFs before the bundled program, whose threads can be ended: each comes back, with a message, within seconds. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleInto } from "../../scripts/bundle.js";
import { HOSTILE, PLAIN } from "../hostile-pdfs.js";

/** Inside of the package, where the program finds its fonts. */
const FOLDER = new URL("../../dist-hostile/", import.meta.url).pathname;
const at = (name: string): string => join(FOLDER, name);

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  await bundleInto(FOLDER, {
    vanthu: "src/cli/main.ts",
    "pdf-worker": "src/review/pdf/pdf-worker.ts",
    "pictures-worker": "src/review/pictures/pictures-worker.ts",
  });
  writeFileSync(at("cu.pdf"), PLAIN);
});
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What is read although it is made to harm: nobody waits for it, and what could not be looked at is told. */
const READ = /^(?:Hai bản giống nhau(?: ở những gì đã so)?\.|Thay đổi: )/u;
/** What the process holds at most; the system's own figure would hold what this one had when it started it. */
const WATCH = `data:text/javascript,let%20m=0;setInterval(()=>{m=Math.max(m,process.memoryUsage.rss())},20).unref();process.on("exit",()=>process.stderr.write("rss="+m))`;

const MEGABYTE = 1024 * 1024;

describe("hostile PDFs before the program", () => {
  it.each(Object.keys(HOSTILE))("%s", (name) => {
    writeFileSync(at("la.pdf"), HOSTILE[name]?.() ?? "");
    const from = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", WATCH, at("vanthu.js"), "diff", "cu.pdf", "la.pdf"],
      { cwd: FOLDER, encoding: "utf8" },
    );
    expect((performance.now() - from) / 1000).toBeLessThan(60);
    expect(Number(/rss=(\d+)/u.exec(stderr)?.[1]) / MEGABYTE).toBeLessThan(2_000);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/u);
    if (status === 4) expect(stderr).toMatch(/la\.pdf {2}lỗi {2}.+\n {4}→ .+/u);
    else expect(stdout).toMatch(READ);
    if (stderr.includes("CHƯA so hình")) expect(stdout).toContain("CHƯA so được hình các trang.");
  });
});
