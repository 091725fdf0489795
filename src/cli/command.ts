import type { Finding } from "../findings/finding.js";
import type { Environment } from "./environment.js";

/**
 * 0 done, 1 content refused, 2 the work could not begin (usage, unreadable, unwritable). `diff` says by it what changed:
 * 0 nothing, 1 looks only, 2 wording, 3 figures; its work could not begin at 4.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** What a command answers. */
export interface Report {
  readonly exit: ExitCode;
  readonly findings: readonly Finding[];
  /** Lines for the reader, to stdout. */
  readonly lines: readonly string[];
  /** The same for a program, printed by `--json`. */
  readonly result: { readonly [key: string]: unknown };
}

/** A call, its words already split. An option without a value is `true`. */
export interface Call {
  readonly args: readonly string[];
  readonly options: { readonly [name: string]: string | true | undefined };
}

export type Handler = (call: Call, environment: Environment) => Promise<Report>;

/** An option: `flags` as commander reads them, and its Vietnamese names. */
export interface OptionDeclaration {
  readonly flags: string;
  readonly aliases: readonly `--${string}`[];
  readonly description: string;
}

/** How a command is called and explained. */
interface CommandWords {
  readonly name: string;
  readonly alias: string;
  readonly summary: string;
  readonly description: string;
  /** What follows the options in the help: examples and, where it helps, a file to copy. */
  readonly examples: readonly (readonly [call: string, does: string])[];
  readonly appendix?: string;
}

/** A command, and where its work is found. */
export interface CommandDeclaration extends CommandWords {
  readonly argument?: { readonly term: string; readonly description: string };
  readonly options: readonly OptionDeclaration[];
  /** Exit code of a call that could not begin, where it is not 2. */
  readonly usageExit?: ExitCode;
  /** Loads the command's own module, so that no command waits for the libraries of another. */
  readonly load: () => Promise<Handler>;
}

/** A command that only leads to others: `vanthu cycle open`. */
export interface CommandGroup extends CommandWords {
  readonly commands: readonly CommandDeclaration[];
}

export const isGroup = (command: CommandDeclaration | CommandGroup): command is CommandGroup => "commands" in command;

/** A report that something stands in the way. */
export function refusal(findings: readonly Finding[], exit: ExitCode): Report {
  return { exit, findings, lines: [], result: {} };
}

/** The value of an option that takes one. */
export function optionValue(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The gravest of several exit codes; 0 of none. */
export function worstExit(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce((worst, code) => (code > worst ? code : worst), 0);
}
