/** "tăng 12 đảng viên (10,62%) so với cùng kỳ năm trước", and what is said where there is nothing to compare with. */
import type { Comparison, ResolvedFigure } from "../totals/index.js";
import { behind, bind, type Phrase, SILENT, type Subject } from "./phrase.js";

/** Why a comparison is not made (reporting §8.2). */
const REASONS: Readonly<Record<(Comparison & { kind: "notComparable" })["reason"], string>> = {
  noEarlierPeriod: "",
  noEarlierFigures: " (chưa có số liệu cùng kỳ)",
  regrouped: " (do sắp xếp đơn vị)",
};

function notComparable(direction: ResolvedFigure, before: string): Phrase {
  const { comparison } = direction;
  if (comparison?.kind === "notComparable" && comparison.reason === "noEarlierPeriod") return SILENT;
  // compared on wider ground only: not under this scope's name
  const reason = comparison?.kind === "notComparable" ? REASONS[comparison.reason] : REASONS.regrouped;
  return [bind(direction), ` với ${before}${reason}`];
}

/** Some units are not in the comparison, so it does not explain the whole figure. */
function groundOf({ comparison }: ResolvedFigure): string {
  if (comparison?.kind !== "compared" || comparison.leftOut.length === 0) return "";
  const { units, leftOut } = comparison;
  return ` (so sánh trên ${units.length}/${units.length + leftOut.length} đơn vị)`;
}

/**
 * The comparison of a figure with the same period of last year.
 *
 * @returns nothing where the figure itself has not come: that is said already
 */
export function sayComparison({ ask, kind, noun, before }: Subject): Phrase {
  if (ask().status !== "reported") return SILENT;
  const direction = ask("chieu-huong");
  if (direction.status !== "reported") return notComparable(direction, before);
  const ground = groundOf(direction);
  const difference = bind(ask("chenh-lech"));
  const counted = kind === "ratio" ? " điểm %" : behind(noun);
  switch (direction.class) {
    case "same":
      return [bind(direction), ` ${before}${ground}`];
    case "none":
      return [`${before} cũng `, bind(direction), ground];
    case "fromZero": {
      const grown: Phrase = [bind(direction), " ", difference, `${counted} so với ${before}`];
      if (kind !== "flow") return [...grown, ground];
      return [bind(direction), " ", difference, `${counted} (`, bind(ask("phan-tram-chenh-lech")), `)${ground}`];
    }
    default: {
      const share = ask("phan-tram-chenh-lech");
      const gone = ask().value === 0;
      const percent: Phrase = kind === "ratio" || gone || share.status !== "reported" ? [] : [" (", bind(share), ")"];
      return [bind(direction), " ", difference, counted, ...percent, ` so với ${before}${ground}`];
    }
  }
}
