import { z } from "zod";

/**
 * Text of the model: Unicode NFC, without control characters.
 * The boundary normalises once; everything after it may compare code points (TCVN 6909:2001 names no form).
 */
export const Text = z.string().overwrite((text) => text.normalize("NFC"));

/** One printed line: text without a line break. */
export const Line = Text.refine((text) => !/[\n\r\u2028\u2029]/u.test(text), { message: "one line" });

/** Several printed lines, first to last. */
export const Lines = z.array(Line);
