import { z } from "zod";
import { Line, Lines } from "./text.js";

/** One entry under Nơi nhận, as printed, without its leading dash; further lines follow below the text. */
export const Recipient = z.object({ kind: z.literal("recipient"), lines: Lines.min(1) });
export type Recipient = z.infer<typeof Recipient>;

/** Entries joined by a brace, with the words beside it: `} để b/c`. */
export const RecipientGroup = z.object({
  kind: z.literal("group"),
  recipients: z.array(Recipient).min(2),
  label: Line,
});
export type RecipientGroup = z.infer<typeof RecipientGroup>;

export const RecipientEntry = z.discriminatedUnion("kind", [Recipient, RecipientGroup]);
export type RecipientEntry = z.infer<typeof RecipientEntry>;

/**
 * One signature: the lines above it as printed (authority, position, "kiêm"), the signer's name,
 * and perhaps an image of the signature (path relative to the draft).
 */
export const Signature = z.object({ lines: Lines, name: Line.optional(), image: z.string().optional() });
export type Signature = z.infer<typeof Signature>;

/** "Xác nhận chữ ký của đồng chí …", set left below the signature, and the signature that confirms. */
export const SignatureConfirmation = z.object({ statement: Lines.min(1), signature: Signature });
export type SignatureConfirmation = z.infer<typeof SignatureConfirmation>;
