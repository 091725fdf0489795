/** The answer to a tracking workbook: a message to paste and, where something is open, the workbook with marked cells. */

import type { TaskStatus } from "../../model/task-report.js";
import { sayDay } from "../../periods/day.js";
import { fileSlug } from "../../plan/outputs/bodies.js";
import { ALL_BODIES, STATUS_NAMES } from "../../plan/outputs/tracking-layout.js";
import { markWorkbook } from "../../workbook/mark/index.js";
import { placeOfFinding } from "../answers/review-slip.js";
import type { CollectedTracking } from "./take-in.js";

export interface TrackingAnswer {
  /** Folders below that of the answers. */
  readonly folder: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const planSlug = ({ number, title }: { readonly number?: string; readonly title: string }): string =>
  fileSlug(number ?? title);

/** "2 hoàn thành, 1 quá hạn". */
export const sayCounts = (counts: CollectedTracking["counts"]): string =>
  (Object.keys(STATUS_NAMES) as TaskStatus[])
    .flatMap((status) =>
      counts[status] === 0 ? [] : [`${counts[status]} ${STATUS_NAMES[status].toLocaleLowerCase("vi")}`],
    )
    .join(", ");

/**
 * Answers a tracking workbook: what was taken in, and what is to be corrected.
 *
 * @param bytes the workbook as received
 * @param issue the body's workbook of this plan: 1 for the first that it sent
 */
export function trackingAnswer(one: CollectedTracking, bytes: Uint8Array, issue: number): TrackingAnswer | undefined {
  const { plan, body = ALL_BODIES, received, counts, findings, file } = one;
  if (plan === undefined) return undefined;
  const open = findings.filter(({ weight }) => weight !== "note");
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const name = plan.number === undefined ? plan.title : `${plan.title} số ${plan.number}`;
  const lines = [
    `Đã nhận tệp “${file.replace(/^.*[\\/›]\s*/u, "")}” của ${body} ngày ${sayDay(received.day)}, theo dõi nhiệm vụ ${name}: ${count} nhiệm vụ được ghi nhận${count === 0 ? "" : ` (${sayCounts(counts)})`}.`,
    ...(open.length === 0 ? [] : ["Đề nghị xem lại và gửi lại tệp, giữ nguyên các dòng đã đúng:"]),
    ...open.map((finding, at) => {
      const place = finding.cell === undefined ? "" : `${placeOfFinding(finding)}: `;
      return `${at + 1}. ${place}${finding.found} ${finding.remedy}`;
    }),
  ];
  const marks = open.flatMap(({ cell, found, remedy }) =>
    cell === undefined ? [] : [{ sheet: cell.sheet, address: cell.address, text: `${found}\n${remedy}` }],
  );
  const marked = marks.length === 0 ? undefined : markWorkbook(bytes, marks);
  const nameOf = (stem: string, suffix: string): string => `${stem}${issue === 1 ? "" : `-lan-${issue}`}.${suffix}`;
  return {
    folder: ["nhiem-vu", planSlug(plan), fileSlug(body)],
    files: [
      // Notepad on old machines shows Vietnamese only with the mark of UTF-8, and lines only with both characters
      { name: nameOf("loi-nhan", "txt"), bytes: new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`) },
      ...(marked === undefined ? [] : [{ name: nameOf("danh-dau", "xlsx"), bytes: marked }]),
    ],
  };
}
