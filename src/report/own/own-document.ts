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
import { chooseNorm, type Norm } from "../../norms/index.js";
import { parsePrintedNumber } from "../../norms/number-read.js";
import type { Context } from "../../starting-draft/context.js";
import { writeBlocks } from "../../writers/draft/blocks.js";
import { writeDraft } from "../../writers/draft/index.js";
import { FigureSource } from "../draft/subject.js";
import { linesOf } from "../narrative/lines.js";
import type { Phrase } from "../sentences/index.js";
import { lowerFirst } from "../sentences/index.js";
import type { Figures, PeriodTotals } from "../totals/index.js";
import type { OwnWorkbook } from "./own-ledger.js";
import { IndicatorLines } from "./say-indicators.js";

const ROMAN = /^[IVXLC]+$/u;
const NUMBER = /^\d+$/u;
const LETTER = /^\p{Ll}$/u;
/** How an opening leads over to the report. */
const AS_FOLLOWS = /như sau\s*[:.]?$/iu;
/** An open place. */
const BRACKETS = /\[[^\]]*\]/gu;
/** Of a workbook that does not say whom it is sent to. */
const NOWHERE = "[nơi nhận báo cáo]";
/** A list item as people type it. */
const ITEM = /^([-–—+*•])\s*(.+)$/u;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** What a period's name says of the report: "sơ kết giai đoạn 2026 - 2028"; the name alone otherwise. */
const REVIEW = /^(?:(sơ kết|tổng kết) )?(.+)$/u;

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
  if (LETTER.test(mark))
    return [{ kind: "heading", mark: { form: "letter", text: `${mark})` }, inlines: words(title) }];
  // "Mở đầu": the opening has no heading
  return [];
}

/** What the guidance asks for, where the unit has written nothing. */
const toWrite = (guidance: string): Block => ({
  kind: "paragraph",
  inlines: words(`[cần viết: ${guidance.replace(/[[\]]/gu, "").replace(/[.;]\s*$/u, "")}]`),
});

/** What the workbook has brought for a report. */
interface Material {
  readonly workbook: OwnWorkbook;
  readonly figures: Figures;
  readonly totals: PeriodTotals;
  /** What is known of the office, brackets for the rest. */
  readonly context: Context;
}

/** The sections of the đề cương with what stands under each. */
function sectionsOf({ workbook, figures, totals }: Material): readonly (readonly Block[])[] {
  const { formSet, facts, returned } = workbook;
  const { sections = [] } = outlineFor(formSet, facts.unitKind, facts.periodKind) ?? {};
  const scope = totals.scopes.get(facts.stamp.unit);
  if (scope === undefined) throw new RangeError(`no scope of ${facts.stamp.unit}`);
  const lines = new IndicatorLines(sections, new FigureSource(figures, totals), scope);
  const written = new Map(returned.narrative.map(({ mark, title, text }) => [`${mark}\n${title}`, text]));
  return sections.map((section): readonly Block[] => {
    const { mark, title, guidance, asks } = section;
    const figureLines = lines
      .linesOf(section)
      .map((phrase): Block => ({ kind: "paragraph", mark: DASH, inlines: inlinesOf(phrase) }));
    const own = linesOf(written.get(`${mark}\n${title}`) ?? "").map(paragraphOf);
    const text = own.length === 0 && asks ? [toWrite(guidance)] : own;
    return [...headingOf(mark, title), ...figureLines, ...text];
  });
}

