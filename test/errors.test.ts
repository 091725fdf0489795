import { cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Called, type Office, openOffice } from "./cli.environment.js";

const FOLDER = new URL("../fixtures/errors/", import.meta.url).pathname;

interface Expected {
  readonly file: string;
  readonly exit: number;
  readonly line?: number;
  readonly contains: string;
}

const EXPECTED = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as readonly Expected[];
/** Words of programs, not of an office. */
const FOREIGN = /\b(?:error|undefined|null|NaN|exception|stack|TypeError|ENOENT|at Object|node:)\b/u;

let office: Office;
beforeEach(() => {
  office = openOffice();
  cpSync(FOLDER, join(office.folder, "sai"), { recursive: true });
});
afterEach(() => office.remove());

function expectPlainVietnamese({ stderr }: Called): void {
  expect(stderr).not.toMatch(FOREIGN);
  expect(stderr).toMatch(/[ăâđêôơưáàảãạếềểễệ]/u);
}

describe("a wrong draft is answered with what, where and what to do", () => {
  it.each(EXPECTED)("$file", async ({ file, exit, line, contains }) => {
    const called = await office.call(["render", `sai/${file}`, "-o", "ra"]);
    expect(called.exit).toBe(exit);
    expect(called.stderr).toContain(contains);
    if (line !== undefined) expect(called.stderr).toMatch(new RegExp(`${file.replace(".", "\\.")}:${line}\\b`, "u"));
    expectPlainVietnamese(called);
    if (exit > 0) {
      const faults = called.stderr.split("\n").filter((text) => /\blỗi\b/u.test(text) && text.includes(file));
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.length).toBeLessThanOrEqual(3);
    }
  });
});

describe("what cannot even be read or written", () => {
  it("refuses a draft of 50 MB at once", async () => {
    const path = await office.write("lon.md", "---\n");
    truncateSync(path, 51 * 1024 * 1024);
    const called = await office.call(["render", "lon.md"]);
    expect(called.exit).toBeGreaterThan(0);
    expect(called.stderr).toContain("MB");
    expectPlainVietnamese(called);
  });

  it("names a folder given for a draft that holds none", async () => {
    mkdirSync(join(office.folder, "trong"));
    const called = await office.call(["render", "trong"]);
    expect(called.exit).toBe(2);
    expectPlainVietnamese(called);
  });

  it("names a draft that is not there", async () => {
    const called = await office.call(["render", "khong-co.md"]);
    expect(called.exit).toBe(2);
    expect(called.stderr).toContain("khong-co.md");
    expectPlainVietnamese(called);
  });

  it("names a target that is a file", async () => {
    cpSync(new URL("../fixtures/cong-van.md", import.meta.url).pathname, join(office.folder, "cv.md"));
    writeFileSync(join(office.folder, "ra"), "");
    const called = await office.call(["render", "cv.md", "-o", "ra"]);
    expect(called.exit).toBe(2);
    expect(called.stderr).toContain("ra");
    expectPlainVietnamese(called);
  });
});
