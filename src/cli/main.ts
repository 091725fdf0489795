#!/usr/bin/env node
import { hostname, userInfo } from "node:os";
import type { Environment } from "./environment.js";
import { nodeFiles } from "./node-files.js";
import { answerUnexpected, run } from "./run.js";
import { keepMemorySmall } from "./small-memory.js";

/** Some containers run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? process.env.USERNAME ?? "";
  }
}

const environment: Environment = {
  cwd: process.cwd(),
  runner: { host: hostname(), pid: process.pid, user: userName() },
  stdout: process.stdout,
  stderr: process.stderr,
  isTTY: Boolean(process.stdout.isTTY && process.stderr.isTTY),
  env: process.env,
  files: nodeFiles,
  now: () => new Date(),
  keepMemorySmall,
};

// a reader that goes away (`vanthu … | head`) is no fault
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
process.on("uncaughtException", (error) => process.exit(answerUnexpected(error, environment)));

process.exitCode = await run(process.argv.slice(2), environment);
