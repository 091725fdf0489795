import { afterEach, describe, expect, it } from "vitest";
import type { FigureBasis, Ledger } from "../src/cycle/ledger/index.js";
import { newFolder, opened, removeFolders } from "./ledger.folders.js";
import { FORM_SET, figure, HALF, sampleReturn, workbook } from "./ledger.sample.js";

afterEach(removeFolders);

/** `unit key = value at cell of file`, in the order of units. */
const told = (ledger: Ledger, period: string, basis: FigureBasis): readonly string[] =>
  [...ledger.periodFigures(period, basis)]
    .flatMap(({ unit, revision, places, values }) =>
      places.map(
        ({ key, cell }, at) => `${unit} ${key} = ${values[at]} at ${cell.address} (${revision?.number ?? "số đầu kỳ"})`,
      ),
    )
    .sort();

describe("figures of a period at once", () => {
  it("are those of the counted revisions to the last bit, blanks left out; locked ones stay as they were", async () => {
    const ledger = await opened(newFolder());
    try {
      await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "Người thử" });
      const values = [figure("C01", 0.1 + 0.2), figure("C02", undefined), figure("C03", 1 / 3), figure("C04", 0)];
      await ledger.recordRevision(sampleReturn("a", "1", { values }));
      await ledger.recordRevision(sampleReturn("b", "1", { values: [figure("C01", 7)] }));
      await ledger.recordRevision(sampleReturn("c", "1", { values: [figure("C01", 9)], state: "correct" }));
      const first = [
        `a C01 = ${0.1 + 0.2} at D01 (1)`,
        `a C03 = ${1 / 3} at D03 (1)`,
        "a C04 = 0 at D04 (1)",
        "b C01 = 7 at D01 (1)",
      ];
      expect(told(ledger, HALF.id, "counted")).toEqual(first);
      // nothing is locked: what counts is what later periods are compared with
      expect(told(ledger, HALF.id, "locked")).toEqual(first);
      await ledger.lock({ period: HALF.id, who: "Người thử" });
      await ledger.reopen({ period: HALF.id, unit: "b", until: "2026-06-10", reason: "Sai số", who: "Người thử" });
      await ledger.recordRevision(sampleReturn("b", "2", { values: [figure("C01", 8)] }));
      expect(told(ledger, HALF.id, "counted")).toContain("b C01 = 8 at D01 (2)");
      expect(told(ledger, HALF.id, "locked")).toEqual(first);
    } finally {
      await ledger.close();
    }
  });

  it("come out of files where a unit has no locked return", async () => {
    const ledger = await opened(newFolder());
    try {
      const row = {
        unit: "a",
        period: "2025-nam",
        key: "B05",
        measure: "actual",
        cell: { sheet: "S", address: "C2" },
      } as const;
      const load = (name: string, value: number) =>
        ledger.loadOpeningBalances({
          file: { bytes: workbook(name), name },
          rows: [{ ...row, value }],
          who: "Người thử",
        });
      await load("mot.csv", 3);
      await load("hai.csv", 4);
      expect(told(ledger, "2025-nam", "locked")).toEqual(["a B05 = 4 at C2 (số đầu kỳ)"]);
      expect(told(ledger, "2025-nam", "counted")).toEqual([]);
    } finally {
      await ledger.close();
    }
  });
});
