/** Questions about the indicators of a form set. */
import type { Dimension, FormSet, Indicator, ValueKey } from "./form-set.js";

type Member = Dimension["members"][number];

/** An indicator, or one of its parts. */
export interface KeyMeaning {
  readonly indicator: Indicator;
  /** Of a part: the member of the dimension. */
  readonly member?: Member;
}

const indexes = new WeakMap<FormSet, ReadonlyMap<ValueKey, KeyMeaning>>();

/** Members by which an indicator is broken down, those within others included; none when it is not. */
export function membersOf(formSet: Pick<FormSet, "dimensions">, indicator: Indicator): readonly Member[] {
  const { dimension } = indicator;
  if (dimension === undefined) return [];
  const members = formSet.dimensions.find(({ id }) => id === dimension.id)?.members ?? [];
  return members.filter(({ code }) => dimension.members?.includes(code) ?? true);
}

/** `C02` or a part, `A01.CP`. */
export const keyOf = (indicator: Indicator, member?: Member): ValueKey =>
  member === undefined ? indicator.code : `${indicator.code}.${member.code}`;

/** Every key of a form set with what it means, indicators before their parts. */
export function keysOf(formSet: FormSet): ReadonlyMap<ValueKey, KeyMeaning> {
  const known = indexes.get(formSet);
  if (known !== undefined) return known;
  const index = new Map<ValueKey, KeyMeaning>();
  for (const indicator of formSet.indicators) {
    index.set(indicator.code, { indicator });
    for (const member of membersOf(formSet, indicator)) index.set(keyOf(indicator, member), { indicator, member });
  }
  indexes.set(formSet, index);
  return index;
}

/** What a key means; undefined when the form set does not know it. */
export const findKey = (formSet: FormSet, key: ValueKey): KeyMeaning | undefined => keysOf(formSet).get(key);

/** Keys of the parts that add up to a broken-down indicator; a part within another is not counted twice. */
export function partsOf(formSet: FormSet, code: string): readonly ValueKey[] {
  const indicator = findKey(formSet, code)?.indicator;
  if (indicator === undefined) return [];
  return membersOf(formSet, indicator)
    .filter(({ within }) => within === undefined)
    .map((member) => keyOf(indicator, member));
}

/** "Đảng viên cuối kỳ – Công ty cổ phần". */
export function nameOfKey(formSet: FormSet, key: ValueKey): string {
  const meaning = findKey(formSet, key);
  if (meaning === undefined) return key;
  const { indicator, member } = meaning;
  return member === undefined ? indicator.name : `${indicator.name} – ${member.name}`;
}

/** Whether a unit types it: not computed, and not a target, which is given to the unit. */
export const isTyped = ({ formula, kind }: Indicator): boolean =>
  formula === undefined && kind !== "target" && kind !== "ratio";

/** Whether a key is typed: parts always are, even those of a computed indicator. */
export function isTypedKey(formSet: FormSet, key: ValueKey): boolean {
  const meaning = findKey(formSet, key);
  return meaning !== undefined && (meaning.member !== undefined || isTyped(meaning.indicator));
}

/** Whether a kind of period asks for an indicator. */
export const isAskedIn = ({ periods }: Pick<Indicator, "periods">, periodKind: string): boolean =>
  periods?.includes(periodKind) ?? true;
