import { z } from "zod";
import { SigningDate } from "./head.js";
import { Line, Text } from "./text.js";

/** How a mention names a document: with date and issuer or subject, with type and number only, or by the number alone. */
export const MentionForm = z.enum(["full", "short", "numberOnly"]);
export type MentionForm = z.infer<typeof MentionForm>;

/** A part of the cited document: "điểm a", "khoản 3", "Điều 4", "Phụ lục II". */
export const CitedLevel = z.object({ unit: Line, value: Line });
export type CitedLevel = z.infer<typeof CitedLevel>;

/** One mention of a document in a text, as printed and as read. */
export const Mention = z.object({
  printed: Text,
  form: MentionForm,
  date: SigningDate.optional(),
  issuer: Line.optional(),
  subject: Text.optional(),
  /** Parts of the document that are meant, the outermost first. */
  level: z.array(CitedLevel).optional(),
  /** Whether a comma stands before "ngày"; absent where no day is told. */
  comma: z.boolean().optional(),
  /** It stands in the title of another document that is cited. */
  nested: z.literal(true).optional(),
});
export type Mention = z.infer<typeof Mention>;

/** A document that another one cites; what is known of it is gathered from all mentions, the first that says it. */
export const Citation = z.object({
  /** Name of its type, "Chỉ thị"; of a mention by number alone the type that the code stands for, if one does. */
  type: Line.optional(),
  number: z.number().int().positive().optional(),
  /** What follows the number, without blanks: `CT/TW`, `2014/NĐ-CP`. */
  code: Line.optional(),
  /** What stands for a number: "Thực hiện dân chủ ở cơ sở" of a law, "Trung ương 4 khoá XII" of a resolution. */
  name: Line.optional(),
  date: SigningDate.optional(),
  issuer: Line.optional(),
  subject: Text.optional(),
  /** The short form that the text defines for it. */
  shortForm: Line.optional(),
  /** `low` where only the wording tells it, without number and code. */
  confidence: z.enum(["high", "low"]),
  /** It is the document itself that is cited, as kèm-theo lines do. */
  self: z.literal(true).optional(),
  mentions: z.array(Mention).min(1),
});
export type Citation = z.infer<typeof Citation>;
