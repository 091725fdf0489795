import { reportCall } from "../findings/messages/cli.js";
import { type ExitCode, type Report, refusal } from "./command.js";
import type { Environment } from "./environment.js";
import { usageExitOf } from "./language.js";
import { printFindings } from "./print.js";
import { perform } from "./program.js";

/** An exception that nobody foresaw: said in plain words; the stack only for those who ask for it. */
function unexpected(error: unknown, environment: Environment, exit: ExitCode = 2): Report {
  if (environment.env.VANTHU_DEBUG === "1") {
    environment.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  return refusal([reportCall("cli/unexpected", {})], exit);
}

/**
 * Answers an exception that escaped every other catch, such as one thrown in a library's callback.
 *
 * @returns the exit code
 */
export function answerUnexpected(error: unknown, environment: Environment): ExitCode {
  const { exit, findings } = unexpected(error, environment);
  printFindings(findings, environment);
  return exit;
}

/**
 * Does one call of the program.
 *
 * @param argv the words after the program's name
 * @param environment everything outside that the call may touch
 * @returns the exit code: 0 done, 1 content refused, 2 usage, unreadable or unwritable
 */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const { command, json, report } = await perform(argv, environment).catch((error: unknown) => ({
    command: "",
    json: argv.includes("--json"),
    report: unexpected(error, environment, usageExitOf(argv)),
  }));
  if (json) {
    const { exit, findings, result } = report;
    environment.stdout.write(`${JSON.stringify({ command, exit, ...result, findings }, null, 2)}\n`);
    return report.exit;
  }
  printFindings(report.findings, environment);
  for (const line of report.lines) environment.stdout.write(`${line}\n`);
  return report.exit;
}
