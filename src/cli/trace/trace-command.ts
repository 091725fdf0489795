/** `vanthu trace`: a figure, or every figure of a report, down to the cells of the returns that it came from. */
import { basename, resolve } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { reportCall } from "../../findings/messages/cli.js";
import { reportFigure } from "../../findings/messages/report.js";
import { foldWord } from "../../findings/nearest.js";
import { findPeriod } from "../../periods/index.js";
import { groupedBy } from "../../report/bound/links.js";
import { cellsOfTrace, type ResolvedFigure, sayCoverage, sayMissing, sayTrace } from "../../report/totals/index.js";
import { countRows, MOST_ROWS, type TracedFigure, traceWorkbook } from "../../report/trace-workbook.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import { type Desk, findDesk, withLedger } from "../cycle/desk.js";
import { formatOf } from "../cycle/format.js";
import { saveFile } from "../cycle/save-file.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { type OpenedFigures, openFigures } from "./open-figures.js";
import { type OwnTrace, traceWithoutLedger } from "./trace-own.js";
import { type TracedReport, traceReport } from "./trace-report.js";

const FORMATS = ["json", "xlsx", "html"] as const;
type Format = (typeof FORMATS)[number] | "text";

/**
 * The path that a call names: whole (`vt:C02/tinh/2026-6t`), or without its period after one (`2026-6t C02/tinh/cung-ky`).
 */
function pathOf([first = "", second]: readonly string[]): string {
  if (second === undefined) return first;
  const [key = "", scope = "", ...rest] = second.replace(/^vt:/iu, "").split("/");
  const named = rest.some((part) => foldWord(part) === foldWord(first));
  return `vt:${[key, scope, ...(named ? rest : [first, ...rest])].join("/")}`;
}

/** The period of a path, as far as it can be told before the path itself is read. */
const periodIn = (path: string, { kinds }: Desk): string | undefined =>
  path
    .split("/")
    .map((part) => findPeriod(part, kinds).period?.id)
    .find((id) => id !== undefined);

const isDraft = ({ args }: Call): boolean => args.length === 1 && /\.md$/iu.test(args[0] ?? "");

function linesOfFigure(figure: ResolvedFigure): readonly string[] {
  const { binding, printed, unitOfCount, coverage, secondSource } = figure;
  const unit = unitOfCount === "" || unitOfCount === "%" ? "" : ` ${unitOfCount}`;
  return [
    `${binding} = ${printed}${figure.value === undefined ? "" : unit}`,
    ...(coverage.asked > 0 ? [`Tính trên ${sayCoverage(coverage)}.`] : []),
    ...(coverage.missing.length > 0 ? [`Chưa có: ${coverage.missing.map(sayMissing).join(", ")}.`] : []),
    ...(secondSource ? ["Số của nguồn thứ hai: để đối soát, không vào tổng."] : []),
    "",
    ...sayTrace(figure.trace()),
  ];
}

function resultOfFigure(figure: ResolvedFigure) {
  const { binding, status, value, printed, coverage, secondSource } = figure;
  const tree = figure.trace();
  const heads = { figure: binding, status, value, printed, coverage, secondSource };
  return { ...heads, trace: tree, cells: cellsOfTrace(tree) };
}

/** Each sentence once, with its line and all that has changed in it. */
function linesOfReport({ shown, traced, moved }: TracedReport): readonly string[] {
  const head = `${shown}: ${traced.length} số liệu gắn với sổ theo dõi`;
  if (moved.length === 0) return [`${head}, đều khớp.`];
  const sentences = groupedBy(moved, ({ line, sentence }) => `${line}\n${sentence}`);
  return [
    `${head}; ${moved.length} chỗ không còn khớp:`,
    ...[...sentences.values()].flatMap((figures) => {
      const [{ line, sentence, was } = { sentence: "", was: "" }] = figures;
      const words = sentence === was ? "ô trong bảng" : sentence;
      return [
        `  ${line === undefined ? "" : `dòng ${line}: `}${words}`,
        ...figures.map(
          ({ binding, was, now }) => `      ${binding}: trong bản thảo ${was}, nay ${now ?? "không tra được"}`,
        ),
      ];
    }),
  ];
}

const resultOfReport = ({ shown, traced, moved }: TracedReport) => ({
  draft: shown,
  figures: traced.map(({ figure: { binding, printed, status, value } }) => ({
    figure: binding,
    printed,
    status,
    value,
  })),
  moved: moved.map(({ binding, was, now, line, sentence }) => ({ figure: binding, was, now, line, sentence })),
});

