/** The tracking workbook as it is written and read back: its columns, words and stamp. */
import { createHash } from "node:crypto";
import type { TaskStatus } from "../../model/task-report.js";
import type { Day } from "../../organisation/register.js";

export const TRACKING_SHEET = "Theo dõi nhiệm vụ";
/** Another name than that of the outline's hidden sheet, so that neither is taken for the other. */
export const STAMP_SHEET = "_nhiemvu";

export type TrackingField =
  | "ordinal"
  | "task"
  | "text"
  | "direct"
  | "advise"
  | "execute"
  | "coordinate"
  | "timing"
  | "due"
  | "status"
  | "completedOn"
  | "result"
  | "note";

export interface TrackingColumn {
  readonly field: TrackingField;
  readonly head: string;
  /** mm. */
  readonly width: number;
  /** The body writes here. */
  readonly open?: true;
}

/** In the order of the sheet. */
export const TRACKING_COLUMNS: readonly TrackingColumn[] = [
  { field: "ordinal", head: "TT", width: 9 },
  { field: "task", head: "Mã", width: 17 },
  { field: "text", head: "Nhiệm vụ", width: 60 },
  { field: "direct", head: "Chỉ đạo", width: 24 },
  { field: "advise", head: "Tham mưu", width: 26 },
  { field: "execute", head: "Thực hiện", width: 28 },
  { field: "coordinate", head: "Phối hợp", width: 28 },
  { field: "timing", head: "Thời hạn", width: 27 },
  { field: "due", head: "Ngày đến hạn", width: 23 },
  { field: "status", head: "Trạng thái", width: 24, open: true },
  { field: "completedOn", head: "Ngày hoàn thành", width: 23, open: true },
  { field: "result", head: "Kết quả, sản phẩm", width: 38, open: true },
  { field: "note", head: "Vướng mắc/Ghi chú", width: 34, open: true },
];

/** Where a field stands, from 1. */
export const trackingColumn = (field: TrackingField): number =>
  TRACKING_COLUMNS.findIndex((column) => column.field === field) + 1;

/** The states in the order of the list (seeds §3.3). */
export const STATUS_NAMES: { readonly [S in TaskStatus]: string } = {
  notDue: "Chưa đến hạn",
  underWay: "Đang thực hiện",
  done: "Hoàn thành",
  overdue: "Quá hạn",
  ongoing: "Thường xuyên",
};

/** Other words that bodies type for a state, without accents. */
export const STATUS_WORDS: { readonly [S in TaskStatus]: RegExp } = {
  notDue: /^(?:chua (?:den|toi) (?:han|ky|thoi han)|chua den thoi gian(?: thuc hien)?)$/u,
  underWay:
    /^(?:dang (?:lam|trien khai|tien hanh|thuc hien|tham muu|xay dung|du thao|soan thao)(?: thuc hien)?|(?:chua|gan) (?:xong|hoan thanh)|thuc hien (?:mot phan|do dang)|do dang)$/u,
  done: /^(?:(?:da )?(?:hoan thanh|hoan tat|xong)|da (?:lam|thuc hien|trien khai|ban hanh)(?: xong)?|100 ?%|hoan thanh 100 ?%|dat)$/u,
  overdue: /^(?:da |bi )?(?:qua han|tre han|tre|cham|cham (?:tien do|han|so voi ke hoach)|cham, chua hoan thanh)$/u,
  ongoing: /^(?:(?:lam|thuc hien) )?(?:thuong xuyen|lien tuc|hang (?:ngay|tuan|thang|quy|nam))(?: thuc hien)?$/u,
};

/** Who is asked what: on the hidden sheet. */
export interface TrackingStamp {
  /** Identity of the plan. */
  readonly plan: string;
  readonly title: string;
  readonly number?: string;
  readonly date?: Day;
  readonly issuer?: string;
  /** Hash over the tasks of the whole plan: its version. */
  readonly tasks: string;
  /** Whose workbook it is; absent of one for all. */
  readonly body?: string;
  readonly revision: number;
}

/** The first is what the sheet is told by. */
export const STAMP_LABELS = {
  layout: "vanthu – theo dõi nhiệm vụ",
  plan: "Mã kế hoạch",
  title: "Kế hoạch",
  number: "Số, ký hiệu",
  date: "Ngày ban hành",
  issuer: "Cơ quan ban hành",
  tasks: "Mã các nhiệm vụ",
  body: "Cơ quan báo cáo",
  revision: "Lần phát hành",
  check: "Mã kiểm",
} as const;

export type StampField = keyof typeof STAMP_LABELS;

export const TRACKING_LAYOUT = "1";
export const ALL_BODIES = "Tất cả cơ quan";

/** Columns of the hidden sheet: labels and values; ids and texts of the tasks, by which a row is found again. */
export const STAMP_COLUMNS = { label: 1, value: 2, task: 4, text: 5 } as const;

/** Over the stamp: another one was put in by hand. */
export function stampCheck(stamp: TrackingStamp): string {
  const { plan, title, number = "", date = "", issuer = "", tasks, body = "", revision } = stamp;
  const text = JSON.stringify([plan, title, number, date, issuer, tasks, body, revision]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
