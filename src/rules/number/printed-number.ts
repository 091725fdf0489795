/** Rules about số và ký hiệu as somebody printed it; a draft gives its parts, and we print them. */

import type { DocumentNumber } from "../../model/head.js";
import { nd30Clause } from "../../norms/clause.js";
import { printNumber } from "../../norms/number-print.js";
import { type NumberFault, parsePrintedNumber } from "../../norms/number-read.js";
import { textOf } from "../../norms/parts.js";
import type { CheckContext } from "../context.js";
import { type Fault, type Judgement, PARTY, type Rule, STATE } from "../rule.js";

/** What a fault of the number is called. */
const WORDS: { readonly [F in NumberFault]: string } = {
  prefix: "thiếu chữ “Số”",
  colon: "dấu hai chấm sau chữ “Số” không đúng hệ thống văn bản",
  blanks: "có dấu cách thừa hoặc thiếu",
  dash: "dùng gạch dài thay cho gạch nối",
  lookalike: "có chữ chỉ giống bề ngoài (chữ O thay số 0, chữ ngoài bảng chữ cái tiếng Việt)",
  unpadded: "số dưới 10 chưa thêm số 0 ở trước",
  overPadded: "thừa số 0 ở trước",
  signs: "dấu gạch nối, gạch chéo không đúng chỗ",
  year: "có năm ban hành",
  letterType: "công văn có mã thể loại",
  codeMissing: "thiếu mã thể loại hoặc mã cơ quan",
  codeForm: "mã không viết bằng chữ in hoa",
  unreadable: "không đọc được",
};

/** Blanks that keep room for a number that waits are no fault of its form. */
const withoutRoom = (text: string): string => text.replace(/^(Số\s*:?)\s{2,}(?=[-/])/u, "$1 ");

/** The number as it should stand; of a công văn of the State the unit or field is left to be filled in where it is missing. */
export function proposedNumber(
  number: DocumentNumber | undefined,
  { norm, type }: Pick<CheckContext, "norm" | "type">,
): string | undefined {
  if (number === undefined) return undefined;
  const unitless = norm.family === "state" && type?.letter === true && number.unitCode === undefined;
  const known = unitless ? { ...number, unitCode: "…" } : number;
  return textOf(printNumber(known, type, norm), "…");
}

/** A check that tells the given faults of the printed number. */
function checkNumber(faults: readonly NumberFault[], less: readonly NumberFault[] = []) {
  return function* ({ printed, norm, type }: CheckContext): Iterable<Fault> {
    if (printed.number === undefined) return;
    const reading = parsePrintedNumber(withoutRoom(printed.number), norm, type);
    const found = reading.faults.filter((fault) => faults.includes(fault));
    if (found.length === 0) return;
    const proposed = proposedNumber(reading.number, { norm, type });
    yield {
      quote: printed.number,
      found: `Số và ký hiệu “${printed.number}”: ${found.map((fault) => WORDS[fault]).join("; ")}.`,
      remedy:
        proposed === undefined
          ? `Ghi theo mẫu ${norm.family === "party" ? "“Số 05-KH/TU”" : "“Số: 05/KH-UBND”"}.`
          : `Ghi “${proposed}”.`,
      field: "number",
      ...(found.every((fault) => less.includes(fault)) ? { less: "warning" as const } : {}),
    };
  };
}

const rule = (
  id: string,
  title: string,
  family: "party" | "state",
  judgement: Judgement,
  reason: string,
  [right, wrong]: readonly [string, string],
  check: Rule["check"],
  clause: Rule["clause"] = ({ number }) => number.clause,
): Rule => ({
  id,
  title,
  norms: family === "party" ? PARTY : STATE,
  ...judgement,
  clause,
  reason,
  right: { printed: { number: right } },
  wrong: { printed: { number: wrong } },
  check,
});

const ERROR = { severity: "error", basis: "norm" } as const;
const SAMPLE = { severity: "warning", basis: "sample" } as const;

/** HD05 3.2.2; that a colon and blanks are wrong is seen in all samples but stands in no clause. */
export const PRINTED_NUMBER_RULES: readonly Rule[] = [
  rule(
    "P08",
    "Thứ tự và dấu trong số, ký hiệu",
    "party",
    ERROR,
    "Gạch nối giữa số và mã thể loại, gạch chéo giữa mã thể loại và mã cơ quan.",
    ["Số 15-KH/ĐU", "Số 15/KH/ĐU"],
    checkNumber(["signs", "prefix", "codeMissing", "unreadable"]),
  ),
  rule(
    "P09",
    "Sau chữ “Số” không có dấu hai chấm",
    "party",
    SAMPLE,
    "Mọi mẫu của hướng dẫn đều ghi “Số” rồi đến số; “Số:” là cách ghi của văn bản nhà nước.",
    ["Số 15-KH/ĐU", "Số: 15-KH/ĐU"],
    checkNumber(["colon"]),
  ),
  rule(
    "P10",
    "Số, ký hiệu viết liền",
    "party",
    SAMPLE,
    "Mọi mẫu của hướng dẫn đều viết liền số, gạch nối, gạch chéo và mã.",
    ["Số 15-KH/ĐU", "Số 15 - KH/ĐU"],
    checkNumber(["blanks"]),
  ),
  rule(
    "P11",
    "Số dưới 10 có số 0 ở trước",
    "party",
    ERROR,
    "Số văn bản nhỏ hơn 10 phải ghi thêm số 0 ở trước.",
    ["Số 05-KH/ĐU", "Số 5-KH/ĐU"],
    checkNumber(["unpadded", "overPadded"], ["overPadded"]),
  ),
  rule(
    "S04",
    "Cách ghi số, ký hiệu",
    "state",
    ERROR,
    "Sau chữ “Số” có dấu hai chấm; gạch chéo giữa số và ký hiệu, gạch nối giữa các nhóm, không cách chữ.",
    ["Số: 12/KH-UBND", "Số 12-KH/UBND"],
    checkNumber(["prefix", "colon", "blanks", "signs", "codeMissing", "unreadable"]),
  ),
  rule(
    "S05",
    "Số dưới 10 có số 0 ở trước",
    "state",
    ERROR,
    "Với số nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
    ["Số: 05/KH-UBND", "Số: 5/KH-UBND"],
    checkNumber(["unpadded", "overPadded"], ["overPadded"]),
  ),
  rule(
    "S08",
    "Văn bản hành chính không ghi năm trong số",
    "state",
    SAMPLE,
    "Năm ban hành giữa số và ký hiệu là cách ghi của văn bản quy phạm pháp luật.",
    ["Số: 12/KH-UBND", "Số: 12/2026/KH-UBND"],
    checkNumber(["year"]),
    () => nd30Clause("II.3.c"),
  ),
];

/** Signs and letters of the printed number that rules for both families speak of. */
export const printedDash = checkNumber(["dash"]);
export const printedLookalike = checkNumber(["lookalike"]);
