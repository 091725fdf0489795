/** Records returns in a process of its own, and kills itself at a given file operation. */
import { type LedgerFiles, nodeLedgerFiles, openLedger } from "../src/cycle/ledger/index.js";
import { NOW } from "./ledger.folders.js";
import { FORM_SET, figures, HALF, sampleReturn } from "./ledger.sample.js";

/** What the process is to do. */
export interface ChildTask {
  readonly folder: string;
  readonly returns: number;
  readonly batch: boolean;
  /** Number of the file operation, from 1, before or in the middle of which it kills itself. */
  readonly killAt?: number;
  readonly patience?: number;
  /** Milliseconds to keep the ledger after the work. */
  readonly hold?: number;
  readonly onOpened?: () => void;
}

const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("unreachable");
};

/** The real file system, until the operation at which the process dies; a write dies half done. */
function mortalFiles(killAt: number): LedgerFiles {
  let operations = 0;
  const count = (): boolean => {
    operations += 1;
    return operations === killAt;
  };
  const before =
    <A extends readonly unknown[], R>(operation: (...parameters: A) => Promise<R>) =>
    async (...parameters: A): Promise<R> => {
      if (count()) die();
      return operation(...parameters);
    };
  return {
    ...nodeLedgerFiles,
    createFolder: before(nodeLedgerFiles.createFolder),
    rename: before(nodeLedgerFiles.rename),
    syncFolder: before(nodeLedgerFiles.syncFolder),
    size: before(nodeLedgerFiles.size),
    remove: before(nodeLedgerFiles.remove),
    writeNew: async (path, bytes) => {
      if (count()) {
        await nodeLedgerFiles.writeNew(path, bytes.subarray(0, bytes.length / 2));
        die();
      }
      await nodeLedgerFiles.writeNew(path, bytes);
    },
  };
}

/** Opens the period and records returns of as many units, every tenth of them twice. */
export async function recordAll(task: ChildTask): Promise<readonly string[]> {
  const { ledger, findings } = await openLedger(task.folder, {
    now: () => NOW,
    host: "may-van-thu",
    pid: process.pid,
    mounts: async () => "",
    patience: task.patience ?? 300,
    ...(task.killAt === undefined ? {} : { files: mortalFiles(task.killAt) }),
  });
  if (ledger === undefined) return findings.map(({ id, found }) => `${id}: ${found}`);
  task.onOpened?.();
  await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "Lê Thu Hà" });
  const record = async (unit: number, version: string, seed: number): Promise<void> => {
    const changes = { values: figures(40, seed), paper: { signed: unit % 2 === 0 } };
    const outcome = await ledger.recordRevision(sampleReturn(`u${unit}`, version, changes));
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.findings));
  };
  const all = async (): Promise<void> => {
    for (let unit = 0; unit < task.returns; unit += 1) {
      await record(unit, "lần 1", unit);
      if (unit % 10 === 0) await record(unit, "lần 2", unit + 1000);
    }
  };
  if (task.batch) await ledger.batch(all);
  else await all();
  if (task.hold !== undefined) await new Promise((resume) => setTimeout(resume, task.hold));
  await ledger.close();
  return findings.map(({ id }) => id);
}

if (process.argv[1]?.endsWith("ledger.child.ts")) {
  const task = JSON.parse(process.argv[2] ?? "") as ChildTask;
  const findings = await recordAll({ ...task, onOpened: () => process.stdout.write("opened\n") });
  process.stdout.write(`${JSON.stringify(findings)}\n`);
}
