/** Decides which number a draft gets. Pure: the register's rows and the draft in, a row or findings out. */
import type { Finding } from "../findings/finding.js";
import { reportRegister } from "../findings/messages/register.js";
import type { Document } from "../model/document.js";
import { daysMeant } from "../workspace/day.js";
import type { Workspace } from "../workspace/workspace.js";
import { type NewRow, printIsoDay, type RegisterRow } from "./row.js";
import { bodyOf, periodOf, rowsOfSeries, type SeriesPeriod, symbolOf, typeOf } from "./series.js";

/** A draft that asks for a number. */
export interface Request {
  /** With the date that it is to carry. */
  readonly document: Document;
  /** The draft, from the workspace's folder, with `/`. */
  readonly file: string;
  /** The number that the clerk wants; the next one when absent. */
  readonly wanted?: number;
}

/** A row to be written, or the unfinished row of an earlier call; and what should be known about it. */
export type Allotment =
  | { readonly kind: "new"; readonly row: NewRow; readonly findings: readonly Finding[] }
  | { readonly kind: "unfinished"; readonly row: RegisterRow; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const refused = (finding: Finding): Allotment => ({ kind: "refused", findings: [finding] });

const padded = (sequence: number): string => String(sequence).padStart(2, "0");

/** The number as said in messages: `05-KH/ĐU`, `05/KH-UBND`. */
export function numberText({ sequence, symbol }: Pick<NewRow, "sequence" | "symbol">): string {
  return padded(sequence) + (symbol.includes("/") ? "-" : "/") + symbol;
}

function entryOf(row: RegisterRow) {
  return { line: row.line, number: numberText(row), date: row.date === undefined ? undefined : printIsoDay(row.date) };
}

function dateText({ date }: Document): string {
  return [date?.day, date?.month, date?.year].filter((part) => part !== undefined).join("/");
}

/** The day of signing as the register keeps it: only when it is whole. */
function isoDate({ date }: Document): string | undefined {
  if (date?.day === undefined || date.month === undefined) return undefined;
  return daysMeant(date).first;
}

function checkPeriod(document: Document, period: SeriesPeriod): Finding | undefined {
  if (document.date === undefined) return undefined;
  const { first, last } = daysMeant(document.date);
  const outside = last < period.first || (period.last !== undefined && first > period.last);
  return outside
    ? reportRegister("register/outside-period", { date: dateText(document), period: period.spoken })
    : undefined;
}

/** Numbers and days of a series rise together. */
function checkOrder(document: Document, sequence: number, series: readonly RegisterRow[]): Finding | undefined {
  if (document.date === undefined) return undefined;
  const { first, last } = daysMeant(document.date);
  const date = dateText(document);
  const byNumber = [...series].sort((a, b) => a.sequence - b.sequence);
  const later = byNumber.findLast((row) => row.sequence < sequence && row.date !== undefined && row.date > last);
  if (later !== undefined) return reportRegister("register/backward", { date, entry: entryOf(later) });
  const earlier = byNumber.find((row) => row.sequence > sequence && row.date !== undefined && row.date < first);
  return earlier && reportRegister("register/forward", { date, entry: entryOf(earlier) });
}

function duplicatesIn(series: readonly RegisterRow[]): readonly Finding[] {
  const seen = new Map<number, RegisterRow>();
  return series.flatMap((row) => {
    const first = seen.get(row.sequence);
    if (first === undefined) seen.set(row.sequence, row);
    return first === undefined
      ? []
      : [reportRegister("register/duplicate-rows", { first: entryOf(first), second: entryOf(row) })];
  });
}

function recipientsText(document: Document): string {
  const entries = (document.recipients ?? []).flatMap((entry) => (entry.kind === "group" ? entry.recipients : [entry]));
  return entries.map(({ lines }) => lines.join(" ").replace(/[;.,]+$/u, "")).join("; ");
}

/** What an earlier call has begun for this file and not finished. */
function resume(request: Request, row: RegisterRow, symbol: string): Allotment {
  const { document, wanted } = request;
  const differs = (what: string) =>
    refused(reportRegister("register/unfinished-differs", { entry: entryOf(row), what }));
  if (symbol !== row.symbol) return differs("ký hiệu");
  const typed = document.number?.sequence ?? wanted;
  if (typed !== undefined && typed !== row.sequence) return differs("số");
  const date = isoDate(document);
  if (date !== undefined && date !== row.date) return differs("ngày");
  return { kind: "unfinished", row, findings: [] };
}

/**
 * Chooses the number of a draft.
 *
 * @param request the draft; its document is free of errors
 * @param rows of the register
 * @param workspace whose series rules hold
 */
export function allot(request: Request, rows: readonly RegisterRow[], workspace: Workspace): Allotment {
  const { document, file } = request;
  const type = typeOf(document);
  if (type?.group === "internal") return refused(reportRegister("register/not-numbered", { type: type.name }));
  const symbol = symbolOf(document);
  if (symbol === undefined) {
    const codes = [workspace.typeCodes[document.type] ?? type?.code ?? "…", workspace.bodyCode ?? "…"];
    return refused(
      reportRegister("register/no-symbol", { symbol: codes.join(document.family === "party" ? "/" : "-") }),
    );
  }
  const own = rows.filter((row) => row.file === file && row.state !== "cancelled");
  const unfinished = own.find((row) => row.state === "allotting");
  if (unfinished !== undefined) return resume(request, unfinished, symbol);
  if (document.number?.sequence !== undefined) {
    return refused(
      reportRegister("register/already-numbered", {
        number: numberText({ sequence: document.number.sequence, symbol }),
      }),
    );
  }
  const settled = own[0];
  if (settled !== undefined) return refused(reportRegister("register/already-registered", entryOf(settled)));
  const period = periodOf(document, workspace);
  if ("severity" in period) return refused(period);
  return allotIn(request, { type: type?.name ?? document.type, symbol, period }, rows, workspace);
}

function allotIn(
  request: Request,
  { type, symbol, period }: { readonly type: string; readonly symbol: string; readonly period: SeriesPeriod },
  rows: readonly RegisterRow[],
  workspace: Workspace,
): Allotment {
  const { document, file } = request;
  const series = rowsOfSeries(document, period, rows, workspace);
  const next = Math.max(0, ...series.map((row) => row.sequence)) + 1;
  const sequence = request.wanted ?? next;
  const holder = series.find((row) => row.sequence === sequence);
  if (holder !== undefined) return refused(reportRegister("register/duplicate", { entry: entryOf(holder), next }));
  const fault = checkPeriod(document, period) ?? checkOrder(document, sequence, series);
  if (fault !== undefined) return refused(fault);

  const body = bodyOf(document, rows);
  const foreign =
    !body.known && workspace.bodyCode !== undefined && body.code !== workspace.bodyCode && !period.congress;
  const date = isoDate(document);
  const findings = [
    ...duplicatesIn(series),
    ...rows
      .filter((row) => row.state === "allotting")
      .map((row) => reportRegister("register/unfinished-elsewhere", { entry: entryOf(row), file: row.file })),
    ...(foreign ? [reportRegister("register/new-body", { body: body.code, known: workspace.bodyCode ?? "" })] : []),
    ...(sequence > next ? [reportRegister("register/gap", { from: next, to: sequence - 1 })] : []),
    ...(date === undefined ? [reportRegister("register/undated", {})] : []),
  ];
  const row: NewRow = {
    sequence,
    symbol,
    type,
    ...(date === undefined ? {} : { date }),
    subject: (document.subject ?? []).join(" "),
    recipients: recipientsText(document),
    secrecy: document.secrecy ?? "",
    period: period.name,
    file,
    state: "allotting",
  };
  return { kind: "new", row, findings };
}
