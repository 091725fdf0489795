/** A ledger of many units with a counted return each, and last year's beside it; workbooks are not made for it. */
import { createHash } from "node:crypto";
import { type Ledger, openLedger } from "../src/cycle/ledger/index.js";
import type { ReturnedValue } from "../src/cycle/returns.js";
import type { FormSet } from "../src/forms/index.js";
import type { UnitRegister } from "../src/organisation/register.js";
import type { Period } from "../src/periods/period.js";
import { layoutWorkbook } from "../src/workbook/layout/index.js";
import { sampleFigures } from "../test/cycle-sample.js";

const SEED = 7;

/** Communes of some areas. */
export const registerOf = (size: number, areas = 12): UnitRegister => ({
  units: Array.from({ length: size }, (_, index) => ({
    code: `x-${String(index).padStart(5, "0")}`,
    kind: "xa-phuong",
    area: `Khu vực ${(index % areas) + 1}`,
    names: [{ official: `Đảng uỷ xã Thử ${index}`, short: `Xã Thử ${index}` }],
  })),
  successions: [],
});

/** Records a return of every unit in every period; those of closed periods are locked. */
export async function fillLedger(
  folder: string,
  formSet: FormSet,
  register: UnitRegister,
  periods: readonly { readonly period: Period; readonly year: number; readonly locked: boolean }[],
): Promise<Ledger> {
  const now = (): Date => new Date("2026-12-26T02:00:00Z");
  const { ledger } = await openLedger(folder, { now, host: "bench", pid: process.pid });
  if (ledger === undefined) throw new Error("the ledger cannot be opened");
  const { id, version } = formSet;
  for (const { period, year, locked } of periods) {
    await ledger.openPeriod({ period, formSet: { id, version }, who: "Người thử" });
    const places = layoutWorkbook(formSet, "xa-phuong", period.kind).values;
    await ledger.batch(async () => {
      const hash = createHash("sha256").update("outline").digest("hex");
      await ledger.recordOutlines(
        period.id,
        register.units.map(({ code }) => ({ unit: code, revision: 1, hash })),
      );
      for (const [index, { code }] of register.units.entries()) {
        const figures = sampleFigures(index, SEED, { period: period.kind === "nam" ? "nam" : "6t", year });
        const values = new Map<string, ReturnedValue>();
        for (const { key, measure, sheet, address } of places) {
          const value = measure === "actual" || measure === "estimate" ? figures[key] : undefined;
          const name = `${key}/${measure}`;
          if (!values.has(name))
            values.set(name, { key, measure, ...(value === undefined ? {} : { value }), cell: { sheet, address } });
        }
        await ledger.recordRevision({
          unit: code,
          period: period.id,
          file: { bytes: Buffer.from(`${period.id} ${code}`), name: `${code}.xlsx` },
          received: { day: "2026-12-20", basis: "given" },
          state: "accepted",
          paper: { signed: true },
          values: [...values.values()],
          findings: [],
        });
      }
    });
    if (locked) await ledger.lock({ period: period.id, reason: "Đã tổng hợp xong", who: "Người thử" });
  }
  return ledger;
}
