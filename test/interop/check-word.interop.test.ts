import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleInto } from "../../scripts/bundle.js";
import { assetPath } from "../../src/assets.js";
import { annotateWord } from "../../src/checking/annotate/annotate-word.js";
import { check } from "../../src/index.js";
import { printedFixtures } from "../check-word.sample.js";
import { TYPED, zipDocx } from "../typed-docx.sample.js";

const beside = (file: string): string => new URL(file, import.meta.url).pathname;

let folder: string;
beforeAll(() => {
  // inside the package, where the bundle finds the native library
  mkdirSync(assetPath("out"), { recursive: true });
  folder = mkdtempSync(assetPath("out", "check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("threads that check", () => {
  it("tell exactly what one thread does, in the order of the files", { timeout: 120_000 }, async () => {
    const entries = { vanthu: beside("../../src/cli/main.ts") };
    const [alone, many] = [join(folder, "mot"), join(folder, "nhieu")];
    await bundleInto(alone, entries);
    await bundleInto(many, { ...entries, "check-worker": beside("../../src/cli/check/check-worker.ts") });
    const inbox = join(folder, "van-ban");
    mkdirSync(inbox);
    for (let index = 0; index < 30; index += 1) {
      const typed = TYPED[index % TYPED.length];
      if (typed === undefined) throw new Error("no sample");
      const xml = index % 3 === 0 ? typed.xml.replaceAll("Times New Roman", "Arial") : typed.xml;
      writeFileSync(join(inbox, `${index}.docx`), zipDocx(xml, typed.header));
    }
    writeFileSync(join(inbox, "hong.docx"), "không phải Word");
    const run = (program: string) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(program, "vanthu.js"), "check", inbox, "--format", "json"],
        { encoding: "utf8" },
      );
      return { stdout, stderr, status };
    };
    const one = run(alone);
    expect(one.status).toBe(2);
    expect(JSON.parse(one.stdout).files).toHaveLength(30);
    expect(one.stderr).toContain("hong.docx");
    expect(run(many)).toEqual(one);
  });
});

describe("Word files that LibreOffice has saved again", () => {
  it("have no error that they had not before", { timeout: 240_000 }, async () => {
    const [before, after] = [join(folder, "truoc"), join(folder, "sau")];
    mkdirSync(before);
    for (const [index, { xml, header }] of TYPED.entries())
      writeFileSync(join(before, `go-${index}.docx`), zipDocx(xml, header));
    for (const [name, bytes] of await printedFixtures()) writeFileSync(join(before, `${name}.docx`), bytes);
    const names = readdirSync(before);
    const files = names.map((name) => join(before, name));
    execFileSync("soffice", ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", after, ...files], {
      stdio: "ignore",
    });
    expect(readdirSync(after).sort()).toEqual(names.sort());
    expect(names.length).toBeGreaterThan(25);
    for (const name of names) {
      const errors = (await check(readFileSync(join(after, name)))).filter(({ severity }) => severity === "error");
      expect(
        errors.map(({ rule, found }) => `${rule} ${found}`),
        name,
      ).toEqual([]);
    }
  });
});

describe("a copy with comments", () => {
  it("opens in LibreOffice, every comment with its words; the text is the same", { timeout: 120_000 }, async () => {
    const [plan] = TYPED;
    if (plan === undefined) throw new Error("no sample");
    const bytes = zipDocx(plan.xml.replace("T/M BAN", "TM. BAN").replace(">2. ", ">1. "), plan.header);
    const findings = await check(bytes);
    const path = join(folder, "gop-y.docx");
    writeFileSync(
      path,
      annotateWord(bytes, findings, ({ found, remedy }) => [found, remedy]),
    );
    writeFileSync(join(folder, "goc.docx"), bytes);
    const convert = (name: string, to: string) =>
      execFileSync("soffice", ["--headless", "--convert-to", to, "--outdir", folder, join(folder, name)], {
        stdio: "ignore",
      });
    convert("gop-y.docx", "odt");
    const content = strFromU8(unzipSync(readFileSync(join(folder, "gop-y.odt")))["content.xml"] ?? new Uint8Array());
    const comments = [...content.matchAll(/<office:annotation .*?<\/office:annotation>/gsu)].map(([one]) =>
      one
        .replace(/<[^>]+>/gu, " ")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&")
        .replace(/\s+/gu, " "),
    );
    expect(comments).toHaveLength(findings.length);
    for (const { found } of findings)
      expect(
        comments.some((comment) => comment.includes(found.replace(/\s+/gu, " "))),
        found,
      ).toBe(true);
    // LibreOffice 7.4 puts an empty line before a table that begins a text as soon as there is any comment: lines with words count
    const linesOf = (name: string): readonly string[] => {
      convert(`${name}.docx`, "txt:Text");
      return readFileSync(join(folder, `${name}.txt`), "utf8")
        .replace("\uFEFF", "")
        .split("\n")
        .filter(Boolean);
    };
    expect(linesOf("gop-y")).toEqual(linesOf("goc"));
  });
});
