/** One công văn đôn đốc to all late units, with the list as its annex: a draft to be numbered and signed. */
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import { duesOf, type StandingKind, type Status, type StatusRow } from "../status/status.js";
import { STANDING_WORDS } from "../status/words.js";
import { letterhead, signingDate } from "./letterhead.js";

const text = (value: string): Inlines => [{ kind: "text", text: value }];
const paragraph = (value: string) => ({ kind: "paragraph" as const, inlines: text(value) });
const cell = (value: string) => ({ paragraphs: [text(value)] });

/** Units to be reminded: nothing came and the day is past, or what came cannot be read or is to be corrected. */
export const unitsToRemind = (status: Status): readonly StatusRow[] =>
  status.rows.filter(({ standing }) => standing in ASKED);

/** What each is asked for. */
const ASKED: Readonly<Partial<Record<StandingKind, (row: StatusRow) => string>>> = {
  missing: ({ daysLate }) => `chậm ${daysLate} ngày`,
  unreadable: () => "gửi lại tệp mở được",
  correct: () => "gửi lại bản đã sửa",
};

/**
 * The reminder.
 *
 * @param until new last day
 * @returns undefined when there is nobody to remind
 */
export function reminderLetter(office: Workspace, status: Status, until: Day): Document | undefined {
  const late = unitsToRemind(status);
  if (late.length === 0) return undefined;
  const { period, today, whole } = status;
  const sender = office.author ?? "Cơ quan tổng hợp";
  const archive = office.archive ?? `Lưu ${sender}`;
  const state = office.family === "state";
  const rows = late.map((row, index) => [
    cell(String(index + 1)),
    cell(row.name),
    cell(STANDING_WORDS[row.standing]),
    cell(ASKED[row.standing]?.(row) ?? ""),
  ]);
  const dues = duesOf(late, period);
  const bodyCode = office.bodyCode ?? "[MÃ CƠ QUAN]";
  return {
    ...letterhead(office),
    type: "cong-van",
    number: state ? { bodyCode, unitCode: "TH" } : { typeCode: "CV", bodyCode },
    date: signingDate(today.slice(0, 7)),
    subject: [state ? `V/v đôn đốc gửi báo cáo ${period.name}` : `về việc đôn đốc gửi báo cáo ${period.name}`],
    addressees: { phrase: "Kính gửi", names: [["Các đơn vị có tên trong danh sách kèm theo"]] },
    body: [
      paragraph(
        `Báo cáo ${period.name} có hạn gửi ${dues.length === 1 ? dues[0] : `theo từng cấp: ${dues.join("; ")}`}. Đến ngày ${sayDay(today)}, ${sender} đã nhận được ${whole.sent}/${whole.asked} báo cáo; còn ${late.length} đơn vị chưa gửi hoặc chưa gửi lại bản đã sửa (danh sách kèm theo).`,
      ),
      paragraph(
        `Để kịp tổng hợp, ${sender} đề nghị các đơn vị có tên trong danh sách hoàn thành và gửi báo cáo về ${office.reportsTo ?? sender} chậm nhất ngày ${sayDay(until)}. Quá thời hạn trên, ${sender} tổng hợp theo số liệu hiện có và nêu tên đơn vị chưa báo cáo.`,
      ),
      paragraph(`Đề nghị các đơn vị nghiêm túc thực hiện${state ? "./." : "."}`),
    ],
    notes: [],
    recipients: [
      { kind: "recipient", lines: ["Như trên;"] },
      { kind: "recipient", lines: [`${archive.replace(/\.$/u, "")}.`] },
    ],
    ...(office.signer === undefined
      ? {}
      : {
          signatures: [
            {
              lines: [...office.signer.lines],
              ...(office.signer.name === undefined ? {} : { name: office.signer.name }),
            },
          ],
        }),
    annexes: [
      {
        label: "Phụ lục",
        title: [`DANH SÁCH ĐƠN VỊ CHƯA HOÀN THÀNH BÁO CÁO ${period.name.toLocaleUpperCase("vi-VN")}`],
        orientation: "portrait",
        blocks: [
          {
            kind: "table",
            table: {
              columns: [{ kind: "ordinal" }, { kind: "text" }, { kind: "text" }, { kind: "text" }],
              headerRows: 1,
              rows: [["TT", "Đơn vị", "Tình trạng", "Ghi chú"].map(cell), ...rows],
            },
          },
        ],
      },
    ],
  };
}
