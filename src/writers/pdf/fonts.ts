/** Faces of one PDF: glyph codes by character, handed out as the text is drawn. */
import type { Face } from "../../layout/page.js";
import { MissingGlyphError } from "./errors.js";
import type { KitDocument, KitFont, KitParsedFont } from "./kit.js";
import { subsetTrueType } from "./truetype.js";

/** Family under which pdfmake knows the four faces. */
export const FAMILY = "vanthu";

const MISSING_GLYPH = 0;
const REPLACEMENT_CHARACTER = 0xfffd;

const STYLES: Readonly<Record<Face, { readonly bold: boolean; readonly italic: boolean }>> = {
  regular: { bold: false, italic: false },
  bold: { bold: true, italic: false },
  italic: { bold: false, italic: true },
  boldItalic: { bold: true, italic: true },
};

type KitFontClass = new (document: KitDocument, parsed: KitParsedFont, id: string) => KitFont;

interface ParsedFile {
  readonly parsed: KitParsedFont;
  readonly fontClass: KitFontClass;
}

/**
 * Parsed fonts by the bytes of their file. Parsing costs more than drawing ten pages, and a parsed font only ever
 * gains caches; everything that belongs to one document (codes, widths, subset) is in the `KitFont` made from it.
 */
const parsedFiles = new WeakMap<Uint8Array, ParsedFile>();

function parse(document: KitDocument, face: Face, file: Uint8Array): ParsedFile {
  const known = parsedFiles.get(file);
  if (known !== undefined) return known;
  const { bold, italic } = STYLES[face];
  const font = document.provideFont(FAMILY, bold, italic);
  const result = { parsed: font.font, fontClass: font.constructor as KitFontClass };
  parsedFiles.set(file, result);
  return result;
}

/**
 * Opens a font in the document. The font is made here and not by `provideFont`, so that its name, and with it every
 * byte of the file, does not depend on whether the font had been parsed before.
 */
function openFont(document: KitDocument, face: Face, file: Uint8Array, id: string): KitFont {
  const { parsed, fontClass } = parse(document, face, file);
  const font = new fontClass(document, parsed, id);
  // PDFKit gives the missing glyph its width in font units, and the text U+0000.
  font.widths[MISSING_GLYPH] = (font.widths[MISSING_GLYPH] ?? 0) * font.scale;
  font.unicode[MISSING_GLYPH] = [REPLACEMENT_CHARACTER];
  font.subset.encode = () => subsetTrueType(file, font.subset.glyphs);
  document._fontFamilies[id] = font;
  return font;
}

/** One face of one document. */
export class FaceFont {
  /** Four hexadecimal digits by code point. */
  private readonly codes = new Map<number, string>();
  private readonly taken = new Set<number>();

  constructor(
    private readonly face: Face,
    readonly kit: KitFont,
  ) {}

  /**
   * The glyph code of a character. Each character has a code of its own, even where two share one glyph (U+0020 and
   * U+00A0 do), so that reading the file gives back exactly the text that was drawn.
   *
   * @returns four hexadecimal digits
   * @throws MissingGlyphError when the face has no glyph for it
   */
  code(codePoint: number): string {
    return this.codes.get(codePoint) ?? this.addCode(codePoint);
  }

  private addCode(codePoint: number): string {
    const { font, subset, widths, unicode, scale } = this.kit;
    if (!font.hasGlyphForCodePoint(codePoint)) throw new MissingGlyphError(codePoint, this.face);
    const glyph = font.glyphForCodePoint(codePoint);
    const slot = this.taken.has(glyph.id) ? subset.glyphs.push(glyph.id) - 1 : subset.includeGlyph(glyph.id);
    this.taken.add(glyph.id);
    widths[slot] = glyph.advanceWidth * scale;
    unicode[slot] = [codePoint];
    const code = slot.toString(16).padStart(4, "0");
    this.codes.set(codePoint, code);
    return code;
  }
}

/** The faces of one document, opened at their first use. */
export class Fonts {
  private readonly opened = new Map<Face, FaceFont>();

  constructor(
    private readonly document: KitDocument,
    private readonly files: Readonly<Record<Face, Uint8Array>>,
  ) {}

  get(face: Face): FaceFont {
    let font = this.opened.get(face);
    if (font === undefined) {
      font = new FaceFont(face, openFont(this.document, face, this.files[face], `F${this.opened.size + 1}`));
      this.opened.set(face, font);
    }
    return font;
  }
}
