/** Compiles and runs the Handlebars template of a starting draft. */
import Handlebars from "handlebars";
import type { Finding, Place } from "../findings/finding.js";
import { reportStartingDraft } from "../findings/messages/starting-draft.js";
import { Context } from "./context.js";
import { tagFaults } from "./tag-faults.js";

/** Marks around the number of a value in the text that a template gives; private-use letters, refused in templates. */
export const VALUE = { open: "\uE000", close: "\uE001" } as const;
/** The same around the numbers of an array's values, printed by `lines`. */
export const LINES = { open: "\uE002", close: "\uE003" } as const;

const KNOWN_HELPERS = ["if", "unless", "each", "with", "lines"];

/** Names that a template may use, by their last part and in full. */
const sections = Object.entries(Context.shape).map(([section, schema]) => ({
  section,
  keys: "shape" in schema ? Object.keys(schema.shape) : [],
}));
const NAMES = sections.flatMap(({ section, keys }) =>
  keys.length === 0 ? [section] : keys.map((key) => `${section}.${key}`),
);
const PARTS = new Set(sections.flatMap(({ section, keys }) => [section, ...keys]));

const handlebars = Handlebars.create();
handlebars.registerHelper(
  "lines",
  (values: unknown) => LINES.open + (Array.isArray(values) ? values.join("") : String(values)) + LINES.close,
);

type Located = { readonly loc?: hbs.AST.SourceLocation };

/** Looks at every name before the template runs: `strict` lets `{{#if}}` and `{{#each}}` of a wrong name pass. */
class NameCheck extends Handlebars.Visitor {
  readonly faults: { readonly name: string; readonly helper: boolean; readonly loc: hbs.AST.SourceLocation }[] = [];

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    this.checkCall(statement);
    super.MustacheStatement(statement);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.checkCall(block);
    super.BlockStatement(block);
  }

  override PartialStatement({ name, loc }: hbs.AST.PartialStatement): void {
    this.faults.push({ name: `> ${"original" in name ? name.original : ""}`, helper: true, loc });
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    if (path.data || KNOWN_HELPERS.includes(path.original)) return;
    if (path.parts.some((part) => !PARTS.has(part)))
      this.faults.push({ name: path.original, helper: false, loc: path.loc });
  }

  private checkCall({
    path,
    params,
  }: {
    path: hbs.AST.PathExpression | hbs.AST.Literal;
    params: hbs.AST.Expression[];
  }): void {
    if (params.length === 0 || !("original" in path)) return;
    const name = String(path.original);
    if (!KNOWN_HELPERS.includes(name)) this.faults.push({ name, helper: true, loc: path.loc });
  }
}

function placeOf({ loc }: Located, file: string): Place {
  return loc === undefined ? { file } : { file, line: loc.start.line, column: loc.start.column + 1 };
}

/** The parser says the line in words and shows what stands around the fault; nothing else tells the column. */
export function placeOfParseError(error: Error, source: string, file: string): Place {
  const located = error as Error & { lineNumber?: number; column?: number };
  if (located.lineNumber !== undefined) return { file, line: located.lineNumber, column: (located.column ?? 0) + 1 };
  const [, line, excerpt = "", caret = ""] = /line (\d+):\n(.*)\n(-*\^)/u.exec(error.message) ?? [];
  if (line === undefined) return { file };
  const before = excerpt.slice(0, caret.length - 1).replace(/^\.\.\./u, "");
  const newlines = [...source.matchAll(/\n/gu)].map(({ index }) => index);
  const start = (newlines[Number(line) - 2] ?? -1) + 1;
  const end = newlines[Number(line) - 1] ?? source.length;
  // the excerpt runs line breaks together: only its part within the line can be found in it
  for (let cut = 0; cut < before.length; cut++) {
    const at = source.slice(start, end).indexOf(before.slice(cut));
    if (at !== -1) return { file, line: Number(line), column: at + before.length - cut + 1 };
  }
  return { file, line: Number(line), column: 1 };
}

/**
 * Reads a template.
 *
 * @param source its text
 * @param file its path as it is to stand in findings
 * @returns the template as a function of its context, or what is wrong with it
 */
export function compileTemplate(
  source: string,
  file: string,
): { readonly apply?: (context: object) => string; readonly findings: readonly Finding[] } {
  if (/[\uE000-\uE003]/u.test(source))
    return { findings: [reportStartingDraft("starting-draft/not-text", {}, { file })] };
  const faults = tagFaults(source, file);
  if (faults.length > 0) return { findings: faults };
  let program: hbs.AST.Program;
  try {
    program = handlebars.parse(source);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { findings: [reportStartingDraft("starting-draft/syntax", {}, placeOfParseError(error, source, file))] };
  }
  const check = new NameCheck();
  check.accept(program);
  if (check.faults.length > 0) {
    const findings = check.faults.map(({ name, helper, loc }) =>
      helper
        ? reportStartingDraft("starting-draft/unknown-helper", { name }, placeOf({ loc }, file))
        : reportStartingDraft("starting-draft/unknown-name", { name, known: NAMES }, placeOf({ loc }, file)),
    );
    return { findings };
  }
  const apply = handlebars.compile<object>(program, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { lines: true },
  });
  const applyChecked = (context: object): string => apply(context);
  return { apply: applyChecked, findings: [] };
}

/**
 * Words an error of a template that only shows when it runs, such as a name used outside its section.
 *
 * @returns undefined for an error that is not the template's
 */
export function runtimeFinding(error: unknown, file: string): Finding | undefined {
  const { message = "", lineNumber, column = 0 } = error as { message?: string; lineNumber?: number; column?: number };
  if (lineNumber === undefined) return undefined;
  const place = { file, line: lineNumber, column: column + 1 };
  const name = /^"(.*)" not defined/u.exec(message)?.[1];
  if (name === undefined) return reportStartingDraft("starting-draft/syntax", {}, place);
  return reportStartingDraft("starting-draft/unknown-name", { name, known: NAMES }, place);
}
