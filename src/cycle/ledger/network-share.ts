/** SQLite's locks do not hold on many network shares; the user is told when the ledger lies on one. */
import { readFile } from "node:fs/promises";

/** File systems of other machines, as /proc/mounts names them; `fuse.` ones by what follows. */
const SHARES = new Set([
  "nfs",
  "nfs4",
  "cifs",
  "smb",
  "smb2",
  "smb3",
  "smbfs",
  "9p",
  "afs",
  "ncpfs",
  "davfs",
  "davfs2",
  "sshfs",
  "rclone",
  "gvfsd-fuse",
  "onedriver",
  "google-drive-ocamlfuse",
  "ceph",
  "glusterfs",
  "lustre",
  "vboxsf",
  "vmhgfs",
  "vmhgfs-fuse",
  "drvfs",
]);

/** Blanks and the like stand in /proc/mounts as octal numbers: `\040`. */
const unescapeMount = (text: string): string =>
  text.replace(/\\([0-7]{3})/gu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/**
 * The kind of network share that a path lies on.
 *
 * @param path absolute, links resolved
 * @param mounts the text of /proc/mounts; empty where there is none
 * @returns `cifs`, `nfs4`, …; undefined on a disk of this machine, or when it cannot be known
 */
export function networkShare(path: string, mounts: string): string | undefined {
  // Windows: \\may-chu\thu-muc
  if (/^[\\/]{2}[^\\/.?]/u.test(path)) return "smb";
  let nearest = { point: "", kind: "" };
  for (const line of mounts.split("\n")) {
    const [, point, kind] = line.split(" ").map(unescapeMount);
    if (point === undefined || kind === undefined) continue;
    const prefix = point.endsWith("/") ? point : `${point}/`;
    // a later mount on the same point hides the earlier one
    if (`${path}/`.startsWith(prefix) && point.length >= nearest.point.length) nearest = { point, kind };
  }
  const kind = nearest.kind.replace(/^fuse\./u, "");
  return SHARES.has(kind) ? kind : undefined;
}

/** The mounts of this machine; empty where the system does not list them (Windows, macOS). */
export async function readMounts(): Promise<string> {
  try {
    return await readFile("/proc/mounts", "utf8");
  } catch {
    return "";
  }
}
