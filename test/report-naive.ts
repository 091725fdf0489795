/**
 * Totals worked out a second time from the workbooks themselves, by hand-written sums: the oracle of the reports' tests. It
 * shares nothing with src/report: cells are found by their defined names and read with exceljs.
 */
import exceljs from "exceljs";

/** What a workbook says, by `C02/actual`, and where. */
export type RawReturn = ReadonlyMap<string, { readonly value: number; readonly cell: string }>;

/** `v_A01_CP_actual` is `A01.CP/actual`. */
const VALUE_NAME = /^v_([A-Z]\d\d[a-z]?)(?:_([A-Z\d]+))?_(actual|estimate)$/u;

export async function readRaw(bytes: Uint8Array): Promise<RawReturn> {
  const workbook = new exceljs.Workbook();
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  await workbook.xlsx.load(copy, { ignoreNodes: ["dataValidations", "conditionalFormatting"] });
  const found = new Map<string, { value: number; cell: string }>();
  for (const { name, ranges } of workbook.definedNames.model) {
    const [, code, part, measure] = VALUE_NAME.exec(name) ?? [];
    const [, sheet = "", address = ""] = /^'?(.+?)'?!(.+)$/u.exec(ranges[0] ?? "") ?? [];
    if (code === undefined) continue;
    const cell = address.replaceAll("$", "");
    const value = workbook.getWorksheet(sheet)?.getCell(cell).value;
    const key = part === undefined ? code : `${code}.${part}`;
    if (typeof value === "number") found.set(`${key}/${measure}`, { value, cell: `${sheet}!${cell}` });
  }
  return found;
}

/** What is computed, in the words of the data dictionary (reporting §3). */
export const SUMS: Readonly<Record<string, readonly (readonly [sign: 1 | -1, key: string])[]>> = {
  B05: [
    [1, "B05a"],
    [1, "B05b"],
  ],
  C03: [
    [1, "C03a"],
    [1, "C03b"],
    [1, "C03c"],
    [1, "C03d"],
  ],
  C04: [
    [1, "C04a"],
    [1, "C04b"],
  ],
  C05: [
    [1, "C05a"],
    [1, "C05b"],
    [1, "C05c"],
    [1, "C05d"],
  ],
  C11: [
    [1, "C04a"],
    [1, "C04b"],
    [1, "C05a"],
    [1, "C05b"],
    [1, "C05c"],
    [1, "C05d"],
  ],
  C06: [
    [1, "C01"],
    [1, "C02"],
    [1, "C03a"],
    [1, "C03b"],
    [1, "C03c"],
    [1, "C03d"],
    [-1, "C04a"],
    [-1, "C04b"],
    [-1, "C05a"],
    [-1, "C05b"],
    [-1, "C05c"],
    [-1, "C05d"],
  ],
  D08: [
    [1, "D08a"],
    [-1, "D08b"],
  ],
  D09: [
    [1, "D07"],
    [1, "D08a"],
    [-1, "D08b"],
  ],
};

/** Shares: 100 × above : below. */
export const SHARES: Readonly<Record<string, readonly [above: string, below: string]>> = {
  C10: ["C06", "G01"],
  D06: ["D05", "A06"],
  D13: ["D12", "D04"],
  E08: ["E07", "E04"],
  M06: ["M05", "B06"],
};

/** Who has the figures that count, by the first letter of the code; others: whoever sends them. */
const SOURCES: Readonly<Record<string, string>> = {
  A: "xa-phuong",
  D: "doan-the-lddl",
  E: "doan-the-tinh-doan",
  F: "doan-the-phu-nu",
  H: "doan-the-ccb",
  M: "dang-uy-quan-su",
};

export const sourceOf = (key: string): string | undefined =>
  key.startsWith("A06") ? "doan-the-lddl" : key.startsWith("A07") ? "xa-phuong" : SOURCES[key[0] ?? ""];

export interface RawUnit {
  readonly unit: string;
  readonly kind: string;
  readonly area?: string;
  readonly raw: RawReturn;
}

/** A figure of one workbook: as typed, or worked out from what is typed. Openings are the same in every measure. */
export function ofOne(raw: RawReturn, key: string, measure = "actual"): number | undefined {
  const read = (each: string): number | undefined =>
    (
      raw.get(`${each}/${measure}`) ??
      (/^(?:B01|C01|D01|D07|E01|F01|H01|M01)$/u.test(each) ? raw.get(`${each}/actual`) : undefined)
    )?.value;
  const share = SHARES[key];
  if (share !== undefined) {
    const [above, below] = share.map((each) => ofOne(raw, each, measure));
    return above === undefined || below === undefined || below === 0 ? undefined : (100 * above) / below;
  }
  const terms = SUMS[key];
  if (terms === undefined) return read(key);
  let sum = 0;
  for (const [sign, term] of terms) {
    const value = read(term);
    if (value === undefined) return undefined;
    sum += sign * value;
  }
  return sum;
}

/** A total over workbooks whose figures count. */
export function naiveTotal(units: readonly RawUnit[], key: string, measure = "actual"): number | undefined {
  const share = SHARES[key];
  if (share !== undefined) {
    // of one source: only who has both counts, half of its figures would falsify the share
    const oneSource = sourceOf(share[0]) === sourceOf(share[1]);
    const whole = oneSource
      ? units.filter(({ raw }) => share.every((each) => ofOne(raw, each, measure) !== undefined))
      : units;
    const [above, below] = share.map((each) => naiveTotal(whole, each, measure));
    return above === undefined || below === undefined || below === 0 ? undefined : (100 * above) / below;
  }
  const source = sourceOf(key);
  let sum: number | undefined;
  for (const { kind, raw } of units) {
    if (source !== undefined && source !== kind) continue;
    const value = ofOne(raw, key, measure);
    if (value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
}
