/** Each annex counts its own pages (HD05 IV.5.2; NĐ30 PL.I III.1.đ). */
import type { ObservedAnnexPages } from "../../norms/observed.js";
import type { CheckContext } from "../context.js";
import type { Fault, Rule } from "../rule.js";

const FOUND: { readonly [C in Exclude<ObservedAnnexPages["counted"], "own">]: string } = {
  continuous: "phần (section) của phụ lục đánh số trang tiếp theo phần trước",
  none: "trước phụ lục không ngắt phần (section break) nên số trang chạy tiếp",
};

function* judgePages({ label, counted, first, perhapsHidden, part }: ObservedAnnexPages): Generator<Fault> {
  const remedy =
    "Ngắt phần (Section Break, Next Page) trước phụ lục rồi đặt số trang bắt đầu từ 1 (Format Page Numbers, Start at 1).";
  if (counted !== "own") {
    const hidden = perhapsHidden ? "; phụ lục chỉ một trang thì không thấy số" : "";
    const found = `${label}: ${FOUND[counted]}${hidden}.`;
    yield { quote: label, found, remedy, part, field: "annexes", ...(perhapsHidden ? { less: "warning" } : {}) };
  } else if (first !== undefined && first > 1)
    yield {
      quote: label,
      found: `${label}: số trang bắt đầu từ ${first}.`,
      remedy: "Đặt số trang của phụ lục bắt đầu từ 1.",
      part,
      field: "annexes",
    };
}

/** Annexes whose pages do not begin with 1. */
export function* ownPages({ printed }: CheckContext): Generator<Fault> {
  for (const one of printed.annexPages ?? []) yield* judgePages(one);
}

export const P63: Rule = {
  id: "P63",
  title: "Số trang phụ lục đánh riêng",
  norms: ["hd05"],
  severity: "error",
  basis: "norm",
  clause: ({ page }) => page.annexNumbering.clause,
  reason: "Mỗi phụ lục đánh số trang riêng, từ 1. Trong tệp Word, số trang chỉ đếm lại ở đầu một phần (section).",
  right: { printed: { annexPages: [{ label: "Phụ lục 1", counted: "own", first: 1 }] } },
  wrong: { printed: { annexPages: [{ label: "Phụ lục 1", counted: "none" }] } },
  check: ownPages,
};
