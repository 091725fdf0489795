/** One document from model to files: norm, preflight, style, pages, writers. A pure function of what it is given. */
import type { Finding } from "./findings/finding.js";
import { reportPreflight } from "./findings/messages/preflight.js";
import type { Face } from "./layout/page.js";
import { paginate } from "./layout/paginate/index.js";
import { style } from "./layout/style/index.js";
import type { Images } from "./layout/style/signature.js";
import type { StyledImage } from "./layout/styled.js";
import type { Document, NormId } from "./model/document.js";
import { chooseNorm } from "./norms/choose.js";
import { type Places, preflight, preflightPages } from "./preflight/index.js";
import { isFilledByHand, openParts } from "./preflight/open-parts.js";
import { readPngSize } from "./source/png-size.js";

export type OutputFormat = "docx" | "pdf";

export interface RenderOptions {
  readonly formats: readonly OutputFormat[];
  /** Printed with "Dự thảo": what is open is named but does not stop it. */
  readonly asDraft?: boolean;
  /** The layout norm, over the draft's own. */
  readonly norm?: NormId;
  /** The draft itself, attached to the PDF. */
  readonly withSource?: Uint8Array;
  /** Files beside the draft; undefined where there is none. */
  readonly readAttachment?: (path: string) => Promise<Uint8Array | undefined>;
  /** Font files of the PDF. */
  readonly fonts: Readonly<Record<Face, Uint8Array>>;
}

/** What a document became; no files when a finding is an error. */
export interface Rendering {
  readonly files: readonly { readonly format: OutputFormat; readonly bytes: Uint8Array }[];
  readonly pages: number;
  readonly findings: readonly Finding[];
  /** The norm that governs it. */
  readonly norm: NormId;
}

/** Resolution that an image of a signature is taken to have, dots per inch. */
const SIGNATURE_DPI = 300;
/** Midday in Vietnam on the day of signing; files carry no other time. */
const NOON_UTC = 5;
/** Time of files whose day is not known. */
const UNDATED = Date.UTC(2000, 0, 1, NOON_UTC);

/** The one time that a document's files carry. */
export function creationTime({ date }: Document): Date {
  if (date === undefined) return new Date(UNDATED);
  return new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1, NOON_UTC));
}

/** Reads the pictures that a document names; one that is not there, or is no picture, is a finding. */
export async function loadImages(
  document: Document,
  readAttachment: RenderOptions["readAttachment"],
  places?: Places,
): Promise<{ images: Images; findings: Finding[] }> {
  const images = new Map<string, StyledImage>();
  const findings: Finding[] = [];
  for (const signature of [
    ...(document.signatures ?? []),
    ...(document.confirmation ? [document.confirmation.signature] : []),
  ]) {
    const path = signature.image;
    if (path === undefined || images.has(path)) continue;
    const place = places?.of(signature) ?? places?.field("signatures");
    const data = await readAttachment?.(path);
    const size = data === undefined ? undefined : readPngSize(data);
    if (data === undefined) findings.push(reportPreflight("preflight/missing-image", { path }, place));
    else if (size === undefined) findings.push(reportPreflight("preflight/bad-image", { path }, place));
    else {
      const scale = 72 / SIGNATURE_DPI;
      const alt = `Chữ ký ${signature.name ?? ""}`.trim();
      images.set(path, { kind: "image", data, width: size.width * scale, height: size.height * scale, alt });
    }
  }
  return { images, findings };
}

/** The visible model that travels in the DOCX: no path of this machine. */
function visibleModel(document: Document): Document {
  if (document.signatures === undefined) return document;
  return { ...document, signatures: document.signatures.map(({ image: _image, ...signature }) => signature) };
}

/**
 * Renders a document.
 *
 * @param reading the document and, where it was read from a draft, the places of its parts
 * @returns files and findings; with an error among the findings there are no files
 */
export async function render(
  reading: { readonly document: Document; readonly places?: Places },
  options: RenderOptions,
): Promise<Rendering> {
  const { asDraft = false } = options;
  const document: Document =
    asDraft && reading.document.draftMark === undefined
      ? { ...reading.document, draftMark: "Dự thảo" }
      : reading.document;
  const norm = chooseNorm({ family: document.family, date: document.date, norm: options.norm ?? document.norm });
  const { images, findings: imageFindings } = await loadImages(document, options.readAttachment, reading.places);
  const findings = [...preflight(document, norm, reading.places, asDraft), ...imageFindings];
  if (findings.some(({ severity }) => severity === "error")) return { files: [], pages: 0, findings, norm: norm.id };

  const { literals } = reading.places ?? {};
  const highlights = (text: string) => openParts(text, literals);
  const styled = style(document, norm, images, asDraft && !isFilledByHand(document) ? highlights : undefined);
  const pages = paginate(styled);
  const first = styled.sections[0];
  const textHeight = first === undefined ? 0 : first.height - first.margins.top - first.margins.bottom;
  findings.push(...preflightPages(pages, textHeight, reading.places?.field("signatures")));
  if (findings.some(({ severity }) => severity === "error")) return { files: [], pages: 0, findings, norm: norm.id };

  const created = creationTime(document);
  const write: Record<OutputFormat, () => Promise<Uint8Array>> = {
    docx: async () => {
      const { writeDocx } = await import("./writers/docx/index.js");
      return writeDocx(styled, { created, title: styled.title, model: visibleModel(document) });
    },
    pdf: async () => {
      const { writePdf } = await import("./writers/pdf/index.js");
      const source = options.withSource;
      return writePdf(pages, styled, {
        created,
        fonts: options.fonts,
        ...(source === undefined ? {} : { source: { name: "ban-thao.md", data: source, mimeType: "text/markdown" } }),
      });
    },
  };
  const files = [];
  for (const format of options.formats) files.push({ format, bytes: await write[format]() });
  return { files, pages: pages.length, findings, norm: norm.id };
}
