/** The parts of an official text: what stands above the title, the title, the body, and what closes it. */

import type { SourceLine } from "../draft/text/lines.js";
import { isCapital, type Parted } from "../printed/line.js";
import { isCompetence, readSignatureColumn } from "../printed/signature-column.js";
import { readTitle } from "../printed/title.js";
import { opensAnnex } from "./annexes.js";
import { bare, type Lines } from "./paragraphs.js";

export interface TextSignature {
  readonly above: Lines;
  readonly name?: SourceLine;
}

export interface TextParts {
  readonly header: readonly Lines[];
  /** Name of the type as in a sentence: "Kế hoạch". */
  readonly type?: string;
  /** The name of the type as it stands above the text. */
  readonly title?: string;
  /** Words of the title line beside it, for which there is no place: "HỌP" of "GIẤY MỜI HỌP". */
  readonly besideTitle?: SourceLine;
  /** Words of title and trích yếu that stood without a blank between them. */
  readonly parted?: Parted;
  readonly subject: Lines;
  readonly addressees: Lines;
  /** The authority in capitals above the legal bases. */
  readonly issuingAuthority: Lines;
  readonly body: readonly Lines[];
  /** "Nơi nhận" stands above the entries. */
  readonly labelled: boolean;
  readonly recipients: Lines;
  readonly signature?: TextSignature;
  /** Behind the closing: annexes. */
  readonly after: readonly Lines[];
}

interface FoundTitle {
  readonly parted?: Parted;
  readonly type: string;
  readonly title: string;
  readonly beside?: SourceLine;
  readonly rest: Lines;
}

/** The title may be glued to the subject: `KẾ HOẠCH**về …**`. */
function titleOf(paragraph: Lines): FoundTitle | undefined {
  const [first, ...others] = paragraph;
  const read = first === undefined ? undefined : readTitle(bare(first.text));
  if (first === undefined || read === undefined) return undefined;
  const rest = [...(read.rest === "" ? [] : [{ ...first, text: read.rest }]), ...others];
  return {
    type: read.type,
    title: read.name,
    rest,
    ...(read.beside === "" ? {} : { beside: { ...first, text: read.beside } }),
    ...(read.parted === undefined ? {} : { parted: read.parted }),
  };
}

const RULE = /^[-–—_=*]{3,}$/u;
const RECIPIENTS = /^Nơi nhận\s*:?$/iu;
const ADDRESSED = /^Kính (?:gửi|trình)\b/iu;

const clean = (line: SourceLine): SourceLine => ({ ...line, text: bare(line.text) });
const firstOf = (paragraph: Lines): string => bare(paragraph[0]?.text ?? "");

/** How the text below a title begins. */
const OPENING =
  /^(?:Căn cứ|Thực hiện|Để|Theo|Trên cơ sở|Xét|Triển khai|Quán triệt|Tiếp tục|Nhằm|Kính gửi|Kính trình|[IVX]{1,5}\s*[.-]|\d{1,2}\.|[-–—_=*]{3,})/u;
const LONGEST_SUBJECT_LINE = 160;
const LONGEST_SUBJECT = 400;
/** A longer paragraph is text of the body. */
const LONGEST_HEAD = 200;
/** How far above Nơi nhận, or above the end, a signature is looked for, in paragraphs. */
const TAIL = 12;

/** Whether a paragraph is a further line of the subject: short, in brackets or without an end, and no opening. */
function continuesSubject(paragraph: Lines): boolean {
  const text = paragraph.map((line) => bare(line.text)).join(" ");
  return text.length <= LONGEST_SUBJECT_LINE && !isCapital(text) && !OPENING.test(text) && !/[.:;]$/u.test(text);
}

/** Whether the paragraph below a title is its trích yếu, and not the text already. */
function isSubject(paragraph: Lines): boolean {
  const text = paragraph.map((line) => bare(line.text)).join(" ");
  if (text.length > LONGEST_SUBJECT || RULE.test(text) || ADDRESSED.test(text)) return false;
  return /^(?:về|v\/v)\s/iu.test(text) || !/[.:;]$/u.test(text);
}

