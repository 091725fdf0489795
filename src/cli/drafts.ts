import { basename, extname, isAbsolute, join, parse, relative, resolve } from "node:path";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import type { Environment } from "./environment.js";
import { expandPattern, isPattern } from "./glob.js";
import { attempt, shownPath } from "./outcome.js";

const DRAFT = /\.md$/iu;
/** What a folder says about itself is no draft. */
const README = /^readme\.md$/iu;
const FINISHED = /\.(?:docx?|pdf|rtf|odt)$/iu;
const WORD = /\.docx$/iu;
/** Documents that a call may take when they are named, but not with their folder. */
const DOCUMENT = /\.(?:docx?|pdf|rtf|odt|txt)$/iu;
/** `~$ke-hoach.docx` is what Word keeps of a file that is open. */
const HIDDEN = /^(?:\.|~\$)/u;

/**
 * Which files a call takes beside drafts: `finished` ones are taken over, or it is said why they cannot be; `checked`
 * takes the Word files of folders too.
 */
export type Taken = "drafts" | "finished" | "checked";

interface Found {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  /** What a folder holds that this call leaves there. */
  readonly notes?: readonly Finding[];
}

const found = (...paths: readonly string[]): Found => ({ paths, findings: [] });
const missing = (finding: Finding): Found => ({ paths: [], findings: [finding] });

async function draftsIn(folder: string, shown: string, taken: Taken, { files }: Environment): Promise<Found> {
  const names = await files.list(folder);
  const drafts = names.filter(
    (name) =>
      (DRAFT.test(name) || (taken === "checked" && WORD.test(name))) && !README.test(name) && !HIDDEN.test(name),
  );
  if (drafts.length === 0) return missing(reportCall("cli/no-drafts", { path: shown, checked: taken === "checked" }));
  const left = names.filter((name) => !drafts.includes(name) && DOCUMENT.test(name) && !HIDDEN.test(name));
  const notes =
    left.length === 0
      ? []
      : [reportCall("cli/left-in-folder", { path: shown, count: left.length, checked: taken === "checked" })];
  return { ...found(...drafts.map((name) => join(folder, name))), notes };
}

async function draftsOf(words: string, taken: Taken, environment: Environment): Promise<Found> {
  const { cwd, files } = environment;
  const path = resolve(cwd, words);
  const shown = shownPath(path, cwd);
  const kind = await files.kind(path);
  if (kind === "folder") return draftsIn(path, shown, taken, environment);
  if (kind !== undefined) {
    const refused = taken === "drafts" && FINISHED.test(path);
    return refused ? missing(reportCall("cli/word-file", { path: shown })) : found(path);
  }
  if (!isPattern(words)) return missing(reportCall("cli/not-found", { path: shown }));
  const root = isAbsolute(words) ? parse(words).root : cwd;
  const matches = await expandPattern(root, isAbsolute(words) ? relative(root, words) : words, files);
  const drafts = matches.filter(
    (match) =>
      extname(match) === "" ||
      DRAFT.test(match) ||
      (taken !== "drafts" && WORD.test(match) && !HIDDEN.test(basename(match))),
  );
  return drafts.length === 0 ? missing(reportCall("cli/nothing-matches", { path: words })) : found(...drafts);
}

/**
 * The drafts that a call means: files, the `.md` files of folders, and patterns of names.
 *
 * @param words as typed
 * @param taken whether Word files may be meant too
 * @returns absolute paths, each once, in the order of the call; findings about words that mean nothing; and notes on what
 *   was left in folders
 */
export async function collectDrafts(
  words: readonly string[],
  environment: Environment,
  taken: Taken = "drafts",
): Promise<Required<Found>> {
  const paths = new Set<string>();
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  for (const word of words) {
    const outcome = await attempt(word, "read", () => draftsOf(word, taken, environment));
    const taking: Found = outcome.ok ? outcome.value : { paths: [], findings: outcome.findings };
    for (const draft of taking.paths) paths.add(draft);
    findings.push(...taking.findings);
    notes.push(...(taking.notes ?? []));
  }
  return { paths: [...paths], findings, notes };
}