/** The body; an opening that does not lead over to the report is followed by a sentence that does. */
function bodyOf(material: Material): readonly Block[] {
  const sections = sectionsOf(material);
  const [first = []] = sections;
  const opening = first.some(({ kind }) => kind === "heading") ? [] : first;
  const last = opening.at(-1);
  const text = last?.kind === "paragraph" ? printedText(last.inlines) : "";
  // guidance that is still to be followed ends in the words that it asks for
  const leadsOver = AS_FOLLOWS.test(text.trim()) || /^\[.*như sau/iu.test(text);
  const { author } = material.context.office;
  const leading: Block = {
    kind: "paragraph",
    inlines: words(`${author} báo cáo ${subjectOf(material)} như sau:`),
  };
  const rest = opening.length === 0 ? sections : sections.slice(1);
  return [...opening, ...(leadsOver ? [] : [leading]), ...rest.flat()];
}

const printedText = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");

/**
 * The draft of a report. A bracket behind a backslash is a unit's own word, which prints; what the outline still asks for
 * stands without one, so that the draft is refused until somebody has written it.
 */
export function writeOwnDraft(material: Material): string {
  const { workbook, context } = material;
  const { formSet, facts } = workbook;
  const { sections = [] } = outlineFor(formSet, facts.unitKind, facts.periodKind) ?? {};
  const { office, signer } = context;
  // a unit that types the very words of an open place would make that place count as meant
  const known = [office.author, office.place, office.bodyCode, office.archive, ...signer.lines, signer.name, NOWHERE];
  const open: readonly Block[] = [
    ...sections.map(({ guidance }) => toWrite(guidance)),
    ...known
      .flatMap((text) => text.match(BRACKETS) ?? [])
      .map((text): Block => ({ kind: "paragraph", inlines: words(text) })),
  ];
  return writeBlocks(open).reduce(
    (draft, escaped) => draft.replaceAll(escaped, escaped.slice(1)),
    writeDraft(ownDocument(material)),
  );
}

/** Số và ký hiệu as the unit wrote it into the workbook; without it the document waits for its number. */
function numberOf({ returned }: OwnWorkbook, { office, type }: Context, norm: Norm): NonNullable<Document["number"]> {
  const typed = returned.paper.number;
  const read = typed === undefined ? undefined : parsePrintedNumber(/^Số/iu.test(typed) ? typed : `Số ${typed}`, norm);
  return read?.number ?? { typeCode: type.code, bodyCode: office.bodyCode };
}

function dateOf({ returned, facts }: OwnWorkbook): NonNullable<Document["date"]> {
  const { date } = returned.paper;
  return signingDate(date !== undefined && ISO_DAY.test(date) ? date : facts.window.to.slice(0, 4));
}

const FAMILY = "party";

/** The báo cáo of a unit. */
function ownDocument(material: Material): Document {
  const { workbook, context } = material;
  const { facts, returned } = workbook;
  const { office, signer } = context;
  const date = dateOf(workbook);
  const norm = chooseNorm({ family: FAMILY, date });
  const { separator, last } = norm.recipients;
  const recipients = [
    `${facts.sendTo.replace(/\s*\([^)]*\)\s*$/u, "") || NOWHERE} (để báo cáo)${separator}`,
    `${office.archive}${last}`,
  ];
  return {
    family: FAMILY,
    type: "bao-cao",
    issuer: {
      name: [...office.name],
      ...(office.superior.length === 0 ? {} : { superior: [...office.superior] }),
    },
    number: numberOf(workbook, context, norm),
    place: office.place,
    date,
    subject: [subjectOf(material)],
    author: office.author,
    draftMark: "Dự thảo",
    body: [...bodyOf(material)],
    notes: [],
    recipients: recipients.map((line) => ({ kind: "recipient", lines: [line] })),
    signatures: [{ lines: [...signer.lines], name: returned.paper.signer ?? signer.name }],
    annexes: [],
  };
}

/** "kết quả xây dựng tổ chức đảng … 6 tháng đầu năm 2026", "sơ kết xây dựng tổ chức đảng … giai đoạn 2026 - 2028". */
function subjectOf({ workbook, totals }: Material): string {
  const [, review = "kết quả", period = ""] = REVIEW.exec(totals.period.name) ?? [];
  return `${review} ${lowerFirst(workbook.formSet.title)} ${period}`;
}
