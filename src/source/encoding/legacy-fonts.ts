/** Fonts from before Unicode, whose text is no Vietnamese until it is decoded. */
import { decodeTcvn3 } from "./tcvn3.js";
import { decodeVni } from "./vni.js";

/** A code of such fonts; `decode` is absent where no maintained table exists. */
interface LegacyCode {
  readonly name: string;
  readonly fonts: RegExp;
  readonly decode?: (text: string, font: string) => string;
}

const CODES: readonly LegacyCode[] = [
  { name: "TCVN3", fonts: /^\.Vn/iu, decode: (text, font) => decodeTcvn3(text, /H$/u.test(font.trim())) },
  { name: "VNI", fonts: /^VNI-/iu, decode: (text) => decodeVni(text) },
  { name: "VPS", fonts: /^VPS[ -]/iu },
  { name: "BK HCM", fonts: /^BK ?HCM|^VnTimes?\b/iu },
  { name: "Vietware", fonts: /^(?:VN|SVN)(?:times|arial|helv|new|book|cooper)/iu },
  { name: "VISCII", fonts: /^(?:HoangYen|PhuongThao|UHoai|VI Times)/iu },
];

/** Letters of Unicode's own Vietnamese: a text that has one is no text of a legacy code, whatever its font. */
const UNICODE_VIETNAMESE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|[\u0300-\u0323]/u;
const BEYOND_ASCII = /[\u0080-\u00FF]/u;

/** A run's text read by its font. */
export interface LegacyReading {
  readonly text: string;
  /** Name of the code; absent for a text that is what it seems. */
  readonly code?: string;
  /** The code has no table, so the text stays as it is and cannot be used. */
  readonly unreadable?: true;
}

/** Reads the text of a run in the code of its font. */
export function readLegacyText(text: string, font: string | undefined): LegacyReading {
  const code = font === undefined ? undefined : CODES.find(({ fonts }) => fonts.test(font.trim()));
  if (font === undefined || code === undefined || UNICODE_VIETNAMESE.test(text)) return { text };
  if (!BEYOND_ASCII.test(text)) {
    // fonts of capitals show small letters as capitals, also in words without marks
    const capital = code.name === "TCVN3" && /H$/u.test(font.trim());
    return { text: capital ? text.toUpperCase() : text };
  }
  if (code.decode === undefined) return { text, code: code.name, unreadable: true };
  return { text: code.decode(text, font), code: code.name };
}
