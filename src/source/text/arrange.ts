/** A page's lines as the paragraphs of a text: columns one after the other, what pages bear taken out, lines joined. */
import { isBlank } from "../draft/text/lines.js";
import { isHeaderTitle } from "../printed/head.js";
import { type PrintedSignature, readSignatureColumn } from "../printed/signature-column.js";
import { readTitle } from "../printed/title.js";
import { opensClosing, partClosing, partHeader, partSignatures, piecesOf, RIGHT } from "./columns.js";
import { isStamp, takeFurniture } from "./furniture.js";
import { partParagraphs, readPage } from "./line-breaks.js";
import { bare, hasLineForParagraph, type Lines, readParagraphs, type TextLine } from "./paragraphs.js";
import { readTypedTables, type TypedTables } from "./typed-tables.js";

export interface ArrangedText extends Pick<TypedTables, "rebuilt" | "unsure"> {
  readonly paragraphs: readonly Lines[];
  /** Numbers of pages. */
  readonly numbers: Lines;
  readonly stamps: Lines;
  /** Who signs, the lead first, where two do beside each other. */
  readonly signatures: readonly PrintedSignature<TextLine>[];
  /** First and last line of columns that hold signatures and more. */
  readonly mixed: readonly { readonly from: number; readonly to: number }[];
}

const ADDRESSED = /^Kính (?:gửi|trình)(?![\p{L}\p{M}])/iu;
const ANNEX = /^phụ lục(?:\s|$)/iu;
/** Lines that stand above the title, at most. */
const HEAD_LINES = 40;
/** Lines that a closing has, at most. */
const CLOSING_LINES = 40;

/** Index of the first line that is none of a header: the title, or Kính gửi; 0 where neither is found. */
function headEnd(lines: Lines): number {
  let words = 0;
  for (const [index, line] of lines.entries()) {
    const text = bare(line.text);
    if (text === "") continue;
    words += 1;
    if (words > HEAD_LINES) return 0;
    if (piecesOf(line).length === 1 && (readTitle(text) !== undefined || ADDRESSED.test(text))) return index;
  }
  return 0;
}

const OPEN_NUMBER = /^Số\s*[:.]?\s*\d*$/iu;
const CODE = /^[-–/]\s*\p{Lu}[\p{L}\d\s/–-]*$/u;
/** A date that a recognition broke at the blanks left in it. */
const BROKEN_DATE: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/,\s*ngày[\s.…\d]*$/iu, /^tháng(?:\s|\.|…|$)/iu],
  [/,\s*ngày[\s.…\d]*tháng[\s.…\d]*$/iu, /^năm\s/iu],
];

const goesOnInHead = (before: string, text: string): boolean =>
  (/\p{L}/u.test(text) && !isHeaderTitle(before) && isHeaderTitle(`${before} ${text}`)) ||
  BROKEN_DATE.some(([one, other]) => one.test(before) && other.test(text));

/** Lines of a header whole again where a recognition broke them. */
function joinBroken(lines: Lines): Lines {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const text = bare(line.text);
    if (text === "") {
      joined.push(line);
      continue;
    }
    let last = joined.length - 1;
    while (last >= 0 && isBlank(joined[last]?.text ?? "")) last -= 1;
    const number = CODE.test(text) ? joined.findIndex((one) => OPEN_NUMBER.test(bare(one.text))) : -1;
    const at = number === -1 && goesOnInHead(bare(joined[last]?.text ?? ""), text) ? last : number;
    const before = joined[at];
    if (before === undefined) joined.push(line);
    else joined[at] = { ...before, text: `${before.text.trim()} ${text}` };
  }
  return joined;
}

