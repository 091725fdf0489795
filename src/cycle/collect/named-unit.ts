/** Units that the names of files and folders speak of. A name never says whose a return is; it can only contradict. */
import { foldWord } from "../../findings/nearest.js";
import { existsOn } from "../../organisation/lookup.js";
import type { Day, Unit, UnitRegister } from "../../organisation/register.js";

/** Finds the unit that a text names. */
export type UnitNaming = (text: string) => string | undefined;

const wordsOf = (text: string): readonly string[] => foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function namesOf({ code, names }: Unit): readonly string[] {
  return [code, ...names.flatMap(({ official, short, abbreviated }) => [official, short ?? "", abbreviated ?? ""])];
}

/**
 * Units of a day by their codes and names. A name of one word counts only where it is the whole text: "kcn" may stand for
 * many things. The longest name wins; one that several units share names none.
 */
export function unitNaming(register: UnitRegister, day: Day): UnitNaming {
  const units = new Map<string, string | undefined>();
  let longest = 0;
  for (const unit of register.units) {
    if (!existsOn(unit, day)) continue;
    for (const name of namesOf(unit)) {
      const words = wordsOf(name);
      if (words.length === 0) continue;
      longest = Math.max(longest, words.length);
      const key = words.join(" ");
      const known = units.get(key);
      units.set(key, units.has(key) && known !== unit.code ? undefined : unit.code);
    }
  }
  return (text) => {
    const words = wordsOf(text);
    for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
      if (length === 1 && words.length > 1) return undefined;
      const found = new Set<string>();
      for (let start = 0; start + length <= words.length; start += 1) {
        const code = units.get(words.slice(start, start + length).join(" "));
        if (code !== undefined) found.add(code);
      }
      if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
    }
    return undefined;
  };
}
