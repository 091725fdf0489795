import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { nearest } from "../../findings/nearest.js";
import type { FormRow, Indicator } from "../form-set.js";
import { keyOf, membersOf } from "../indicators.js";
import type { Entry, PlaceBook } from "./places.js";
import { innerEntries } from "./places.js";
import type { RowEntry, RowGroupEntry } from "./schema.js";

/** What rows are built from. */
export interface RowSources {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly dimensions: Parameters<typeof membersOf>[0];
  readonly groups: ReadonlyMap<string, Entry<RowGroupEntry>>;
  readonly places: PlaceBook;
  readonly report: (finding: Finding) => void;
}

/** Levels of rows where none is given: heads, indicators, parts. */
const HEAD_LEVEL = 0;
const INDICATOR_LEVEL = 1;
const PART_LEVEL = 2;

/** What the keys of a row that stands for others pass on to them. */
interface Inherited {
  readonly shown: boolean;
  readonly notApplicable: readonly string[];
}

const inheritedBy = (row: RowEntry, from: Inherited): Inherited => ({
  shown: from.shown || row.hiện === "có",
  notApplicable: [...from.notApplicable, ...(row.x ?? [])],
});

function makeRow(entry: Entry<RowEntry>, own: Omit<FormRow, "ordinal">, passed: Inherited, places: PlaceBook): FormRow {
  const { notApplicable, shown } = passed;
  return places.note(
    {
      ordinal: entry.data.tt ?? "",
      ...own,
      ...(notApplicable.length > 0 ? { notApplicable: [...new Set(notApplicable)] } : {}),
      ...(shown && own.indicator !== undefined ? { shown } : {}),
    },
    entry.at,
  );
}

function partRows(entry: Entry<RowEntry>, code: string, passed: Inherited, sources: RowSources): readonly FormRow[] {
  const indicator = sources.indicators.get(code);
  if (indicator === undefined || indicator.dimension === undefined) {
    const near = nearest(
      code,
      [...sources.indicators.values()].filter((known) => known.dimension).map((known) => known.code),
    );
    sources.report(
      reportForms(
        "forms/unknown-indicator",
        { name: code, where: "dòng “các phần của”", nearest: near },
        entry.at("các phần của"),
      ),
    );
    return [];
  }
  const level = Number(entry.data.cấp ?? PART_LEVEL);
  return membersOf(sources.dimensions, indicator).map((member) => {
    const own = { label: member.name, level: member.within === undefined ? level : level + 1 };
    return makeRow(entry, { ...own, indicator: keyOf(indicator, member) }, passed, sources.places);
  });
}

function groupRows(entry: Entry<RowEntry>, name: string, passed: Inherited, sources: RowSources): readonly FormRow[] {
  const group = sources.groups.get(name);
  if (group === undefined) {
    const near = nearest(name, [...sources.groups.keys()]);
    sources.report(reportForms("forms/unknown-rows", { name, where: "“nhóm”", nearest: near }, entry.at("nhóm")));
    return [];
  }
  // groups do not hold groups: a group in a group is unknown
  return buildRows(innerEntries(group, "dòng", group.data.dòng), { ...sources, groups: new Map() }, passed);
}

/**
 * The rows of a form: groups and parts are written out, names of indicators taken from the dictionary.
 */
export function buildRows(
  entries: readonly Entry<RowEntry>[],
  sources: RowSources,
  from: Inherited = { shown: false, notApplicable: [] },
): readonly FormRow[] {
  return entries.flatMap((entry) => {
    const { "chỉ tiêu": key, "nội dung": label, "các phần của": whole, nhóm: group, cấp: level } = entry.data;
    const kinds = [key, whole, group].filter((kind) => kind !== undefined).length;
    if (kinds > 1 || (kinds === 0 && label === undefined)) {
      sources.report(
        reportForms("forms/row-choice", { where: label ?? key ?? whole ?? group ?? "dòng trống" }, entry.at()),
      );
      return [];
    }
    const passed = inheritedBy(entry.data, from);
    if (group !== undefined) return groupRows(entry, group, passed, sources);
    if (whole !== undefined) return partRows(entry, whole, passed, sources);
    const own = {
      label: label ?? (key === undefined ? "" : (sources.indicators.get(key)?.name ?? key)),
      level: Number(level ?? (key === undefined ? HEAD_LEVEL : INDICATOR_LEVEL)),
      ...(key === undefined ? {} : { indicator: key }),
    };
    return [makeRow(entry, own, passed, sources.places)];
  });
}
