/** commander in Vietnamese: its help, its errors, and the Vietnamese names of options, which it does not know itself. */
import type { CommanderError, Help, HelpConfiguration, Option } from "commander";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import { nearest } from "../findings/nearest.js";
import { type ExitCode, isGroup, type OptionDeclaration } from "./command.js";
import { CALLABLE, COMMANDS } from "./commands.js";

export const HELP_OPTION: OptionDeclaration = {
  flags: "-h, --help",
  aliases: ["--tro-giup"],
  description: "xem cách dùng",
};
export const VERSION_OPTION: OptionDeclaration = {
  flags: "-V, --version",
  aliases: ["--phien-ban"],
  description: "xem số phiên bản",
};

const ALL_OPTIONS = [HELP_OPTION, VERSION_OPTION, ...CALLABLE.flatMap(({ declaration }) => declaration.options)];

/** The long English name in commander's flags: `--out` of `-o, --out <thư mục>`. */
function longName(flags: string): string {
  return /--[a-z-]+/u.exec(flags)?.[0] ?? flags;
}

const ENGLISH_NAME = new Map(
  ALL_OPTIONS.flatMap(({ flags, aliases }) => aliases.map((alias) => [alias as string, longName(flags)] as const)),
);
const VIETNAMESE_NAMES = new Map(ALL_OPTIONS.map(({ flags, aliases }) => [flags, aliases]));

/**
 * Puts the English name for every Vietnamese option name; everything after `--` stays.
 *
 * @param argv the words after the program's name
 */
export function translateOptions(argv: readonly string[]): string[] {
  const end = argv.indexOf("--");
  return argv.map((word, index) => {
    if (!word.startsWith("--") || (end !== -1 && index >= end)) return word;
    const [name = "", ...value] = word.split("=");
    const english = ENGLISH_NAME.get(name);
    return english === undefined ? word : [english, ...value].join("=");
  });
}

const TITLES: { readonly [english: string]: string } = {
  "Usage:": "Cách dùng:",
  "Arguments:": "Tham số:",
  "Options:": "Tuỳ chọn:",
  "Commands:": "Các lệnh:",
};

function optionTerm(option: Option): string {
  const vietnamese = VIETNAMESE_NAMES.get(option.flags) ?? [];
  const [, names = option.flags, value = ""] = /^([^<[]*?)(\s*[<[].*)?$/u.exec(option.flags) ?? [];
  return [names, ...vietnamese].join(", ") + value;
}

/** The help in Vietnamese; passes through `configureHelp`. */
export const HELP: HelpConfiguration = {
  helpWidth: 100,
  styleTitle: (title: string) => TITLES[title] ?? title,
  optionTerm,
  subcommandTerm: (command) => {
    const alias = command.alias();
    return alias
      ? `${command.name()}, ${alias}`
      : command.usage()
        ? `${command.name()} ${command.usage()}`
        : command.name();
  },
  subcommandDescription: (command) => command.summary() || command.description(),
  commandUsage(this: Help, command) {
    const parents: string[] = [];
    for (let parent = command.parent; parent !== null; parent = parent.parent) parents.unshift(parent.name());
    return [...parents, command.name(), command.usage()].join(" ");
  },
};

/**
 * The command that a call names, by its English names: `cycle open` of `ky-bao-cao mo 2026-6t`.
 *
 * @param words after the program's name
 * @returns as far as it can be recognised; the first word as it is when it is no command
 */
export function calledPath(words: readonly string[]): string {
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  const command = COMMANDS.find(({ name, alias }) => name === first || alias === first);
  if (command === undefined || !isGroup(command)) return command?.name ?? first;
  const inner = command.commands.find(({ name, alias }) => name === second || alias === second);
  return inner === undefined ? command.name : `${command.name} ${inner.name}`;
}

/** Exit code of a call whose work could not begin. */
export function usageExitOf(words: readonly string[]): ExitCode {
  const called = calledPath(words);
  return CALLABLE.find(({ path }) => path === called)?.declaration.usageExit ?? 2;
}

type Wording = (subject: string, command: string) => Finding;

const ERRORS: { readonly [code: string]: Wording } = {
  "commander.unknownOption": (option, command) => {
    const declared = CALLABLE.find(({ path }) => path === command)?.declaration.options ?? [];
    const names = [...declared, HELP_OPTION, VERSION_OPTION].flatMap(({ flags, aliases }) => [
      longName(flags),
      ...aliases,
    ]);
    return reportCall("cli/unknown-option", { typed: option, nearest: nearest(option, names) });
  },
  "commander.unknownCommand": (typed, command) => {
    const group = COMMANDS.filter(isGroup).find(({ name }) => name === command);
    const known = (group?.commands ?? COMMANDS).flatMap(({ name, alias }) => [name, alias]);
    const meant = nearest(typed, known);
    return reportCall("cli/unknown-command", {
      typed,
      nearest: meant === undefined || group === undefined ? meant : `${group.name} ${meant}`,
    });
  },
  "commander.missingArgument": (argument, command) => reportCall("cli/missing-argument", { argument, command }),
  "commander.optionMissingArgument": (flags) => {
    const english = longName(flags);
    const vietnamese = VIETNAMESE_NAMES.get(flags)?.join(", ");
    return reportCall("cli/missing-value", { option: vietnamese ? `${english} (${vietnamese})` : english });
  },
  "commander.excessArguments": () => reportCall("cli/excess-arguments", {}),
};

/**
 * Words an error of commander.
 *
 * @param error as thrown under `exitOverride`; what it speaks of stands in quotes in its message
 * @param command path of the command that was called
 */
export function usageFinding(error: CommanderError, command: string): Finding {
  const subject = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  return ERRORS[error.code]?.(subject, command) ?? reportCall("cli/usage", {});
}
