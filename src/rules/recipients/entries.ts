/** Nơi nhận and Kính gửi entry by entry, with the marks at their ends. */
import type { RecipientEntry } from "../../model/closing.js";
import { type CheckContext, isOpen } from "../context.js";
import { sayMark, wrongMark } from "../list-marks.js";
import type { Fault } from "../rule.js";

export interface Entry {
  readonly text: string;
  readonly last: string;
  readonly entry: RecipientEntry;
}

/** The entries as printed; those of a brace are entries of their own. */
export const entriesOf = ({ document: { recipients = [] } }: CheckContext): readonly Entry[] =>
  recipients.flatMap((entry) =>
    (entry.kind === "group" ? entry.recipients : [entry]).map(({ lines }) => ({
      text: lines.join(" ").trim(),
      last: lines.at(-1) ?? "",
      entry,
    })),
  );

/** "Lưu Văn phòng Tỉnh uỷ.", "Lưu: VT." */
export const isArchive = (text: string): boolean => /^lưu(?:\s|:|$)/iu.test(text);

/** Entries of Nơi nhận and Kính gửi whose end marks are not the norm's. */
export function* wrongSeparators(context: CheckContext): Iterable<Fault> {
  const { norm, origin } = context;
  const entries = entriesOf(context);
  const field = "recipients" as const;
  // printing adds the marks of a draft; who types some of them has forgotten the others
  const typesMarks = entries.some(({ last }) => /[.,;:]$/u.test(last.trimEnd()));
  for (const [index, { text, last, entry }] of entries.entries()) {
    if (index === entries.length - 1 || isOpen(last)) continue;
    const wrong = wrongMark(last, false, norm.recipients, origin === "foreign" || typesMarks);
    if (wrong === undefined) continue;
    const added = origin === "draft" && wrong.typed === "";
    yield {
      quote: text,
      found: `Nơi nhận “${text}” ${sayMark(wrong.typed)}${added ? " ở cuối dòng" : ""}.`,
      remedy: added
        ? `Ghi thêm “${wrong.due}” cho giống các dòng khác; khi in, phần mềm tự thêm dấu này.`
        : `Kết thúc bằng “${wrong.due}”.`,
      part: entry,
      field,
      ...(added ? { less: "note" as const } : {}),
    };
  }
  const names = context.document.addressees?.names ?? [];
  for (const [index, lines] of names.entries()) {
    const text = lines.join(" ").trim();
    const isLast = index === names.length - 1;
    if (isOpen(text)) continue;
    const typed = /(?:[.,;:])$/u.exec(text)?.[0] ?? "";
    const accepted =
      names.length === 1
        ? ["", norm.addressees.only, ...norm.addressees.acceptLast]
        : isLast
          ? ["", ...norm.addressees.acceptLast]
          : ["", norm.addressees.separator];
    if (accepted.includes(typed)) continue;
    yield {
      quote: text,
      found: `Nơi gửi đến “${text}” ${sayMark(typed)}.`,
      remedy: `Kết thúc bằng “${isLast ? norm.addressees.last : norm.addressees.separator}”.`,
      field: "addressees",
    };
  }
}
