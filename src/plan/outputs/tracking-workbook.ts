/** The workbook in which bodies report how far the tasks of a plan are. */
import type { Style, Worksheet } from "exceljs";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/day.js";
import { columnLetter } from "../../workbook/layout/address.js";
import { setUpPrint } from "../../workbook/write/draw-sheet.js";
import { characters, textHeight } from "../../workbook/write/heights.js";
import { LOOKS } from "../../workbook/write/looks.js";
import { dueDays, nextDue } from "../timing/index.js";
import { bodiesOf, bodiesWith, bodyFiles, partsOfBody } from "./bodies.js";
import { drawStamp, type StampOptions, trackingStampOf } from "./draw-stamp.js";
import { packed } from "./packed.js";
import { lastYearOf, type PlanHead } from "./plan-identity.js";
import { ALL_BODIES, TRACKING_COLUMNS, TRACKING_SHEET, type TrackingField, trackingColumn } from "./tracking-layout.js";
import { addRules } from "./tracking-rules.js";

export interface TrackingOptions extends StampOptions {
  /** The day that the next due days are counted from. */
  readonly on: Day;
  /** Where it is to be sent. */
  readonly sendTo?: string;
}

const SIZE = 11;
/** Row of the heads; tasks follow below it. */
export const HEAD_ROW = 6;
const WIDTH = TRACKING_COLUMNS.reduce((sum, { width }) => sum + width, 0);

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The next day that a task is due, else the last one that it was; a series ends with the plan. */
function dueOf({ timing }: Task, on: Day, until: Day | undefined): Day | undefined {
  if (timing === undefined) return undefined;
  const next = nextDue(timing, on);
  const over = next?.term.kind === "recurring" && until !== undefined && next.day > until;
  return next !== undefined && !over ? next.day : dueDays(timing, "2000-01-01", on).at(-1)?.day;
}

/** "Kế hoạch … , số 12-KH/TU ngày 15/4/2026 của Tỉnh uỷ Hà Trung". */
export function sayPlan({ title, number, date, issuer }: PlanHead): string {
  return [
    title,
    ...(number === undefined ? [] : [`số ${number}`]),
    ...(date === undefined ? [] : [`ngày ${sayDay(date)}`]),
    ...(issuer === undefined ? [] : [`của ${issuer}`]),
  ].join(" ");
}

const HOW =
  "Cách ghi: chỉ ghi vào các cột nền vàng. Trạng thái chọn trong danh sách; nhiệm vụ “Hoàn thành” ghi thêm ngày hoàn " +
  "thành (ngày/tháng/năm) và kết quả, sản phẩm (số, ký hiệu văn bản nếu có); chậm hoặc vướng mắc thì ghi lý do ở cột " +
  "cuối. Không sửa cột Mã, không xoá dòng.";

function drawHead(sheet: Worksheet, { plan, body, on, sendTo }: TrackingOptions): void {
  const lines: readonly (readonly [string, Partial<Style>])[] = [
    ["THEO DÕI THỰC HIỆN NHIỆM VỤ", LOOKS.title],
    [sayPlan(plan), LOOKS.period],
    [
      `Cơ quan báo cáo: ${body ?? ALL_BODIES.toLocaleLowerCase("vi")}. Ngày đến hạn tính từ ngày ${sayDay(on)}.`,
      LOOKS.window,
    ],
    [`${HOW}${sendTo === undefined ? "" : ` Gửi về: ${sendTo}.`}`, { ...LOOKS.text, border: {} }],
  ];
  lines.forEach(([text, look], at) => {
    const cell = sheet.getCell(at + 1, 1);
    cell.value = text;
    cell.style = look;
    sheet.mergeCells(at + 1, 1, at + 1, TRACKING_COLUMNS.length);
    sheet.getRow(at + 1).height = textHeight(text, WIDTH * 0.97, at === 0 ? 14 : 12, at < 2);
  });
  TRACKING_COLUMNS.forEach(({ head, width }, at) => {
    const cell = sheet.getCell(HEAD_ROW, at + 1);
    cell.value = head;
    cell.style = LOOKS.head;
    sheet.getColumn(at + 1).width = characters(width);
  });
  sheet.getRow(HEAD_ROW).height = Math.max(
    ...TRACKING_COLUMNS.map(({ head, width }) => textHeight(head, width, SIZE, true)),
  );
}

