/** Huyền, sắc, ngã, hỏi, nặng as combining marks. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Folds a text for comparing: without case, with one blank between words, and with the tone mark of each syllable
 * behind its letters, so that "Uỷ" and "ủy" are equal but "ban" and "bán" are not. The result is not for display.
 *
 * @param text any text, NFC or not
 */
export function foldTone(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, (syllable) => {
      const tones = syllable.match(TONES)?.join("") ?? "";
      return syllable.replace(TONES, "") + tones;
    })
    .replace(/\s+/gu, " ")
    .trim();
}
