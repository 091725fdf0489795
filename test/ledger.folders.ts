/** Ledgers in folders of their own, and everything that stands in one. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { type Ledger, type LedgerOptions, openLedger } from "../src/cycle/ledger/index.js";
import { TABLE_NAMES } from "../src/cycle/ledger/schema.js";

export const NOW = new Date("2026-05-21T01:15:00Z");

export const OPTIONS: LedgerOptions = {
  now: () => NOW,
  host: "may-van-thu",
  pid: process.pid,
  mounts: async () => "",
  patience: 300,
};

const folders: string[] = [];

/** A new empty workspace; `removeFolders` takes it away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "so-lieu-"));
  folders.push(folder);
  return folder;
}

/** After each test. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Opens a ledger that must open. */
export async function opened(folder: string, changes: Partial<LedgerOptions> = {}): Promise<Ledger> {
  const { ledger, findings } = await openLedger(folder, { ...OPTIONS, ...changes });
  if (ledger === undefined) throw new Error(JSON.stringify(findings));
  return ledger;
}

/** The database itself, behind the ledger's back. */
export function database(folder: string): InstanceType<typeof Database> {
  return new Database(join(folder, "so-lieu", "so-theo-doi.db"));
}

function filesUnder(folder: string, prefix = ""): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path, `${prefix}${name}/`);
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    return [`${prefix}${name}${name.startsWith(hash) ? "" : " (other content)"}`];
  });
}

/** Every row of every table, and every kept file. */
export function contents(folder: string): { tables: Record<string, unknown[]>; files: readonly string[] } {
  const open = database(folder);
  try {
    const tables = TABLE_NAMES.map((table) => [table, open.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]);
    return { tables: Object.fromEntries(tables), files: filesUnder(join(folder, "so-lieu", "tep")) };
  } finally {
    open.close();
  }
}
