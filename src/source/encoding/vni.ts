/**
 * VNI for Windows, the code of the fonts VNI-…: a base letter and, behind it, one Latin-1 character for its marks;
 * some letters are one character. Published by VNI Software; the same pairs in the Unicode consortium's record of
 * Vietnamese legacy codes (vietunicode.sourceforge.net/charset) and in UniKey's table.
 */

/** Marks behind a letter: of a plain one, of â ê ô, of ă. */
const PLAIN = { "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï" } as const;
const CIRCUMFLEX = { "": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä" } as const;
const BREVE = { "": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë" } as const;

/** Letters that are one character. */
const SINGLE: Readonly<Record<string, string>> = {
  ñ: "đ",
  ô: "ơ",
  ö: "ư",
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
};

const SERIES: readonly (readonly [letters: readonly (readonly [typed: string, base: string])[], object])[] = [
  [
    [
      ["a", "a"],
      ["e", "e"],
      ["o", "o"],
      ["u", "u"],
      ["y", "y"],
      ["ô", "o\u031B"],
      ["ö", "u\u031B"],
    ],
    PLAIN,
  ],
  [
    [
      ["a", "a\u0302"],
      ["e", "e\u0302"],
      ["o", "o\u0302"],
    ],
    CIRCUMFLEX,
  ],
  [[["a", "a\u0306"]], BREVE],
];

function pairs(): ReadonlyMap<string, string> {
  const table = new Map(Object.entries(SINGLE));
  for (const [letters, marks] of SERIES) {
    for (const [typed, base] of letters) {
      for (const [tone, mark] of Object.entries(marks) as [string, string][]) {
        table.set(typed + mark, (base + tone).normalize("NFC"));
      }
    }
  }
  for (const [typed, letter] of [...table]) {
    const capital = letter.toLocaleUpperCase("vi");
    table.set(typed.toLocaleUpperCase("vi"), capital);
    // the mark behind a capital may stand in its small form
    if (typed.length === 2) table.set((typed[0] ?? "").toLocaleUpperCase("vi") + (typed[1] ?? ""), capital);
  }
  return table;
}

/** The letter that one or two characters stand for. */
export const VNI: ReadonlyMap<string, string> = pairs();

/** Text in VNI as Unicode. */
export function decodeVni(text: string): string {
  let decoded = "";
  for (let index = 0; index < text.length; ) {
    const two = VNI.get(text.slice(index, index + 2));
    decoded += two ?? VNI.get(text[index] ?? "") ?? text[index] ?? "";
    index += two === undefined ? 1 : 2;
  }
  return decoded.normalize("NFC");
}
