/** One deliberately broken workbook for each rule of reading. */
import { strToU8, zipSync } from "fflate";
import { copySheet, deleteRow, deleteSheet, type Parts, put, swapRows } from "./workbook-read.edit.js";
import { filled, spot, type } from "./workbook-read.sample.js";
import { declareSizes, relationships, zip } from "./workbook-read.zips.js";

export interface Broken {
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  /** Cell that the finding must name, by its defined name or as `Biểu 6!E9`; absent when it is about the file. */
  readonly cell?: string;
}

const cut = async (share: number): Promise<Uint8Array> => {
  const bytes = await filled();
  return bytes.subarray(0, Math.floor(bytes.length * share));
};

const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(`${stream}\0`, "utf16le"),
    Buffer.alloc(512),
  ]);

const other = (main: string): Uint8Array =>
  zip({ "_rels/.rels": relationships([["r1", "officeDocument", main]]), [main]: "x" });

/** Changes the XML of a sheet by its number. */
const sheet =
  (number: number, edit: (xml: string) => string) =>
  (parts: Parts): void => {
    const name = `xl/worksheets/sheet${number}.xml`;
    parts[name] = edit(parts[name] ?? "");
  };

const addPart =
  (name: string, link?: string) =>
  (parts: Parts): void => {
    parts[name] = "<a/>";
    const links = "xl/_rels/workbook.xml.rels";
    if (link !== undefined) parts[links] = (parts[links] ?? "").replace("</Relationships>", `${link}</Relationships>`);
  };

const formatted = (from: number, count: number, columns: number): string =>
  Array.from({ length: count }, (_, index) => {
    const row = from + index;
    return `<row r="${row}">${'<c s="1"/>'.repeat(columns)}</row>`;
  }).join("");

const dateStyle = (parts: Parts): string =>
  /<c r="C14" s="(\d+)"/u.exec(parts["xl/worksheets/sheet1.xml"] ?? "")?.[1] ?? "";

