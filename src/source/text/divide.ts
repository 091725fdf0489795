/** The parts of an official text: what stands above the title, the title, the body, and what closes it. */

import type { SourceLine } from "../draft/text/lines.js";
import { bare, type Lines } from "./paragraphs.js";
import { DOCUMENT_TYPES } from "./types.js";

export interface TextParts {
  readonly header: readonly Lines[];
  /** Name of the type as in a sentence: "Kế hoạch". */
  readonly type?: string;
  readonly subject: Lines;
  readonly body: readonly Lines[];
  readonly recipients: Lines;
  readonly signature: Lines;
}

/** The title may be glued to the subject: `KẾ HOẠCH**về …**`. */
function readTitle(paragraph: Lines): { type: string; rest: Lines } | undefined {
  const [first, ...others] = paragraph;
  if (first === undefined) return undefined;
  const text = bare(first.text);
  const type = DOCUMENT_TYPES.find(
    ({ capitals }) =>
      text === capitals || (text.startsWith(capitals) && /^\p{Ll}/u.test(text.slice(capitals.length).trim())),
  );
  if (type === undefined) return undefined;
  const rest = text.slice(type.capitals.length).trim();
  return { type: type.name, rest: [...(rest === "" ? [] : [{ ...first, text: rest }]), ...others] };
}

const RULE = /^[-–—_=*]{3,}$/u;
const RECIPIENTS = /^Nơi nhận\s*:?$/iu;
/** How the lines above a signature begin. */
const SIGNATURE = /^(?:T[/.]?\s?M\.?|K[/.]?\s?T\.?|T[/.]?\s?L\.?|T[/.]?\s?U[/.]?Q\.?|Q\.)\s|^(?:\p{Lu}{2,}\s?){2,}$/u;

const clean = (line: SourceLine): SourceLine => ({ ...line, text: bare(line.text) });

/** Longest name of a signer, in words. */
const NAME_WORDS = 6;
const isCapital = (text: string): boolean => text === text.toLocaleUpperCase("vi-VN");

/** The lines of the signature: those in capitals, and the name that follows; what comes after belongs to annexes. */
function signatureOf(lines: Lines): Lines {
  const name = lines.findIndex(({ text }) => text !== "" && !isCapital(text) && !/^(?:kiêm|\(.*\))$/u.test(text));
  if (name === -1) return lines;
  const named = (lines[name]?.text ?? "").split(" ").length <= NAME_WORDS;
  const before =
    lines
      .slice(0, name)
      .map((line) => line.text)
      .join("")
      .trim() !== "";
  return named && before ? lines.slice(0, name + 1) : lines.slice(0, name);
}

/** Divides the closing: entries of Nơi nhận, then the lines of the signature, which stand in capitals. */
function divideClosing(paragraphs: readonly Lines[]): Pick<TextParts, "recipients" | "signature"> {
  const lines = paragraphs.flatMap((paragraph) => [
    ...paragraph.map(clean),
    { text: "", number: paragraph.at(-1)?.number ?? 0 },
  ]);
  const at = lines.findIndex(({ text }) => SIGNATURE.test(text) && !text.startsWith("-"));
  if (at === -1) return { recipients: lines, signature: [] };
  return { recipients: lines.slice(0, at), signature: signatureOf(lines.slice(at)) };
}

/** How the text below a title begins. */
const OPENING =
  /^(?:Căn cứ|Thực hiện|Để|Theo|Trên cơ sở|Xét|Triển khai|Quán triệt|Tiếp tục|Nhằm|Kính gửi|[IVX]{1,5}\s*[.-]|\d{1,2}\.|[-–—_=*]{3,})/u;
const LONGEST_SUBJECT_LINE = 160;

/** Whether a paragraph is a further line of the subject: short, in brackets or without an end, and no opening. */
function continuesSubject(paragraph: Lines): boolean {
  const text = paragraph.map((line) => bare(line.text)).join(" ");
  return text.length <= LONGEST_SUBJECT_LINE && !OPENING.test(text) && !/[.:;]$/u.test(text);
}

/**
 * Divides the paragraphs of a text.
 *
 * @param paragraphs in reading order
 */
export function divideText(paragraphs: readonly Lines[]): TextParts {
  const titleAt = paragraphs.findIndex((paragraph) => readTitle(paragraph) !== undefined);
  const title = titleAt === -1 ? undefined : readTitle(paragraphs[titleAt] ?? []);
  const header = paragraphs.slice(0, Math.max(titleAt, 0));
  let rest = paragraphs.slice(titleAt + 1);
  let subject = title?.rest ?? [];
  if (title !== undefined && subject.length === 0) {
    const end = rest.findIndex((paragraph, index) => index > 0 && !continuesSubject(paragraph));
    subject = rest.slice(0, end === -1 ? 1 : end).flat();
    rest = rest.slice(end === -1 ? 1 : end);
  }
  rest = rest.filter((paragraph, index) => index > 1 || !RULE.test(bare(paragraph[0]?.text ?? "")));
  const closingAt = rest.findIndex((paragraph) => RECIPIENTS.test(bare(paragraph[0]?.text ?? "")));
  const body = closingAt === -1 ? rest : rest.slice(0, closingAt);
  const [label = [], ...closing] = closingAt === -1 ? [] : rest.slice(closingAt);
  return {
    header,
    ...(title === undefined ? {} : { type: title.type }),
    subject: subject.map(clean),
    body,
    ...divideClosing(closingAt === -1 ? [] : [label.slice(1), ...closing]),
  };
}
