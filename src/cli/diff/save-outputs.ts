/** What a comparison writes: the page, the redline. */
import { dirname, resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportVersion } from "../../findings/messages/review.js";
import type { ComparedPair } from "../../review/page/page.js";
import type { Redline } from "../../review/redline/redline.js";
import { type Call, optionValue } from "../command.js";
import { saveFile } from "../cycle/save-file.js";
import type { Environment } from "../environment.js";
import { type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import type { Side } from "./read-side.js";

/** Files that the call wants, absolute. */
export interface WishedOutputs {
  readonly page?: string;
  readonly redline?: string;
}

/** What each output is, by the ends of its name. */
const NAMED = {
  page: { option: "-o", ends: /\.html?$/iu, end: ".html" },
  redline: { option: "--redline", ends: /\.docx$/iu, end: ".docx" },
} as const;

/** Outputs whose names promise something else than they hold, or that lie where a version lies. */
function checkNames(
  { page, redline }: WishedOutputs,
  versions: readonly string[],
  { cwd }: Environment,
): readonly Finding[] {
  // names that differ only in case are one file on Windows and macOS
  const plain = (path: string): string => path.normalize("NFC").toLowerCase();
  const taken = new Set(versions.map(plain));
  return Object.entries({ page, redline }).flatMap(([kind, path]) => {
    if (path === undefined) return [];
    const { option, ends, end } = kind === "page" ? NAMED.page : NAMED.redline;
    const file = shownPath(path, cwd);
    if (taken.has(plain(path))) return [reportVersion("review/over-version", { option }, { file })];
    return ends.test(path) ? [] : [reportVersion("review/extension", { option, end }, { file })];
  });
}

/**
 * Reads the wishes, and finds what stands in their way: said before the work and not after it.
 *
 * @param versions what is compared, absolute: never written over, forced or not
 */
export async function readWishes(
  call: Call,
  versions: readonly string[],
  environment: Environment,
): Promise<{ readonly wishes: WishedOutputs; readonly obstacles: readonly Finding[] }> {
  const place = (option: string): string | undefined => {
    const given = optionValue(call, option);
    return given === undefined ? undefined : resolve(environment.cwd, given);
  };
  const [page, redline] = [place("out"), place("redline")];
  const planned = [page, redline].flatMap((path) => (path === undefined ? [] : [{ path, draft: path }]));
  const wishes = { ...(page === undefined ? {} : { page }), ...(redline === undefined ? {} : { redline }) };
  const misnamed = checkNames(wishes, versions, environment);
  return {
    wishes,
    obstacles: misnamed.length > 0 ? misnamed : await checkOutputs(planned, call.options.force === true, environment),
  };
}

async function redlineOf(old: Side, neu: Side): Promise<Outcome<Redline>> {
  if (old.docx === undefined || neu.docx === undefined)
    return { ok: false, findings: [reportVersion("review/redline-kinds", {})] };
  const { makeRedline } = await import("../../review/redline/redline.js");
  const made = makeRedline(await old.docx(), await neu.docx());
  return typeof made === "string"
    ? { ok: false, findings: [reportVersion("review/docx", { fault: made }, { file: neu.shown })] }
    : { ok: true, value: made };
}

/** Whether a file holds what a version holds: it is one, under a link or as a copy. */
async function isVersion(path: string, versions: readonly Side[], { files }: Environment): Promise<boolean> {
  const there = await files.read(path).catch(() => undefined);
  return there !== undefined && versions.some(({ bytes }) => Buffer.compare(bytes, there) === 0);
}

/** A file that was written, as it is shown. */
export interface SavedFile {
  readonly file: string;
  /** Folder that was made for it. */
  readonly folder?: string;
}

/** Says what was written: a folder that nobody made before is no surprise then. */
export const saySaved = ({ file, folder }: SavedFile): string =>
  `Đã ghi ${file}${folder === undefined ? "" : ` (lập thư mục mới ${folder})`}.`;

/** Saves a file. */
export async function saveComparison(
  path: string,
  contents: string | Uint8Array,
  force: boolean,
  environment: Environment,
): Promise<Outcome<SavedFile>> {
  const folder = dirname(path);
  const isNew = (await environment.files.kind(folder).catch(() => undefined)) === undefined;
  const saved = await saveFile(path, contents, force, environment);
  if (!saved.ok) return saved;
  return {
    ok: true,
    value: { file: saved.value, ...(isNew ? { folder: shownPath(folder, environment.cwd) } : {}) },
  };
}

/** What was written, and what it does not hold. */
export interface SavedOutputs {
  readonly files: readonly SavedFile[];
  readonly findings: readonly Finding[];
}

/** Saves what is wished. */
export async function saveOutputs(
  wishes: WishedOutputs,
  [old, neu]: readonly [Side, Side],
  compared: ComparedPair,
  call: Call,
  environment: Environment,
): Promise<Outcome<SavedOutputs>> {
  const force = call.options.force === true;
  const saved: SavedFile[] = [];
  // made before anything is written: a wish that cannot be met leaves nothing behind
  const redline = wishes.redline === undefined ? undefined : await redlineOf(old, neu);
  if (redline?.ok === false) return redline;
  if (wishes.redline !== undefined && (await isVersion(wishes.redline, [old, neu], environment))) {
    const place = { file: shownPath(wishes.redline, environment.cwd) };
    return { ok: false, findings: [reportVersion("review/over-version", { option: "--redline" }, place)] };
  }
  if (wishes.page !== undefined) {
    const { comparisonPage } = await import("../../review/page/page.js");
    const page = await saveComparison(wishes.page, comparisonPage([compared]), force, environment);
    if (!page.ok) return page;
    saved.push(page.value);
  }
  if (wishes.redline !== undefined && redline !== undefined) {
    const file = await saveComparison(wishes.redline, redline.value.file, force, environment);
    if (!file.ok) return file;
    saved.push(file.value);
  }
  const untracked = redline?.value.untracked ?? [];
  const findings = untracked.length === 0 ? [] : [reportVersion("review/redline-heads", { texts: untracked })];
  return { ok: true, value: { files: saved, findings } };
}
