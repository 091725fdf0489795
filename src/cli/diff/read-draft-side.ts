/** A draft as a version: laid out as `render` would, so that its pages are known. Loaded for drafts only. */
import { dirname } from "node:path";
import type { Page } from "../../layout/page.js";
import { paginate } from "../../layout/paginate/index.js";
import { style } from "../../layout/style/index.js";
import type { StyledDocument } from "../../layout/styled.js";
import { chooseNorm } from "../../norms/choose.js";
import { creationTime, loadImages } from "../../render.js";
import type { PaintableVersion } from "../../review/pictures/paintable.js";
import { flowOfStyled } from "../../review/versions/read-styled.js";
import type { Environment } from "../environment.js";
import { workspaceFinder } from "../office.js";
import type { Outcome } from "../outcome.js";
import { attachmentReader, readDraft } from "../read-draft.js";
import { normFor, withDefaults } from "../render-draft.js";
import type { Side } from "./read-side.js";

export type DraftSide = Pick<Side, "flow" | "paintable" | "docx">;

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
  const reading = await openPdf(pdf);
  return typeof reading === "string" ? undefined : { pdf, content: reading.content };
}

async function readDraftSide(
  path: string,
  workspaceOf: ReturnType<typeof workspaceFinder>,
  environment: Environment,
): Promise<Outcome<DraftSide>> {
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

/** Reads drafts, each workspace once. @returns takes an absolute path */
export function draftReader(environment: Environment): (path: string) => Promise<Outcome<DraftSide>> {
  const workspaceOf = workspaceFinder(environment);
  return (path) => readDraftSide(path, workspaceOf, environment);
}
