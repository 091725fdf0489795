/** Units after numbers: with another unit it is another figure. */

const UNIT = [
  "điểm phần trăm|phần trăm|phần nghìn|[%‰]",
  "trăm|nghìn|ngàn|triệu|t[ỷỉ](?! lệ)|chục|tr\\.? ?đ|trđ",
  "đồng(?! chí)|đ|vnđ|vnd|usd",
  "héc ?- ?ta|hecta|ha|mét vuông|mét khối|mét|ki ?-? ?lô ?-? ?mét|km[²2]?|cm|mm|m[²³23]?",
  "kilôgam|kg|gam|g|tấn|tạ|yến|lít|kwh|mwh|kw|mw",
  "giờ|phút|giây|ngày|tuần|tháng|quý|năm",
].join("|");

const RUN = new RegExp(`\\s*(?:${UNIT})(?![\\p{L}\\p{N}])(?:\\s+(?:${UNIT})(?![\\p{L}\\p{N}]))*`, "iuy");
/** Where a unit stands without a number: `Đơn vị tính: triệu đồng`, `Diện tích (ha)`. */
const ALONE = new RegExp(
  `(?<=\\(|(?:đơn vị(?: tính)?|đvt)\\s*:)\\s*(?:${UNIT})(?:\\s+(?:${UNIT}))*(?=\\s*(?:[).;,]|$))`,
  "giu",
);

/** Where the units end that begin at a place of a text; the place itself when there are none. */
export function endOfUnits(text: string, from: number): number {
  RUN.lastIndex = from;
  const found = RUN.exec(text);
  return found === null ? from : from + found[0].length;
}

/** Units that stand for the numbers of a column or a table. */
export const unitsAlone = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  // most texts have neither sign behind which one could stand
  (/[(:]/u.test(text) ? [...text.matchAll(ALONE)] : []).map(({ 0: found, index }) => ({
    start: index + found.length - found.trimStart().length,
    end: index + found.length,
  }));