/** A rule that a recognition glued to the line below it. */
const GLUED_RULE = /^(\s*[-–—_=]{4,})\s*([\p{L}\d“"(].*)$/u;

const partRule = (line: TextLine): readonly TextLine[] => {
  const [, rule, rest] = GLUED_RULE.exec(line.text) ?? [];
  return rule === undefined || rest === undefined
    ? [line]
    : [
        { ...line, text: rule },
        { ...line, text: rest },
      ];
};

/** Blanks that are layout, now that they have told what they could. */
const withoutGaps = (line: TextLine): TextLine => ({
  ...line,
  text: line.text.replace(/(?<=\S)[ \t\u00A0]{3,}(?=\S)/gu, " "),
});

/** Where the closing begins and ends; the whole text's end where there is none. */
function closingOf(lines: Lines, from: number): readonly [number, number] {
  const label = lines.findIndex((line, index) => index >= from && opensClosing(line));
  if (label === -1) return [lines.length, lines.length];
  let start = label;
  for (let index = label - 1; index >= from; index -= 1) {
    const { text } = lines[index] as TextLine;
    if (isBlank(text)) continue;
    // the signature may begin above Nơi nhận, beside nothing
    if (text.search(/\S/u) < RIGHT) break;
    start = index;
  }
  const annex = lines.findIndex(({ text }, index) => index > label && ANNEX.test(bare(text)));
  return [start, Math.min(annex === -1 ? lines.length : annex, label + CLOSING_LINES)];
}

/** Two who sign beside each other, and the body above them. Columns that are more than that stay text, one by one. */
function readSignatures(lines: Lines): {
  readonly body: Lines;
  readonly signatures: ArrangedText["signatures"];
  readonly mixed: ArrangedText["mixed"];
} {
  const columns = partSignatures(lines);
  if (columns === undefined) return { body: lines, signatures: [], mixed: [] };
  const above = lines.slice(0, columns.from);
  const signatures = [columns.right, columns.left].flatMap((column) => {
    const read = readSignatureColumn(column.map(cleaned));
    return read === undefined || read.rest.length > 0 ? [] : [read];
  });
  if (signatures.length === 2) return { body: above, signatures, mixed: [] };
  const worded = [...columns.left, ...columns.right].filter(({ text }) => !isBlank(text));
  const numbers = worded.map(({ number }) => number);
  const kept = worded.flatMap((line): TextLine[] => [
    { text: "", number: line.number },
    { ...line, apart: true },
  ]);
  const mixed = { from: Math.min(...numbers), to: Math.max(...numbers) };
  return { body: [...above, ...kept], signatures: [], mixed: [mixed] };
}

const cleaned = (line: TextLine): TextLine => ({ ...line, text: bare(line.text) });

/**
 * Arranges the lines of a text.
 *
 * @param source in the order of the file
 * @param tops numbers of the lines that begin a page, where the text says so
 */
export function arrangeText(source: Lines, tops: ReadonlySet<number>): ArrangedText {
  const each = hasLineForParagraph(source);
  const parted = source.flatMap(partRule);
  const above = headEnd(parted);
  const furniture = takeFurniture(parted, { from: above, tops, page: readPage(parted.slice(above)) });
  const { lines } = furniture;
  const end = headEnd(lines);
  const [closing, after] = closingOf(lines, end);
  const header = joinBroken(partHeader(lines.slice(0, end)));
  const signed = readSignatures(lines.slice(end, closing));
  const { rebuilt, unsure, ...body } = readTypedTables(signed.body);
  const foot = partClosing(lines.slice(closing, after));
  const stamps = [...furniture.stamps, ...foot.filter(({ text }) => isStamp(text))];
  const read = (part: Lines): readonly Lines[] => {
    const paragraphs = readParagraphs(part, each);
    return (each ? paragraphs : partParagraphs(paragraphs)).map((paragraph) => paragraph.map(withoutGaps));
  };
  return {
    paragraphs: [
      ...readParagraphs(header, each),
      ...read(body.lines),
      ...readParagraphs(
        foot.filter(({ text }) => !isStamp(text)),
        each,
      ),
      ...read(lines.slice(after)),
    ],
    numbers: furniture.numbers,
    stamps,
    signatures: signed.signatures,
    mixed: signed.mixed,
    rebuilt,
    unsure,
  };
}
