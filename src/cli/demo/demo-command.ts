import { basename, dirname, join, resolve } from "node:path";
import { assetPath, readFonts } from "../../assets.js";
import type { Finding } from "../../findings/finding.js";
import { reportCall } from "../../findings/messages/cli.js";
import type { Document } from "../../model/document.js";
import { typeBySlug } from "../../norms/types.js";
import { numberText } from "../../register/allot.js";
import { symbolOf } from "../../register/series.js";
import { type ExitCode, type Handler, optionValue, refusal } from "../command.js";
import { collectDrafts } from "../drafts.js";
import type { Environment, OutputFile } from "../environment.js";
import { workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { progress } from "../print.js";
import { type RenderedDraft, renderDraft } from "../render-draft.js";
import { findSampleWorkspace, showCycle } from "./cycle/show-cycle.js";
import { type DemoEntry, demoPage, GENERATOR } from "./page.js";
import { loadPainter, type PagePicture } from "./pictures.js";
import { type PlanFiles, planFiles } from "./plan-files.js";

const SAMPLES = "fixtures";
const INDEX = "index.html";
const PICTURES = "pictures";
const FORMATS = ["docx", "pdf"] as const;

/** The sample drafts: those of the named folder, of the working folder, or of the program itself. */
async function findSamples(named: string | undefined, environment: Environment): Promise<readonly string[]> {
  if (named !== undefined) return [named];
  const here = resolve(environment.cwd, SAMPLES);
  return [(await environment.files.kind(here)) === "folder" ? here : assetPath(SAMPLES)];
}

/** The demo writes over what an earlier demo has written, and over nothing else. */
async function checkTarget(folder: string, { files, cwd }: Environment): Promise<readonly Finding[]> {
  const shown = shownPath(folder, cwd);
  const index = join(folder, INDEX);
  const free = await attempt(shown, "read", async () => {
    if ((await files.kind(folder)) !== "folder" || (await files.list(folder)).length === 0) return true;
    if ((await files.kind(index)) !== "file") return false;
    return new TextDecoder().decode(await files.read(index)).includes(GENERATOR);
  });
  if (!free.ok) return free.findings;
  return free.value ? [] : [reportCall("cli/foreign-folder", { path: shown })];
}

function titleOf({ type, family, subject }: Document, name: string): string {
  const words = [typeBySlug(type, family)?.name, subject?.join(" ")].filter(Boolean);
  return words.length === 0 ? name : words.join(" ");
}

function detailsOf(document: Document, pages: number): string {
  const symbol = symbolOf(document);
  const sequence = document.number?.sequence;
  const number =
    symbol === undefined
      ? undefined
      : sequence === undefined
        ? `chờ cấp số (${symbol})`
        : `Số ${numberText({ sequence, symbol })}`;
  return [number, document.issuer?.name.join(" "), `${pages} trang`].filter(Boolean).join(" · ");
}

function entryOf(
  draft: string,
  rendered: RenderedDraft,
  pictures: readonly PagePicture[],
  plan: PlanFiles | undefined,
): DemoEntry {
  const name = basename(draft).replace(/\.md$/iu, "");
  const { document, rendering, findings } = rendered;
  const title = document === undefined ? name : titleOf(document, name);
  const link = (extension: string, text: string) => ({ href: encodeURIComponent(`${name}.${extension}`), text });
  return {
    id: encodeURIComponent(name),
    title,
    details: [
      document === undefined ? "bản thảo bị trả lại" : detailsOf(document, rendering?.pages ?? 0),
      ...(plan === undefined ? [] : [plan.details]),
    ].join(" · "),
    links: [
      ...(rendering === undefined ? [] : [link("docx", "DOCX"), link("pdf", "PDF")]),
      link("md", "Bản thảo"),
      ...(plan?.files ?? []).map((file) => ({ href: encodeURIComponent(file.name), text: file.text })),
    ],
    pictures: pictures.map(({ width, height }, index) => ({
      href: `${PICTURES}/${encodeURIComponent(pictureName(name, index))}`,
      width,
      height,
      alt: `${title}, trang ${index + 1}`,
    })),
    findings: findings.filter(({ severity }) => severity !== "note").map(({ found }) => found),
  };
}

const pictureName = (name: string, index: number): string => `${name}-${index + 1}.png`;

function outputsOf(
  draft: string,
  source: Uint8Array,
  { rendering }: RenderedDraft,
  pictures: readonly PagePicture[],
  folder: string,
): readonly OutputFile[] {
  const name = basename(draft).replace(/\.md$/iu, "");
  return [
    { path: join(folder, `${name}.md`), bytes: source },
    ...(rendering?.files ?? []).map(({ format, bytes }) => ({ path: join(folder, `${name}.${format}`), bytes })),
    ...pictures.map(({ bytes }, index) => ({ path: join(folder, PICTURES, pictureName(name, index)), bytes })),
  ];
}

/** Files that drafts draw on: they go along, so that the drafts of the demo can be rendered where they are. */
const COMPANIONS = /\.(?:csv|xlsx|png)$/iu;

async function companionsOf(drafts: readonly string[], folder: string, { files }: Environment): Promise<OutputFile[]> {
  const outputs: OutputFile[] = [];
  for (const from of new Set(drafts.map((draft) => dirname(draft)))) {
    for (const name of (await files.list(from)).filter((file) => COMPANIONS.test(file))) {
      outputs.push({ path: join(folder, name), bytes: await files.read(join(from, name)) });
    }
  }
  return outputs;
}

async function write(
  outputs: readonly OutputFile[],
  folder: string,
  { files, cwd }: Environment,
): Promise<Outcome<void>> {
  return attempt(shownPath(folder, cwd), "write", async () => {
    await files.createFolder(join(folder, PICTURES));
    await files.writeAll(outputs, "replace");
  });
}

/** `vanthu demo`: the sample drafts as documents, and a page with a picture of every page made. */
export const demoCommand: Handler = async (call, environment) => {
  const { cwd, files } = environment;
  const samples = await findSamples(call.args[0], environment);
  const drafts = await collectDrafts(samples, environment);
  if (drafts.findings.length > 0) return refusal(drafts.findings, 2);
  const folder = resolve(cwd, optionValue(call, "out") ?? "out");
  const index = join(folder, INDEX);
  const foreign = await checkTarget(folder, environment);
  const obstacles = [
    ...(await checkOutputs([{ path: index, draft: index }], true, environment)),
    ...(call.options.force === true ? [] : foreign),
  ];
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const painter = await loadPainter();
  if (painter === undefined) return refusal([reportCall("cli/no-pictures", {})], 2);

  const fonts = readFonts();
  const workspaceOf = workspaceFinder(environment);
  const bar = progress(drafts.paths.length, call.options.json === true, environment);
  const entries: DemoEntry[] = [];
  const findings: Finding[] = [];
  const wishes = { formats: FORMATS, asDraft: false, withSource: false };
  for (const [at, draft] of drafts.paths.entries()) {
    bar.step(at + 1, shownPath(draft, cwd));
    const rendered = await renderDraft(draft, wishes, fonts, workspaceOf, environment);
    findings.push(...rendered.findings);
    if (rendered.unreadable) continue;
    const pdf = rendered.rendering?.files.find(({ format }) => format === "pdf");
    const pictures = pdf === undefined ? [] : await painter.paint(pdf.bytes);
    const plan = await planFiles(rendered.document, basename(draft).replace(/\.md$/iu, ""));
    const outputs = [
      ...outputsOf(draft, await files.read(draft), rendered, pictures, folder),
      ...(plan?.files ?? []).map(({ name, bytes }) => ({ path: join(folder, name), bytes })),
    ];
    const written = await write(outputs, folder, environment);
    if (!written.ok) return refusal([...findings, ...written.findings], 2);
    entries.push(entryOf(draft, rendered, pictures, plan));
  }
  bar.done();
  const sample = await findSampleWorkspace(samples, environment);
  const means = { painter, fonts, workspaceOf, own: foreign.length === 0 };
  const cycle = sample === undefined ? undefined : await showCycle(sample, folder, means, environment);
  painter.close();
  if (cycle?.ok === false) return refusal([...findings, ...cycle.findings], 2);
  const page = new TextEncoder().encode(demoPage(entries, cycle?.value));
  const companions = await companionsOf(drafts.paths, folder, environment);
  const written = await write([...companions, { path: index, bytes: page }], folder, environment);
  if (!written.ok) return refusal([...findings, ...written.findings], 2);

  const pages = entries.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const made = entries.filter(({ pictures }) => pictures.length > 0).length;
  const exit: ExitCode = entries.length < drafts.paths.length ? 2 : made < entries.length ? 1 : 0;
  const shown = shownPath(folder, cwd);
  return {
    exit,
    findings,
    lines: [
      `Đã lập ${made} trên ${drafts.paths.length} văn bản mẫu (DOCX và PDF, ${pages} trang) vào ${shown}.`,
      ...(cycle === undefined
        ? []
        : [
            `Kỳ báo cáo mẫu: ${cycle.value.line}`,
            `Sau khi thu bổ sung: ${cycle.value.reconciled}`,
            cycle.value.reported,
          ]),
      `Mở ${shownPath(index, cwd)} để xem hình từng trang.`,
    ],
    result: { folder: shown, documents: made, pages },
  };
};
