/** Which processes of this machine are running. */
import { readFileSync } from "node:fs";
import { errorCode } from "../../system-error.js";

/** What the lock asks of the operating system. */
export interface Processes {
  /** When a process began, in the system's own terms; undefined where the system does not say. */
  readonly startOf: (pid: number) => string | undefined;
  /** @param started what `startOf` said of it: another process may have its number by now */
  readonly isRunning: (pid: number, started: string | undefined) => boolean;
}

/** Linux: this boot, and the process's start in clock ticks since then. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // the second field, a name in parentheses, may hold blanks; the start is field 22
    const start = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
    return start === undefined ? undefined : `${boot}/${start}`;
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // a process of somebody else may not be signalled, but it is there
    return errorCode(error) === "EPERM";
  }
}

/** The processes of this machine. */
export const nodeProcesses: Processes = {
  startOf,
  isRunning: (pid, started) => {
    if (!exists(pid)) return false;
    const now = startOf(pid);
    return started === undefined || now === undefined || now === started;
  },
};
