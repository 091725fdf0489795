#!/usr/bin/env node
import { nodeFiles } from "./node-files.js";
import { run } from "./run.js";

// a reader that goes away (`vanthu … | head`) is no fault
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  isTTY: Boolean(process.stdout.isTTY && process.stderr.isTTY),
  env: process.env,
  files: nodeFiles,
  now: () => new Date(),
});
