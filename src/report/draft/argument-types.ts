/** What the arguments of helpers may be, in one period of one office. */
import { nearest } from "../../findings/nearest.js";
import { type FormSet, keysOf, nameOfKey, placedKeys } from "../../forms/index.js";
import { findPeriod } from "../../periods/index.js";
import { partsOfShare } from "../sentences/index.js";
import { MEASURE_NAMES, type PeriodTotals, WHOLE } from "../totals/index.js";
import { type ArgumentType, SPANS, UNIT_LISTS, VERDICTS } from "./vocabulary.js";

const WORDS: Readonly<Record<ArgumentType, string>> = {
  indicator: "mã chỉ tiêu của bộ biểu mẫu, ví dụ C02 hoặc A01.CP",
  share: "mã của một tỷ lệ, ví dụ D06",
  measure: `một trong: ${MEASURE_NAMES.join(", ")}`,
  scope: "tinh, tên khu vực viết không dấu nối bằng gạch ngang, hoặc mã đơn vị",
  period: "mã kỳ, ví dụ 2026-nam",
  periodKind: "mã loại kỳ, ví dụ 6t, nam, sk, tk",
  span: `một trong: ${SPANS.join(", ")}`,
  unitList: `một trong: ${UNIT_LISTS.join(", ")}`,
  verdict: `một trong: ${VERDICTS.join(", ")}`,
  section: "tên một mục của đề cương",
  number: "một số nguyên dương",
  text: "chữ trong ngoặc kép",
};

export class ArgumentTypes {
  readonly #formSet: FormSet;
  readonly #totals: PeriodTotals;
  /** Keys with a place in the forms of this kind of period. */
  readonly #placed: ReadonlySet<string>;
  readonly #asked = new Map<string, boolean>();

  constructor(totals: PeriodTotals) {
    this.#totals = totals;
    this.#formSet = totals.context.formSet;
    const { unitKinds } = this.#formSet;
    this.#placed = new Set(unitKinds.flatMap(({ id }) => placedKeys(this.#formSet, id, totals.period.kind)));
  }

  get periodKind(): string {
    return this.#totals.period.kind;
  }

  get periodName(): string {
    return this.#totals.period.name;
  }

  get indicators(): readonly string[] {
    return [...keysOf(this.#formSet).keys()];
  }

  wordsFor(type: ArgumentType): string {
    return WORDS[type];
  }

  nameOf(key: string): string {
    return nameOfKey(this.#formSet, key);
  }

  isAsked(key: string): boolean {
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const asked = this.#placed.has(key) || this.#answers(key);
    this.#asked.set(key, asked);
    return asked;
  }

  /** Of what no form shows: a share of figures that are asked, a target. */
  #answers(key: string): boolean {
    const { period, scopes } = this.#totals;
    const scope = scopes.get(WHOLE);
    if (scope === undefined || keysOf(this.#formSet).get(key)?.indicator.kind === "target") return true;
    return this.#totals.figure({ key, scope, period: period.id, measure: "thuc-hien" }).status !== "notAsked";
  }

  /** What an argument may be; undefined where it is not one of a list. */
  choicesOf(type: ArgumentType): readonly string[] | undefined {
    switch (type) {
      case "indicator":
        return this.indicators;
      case "share":
        return this.indicators.filter((key) => partsOfShare(this.#formSet, key) !== undefined);
      case "measure":
        return MEASURE_NAMES;
      case "scope":
        return [...this.#totals.scopes.keys()];
      case "periodKind":
        return this.#totals.context.kinds.map(({ id }) => id);
      case "span":
        return SPANS;
      case "unitList":
        return UNIT_LISTS;
      case "verdict":
        return VERDICTS;
      case "section":
        return this.#formSet.outlines.flatMap(({ sections }) => sections.map(({ title }) => title));
      case "period":
      case "number":
      case "text":
        return undefined;
    }
  }

  isPeriod(text: string): boolean {
    return findPeriod(text, this.#totals.context.kinds).period?.id === text;
  }
}

/** What is wrong with a literal; undefined when it may stand. */
export function argumentFault(
  text: string,
  type: ArgumentType,
  types: ArgumentTypes,
): { readonly nearest?: string | undefined } | undefined {
  const choices = types.choicesOf(type);
  if (choices !== undefined) return choices.includes(text) ? undefined : { nearest: nearest(text, choices) };
  if (type === "period") return types.isPeriod(text) ? undefined : {};
  if (type === "number") return /^[1-9]\d{0,3}$/u.test(text) ? undefined : {};
  return undefined;
}
