/** Rules about what stands above the text of an annex, in a finished document; of a draft the layout composes it. */

import { nd30Clause } from "../../norms/clause.js";
import type { Norm } from "../../norms/norm.js";
import type { CheckContext } from "../context.js";
import { ownPages } from "../pages/annex-pages.js";
import { type Fault, type Rule, STATE } from "../rule.js";

const clause = ({ id }: Norm): string =>
  id === "nd30" ? nd30Clause("III.1") : "Hướng dẫn 05-HD/VPTW, Phần II, mục II, khoản 1";

function* withoutAttachment({ document, origin, printed: { unlabelledAnnexes = [] } }: CheckContext): Iterable<Fault> {
  if (origin !== "foreign") return;
  for (const annex of document.annexes) {
    // pages behind the signature without a label may be no annex
    if (annex.attachment !== undefined || unlabelledAnnexes.includes(annex.label)) continue;
    yield {
      quote: annex.label,
      found: `${annex.label} không có dòng “(Kèm theo …)”.`,
      remedy: "Dưới tên phụ lục ghi “(Kèm theo … số … ngày … của …)”.",
      part: annex,
    };
  }
}

const annexed = (end: string, lines: string) => ({
  body: `Danh sách nêu tại Phụ lục${end}

# Phụ lục
# DANH SÁCH TỔ DÂN PHỐ
${lines}
1. Tổ dân phố Bến Đá.`,
  finished: true as const,
});

const rule = (id: "P62" | "S30", norms: Rule["norms"], line: string): Rule => ({
  id,
  title: "Phụ lục có dòng “(Kèm theo …)”",
  norms,
  severity: "error",
  basis: "norm",
  clause,
  reason:
    "Dưới tên phụ lục ghi số, ký hiệu, ngày và cơ quan ban hành của văn bản; bản thảo thì phần mềm tự lập dòng này.",
  right: annexed(norms === STATE ? "./." : ".", `${line}\n`),
  wrong: annexed(norms === STATE ? "./." : ".", ""),
  check: withoutAttachment,
});

export const P62 = rule(
  "P62",
  ["hd05"],
  "(Kèm theo Kế hoạch số 15-KH/ĐU, ngày 17/8/2026 của Ban Thường vụ Đảng uỷ phường Sông Kim)",
);

/** NĐ30 asks for the line and for page numbers of the annex's own in one place. */
export const S30: Rule = {
  ...rule(
    "S30",
    STATE,
    "(Kèm theo Kế hoạch số 131/KH-UBND ngày 20 tháng 8 năm 2026 của Ủy ban nhân dân tỉnh Hà Trung)",
  ),
  title: "Phụ lục có dòng “(Kèm theo …)”, đánh số trang riêng",
  *check(context) {
    yield* withoutAttachment(context);
    yield* ownPages(context);
  },
};
