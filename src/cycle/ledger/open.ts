/** Opening a workspace's ledger. */
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { type Connection, connect } from "./connection.js";
import type { LedgerContext } from "./context.js";
import { findingOf } from "./failure.js";
import { type LedgerFiles, nodeLedgerFiles } from "./files.js";
import { type Ledger, ledgerOf } from "./ledger.js";
import { acquireLock, type Holder } from "./lock-file.js";
import { networkShare, readMounts } from "./network-share.js";
import { nodeProcesses, type Processes } from "./processes.js";
import { fileKeeper } from "./received-files.js";
import { migrate, SCHEMA_VERSION, schemaVersion } from "./schema.js";
import { turnQueue } from "./turns.js";
import { placesOf } from "./values.js";
import { groupedWrites } from "./writes.js";

/** The ledger's folder in a workspace. */
export const LEDGER_FOLDER = "so-lieu";
const DATABASE = "so-theo-doi.db";
const LOCK = "khoa.json";

/** Milliseconds to wait for another process before saying who it is. */
const PATIENCE = 5_000;
/** Milliseconds that a commit waits for readers, and a reader for a commit. */
const COMMIT_PATIENCE = 30_000;

export interface LedgerOptions {
  readonly now: () => Date;
  /** Names this machine to others. */
  readonly host: string;
  readonly pid: number;
  /** `read`: no lock is taken and every change is refused. */
  readonly access?: "write" | "read";
  readonly files?: LedgerFiles;
  readonly processes?: Processes;
  /** The text of /proc/mounts. */
  readonly mounts?: () => Promise<string>;
  /** Milliseconds. */
  readonly patience?: number;
}

/** The ledger, or why it cannot be had; findings may also come with it. */
export interface Opening {
  readonly ledger?: Ledger;
  readonly findings: readonly Finding[];
}

async function shareFindings(folder: string, options: LedgerOptions): Promise<readonly Finding[]> {
  const real = await realpath(folder).catch(() => folder);
  const kind = networkShare(real, await (options.mounts ?? readMounts)());
  return kind === undefined ? [] : [reportLedger("ledger/network-share", { kind }, { file: LEDGER_FOLDER })];
}

/** A schema that this program, or this way of opening, cannot work with. */
function schemaFinding(connection: Connection, access: "write" | "read", file: string): Finding | undefined {
  const version = schemaVersion(connection);
  if (version > SCHEMA_VERSION) return reportLedger("ledger/newer-version", {}, { file });
  if (access === "write" || version === SCHEMA_VERSION) return undefined;
  return reportLedger(version === 0 ? "ledger/not-started" : "ledger/older-version", {}, { file });
}

function assemble(connection: Connection, folder: string, file: string, options: LedgerOptions): LedgerContext {
  const files = options.files ?? nodeLedgerFiles;
  const keeper = fileKeeper(folder, files);
  const places = placesOf(connection);
  const writes = groupedWrites(connection, keeper, places.forget);
  const time = (): string => options.now().toISOString();
  return { connection, writes, keeper, places, turns: turnQueue(), files, folder, file, time };
}

async function openForReading(context: LedgerContext): Promise<Opening> {
  const { connection, file } = context;
  const finding = schemaFinding(connection, "read", file);
  if (finding !== undefined) {
    connection.close();
    return { findings: [finding] };
  }
  connection.execute(`PRAGMA busy_timeout = ${COMMIT_PATIENCE}`);
  return { ledger: ledgerOf(context, async () => connection.close()), findings: [] };
}

async function openForWriting(context: LedgerContext, options: LedgerOptions): Promise<Opening> {
  const { connection, file, folder, files, keeper } = context;
  const { host, pid, processes = nodeProcesses, patience = PATIENCE } = options;
  const started = processes.startOf(pid);
  const me: Holder = { host, pid, ...(started === undefined ? {} : { started }), at: context.time() };
  const path = join(folder, LOCK);
  const lock = await acquireLock(connection, { path, file, me, files, processes, patience });
  const { release } = lock;
  if (release === undefined) {
    connection.close();
    return { findings: lock.findings };
  }
  const close = async (): Promise<void> => {
    connection.close();
    await release();
  };
  try {
    const finding = schemaFinding(connection, "write", file);
    if (finding !== undefined) {
      await close();
      return { findings: [...lock.findings, finding] };
    }
    connection.execute(`PRAGMA busy_timeout = ${COMMIT_PATIENCE}`);
    migrate(connection);
    await keeper.prepare();
    return { ledger: ledgerOf(context, close), findings: lock.findings };
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * Opens the ledger of a workspace, which is made when there is none.
 *
 * @param workspace absolute path of the workspace's folder
 * @returns without a ledger when another process keeps it, the disk refuses, or the file is not ours
 * @throws errors that nobody foresaw
 */
export async function openLedger(workspace: string, options: LedgerOptions): Promise<Opening> {
  const files = options.files ?? nodeLedgerFiles;
  const access = options.access ?? "write";
  const folder = join(workspace, LEDGER_FOLDER);
  const database = join(folder, DATABASE);
  const file = `${LEDGER_FOLDER}/${DATABASE}`;
  try {
    if (access === "read" && (await files.size(database)) === undefined) {
      return { findings: [reportLedger("ledger/not-started", {}, { file })] };
    }
    if (access === "write") await files.createFolder(folder);
    const shares = await shareFindings(folder, options);
    const connection = await connect(database, access);
    const context = assemble(connection, folder, file, options);
    const opening = await (access === "read" ? openForReading(context) : openForWriting(context, options)).catch(
      (error: unknown) => {
        connection.close();
        throw error;
      },
    );
    return { ...opening, findings: [...shares, ...opening.findings] };
  } catch (error) {
    const finding = findingOf(error, file);
    if (finding === undefined) throw error;
    return { findings: [finding] };
  }
}
