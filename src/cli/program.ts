import { Command, CommanderError } from "commander";
import { packageVersion } from "../assets.js";
import { type Call, type CommandDeclaration, type CommandGroup, isGroup, type Report, refusal } from "./command.js";
import { type Callable, COMMANDS } from "./commands.js";
import type { Environment } from "./environment.js";
import {
  calledPath,
  HELP,
  HELP_OPTION,
  translateOptions,
  usageExitOf,
  usageFinding,
  VERSION_OPTION,
} from "./language.js";

type Called = Callable & { readonly call: Call };

function examplesOf({ examples, appendix }: CommandDeclaration | CommandGroup): string {
  const lines = examples.flatMap(([call, does]) => [`  ${call}`, `      ${does}`]);
  return ["", "Ví dụ:", ...lines, ...(appendix === undefined ? [] : ["", appendix])].join("\n");
}

const HELP_COMMAND = ["help [lệnh]", "xem cách dùng một lệnh"] as const;

/**
 * A text without the line ends of its source, for the terminal has its own width; only behind a sentence a line ends.
 */
const flowing = (text: string): string => text.replace(/(?<![.!?:])\n/gu, " ");

/** Adds a command with its words; what it takes is added by the caller. */
function addWords(parent: Command, declared: CommandDeclaration | CommandGroup, usage: string): Command {
  return parent
    .command(declared.name)
    .alias(declared.alias)
    .summary(declared.summary)
    .description(flowing(declared.description))
    .usage(usage)
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .addHelpText("after", examplesOf(declared));
}

function addCommand(
  parent: Command,
  declaration: CommandDeclaration,
  path: string,
  onCall: (called: Called) => void,
): void {
  const usage = [declaration.argument?.term, "[tuỳ chọn]"].filter(Boolean).join(" ");
  const command = addWords(parent, declaration, usage);
  if (declaration.argument !== undefined) {
    const { term, description } = declaration.argument;
    command.argument(term, flowing(description));
  }
  for (const { flags, description } of declaration.options) command.option(flags, flowing(description));
  command.action(() => onCall({ path, declaration, call: { args: command.args, options: command.opts() } }));
}

function addGroup(program: Command, group: CommandGroup, onCall: (called: Called) => void): void {
  const parent = addWords(program, group, "<lệnh> [tuỳ chọn]").helpCommand(...HELP_COMMAND);
  for (const declaration of group.commands) {
    addCommand(parent, declaration, `${group.name} ${declaration.name}`, onCall);
  }
}

/** The program as commander knows it. Help and version go to stdout, errors come back as exceptions. */
function declareProgram(environment: Environment, onCall: (called: Called) => void): Command {
  const program = new Command("vanthu")
    .description("Văn thư: lập văn bản đúng thể thức của Đảng và Nhà nước từ bản thảo.")
    .usage("<lệnh> [tuỳ chọn]")
    .version(packageVersion(), VERSION_OPTION.flags, VERSION_OPTION.description)
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .helpCommand(...HELP_COMMAND)
    .configureHelp(HELP)
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      outputError: () => {},
    })
    .showSuggestionAfterError(false)
    .exitOverride();
  for (const command of COMMANDS) {
    if (isGroup(command)) addGroup(program, command, onCall);
    else addCommand(program, command, command.name, onCall);
  }
  return program;
}

const DONE: Report = { exit: 0, findings: [], lines: [], result: {} };

/** Codes by which commander says that it has printed the help or the version that was asked for. */
const ANSWERED = new Set(["commander.helpDisplayed", "commander.version"]);

/**
 * Reads a call and does it.
 *
 * @param argv the words after the program's name
 * @returns the report, and whether it is wanted as JSON
 */
export async function perform(
  argv: readonly string[],
  environment: Environment,
): Promise<{ readonly command: string; readonly json: boolean; readonly report: Report }> {
  const words = translateOptions(argv);
  const json = words.includes("--json");
  let called: Called | undefined;
  const program = declareProgram(environment, (call) => {
    called = call;
  });
  try {
    program.parse(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const command = calledPath(words);
    if (ANSWERED.has(error.code)) return { command, json: false, report: DONE };
    // where a command is still to be named commander prints the help to stderr, with a code other than 0
    if (error.code === "commander.help")
      return { command, json: false, report: { ...DONE, exit: error.exitCode === 0 ? 0 : 2 } };
    return { command, json, report: refusal([usageFinding(error, command)], usageExitOf(words)) };
  }
  if (called === undefined) return { command: "", json, report: DONE };
  const handle = await called.declaration.load();
  return { command: called.path, json, report: await handle(called.call, environment) };
}
