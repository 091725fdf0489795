import { describe, expect, it } from "vitest";
import { checkWord } from "../../src/checking/check-word.js";
import { readWord } from "../../src/checking/read-word.js";
import { DOCX_SLIPS, HARMLESS } from "../rules-mutations-docx.slips.js";
import { TYPED, type TypedDocument, zipDocx } from "../typed-docx.sample.js";

function check({ xml, header }: Pick<TypedDocument, "xml" | "header">) {
  const reading = readWord(zipDocx(xml, header));
  if (!reading.ok) throw new Error(reading.findings.map(({ found }) => found).join());
  return checkWord(reading.value, reading.value.document);
}

const errorsOf = (document: Pick<TypedDocument, "xml" | "header">): readonly string[] =>
  check(document)
    .filter(({ severity }) => severity === "error")
    .map(({ rule, found }) => `${rule} ${found}`);

/** A document with each of the changes that it has a place for. */
const made = (slips: typeof DOCX_SLIPS, wanted: (slip: (typeof DOCX_SLIPS)[number], state: boolean) => boolean) =>
  TYPED.flatMap((document) =>
    slips.flatMap((slip) => {
      if (!wanted(slip, document.state)) return [];
      const changed = { ...document, ...slip.change(document) };
      return changed.xml === document.xml && changed.header === document.header ? [] : [{ document, slip, changed }];
    }),
  );

describe("Word files that somebody typed", () => {
  it.each(TYPED.map((document) => [document.name, document] as const))("%s has no error", (_, document) => {
    expect(errorsOf(document)).toEqual([]);
  });

  it("with one slip each are found by the right rule", () => {
    const files = made(DOCX_SLIPS, ({ party, state }, isState) => (isState ? state : party) !== undefined);
    const missed = files.flatMap(({ document, slip, changed }) => {
      const rule = document.state ? slip.state : slip.party;
      const findings = check(changed);
      return findings.some((finding) => finding.rule === rule)
        ? []
        : [`${document.name}, ${slip.name}: ${rule}; ${findings.map((one) => one.rule).join(" ")}`];
    });
    expect(files.length).toBeGreaterThan(400);
    expect(missed.length / files.length, missed.join("\n")).toBeLessThan(0.02);
  });

  it("may vary in what no norm decides", () => {
    const files = made(HARMLESS, () => true);
    expect(files.length).toBeGreaterThan(50);
    for (const { document, slip, changed } of files)
      expect(errorsOf(changed), `${document.name}, ${slip.name}`).toEqual([]);
  });
});