const sized = (look: Partial<Style>): Partial<Style> => ({
  ...look,
  font: { ...look.font, size: SIZE },
  alignment: { ...look.alignment, vertical: "top" },
});
const DATE = "dd/mm/yyyy";
const TEXT = sized(LOOKS.text);
const CENTRED = sized(LOOKS.centred);
const OPEN = sized(LOOKS.openText);

function lookOf(field: TrackingField): Partial<Style> {
  if (field === "ordinal" || field === "task") return { ...CENTRED, numFmt: field === "task" ? "@" : "0" };
  if (field === "due") return { ...CENTRED, numFmt: DATE };
  if (field === "completedOn") return { ...OPEN, alignment: CENTRED.alignment ?? {}, numFmt: DATE };
  if (field === "status") return { ...OPEN, alignment: CENTRED.alignment ?? {}, numFmt: "General" };
  return field === "result" || field === "note" ? OPEN : TEXT;
}

function drawTask(sheet: Worksheet, row: number, task: Task, ordinal: number, due: Day | undefined): void {
  const values: Partial<Record<TrackingField, string | number | Date>> = {
    ordinal,
    task: task.id,
    text: task.text,
    direct: bodiesWith(task, "direct").join(";\n"),
    advise: bodiesWith(task, "advise").join(";\n"),
    execute: bodiesWith(task, "execute").join(";\n"),
    coordinate: bodiesWith(task, "coordinate").join(";\n"),
    timing: task.timing?.printed ?? "",
    ...(due === undefined ? {} : { due: midnight(due) }),
  };
  const heights = TRACKING_COLUMNS.map(({ field, width }, at) => {
    const cell = sheet.getCell(row, at + 1);
    const value = values[field];
    cell.value = value === undefined || value === "" ? null : value;
    cell.style = lookOf(field);
    return typeof value === "string" ? textHeight(value, width, SIZE) : 0;
  });
  sheet.getRow(row).height = Math.max(...heights, 20);
}

/**
 * The tracking workbook of a plan, for one body or for all; the same bytes for the same input.
 *
 * @param tasks all tasks of the plan
 * @returns an XLSX file
 */
export async function trackingWorkbook(tasks: readonly Task[], options: TrackingOptions): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const { plan, body, on } = options;
  const own = body === undefined ? tasks : tasks.filter((task) => partsOfBody(task, body).length > 0);
  const lastYear = lastYearOf(plan);
  const until = lastYear === undefined ? undefined : `${lastYear}-12-31`;
  const workbook = new exceljs.Workbook();
  workbook.created = midnight(on);
  workbook.modified = workbook.created;
  workbook.creator = "vanthu";
  workbook.title = `Theo dõi nhiệm vụ: ${plan.title}`;
  const sheet = workbook.addWorksheet(TRACKING_SHEET, {
    views: [{ state: "frozen", xSplit: trackingColumn("text"), ySplit: HEAD_ROW, topLeftCell: `D${HEAD_ROW + 1}` }],
  });
  drawHead(sheet, options);
  own.forEach((task, at) => {
    drawTask(sheet, HEAD_ROW + 1 + at, task, at + 1, dueOf(task, on, until));
  });
  const last = HEAD_ROW + own.length;
  const lastColumn = columnLetter(TRACKING_COLUMNS.length);
  if (own.length > 0) {
    addRules(sheet, HEAD_ROW + 1, last);
    sheet.autoFilter = `A${HEAD_ROW}:${lastColumn}${last}`;
  }
  setUpPrint(sheet, { orientation: "landscape", area: ["A", 1, lastColumn, last], titles: [HEAD_ROW, HEAD_ROW] });
  await sheet.protect("", {
    ...{ selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true },
    ...{ sort: true, autoFilter: true },
  });
  await drawStamp(workbook, trackingStampOf(tasks, options), own);
  return packed(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

export interface BodyTracking {
  /** As first printed; absent of the workbook for all. */
  readonly body: string;
  /** `theo-doi-ban-to-chuc-tinh-uy.xlsx`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A tracking workbook for each body that the roles name. */
export async function trackingByBody(
  tasks: readonly Task[],
  options: Omit<TrackingOptions, "body">,
): Promise<readonly BodyTracking[]> {
  const made: BodyTracking[] = [];
  for (const { body, file } of bodyFiles(bodiesOf(tasks), "theo-doi-", ".xlsx")) {
    made.push({ body, file, bytes: await trackingWorkbook(tasks, { ...options, body }) });
  }
  return made;
}
