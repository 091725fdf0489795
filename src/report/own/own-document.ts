/**
 * A unit's own báo cáo: the headings of its đề cương with what it wrote under each, its figures, its signer. What the
 * workbook does not say stands in brackets, and the document prints only as a draft until somebody has written it.
 */
import { signingDate } from "../../cycle/answers/letterhead.js";
import { outlineFor } from "../../forms/index.js";
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { Mark } from "../../model/mark.js";
import { normById } from "../../norms/index.js";
import { parsePrintedNumber } from "../../norms/number-read.js";
import type { Context } from "../../starting-draft/context.js";
import { writeBlocks } from "../../writers/draft/blocks.js";
import { writeDraft } from "../../writers/draft/index.js";
import { FigureSource } from "../draft/subject.js";
import { linesOf } from "../narrative/lines.js";
import type { Phrase } from "../sentences/index.js";
import type { Figures, PeriodTotals } from "../totals/index.js";
import type { OwnWorkbook } from "./own-ledger.js";
import { sayIndicators } from "./say-indicators.js";

const ROMAN = /^[IVXLC]+$/u;
const NUMBER = /^\d+$/u;
/** A list item as people type it. */
const ITEM = /^([-–—+*•])\s*(.+)$/u;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

const words = (text: string): Inlines => [{ kind: "text", text }];

const inlinesOf = (phrase: Phrase): Inlines =>
  phrase.flatMap((piece): Inlines => {
    if (typeof piece !== "string") return [{ kind: "figure", text: piece.printed, binding: piece.figure.binding }];
    return piece === "" ? [] : words(piece);
  });

const DASH: Mark = { form: "dash", text: "-" };
const PLUS: Mark = { form: "plus", text: "+" };

/** A line of the unit as a paragraph; its own dashes stay list items. */
function paragraphOf(line: string): Block {
  const [, sign, rest] = ITEM.exec(line) ?? [];
  if (rest === undefined) return { kind: "paragraph", inlines: words(line) };
  return { kind: "paragraph", mark: sign === "+" ? PLUS : DASH, inlines: words(rest) };
}

function headingOf(mark: string, title: string): readonly Block[] {
  if (ROMAN.test(mark)) {
    const inlines = words(title.toLocaleUpperCase("vi-VN"));
    return [{ kind: "heading", mark: { form: "roman", text: `${mark}-` }, inlines }];
  }
  if (NUMBER.test(mark))
    return [{ kind: "heading", mark: { form: "number", text: `${mark}.` }, inlines: words(title) }];
  // "Mở đầu": the opening has no heading
  return [];
}

/** What the guidance asks for, where the unit has written nothing. */
const toWrite = (guidance: string): Block => ({
  kind: "paragraph",
  inlines: words(`[cần viết: ${guidance.replace(/[[\]]/gu, "").replace(/[.;]\s*$/u, "")}]`),
});

/**
 * The draft of a report. A bracket behind a backslash is a unit's own word, which prints; what the outline still asks for
 * stands without one, so that the draft is refused until somebody has written it.
 */
export function writeOwnDraft(document: Document, { formSet, facts }: OwnWorkbook): string {
  const { sections = [] } = outlineFor(formSet, facts.unitKind, facts.periodKind) ?? {};
  const escaped = sections.flatMap(({ guidance }) => writeBlocks([toWrite(guidance)]));
  return escaped.reduce((draft, words) => draft.replaceAll(words, words.slice(1)), writeDraft(document));
}

function bodyOf(workbook: OwnWorkbook, figures: Figures, totals: PeriodTotals): readonly Block[] {
  const { formSet, facts, returned } = workbook;
  const outline = outlineFor(formSet, facts.unitKind, facts.periodKind);
  const scope = totals.scopes.get(facts.stamp.unit);
  if (scope === undefined) throw new RangeError(`no scope of ${facts.stamp.unit}`);
  const source = new FigureSource(figures, totals);
  const written = new Map(returned.narrative.map(({ mark, title, text }) => [`${mark}\n${title}`, text]));
  return (outline?.sections ?? []).flatMap(({ mark, title, guidance, indicators, asks }): readonly Block[] => {
    const figureLines = sayIndicators(indicators, source, scope).map(
      (phrase): Block => ({ kind: "paragraph", mark: DASH, inlines: inlinesOf(phrase) }),
    );
    const own = linesOf(written.get(`${mark}\n${title}`) ?? "").map(paragraphOf);
    const text = own.length === 0 && asks ? [toWrite(guidance)] : own;
    return [...headingOf(mark, title), ...figureLines, ...text];
  });
}

/** Số và ký hiệu as the unit wrote it into the workbook; without it the document waits for its number. */
function numberOf({ returned }: OwnWorkbook, { office, type }: Context): NonNullable<Document["number"]> {
  const typed = returned.paper.number;
  const read =
    typed === undefined ? undefined : parsePrintedNumber(/^Số/iu.test(typed) ? typed : `Số ${typed}`, normById("hd05"));
  return read?.number ?? { typeCode: type.code, bodyCode: office.bodyCode };
}

function dateOf({ returned, facts }: OwnWorkbook): NonNullable<Document["date"]> {
  const { date } = returned.paper;
  return signingDate(date !== undefined && ISO_DAY.test(date) ? date : facts.window.to.slice(0, 4));
}

/**
 * The báo cáo of a unit.
 *
 * @param context what is known of the office, brackets for the rest
 */
export function ownDocument(workbook: OwnWorkbook, figures: Figures, totals: PeriodTotals, context: Context): Document {
  const { facts, returned } = workbook;
  const { office, signer } = context;
  const recipients = [
    `${facts.sendTo.replace(/\s*\([^)]*\)\s*$/u, "") || "[nơi nhận báo cáo]"} (để báo cáo);`,
    `${office.archive}.`,
  ];
  return {
    family: "party",
    type: "bao-cao",
    issuer: {
      name: [...office.name],
      ...(office.superior.length === 0 ? {} : { superior: [...office.superior] }),
    },
    number: numberOf(workbook, context),
    place: office.place,
    date: dateOf(workbook),
    subject: [subjectOf(workbook, totals)],
    author: office.author,
    draftMark: "Dự thảo",
    body: [...bodyOf(workbook, figures, totals)],
    notes: [],
    recipients: recipients.map((line) => ({ kind: "recipient", lines: [line] })),
    signatures: [{ lines: [...signer.lines], name: returned.paper.signer ?? signer.name }],
    annexes: [],
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase("vi-VN") + text.slice(1);

/** "kết quả xây dựng tổ chức đảng … 6 tháng đầu năm 2026". */
function subjectOf({ formSet }: OwnWorkbook, { period }: PeriodTotals): string {
  return `kết quả ${lowerFirst(formSet.title)} ${period.name}`;
}
