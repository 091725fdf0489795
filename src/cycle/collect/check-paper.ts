/** The paper that a return belongs to: what its Word text and the workbook say of it, and where they contradict. */
import { reportPaper } from "../../findings/messages/cycle.js";
import { foldTone } from "../../norms/tone.js";
import { sayDay } from "../../periods/day.js";
import { type PrintedNumber, type PrintedPaper, readNumberLine, symbolOf } from "../../source/docx/index.js";
import type { Paper, Receipt } from "../ledger/index.js";
import type { CellFinding, ReadReturn } from "../returns.js";

/** The báo cáo of a return as a Word text. */
export interface ReportPaper {
  /** Name of its file. */
  readonly name: string;
  readonly printed: PrintedPaper;
}

export interface CheckedPaper {
  readonly paper: Omit<Paper, "signed">;
  readonly findings: readonly CellFinding[];
}

type Facts = ReadReturn["paper"];

/** A unit's return is a báo cáo; both families write its code alike (HD05 3.1.2.a, NĐ30 PL.III). */
const REPORT_CODE = "BC";
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

const isDay = (text: string | undefined): text is string => text !== undefined && ISO_DAY.test(text);

/** A number as somebody typed it into the workbook. */
const readTyped = (typed: string): PrintedNumber | undefined =>
  readNumberLine(`Số ${typed.replace(/^số\s*:?\s*/iu, "")}`)?.number;

/** The same number, however it was typed; a bare "15" is the sequence. */
function sameNumber(typed: string, { number, symbol }: PrintedNumber): boolean {
  if (/^\d+$/u.test(typed.trim())) return Number(typed) === number.sequence;
  return (readTyped(typed)?.symbol ?? typed.replace(/\s+/gu, "")) === symbol;
}

/** The same person: one of the two may carry a rank or "Đồng chí" before the name. */
function samePerson(one: string, other: string): boolean {
  const [a, b] = [foldTone(one), foldTone(other)];
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

/** What the Word text says for itself: the form of its number, a date that does not exist. */
function checkPrinted({ name, printed: { family, type, number, date } }: ReportPaper): readonly CellFinding[] {
  const findings: CellFinding[] = [];
  if (number !== undefined && number.number.sequence === undefined) {
    findings.push(reportPaper("cycle/report-unnumbered", { name, symbol: number.symbol }));
  }
  if (number !== undefined && family !== undefined && number.family !== family) {
    const expected = symbolOf(number.number, family);
    findings.push(reportPaper("cycle/report-number-family", { name, symbol: number.symbol, family, expected }));
  }
  if (number !== undefined && number.number.typeCode !== REPORT_CODE && (type === undefined || type === "bao-cao")) {
    findings.push(reportPaper("cycle/report-number-type", { name, symbol: number.symbol }));
  }
  if (date !== undefined && !date.open && date.day === undefined) {
    findings.push(reportPaper("cycle/report-date-impossible", { name, typed: date.printed }));
  }
  return findings;
}

/** What Word text and workbook say of the same paper, where they differ. */
function compare({ name, printed }: ReportPaper, typed: Facts): readonly CellFinding[] {
  const findings: CellFinding[] = [];
  const { number, date, signature } = printed;
  if (number?.number.sequence !== undefined && typed.number !== undefined && !sameNumber(typed.number, number)) {
    const params = { name, printed: number.symbol, typed: typed.number };
    findings.push(reportPaper("cycle/report-number-differs", params));
  }
  if (date?.day !== undefined && isDay(typed.date) && typed.date !== date.day) {
    const params = { name, printed: sayDay(date.day), typed: sayDay(typed.date) };
    findings.push(reportPaper("cycle/report-date-differs", params));
  }
  if (signature !== undefined && typed.signer !== undefined && !samePerson(signature.signer, typed.signer)) {
    const params = { name, printed: signature.signer, typed: typed.signer };
    findings.push(reportPaper("cycle/report-signer-differs", params));
  }
  return findings;
}

/**
 * Puts together what is known of a paper. The Word text is nearer to the signed paper than the workbook's instruction
 * sheet, so that it goes first; a number that is still open leaves what the workbook says.
 *
 * @param typed what the unit wrote into the workbook
 * @param report the báo cáo that lies beside it, if one could be read
 */
export function checkPaper(typed: Facts, report: ReportPaper | undefined, receipt: Receipt): CheckedPaper {
  const { number, date, signature } = report?.printed ?? {};
  const paper = {
    ...typed,
    ...(number?.number.sequence === undefined ? {} : { number: number.symbol }),
    ...(date?.day === undefined ? {} : { date: date.day }),
    ...(signature === undefined ? {} : { signer: signature.signer }),
  };
  const early =
    isDay(paper.date) && paper.date > receipt.day
      ? [
          reportPaper("cycle/report-date-after", {
            date: sayDay(paper.date),
            received: `${sayDay(receipt.day)}${receipt.basis === "file" ? " (theo tệp)" : ""}`,
          }),
        ]
      : [];
  return {
    paper,
    findings: [...(report === undefined ? [] : [...checkPrinted(report), ...compare(report, typed)]), ...early],
  };
}
