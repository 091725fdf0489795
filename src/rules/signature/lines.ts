/** The lines of a signature, ready to be judged. */
import type { Document } from "../../model/document.js";
import { foldInPlace } from "../../norms/tone.js";
import type { CheckContext } from "../context.js";
import type { Fault } from "../rule.js";

export interface SignatureLine {
  readonly text: string;
  /** Small letters, one style of tone marks. */
  readonly folded: string;
  readonly part: object;
}

/** Signatures with their lines, the one that confirms another's included. */
export function signaturesOf({ signatures = [], confirmation }: Document): readonly (readonly SignatureLine[])[] {
  return [...signatures, ...(confirmation === undefined ? [] : [confirmation.signature])].map((signature) =>
    signature.lines.map((text) => ({ text, folded: foldInPlace(text).replace(/\s+/gu, " ").trim(), part: signature })),
  );
}

/** A signature that several bodies give, or two people of a meeting. */
export const isJoint = ({ signatures = [], type }: Document): boolean => signatures.length > 1 && type !== "bien-ban";

/** A line that says "kiêm", alone or in front of a title. */
export const isConcurrent = ({ folded }: SignatureLine): boolean => /(?<!\p{L})kiêm(?!\p{L})/u.test(folded);

export const faultAt = (line: SignatureLine, found: string, remedy: string): Fault => ({
  quote: line.text,
  found,
  remedy,
  part: line.part,
  field: "signatures",
});

/** A check of each signature's lines. */
export const eachSignature = (judge: (lines: readonly SignatureLine[], context: CheckContext) => Iterable<Fault>) =>
  function* (context: CheckContext): Iterable<Fault> {
    for (const lines of signaturesOf(context.document)) yield* judge(lines, context);
  };

/** A soundly signed example, but for its lines. */
export const signed = (...lines: readonly string[]) => ({ header: { ký: `${lines.join("\n")}\n\nMai Thị Xuân Lộc` } });
/** The same of an organ of a tỉnh uỷ. */
export const signedByOrgan = (...lines: readonly string[]) => ({
  header: {
    "cơ quan cấp trên": "TỈNH UỶ HÀ TRUNG",
    "cơ quan ban hành": "BAN TỔ CHỨC",
    "ký hiệu": "KH/BTCTU",
    "địa danh": "Hà Trung",
    ký: `${lines.join("\n")}\n\nTrương Văn Nghĩa`,
  },
});
/** The same of a steering committee without a seal of its own. */
export const signedBySteering = (...lines: readonly string[]) => ({
  header: {
    "cơ quan cấp trên": "TỈNH UỶ HÀ TRUNG",
    "cơ quan ban hành": "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
    "ký hiệu": "KH/BCĐ",
    "địa danh": "Hà Trung",
    ký: `${lines.join("\n")}\n\nNguyễn Thị Bích Vân`,
  },
});
