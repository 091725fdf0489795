/** The identity stamp on the hidden sheet. */

import type { PartFault } from "../../../archive/archive.js";
import type { Stamp } from "../../../cycle/returns.js";
import { detach } from "../../../xml/detach.js";
import { IDENTITY_NAMES, type IdentityField } from "../../layout/index.js";
import { IDENTITY_FIELDS, SHEETS } from "../../layout/wording.js";
import type { WorkbookPackage } from "../package/open-package.js";
import { cellKey, columnOf, rowOf } from "../sheet/address.js";
import type { CellContent, SheetGrid } from "../sheet/cell.js";

/** The stamp with what the reader needs besides. */
export interface Identity extends Stamp {
  readonly unitKind: string;
  readonly periodKind: string;
  /** Opening figures were left open for the unit to type. */
  readonly initial: boolean;
}

/** What stands in the fields, as text; a blank one is absent. */
type Fields = Readonly<Partial<Record<IdentityField, string>>>;

/** The stamp as far as it is there. */
export interface StampReading {
  /** Sheet that it stands on; absent when the workbook has none. */
  readonly sheet?: string;
  readonly identity?: Identity;
  /** Why the sheet with the stamp could not be read. */
  readonly fault?: PartFault;
  /** Fields that are missing or make no sense, by their labels. */
  readonly faulty: readonly string[];
}

/** Fields without which nothing can be read, with what they must look like. */
const NEEDED: { readonly [F in Exclude<IdentityField, "initial">]: RegExp } = {
  layout: /^\d+$/u,
  formSet: /^\S+$/u,
  version: /^\S+$/u,
  unit: /^\S+$/u,
  unitKind: /^\S+$/u,
  period: /^\S+$/u,
  periodKind: /^\S+$/u,
  revision: /^\d{1,6}$/u,
  hash: /^[0-9a-f]{8,64}$/u,
};

/** Reads the stamp of a workbook: by its defined names, else by the labels beside the fields. */
export function readStampFields(workbook: WorkbookPackage): StampReading {
  const sheet = stampSheet(workbook);
  if (sheet === undefined) return { faulty: [] };
  const grid = workbook.sheet(sheet);
  if (typeof grid === "string") return { fault: grid, faulty: [] };
  const fields = { ...fieldsByLabel(grid), ...fieldsByName(grid, workbook) };
  const faulty = Object.entries(NEEDED).flatMap(([field, form]) =>
    form.test(fields[field as IdentityField] ?? "") ? [] : [IDENTITY_FIELDS[field as IdentityField]],
  );
  if (Object.keys(fields).length === 0) return { faulty: [] };
  const { formSet, version, unit, unitKind, period, periodKind, revision, hash, initial } = fields;
  if (formSet === undefined || version === undefined || unit === undefined || period === undefined) {
    return { sheet, faulty };
  }
  return {
    sheet,
    faulty,
    identity: {
      formSet,
      version,
      unit,
      period,
      unitKind: unitKind ?? "",
      periodKind: periodKind ?? "",
      revision: Number(revision ?? 0) || 0,
      hash: hash ?? "",
      initial: initial !== undefined && !/^(?:0|false|không)$/iu.test(initial),
    },
  };
}

function stampSheet(workbook: WorkbookPackage): string | undefined {
  const { names, sheets } = workbook;
  const named = new Set(Object.values(IDENTITY_NAMES).map((name) => names.get(name)?.sheet.toLowerCase()));
  return (
    sheets.find((name) => named.has(name.toLowerCase())) ??
    sheets.find((name) => name.toLowerCase() === SHEETS.hidden) ??
    labelledSheet(workbook)
  );
}

/** A sheet with the labels of the stamp, whatever it is called now; the hidden one is usually the last. */
function labelledSheet(workbook: WorkbookPackage): string | undefined {
  return [...workbook.sheets].reverse().find((name) => {
    const grid = workbook.sheet(name);
    return typeof grid !== "string" && Object.keys(fieldsByLabel(grid)).length >= Object.keys(NEEDED).length - 2;
  });
}

function fieldsByName(grid: SheetGrid, workbook: WorkbookPackage): Fields {
  return collect((field) => {
    const area = workbook.names.get(IDENTITY_NAMES[field]);
    if (area === undefined || area.sheet.toLowerCase() !== grid.name.toLowerCase()) return undefined;
    return textOf(grid.cells.get(cellKey(area.area.top, area.area.left))?.content);
  });
}

function fieldsByLabel(grid: SheetGrid): Fields {
  const beside = new Map<string, string>();
  for (const [key, { content }] of grid.cells) {
    if (content.kind !== "text") continue;
    const value = textOf(grid.cells.get(cellKey(rowOf(key), columnOf(key) + 1))?.content);
    if (value !== undefined && !beside.has(content.text)) beside.set(content.text, value);
  }
  return collect((field) => beside.get(IDENTITY_FIELDS[field]));
}

function collect(lookUp: (field: IdentityField) => string | undefined): Fields {
  const fields: Partial<Record<IdentityField, string>> = {};
  for (const field of Object.keys(IDENTITY_FIELDS) as IdentityField[]) {
    const text = lookUp(field)?.trim();
    if (text !== undefined && text !== "") fields[field] = detach(text);
  }
  return fields;
}

function textOf(content: CellContent | undefined): string | undefined {
  if (content?.kind === "text") return content.text;
  if (content?.kind === "number") return String(content.value);
  if (content?.kind === "boolean") return String(content.value);
  return undefined;
}