/** What a call traces, in every form in which it can be had. */
interface Traced {
  readonly title: string;
  /** Of a file, without its suffix. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly result: Readonly<Record<string, unknown>>;
  readonly figures: readonly TracedFigure[];
  readonly opened: OpenedFigures;
  readonly page?: string;
}

async function traceCall(
  call: Call,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<Traced>> {
  if (isDraft(call)) {
    const report = await traceReport(call.args[0] ?? "", desk, ledger, environment);
    if (!report.ok) return report;
    const { shown, traced, page } = report.value;
    const heads = { title: `Truy vết ${basename(shown)}`, name: `${basename(shown, ".md")}.truy-vet` };
    const said = { lines: linesOfReport(report.value), result: resultOfReport(report.value) };
    return { ok: true, value: { ...heads, ...said, figures: traced, opened: report.value, page } };
  }
  const path = pathOf(call.args);
  const opened = await openFigures(periodIn(path, desk), path, desk, ledger, environment);
  if (!opened.ok) return opened;
  const { figure, finding } = opened.value.figures.resolve(path);
  if (figure === undefined) return { ok: false, findings: [finding] };
  const heads = { title: `Truy vết ${figure.binding}`, name: `truy-vet-${figure.path.key}-${figure.path.period}` };
  const said = { lines: linesOfFigure(figure), result: resultOfFigure(figure) };
  const figures = [{ figure, printed: figure.printed }];
  return { ok: true, value: { ...heads, ...said, figures, opened: opened.value } };
}

async function contentsOf(traced: Traced, format: Format): Promise<Outcome<string | Uint8Array>> {
  const { title, figures, opened, page } = traced;
  switch (format) {
    case "text":
      return { ok: true, value: `${traced.lines.join("\n")}\n` };
    case "json":
      return { ok: true, value: `${JSON.stringify(traced.result, null, 2)}\n` };
    case "html": {
      const params = { option: "--format (--kieu)", value: "html", allowed: "text, json, xlsx" };
      return page === undefined
        ? { ok: false, findings: [reportCall("cli/bad-value", params)] }
        : { ok: true, value: page };
    }
    case "xlsx": {
      const rows = countRows(figures);
      if (rows > MOST_ROWS)
        return { ok: false, findings: [reportFigure("report/trace-too-long", { rows: MOST_ROWS, most: MOST_ROWS })] };
      const { context, period } = opened.totals;
      const made = await traceWorkbook(figures, { title, day: period.window.to, formSet: context.formSet });
      return { ok: true, value: made };
    }
  }
}

async function answer(
  traced: Traced,
  format: Format,
  desk: Desk,
  call: Call,
  environment: Environment,
): Promise<Report> {
  const { findings } = desk;
  const { lines, result } = traced;
  const out = optionValue(call, "out");
  const toFile = out !== undefined || format === "xlsx" || format === "html";
  if (!toFile && format === "text") return { exit: 0, findings, lines, result };
  const contents = await contentsOf(traced, format);
  if (!contents.ok) return refusal(contents.findings, 2);
  if (!toFile) return { exit: 0, findings, lines: [String(contents.value).trimEnd()], result };
  const path = resolve(environment.cwd, out ?? `${traced.name}.${format}`);
  const saved = await saveFile(path, contents.value, call.options.force === true, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  return { exit: 0, findings, lines: [`Đã ghi ${saved.value}.`], result: { file: saved.value, ...result } };
}

/** A draft that no ledger answers for: as text or JSON, for there are no forms to make a workbook or a page of. */
async function answerOwn(own: OwnTrace, format: Format, call: Call, environment: Environment): Promise<Report> {
  const { lines, result, findings } = own;
  if (format === "xlsx" || format === "html") {
    const params = { option: "--format (--kieu)", value: format, allowed: "text, json" };
    return refusal([reportCall("cli/bad-value", params)], 2);
  }
  const exit = findings.length > 0 ? 1 : 0;
  const contents = format === "json" ? JSON.stringify(result, null, 2) : lines.join("\n");
  const out = optionValue(call, "out");
  if (out === undefined) return { exit, findings, lines: [contents], result };
  const path = resolve(environment.cwd, out);
  const saved = await saveFile(path, `${contents}\n`, call.options.force === true, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  return { exit, findings, lines: [`Đã ghi ${saved.value}.`], result: { file: saved.value, ...result } };
}

/** `vanthu trace`. */
export const traceCommand: Handler = async (call, environment) => {
  const format = formatOf(call, FORMATS);
  if (!format.ok) return refusal(format.findings, 2);
  const own = isDraft(call) ? await traceWithoutLedger(call.args[0] ?? "", environment) : undefined;
  if (own !== undefined)
    return own.ok ? answerOwn(own.value, format.value, call, environment) : refusal(own.findings, 2);
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  return withLedger(desk.value, "read", environment, async (ledger) => {
    const traced = await traceCall(call, desk.value, ledger, environment);
    return traced.ok ? answer(traced.value, format.value, desk.value, call, environment) : refusal(traced.findings, 2);
  });
};