export const BROKEN: Readonly<Record<string, Broken>> = {
  "TEP-RONG": { make: () => new Uint8Array() },
  "TEP-DO-DANG": { make: () => cut(0.7) },
  "TEP-HONG": { make: () => zip({ "xl/workbook.xml": "<workbook/>" }) },
  "TEP-KHONG-PHAI-EXCEL": { make: () => other("word/document.xml") },
  "TEP-MAT-KHAU": { make: () => compound("EncryptedPackage") },
  "TEP-XLS": { make: () => compound("Workbook") },
  "TEP-XLSB": { make: () => other("xl/workbook.bin") },
  "TEP-QUA-LON": {
    make: () =>
      zipSync({ "xl/workbook.xml": strToU8("x"), "xl/media/anh.png": new Uint8Array(65 * 1024 * 1024) }, { level: 0 }),
  },
  "TEP-NEN-BAT-THUONG": {
    make: async () => declareSizes(await filled(), (size, name) => (name === "xl/workbook.xml" ? 0xfffffff0 : size)),
  },
  "TEP-MACRO": { make: () => filled(addPart("xl/vbaProject.bin")) },
  "TEP-LIEN-KET": {
    make: () =>
      filled(
        addPart(
          "xl/externalLinks/externalLink1.xml",
          '<Relationship Id="r99" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/>',
        ),
      ),
  },
  "TEP-PIVOT": { make: () => filled(addPart("xl/pivotTables/pivotTable1.xml")) },
  "TEP-DAU-THIEU": { make: () => filled(deleteSheet("_vanthu")) },
  "TEP-DAU-HONG": { make: () => filled(type({ vt_don_vi: "p-khac" })) },
  "TEP-PHIEN-BAN": { make: () => filled(type({ vt_phien_ban: "9" })) },
  "TEP-TRANG-THIEU": { make: () => filled(deleteSheet("Biểu 2")) },
  "TEP-TRANG-CHEP": { make: () => filled(copySheet("Biểu 1", "Biểu 1 (2)")) },
  "TEP-TRANG-HONG": { make: () => filled(sheet(4, (xml) => xml.slice(0, 900))) },
  "TEP-TRANG-LON": {
    make: () => filled(sheet(4, (xml) => xml.replace("</sheetData>", `${formatted(100, 11_000, 240)}</sheetData>`))),
  },
  "TEP-NGOAI-VUNG": { make: () => filled(put("Biểu 2", { B30000: "nháp" })) },
  "TEP-O-MAT": { make: () => filled(deleteRow("Biểu 2", 12)) },
  "TEP-O-LAC": { make: () => filled(swapRows("Biểu 2", 9, 12)), cell: "Biểu 2!E9" },
  "TEP-O-GOP": {
    make: () => filled(sheet(4, (xml) => xml.replace("<mergeCell ", '<mergeCell ref="E10:E11"/><mergeCell '))),
    cell: "v_A01_TNHH_actual",
  },
  "TEP-BO-GOP": { make: () => filled(sheet(3, (xml) => xml.replace(/<mergeCells.*<\/mergeCells>/su, ""))) },
  "TEP-BO-KHOA": { make: () => filled(sheet(3, (xml) => xml.replace(/<sheetProtection[^>]*\/>/u, ""))) },
  "TEP-CT-THAY": { make: () => filled(type({ v_C06_actual: 47 })), cell: "v_C06_actual" },
  "TEP-CT-LECH": { make: () => filled(type({ v_C06_actual: 50 })), cell: "v_C06_actual" },
  "TEP-CT-SUA": { make: () => filled(type({ v_C06_actual: { formula: "40+6" } })), cell: "v_C06_actual" },
  "TEP-KHOA": { make: () => filled(type({ v_C01_actual: 45 })), cell: "v_C01_actual" },
  "TEP-SO-NHAP-NHANG": { make: () => filled(type({ v_C02_actual: "1,234" })), cell: "v_C02_actual" },
  "TEP-SO-CHU": { make: () => filled(type({ v_C02_actual: "sáu" })), cell: "v_C02_actual" },
  "TEP-SO-KHONG": { make: () => filled(type({ v_C04_actual: "không có" })), cell: "v_C04_actual" },
  "TEP-SO-DON-VI": { make: () => filled(type({ v_C02_actual: "6 người" })), cell: "v_C02_actual" },
  "TEP-SO-KIEU-ANH": { make: () => filled(type({ v_C02_actual: "1,234.5" })), cell: "v_C02_actual" },
  "TEP-SO-NGAY": {
    make: () =>
      filled((parts) =>
        sheet(3, (xml) => xml.replace(/<c r="E12" s="\d+">/u, `<c r="E12" s="${dateStyle(parts)}">`))(parts),
      ),
    cell: "v_C02_actual",
  },
  "TEP-SO-LOI": {
    make: () => filled(sheet(3, (xml) => xml.replace(/(<c r="E12"[^>]*)><v>6<\/v>/u, '$1 t="e"><v>#REF!</v>'))),
    cell: "v_C02_actual",
  },
  "TEP-SO-CONG-THUC": { make: () => filled(type({ v_C02_actual: { formula: "4+2" } })), cell: "v_C02_actual" },
  "TEP-SO-KET-QUA": {
    make: () => filled(type({ v_C02_actual: { formula: "COUNTA(C9:C20)", value: 6 } })),
    cell: "v_C02_actual",
  },
  "TEP-SO-KHONG-KET-QUA": {
    make: () => filled(type({ v_C02_actual: { formula: "COUNTA(C9:C20)" } })),
    cell: "v_C02_actual",
  },
  "TEP-SO-LIEN-KET": {
    make: () => filled(type({ v_C02_actual: { formula: "[1]Sheet1!$A$1", value: 6 } })),
    cell: "v_C02_actual",
  },
  "TEP-SO-LAP": { make: () => filled(type({ e_B4_C02_actual: 7 })), cell: "e_B4_C02_actual" },
  "TEP-NGAY": { make: () => filled(put("Biểu 6", { C9: "Trần Văn Bình", E9: "hôm qua" })), cell: "Biểu 6!E9" },
  "TEP-NGAY-KY": { make: () => filled(type({ vt_ngay_bao_cao: "tháng 5" })), cell: "vt_ngay_bao_cao" },
};

/** The cell that a finding must name. */
export function placeOf(cell: string): { readonly sheet: string; readonly address: string } {
  const [sheet, address] = cell.split("!");
  return sheet === undefined || address === undefined ? spot(cell) : { sheet, address };
}
