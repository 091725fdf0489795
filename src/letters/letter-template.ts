/**
 * A draft with names of columns in braces. It is run on signs that stand for the values, one letter each, so that the
 * draft's structure is settled before any value is seen.
 */
import Handlebars from "handlebars";
import type { Finding, Place } from "../findings/finding.js";
import { reportLetters } from "../findings/messages/letters.js";
import { nearest } from "../findings/nearest.js";
import { placeOfParseError } from "../starting-draft/template.js";
import { columnKey, type DataTable } from "./data-table.js";

/** Letters of the private use area that stand for values. */
const FIRST_SIGN = 0xe000;
export const SIGNS = /[\uE000-\uF0A6]/gu;

/** The sign of a column. */
export const signOf = (column: number): string => String.fromCharCode(FIRST_SIGN + column);
export const columnOfSign = (sign: string): number => sign.charCodeAt(0) - FIRST_SIGN;

type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly name: string; readonly place: Place }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly place: Place;
      readonly whenFilled: readonly Part[];
      readonly whenEmpty: readonly Part[];
    };

export interface LetterTemplate {
  readonly parts: readonly Part[];
  /** Names in the order in which they first stand in the draft. */
  readonly names: readonly { readonly name: string; readonly place: Place }[];
}

const CONSTRUCTS: Readonly<Record<string, string>> = {
  PartialStatement: "{{> …}}",
  PartialBlockStatement: "{{#> …}}",
  Decorator: "{{* …}}",
  DecoratorBlock: "{{#* …}}",
};

class Reading {
  readonly findings: Finding[] = [];
  readonly names: { name: string; place: Place }[] = [];
  readonly #starts: readonly number[];

  constructor(
    readonly source: string,
    readonly file: string,
  ) {
    this.#starts = [0, ...[...source.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  }

  #offset({ line, column }: hbs.AST.Position): number {
    return (this.#starts[line - 1] ?? 0) + column;
  }

  #place({ start }: hbs.AST.SourceLocation): Place {
    return { file: this.file, line: start.line, column: start.column + 1 };
  }

  #foreign(what: string, loc: hbs.AST.SourceLocation): [] {
    this.findings.push(reportLetters("letters/not-here", { what }, this.#place(loc)));
    return [];
  }

  /** A name of several words, which Handlebars takes for a call: `{{Họ và tên}}`, `{{[Họ và tên]}}`. */
  #name(from: hbs.AST.SourceLocation, to: hbs.AST.SourceLocation): { readonly name: string; readonly place: Place } {
    const words = this.source.slice(this.#offset(from.start), this.#offset(to.end));
    const name = words
      .replace(/^\[|\]$/gu, "")
      .replace(/\s+/gu, " ")
      .trim()
      .normalize("NFC");
    const named = { name, place: this.#place(from) };
    if (!this.names.some((each) => columnKey(each.name) === columnKey(name))) this.names.push(named);
    return named;
  }

  program({ body }: hbs.AST.Program): readonly Part[] {
    return body.flatMap((statement) => this.#statement(statement));
  }

  #statement(statement: hbs.AST.Statement): readonly Part[] {
    switch (statement.type) {
      case "ContentStatement":
        return [{ kind: "text", text: (statement as hbs.AST.ContentStatement).value }];
      case "CommentStatement":
        return [];
      case "MustacheStatement": {
        const { path, params, hash } = statement as hbs.AST.MustacheStatement;
        if (hash !== undefined && hash.pairs.length > 0) return this.#foreign("dấu “=” trong {{ }}", statement.loc);
        return [{ kind: "name", ...this.#name(path.loc, (params.at(-1) ?? path).loc) }];
      }
      case "BlockStatement":
        return this.#choice(statement as hbs.AST.BlockStatement);
      default:
        return this.#foreign(CONSTRUCTS[statement.type] ?? "cách viết này", statement.loc);
    }
  }

  #choice({ path, params, program, inverse, loc }: hbs.AST.BlockStatement): readonly Part[] {
    const [first] = params;
    const word = path.original;
    if ((word !== "if" && word !== "unless") || first === undefined) return this.#foreign(`{{#${word} …}}`, loc);
    const named = this.#name(first.loc, (params.at(-1) ?? first).loc);
    const [yes, no] = [program, inverse].map((each) => (each === undefined ? [] : this.program(each)));
    const [whenFilled = [], whenEmpty = []] = word === "if" ? [yes, no] : [no, yes];
    return [{ kind: "choice", ...named, whenFilled, whenEmpty }];
  }
}

const handlebars = Handlebars.create();

/**
 * Reads a draft with names of columns, or a pattern of file names.
 *
 * @param source its text
 * @param file as it is to stand in findings
 */
export function readLetterTemplate(
  source: string,
  file: string,
): { readonly template?: LetterTemplate; readonly findings: readonly Finding[] } {
  const text = source.replaceAll("\r\n", "\n").replace(SIGNS, "\uFFFD");
  let program: hbs.AST.Program;
  try {
    program = handlebars.parse(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { findings: [reportLetters("letters/syntax", {}, placeOfParseError(error, text, file))] };
  }
  const reading = new Reading(text, file);
  const parts = reading.program(program);
  const { findings, names } = reading;
  return findings.length > 0 ? { findings } : { template: { parts, names }, findings: [] };
}

/** The columns of a list by the names of a template. */
export class Columns {
  readonly #columns = new Map<string, number>();

  constructor({ columns }: Pick<DataTable, "columns">) {
    for (const [index, name] of columns.entries()) {
      const key = columnKey(name);
      if (key !== "" && !this.#columns.has(key)) this.#columns.set(key, index);
    }
  }

  indexOf(name: string): number {
    return this.#columns.get(columnKey(name)) ?? -1;
  }
}

/** Names that the list has no column for, or more than one. */
export function checkNames({ names }: LetterTemplate, { columns }: Pick<DataTable, "columns">): readonly Finding[] {
  const known = columns.filter((name) => name !== "");
  return names.flatMap(({ name, place }) => {
    const same = columns.filter((column) => columnKey(column) === columnKey(name)).length;
    if (same === 1) return [];
    const params = { name, nearest: nearest(name, known), columns: known };
    return [
      same === 0
        ? reportLetters("letters/unknown-column", params, place)
        : reportLetters("letters/column-twice", { name }, place),
    ];
  });
}

/**
 * The text of one letter.
 *
 * @param print writes the value of a column
 */
export function runTemplate(
  { parts }: Pick<LetterTemplate, "parts">,
  cells: readonly string[],
  columns: Columns,
  print: (column: number, name: string) => string,
): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      const column = columns.indexOf(part.name);
      if (part.kind === "name") return print(column, part.name);
      const chosen = (cells[column] ?? "") === "" ? part.whenEmpty : part.whenFilled;
      return runTemplate({ parts: chosen }, cells, columns, print);
    })
    .join("");
}
