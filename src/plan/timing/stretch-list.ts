/** Lists of stretches, from one to another or one by one: "quý II và III/2024", "từ tháng 5 đến tháng 7/2026". */
import { type Cursor, words } from "./fold.js";
import { readBare, readStretch, type Stretch } from "./stretch.js";

/** From one stretch to another. */
export interface Range {
  readonly from: Stretch;
  readonly to: Stretch;
}
export type Item = Stretch | Range;
export const isRange = (item: Item): item is Range => "from" in item;

const FROM = words("(?:kể )?từ");
const TO = words("(?:cho )?đến(?: hết| cuối)?");
const DASH = /-/uy;
const COMMA = /,/uy;
const AND = words("và|hoặc");

/** "từ … đến …", "quý II - III/2026", or one stretch; `unit` is what a bare number would count. */
function readItem(cursor: Cursor, unit?: Stretch["unit"]): Item | undefined {
  const one = (at: Cursor): Stretch | undefined =>
    readStretch(at) ?? (unit === undefined ? undefined : readBare(at, unit));
  return cursor.firstOf<Item>([
    (at) => {
      const opened = at.eat(FROM) !== undefined;
      const from = one(at);
      if (from === undefined || from.unit === "years") return undefined;
      if ((opened ? at.eat(TO) : undefined) === undefined && at.eat(DASH) === undefined) return undefined;
      const to = readStretch(at) ?? readBare(at, from.unit);
      return to === undefined ? undefined : { from, to };
    },
    one,
  ]);
}

const lastOf = (item: Item): Stretch => (isRange(item) ? item.to : item);

/** A bare number belongs to the list when what it stands in ends there, or it names a year, or is a Roman numeral. */
function bareCounts(cursor: Cursor, item: Stretch): boolean {
  return item.year !== undefined || item.unit === "quarter" || /^ ?(?:$|[;.)])/u.test(cursor.rest);
}

/**
 * Reads a list: "quý II và III/2024", "tháng 5, 6 và 7/2026", "ngày 15/5 và ngày 15/12".
 *
 * @param repeated words that each member may begin with
 */
export function readItems(cursor: Cursor, repeated?: RegExp): Item[] | undefined {
  const first = readItem(cursor);
  if (first === undefined) return undefined;
  const items: Item[] = [first];
  let kept = { at: cursor.at, count: 1 };
  for (;;) {
    cursor.eat(COMMA);
    cursor.eat(AND);
    if (cursor.at === kept.at && items.length === kept.count) break;
    if (repeated !== undefined) cursor.eat(repeated);
    const unit = lastOf(items.at(-1) ?? first).unit;
    const full = cursor.attempt((at) => readItem(at));
    const item = full ?? cursor.attempt((at) => readItem(at, unit));
    if (item === undefined) break;
    items.push(item);
    if (full !== undefined || bareCounts(cursor, lastOf(item))) kept = { at: cursor.at, count: items.length };
  }
  cursor.at = kept.at;
  return items.slice(0, kept.count);
}
