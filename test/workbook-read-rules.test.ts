import { describe, expect, it } from "vitest";
import { READING_RULES } from "../src/findings/messages/returns.js";
import { BROKEN, placeOf } from "./workbook-read.broken.js";
import { read } from "./workbook-read.sample.js";

describe("rules of reading", () => {
  it("have a broken workbook each", () => {
    expect(Object.keys(BROKEN).sort()).toEqual([...READING_RULES].sort());
  });

  it.each(Object.entries(BROKEN))("%s is found, alone, at its cell", async (rule, { make, cell }) => {
    const { findings } = read(await make());
    const own = findings.filter((finding) => finding.rule === rule);
    expect(own.length).toBeGreaterThan(0);
    if (cell !== undefined) expect(own.map((finding) => finding.cell)).toContainEqual(placeOf(cell));
    expect(findings.filter((finding) => finding.rule !== rule)).toEqual([]);
    for (const { found, remedy } of findings) expect(`${found} ${remedy}`).not.toMatch(/undefined|NaN|\[object|null/u);
  });
});