/** The text below a title parted at the line that opens the body, where nothing but its words shows it. */
function partSubject([first = [], ...others]: readonly Lines[]): readonly Lines[] {
  const at = isSubject(first) ? -1 : first.findIndex(({ text }, index) => index > 0 && OPENING.test(bare(text)));
  return at === -1 ? [first, ...others] : [first.slice(0, at), first.slice(at), ...others];
}

/** Where the header of a text without a title ends. */
function headerEnd(paragraphs: readonly Lines[]): number {
  const end = paragraphs.findIndex((paragraph) => {
    const text = firstOf(paragraph);
    return (
      ADDRESSED.test(text) || text.length > LONGEST_HEAD || /^(?:[IVX]{1,5}\s*[.-]|\d{1,2}\.|[-+]\s)\s*\S/u.test(text)
    );
  });
  const found = end === -1 ? paragraphs.length : end;
  const head = paragraphs
    .slice(0, found)
    .flat()
    .map(({ text }) => bare(text));
  return head.some((text) => /^Số(?![\p{L}\p{M}])/u.test(text) || /VIỆT NAM$/u.test(text)) ? found : 0;
}

/** Lines of paragraphs, an empty one between each two. */
const spaced = (paragraphs: readonly Lines[]): SourceLine[] =>
  paragraphs.flatMap((paragraph) => [...paragraph.map(clean), { text: "", number: paragraph.at(-1)?.number ?? 0 }]);

interface Closing {
  readonly recipients: Lines;
  readonly signature?: TextSignature;
  readonly after: readonly Lines[];
}

/** Divides what follows "Nơi nhận": entries, the signature in capitals, and what comes behind it. */
function divideClosing(all: readonly Lines[]): Closing {
  const annex = all.findIndex((paragraph, index) => index > 0 && opensAnnex(paragraph));
  const paragraphs = annex === -1 ? all : all.slice(0, annex);
  const annexes = annex === -1 ? [] : all.slice(annex);
  const lines = spaced(paragraphs);
  const at = lines.findIndex(({ text }) => isCompetence(text) && !text.startsWith("-"));
  const read = at === -1 ? undefined : readSignatureColumn(lines.slice(at));
  if (read === undefined) return { recipients: lines, after: annexes };
  const { above, name } = read;
  // by place and not by number: of two columns the right one's lines have the numbers of the left one's
  const end = lines.indexOf((name ?? above.at(-1)) as SourceLine);
  const after: SourceLine[][] = [[]];
  for (const line of paragraphs.flatMap((paragraph) => [...paragraph, undefined]).slice(end + 1)) {
    if (line === undefined) after.push([]);
    else after.at(-1)?.push(line);
  }
  return {
    recipients: lines.slice(0, at),
    signature: { above, ...(name === undefined ? {} : { name }) },
    after: [...after.filter((paragraph) => paragraph.length > 0), ...annexes],
  };
}

/** A signature at the end of a body, where the columns of the closing were written down from the right, or no Nơi nhận is. */
function takeSignature(
  body: readonly Lines[],
): { readonly signature: TextSignature; readonly body: readonly Lines[] } | undefined {
  for (let at = Math.max(0, body.length - TAIL); at < body.length; at += 1) {
    if (body[at]?.[0]?.apart || !isCompetence(firstOf(body[at] ?? []))) continue;
    const read = readSignatureColumn(spaced(body.slice(at)));
    if (read === undefined || read.rest.length > 0) continue;
    const { above, name } = read;
    return { signature: { above, ...(name === undefined ? {} : { name }) }, body: body.slice(0, at) };
  }
  return undefined;
}

const LEGAL = /^[-–]?\s*căn cứ/iu;

