/** Looks at a whole template before anything of it is printed: every name, helper and argument, in dead branches too. */
import Handlebars from "handlebars";
import type { Finding, Place } from "../../findings/finding.js";
import { reportTemplate } from "../../findings/messages/report-template.js";
import { nearest } from "../../findings/nearest.js";
import { type ArgumentTypes, argumentFault } from "./argument-types.js";
import {
  type ArgumentType,
  CONDITIONS,
  declarationOf,
  HELPER_NAMES,
  type HelperDeclaration,
  NAMED_ARGUMENTS,
  NAMES,
} from "./vocabulary.js";

type Node = { readonly loc?: hbs.AST.SourceLocation };
type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement;

/** Words that templates of Handlebars may have and these may not. */
const FOREIGN: Readonly<Record<string, string>> = {
  PartialStatement: "mẫu con {{> …}}",
  PartialBlockStatement: "mẫu con {{#> …}}",
  Decorator: "{{* …}}",
  DecoratorBlock: "{{#* …}}",
  SubExpression: "hàm lồng trong ngoặc ( )",
};

const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === "PathExpression";

/** The value of a literal in an argument. */
const literalOf = (node: hbs.AST.Expression): string | undefined =>
  node.type === "StringLiteral" || node.type === "NumberLiteral"
    ? String((node as hbs.AST.StringLiteral).value)
    : undefined;

export class TemplateCheck {
  readonly findings: Finding[] = [];

  constructor(
    readonly file: string,
    readonly types: ArgumentTypes,
  ) {}

