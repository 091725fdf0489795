/** Comparing versions with the library's own functions. */
import { describe, expect, it } from "vitest";
import { compareFlows, formatOf, readVersion } from "../src/index.js";
import { BODY, documentOf, docxOf, pdfOf } from "./review.sample.js";

const flowOf = async (bytes: Uint8Array) => {
  const reading = await readVersion(bytes, formatOf(bytes), "ban.pdf");
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  return reading.flow;
};

describe("versions read by the library", () => {
  it("are compared whatever they were read from", async () => {
    const [old, neu] = [await documentOf(), await documentOf(BODY.replace("6.480 lao động", "6.408 lao động"))];
    const flows = [
      await flowOf(await docxOf({ document: old })),
      await flowOf(await pdfOf({ document: neu })),
    ] as const;
    const { changes } = compareFlows(...flows, { ignoreLayout: true });
    expect(changes.map(({ figure }) => [figure?.old, figure?.new])).toEqual([["6.480", "6.408"]]);
  });

  it("are refused with a finding when they cannot be read", async () => {
    const bytes = new TextEncoder().encode("%PDF-1.7 và không gì nữa");
    expect(await readVersion(bytes, formatOf(bytes), "hong.pdf")).toMatchObject({
      ok: false,
      findings: [{ id: "review/pdf", place: { file: "hong.pdf" } }],
    });
  });
});
