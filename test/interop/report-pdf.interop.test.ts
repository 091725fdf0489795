/** Every figure of a report's PDF, read by poppler, is one of its DOCX, and the other way round. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openingWorkbook } from "../../src/cli/demo/cycle/opening-workbook.js";
import { readBundledFormSet } from "../../src/forms/index.js";
import { type CycleOffice, FEW_UNITS, on, openCycleOffice, send } from "../cli-cycle.sample.js";

let office: CycleOffice;
let stem: string;

beforeAll(async () => {
  office = await openCycleOffice(FEW_UNITS);
  await office.write("so-2025.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
  await office.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await office.cycle("2026-05-04", "open", "2026-6t");
  for (const unit of ["p-song-kim", "lddl"]) await send(office, "2026-6t", { unit, day: "2026-05-20", as: "workbook" });
  await office.cycle("2026-05-27", "collect", "--period", "2026-6t");
  expect((await office.call(["report", "2026-6t"], on("2026-05-31"))).exit).toBe(0);
  stem = join(office.folder, "bao-cao/2026-6t/bao-cao-2026-6t");
});
afterAll(() => office.remove());

/** Of the widest form. */
const MOST_COLUMNS = 26;

/** Numbers as printed, each with how often it stands there. */
function numbersIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [number] of text.normalize("NFC").matchAll(/\d+(?:[.,]\d+)*/gu)) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** Paragraphs of the document part, their runs joined. */
function wordsOfDocx(path: string): string {
  const xml = strFromU8(unzipSync(readFileSync(path))["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)\/>/gu)]
        .map(([, text = " "]) => text)
        .join(""),
    )
    .join("\n");
}

it("has the same numbers as the DOCX, each as often", () => {
  const docx = numbersIn(wordsOfDocx(`${stem}.docx`));
  const text = execFileSync("pdftotext", ["-raw", `${stem}.pdf`, "-"], { encoding: "utf8" });
  const pdf = numbersIn(text);
  expect(docx.size).toBeGreaterThan(80);
  expect([...pdf.keys()].sort()).toEqual([...docx.keys()].sort());
  // heads of tables, with the numbers and formulas of their columns, are printed again overleaf
  const repeated = (each: string): boolean => /^\d+$/u.test(each) && (Number(each) <= MOST_COLUMNS || each === "100");
  const differing = [...docx].filter(([each, count]) => {
    const printed = pdf.get(each) ?? 0;
    return repeated(each) ? printed < count : printed !== count;
  });
  expect(differing).toEqual([]);
});
