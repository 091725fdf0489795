/** Units that the names of files and folders speak of. A name never says whose a return is; it can only contradict. */
import { foldWord } from "../../findings/nearest.js";
import { existsOn } from "../../organisation/lookup.js";
import type { Day, Unit, UnitRegister } from "../../organisation/register.js";

/** A unit that a text names. */
export interface NamedUnit {
  readonly code: string;
  /** By its code, or by nothing else than its name: what a sentence mentions may as well be whom it is sent to. */
  readonly certain: boolean;
}

/** Finds the unit that a text names. */
export type UnitNaming = (text: string) => NamedUnit | undefined;

const wordsOf = (text: string): readonly string[] => foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function namesOf({ names }: Unit): readonly string[] {
  return names.flatMap(({ official, short, abbreviated }) => [official, short ?? "", abbreviated ?? ""]);
}

/** Units by the words of a name; a name that several have belongs to none. */
class NameIndex {
  readonly #units = new Map<string, string | undefined>();
  #longest = 0;

  add(name: string, code: string): void {
    const words = wordsOf(name);
    if (words.length === 0) return;
    const key = words.join(" ");
    this.#longest = Math.max(this.#longest, words.length);
    this.#units.set(key, this.#units.has(key) && this.#units.get(key) !== code ? undefined : code);
  }

  /** The longest name in a text; one of a single word counts only where it is the whole text. */
  find(words: readonly string[]): NamedUnit | undefined {
    for (let length = Math.min(this.#longest, words.length); length > 0; length -= 1) {
      if (length === 1 && words.length > 1) return undefined;
      const found = new Set<string>();
      for (let start = 0; start + length <= words.length; start += 1) {
        const code = this.#units.get(words.slice(start, start + length).join(" "));
        if (code !== undefined) found.add(code);
      }
      const [code] = found;
      if (code !== undefined) return found.size === 1 ? { code, certain: length === words.length } : undefined;
    }
    return undefined;
  }
}

/** Units of a day by their codes and names. "kcn" in a longer text may stand for many things and names none. */
export function unitNaming(register: UnitRegister, day: Day): UnitNaming {
  const codes = new NameIndex();
  const names = new NameIndex();
  for (const unit of register.units) {
    if (!existsOn(unit, day)) continue;
    codes.add(unit.code, unit.code);
    for (const name of namesOf(unit)) names.add(name, unit.code);
  }
  return (text) => {
    const words = wordsOf(text);
    const coded = codes.find(words);
    return coded === undefined ? names.find(words) : { ...coded, certain: true };
  };
}
