/** Fills workbooks as a unit would, without any library that could change them on the way, and takes them apart. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { WorkbookLayout } from "../src/workbook/layout/index.js";
import type { OutlineOptions, Prefill } from "../src/workbook/write/index.js";

/** Text parts of a package by path. */
export function textParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

const pathOf = (layout: WorkbookLayout, sheet: string): string =>
  `xl/worksheets/sheet${layout.sheets.findIndex((one) => one.sheet === sheet) + 1}.xml`;

/** XML of one sheet. */
export function sheetXml(bytes: Uint8Array, layout: WorkbookLayout, sheet: string): string {
  const xml = textParts(bytes)[pathOf(layout, sheet)];
  if (xml === undefined) throw new Error(`no sheet ${sheet}`);
  return xml;
}

/** XML of one cell. */
export function cellXml(bytes: Uint8Array, layout: WorkbookLayout, sheet: string, address: string): string | undefined {
  return new RegExp(`<c r="${address}"(?:[^>]*/>|.*?</c>)`, "su").exec(sheetXml(bytes, layout, sheet))?.[0];
}

/** Types numbers and texts into empty cells. */
export function fillCells(
  bytes: Uint8Array,
  layout: WorkbookLayout,
  cells: readonly { readonly sheet: string; readonly address: string; readonly value: number | string }[],
): Uint8Array {
  const parts = textParts(bytes);
  for (const { sheet, address, value } of cells) {
    const path = pathOf(layout, sheet);
    const empty = new RegExp(`<c r="${address}"( s="\\d+")?/>`, "u");
    const xml = parts[path] ?? "";
    if (!empty.test(xml)) throw new Error(`${sheet}!${address} is not empty`);
    parts[path] = xml.replace(empty, (_, style: string) =>
      typeof value === "number"
        ? `<c r="${address}"${style}><v>${value}</v></c>`
        : `<c r="${address}"${style} t="inlineStr"><is><t>${value}</t></is></c>`,
    );
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

export const NO_PREFILL: Prefill = { openings: {}, samePeriod: {}, targets: {}, openingsOpen: false };

/** A unit and a year of the sample form set. */
export const sampleOptions = (more: Partial<OutlineOptions> = {}): OutlineOptions => ({
  unit: { code: "p-song-kim", name: "Đảng uỷ phường Sông Kim", superior: "Đảng bộ tỉnh Kim Sơn" },
  period: {
    id: "2026-nam",
    kind: "nam",
    year: 2026,
    firstYear: 2026,
    name: "Năm 2026",
    opens: "2026-10-01",
    window: { from: "2025-12-16", to: "2026-12-15" },
    lastDay: "2026-12-24",
    dueInWords: "trước ngày 25/12/2026",
  },
  revision: 1,
  prefill: NO_PREFILL,
  sendTo: "Ban Tổ chức Tỉnh uỷ Kim Sơn",
  ...more,
});
