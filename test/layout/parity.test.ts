import { describe, expect, it } from "vitest";
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
