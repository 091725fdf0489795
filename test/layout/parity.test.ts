import { describe, expect, it } from "vitest";
import { style } from "../../src/layout/style/index.js";
import type { StyledImage } from "../../src/layout/styled.js";
import { fixtureStyled } from "../fixture-documents.js";
import { judge } from "../parity/oracle.js";
import { randomDocument } from "../parity/random-document.js";

/** A few of the seeds that `npm run test:interop` goes through, so that a break of parity is seen at once. */
describe("random documents break lines and pages where docx/layout breaks them", () => {
  it.each([1, 2, 4, 9, 10, 14, 24, 44])("seed %i", (seed) => {
    const parity = judge(randomDocument(seed));
    expect(parity.stoppedAt).toBeUndefined();
    expect(parity.differences).toEqual([]);
    expect(parity.worstOffset).toBeLessThan(0.05);
  });
});

describe("an image of a signature", () => {
  it.each([
    ["low", 200, 60],
    ["higher than the clear height", 300, 400],
  ])("stands in the clear height between position and name: %s", async (_, width, height) => {
    const { document, norm } = await fixtureStyled("ke-hoach-so-ket");
    const [signature] = document.signatures ?? [];
    const image: StyledImage = { kind: "image", data: new Uint8Array(), width, height, alt: "Chữ ký" };
    const signed = { ...document, signatures: [{ lines: [], ...signature, image: "ky.png" }] };
    const parity = judge(style(signed, norm, new Map([["ky.png", image]])));
    expect(parity.stoppedAt).toBeUndefined();
    expect(parity.differences).toEqual([]);
    expect(parity.worstOffset).toBeLessThan(0.6);
  });
});
