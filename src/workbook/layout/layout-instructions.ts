/** The instruction sheet: what the unit says about its paper, how far it is; the text itself is drawn by the writer. */
import type { Placing } from "./placing.js";
import { PAPER_FIELDS, PROGRESS, SHEETS } from "./wording.js";
import type { CheckSheet, InstructionSheet, PaperField } from "./workbook-layout.js";

/** Columns: codes (hidden), label, value or text. */
export const INSTRUCTION_COLUMNS = { code: 1, label: 2, value: 3 } as const;
export const INSTRUCTION_ROWS = {
  unit: 2,
  title: 3,
  period: 4,
  proposal: 5,
  progressHead: 7,
  firstProgress: 8,
} as const;

/** Defined names of the paper's fields: `vt_so_bao_cao`. */
export const PAPER_NAMES: { readonly [F in PaperField]: string } = {
  number: "vt_so_bao_cao",
  date: "vt_ngay_bao_cao",
  signer: "vt_nguoi_ky",
  preparer: "vt_nguoi_lap",
  phone: "vt_dien_thoai",
};

/** Lays out the instruction sheet. */
export function layoutInstructions(placing: Placing, checks: Pick<CheckSheet, "counts">): InstructionSheet {
  const sheet = SHEETS.instructions;
  const states = Object.entries(PROGRESS) as [keyof typeof PROGRESS, string][];
  const progress = states.map(([id, label], index) => {
    const row = INSTRUCTION_ROWS.firstProgress + index;
    return {
      row,
      label,
      cell: placing.anchor(sheet, row, INSTRUCTION_COLUMNS.value, `vt_tinh_trang_${id}`),
      formula: checks.counts.find(({ cell }) => cell.definedName === `vt_dem_${id}`)?.cell.definedName ?? "0",
    };
  });
  const firstField = INSTRUCTION_ROWS.firstProgress + states.length + 2;
  const fields = (Object.keys(PAPER_FIELDS) as PaperField[]).map((field, index) => {
    const row = firstField + index;
    return { field, row, cell: placing.anchor(sheet, row, INSTRUCTION_COLUMNS.value, PAPER_NAMES[field]) };
  });
  return { kind: "instructions", sheet, code: "vanthu:instructions", progress, fields };
}
