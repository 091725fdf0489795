import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkFile } from "./rules.sample.js";

const FIXTURES = new URL("../fixtures/", import.meta.url).pathname;
const FAULTY = join(FIXTURES, "faulty");
const draftsIn = (folder: string) => readdirSync(folder).filter((name) => /\.md$/u.test(name) && name !== "README.md");

const Expected = z.record(
  z.string(),
  z.object({
    expect: z.array(z.object({ rule: z.string(), quote: z.string() })),
    also: z.array(z.string()).optional(),
  }),
);
const EXPECTED = Expected.parse(JSON.parse(readFileSync(join(FAULTY, "expected.json"), "utf8")));

describe("drafts with one fault each", () => {
  it.each(Object.entries(EXPECTED))("%s", async (name, { expect: expected, also = [] }) => {
    const findings = await checkFile(join(FAULTY, name));
    for (const { rule, quote } of expected) {
      const found = findings.filter((finding) => finding.rule === rule);
      const quoted = found.filter((finding) => `${finding.quote ?? ""} ${finding.found}`.includes(quote));
      expect(quoted, `${rule} “${quote}”: ${JSON.stringify(findings.map((one) => [one.rule, one.quote]))}`).not.toEqual(
        [],
      );
    }
    const allowed = new Set([...expected.map(({ rule }) => rule), ...also]);
    const others = findings.filter(({ severity, rule }) => severity === "error" && !allowed.has(rule ?? ""));
    expect(others.map(({ rule, found }) => `${rule} ${found}`)).toEqual([]);
  });
});

describe("sound drafts", () => {
  const sound = draftsIn(FIXTURES).map((name) => join(FIXTURES, name));
  it.each(sound)("%s has no error", async (path) => {
    const findings = await checkFile(path);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
