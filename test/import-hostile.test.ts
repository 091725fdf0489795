import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importDocx } from "../src/importing/index.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";
import { ODD, REFUSED } from "./import-hostile.files.js";

/** Bounds of one file on a machine that does other things too, seconds. */
const PATIENCE = 10;

describe("files that cannot be taken over", () => {
  let office: Office;
  beforeAll(() => {
    office = openOffice();
  });
  afterAll(() => office.remove());

  it.each(REFUSED)("%s: told in a moment, and nothing is written", async (name, bytes, words) => {
    await office.write(name, bytes());
    const begun = performance.now();
    const { exit, stdout, stderr } = await office.call(["import", name, "-o", "ban-thao/"]);
    expect((performance.now() - begun) / 1000).toBeLessThan(PATIENCE);
    expect(exit).toBe(2);
    const told = stdout + stderr;
    expect(told).toContain(words);
    expect(told).toContain(name);
    expect(told).not.toMatch(/ at .*:\d+:\d+/u);
    expect(englishIn(told.replace(/Save As|Open and Repair|Review › Track Changes/gu, ""))).toBeUndefined();
    expect(readdirSync(office.folder)).not.toContain("ban-thao");
  });

  it.each(REFUSED.filter(([name]) => name.endsWith(".docx")))("%s: nor rendered", async (name, _, words) => {
    const { exit, stdout, stderr } = await office.call(["render", name, "-o", "ra"]);
    expect(exit).not.toBe(0);
    expect(stdout + stderr).toContain(words);
    expect(readdirSync(office.folder)).not.toContain("ra");
  });
});

describe("files that only seem hostile", () => {
  it.each(Object.entries(ODD))("%s: read, no word lost", async (_, make) => {
    const outcome = await importDocx(make());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
    expect([...outcome.value.lost, ...outcome.value.invented]).toEqual([]);
  });
});
