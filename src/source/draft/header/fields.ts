import { reportDraft } from "../../../findings/messages/draft.js";
import type { Document } from "../../../model/document.js";
import type { SigningDate } from "../../../model/head.js";
import type { FindingSink } from "../text/journal.js";
import type { PlaceBook } from "../text/position.js";
import { readAddressees } from "./addressees.js";
import { readSigningDate } from "./date.js";
import type { HeaderEntry } from "./entry.js";
import type { LegalBasisReader } from "./legal-bases.js";
import type { HeaderParts } from "./parts.js";
import { readPresentation } from "./presentation.js";
import { readRecipients } from "./recipients.js";
import { readConfirmation, readSignatures } from "./signatures.js";
import { readAllLines, readChoice, readLine, readText, readTexts } from "./values.js";

/** What the readers of the fields work with. */
export interface FieldContext {
  readonly journal: FindingSink;
  readonly places: PlaceBook;
  readonly readBases: LegalBasisReader;
}

/** A key of the header: how it may be written, which field of the document it makes, and how its value is read. */
export interface HeaderField {
  readonly key: string;
  readonly aliases: readonly string[];
  readonly field: keyof Document;
  /** Reads the value into the parts. */
  readonly store: (parts: HeaderParts, entry: HeaderEntry, context: FieldContext) => void;
}

function declare<P extends keyof HeaderParts>(
  key: string,
  part: P,
  field: keyof Document,
  read: (entry: HeaderEntry, context: FieldContext) => HeaderParts[P],
  aliases: readonly string[] = [],
): HeaderField {
  return {
    key,
    aliases,
    field,
    store: (parts, entry, context) => {
      const value = read(entry, context);
      if (value !== undefined) parts[part] = value;
    },
  };
}

const text = (entry: HeaderEntry, { journal }: FieldContext): string | undefined => readText(entry, journal);
const line = (entry: HeaderEntry, { journal }: FieldContext) => readLine(entry, journal);
const lines = (entry: HeaderEntry, { journal }: FieldContext): string[] | undefined => readTexts(entry, journal);

/** All keys of the header, in the order in which a draft is written. */
export const HEADER_FIELDS: readonly HeaderField[] = [
  declare("hệ thống", "family", "family", (entry, { journal }) =>
    readChoice(entry, journal, { Đảng: "party", "Nhà nước": "state" } as const),
  ),
  declare("chuẩn", "norm", "norm", (entry, { journal }) =>
    readChoice(entry, journal, { hd05: "hd05", hd36: "hd36", nd30: "nd30" } as const),
  ),
  declare("thể loại", "type", "type", line, ["loại", "loại văn bản", "thể loại văn bản"]),
  declare("cơ quan cấp trên", "superior", "issuer", lines),
  declare("cơ quan ban hành", "issuer", "issuer", lines),
  declare("số", "sequence", "number", line),
  declare("ký hiệu", "symbol", "number", line, ["kí hiệu"]),
  declare("địa danh", "place", "place", text),
  declare("ngày", "date", "date", readDate, ["ngày ký", "ngày kí"]),
  declare("trích yếu", "subject", "subject", lines, ["trích yếu nội dung"]),
  declare("tác giả", "author", "author", text),
  declare("kính gửi", "addressees", "addressees", (entry, { journal }) => readAddressees(entry, journal, "Kính gửi")),
  declare("kính trình", "addressees", "addressees", (entry, { journal }) =>
    readAddressees(entry, journal, "Kính trình"),
  ),
  declare("thẩm quyền ban hành", "issuingAuthority", "issuingAuthority", lines),
  declare("căn cứ", "legalBases", "legalBases", (entry, { readBases }) => readBases(entry)),
  declare("nơi nhận", "recipients", "recipients", (entry, { journal, places }) =>
    readRecipients(entry, journal, places),
  ),
  declare("ký", "signatures", "signatures", (entry, { journal, places }) => readSignatures(entry, journal, places), [
    "kí",
    "chữ ký",
  ]),
  declare("ảnh chữ ký", "images", "signatures", (entry, { journal }) => readAllLines(entry, journal), ["ảnh chữ kí"]),
  declare("xác nhận chữ ký", "confirmation", "confirmation", (entry, { journal }) => readConfirmation(entry, journal), [
    "xác nhận chữ kí",
  ]),
  declare("độ khẩn", "urgency", "urgency", text, ["mức độ khẩn"]),
  declare("độ mật", "secrecy", "secrecy", text, ["mức độ mật"]),
  declare("lưu hành", "circulation", "circulation", text),
  declare("phổ biến", "publicity", "publicity", text),
  declare("dự thảo", "draftMark", "draftMark", readDraftMark),
  declare("người soạn thảo", "drafter", "drafter", text),
  declare("liên hệ", "contact", "contact", lines),
  declare("trình bày", "presentation", "presentation", (entry, { journal }) => readPresentation(entry, journal)),
];

function readDate(entry: HeaderEntry, { journal }: FieldContext): SigningDate | undefined {
  const value = readText(entry, journal);
  if (value === undefined) return undefined;
  const reading = readSigningDate(value);
  if (reading.kind === "date") return reading.date;
  journal.add(
    reading.kind === "impossible"
      ? reportDraft("draft/date-impossible", { value }, entry.at)
      : reportDraft("draft/date-form", { value, suggestion: reading.suggestion }, entry.at),
  );
  return undefined;
}

/** "Dự thảo" as typed, or the words for a mere number. */
function readDraftMark(entry: HeaderEntry, { journal }: FieldContext): string | undefined {
  const value = readText(entry, journal);
  if (value === undefined || /^dự thảo(?: lần (?:thứ )?\S+)?$/iu.test(value)) return value;
  const times = /^(?:lần )?(\d{1,2})$/u.exec(value)?.[1];
  if (times !== undefined) return `Dự thảo lần ${Number(times)}`;
  journal.add(reportDraft("draft/draft-mark", { value }, entry.at));
  return undefined;
}
