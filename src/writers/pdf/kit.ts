/**
 * The parts of the PDFKit document that this writer uses. pdfmake creates the document and hands it over untyped, so
 * the shape stands here; a member with an underscore is not part of PDFKit's documented API, and is kept to a minimum.
 */

/** An indirect object. Strings in `data` are names, `String` objects are text. */
export interface KitReference {
  data: Record<string, unknown>;
  end(chunk?: Uint8Array): void;
}

/** A font as fontkit has parsed it: read only, apart from its caches. */
export interface KitParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
}

/** The glyphs of a font that go into the file; a glyph's place in the list is its code in the text. */
export interface KitSubset {
  readonly glyphs: number[];
  includeGlyph(glyph: number): number;
  encode: () => Uint8Array;
}

/** A font of one document. */
export interface KitFont {
  readonly id: string;
  readonly name: string;
  readonly font: KitParsedFont;
  readonly subset: KitSubset;
  /** From font units to thousandths of the size. */
  readonly scale: number;
  /** Width by glyph code, thousandths of the size. */
  readonly widths: number[];
  /** Text by glyph code: what reading the file gives back. */
  readonly unicode: (readonly number[])[];
  ref(): KitReference;
}

export interface KitImage {
  readonly obj: KitReference | null;
  readonly colorSpace?: string;
  embed(document: KitDocument): void;
}

export interface KitPage {
  readonly height: number;
  readonly dictionary: KitReference;
  readonly fonts: Record<string, KitReference>;
  readonly xobjects: Record<string, KitReference>;
}

/** A stretch of a page's content that belongs to a structure element. */
export interface KitMarkedContent {
  readonly refs: readonly { readonly mcid: number }[];
}

export interface KitStructureOptions {
  readonly alt?: string;
  /** Left, top, right and bottom edge, pt from the top left corner of the page. */
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: string;
}

export interface KitStructureElement {
  readonly dictionary: KitReference;
  add(child: KitStructureElement | KitMarkedContent): KitStructureElement;
}

export interface KitOutlineItem {
  readonly dictionary: KitReference;
  readonly outlineData: Record<string, unknown>;
  addItem(title: string): KitOutlineItem;
}

export interface KitDocument {
  readonly page: KitPage;
  readonly outline: KitOutlineItem;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): KitDocument;
  addContent(operators: string): KitDocument;
  ref(data: Record<string, unknown>): KitReference;
  /** pdfmake's own: opens a face of a family that the document was created with. */
  provideFont(family: string, bold: boolean, italic: boolean): KitFont;
  openImage(data: Uint8Array): KitImage;
  struct(type: string, options?: KitStructureOptions): KitStructureElement;
  addStructure(element: KitStructureElement): KitDocument;
  markStructureContent(type: string): KitMarkedContent;
  markContent(type: string, options: { readonly type: string }): KitDocument;
  endMarkedContent(): KitDocument;
  getStructTreeRoot(): KitReference;
  getStructParentTree(): { limits: boolean };
  appendXML(xml: string): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): KitDocument;
  on(event: "end", listener: () => void): KitDocument;
  on(event: "error", listener: (error: Error) => void): KitDocument;
  end(): void;

  _addInfo: () => void;
  _id: Uint8Array;
  readonly _fontFamilies: Record<string, KitFont>;
}
