/** What is counted, in words: nouns of figures and names of parts. */
import { type FormSet, type Indicator, nameOfKey, type ValueKey } from "../../forms/index.js";

/** A unit of counting that reads as a word behind its number; "TCĐ", "DN" and "%" do not. */
const WORD = /^\p{Ll}+(?: \p{Ll}+)*$/u;
const ABBREVIATION = /^\p{Lu}{2,}$/u;

/** Verbs that open the names of flows: what the whole has said of all its parts is not said again. */
const VERBS = ["kết nạp", "thành lập", "giải thể", "tiếp nhận", "giới thiệu", "bồi dưỡng", "công nhận"] as const;

const lower = (text: string): string => text.toLocaleLowerCase("vi-VN");
export const lowerFirst = (text: string): string => lower(text.charAt(0)) + text.slice(1);

/** Words of a name whose initials spell an abbreviation: "Chỉ tiêu thành lập tổ chức đảng" spells "TCĐ". */
function spelledBy(name: string, abbreviation: string, where: "first" | "anywhere"): string | undefined {
  const words = name.split(/[\s,()]+/u);
  const last = where === "first" ? 0 : words.length - abbreviation.length;
  for (let at = 0; at <= last; at += 1) {
    const some = words.slice(at, at + abbreviation.length);
    const initials = some.map((word) => word.charAt(0).toLocaleUpperCase("vi-VN")).join("");
    if (initials === abbreviation) return lowerFirst(some.join(" "));
  }
  return undefined;
}

/**
 * The noun behind a number: the unit of counting where it is a word; of an abbreviation what an indicator's name spells out,
 * its own before those of others, one that begins with it before one that holds it.
 *
 * @returns undefined of shares, and of an abbreviation that no name spells
 */
export function nounOf({ unit, name }: Pick<Indicator, "unit" | "name">, formSet: FormSet): string | undefined {
  if (WORD.test(unit)) return unit;
  if (!ABBREVIATION.test(unit)) return undefined;
  const names = [name, ...formSet.indicators.map((indicator) => indicator.name)];
  for (const where of ["first", "anywhere"] as const) {
    for (const each of names) {
      const words = spelledBy(each, unit, where);
      if (words !== undefined) return words;
    }
  }
  return undefined;
}

/**
 * A part behind its number, within a sentence that has named the whole: without the verb of both ("kết nạp"), without the
 * whole itself ("trong quân số tự vệ"), never without the thing that is counted.
 *
 * @param name of the part
 * @param noun of the whole, for a part that names only what sets it apart: "100% vốn nước ngoài"
 */
export function nameOfPart(name: string, whole: ValueKey, formSet: FormSet, noun: string | undefined): string {
  const wholeName = lower(nameOfKey(formSet, whole));
  const own = lowerFirst(name.replace(/^Trong đó:?\s*/u, ""));
  const verb = VERBS.find((each) => wholeName.startsWith(`${each} `) && own.startsWith(`${each} `));
  const counted = verb === undefined ? own : own.slice(verb.length + 1);
  const within = ` trong ${wholeName}`;
  const short = lower(counted).endsWith(within) ? counted.slice(0, -within.length) : counted;
  return noun !== undefined && /^\p{N}/u.test(short) ? `${noun} ${short}` : short;
}
