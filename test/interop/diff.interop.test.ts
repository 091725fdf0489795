/** Versions as LibreOffice prints and saves them: needs soffice on the machine. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareFlows } from "../../src/review/compare/compare-flows.js";
import { PDF_LIMITS } from "../../src/review/pdf/content.js";
import { extractPdf } from "../../src/review/pdf/extract.js";
import { comparePictures } from "../../src/review/pictures/compare-pictures.js";
import { FIXTURES, renderFixture } from "../fixture-documents.js";
import { BODY, documentOf, docxFlow, docxOf, pdfFlow, pdfOf, type SampleVersion } from "../review.sample.js";

const run = promisify(execFile);

function present(tool: string): boolean {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!present("soffice"))("LibreOffice", () => {
  let folder = "";
  const at = (...parts: string[]): string => join(folder, ...parts);
  const convert = async (to: "pdf" | "docx", ...names: readonly string[]): Promise<void> => {
    await run("soffice", [
      `-env:UserInstallation=file://${at("profile")}`,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      at("lo"),
      ...names.map((name) => at(name)),
    ]);
  };

  const PAIR: { readonly [name: string]: () => Promise<SampleVersion> } = {
    "ban-1": async () => ({ document: await documentOf() }),
    "ban-2": async () => ({ document: await documentOf(BODY.replace("6.480 lao động", "6.408 lao động")) }),
    "phong-khac": async () => ({
      document: await documentOf(),
      restyle: (styled) => ({ ...styled, font: "Arial" }),
    }),
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vanthu-diff-"));
    for (const name of FIXTURES) {
      for (const { format, bytes } of (await renderFixture(name, ["docx", "pdf"])).files)
        writeFileSync(at(`${name}.${format}`), bytes);
    }
    for (const [name, make] of Object.entries(PAIR)) {
      const version = await make();
      writeFileSync(at(`${name}.docx`), await docxOf(version));
      writeFileSync(at(`${name}.pdf`), await pdfOf(version));
    }
    const names = [...FIXTURES, ...Object.keys(PAIR)].map((name) => `${name}.docx`);
    await convert("pdf", ...names);
    await convert("docx", ...names);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FIXTURES)("prints %s without a change of its text", async (name) => {
    const [ours, theirs] = [
      await pdfFlow(readFileSync(at(`${name}.pdf`))),
      await pdfFlow(readFileSync(at("lo", `${name}.pdf`))),
    ];
    expect(compareFlows(ours, theirs, { ignoreLayout: true }).changes).toEqual([]);
    expect(compareFlows(docxFlow(readFileSync(at(`${name}.docx`))), theirs, { ignoreLayout: true }).changes).toEqual(
      [],
    );
  });

  it.each(FIXTURES)("saves %s without a change of its text", (name) => {
    const saved = docxFlow(readFileSync(at("lo", `${name}.docx`)));
    const ours = docxFlow(readFileSync(at(`${name}.docx`)));
    expect(compareFlows(ours, saved, { ignoreLayout: true }).changes).toEqual([]);
  });

  /** LibreOffice draws the line above notes longer than Word does; Word's own length is ours. */
  const WITHOUT_NOTES = ["bao-cao", "quy-che", "quyet-dinh", "nn-quyet-dinh", "to-trinh", "lien-co-quan"];
  it.each(WITHOUT_NOTES)("prints %s as we do, to the eye", async (name) => {
    const [ours, theirs] = [readFileSync(at(`${name}.pdf`)), readFileSync(at("lo", `${name}.pdf`))];
    const contents = [await extractPdf(ours, PDF_LIMITS), await extractPdf(theirs, PDF_LIMITS)];
    const [one, other] = contents;
    if (typeof one !== "object" || typeof other !== "object") throw new Error(String(contents));
    expect(await comparePictures({ pdf: ours, content: one }, { pdf: theirs, content: other })).toEqual([]);
  });

  it("prints a changed figure, and that is what is found", async () => {
    const flows = await Promise.all([
      pdfFlow(readFileSync(at("ban-1.pdf"))),
      pdfFlow(readFileSync(at("lo", "ban-2.pdf"))),
      pdfFlow(readFileSync(at("lo", "ban-1.pdf"))),
    ]);
    for (const old of [flows[0], flows[2]]) {
      const { changes } = compareFlows(old, flows[1], { ignoreLayout: true });
      expect(changes.map(({ figure }) => [figure?.old, figure?.new])).toEqual([["6.480", "6.408"]]);
    }
  });

  it("prints another font, and that is what is found", async () => {
    const [old, neu] = [
      await pdfFlow(readFileSync(at("lo", "ban-1.pdf"))),
      await pdfFlow(readFileSync(at("lo", "phong-khac.pdf"))),
    ];
    const { changes } = compareFlows(old, neu);
    expect(new Set(changes.map(({ group }) => group))).not.toContain("wording");
    expect(changes.filter(({ kind }) => kind === "font").map(({ oldText, newText }) => [oldText, newText])).toEqual([
      ["phông Times New Roman", "phông Arial"],
    ]);
  });
});
