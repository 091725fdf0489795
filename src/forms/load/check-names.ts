/** Names that a form set uses must be declared, each once. */
import type { Finding, Place } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { nearest } from "../../findings/nearest.js";
import type { FormSet } from "../form-set.js";
import { keysOf } from "../indicators.js";
import type { Declaration } from "./files.js";
import type { PlaceBook } from "./places.js";

interface Coded {
  readonly what: string;
  readonly code: string;
  readonly place: Place | undefined;
}

function findDuplicates(coded: readonly Coded[]): readonly Finding[] {
  const seen = new Set<string>();
  return coded.flatMap(({ what, code, place }) => {
    // Excel's names know no case: B05A and B05a would be one
    const name = `${what} ${code.toLowerCase()}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [reportForms("forms/duplicate", { what, code }, place)];
  });
}

/** Codes of the lists that leave no part behind by which they could be found later. */
export function checkListDuplicates({ main, tree, rowGroups }: Declaration): readonly Finding[] {
  const coded = (what: string, key: "tham số" | "loại đơn vị"): readonly Coded[] =>
    (main[key] ?? []).map(({ mã: code }, index) => ({ what, code, place: tree.placeOf([key, index, "mã"], "value") }));
  return [
    ...findDuplicates(coded("tham số", "tham số")),
    ...findDuplicates(coded("loại đơn vị", "loại đơn vị")),
    ...findDuplicates(rowGroups.map(({ data, at }) => ({ what: "nhóm dòng", code: data.mã, place: at("mã") }))),
  ];
}

/** Codes that are used twice. */
export function checkDuplicates(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const coded = <T extends object>(what: string, parts: readonly T[], codeOf: (part: T) => string): readonly Coded[] =>
    parts.map((part) => ({ what, code: codeOf(part), place: places.at(part, "mã") }));
  return [
    ...findDuplicates(coded("phân tổ", formSet.dimensions, ({ id }) => id)),
    ...formSet.dimensions.flatMap((dimension) =>
      findDuplicates(
        dimension.members.map(({ code }, index) => ({
          what: `thành phần của ${dimension.id}`,
          code,
          place: places.at(dimension, "thành phần", index, "mã"),
        })),
      ),
    ),
    ...findDuplicates(coded("chỉ tiêu", formSet.indicators, ({ code }) => code)),
    ...findDuplicates(coded("biểu", formSet.forms, ({ id }) => id)),
    ...formSet.forms.flatMap((form) =>
      findDuplicates(coded(`cột của biểu ${form.id}`, form.columns, ({ number }) => number)),
    ),
    ...findDuplicates(coded("đề cương", formSet.outlines, ({ id }) => id)),
    ...findDuplicates(coded("kiểm tra", formSet.checks, ({ id }) => id)),
  ];
}

type UnknownId = "forms/unknown-indicator" | "forms/unknown-dimension" | "forms/unknown-unit-kind";

interface Use {
  readonly name: string;
  readonly where: string;
  readonly place: Place | undefined;
}

function findUnknown(id: UnknownId, uses: readonly Use[], known: readonly string[]): readonly Finding[] {
  const declared = new Set(known);
  return uses
    .filter(({ name }) => !declared.has(name))
    .map(({ name, where, place }) => reportForms(id, { name, where, nearest: nearest(name, known) }, place));
}

function indicatorUses(formSet: FormSet, places: PlaceBook): readonly Use[] {
  const rows = formSet.forms.flatMap(({ id, body }) =>
    (body.kind === "rows" ? body.rows : []).flatMap((row) =>
      row.indicator === undefined
        ? []
        : [{ name: row.indicator, where: `biểu ${id}`, place: places.at(row, "chỉ tiêu") }],
    ),
  );
  const columns = formSet.forms.flatMap(({ id, columns }) =>
    columns.flatMap((column) =>
      column.indicator === undefined
        ? []
        : [
            {
              name: column.indicator,
              where: `biểu ${id}, cột (${column.number})`,
              place: places.at(column, "chỉ tiêu"),
            },
          ],
    ),
  );
  const counted = formSet.forms.flatMap((form) =>
    form.body.kind === "list" && form.body.counts !== undefined
      ? [{ name: form.body.counts, where: `biểu ${form.id}`, place: places.at(form, "danh sách", "đếm") }]
      : [],
  );
  const cited = formSet.outlines.flatMap(({ id, sections }) =>
    sections.flatMap((section) =>
      section.indicators.map((name, index) => ({
        name,
        where: `đề cương ${id}, mục ${section.mark}`,
        place: places.at(section, "chỉ tiêu", index),
      })),
    ),
  );
  const linked = formSet.indicators.flatMap((indicator) => [
    ...(indicator.opens === undefined
      ? []
      : [
          { name: indicator.opens, where: `“nối tiếp” của ${indicator.code}`, place: places.at(indicator, "nối tiếp") },
        ]),
    ...(indicator.target === undefined
      ? []
      : [
          {
            name: indicator.target.of,
            where: `“giao cho” của ${indicator.code}`,
            place: places.at(indicator, "giao cho", "chỉ tiêu"),
          },
        ]),
    ...(indicator.upperLimit === undefined
      ? []
      : [{ name: indicator.upperLimit, where: `“đến” của ${indicator.code}`, place: places.at(indicator, "đến") }]),
  ]);
  return [...linked, ...rows, ...columns, ...counted, ...cited];
}

function checkDimensions(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const ids = formSet.dimensions.map(({ id }) => id);
  const within = formSet.dimensions.flatMap((dimension) =>
    findUnknown(
      "forms/unknown-dimension",
      dimension.members.flatMap((member, index) =>
        member.within === undefined
          ? []
          : [
              {
                name: member.within,
                where: `“thuộc” của ${dimension.id}.${member.code}`,
                place: places.at(dimension, "thành phần", index, "thuộc"),
              },
            ],
      ),
      dimension.members.map(({ code }) => code),
    ),
  );
  const used = formSet.indicators.flatMap((indicator) => {
    const { code, dimension } = indicator;
    if (dimension === undefined) return [];
    const where = `phân tổ của ${code}`;
    const unknown = findUnknown(
      "forms/unknown-dimension",
      [{ name: dimension.id, where, place: places.at(indicator, "phân tổ", "mã") }],
      ids,
    );
    const members = formSet.dimensions.find(({ id }) => id === dimension.id)?.members.map((member) => member.code);
    const uses = (dimension.members ?? []).map((name, index) => ({
      name,
      where,
      place: places.at(indicator, "phân tổ", "gồm", index),
    }));
    return members === undefined ? unknown : findUnknown("forms/unknown-dimension", uses, members);
  });
  return [...within, ...used];
}

function unitKindUses(formSet: FormSet, places: PlaceBook): readonly Use[] {
  const filing = [...formSet.forms, ...formSet.outlines].flatMap((part) =>
    (part.filedBy ?? []).map((name, index) => ({
      name,
      where: `“nộp” của ${part.id}`,
      place: places.at(part, "nộp", index),
    })),
  );
  const sources = formSet.indicators.flatMap((indicator) =>
    indicator.source === undefined
      ? []
      : [{ name: indicator.source, where: `“nguồn” của ${indicator.code}`, place: places.at(indicator, "nguồn") }],
  );
  return [...filing, ...sources];
}

/** Indicators, dimensions and kinds of unit that are used but not declared. */
export function checkNames(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  return [
    ...checkDimensions(formSet, places),
    ...findUnknown("forms/unknown-indicator", indicatorUses(formSet, places), [...keysOf(formSet).keys()]),
    ...findUnknown(
      "forms/unknown-unit-kind",
      unitKindUses(formSet, places),
      formSet.unitKinds.map(({ id }) => id),
    ),
  ];
}
