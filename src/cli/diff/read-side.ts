import { dirname, extname } from "node:path";
import { reportCall } from "../../findings/messages/cli.js";
import { reportVersion } from "../../findings/messages/review.js";
import type { Page } from "../../layout/page.js";
import { paginate } from "../../layout/paginate/index.js";
import { style } from "../../layout/style/index.js";
import type { StyledDocument } from "../../layout/styled.js";
import { chooseNorm } from "../../norms/choose.js";
import { creationTime, loadImages } from "../../render.js";
import type { Flow } from "../../review/flow/flow.js";
import type { PaintableVersion } from "../../review/pictures/paintable.js";
import { flowOfStyled } from "../../review/versions/read-styled.js";
import { formatOf, readVersion, type VersionFormat } from "../../review/versions/read-version.js";
import type { Environment } from "../environment.js";
import type { workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { attachmentReader, readDraft } from "../read-draft.js";
import { normFor, withDefaults } from "../render-draft.js";

/** Nothing larger is even read. */
const LARGEST_MEGABYTES = 256;
const MEGABYTE = 1024 * 1024;

/** The line that opens a draft's head, and where it is looked for. */
const DRAFT_HEAD = /^\ufeff?\s*---\s*$/mu;
const HEAD_BYTES = 256;

/** A version and the bytes that it was read from. */
export interface Side {
  readonly path: string;
  readonly shown: string;
  readonly format: VersionFormat;
  readonly bytes: Uint8Array;
  readonly flow: Flow;
  /** Pages of a PDF without a letter, counted from 1. */
  readonly textlessPages?: readonly number[];
  /** Makes what its pages are painted from: of a PDF, and of a draft, which becomes one. */
  readonly paintable?: () => Promise<PaintableVersion | undefined>;
  /** Makes its Word file: what it is, or what a draft becomes. */
  readonly docx?: () => Promise<Uint8Array>;
}

type ReadDraft = Pick<Side, "flow" | "paintable" | "docx">;

/** The flow of a draft: laid out as `render` would, so that its pages are known. */
async function readDraftSide(
  path: string,
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<Outcome<ReadDraft>> {
  const workspace = await workspaceOf(dirname(path));
  if (!workspace.ok) return workspace;
  const draft = await readDraft(path, environment);
  if (!draft.ok) return draft;
  const { document, findings } = draft.value.reading;
  if (document === undefined) return { ok: false, findings };
  const whole = withDefaults(document, workspace.value);
  const named = normFor({ norm: undefined }, document, workspace.value);
  const norm = chooseNorm({ family: whole.family, date: whole.date, norm: named ?? whole.norm });
  const { images } = await loadImages(whole, attachmentReader(path, environment));
  const styled = style(whole, norm, images);
  const pages = paginate(styled);
  return {
    ok: true,
    value: {
      flow: flowOfStyled(styled, pages, "draft"),
      paintable: () => paintable(styled, pages),
      docx: async () => {
        const { writeDocx } = await import("../../writers/docx/index.js");
        return writeDocx(styled, { created: creationTime(whole), title: styled.title, model: whole });
      },
    },
  };
}

/** Time of a PDF that is only looked at. */
const NO_TIME = new Date(0);

/** A draft's pages as the PDF that `render` would make. */
async function paintable(styled: StyledDocument, pages: readonly Page[]): Promise<PaintableVersion | undefined> {
  const [{ writePdf }, { openPdf }, { readFonts }] = await Promise.all([
    import("../../writers/pdf/index.js"),
    import("../../review/pdf/open-pdf.js"),
    import("../../assets.js"),
  ]);
  const pdf = await writePdf(pages, styled, { created: NO_TIME, fonts: readFonts() });
  const content = await openPdf(pdf);
  return typeof content === "string" ? undefined : { pdf, content };
}

/**
 * Reads one version.
 *
 * @param path absolute
 */
export async function readSide(
  path: string,
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<Outcome<Side>> {
  const { files, cwd } = environment;
  const shown = shownPath(path, cwd);
  const size = await attempt(shown, "read", () => files.size(path));
  if (!size.ok) return size;
  const megabytes = Math.ceil(size.value / MEGABYTE);
  if (megabytes > LARGEST_MEGABYTES)
    return { ok: false, findings: [reportCall("cli/too-large", { path: shown, megabytes })] };
  const read = await attempt(shown, "read", () => files.read(path));
  if (!read.ok) return read;
  const bytes = read.value;
  const format = formatOf(bytes);
  if (format === "text") {
    const ending = extname(path).toLowerCase();
    // a draft under another name begins as drafts do; anything else is no draft that lacks its head
    if (ending !== ".md" && !DRAFT_HEAD.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))))
      return { ok: false, findings: [reportVersion("review/text", { ending }, { file: shown })] };
    const flow = await readDraftSide(path, workspaceOf, environment);
    return flow.ok ? { ok: true, value: { path, shown, format, bytes, ...flow.value } } : flow;
  }
  const reading = await readVersion(bytes, format, shown);
  if (!reading.ok) return reading;
  const { flow, content } = reading;
  const side: Side = { path, shown, format, bytes, flow };
  if (format === "docx") return { ok: true, value: { ...side, docx: async () => bytes } };
  if (content === undefined) return { ok: true, value: side };
  const textlessPages = content.pages.flatMap(({ runs }, index) => (runs.length === 0 ? [index + 1] : []));
  return { ok: true, value: { ...side, textlessPages, paintable: async () => ({ pdf: bytes, content }) } };
}
