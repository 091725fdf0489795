import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tagFaults } from "../src/starting-draft/tag-faults.js";

const FILE = "mau.md.hbs";
const faults = (source: string) =>
  tagFaults(source, FILE).map(({ id, place }) => [id, place?.line ?? 0, place?.column ?? 0] as const);

describe("the tags of a template", () => {
  it.each([
    ['a\n{{#whenKind "nam"}}\nb\n', [["template/unclosed-block", 2, 1]]],
    ["{{#if x}}\n{{#if y}}\n{{/if}}\n", [["template/unclosed-block", 1, 1]]],
    [
      "{{#if x}}\n {{#each y}}\n",
      [
        ["template/unclosed-block", 2, 2],
        ["template/unclosed-block", 1, 1],
      ],
    ],
    ["a\n{{#if x}}\n{{/unless}}", [["template/crossed", 2, 1]]],
    ["a\n{{/if}}", [["template/not-opened", 2, 1]]],
    ['a {{figure "C02}} b\nc {{figure "C03"}}', [["template/open-quote", 1, 3]]],
    ['a {{figure "C02 verb="kết nạp"}} b', [["template/open-quote", 1, 3]]],
    ['a {{figure "C02"} b\nc {{x}}', [["template/open-braces", 1, 3]]],
    ['a {{figure "C02" b\n\nc', [["template/open-braces", 1, 3]]],
    ["một\nhai {{office.place\n", [["template/open-braces", 2, 5]]],
    ['a {figure "C02"}} b', [["template/stray-braces", 1, 16]]],
    ["a {{figure “C02”}} b", [["template/curly-quotes", 1, 12]]],
    ["a {{figure “C02 }} b", [["template/curly-quotes", 1, 12]]],
    ['{{target "C02" lead=“, ”}}', [["template/curly-quotes", 1, 21]]],
  ] as const)("%j", (source, expected) => {
    expect(faults(source)).toEqual(expected);
  });

  it.each([
    '{{figure "C02" verb="“kết nạp”"}}',
    '{{figure "C02" noun="a }} b"}}',
    "{{! “ghi chú” {{#if }} b",
    '{{!-- {{figure “C02”}} {{#if x}} " --}} b',
    '{{figure\n  "C02"\n  noun="x"}}',
    "{{#if x}}a{{else}}b{{/if}} } {",
    "{{~#if x~}}a{{^}}b{{~/if~}}{{^y}}c{{/y}}",
    "\\{{không phải hàm “x”}}",
  ])("has nothing against %j", (source) => {
    expect(faults(source)).toEqual([]);
  });

  it("has nothing against any bundled template", () => {
    const names = readdirSync("templates", { recursive: true }).map(String);
    const templates = names.filter((name) => name.endsWith(".hbs"));
    expect(templates.length).toBeGreaterThan(20);
    for (const name of templates) expect(faults(readFileSync(join("templates", name), "utf8")), name).toEqual([]);
  });

  it("names the block and its line", () => {
    const [finding] = tagFaults('a\n\n{{#whenKind "nam"}}\nb\n', FILE);
    expect(finding?.found).toBe("Khối {{#whenKind …}} mở ở dòng 3 chưa được đóng.");
    expect(finding?.remedy).toBe("Thêm {{/whenKind}} ở chỗ khối kết thúc.");
  });
});
