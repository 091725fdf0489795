/** Writes copies of Word files with a comment at each finding. */
import { basename, dirname, extname, join, resolve } from "node:path";
import { annotateWord } from "../../checking/annotate/annotate-word.js";
import type { Finding } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { ruleName, SEVERITY_WORDS } from "../print.js";
import { readBytes } from "../read-bytes.js";
import type { CheckedFile } from "./check-file.js";
import { sayBasis } from "./words.js";

/** A finding as a comment: how grave and what, what to do, on what ground. */
export function commentWords(finding: Finding): readonly string[] {
  const { severity, found, remedy, clause, basis, quote } = finding;
  const word = SEVERITY_WORDS[severity];
  const rule = ruleName(finding);
  const named = rule === undefined ? "" : ` ${rule}`;
  const told = quote === undefined || quote === "" || found.includes(quote);
  const grounds = [clause, sayBasis(basis)].filter((part) => part !== undefined && part !== "").join("; ");
  return [
    `[${word.charAt(0).toLocaleUpperCase("vi-VN")}${word.slice(1)}${named}] ${found}${told ? "" : ` “${quote}”`}`,
    `→ ${remedy}`,
    ...(grounds === "" ? [] : [grounds]),
  ];
}

/**
 * Annotates Word files.
 *
 * @param target a file, or of several a folder
 * @returns lines that say what was written
 */
export async function annotateFiles(
  files: readonly CheckedFile[],
  target: string,
  force: boolean,
  environment: Environment,
): Promise<Outcome<readonly string[]>> {
  const { cwd } = environment;
  const named = resolve(cwd, target);
  const isFile = extname(named).toLowerCase() === ".docx";
  const isWord = ({ path }: CheckedFile): boolean => extname(path).toLowerCase() === ".docx";
  const [words, others] = [files.filter(isWord), files.filter((file) => !isWord(file))];
  // in a folder drafts lie beside Word files: what can bear comments gets them
  const obstacles: Finding[] =
    words.length > 0 && !isFile ? [] : others.map(({ shown }) => reportCheck("check/annotate-draft", { path: shown }));
  if (isFile && files.length > 1) obstacles.push(reportCheck("check/annotate-several", {}));
  if (obstacles.length > 0) return { ok: false, findings: obstacles };
  const planned = words.map((file) => ({ file, path: isFile ? named : join(named, basename(file.path)) }));
  // never over the file itself, whatever was asked for
  const itself = planned.filter(({ file, path }) => file.path === path);
  if (itself.length > 0)
    return {
      ok: false,
      findings: itself.map(({ file }) => reportCheck("check/annotate-itself", { path: file.shown })),
    };
  const blocked = await checkOutputs(
    planned.map(({ file, path }) => ({ path, draft: file.path })),
    force,
    environment,
  );
  if (blocked.length > 0) return { ok: false, findings: blocked };
  const outputs: { path: string; bytes: Uint8Array }[] = [];
  for (const { file, path } of planned) {
    const bytes = await readBytes(file.path, environment);
    if (!bytes.ok) return bytes;
    outputs.push({ path, bytes: annotateWord(bytes.value, file.findings, commentWords) });
  }
  const saved = await attempt(shownPath(named, cwd), "write", async () => {
    for (const folder of new Set(outputs.map(({ path }) => dirname(path))))
      await environment.files.createFolder(folder);
    await environment.files.writeAll(outputs, force ? "replace" : "create");
  });
  if (!saved.ok) return saved;
  return {
    ok: true,
    value: [
      ...outputs.map(({ path }) => `Đã ghi ${shownPath(path, cwd)} (ghi chú ở từng chỗ).`),
      ...others.map(({ shown }) => `Không ghi chú vào ${shown}: không phải tệp Word .docx.`),
    ],
  };
}
