/**
 * One writer at a time, named in `khoa.json`. Whoever looks at the file, makes it or takes it over does so while holding
 * SQLite's write lock, which the kernel frees when a process dies: so two that find a dead one's file never both take it.
 */
import { z } from "zod";
import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { errorCode } from "../../system-error.js";
import type { Connection } from "./connection.js";
import { isBusy } from "./failure.js";
import type { LedgerFiles } from "./files.js";
import type { Processes } from "./processes.js";

const Holder = z.object({ host: z.string(), pid: z.number(), started: z.string().optional(), at: z.string() });

/** Who writes the ledger: machine, process with its start, and since when. */
export type Holder = z.output<typeof Holder>;

export interface LockContext {
  /** Absolute path of the lock file, and as named to the user. */
  readonly path: string;
  readonly file: string;
  readonly me: Holder;
  readonly files: LedgerFiles;
  readonly processes: Processes;
  /** Milliseconds to wait for another. */
  readonly patience: number;
}

/** The lock, or who has it. Findings tell of a lock taken over. */
export interface Lock {
  readonly release?: () => Promise<void>;
  readonly findings: readonly Finding[];
}

type Attempt =
  | { readonly kind: "mine"; readonly dead?: Holder }
  | { readonly kind: "held"; readonly holder: Holder | undefined };

/** Milliseconds between two attempts. */
const PAUSE = 50;
const HOURS_AHEAD_OF_UTC = 7;

/** `08:15 ngày 21/5/2026`, Vietnamese time. */
function timeInWords(at: string): string {
  const local = new Date(Date.parse(at) + HOURS_AHEAD_OF_UTC * 3_600_000);
  if (Number.isNaN(local.getTime())) return at;
  const [hours, minutes] = [local.getUTCHours(), local.getUTCMinutes()].map((part) => String(part).padStart(2, "0"));
  return `${hours}:${minutes} ngày ${local.getUTCDate()}/${local.getUTCMonth() + 1}/${local.getUTCFullYear()}`;
}

async function readHolder({ files, path }: LockContext): Promise<Holder | "none" | "unreadable"> {
  try {
    return Holder.parse(JSON.parse(Buffer.from(await files.read(path)).toString("utf8")));
  } catch (error) {
    return errorCode(error) === "ENOENT" ? "none" : "unreadable";
  }
}

const isMe = (holder: Holder, me: Holder): boolean =>
  holder.host === me.host && holder.pid === me.pid && holder.at === me.at;

/** Only a process of this machine can be known to be dead. */
const isDead = (holder: Holder, { me, processes }: LockContext): boolean =>
  holder.host === me.host && !processes.isRunning(holder.pid, holder.started);

async function claim(context: LockContext): Promise<Attempt> {
  const { files, path, me } = context;
  const seen = await readHolder(context);
  if (typeof seen === "object" && !isDead(seen, context)) return { kind: "held", holder: seen };
  // unreadable: its maker died between making and writing it, or it would still hold SQLite's lock
  if (seen !== "none") await files.remove(path);
  await files.writeNew(path, Buffer.from(`${JSON.stringify(me, undefined, 2)}\n`));
  return typeof seen === "object" ? { kind: "mine", dead: seen } : { kind: "mine" };
}

async function attempt(connection: Connection, context: LockContext): Promise<Attempt> {
  try {
    connection.execute("BEGIN IMMEDIATE");
  } catch (error) {
    if (!isBusy(error)) throw error;
    const holder = await readHolder(context);
    return { kind: "held", holder: typeof holder === "object" ? holder : undefined };
  }
  try {
    return await claim(context);
  } catch (error) {
    // another machine was faster: SQLite's lock does not reach it on every share
    if (errorCode(error) !== "EEXIST") throw error;
    return { kind: "held", holder: undefined };
  } finally {
    connection.execute("ROLLBACK");
  }
}

function heldFinding(holder: Holder | undefined, { file, me }: LockContext): Finding {
  if (holder === undefined) return reportLedger("ledger/busy", {}, { file });
  const params = { host: holder.host, pid: holder.pid, since: timeInWords(holder.at) };
  return reportLedger(holder.host === me.host ? "ledger/locked-here" : "ledger/locked-elsewhere", params, { file });
}

/**
 * Takes the lock: at once, after the holder has finished, or after recognising that it died.
 *
 * @returns without `release` when somebody else keeps it for longer than the patience lasts
 * @throws errors of SQLite and of the operating system
 */
export async function acquireLock(connection: Connection, context: LockContext): Promise<Lock> {
  const end = performance.now() + context.patience;
  for (;;) {
    const result = await attempt(connection, context);
    if (result.kind === "mine") {
      const { dead } = result;
      const release = async (): Promise<void> => {
        const seen = await readHolder(context);
        if (typeof seen === "object" && isMe(seen, context.me)) await context.files.remove(context.path);
      };
      const params = dead && { pid: dead.pid, since: timeInWords(dead.at) };
      return {
        release,
        findings: params === undefined ? [] : [reportLedger("ledger/taken-over", params, { file: context.file })],
      };
    }
    if (performance.now() >= end) return { findings: [heldFinding(result.holder, context)] };
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}
