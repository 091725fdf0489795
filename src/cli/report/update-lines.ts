/** What `vanthu report --update` says: what was put right, and which sentences somebody has to accept. */
import type { BroughtUp, Pending } from "../../report/bound/index.js";

const wordings = ({ before, after }: Pending): readonly string[] => [
  `    cũ:  ${before === "" ? "(chưa có)" : before}`,
  `    mới: ${after === "" ? "(bỏ câu này)" : after}`,
];

/** Most cells of tables that are listed one by one. */
const CELLS = 12;

function cellLines({ cells }: BroughtUp): readonly string[] {
  if (cells.length === 0) return [];
  const left = cells.length - CELLS;
  return [
    `Đã cập nhật ${cells.length} ô trong các bảng:`,
    ...cells
      .slice(0, CELLS)
      .map(
        ({ row, printed, now, edited }) =>
          `  ${row === "" ? "bảng" : row}: ${printed} → ${now}${edited ? " (đã bị sửa tay)" : ""}`,
      ),
    ...(left > 0 ? [`  … và ${left} ô khác`] : []),
  ];
}

/** Lines for the reader. @param draft as the user sees it */
export function updateLines(update: BroughtUp, draft: string): readonly string[] {
  const { refreshed, cells, followed, waiting, accepted, findings } = update;
  const changed = refreshed.length + cells.length + followed + accepted.length;
  if (changed + waiting.length + findings.length === 0) return [`${draft}: mọi số liệu, câu chữ đều khớp sổ theo dõi.`];
  const others = followed - (cells.length > 0 ? 1 : 0);
  return [
    ...(refreshed.length === 0 ? [] : [`Đã cập nhật ${refreshed.length} số liệu trong ${draft}:`]),
    ...refreshed.map(({ line, printed, now, binding }) => `  dòng ${line}: ${printed} → ${now} (${binding})`),
    ...cellLines(update),
    ...(others > 0 ? [`Phụ lục và chỗ chờ viết đã theo số liệu nay (${others} chỗ).`] : []),
    ...accepted.flatMap((pending) => [
      `Đã nhận câu ${pending.byHand ? "đã sửa tay" : "mới"} ở dòng ${pending.line}:`,
      ...wordings(pending),
    ]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} câu không còn đúng, giữ nguyên cho đến khi được nhận:`]),
    ...waiting.flatMap((pending) => [
      `  ${pending.number}) dòng ${pending.line}${pending.byHand ? ", đã sửa tay: xem lại, sửa nếu cần, rồi nhận" : ""}:`,
      ...wordings(pending),
    ]),
    ...(waiting.length === 0
      ? []
      : [`Nhận từng câu: vanthu report --update ${draft} --accept 1,2; nhận hết: --accept all.`]),
    ...(changed === 0 ? [] : [`Lập lại văn bản: vanthu render ${draft} --force.`]),
  ];
}
