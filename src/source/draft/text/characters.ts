import { reportDraft } from "../../../findings/messages/draft.js";
import type { FindingSink } from "./journal.js";
import type { SourceLine } from "./lines.js";

/** Characters that no printed line holds: controls but the tab, separators of lines and paragraphs, halves of pairs. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\p{Cs}]/gu;
/** The same in a line of a draft, where a tab is an ordinary blank. */
const UNPRINTABLE_IN_LINE = /[^\P{Cc}\t]|[\u2028\u2029\p{Cs}]/gu;

/** Signs without width that come along from Word and the web: they print nothing and hide inside words. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Bullets of the Symbol font, which no other font has. */
const SYMBOL_BULLETS = /[\uf0b7\uf0a7\uf02d]/gu;

/** Tone and shape marks of Vietnamese that found no letter to join: signs of a broken copy or a wrong encoding. */
const STRAY_MARK = /.?[\u0300-\u036F]/u;

/**
 * Text as the model holds it: NFC, and a blank for whatever cannot be printed.
 *
 * @param text any text, e.g. of a spreadsheet's cell or with character references decoded
 */
export function cleanText(text: string): string {
  return text.replace(UNPRINTABLE, " ").replace(INVISIBLE, "").replace(SYMBOL_BULLETS, "-").normalize("NFC");
}

/**
 * The lines in NFC and without control characters, with findings about what was put right and what could not be.
 *
 * @param lines lines as typed
 */
export function cleanLines(lines: readonly SourceLine[], journal: FindingSink): SourceLine[] {
  let decomposed = 0;
  let firstDecomposed: number | undefined;
  let pasted = 0;
  let firstPasted: number | undefined;
  const clean = lines.map((line) => {
    const composed = line.text.normalize("NFC");
    if (composed !== line.text) {
      decomposed += 1;
      firstDecomposed ??= line.number;
    }
    const stray = STRAY_MARK.exec(composed);
    if (stray !== null) {
      const at = { line: line.number, column: stray.index + 1 };
      journal.add(reportDraft("draft/stray-mark", { text: aroundIn(composed, stray.index) }, at));
    }
    const plain = composed.replace(INVISIBLE, "").replace(SYMBOL_BULLETS, "-");
    if (plain !== composed) {
      pasted += 1;
      firstPasted ??= line.number;
    }
    return { ...line, text: withoutControls(plain, line.number, journal) };
  });
  if (decomposed > 0) {
    journal.add(reportDraft("draft/decomposed", { count: decomposed }, { line: firstDecomposed }));
  }
  if (pasted > 0) journal.add(reportDraft("draft/pasted-signs", { count: pasted }, { line: firstPasted }));
  return clean;
}

function withoutControls(text: string, line: number, journal: FindingSink): string {
  const index = text.search(UNPRINTABLE_IN_LINE);
  if (index === -1) return text;
  const code = text.charCodeAt(index);
  journal.add(reportDraft("draft/control-character", { code }, { line, column: index + 1 }));
  return text.replace(UNPRINTABLE_IN_LINE, " ");
}

/** The word around a character. */
function aroundIn(text: string, index: number): string {
  const start = text.lastIndexOf(" ", index) + 1;
  const end = text.indexOf(" ", index);
  return text.slice(start, end === -1 ? undefined : end);
}
