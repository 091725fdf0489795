import { createHash } from "node:crypto";

/** The hash by which content is known again, 64 hexadecimal digits. */
export const sha256Of = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");
