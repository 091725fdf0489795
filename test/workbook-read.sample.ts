/** The sample outline, filled as a unit would, and its cells by name. */
import type { CellFinding, ReadReturn } from "../src/cycle/returns.js";
import { layoutWorkbook, type ValueCell, type WorkbookLayout } from "../src/workbook/layout/index.js";
import { type FormSets, formSetKey, readWorkbook } from "../src/workbook/read/index.js";
import { makeStencil, type Prefill, writeOutline } from "../src/workbook/write/index.js";
import { SAMPLE_FORM_SET, UNIT_KIND } from "./workbook-form-set.js";
import { change, type Parts, type Put, put } from "./workbook-read.edit.js";

export const FORM_SETS: FormSets = new Map([
  [formSetKey(SAMPLE_FORM_SET.id, SAMPLE_FORM_SET.version), SAMPLE_FORM_SET],
]);

export const PREFILL: Prefill = {
  openings: { C01: 40 },
  samePeriod: { C01: 35, C02: 4, C02a: 1, C03: 2, C04: 1, C06: 40 },
  targets: { T01: 10, T02: 50 },
  openingsOpen: false,
  cumulative: { C02: 7 },
};

const PERIOD = {
  id: "2026-6t",
  kind: "6t",
  year: 2026,
  firstYear: 2026,
  name: "6 tháng đầu năm 2026",
  opens: "2026-05-01",
  window: { from: "2025-12-16", to: "2026-05-15" },
  lastDay: "2026-05-24",
  dueInWords: "trước ngày 25/5/2026",
} as const;

const stencil = makeStencil(SAMPLE_FORM_SET, UNIT_KIND, "6t");

export const LAYOUT: WorkbookLayout = layoutWorkbook(SAMPLE_FORM_SET, UNIT_KIND, "6t");

/** The outline as it leaves. */
export async function outline(prefill: Prefill = PREFILL): Promise<Uint8Array> {
  return writeOutline(await stencil, {
    unit: { code: "p-song-kim", name: "Đảng uỷ phường Sông Kim", superior: "Đảng bộ tỉnh Hà Trung" },
    period: PERIOD,
    revision: 1,
    prefill,
    sendTo: "Ban Tổ chức",
  });
}

/** Where a defined name leads. */
export function spot(name: string): { readonly sheet: string; readonly address: string } {
  const found = LAYOUT.names.find((known) => known.name === name)?.refersTo;
  const match = /^'(.+)'!\$([A-Z]+)\$(\d+)$/u.exec(found ?? "");
  if (match === null) throw new Error(`no cell is named ${name}`);
  return { sheet: match[1] ?? "", address: `${match[2]}${match[3]}` };
}

export function valueCell(key: string, measure = "actual", role?: ValueCell["role"]): ValueCell {
  const found = LAYOUT.values.find(
    (value) => value.key === key && value.measure === measure && (role === undefined || value.role === role),
  );
  if (found === undefined) throw new Error(`no cell for ${key}/${measure}`);
  return found;
}

/** What the unit types, by name of the cell. */
export const TYPED: Readonly<Record<string, Put>> = {
  v_C02_actual: 6,
  v_C02a_actual: 2,
  v_C03_actual: 1,
  v_C04_actual: 0,
  v_C02_estimate: 8,
  v_C02a_estimate: 3,
  v_C03_estimate: 1,
  v_C04_estimate: 0,
  v_A01_actual: 30,
  v_A01_CP_actual: 12,
  v_A01_TNHH_actual: 18,
  v_B06_actual: 9,
};

/** Puts values into cells by their names. */
export const type =
  (cells: Readonly<Record<string, Put>>) =>
  (parts: Parts): void => {
    for (const [name, value] of Object.entries(cells)) {
      const { sheet, address } = spot(name);
      put(sheet, { [address]: value })(parts);
    }
  };

/** The outline filled in, then edited. */
export async function filled(...edits: readonly ((parts: Parts) => void)[]): Promise<Uint8Array> {
  return change(await outline(), type(TYPED), ...edits);
}

export const read = (bytes: Uint8Array): ReadReturn => readWorkbook(bytes, FORM_SETS);

export const readFilled = async (...edits: readonly ((parts: Parts) => void)[]): Promise<ReadReturn> =>
  read(await filled(...edits));

/** Figures by `key/measure`; what was not reported is left out. */
export const figures = ({ values }: ReadReturn): Readonly<Record<string, number>> =>
  Object.fromEntries(
    values.flatMap(({ key, measure, value }) => (value === undefined ? [] : [[`${key}/${measure}`, value]])),
  );

export const rules = ({ findings }: { readonly findings: readonly CellFinding[] }): readonly string[] =>
  findings.map(({ rule, cell }) => (cell === undefined ? rule : `${rule} ${cell.sheet}!${cell.address}`));
