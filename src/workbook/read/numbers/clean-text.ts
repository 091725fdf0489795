/** Full-width forms lie this far above their ASCII counterparts. */
const FULL_WIDTH = 0xfee0;

/** Signs that show nothing: soft hyphen, zero-width blanks and joiners, marks of direction, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\uFEFF]/gu;

/**
 * Typed text with what the eye does not tell apart made alike: every kind of blank a plain one, full-width signs plain
 * ones, letters composed (NFC), invisible signs left out. Superscripts stay: `12²` is not 122.
 */
export function cleanTyped(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/\u2212/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}
