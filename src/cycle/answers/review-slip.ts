/** The answer to a faulty return: an unnumbered, unsigned phiếu rà soát số liệu (reporting §8.5). */
import { PAPER_RULES } from "../../findings/messages/cycle.js";
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/index.js";
import type { Period } from "../../periods/period.js";
import type { Workspace } from "../../workspace/workspace.js";
import { type SpokenPaper, sayPaper } from "../paper-words.js";
import type { CellFinding } from "../returns.js";
import { letterhead, signingDate } from "./letterhead.js";

/** A return that is answered. */
export interface Answered {
  /** Official name of the unit. */
  readonly unit: string;
  readonly period: Period;
  /** Name of the workbook as received. */
  readonly file: string;
  readonly received: Day;
  readonly findings: readonly CellFinding[];
  /** What is known of the paper that it belongs to. */
  readonly paper?: SpokenPaper;
  /** Last day for the corrected return. */
  readonly lastDay: Day;
}

const text = (value: string): Inlines => [{ kind: "text", text: value }];
const paragraph = (value: string): Block => ({ kind: "paragraph", inlines: text(value) });
const cell = (value: string) => ({ paragraphs: [text(value)] });

/** `Biểu 2, ô D12`. */
export const placeOfFinding = ({ cell: place }: CellFinding): string =>
  place === undefined ? "Cả tệp" : `${place.sheet}, ô ${place.address}`;

/** The findings that the unit must act on: what is to be corrected first, then what is to be explained. */
export function openFindings(findings: readonly CellFinding[]): { errors: CellFinding[]; questions: CellFinding[] } {
  return {
    errors: findings.filter(({ weight }) => weight === "error"),
    questions: findings.filter(({ weight, explanation }) => weight === "explain" && explanation === undefined),
  };
}

/** What the unit is asked about its paper: its figures count all the same. */
export const paperFindings = (findings: readonly CellFinding[]): readonly CellFinding[] =>
  findings.filter(({ rule }) => PAPER_RULES.includes(rule));

/** ` (báo cáo số 12-BC/ĐU, ngày 22/5/2026)`; nothing where nothing is known of the paper. */
const paperInWords = ({ paper = {} }: Answered): string => {
  const words = sayPaper(paper);
  return words === "" ? "" : ` (${words})`;
};

/** Whether a marked copy of the workbook goes along. */
const hasMarks = (findings: readonly CellFinding[]): boolean => {
  const { errors, questions } = openFindings(findings);
  return [...errors, ...questions].some(({ cell: place }) => place !== undefined);
};

function findingsTable(findings: readonly CellFinding[]): Block {
  const head = ["TT", "Biểu, ô", "Nội dung rà soát", "Đề nghị"].map(cell);
  const rows = findings.map((finding, index) => [
    cell(String(index + 1)),
    cell(placeOfFinding(finding)),
    cell(finding.found),
    cell(finding.remedy),
  ]);
  return {
    kind: "table",
    table: {
      columns: [{ kind: "ordinal" }, { kind: "text", width: 32 }, { kind: "text" }, { kind: "text" }],
      headerRows: 1,
      rows: [head, ...rows],
    },
  };
}

/**
 * The slip as a document.
 *
 * @param office who asks
 * @param today day of the slip
 */
export function reviewSlip(office: Workspace, answered: Answered, today: Day): Document {
  const { unit, period, file, received, lastDay } = answered;
  const { errors, questions } = openFindings(answered.findings);
  const sender = office.author ?? "Cơ quan tổng hợp";
  const body: Block[] = [
    paragraph(
      `${sender} đã nhận tệp số liệu “${file}” của ${unit} ngày ${sayDay(received)}${paperInWords(answered)}. Qua rà soát, đề nghị đơn vị xem lại các nội dung sau:`,
    ),
  ];
  const part = (mark: string, title: string, findings: readonly CellFinding[]) => {
    if (findings.length === 0) return;
    body.push({ kind: "heading", mark: { form: "number", text: mark }, inlines: text(title) }, findingsTable(findings));
  };
  part("1.", "Nội dung phải sửa", errors);
  part(
    errors.length > 0 ? "2." : "1.",
    "Nội dung cần giải trình (ghi lý do ở cột Ghi chú, hoặc sửa nếu sai)",
    questions,
  );
  const aboutPaper = paperFindings(answered.findings);
  if (aboutPaper.length > 0) {
    const mark = `${1 + Number(errors.length > 0) + Number(questions.length > 0)}.`;
    body.push(
      { kind: "heading", mark: { form: "number", text: mark }, inlines: text("Về văn bản báo cáo") },
      ...aboutPaper.map(({ found, remedy }) => paragraph(`${found} ${remedy}`)),
    );
  }
  body.push(
    paragraph(
      `${hasMarks(answered.findings) ? "Đề nghị đơn vị sửa ngay trên tệp gửi kèm (các ô cần xem đã được tô màu)" : "Đề nghị đơn vị sửa trên tệp đã nhận của kỳ này"}, gửi lại chậm nhất ngày ${sayDay(lastDay)}. Không lập tệp mới, không sửa các ô đã khoá.`,
    ),
  );
  return {
    ...letterhead(office),
    type: "phieu-ra-soat-so-lieu",
    date: signingDate(today),
    subject: [`báo cáo ${period.name}`, `của ${unit}`],
    body,
    notes: [],
    annexes: [],
  };
}

/** Two lines to paste into a message that goes with the slip. */
export function messageToPaste({ unit, period, findings, lastDay }: Answered): readonly [string, string] {
  const { errors, questions } = openFindings(findings);
  const first = [...errors, ...questions].find(({ cell }) => cell !== undefined);
  const counts = [
    errors.length > 0 ? `${errors.length} chỗ phải sửa` : "",
    questions.length > 0 ? `${questions.length} chỗ cần giải trình` : "",
  ].filter((part) => part !== "");
  return [
    `Kính gửi ${unit}: báo cáo ${period.name} có ${counts.join(", ")}${first === undefined ? "" : ` (ví dụ ${placeOfFinding(first)})`}.`,
    `Đề nghị xem phiếu rà soát ${hasMarks(findings) ? "và tệp đánh dấu " : ""}gửi kèm, gửi lại chậm nhất ngày ${sayDay(lastDay)}.`,
  ];
}

/** The receipt of a return that counts. */
export function receipt(answered: Answered): readonly [string, string] {
  const { unit, period, file, received } = answered;
  return [
    `Đã nhận báo cáo ${period.name} của ${unit}: tệp “${file}”, ngày ${sayDay(received)}${paperInWords(answered)}.`,
    "Số liệu hợp lệ và đã đưa vào tổng hợp.",
  ];
}
