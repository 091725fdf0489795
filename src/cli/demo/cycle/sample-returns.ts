/** Makes what the units of the sample period send, out of the outlines that they were given. */
import { zipSync } from "fflate";
import type { FormSet } from "../../../forms/index.js";
import { findUnit, nameAt, type UnitRegister } from "../../../organisation/index.js";
import { type Period, sayDay } from "../../../periods/index.js";
import { fillWorkbook, type Typed, type TypedCells } from "../../../workbook/fill-workbook.js";
import { layoutWorkbook, type WorkbookLayout } from "../../../workbook/layout/index.js";
import type { SampleFigures } from "./sample-figures.js";
import { figuresOfUnit, indexOf } from "./sample-province.js";
import type { Fault, Sending } from "./scenario.js";
import { typedCells } from "./typed-cells.js";

/** The sample's first year has the figures of earlier ones before it. */
export const FIRST_YEAR = 2025;

const ZIP_TIME = new Date(1980, 0, 1, 12);

/** One empty page: stands for the scan of the signed paper, whose content nobody reads. */
const SCAN = new TextEncoder().encode(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

interface Filling {
  readonly cells: TypedCells;
  readonly figures: SampleFigures;
}

const without = (figures: SampleFigures, keys: readonly string[]): SampleFigures =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => !keys.includes(key)));

/** Figures as the unit types them. */
function figuresOf(
  formSet: FormSet,
  register: UnitRegister,
  { unit, fault }: Sending,
  { year, kind }: Period,
): SampleFigures {
  const from = fault?.kind === "copy" ? fault.of : unit;
  const figures = figuresOfUnit(formSet, register, from, {
    period: kind === "nam" ? "nam" : "6t",
    year: year - FIRST_YEAR,
  });
  if (fault?.kind === "figures") return fault.change(figures);
  return fault?.kind === "blank" ? without(figures, fault.keys) : figures;
}

/** Puts a text or a number in the home cell of a figure. */
function typeOver({ cells, figures }: Filling, layout: WorkbookLayout, fault: Fault): TypedCells {
  if (fault.kind !== "text" && fault.kind !== "formula") return cells;
  const home = layout.values.find(
    ({ key, measure, role }) => key === fault.key && measure === "actual" && role !== "echo",
  );
  if (home === undefined) return cells;
  const typed: Typed = fault.kind === "text" ? fault.text : (figures[fault.key] ?? 0) + 1;
  const sheet = new Map(cells.get(home.sheet) ?? []).set(home.address, typed);
  return new Map(cells).set(home.sheet, sheet);
}

function workbookOf(
  outline: Uint8Array,
  sending: Sending,
  layout: WorkbookLayout,
  formSet: FormSet,
  register: UnitRegister,
  period: Period,
): Uint8Array {
  const { unit, day, fault } = sending;
  const figures = figuresOf(formSet, register, sending, period);
  const paper = {
    number: `${20 + indexOf(register, unit)}-BC/ĐU`,
    date: sayDay(day),
    signer: ["Trần Văn Bảo", "Nguyễn Thị Hoa", "Lê Đình Sơn"][indexOf(register, unit) % 3] ?? "",
  };
  const rows = (figures.B02 ?? 0) + (fault?.kind === "list" ? 1 : 0);
  const cells = typedCells(layout, figures, paper, rows);
  const filled = fillWorkbook(outline, fault === undefined ? cells : typeOver({ cells, figures }, layout, fault));
  return fault?.kind === "cut" ? filled.subarray(0, Math.floor(filled.length * 0.6)) : filled;
}

/** A file of the inbox, by its path in it. */
export interface InboxFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What one unit sends.
 *
 * @param outline the workbook that the unit was given
 */
export function sentFiles(
  outline: Uint8Array,
  sending: Sending,
  formSet: FormSet,
  register: UnitRegister,
  period: Period,
): readonly InboxFile[] {
  const { unit, day, as, name = unit } = sending;
  const known = findUnit(register, unit);
  if (known === undefined) return [];
  const layout = layoutWorkbook(formSet, known.kind, period.kind);
  const bytes = workbookOf(outline, sending, layout, formSet, register, period);
  const scan = `Báo cáo ký ${nameAt(known, period.window.to).short ?? unit}.pdf`;
  if (as === "workbook") return [{ path: `${day}/${name}.xlsx`, bytes }];
  if (as === "folder") {
    return [
      { path: `${day}/${name}/so lieu.xlsx`, bytes },
      { path: `${day}/${name}/${scan}`, bytes: SCAN },
    ];
  }
  const zip = zipSync({ "so lieu.xlsx": bytes, [scan]: SCAN }, { mtime: ZIP_TIME, level: 0 });
  return [{ path: `${day}/${name}.zip`, bytes: zip }];
}
