import { reportForms } from "../../findings/messages/forms.js";
import { nearest } from "../../findings/nearest.js";
import type { Form, FormColumn } from "../form-set.js";
import { meaningOf } from "./build-indicators.js";
import { buildRows, type RowSources } from "./build-rows.js";
import { defined } from "./defined.js";
import type { Declaration } from "./files.js";
import { type Entry, innerEntries } from "./places.js";
import type { ColumnEntry, FormEntry } from "./schema.js";
import { COLUMN_CONTENTS, FACES, ORIENTATIONS } from "./words.js";

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const buildColumn = ({ data }: Entry<ColumnEntry>): FormColumn =>
  defined({
    number: data.số,
    head: data.đầu,
    content: meaningOf(COLUMN_CONTENTS, data.loại),
    formula: data["công thức"],
    indicator: data["chỉ tiêu"],
    year: numberOf(data.năm),
    width: numberOf(data.rộng),
  });

function bodyOf(entry: Entry<FormEntry>, face: Form["face"], sources: RowSources): Form["body"] {
  const { mã: form, dòng: rows, "danh sách": list } = entry.data;
  const declared = [rows, list].filter((body) => body !== undefined).length;
  if (declared !== (face === "unit" ? 1 : 0)) {
    sources.report(reportForms("forms/body-choice", { form }, entry.at("mã")));
  }
  if (face === "consolidated") return { kind: "units" };
  if (list === undefined) return { kind: "rows", rows: buildRows(innerEntries(entry, "dòng", rows), sources) };
  return { kind: "list", ...defined({ counts: list.đếm }), room: Number(list.chỗ) };
}

/** The forms, with columns taken from another form where they are shared. */
export function buildForms({ forms }: Declaration, sources: RowSources): readonly Form[] {
  const { places, report } = sources;
  const columnSets = new Map<string, readonly FormColumn[]>();
  for (const entry of forms) {
    const { mã: form, cột: columns } = entry.data;
    if ((columns === undefined) === (entry.data["cột như"] === undefined)) {
      report(reportForms("forms/columns-choice", { form }, entry.at("mã")));
    }
    if (columns === undefined) continue;
    const built = innerEntries(entry, "cột", columns).map((column) => places.note(buildColumn(column), column.at));
    columnSets.set(form, built);
  }
  const columnsOf = ({ data, at }: Entry<FormEntry>): readonly FormColumn[] => {
    const name = data["cột như"] ?? data.mã;
    const found = columnSets.get(name);
    if (found === undefined && data["cột như"] !== undefined) {
      const unknown = { name, where: `“cột như” của biểu ${data.mã}`, nearest: nearest(name, [...columnSets.keys()]) };
      report(reportForms("forms/unknown-form", unknown, at("cột như")));
    }
    return found ?? [];
  };
  return forms.map((entry) => {
    const { data } = entry;
    const face = meaningOf(FACES, data.mặt ?? "đơn vị");
    const form: Form = defined({
      id: data.mã,
      number: data.số,
      title: data.tên,
      unitOfCount: data.đvt,
      filedBy: data.nộp ?? [],
      periods: data.kỳ,
      face,
      orientation: meaningOf(ORIENTATIONS, data.khổ ?? "ngang"),
      columns: columnsOf(entry),
      body: bodyOf(entry, face, sources),
      guidance: data["hướng dẫn"],
    });
    return places.note(form, entry.at);
  });
}
