/** What the units of the sample period do: who is on time, who is late, who is wrong in which way, who sends nothing. */
import type { SampleFigures } from "./sample-figures.js";

/** A fault that a unit makes; each is found by another rule. */
export type Fault =
  /** A part of a total is wrong. */
  | { readonly kind: "figures"; readonly change: (figures: SampleFigures) => SampleFigures }
  /** A word where a number should be. */
  | { readonly kind: "text"; readonly key: string; readonly text: string }
  /** Cells are left empty. */
  | { readonly kind: "blank"; readonly keys: readonly string[] }
  /** A formula is typed over. */
  | { readonly kind: "formula"; readonly key: string }
  /** The list of new organisations is longer than their number. */
  | { readonly kind: "list" }
  /** The figures of another unit. */
  | { readonly kind: "copy"; readonly of: string }
  /** The file was cut off on its way. */
  | { readonly kind: "cut" };

/** Something that a unit sends. */
export interface Sending {
  readonly unit: string;
  /** Day of receipt, the name of the inbox's folder. */
  readonly day: string;
  readonly fault?: Fault;
  /** Comes as a zip with the signed paper, or with it beside the workbook, or without. */
  readonly as: "zip" | "folder" | "workbook";
  /** Name of the file as people name files. */
  readonly name?: string;
}

const change = (edit: (figures: SampleFigures) => Readonly<Record<string, number>>): Fault => ({
  kind: "figures",
  change: (figures) => ({ ...figures, ...edit(figures) }),
});

const of = (figures: SampleFigures, key: string): number => figures[key] ?? 0;

export const SCENARIO = {
  period: "2026-6t",
  opened: "2026-05-04",
  extension: {
    unit: "x-hai-thuan",
    until: "2026-05-30",
    decided: "2026-05-22",
    reason: "Ảnh hưởng của bão, mất điện nhiều ngày",
  },
  collected: "2026-05-27",
  remindUntil: "2026-05-30",
  /** Corrected and late returns are collected, and the figures reconciled. */
  reconciled: "2026-05-31",
  /** The report is finished by hand, gets its number and leaves. */
  issued: "2026-06-02",
} as const;

/** Units that are not named here send nothing: x-thuong-ngan, dai-hoc-ha-trung, phu-nu. */
export const SENDINGS: readonly Sending[] = [
  { unit: "p-song-kim", day: "2026-05-19", as: "zip", name: "BC 6 thang - phuong Song Kim" },
  { unit: "p-tan-linh", day: "2026-05-20", as: "folder" },
  {
    unit: "p-dong-vong",
    day: "2026-05-20",
    as: "folder",
    fault: change((figures) => ({ B05b: of(figures, "B05b") + 2 })),
  },
  { unit: "p-ben-tram", day: "2026-05-20", as: "workbook", fault: { kind: "text", key: "C07", text: "khoảng 12" } },
  { unit: "p-cau-ngoi", day: "2026-05-21", as: "zip", name: "Cầu Ngói (bản chính thức)" },
  { unit: "x-hai-thuan", day: "2026-05-27", as: "folder" },
  { unit: "x-cua-van", day: "2026-05-26", as: "folder" },
  { unit: "x-trieu-duong", day: "2026-05-21", as: "workbook", fault: { kind: "blank", keys: ["D02", "K01", "K02"] } },
  { unit: "x-my-cat", day: "2026-05-27", as: "workbook" },
  {
    unit: "x-vinh-lach",
    day: "2026-05-22",
    as: "folder",
    fault: change((figures) => {
      const more = Math.ceil(of(figures, "C01") * 0.3);
      return { C02: of(figures, "C02") + more, "C06.TNHH": of(figures, "C06.TNHH") + more };
    }),
  },
  { unit: "x-khe-sen", day: "2026-05-21", as: "folder" },
  { unit: "x-phu-khe", day: "2026-05-22", as: "workbook", fault: { kind: "copy", of: "x-khe-sen" } },
  { unit: "x-da-dung", day: "2026-05-22", as: "workbook", fault: { kind: "formula", key: "C06" } },
  {
    unit: "x-muong-lam",
    day: "2026-05-20",
    as: "workbook",
    fault: change((figures) => ({ C02a: of(figures, "C02") + 3 })),
  },
  { unit: "x-muong-lam", day: "2026-05-23", as: "folder", name: "Mường Lam (sửa lại)" },
  { unit: "kcn", day: "2026-05-22", as: "folder", fault: { kind: "list" } },
  { unit: "ubnd-tinh", day: "2026-05-22", as: "zip" },
  { unit: "cang-cua-van", day: "2026-05-23", as: "workbook", fault: { kind: "cut" } },
  { unit: "quan-su", day: "2026-05-22", as: "workbook" },
  {
    unit: "lddl",
    day: "2026-05-23",
    as: "folder",
    // right in itself, and other than what the communes say: a matter of reconciliation
    fault: change((figures) => ({
      D08a: of(figures, "D08a") + 25,
      D08: of(figures, "D08") + 25,
      D09: of(figures, "D09") + 25,
      D10: of(figures, "D10") + 3,
    })),
  },
  {
    unit: "tinh-doan",
    day: "2026-05-23",
    as: "folder",
    fault: change((figures) => ({ E05: of(figures, "E05") - 12 })),
  },
  { unit: "ccb", day: "2026-05-25", as: "folder" },
];

/** What comes after the answers and the reminder; phu-nu still sends nothing. */
export const LATE_SENDINGS: readonly Sending[] = [
  { unit: "p-dong-vong", day: "2026-05-28", as: "folder", name: "Đồng Vọng (sửa lại)" },
  { unit: "p-ben-tram", day: "2026-05-28", as: "folder", name: "Bến Trạm (sửa lại)" },
  { unit: "x-trieu-duong", day: "2026-05-28", as: "folder", name: "Triều Dương (sửa lại)" },
  { unit: "x-phu-khe", day: "2026-05-29", as: "folder", name: "Phú Khê (sửa lại)" },
  { unit: "x-da-dung", day: "2026-05-29", as: "folder", name: "Đá Dựng (sửa lại)" },
  { unit: "kcn", day: "2026-05-29", as: "folder", name: "KCN (sửa lại)" },
  { unit: "x-thuong-ngan", day: "2026-05-30", as: "zip" },
  { unit: "cang-cua-van", day: "2026-05-30", as: "zip" },
  { unit: "dai-hoc-ha-trung", day: "2026-05-30", as: "workbook" },
];
