import { z } from "zod";
import { Lines } from "./text.js";

/** Who issues: the superior's lines (regular) above the issuer's own lines (bold). */
export const Issuer = z.object({ superior: Lines.optional(), name: Lines });
export type Issuer = z.infer<typeof Issuer>;

/**
 * Số và ký hiệu. Without `sequence` the document waits for its number ("chờ cấp số").
 * Party: `Số 28-KH/BCĐ`; State: `Số: 12/KH-UBND`, and of a công văn `Số: 05/BNV-VP` (no type code; `unitCode` VP).
 */
export const DocumentNumber = z.object({
  sequence: z.number().int().positive().optional(),
  typeCode: z.string().optional(),
  bodyCode: z.string(),
  unitCode: z.string().optional(),
});
export type DocumentNumber = z.infer<typeof DocumentNumber>;

/** The day of signing. Parts that are still open are absent: the day, or the day and the month. */
export const SigningDate = z.object({
  year: z.number().int().min(1930).max(2999),
  month: z.number().int().min(1).max(12).optional(),
  day: z.number().int().min(1).max(31).optional(),
});
export type SigningDate = z.infer<typeof SigningDate>;

/** "Kính gửi" or "Kính trình" and those addressed; an addressee may take several lines. */
export const Addressees = z.object({
  phrase: z.enum(["Kính gửi", "Kính trình"]),
  names: z.array(Lines.min(1)).min(1),
});
export type Addressees = z.infer<typeof Addressees>;
