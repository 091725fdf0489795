/** What bodies of the sample period report of the plan's tasks, typed into the tracking workbooks that they were given. */

import type { Task } from "../../../model/task.js";
import type { TaskReport } from "../../../model/task-report.js";
import { sayDay } from "../../../periods/index.js";
import { partsOfBody } from "../../../plan/outputs/bodies.js";
import { STATUS_NAMES, TRACKING_SHEET, trackingColumn } from "../../../plan/outputs/tracking-layout.js";
import { HEAD_ROW } from "../../../plan/outputs/tracking-workbook.js";
import { fillWorkbook, type Typed } from "../../../workbook/fill-workbook.js";
import { addressOf } from "../../../workbook/layout/address.js";

/** A tracking workbook that comes back. */
export interface TrackingSending {
  /** As the plan names it. */
  readonly body: string;
  /** Day of receipt, the name of the inbox's folder. */
  readonly day: string;
  readonly reports: readonly TaskReport[];
}

/** Tỉnh đoàn Hà Trung sends none. */
export const TRACKING: readonly TrackingSending[] = [
  {
    body: "Ban Tổ chức Tỉnh uỷ",
    day: "2026-05-20",
    reports: [
      {
        task: "II/1",
        status: "done",
        completedOn: "2026-02-25",
        result: "Hội nghị trực tiếp đến các đảng uỷ trực thuộc",
      },
      { task: "II/6", status: "underWay", note: "Đã xong đề cương tài liệu" },
      { task: "II/7", status: "notDue" },
    ],
  },
  {
    body: "Đảng uỷ Các khu công nghiệp tỉnh",
    day: "2026-05-22",
    reports: [
      { task: "II/2", status: "done", completedOn: "2026-03-27", result: "Danh sách kèm theo Báo cáo số 31-BC/ĐU" },
      { task: "II/3", status: "underWay", note: "Chưa bố trí được giảng viên ngoài giờ làm việc" },
    ],
  },
  {
    body: "Liên đoàn Lao động tỉnh",
    day: "2026-05-23",
    reports: [
      { task: "II/4", status: "ongoing", result: "Giới thiệu hằng tháng, theo số liệu tại biểu" },
      { task: "II/7", status: "notDue" },
    ],
  },
];

/**
 * A tracking workbook as its body fills it.
 *
 * @param blank as it was given out
 * @param tasks all tasks of the plan
 */
export function filledTracking(
  blank: Uint8Array,
  tasks: readonly Task[],
  { body, reports }: TrackingSending,
): Uint8Array {
  const own = tasks.filter((task) => partsOfBody(task, body).length > 0);
  const cells = new Map<string, Typed>();
  for (const { task, status, completedOn, result, note } of reports) {
    const row = HEAD_ROW + 1 + own.findIndex(({ id }) => id === task);
    const typed = {
      status: STATUS_NAMES[status],
      completedOn: completedOn === undefined ? undefined : sayDay(completedOn),
      result,
      note,
    };
    for (const [field, words] of Object.entries(typed) as [keyof typeof typed, string | undefined][])
      if (words !== undefined) cells.set(addressOf(row, trackingColumn(field)), words);
  }
  return fillWorkbook(blank, new Map([[TRACKING_SHEET, cells]]));
}
