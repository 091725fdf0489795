import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import type { Check, Indicator, Outline } from "../form-set.js";
import { meaningOf } from "./build-indicators.js";
import { defined } from "./defined.js";
import type { Declaration } from "./files.js";
import type { Entry, PlaceBook } from "./places.js";
import { innerEntries } from "./places.js";
import type { CheckEntry } from "./schema.js";
import { SCOPES, SEVERITIES } from "./words.js";

export const buildOutlines = ({ outlines }: Declaration, places: PlaceBook): readonly Outline[] =>
  outlines.map((entry) => {
    const { data } = entry;
    const sections = innerEntries(entry, "mục", data.mục).map((section) =>
      places.note(
        {
          mark: section.data.dấu,
          title: section.data.tên,
          guidance: section.data["hướng dẫn"] ?? "",
          indicators: section.data["chỉ tiêu"] ?? [],
          asks: section.data.viết !== "không",
        },
        section.at,
      ),
    );
    const outline: Outline = defined({ id: data.mã, title: data.tên, periods: data.kỳ, filedBy: data.nộp, sections });
    return places.note(outline, entry.at);
  });

/** In the middle of a sentence a name begins small, unless it is an abbreviation. */
const inSentence = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);

/** One check, or one for each indicator, in whose texts `{mã}` and `{tên}` are replaced. */
function writeOut({ data }: Entry<CheckEntry>, indicators: ReadonlyMap<string, Indicator>): readonly Check[] {
  return (data["với mỗi"] ?? [undefined]).map((code) => {
    const fill = (text: string): string =>
      code === undefined
        ? text
        : text.replaceAll("{mã}", code).replaceAll("{tên}", inSentence(indicators.get(code)?.name ?? code));
    return defined({
      id: fill(data.mã),
      holds: fill(data["điều kiện"]),
      severity: meaningOf(SEVERITIES, data.mức),
      scope: meaningOf(SCOPES, data["phạm vi"] ?? "đơn vị"),
      periods: data.kỳ,
      message: fill(data.báo),
      remedy: fill(data["xử lý"]),
    });
  });
}

export function buildChecks(
  { checks }: Declaration,
  indicators: ReadonlyMap<string, Indicator>,
  places: PlaceBook,
  report: (finding: Finding) => void,
): readonly Check[] {
  return checks.flatMap((entry) => {
    const { mã: id, "với mỗi": each } = entry.data;
    if (id.includes("{mã}") !== (each !== undefined))
      report(reportForms("forms/check-name", { check: id }, entry.at("mã")));
    return writeOut(entry, indicators).map((check) => places.note(check, entry.at));
  });
}
