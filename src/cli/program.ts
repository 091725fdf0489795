import { Command, CommanderError } from "commander";
import { packageVersion } from "../assets.js";
import { type Call, type CommandDeclaration, type Report, refusal } from "./command.js";
import { COMMANDS } from "./commands.js";
import type { Environment } from "./environment.js";
import { HELP, HELP_OPTION, translateOptions, usageFinding, VERSION_OPTION } from "./language.js";

type Called = { readonly declaration: CommandDeclaration; readonly call: Call };

function examplesOf({ examples, appendix }: CommandDeclaration): string {
  const lines = examples.flatMap(([call, does]) => [`  ${call}`, `      ${does}`]);
  return ["", "Ví dụ:", ...lines, ...(appendix === undefined ? [] : ["", appendix])].join("\n");
}

function addCommand(program: Command, declaration: CommandDeclaration, onCall: (called: Called) => void): void {
  const command = program
    .command(declaration.name)
    .alias(declaration.alias)
    .summary(declaration.summary)
    .description(declaration.description)
    .usage([declaration.argument?.term, "[tuỳ chọn]"].filter(Boolean).join(" "))
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .addHelpText("after", examplesOf(declaration));
  if (declaration.argument !== undefined) command.argument(declaration.argument.term, declaration.argument.description);
  for (const { flags, description } of declaration.options) command.option(flags, description);
  command.action(() => onCall({ declaration, call: { args: command.args, options: command.opts() } }));
}

/** The program as commander knows it. Help and version go to stdout, errors come back as exceptions. */
function declareProgram(environment: Environment, onCall: (called: Called) => void): Command {
  const program = new Command("vanthu")
    .description("Văn thư: lập văn bản đúng thể thức của Đảng và Nhà nước từ bản thảo.")
    .usage("<lệnh> [tuỳ chọn]")
    .version(packageVersion(), VERSION_OPTION.flags, VERSION_OPTION.description)
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .helpCommand("help [lệnh]", "xem cách dùng một lệnh")
    .configureHelp(HELP)
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      outputError: () => {},
    })
    .showSuggestionAfterError(false)
    .exitOverride();
  for (const declaration of COMMANDS) addCommand(program, declaration, onCall);
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
    const command = words.find((word) => !word.startsWith("-")) ?? "";
    if (ANSWERED.has(error.code)) return { command, json: false, report: DONE };
    // without any word commander prints the help to stderr
    if (error.code === "commander.help")
      return { command, json: false, report: { ...DONE, exit: words.length === 0 ? 2 : 0 } };
    return { command, json, report: refusal([usageFinding(error, command)], 2) };
  }
  if (called === undefined) return { command: "", json, report: DONE };
  const handle = await called.declaration.load();
  return { command: called.declaration.name, json, report: await handle(called.call, environment) };
}
