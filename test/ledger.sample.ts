/** An invented period and returns for it; the same on every call. */
import type { RevisionInput } from "../src/cycle/ledger/index.js";
import type { ReturnedValue } from "../src/cycle/returns.js";
import type { Period } from "../src/periods/period.js";

/** The first half of 2026. */
export const HALF: Period = {
  id: "2026-6t",
  kind: "6t",
  year: 2026,
  firstYear: 2026,
  name: "6 tháng đầu năm 2026",
  opens: "2026-05-04",
  window: { from: "2025-12-16", to: "2026-05-15" },
  lastDay: "2026-05-24",
  dueInWords: "trước ngày 25/5/2026",
};

/** The year before, whose closings the half opens with. */
export const YEAR_BEFORE: Period = {
  ...HALF,
  id: "2025-nam",
  kind: "nam",
  year: 2025,
  firstYear: 2025,
  name: "năm 2025",
  opens: "2025-12-01",
  window: { from: "2024-12-16", to: "2025-12-15" },
  lastDay: "2025-12-24",
  dueInWords: "trước ngày 25/12/2025",
};

export const FORM_SET = { id: "xay-dung-dang-mau", version: "1" };

/** A figure in the cell that its key names. */
export function figure(key: string, value: number | undefined, typed = String(value ?? "")): ReturnedValue {
  return {
    key,
    measure: "actual",
    ...(value === undefined ? {} : { value }),
    typed,
    cell: { sheet: "Biểu 2", address: `D${key.slice(1)}` },
  };
}

/** Figures `C01` … of a return. */
export function figures(count: number, seed: number): readonly ReturnedValue[] {
  return Array.from({ length: count }, (_, index) =>
    figure(`C${String(index + 1).padStart(2, "0")}`, (seed * 31 + index * 7) % 997),
  );
}

/** A workbook's bytes, as far as the ledger cares: different for each content. */
export function workbook(content: string, size = 64): Uint8Array {
  return Buffer.from(content.padEnd(size, "."));
}

/** A return without faults; parts are replaced by `changes`. */
export function sampleReturn(unit: string, content: string, changes: Partial<RevisionInput> = {}): RevisionInput {
  return {
    unit,
    period: HALF.id,
    file: { bytes: workbook(`${unit} ${content}`), name: `hop-thu/${unit}.xlsx` },
    received: { day: "2026-05-20", basis: "given" },
    state: "accepted",
    paper: { signed: false },
    values: [figure("C01", 120), figure("C02", 4)],
    findings: [],
    ...changes,
  };
}
