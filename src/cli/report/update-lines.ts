/** What `vanthu report --update` says: what was put right, and which sentences somebody has to accept. */
import type { DraftUpdate, Rewording } from "../../report/bound/index.js";

const wordings = ({ before, after }: Rewording): readonly string[] => [`    cũ:  ${before}`, `    mới: ${after}`];

/** Lines for the reader. @param draft as the user sees it */
export function updateLines({ refreshed, waiting, accepted, findings }: DraftUpdate, draft: string): readonly string[] {
  const nothing = refreshed.length + waiting.length + accepted.length + findings.length === 0;
  if (nothing) return [`${draft}: mọi số liệu đều khớp sổ theo dõi.`];
  return [
    ...(refreshed.length === 0 ? [] : [`Đã cập nhật ${refreshed.length} số liệu trong ${draft}:`]),
    ...refreshed.map(({ line, printed, now, binding }) => `  dòng ${line}: ${printed} → ${now} (${binding})`),
    ...accepted.flatMap((rewording) => [`Đã nhận câu mới ở dòng ${rewording.line}:`, ...wordings(rewording)]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} câu không còn đúng, giữ nguyên cho đến khi được nhận:`]),
    ...waiting.flatMap((rewording) => [
      `  dòng ${rewording.line}:`,
      ...wordings(rewording),
      `    nhận: vanthu report --update ${draft} --accept ${rewording.bindings[0] ?? "all"}`,
    ]),
    ...(refreshed.length + accepted.length === 0
      ? []
      : [`Lập lại văn bản bằng vanthu render ${draft}; phụ lục Excel chỉ đổi khi lập lại báo cáo.`]),
  ];
}
