/** Rules about the place-and-date line as somebody printed it. */
import { nd30Clause } from "../../norms/clause.js";
import { printPlaceDate } from "../../norms/date.js";
import { type DateFault, parsePlaceDate } from "../../norms/date-read.js";
import { textOf } from "../../norms/parts.js";
import type { CheckContext } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";

const WORDS: { readonly [F in DateFault]: string } = {
  comma: "thiếu địa danh hoặc dấu phẩy sau địa danh",
  shortForm: "không ghi đủ chữ ngày, tháng, năm",
  unpadded: "ngày dưới 10 hoặc tháng 1, 2 chưa có số 0 ở trước",
  overPadded: "thừa số 0 trước tháng 3 đến tháng 9",
  impossible: "ngày không có thật",
  unreadable: "không đọc được ngày, tháng, năm",
};

function checkDate(faults: readonly DateFault[], less: readonly DateFault[] = []) {
  return function* ({ printed, norm }: CheckContext): Iterable<Fault> {
    if (printed.placeDate === undefined) return;
    const reading = parsePlaceDate(printed.placeDate, norm);
    const found = reading.faults.filter((fault) => faults.includes(fault));
    if (found.length === 0) return;
    const proposed = reading.date && textOf(printPlaceDate(reading.place, reading.date, norm), "…");
    yield {
      quote: printed.placeDate,
      found: `Dòng địa danh, ngày tháng “${printed.placeDate}”: ${found.map((fault) => WORDS[fault]).join("; ")}.`,
      remedy: proposed === undefined ? "Ghi theo mẫu “Hà Nội, ngày 03 tháng 02 năm 2026”." : `Ghi “${proposed}”.`,
      field: "date",
      ...(found.every((fault) => less.includes(fault)) ? { less: "warning" as const } : {}),
    };
  };
}

const printed = (placeDate: string) => ({ printed: { placeDate } });
const ERROR = { severity: "error", basis: "norm" } as const;

export const P19: Rule = {
  id: "P19",
  title: "Dòng địa danh, ngày tháng ghi đủ chữ",
  norms: PARTY,
  ...ERROR,
  clause: ({ paddedMonths }) => paddedMonths.clause,
  reason: "Sau địa danh có dấu phẩy; ghi đủ chữ ngày, tháng, năm.",
  right: printed("Sông Kim, ngày 17 tháng 8 năm 2026"),
  wrong: printed("Sông Kim ngày 17/8/2026"),
  check: checkDate(["comma", "shortForm", "impossible", "unreadable"]),
};

export const P20: Rule = {
  id: "P20",
  title: "Ngày dưới 10, tháng 1 và 2 có số 0 ở trước",
  norms: PARTY,
  ...ERROR,
  clause: ({ paddedMonths }) => paddedMonths.clause,
  reason: "Ngày dưới 10 và tháng dưới 3 phải ghi thêm số 0 ở trước.",
  right: printed("Sông Kim, ngày 03 tháng 02 năm 2026"),
  wrong: printed("Sông Kim, ngày 3 tháng 02 năm 2026"),
  check: checkDate(["unpadded"]),
};

export const P21: Rule = {
  id: "P21",
  title: "Tháng 3 đến tháng 9 không thêm số 0",
  norms: PARTY,
  severity: "warning",
  basis: "norm",
  clause: ({ paddedMonths }) => paddedMonths.clause,
  reason: "Hướng dẫn chỉ thêm số 0 cho tháng 1, tháng 2.",
  right: printed("Sông Kim, ngày 17 tháng 8 năm 2026"),
  wrong: printed("Sông Kim, ngày 17 tháng 08 năm 2026"),
  check: checkDate(["overPadded"]),
};

export const S09: Rule = {
  id: "S09",
  title: "Dòng địa danh, thời gian",
  norms: STATE,
  ...ERROR,
  clause: () => nd30Clause("II.4.b"),
  reason: "Ghi đủ chữ ngày, tháng, năm; ngày dưới 10 và tháng 1, 2 có số 0 ở trước.",
  right: printed("Hà Trung, ngày 05 tháng 3 năm 2026"),
  wrong: printed("Hà Trung, ngày 5/3/2026"),
  check: checkDate(["comma", "shortForm", "unpadded", "overPadded", "impossible", "unreadable"], ["overPadded"]),
};
