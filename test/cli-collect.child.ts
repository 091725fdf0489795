/** `vanthu cycle …` in a process of its own on a fixed day, telling on stdout how far it has come. Bundled as the program is. */
import { hostname } from "node:os";
import { nodeFiles } from "../src/cli/node-files.js";
import { run } from "../src/cli/run.js";

/** Noon in Vietnam. */
const NOW = new Date("2026-05-26T05:00:00Z");

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  runner: { host: hostname(), pid: process.pid, user: "can-bo" },
  stdout: process.stdout,
  // the line of progress counts the steps, for whoever wants to end the process at one
  stderr: process.stderr,
  isTTY: process.env.TELL_PROGRESS === "1",
  env: { NO_COLOR: "1" },
  files: nodeFiles,
  now: () => NOW,
});
