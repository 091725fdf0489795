import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkReading } from "../src/check.js";
import { printedHead } from "../src/rules/printed-head.js";
import { readPlainText } from "../src/source/text/index.js";
import { EXPECTED } from "./rules-seeds.expected.js";

const FOLDER = new URL("../../shared/seeds/", import.meta.url);
const there = existsSync(FOLDER);
const files = there ? readdirSync(FOLDER).sort() : [];

describe.runIf(there)("the five seeds", () => {
  it.each(files.map((name, index) => [`S${index}`, name, index] as const))("%s", async (_, name, index) => {
    const bytes = readFileSync(new URL(name, FOLDER));
    const source = bytes.toString("utf8");
    const reading = await readPlainText(bytes);
    const origin = { origin: "foreign" as const, printed: printedHead(source) };
    const findings = checkReading(reading, source, { norm: "hd36" }, origin);
    // one code stands for many findings of a plan; the list tells them apart
    const named = ({ rule, id }: (typeof findings)[number]) =>
      rule === undefined || /^V3[1-7]$/u.test(rule) ? id : rule;
    const label = (finding: (typeof findings)[number]) => `${named(finding)}:${finding.place?.line ?? "-"}`;
    const { listed = {}, beyond = {}, errors = [] } = EXPECTED[index] ?? {};
    expect([...new Set(findings.map(label))].sort()).toEqual([...Object.keys(listed), ...Object.keys(beyond)].sort());
    const found = new Set(findings.filter(({ severity }) => severity === "error").map(label));
    expect([...found].sort()).toEqual([...errors].sort());
  });
});

it("is not silently empty", () => {
  if (there) expect(files.length).toBe(5);
});
