/** Words of the status, once for the terminal, the page and the workbook. */
import { sayDay } from "../../periods/index.js";
import { sayPaperDate } from "../paper-words.js";
import { duesOf, rate, type StandingKind, type Status, type StatusCounts, type StatusRow } from "./status.js";

export const STANDING_WORDS: Readonly<Record<StandingKind, string>> = {
  waiting: "chưa gửi",
  missing: "chưa gửi, quá hạn",
  unreadable: "tệp không đọc được",
  counted: "đã nhận",
  explain: "chờ giải trình",
  correct: "phải sửa",
};

/** One column of the table of units. */
export interface StatusColumn {
  readonly head: string;
  readonly text: (row: StatusRow, index: number) => string;
  /** Figures stand right or in the middle, what is short on one line. */
  readonly look: "figure" | "short" | "text";
  /** It says what the row is about. */
  readonly names?: true;
}

const receivedText = ({ received }: StatusRow): string => {
  if (received === undefined) return "";
  return received.byFile ? `${sayDay(received.day)} (theo tệp)` : sayDay(received.day);
};

const lateText = ({ daysLate, standing }: StatusRow): string => {
  if (daysLate > 0) return `chậm ${daysLate} ngày`;
  return standing === "waiting" || standing === "unreadable" ? "" : "đúng hạn";
};

/** `12-BC/ĐU, 22/5/2026`. */
const paperText = ({ paper, paperDate, unnumbered }: StatusRow): string => {
  const date = paperDate === undefined ? "" : sayPaperDate(paperDate);
  return [paper ?? (unnumbered ? "chưa vào số" : ""), date].filter((part) => part !== "").join(", ");
};

const hasSent = ({ standing }: StatusRow): boolean =>
  standing !== "waiting" && standing !== "missing" && standing !== "unreadable";

const remarks = (row: StatusRow): string =>
  [
    row.extended ? `gia hạn đến ${sayDay(row.lastDay)}` : "",
    row.errors > 0 ? `${row.errors} chỗ phải sửa` : "",
    row.toExplain > 0 ? `${row.toExplain} chỗ cần giải trình` : "",
    row.superseded ? "đang tính lần gửi trước" : "",
    row.unreadable === undefined ? "" : `tệp nhận ngày ${sayDay(row.unreadable)} không đọc được, đề nghị gửi lại`,
    hasSent(row) && !row.signed ? "chưa có bản ký" : "",
    row.locked ? "đã khoá" : "",
  ]
    .filter((text) => text !== "")
    .join("; ");

export const STATUS_COLUMNS: readonly StatusColumn[] = [
  { head: "TT", text: (_, index) => String(index + 1), look: "figure" },
  { head: "Đơn vị", text: ({ name }) => name, look: "text", names: true },
  { head: "Tình trạng", text: ({ standing }) => STANDING_WORDS[standing], look: "short" },
  { head: "Ngày nhận", text: receivedText, look: "text" },
  { head: "Thời hạn", text: lateText, look: "short" },
  { head: "Lần gửi", text: ({ revisions }) => (revisions === 0 ? "" : String(revisions)), look: "figure" },
  { head: "Số văn bản", text: paperText, look: "short" },
  { head: "Ghi chú", text: remarks, look: "text" },
];

/** The columns of the table of areas. */
export const COUNT_COLUMNS: readonly { readonly head: string; readonly text: (counts: StatusCounts) => string }[] = [
  { head: "Phải gửi", text: ({ asked }) => String(asked) },
  { head: "Đã gửi", text: ({ sent }) => String(sent) },
  { head: "Tỷ lệ gửi", text: ({ sent, asked }) => rate(sent, asked) },
  { head: "Đúng hạn", text: ({ onTime }) => String(onTime) },
  { head: "Tỷ lệ đúng hạn", text: ({ onTime, asked }) => rate(onTime, asked) },
  { head: "Đã vào tổng hợp", text: ({ counted }) => String(counted) },
  { head: "Chờ giải trình", text: ({ explain }) => String(explain) },
  { head: "Phải sửa", text: ({ correct }) => String(correct) },
  { head: "Chưa gửi", text: ({ missing }) => String(missing) },
  { head: "Chưa có bản ký", text: ({ unsigned }) => String(unsigned) },
];

/** Files that cannot be read and are nobody's as far as is known; a unit may wait for an answer to one. */
export const unreadableLine = ({ unreadable }: Status): readonly string[] =>
  unreadable.length === 0 ? [] : [`Tệp không đọc được, chưa rõ của đơn vị nào: ${unreadable.join(", ")}.`];

/** `Năm 2026 (trước ngày 25/12/2026): 22/24 đơn vị đã gửi (91,67%), 20 đúng hạn; …` */
export function statusLine({ period, whole, rows }: Status): string {
  const parts = [
    `${whole.sent}/${whole.asked} đơn vị đã gửi (${rate(whole.sent, whole.asked)})`,
    `${whole.onTime} đúng hạn`,
    `${whole.counted} đã vào tổng hợp`,
    `${whole.correct} phải sửa`,
    `${whole.explain} chờ giải trình`,
    `${whole.missing} chưa gửi${whole.unreadable === 0 ? "" : ` (${whole.unreadable} có tệp không đọc được)`}`,
  ];
  const name = period.name.charAt(0).toLocaleUpperCase("vi") + period.name.slice(1);
  return `${name} (${duesOf(rows, period).join("; ")}): ${parts.join("; ")}.`;
}