  #place({ loc }: Node): Place {
    return loc === undefined
      ? { file: this.file }
      : { file: this.file, line: loc.start.line, column: loc.start.column + 1 };
  }

  #foreign(node: hbs.AST.Node, what: string): void {
    this.findings.push(reportTemplate("report-template/not-here", { what }, this.#place(node)));
  }

  /**
   * @param names that hold here
   * @param live whether the passage is printed in this kind of period
   */
  program({ body }: hbs.AST.Program, names: readonly string[] = NAMES, live = true): void {
    for (const statement of body) this.#statement(statement, names, live);
  }

  #statement(statement: hbs.AST.Statement, names: readonly string[], live: boolean): void {
    const foreign = FOREIGN[statement.type];
    if (foreign !== undefined) this.#foreign(statement, foreign);
    else if (statement.type === "MustacheStatement")
      this.#mustache(statement as hbs.AST.MustacheStatement, names, live);
    else if (statement.type === "BlockStatement") this.#block(statement as hbs.AST.BlockStatement, names, live);
  }

  #mustache(statement: hbs.AST.MustacheStatement, names: readonly string[], live: boolean): void {
    const { path, params, hash } = statement;
    if (!isPath(path)) {
      this.#foreign(path, "giá trị đứng một mình trong {{ }}");
      return;
    }
    const isCall = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
    const declared = declarationOf(path.original);
    if (declared !== undefined && declared.block === undefined) this.#call(statement, declared, names, live);
    else if (isCall || declared !== undefined) this.#unknownHelper(path, false);
    else this.#name(path, names);
  }

  #block(block: hbs.AST.BlockStatement, names: readonly string[], live: boolean): void {
    const { path, params, program, inverse } = block;
    const declared = declarationOf(path.original);
    if (CONDITIONS.includes(path.original)) {
      const [name] = params;
      if (params.length !== 1 || name === undefined || !isPath(name))
        this.#foreign(block, "điều kiện không phải một tên");
      else this.#name(name, names);
    } else if (declared?.block === undefined) this.#unknownHelper(path, true);
    else this.#call(block, declared, names, live);
    const chosen = path.original === "whenKind" ? this.#isKind(params) : undefined;
    const inside = [...names, ...(declared?.adds ?? [])];
    if (program !== undefined) this.program(program, inside, live && chosen !== false);
    if (inverse !== undefined) this.program(inverse, names, live && chosen !== true);
  }

  #isKind(params: readonly hbs.AST.Expression[]): boolean {
    return params.some((param) => literalOf(param) === this.types.periodKind);
  }

  #unknownHelper(path: hbs.AST.PathExpression, block: boolean): void {
    const known = HELPER_NAMES.filter((name) => (declarationOf(name)?.block ?? false) === block);
    const params = { name: path.original, nearest: nearest(path.original, known), known };
    this.findings.push(reportTemplate("report-template/unknown-helper", params, this.#place(path)));
  }

  #name(path: hbs.AST.PathExpression, names: readonly string[]): void {
    if (!path.data && path.depth === 0 && names.includes(path.original)) return;
    const params = { name: path.original, nearest: nearest(path.original, names), known: names };
    this.findings.push(reportTemplate("report-template/unknown-name", params, this.#place(path)));
  }

  #call(call: Call, declared: HelperDeclaration, names: readonly string[], live: boolean): void {
    const helper = (call.path as hbs.AST.PathExpression).original;
    const { takes, least = takes.length, rest = false, options, parts = false } = declared;
    for (const [index, param] of call.params.entries()) {
      const type = takes[index] ?? (rest ? takes.at(-1) : undefined);
      if (type !== undefined) this.#argument(helper, type, param, names, live);
      else this.findings.push(reportTemplate("report-template/too-many", { helper }, this.#place(param)));
    }
    const wanted = call.params.length < least ? takes[call.params.length] : undefined;
    if (wanted !== undefined) {
      const expected = this.types.wordsFor(wanted);
      this.findings.push(reportTemplate("report-template/too-few", { helper, expected }, this.#place(call)));
    }
    for (const { key, value, loc } of call.hash?.pairs ?? []) {
      const type = Object.hasOwn(options, key) ? options[key] : undefined;
      if (type !== undefined) this.#argument(helper, type, value, names, live);
      else if (parts && argumentFault(key, "indicator", this.types) === undefined) {
        if (live) this.#asked(key, { loc });
        this.#argument(helper, "text", value, names, live);
      } else this.#unknownOption(helper, key, options, parts, { loc });
    }
  }

  #unknownOption(
    helper: string,
    name: string,
    options: HelperDeclaration["options"],
    parts: boolean,
    node: Node,
  ): void {
    const known = Object.keys(options);
    const near = nearest(name, parts ? [...known, ...this.types.indicators] : known);
    const params = { helper, name, nearest: near, known: parts ? [...known, "mã chỉ tiêu"] : known };
    this.findings.push(reportTemplate("report-template/unknown-option", params, this.#place(node)));
  }

  #argument(
    helper: string,
    type: ArgumentType,
    node: hbs.AST.Expression,
    names: readonly string[],
    live: boolean,
  ): void {
    const literal = literalOf(node);
    if (isPath(node)) {
      this.#name(node, names);
      const fits = type === "text" || NAMED_ARGUMENTS[node.original] === type || !names.includes(node.original);
      if (!fits) this.#badValue(helper, node.original, type, undefined, node);
    } else if (literal === undefined) this.#foreign(node, FOREIGN[node.type] ?? "giá trị này");
    else {
      const fault = argumentFault(literal, type, this.types);
      if (fault !== undefined) this.#badValue(helper, literal, type, fault.nearest, node);
      else if (live && (type === "indicator" || type === "share")) this.#asked(literal, node);
    }
  }

  #badValue(helper: string, typed: string, type: ArgumentType, near: string | undefined, node: Node): void {
    const params = { typed, helper, expected: this.types.wordsFor(type), nearest: near };
    this.findings.push(reportTemplate("report-template/bad-value", params, this.#place(node)));
  }

  /** An indicator that nobody is asked for would print nothing but gaps. */
  #asked(key: string, node: Node): void {
    if (this.types.isAsked(key)) return;
    const params = { key, name: this.types.nameOf(key), period: this.types.periodName };
    this.findings.push(reportTemplate("report-template/not-asked", params, this.#place(node)));
  }
}

const handlebars = Handlebars.create();

/** The tree of a template; throws the parser's error. */
export const parseTemplate = (source: string): hbs.AST.Program => handlebars.parse(source);
