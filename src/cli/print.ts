import pc from "picocolors";
import type { Finding, Place, Severity } from "../findings/finding.js";
import type { Environment } from "./environment.js";

/** How a severity is called. */
export const SEVERITY_WORDS: { readonly [S in Severity]: string } = {
  error: "lỗi",
  warning: "cảnh báo",
  note: "lưu ý",
};
const COLOURS: { readonly [S in Severity]: "red" | "yellow" | "cyan" } = {
  error: "red",
  warning: "yellow",
  note: "cyan",
};
const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** What a finding rests on, where it is not the norm's own words. */
export const BASIS_WORDS = { norm: "", sample: "theo mẫu của chuẩn", practice: "theo thông lệ" } as const;

/** Words of a Word file that a finding quotes; a draft has line and column. */
const LONGEST_QUOTE = 80;

type Colours = ReturnType<typeof pc.createColors>;

/** Colours on a terminal, unless NO_COLOR is set (no-color.org: to anything but the empty string). */
function coloursOf(environment: Environment): Colours {
  return pc.createColors(environment.isTTY && !environment.env.NO_COLOR && environment.env.TERM !== "dumb");
}

/** A paragraph of a Word file; its page only where Word left its own mark. */
export const sayParagraph = (paragraph: number, page: number | undefined): string =>
  `đoạn ${paragraph}${page === undefined ? "" : ` (trang ${page} theo Word)`}`;

/** How changed words are set off: by colour on a terminal, by signs elsewhere (`[-cũ-]`, `{+mới+}`). */
export function emphasisOf(environment: Environment) {
  const colours = coloursOf(environment);
  const { bold, dim, isColorSupported } = colours;
  return {
    bold,
    dim,
    removed: isColorSupported
      ? (text: string) => colours.red(colours.strikethrough(text))
      : (text: string) => `[-${text}-]`,
    added: isColorSupported ? (text: string) => colours.green(text) : (text: string) => `{+${text}+}`,
  };
}

function locate(place: Place | undefined): string {
  if (place?.file === undefined) return "vanthu";
  const { file, line, column, paragraph, page, component } = place;
  if (paragraph !== undefined) return [file, component, sayParagraph(paragraph, page)].filter(Boolean).join(", ");
  return [file, line, line === undefined ? undefined : column].filter(Boolean).join(":");
}

/** The name under which readers know a rule; ids of findings that no rule bears are for programs. */
export const ruleName = ({ rule, id }: Pick<Finding, "rule" | "id">): string | undefined =>
  rule === undefined || rule === id || rule.includes("/") ? undefined : rule;

/**
 * One finding on two lines: where, how grave, what; and what to do.
 * `ke-hoach.md:12:5  lỗi  …`
 */
function printFinding(finding: Finding, colours: Colours): string {
  const { severity, found, remedy, place, quote } = finding;
  const inText = place?.paragraph === undefined;
  const component = place?.component === undefined || !inText ? "" : `${place.component}: `;
  const withLine = place?.line !== undefined;
  const told =
    quote === undefined ||
    quote === "" ||
    withLine ||
    found.toLocaleLowerCase("vi").includes(quote.toLocaleLowerCase("vi"));
  const words = told ? "" : ` “${quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote}”`;
  const grounds = [finding.clause, finding.basis && BASIS_WORDS[finding.basis]].filter(Boolean).join("; ");
  const basis = grounds === "" ? "" : colours.dim(` [${grounds}]`);
  const rule = ruleName(finding);
  const named = rule === undefined || finding.basis === undefined ? "" : `${rule}  `;
  const label = colours.bold(colours[COLOURS[severity]](SEVERITY_WORDS[severity]));
  return `${colours.bold(locate(place))}  ${label}  ${named}${component}${found}${words}${basis}\n    → ${remedy}\n`;
}

/** `2 lỗi, 1 cảnh báo.`; undefined when there is nothing to count. */
export function countFindings(findings: readonly Finding[]): string | undefined {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return undefined;
  return `${counts.map(({ severity, count }) => `${count} ${SEVERITY_WORDS[severity]}`).join(", ")}.`;
}

/** Prints findings to stderr, and how many there are of each kind. */
export function printFindings(findings: readonly Finding[], environment: Environment): void {
  const colours = coloursOf(environment);
  for (const finding of findings) environment.stderr.write(printFinding(finding, colours));
  const counts = countFindings(findings);
  if (counts !== undefined) environment.stderr.write(`${counts}\n`);
}

/**
 * A line that says how far the work has come, written over itself; silent unless the output is a terminal
 * and there is more than one thing to do.
 */
export function progress(total: number, quiet: boolean, environment: Environment) {
  const shown = environment.isTTY && !quiet && total > 1;
  return {
    step: (index: number, what: string): void => {
      if (shown) environment.stderr.write(`\r\u001b[2K[${index}/${total}] ${what}`);
    },
    done: (): void => {
      if (shown) environment.stderr.write("\r\u001b[2K");
    },
  };
}
