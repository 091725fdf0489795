/** Corrects drafts, shows each change, and writes only where the call says so. */
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import { type Change, fixDraft } from "../../rules/fix/fix-draft.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import type { CheckedFile } from "./check-file.js";
import type { CheckWishes } from "./wishes.js";

interface FixedFile {
  readonly file: CheckedFile;
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Where a corrected draft goes: its own place with --force, a file or a folder with -o; nowhere otherwise. */
function targetOf({ path }: CheckedFile, { out, force }: CheckWishes, cwd: string): string | undefined {
  if (out === undefined) return force ? path : undefined;
  const named = resolve(cwd, out);
  return extname(named).toLowerCase() === ".md" ? named : join(named, basename(path));
}

function shownChanges({ file, changes }: FixedFile): readonly string[] {
  return changes.flatMap(({ line, before, after, rules }) => [
    `${file.shown}:${line} (${rules.join(", ")})`,
    `  - ${before.trim()}`,
    `  + ${after.trim()}`,
  ]);
}

/**
 * Corrects what is mechanical in the files.
 *
 * @returns lines that show each change, and say what was written
 */
export async function fixFiles(
  files: readonly CheckedFile[],
  wishes: CheckWishes,
  environment: Environment,
): Promise<Outcome<readonly string[]>> {
  const { cwd } = environment;
  const texts = files.filter(({ path }) => extname(path).toLowerCase() === ".txt");
  const obstacles: Finding[] = texts.map(({ shown }) => reportCheck("check/fix-text", { path: shown }));
  const single = wishes.out !== undefined && extname(wishes.out).toLowerCase() === ".md";
  if (single && files.length > 1) obstacles.push(reportCheck("check/fix-several", {}));
  if (obstacles.length > 0) return { ok: false, findings: obstacles };
  const fixed: readonly FixedFile[] = files.map((file) => ({ file, ...fixDraft(file.source.normalize("NFC")) }));
  // with -o the corrected draft is asked for even when nothing had to be changed
  const written = fixed.flatMap(({ file, text, changes }) => {
    const target = targetOf(file, wishes, cwd);
    if (target === undefined || (changes.length === 0 && target === file.path)) return [];
    return [{ path: target, bytes: new TextEncoder().encode(text), draft: file.path }];
  });
  const blocked = await checkOutputs(written, wishes.force, environment);
  if (blocked.length > 0) return { ok: false, findings: blocked };
  if (written.length > 0) {
    const outcome = await attempt(shownPath(written[0]?.path ?? cwd, cwd), "write", async () => {
      for (const folder of new Set(written.map(({ path }) => dirname(path))))
        await environment.files.createFolder(folder);
      await environment.files.writeAll(written, wishes.force ? "replace" : "create");
    });
    if (!outcome.ok) return outcome;
  }
  const count = fixed.reduce((sum, { changes }) => sum + changes.length, 0);
  return {
    ok: true,
    value: [
      ...fixed.flatMap(shownChanges),
      ...(count === 0 ? ["Không có chỗ nào sửa được bằng máy."] : [`Sửa được ${count} dòng.`]),
      ...(written.length === 0 && count > 0
        ? ["Chưa ghi gì: thêm --force để ghi vào bản thảo, hoặc -o để ghi ra chỗ khác."]
        : []),
      ...written.map(({ path }) => `Đã ghi ${shownPath(path, cwd)}`),
    ],
  };
}
