import { extname } from "node:path";
import { reportVersion } from "../../findings/messages/review.js";
import type { Flow } from "../../review/flow/flow.js";
import type { PaintableVersion } from "../../review/pictures/paintable.js";
import { formatOf, readVersion, type VersionFormat } from "../../review/versions/read-version.js";
import type { Environment } from "../environment.js";
import { type Outcome, shownPath } from "../outcome.js";
import { readBytes } from "../read-bytes.js";

/** Nothing larger is even read. */
const LARGEST_MEGABYTES = 256;

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

/** Reads one version. @param path absolute */
export type ReadSide = (path: string) => Promise<Outcome<Side>>;

/** Reads versions; what drafts need is loaded with the first of them. */
export function sideReader(environment: Environment): ReadSide {
  const loadDrafts = async () => (await import("./read-draft-side.js")).draftReader(environment);
  let drafts: ReturnType<typeof loadDrafts> | undefined;
  return async (path) => {
    const shown = shownPath(path, environment.cwd);
    const read = await readBytes(path, environment, LARGEST_MEGABYTES);
    if (!read.ok) return read;
    const bytes = read.value;
    const format = formatOf(bytes);
    if (format === "text") {
      const ending = extname(path).toLowerCase();
      // a draft under another name begins as drafts do; anything else is no draft that lacks its head
      if (ending !== ".md" && !DRAFT_HEAD.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))))
        return { ok: false, findings: [reportVersion("review/text", { ending }, { file: shown })] };
      drafts ??= loadDrafts();
      const draft = await (await drafts)(path);
      return draft.ok ? { ok: true, value: { path, shown, format, bytes, ...draft.value } } : draft;
    }
    const reading = await readVersion(bytes, format, shown);
    if (!reading.ok) return reading;
    const { flow, content } = reading;
    const side: Side = { path, shown, format, bytes, flow };
    if (format === "docx") return { ok: true, value: { ...side, docx: async () => bytes } };
    if (content === undefined) return { ok: true, value: side };
    const textlessPages = content.pages.flatMap(({ runs }, index) => (runs.length === 0 ? [index + 1] : []));
    return { ok: true, value: { ...side, textlessPages, paintable: async () => ({ pdf: bytes, content }) } };
  };
}
