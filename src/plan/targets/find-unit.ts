import { foldWord } from "../../findings/nearest.js";
import type { Day, UnitRegister } from "../../organisation/index.js";
import { nameAt, unitsAt } from "../../organisation/lookup.js";

/** "Đảng uỷ phường Sông Kim" and "Đảng bộ phường Sông Kim" are the same unit of the Party. */
const bare = (name: string): string =>
  foldWord(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^(?:ban thuong vu )?(?:dang uy|dang bo|chi bo) /u, "")
    .trim();

/** Finds units by what they are called on a day: name, short name, abbreviation, code. A name of several is none's. */
export function unitFinder(register: UnitRegister, day: Day): (name: string) => string | undefined {
  const exact = new Map<string, string | undefined>();
  const loose = new Map<string, string | undefined>();
  const note = (map: Map<string, string | undefined>, name: string, code: string): void => {
    if (name !== "") map.set(name, map.has(name) && map.get(name) !== code ? undefined : code);
  };
  for (const unit of unitsAt(register, day)) {
    const { official, short = "", abbreviated = "" } = nameAt(unit, day);
    for (const name of [official, short, abbreviated, unit.code]) {
      note(exact, foldWord(name), unit.code);
      note(loose, bare(name), unit.code);
    }
  }
  return (name) => exact.get(foldWord(name)) ?? loose.get(bare(name));
}
