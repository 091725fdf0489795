/** The workbook in which bodies report how far the tasks of a plan are. */
import type { Style, Workbook, Worksheet } from "exceljs";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/day.js";
import { addressOf, columnLetter } from "../../workbook/layout/address.js";
import { protect, setUpPrint } from "../../workbook/write/draw-sheet.js";
import { characters, textHeight } from "../../workbook/write/heights.js";
import { COLOURS, DARK_RED, LOOKS } from "../../workbook/write/looks.js";
import { dueDays, nextDue } from "../timing/index.js";
import { bodiesOf, bodiesWith, bodyFiles, partsOfBody } from "./bodies.js";
import { packed } from "./packed.js";
import { lastYearOf, type PlanHead, planIdentity, tasksHash } from "./plan-identity.js";
import {
  ALL_BODIES,
  STAMP_COLUMNS,
  STAMP_LABELS,
  STAMP_SHEET,
  STATUS_NAMES,
  type StampField,
  stampCheck,
  TRACKING_COLUMNS,
  TRACKING_LAYOUT,
  TRACKING_SHEET,
  type TrackingField,
  type TrackingStamp,
  trackingColumn,
} from "./tracking-layout.js";

export interface TrackingOptions {
  readonly plan: PlanHead;
  /** Whose tasks; all when absent. */
  readonly body?: string;
  /** The day that the next due days are counted from. */
  readonly on: Day;
  /** From 1, raised when it is sent out anew. */
  readonly revision?: number;
  /** Where it is to be sent. */
  readonly sendTo?: string;
}

const SIZE = 11;
const HEAD_ROW = 6;
const WIDTH = TRACKING_COLUMNS.reduce((sum, { width }) => sum + width, 0);
const [EARLIEST, LATEST] = [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2100, 0, 1))];

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The next day that a task is due, else the last one that it was; a series ends with the plan. */
function dueOf({ timing }: Task, on: Day, until: Day | undefined): Day | undefined {
  if (timing === undefined) return undefined;
  const next = nextDue(timing, on);
  const over = next?.term.kind === "recurring" && until !== undefined && next.day > until;
  return next !== undefined && !over ? next.day : dueDays(timing, "2000-01-01", on).at(-1)?.day;
}

/** As a cell gives it back. */
const asRead = (text: string | undefined): string | undefined => text?.normalize("NFC").replace(/\s+/gu, " ").trim();

/** The stamp of the workbook that `trackingWorkbook` writes from the same input; the version is that of all tasks. */
export function trackingStampOf(tasks: readonly Task[], { plan, body, revision = 1 }: TrackingOptions): TrackingStamp {
  const { date } = plan;
  const [title = "", number, issuer, name] = [plan.title, plan.number, plan.issuer, body].map(asRead);
  return {
    plan: planIdentity(plan),
    title,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(issuer === undefined ? {} : { issuer }),
    tasks: tasksHash(tasks),
    ...(name === undefined ? {} : { body: name }),
    revision,
  };
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

interface Validations {
  add(range: string, validation: object): void;
}

const rangeOf = (field: TrackingField, last: number): string =>
  `${addressOf(HEAD_ROW + 1, trackingColumn(field))}:${addressOf(last, trackingColumn(field))}`;

function addRules(sheet: Worksheet, last: number): void {
  const { dataValidations } = sheet as Worksheet & { readonly dataValidations: Validations };
  const shared = { allowBlank: true, showInputMessage: true, showErrorMessage: true };
  dataValidations.add(rangeOf("status", last), {
    ...{ ...shared, type: "list", formulae: [`"${Object.values(STATUS_NAMES).join(",")}"`], errorStyle: "stop" },
    ...{ promptTitle: "Trạng thái", prompt: "Chọn một trạng thái trong danh sách." },
    ...{
      errorTitle: "Không có trong danh sách",
      error: `Chọn một trong: ${Object.values(STATUS_NAMES).join("; ")}.`,
    },
  });
  dataValidations.add(rangeOf("completedOn", last), {
    // a warning only: "20/5/2026" is text to Excel where the machine has American dates, and is read all the same
    ...{ ...shared, type: "date", operator: "between", formulae: [EARLIEST, LATEST], errorStyle: "warning" },
    ...{ promptTitle: "Ngày hoàn thành", prompt: "Ghi ngày/tháng/năm, ví dụ 20/5/2026. Chỉ ghi khi đã hoàn thành." },
    ...{ errorTitle: "Chưa phải là ngày", error: "Ghi ngày/tháng/năm, ví dụ 20/5/2026." },
  });
  const prompts: readonly (readonly [TrackingField, string, string])[] = [
    ["result", "Kết quả, sản phẩm", "Ghi việc đã làm được, số lượng, số và ký hiệu văn bản đã ban hành."],
    ["note", "Vướng mắc/Ghi chú", "Ghi lý do chậm, khó khăn, kiến nghị."],
  ];
  for (const [field, promptTitle, prompt] of prompts) {
    dataValidations.add(rangeOf(field, last), {
      ...{
        ...shared,
        type: "textLength",
        operator: "lessThanOrEqual",
        formulae: [5000],
        errorStyle: "stop",
        promptTitle,
        prompt,
      },
      ...{ errorTitle: "Nội dung quá dài", error: "Ghi gọn trong 5.000 ký tự; nội dung dài gửi kèm bằng báo cáo." },
    });
  }
  const at = (field: TrackingField): string => `$${columnLetter(trackingColumn(field))}${HEAD_ROW + 1}`;
  const [due, status] = [at("due"), at("status")];
  const overdue = `OR(${status}="${STATUS_NAMES.overdue}",AND(${due}<>"",${due}<TODAY(),${status}<>"${STATUS_NAMES.done}",${status}<>"${STATUS_NAMES.ongoing}",${at("completedOn")}=""))`;
  sheet.addConditionalFormatting({
    ref: `${addressOf(HEAD_ROW + 1, trackingColumn("due"))}:${addressOf(last, trackingColumn("status"))}`,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [overdue],
        style: {
          font: { color: { argb: DARK_RED }, bold: true },
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: COLOURS.broken } },
        },
      },
    ],
  });
}

async function drawStamp(workbook: Workbook, stamp: TrackingStamp, tasks: readonly Task[]): Promise<void> {
  const sheet = workbook.addWorksheet(STAMP_SHEET, { state: "hidden" });
  const values: { readonly [F in StampField]: string | undefined } = {
    ...{ layout: TRACKING_LAYOUT, plan: stamp.plan, title: stamp.title, number: stamp.number, date: stamp.date },
    ...{ issuer: stamp.issuer, tasks: stamp.tasks, body: stamp.body ?? ALL_BODIES, revision: String(stamp.revision) },
    check: stampCheck(stamp),
  };
  const put = (row: number, column: number, value: string): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = { ...LOOKS.helper, numFmt: "@" };
  };
  (Object.keys(STAMP_LABELS) as StampField[]).forEach((field, at) => {
    put(at + 1, STAMP_COLUMNS.label, STAMP_LABELS[field]);
    put(at + 1, STAMP_COLUMNS.value, values[field] ?? "");
  });
  tasks.forEach(({ id, text }, at) => {
    put(at + 1, STAMP_COLUMNS.task, id);
    put(at + 1, STAMP_COLUMNS.text, text);
  });
  await protect(sheet);
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
    addRules(sheet, last);
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
