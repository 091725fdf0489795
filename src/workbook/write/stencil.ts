/** The stencil of an outline workbook: drawn once with exceljs for a form set, a kind of unit and a kind of period. */
import { strFromU8, unzipSync } from "fflate";
import type { FormSet } from "../../forms/form-set.js";
import { type HiddenSheet, layoutWorkbook, type SheetLayout, type WorkbookLayout } from "../layout/index.js";
import { correctParts } from "./correct-parts.js";
import { cutParts, type StencilPart, sheetPath } from "./cut.js";
import type { FormSurroundings } from "./draw-body.js";
import { drawChecks } from "./draw-checks.js";
import { drawForm } from "./draw-form.js";
import { drawHidden } from "./draw-hidden.js";
import { drawInstructions } from "./draw-instructions.js";
import { drawOutline } from "./draw-outline.js";
import { token } from "./tokens.js";

/** A workbook without its unit. */
export interface Stencil {
  readonly layout: WorkbookLayout;
  readonly parts: readonly StencilPart[];
}

const CREATOR = "vanthu";
/** exceljs wants dates; they are replaced by tokens. */
const ANY_DAY = new Date(Date.UTC(2000, 0, 1));

/** Rows that grow when a unit writes into them. */
function growingRows(sheet: SheetLayout): ReadonlySet<number> {
  switch (sheet.kind) {
    case "form":
      return new Set(sheet.rows.map(({ row }) => row));
    case "outline":
      return new Set(sheet.sections.flatMap(({ answer }) => (answer === undefined ? [] : [answer.row])));
    case "checks":
      return new Set(sheet.lines.map(({ row }) => row));
    default:
      return new Set();
  }
}

function surroundings(formSet: FormSet, layout: WorkbookLayout): FormSurroundings {
  const hidden = layout.sheets.find((sheet): sheet is HiddenSheet => sheet.kind === "hidden");
  return {
    proposal: formSet.proposal,
    lists: hidden?.lists ?? [],
    dimensions: new Map(formSet.dimensions.map(({ id, name }) => [id, name])),
  };
}

async function draw(formSet: FormSet, layout: WorkbookLayout): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  workbook.creator = CREATOR;
  workbook.lastModifiedBy = CREATOR;
  workbook.created = ANY_DAY;
  workbook.modified = ANY_DAY;
  workbook.title = `${formSet.title} – ${token("period")} – ${token("unit")}`;
  // No cell has a cached value: whoever opens the file computes it.
  workbook.calcProperties.fullCalcOnLoad = true;
  const around = surroundings(formSet, layout);
  for (const sheet of layout.sheets) {
    const worksheet = workbook.addWorksheet(sheet.sheet);
    switch (sheet.kind) {
      case "instructions":
        await drawInstructions(worksheet, sheet, formSet.proposal);
        break;
      case "outline":
        await drawOutline(worksheet, sheet);
        break;
      case "form":
        await drawForm(worksheet, sheet, around);
        break;
      case "checks":
        await drawChecks(worksheet, sheet);
        break;
      case "hidden":
        await drawHidden(worksheet, sheet, layout);
        break;
    }
  }
  for (const { name, refersTo } of layout.names) workbook.definedNames.add(refersTo, name);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * Draws the stencil that all units of a kind share.
 *
 * @param formSet as loaded and checked by `loadFormSet`
 */
export async function makeStencil(formSet: FormSet, unitKind: string, periodKind: string): Promise<Stencil> {
  const layout = layoutWorkbook(formSet, unitKind, periodKind);
  const bytes = await draw(formSet, layout);
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/"));
  const parts = new Map(files.map(([path, content]) => [path, strFromU8(content)]));
  correctParts(parts, new Map(layout.sheets.map((sheet, index) => [sheetPath(index), growingRows(sheet)])));
  return { layout, parts: cutParts(parts, layout) };
}

const drawn = new WeakMap<FormSet, Map<string, Promise<Stencil>>>();

/** The stencil of a kind of unit and of period, drawn once for each form set that was loaded. */
export function stencilFor(formSet: FormSet, unitKind: string, periodKind: string): Promise<Stencil> {
  const own = drawn.get(formSet) ?? new Map<string, Promise<Stencil>>();
  drawn.set(formSet, own);
  const name = `${unitKind}/${periodKind}`;
  const known = own.get(name) ?? makeStencil(formSet, unitKind, periodKind);
  own.set(name, known);
  return known;
}
