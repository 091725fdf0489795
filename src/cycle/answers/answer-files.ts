/** The answer to a return as files: a message to paste and, where something is open, the slip and a marked workbook. */
import { style } from "../../layout/style/index.js";
import type { Document } from "../../model/document.js";
import { chooseNorm } from "../../norms/choose.js";
import type { Day } from "../../organisation/register.js";
import { type Mark, markWorkbook } from "../../workbook/mark/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { CellFinding } from "../returns.js";
import { type Answered, messageToPaste, openFindings, paperFindings, receipt, reviewSlip } from "./review-slip.js";

/** A file of the answer. */
export interface AnswerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Answer {
  readonly files: readonly AnswerFile[];
  /** Cells were to be marked and none could be. */
  readonly unmarked: boolean;
}

/** What an answer is made from. */
export interface AnswerRequest extends Answered {
  /** Code of the unit, for names of files. */
  readonly code: string;
  /** Number of the unit's return; each has an answer of its own. */
  readonly revision: number;
  /** The signed paper is there. */
  readonly signed: boolean;
  /** The workbook as received. */
  readonly workbook: Uint8Array;
}

/** Midday in Vietnam; the slip carries no other time. */
const NOON_UTC = "T05:00:00Z";

/** The slip as DOCX: no number and no signature, so nothing is asked of it that a document to be issued must have. */
async function slipFile(office: Workspace, slip: Document, today: Day): Promise<Uint8Array> {
  const document: Document =
    office.presentation === undefined ? slip : { ...slip, presentation: { ...office.presentation } };
  const norm = chooseNorm({ family: document.family, date: document.date, norm: document.norm });
  const styled = style(document, norm, new Map());
  const { writeDocx } = await import("../../writers/docx/index.js");
  return writeDocx(styled, { created: new Date(`${today}${NOON_UTC}`), title: styled.title, model: document });
}

const marksOf = (findings: readonly CellFinding[]): readonly Mark[] =>
  findings.flatMap(({ cell, found, remedy }) =>
    cell === undefined ? [] : [{ sheet: cell.sheet, address: cell.address, text: `${found}\n${remedy}` }],
  );

const UNSIGNED = "Chưa có bản ký: đề nghị gửi bổ sung báo cáo đã ký số hoặc bản chụp có chữ ký.";

const aboutPaper = (findings: readonly CellFinding[]): readonly string[] =>
  paperFindings(findings).map(({ found, remedy }) => `${found} ${remedy}`);

/** The message, and what is asked about the paper. */
const messageFile = (lines: readonly string[], { signed, findings }: AnswerRequest): Uint8Array =>
  // Notepad on old machines shows Vietnamese only with the mark of UTF-8, and lines only with both characters
  new TextEncoder().encode(
    `\uFEFF${[...lines, ...aboutPaper(findings), ...(signed ? [] : [UNSIGNED])].join("\r\n")}\r\n`,
  );

/**
 * Answers a return that the ledger has.
 *
 * @param office who answers
 * @param today day of the answer
 */
export async function answerFiles(office: Workspace, request: AnswerRequest, today: Day): Promise<Answer> {
  const { code, revision, workbook } = request;
  const nameOf = (stem: string, extension: string): string =>
    revision === 1 ? `${stem}.${extension}` : `${stem}-lan-${revision}.${extension}`;
  const { errors, questions } = openFindings(request.findings);
  const open = [...errors, ...questions];
  if (open.length === 0) {
    return {
      files: [{ name: nameOf("loi-nhan", "txt"), bytes: messageFile(receipt(request), request) }],
      unmarked: false,
    };
  }
  const slip = await slipFile(office, reviewSlip(office, request, today), today);
  const marks = marksOf(open);
  const marked = marks.length === 0 ? undefined : markWorkbook(workbook, marks);
  return {
    files: [
      { name: nameOf("phieu-ra-soat", "docx"), bytes: slip },
      ...(marked === undefined ? [] : [{ name: nameOf(`${code}-danh-dau`, "xlsx"), bytes: marked }]),
      { name: nameOf("loi-nhan", "txt"), bytes: messageFile(messageToPaste(request), request) },
    ],
    unmarked: marks.length > 0 && marked === undefined,
  };
}
