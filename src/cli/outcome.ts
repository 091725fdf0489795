import { isAbsolute, relative } from "node:path";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import { errorCode } from "../system-error.js";

/** A value, or the findings that stand in its way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** What was being done with a path when the operating system refused. */
export type Access = "read" | "write";

type PathFinding =
  | "cli/not-found"
  | "cli/folder-for-file"
  | "cli/file-for-folder"
  | "cli/exists"
  | "cli/unreadable"
  | "cli/unwritable"
  | "cli/busy"
  | "cli/disk-full"
  | "cli/name-too-long";

const DENIED = { read: "cli/unreadable", write: "cli/unwritable" } as const;
const both = (id: PathFinding): { readonly [A in Access]: PathFinding } => ({ read: id, write: id });

/** The finding for each code of the operating system. */
const FINDING_BY_CODE: { readonly [code: string]: { readonly [A in Access]: PathFinding } } = {
  ENOENT: both("cli/not-found"),
  EISDIR: both("cli/folder-for-file"),
  ENOTDIR: both("cli/file-for-folder"),
  EEXIST: both("cli/exists"),
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: DENIED,
  EBUSY: both("cli/busy"),
  ETXTBSY: both("cli/busy"),
  ENOSPC: both("cli/disk-full"),
  EDQUOT: both("cli/disk-full"),
  ENAMETOOLONG: both("cli/name-too-long"),
};

/** A path as the user sees it: from the working folder when it lies in it, whole otherwise. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  if (inside === "") return ".";
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}

/**
 * Words an error of the operating system.
 *
 * @param shown the path as the user sees it
 * @returns undefined for an error that is none of the operating system's
 */
export function systemFinding(error: unknown, shown: string, access: Access): Finding | undefined {
  const code = errorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/u.test(code)) return undefined;
  const known = FINDING_BY_CODE[code];
  return known === undefined
    ? reportCall("cli/system", { path: shown, code })
    : reportCall(known[access], { path: shown });
}

/**
 * Does some work with a path; an error of the operating system becomes a finding, any other goes on upward.
 *
 * @param shown the path as the user sees it
 */
export async function attempt<T>(shown: string, access: Access, work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const finding = systemFinding(error, shown, access);
    if (finding === undefined) throw error;
    return { ok: false, findings: [finding] };
  }
}
