import type { Dimension, Indicator } from "../form-set.js";
import { defined } from "./defined.js";
import type { Declaration } from "./files.js";
import { type Entry, entriesOf, innerEntries, type PlaceBook } from "./places.js";
import type { IndicatorEntry, IndicatorGroupEntry } from "./schema.js";
import { BASES, COMPARATORS, INDICATOR_KINDS, SPANS } from "./words.js";

/** What a word of a checked file means; the schema admits no other. */
export function meaningOf<T>(table: { readonly [word: string]: T }, word: string): T {
  const meaning = table[word];
  if (meaning === undefined) throw new Error(`the schema let "${word}" pass`);
  return meaning;
}

export function buildDimensions({ main, tree }: Declaration, places: PlaceBook): readonly Dimension[] {
  return entriesOf(main["phân tổ"], tree, ["phân tổ"]).map(({ data, at }) =>
    places.note(
      {
        id: data.mã,
        name: data.tên,
        members: data["thành phần"].map((member) =>
          defined({ code: member.mã, name: member.tên, within: member.thuộc }),
        ),
      },
      at,
    ),
  );
}

function breakdownOf(entry: IndicatorEntry["phân tổ"]): Indicator["dimension"] {
  if (entry === undefined) return undefined;
  return defined({ id: entry.mã, members: entry.gồm, sums: entry["cộng bằng tổng"] !== "không" });
}

function buildIndicator({ data }: Entry<IndicatorEntry>, group: IndicatorGroupEntry): Indicator {
  const given = data["giao cho"];
  return defined({
    code: data.mã,
    name: data.tên,
    unit: data.đvt,
    kind: meaningOf(INDICATOR_KINDS, data.loại),
    basis: meaningOf(BASES, data.theo ?? group.theo),
    source: data.nguồn ?? group.nguồn,
    formula: data["công thức"],
    opens: data["nối tiếp"],
    dimension: breakdownOf(data["phân tổ"]),
    periods: data.kỳ,
    target: given && { of: given["chỉ tiêu"], span: meaningOf(SPANS, given.trong) },
    comparator: data["đạt khi"] === undefined ? undefined : meaningOf(COMPARATORS, data["đạt khi"]),
    upperLimit: data.đến,
  });
}

/** The indicators of all groups, in their order; basis and source come from the group where they are not given. */
export const buildIndicators = ({ groups }: Declaration, places: PlaceBook): readonly Indicator[] =>
  groups.flatMap((group) =>
    innerEntries(group, "chỉ tiêu", group.data["chỉ tiêu"]).map((entry) =>
      places.note(buildIndicator(entry, group.data), entry.at),
    ),
  );
