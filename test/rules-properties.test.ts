import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetPath } from "../src/assets.js";
import { checkDraft } from "../src/check.js";
import { RULES } from "../src/rules/all.js";
import { checkDocument } from "../src/rules/index.js";
import { startingDrafts } from "../src/starting-draft/catalogue.js";
import { writeStartingDraft } from "../src/starting-draft/index.js";
import { documents } from "./source-draft-arbitraries.js";

describe("checking any document", () => {
  it("never throws, and every finding says what, where it rests, and what to do", () => {
    const severe = new Map(RULES.map(({ id, severity }) => [id, severity]));
    fc.assert(
      fc.property(documents, fc.constantFrom("draft" as const, "foreign" as const), (document, origin) => {
        for (const finding of checkDocument(document, {
          origin,
          printed: { national: [], number: "Số", placeDate: "," },
        })) {
          expect(finding.found).not.toBe("");
          expect(finding.remedy).not.toBe("");
          expect(finding.rule).toBeDefined();
          if (finding.severity === "error" && finding.id.startsWith("rule/")) {
            expect(finding.basis).toBe("norm");
            expect(severe.get(finding.rule ?? "") ?? "error").toBe("error");
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  // what grows with the square of a megabyte takes hours; the limit is for a machine with much else to do
  it("ends with a text of a megabyte", { timeout: 120_000 }, () => {
    const long = `${"cấp uỷ , hằng năm  2026-2030 chính trị- xã hội ".repeat(20_000)}.`;
    const body = [{ kind: "paragraph" as const, inlines: [{ kind: "text" as const, text: long }] }];
    const started = performance.now();
    checkDocument({ family: "party", type: "thong-bao", body, notes: [], annexes: [] });
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

describe("starting drafts", () => {
  const drafts = (["party", "state"] as const).flatMap((family) =>
    startingDrafts(family).map((draft) => ({
      draft,
      path: assetPath(`templates/${family === "state" ? "nha-nuoc/" : ""}${draft.slug}.md.hbs`),
    })),
  );

  it("are 25", () => {
    expect(drafts.length).toBe(25);
  });

  it.each(drafts.map(({ draft, path }) => [path.replace(/^.*templates\//u, ""), draft, path] as const))(
    "%s has no error",
    async (_, draft, path) => {
      const { text } = writeStartingDraft(draft, { source: readFileSync(path, "utf8"), file: path }, undefined, 2026);
      const findings = await checkDraft(text ?? "");
      const errors = findings.filter(({ severity }) => severity === "error");
      expect(errors.map(({ rule, found }) => `${rule} ${found}`)).toEqual([]);
    },
  );
});
