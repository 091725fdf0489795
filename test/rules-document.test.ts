import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rulesDocument } from "../scripts/rules-document.js";
import { knownRules, RULES } from "../src/rules/index.js";
import { UNDECIDED } from "../src/rules/undecided.js";

describe("docs/quy-tac.md", () => {
  it("is what the rules say; if not, run npm run rules", () => {
    const written = readFileSync(new URL("../docs/quy-tac.md", import.meta.url), "utf8");
    expect(written).toBe(rulesDocument());
  });

  it("accounts for every rule of the sheet: P01–P70, S01–S34, C01–C14", () => {
    const told = new Set([...knownRules().map(({ id }) => id), ...UNDECIDED.map(({ id }) => id)]);
    const sheet = [
      ...Array.from({ length: 70 }, (_, index) => `P${String(index + 1).padStart(2, "0")}`),
      ...Array.from({ length: 34 }, (_, index) => `S${String(index + 1).padStart(2, "0")}`),
      ...Array.from({ length: 14 }, (_, index) => `C${String(index + 1).padStart(2, "0")}`),
    ];
    expect(sheet.filter((id) => !told.has(id))).toEqual([]);
  });

  it("words what it found and what to do in Vietnamese, with a reason and a clause", () => {
    for (const { title, reason } of RULES) {
      expect(title.length).toBeGreaterThan(5);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
