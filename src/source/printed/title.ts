/** The name of the type above the text, alone on its line or glued to the trích yếu. */

import { foldTone } from "../../norms/tone.js";
import { documentTypes } from "../../norms/types.js";
import { type Parted, partedWords, tidyLine } from "./line.js";

/** Names of the types as titles print them, the longest first: "KẾ HOẠCH" is no beginning of another. */
const TYPES: readonly { readonly name: string; readonly folded: string }[] = [
  ...new Set(
    [...documentTypes("party"), ...documentTypes("state")].filter(({ letter }) => !letter).map(({ name }) => name),
  ),
]
  .map((name) => ({ name, folded: foldTone(name) }))
  .sort((one, other) => other.folded.length - one.folded.length);

export interface PrintedTitle {
  /** Name as in a sentence: "Kế hoạch". */
  readonly type: string;
  /** The name as it stands there: "GIẤY MỜI". */
  readonly name: string;
  /** Words of the title line beside the name: "HỌP" of "GIẤY MỜI HỌP". */
  readonly beside: string;
  /** What was glued to it: the beginning of the trích yếu. */
  readonly rest: string;
  /** The words where it was glued on without a blank. */
  readonly parted?: Parted;
}

/** Words that may stand behind the name of a type in the same capitals. */
const LONGEST_BESIDE = 3;

/**
 * Reads a line as a title.
 *
 * @returns undefined when its capitals are not the name of a type
 */
export function readTitle(line: string): PrintedTitle | undefined {
  const text = tidyLine(line);
  let capitals = /^\p{Lu}+(?: \p{Lu}+)*/u.exec(text)?.[0] ?? "";
  const next = text[capitals.length] ?? "";
  // a single capital before a small letter begins a word of its own: "BÁO CÁO Kết quả"
  if (/\p{Ll}/u.test(next)) capitals = capitals.replace(/ ?\p{Lu}$/u, (last) => (last.length === 2 ? "" : last));
  if (capitals.length < 4 || !/^(?:$|[\s\p{Ll}(“"])/u.test(next)) return undefined;
  const glued = text.slice(capitals.length).trimStart();
  const folded = foldTone(capitals);
  const type = TYPES.find((one) => folded === one.folded || folded.startsWith(`${one.folded} `));
  if (type === undefined) return undefined;
  const beside = capitals.slice(type.name.length).trim();
  if (beside.split(" ").length > LONGEST_BESIDE) return undefined;
  const parted = partedWords(text.slice(0, capitals.length), text.slice(capitals.length));
  const name = capitals.slice(0, type.name.length);
  return { type: type.name, name, beside, rest: glued, ...(parted === undefined ? {} : { parted }) };
}
