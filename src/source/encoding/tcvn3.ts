/**
 * TCVN3 ("ABC"), the code of the fonts .Vn…: one byte a letter, which Word keeps as the Latin-1 character of that byte.
 * TCVN 5712:1993, code VN3; the same bytes as in glibc's charmap TCVN5712-1, with which a test compares this table.
 */
const CODED = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
const LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

/** The letter that each character stands for. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [...CODED].map((coded, index) => [coded, LETTERS[index] ?? coded]),
);

/** Text in TCVN3 as Unicode; `capitals` for fonts whose name ends in H, which show every letter as a capital. */
export function decodeTcvn3(text: string, capitals: boolean): string {
  const letters = [...text].map((sign) => TCVN3.get(sign) ?? sign).join("");
  return (capitals ? letters.toLocaleUpperCase("vi") : letters).normalize("NFC");
}