/** Paragraphs in capitals right above the legal bases. */
function takeAuthority(paragraphs: readonly Lines[]): {
  readonly issuingAuthority: Lines;
  readonly rest: readonly Lines[];
} {
  const end = paragraphs.findIndex((paragraph) => !isCapital(paragraph.map((line) => bare(line.text)).join(" ")));
  const first = end === -1 ? undefined : firstOf(paragraphs[end] ?? []);
  if (end < 1 || first === undefined || !LEGAL.test(first)) return { issuingAuthority: [], rest: paragraphs };
  return { issuingAuthority: paragraphs.slice(0, end).flat(), rest: paragraphs.slice(end) };
}

/** "Kính gửi:" and the lines below it that name somebody. */
function takeAddressees(paragraphs: readonly Lines[]): { readonly addressees: Lines; readonly rest: readonly Lines[] } {
  const [first, ...others] = paragraphs;
  if (first === undefined || !ADDRESSED.test(firstOf(first))) return { addressees: [], rest: paragraphs };
  const only = first.length === 1 && !/:(?:\s*[-–+]\s.*)?$/u.test(firstOf(first));
  const end = only ? 0 : others.findIndex((paragraph) => !/^[-–+]\s/u.test(firstOf(paragraph)));
  const count = end === -1 ? others.length : end;
  return { addressees: [first, ...others.slice(0, count)].flat().map(clean), rest: others.slice(count) };
}

/**
 * Divides the paragraphs of a text.
 *
 * @param paragraphs in reading order
 */
export function divideText(paragraphs: readonly Lines[]): TextParts {
  const titleAt = paragraphs.findIndex((paragraph) => titleOf(paragraph) !== undefined);
  const title = titleAt === -1 ? undefined : titleOf(paragraphs[titleAt] ?? []);
  const headed = title === undefined ? headerEnd(paragraphs) : titleAt;
  let rest: readonly Lines[] = paragraphs.slice(title === undefined ? headed : titleAt + 1);
  let subject = title?.rest ?? [];
  if (title !== undefined && subject.length === 0) {
    rest = partSubject(rest);
    const end = rest.findIndex((paragraph, index) =>
      index > 0 ? !continuesSubject(paragraph) : !isSubject(paragraph),
    );
    subject = rest.slice(0, end === -1 ? 1 : end).flat();
    rest = rest.slice(end === -1 ? 1 : end);
  }
  rest = rest.filter((paragraph, index) => index > 1 || !RULE.test(firstOf(paragraph)));
  const { addressees, rest: below } = takeAddressees(rest);
  const { issuingAuthority, rest: text } = takeAuthority(below);
  const closingAt = text.findIndex((paragraph) => RECIPIENTS.test(firstOf(paragraph)));
  const above = closingAt === -1 ? text : text.slice(0, closingAt);
  const [label = [], ...closing] = closingAt === -1 ? [] : text.slice(closingAt);
  const { recipients, signature, after } = divideClosing(closingAt === -1 ? [] : [label.slice(1), ...closing]);
  // without a closing the annexes stand in the same run of paragraphs
  const annexAt = closingAt === -1 ? above.findIndex(opensAnnex) : -1;
  const behind = annexAt === -1 ? [] : above.slice(annexAt);
  const taken = signature === undefined ? takeSignature(annexAt === -1 ? above : above.slice(0, annexAt)) : undefined;
  const signed = signature ?? taken?.signature;
  return {
    header: paragraphs.slice(0, headed),
    ...(title === undefined ? {} : { type: title.type, title: title.title }),
    ...(title?.parted === undefined ? {} : { parted: title.parted }),
    ...(title?.beside === undefined ? {} : { besideTitle: title.beside }),
    subject: subject.map(clean),
    addressees,
    issuingAuthority,
    body: taken?.body ?? above.slice(0, annexAt === -1 ? above.length : annexAt),
    labelled: closingAt !== -1,
    recipients,
    ...(signed === undefined ? {} : { signature: signed }),
    after: [...after, ...behind],
  };
}
