/** What is measured of vanthu; bundled as the product is, by bundle.ts. */
import type { Face } from "../src/layout/page.js";
import { paginate } from "../src/layout/paginate/index.js";
import { style } from "../src/layout/style/index.js";
import type { Document } from "../src/model/document.js";
import { chooseNorm } from "../src/norms/choose.js";
import { render } from "../src/render.js";
import { writeDocx } from "../src/writers/docx/index.js";
import { writeDraft } from "../src/writers/draft/index.js";
import { writePdf } from "../src/writers/pdf/index.js";
import { planOfPages } from "./plan.js";

const CREATED = new Date(Date.UTC(2026, 8, 15, 5));

/** Font files of the PDF. */
export type Fonts = Readonly<Record<Face, Uint8Array>>;

const styled = (document: Document) => style(document, chooseNorm(document));

/** From the model to the bytes of a DOCX that carries the model. */
export async function toDocx(document: Document): Promise<Uint8Array> {
  const layout = styled(document);
  return writeDocx(layout, { created: CREATED, title: layout.title, model: document });
}

/** From the model to the bytes of a tagged PDF/A-2b. */
export async function toPdf(document: Document, fonts: Fonts): Promise<Uint8Array> {
  const layout = styled(document);
  return writePdf(paginate(layout), layout, { created: CREATED, fonts });
}

/** The whole of the library's `render`: preflight, pages and checks of pages before the file. */
export async function toFile(document: Document, format: "docx" | "pdf", fonts: Fonts): Promise<Uint8Array> {
  const { files, findings } = await render({ document }, { formats: [format], fonts });
  const [file] = files;
  if (file === undefined) throw new Error(`the plan was refused: ${findings.map(({ found }) => found).join("; ")}`);
  return file.bytes;
}

/** Pages that a document takes. */
export const countPages = (document: Document): number => paginate(styled(document)).length;

/** The plan of so many pages. */
export const plan = (pages: number): Document => planOfPages(pages, countPages);

/** The plan of so many pages as a draft, for the command line. */
export const draft = (pages: number): string => writeDraft(plan(pages));
