/** Opening the PDF: pdfmake makes the document, with its metadata, fonts and attachment, and hands it over. */
import pdfmake from "pdfmake";
import type { Face } from "../../layout/page.js";
import type { StyledDocument } from "../../layout/styled.js";
import { FAMILY } from "./fonts.js";
import type { KitDocument } from "./kit.js";
import { describeXmp } from "./xmp.js";

/** A file that goes into the PDF as its source. */
export interface PdfSource {
  readonly name: string;
  readonly data: Uint8Array;
  readonly mimeType: string;
}

export interface PdfOptions {
  /** Font files of the four faces. Give the same arrays for every document: they are parsed once. */
  readonly fonts: Readonly<Record<Face, Uint8Array>>;
  /** Time written as the time of creation and of the last change. */
  readonly created: Date;
  /** Structure tags; on by default. */
  readonly tagged?: boolean;
  readonly subject?: string;
  readonly keywords?: string;
  /** Attached to the file, which is then PDF/A-3b; without it, PDF/A-2b. */
  readonly source?: PdfSource;
}

/** What of pdfmake's server side is used here; its published types describe the browser's. */
interface PdfMake {
  /** Where pdfmake looks for files before it asks the access policy. */
  virtualfs: { existsSync(name: string): boolean; readFileSync(name: string): Uint8Array };
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: Record<string, unknown>): { getStream(): Promise<KitDocument> };
}

const PRODUCER = "vanthu";
const isFace = (name: string, fonts: PdfOptions["fonts"]): name is Face => Object.hasOwn(fonts, name);

/** A pdfmake of our own: the module's is shared by the whole process, with its fonts and its access policies. */
function createMaker(fonts: PdfOptions["fonts"]): PdfMake {
  const PdfMakeClass = (pdfmake as unknown as { readonly constructor: new () => PdfMake }).constructor;
  const maker = new PdfMakeClass();
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy(() => false);
  maker.virtualfs = {
    existsSync: (name) => isFace(name, fonts),
    readFileSync: (name) => {
      if (!isFace(name, fonts)) throw new RangeError(`There is no file "${name}"`);
      return fonts[name];
    },
  };
  const faces = { normal: "regular", bold: "bold", italics: "italic", bolditalics: "boldItalic" } satisfies Record<
    string,
    Face
  >;
  maker.setFonts({ [FAMILY]: faces });
  return maker;
}

function attachment(source: PdfSource, created: Date): Record<string, unknown> {
  return {
    src: `data:${source.mimeType};base64,${Buffer.from(source.data).toString("base64")}`,
    name: source.name,
    type: source.mimeType,
    relationship: "Source",
    creationDate: created,
    modifiedDate: created,
  };
}

/**
 * Opens a PDF 1.7 document that stands on its first, empty page.
 *
 * @param size width and height of the first page, pt
 */
export async function openDocument(
  size: { readonly width: number; readonly height: number },
  document: StyledDocument,
  options: PdfOptions,
): Promise<KitDocument> {
  const { created, subject, keywords, source, tagged = true } = options;
  const properties = { title: document.title, subject, keywords, creator: PRODUCER, producer: PRODUCER };
  const kit = await createMaker(options.fonts)
    .createPdf({
      content: [],
      pageSize: { width: size.width, height: size.height },
      version: "1.7",
      subset: source === undefined ? "PDF/A-2b" : "PDF/A-3b",
      tagged,
      language: document.language,
      displayTitle: true,
      info: { ...properties, creationDate: created, modDate: created },
      ...(source === undefined ? {} : { files: { source: attachment(source, created) } }),
    })
    .getStream();
  kit._addInfo = () => {
    kit.appendXML(
      describeXmp({
        title: document.title,
        language: document.language,
        created,
        creator: PRODUCER,
        producer: PRODUCER,
        ...(subject === undefined ? {} : { subject }),
        ...(keywords === undefined ? {} : { keywords }),
      }),
    );
  };
  return kit;
}
