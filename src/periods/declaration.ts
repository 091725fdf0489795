/** A kind of period as an office declares it in vanthu.yaml, under "kỳ báo cáo". */
import { z } from "zod";
import { anchorDay, type Due, readAnchor, readDue, sayDue } from "./anchor.js";
import { REVIEW_LEVELS } from "./kinds.js";
import type { Anchor, PeriodKind } from "./period.js";

const Text = z.string().trim().min(1, "một giá trị, không để trống");

const AnchorText = z
  .string()
  .refine((text) => readAnchor(text) !== undefined, "ngày có trong mọi năm, ví dụ 15/5, 16/12 năm trước, 20/01 năm sau")
  .describe("Ngày trong năm, ví dụ 15/5, 16/12 năm trước, 20/01 năm sau");

const DueText = z
  .string()
  .refine((text) => readDue(text) !== undefined, "trước hoặc chậm nhất rồi đến ngày, ví dụ trước 25/5, chậm nhất 20/3")
  .describe("Hạn gửi, ví dụ trước 25/5 (ngày 25 là chậm), chậm nhất 20/3 (ngày 20 vẫn đúng hạn)");

/** The day after last year's cut-off, whatever day that is. */
const FROM_CLOSING = "sau ngày chốt năm trước";

const LEVEL_KEYS = Object.fromEntries(REVIEW_LEVELS.map(({ name }) => [name, DueText.optional()]));

const Declaration = z.strictObject({
  mã: z
    .string()
    .trim()
    .regex(/^(?!\d{4}-)[a-z\d]+(?:-[a-z\d]+)*$/u, "mã viết thường, không dấu, không bắt đầu bằng năm, ví dụ 9t")
    .describe("Mã loại kỳ, đứng sau năm trong mã kỳ, ví dụ 9t trong 2026-9t"),
  tên: Text.describe("Tên kỳ, viết như trong câu, ví dụ 9 tháng đầu năm"),
  "nhiều năm": z.enum(["có", "không"]).optional().describe("Kỳ trải qua nhiều năm như sơ kết, tổng kết"),
  mở: AnchorText.describe("Ngày bắt đầu nhận báo cáo"),
  "số liệu từ": z
    .string()
    .refine(
      (text) => text.trim() === FROM_CLOSING || readAnchor(text) !== undefined,
      `“${FROM_CLOSING}”, hoặc một ngày, ví dụ 16/12 năm trước`,
    )
    .optional()
    .describe("Ngày đầu của số liệu; mặc định: sau ngày chốt năm trước"),
  "chốt số liệu": AnchorText.describe("Ngày cuối của số liệu"),
  hạn: DueText,
  "hạn từng cấp": z
    .strictObject(LEVEL_KEYS)
    .optional()
    .describe("Hạn của từng cấp khi sơ kết, tổng kết; cấp dưới trước cấp trên"),
});
type Declaration = z.infer<typeof Declaration>;

/** Years by which anchors are compared: any span will do, since they differ by their own years only. */
const PROBE = { first: 2025, last: 2026 };

const anchorOf = (text: string | undefined): Anchor | undefined => (text === undefined ? undefined : readAnchor(text));

const probe = (anchor: Anchor | undefined, year = PROBE.last): string | undefined =>
  anchor === undefined ? undefined : anchorDay(anchor, year);

const sayProbe = ({ anchor, rule }: Due): string => sayDue(anchorDay(anchor, PROBE.last), rule);

/** Due days of the levels that are declared, from below. */
function levelsOf(declared: Declaration): readonly (Due & { readonly level: string; readonly name: string })[] {
  return REVIEW_LEVELS.flatMap(({ id, name }) => {
    const due = readDue(declared["hạn từng cấp"]?.[name] ?? "");
    return due === undefined ? [] : [{ level: id, name, ...due }];
  });
}

type Fault = { readonly path: readonly string[]; readonly expected: string };

/** Days that contradict each other: data end before they are due, a level is due before the one above it. */
function faultsOf(declared: Declaration): readonly Fault[] {
  const cutOff = probe(anchorOf(declared["chốt số liệu"]));
  const due = readDue(declared.hạn);
  const first = declared["nhiều năm"] === "có" ? PROBE.first : PROBE.last;
  const from = probe(anchorOf(declared["số liệu từ"]), first);
  const faults: Fault[] = [];
  const order = (earlier: string | undefined, later: string | undefined, fault: Fault, strict = false): void => {
    if (earlier !== undefined && later !== undefined && (strict ? earlier >= later : earlier > later))
      faults.push(fault);
  };
  order(from, cutOff, { path: ["chốt số liệu"], expected: "ngày không trước ngày ở “số liệu từ”" });
  order(
    cutOff,
    probe(due?.anchor),
    { path: ["hạn"], expected: "hạn không trước ngày chốt số liệu" },
    due?.rule === "before",
  );
  order(probe(anchorOf(declared.mở)), probe(due?.anchor), { path: ["mở"], expected: "ngày mở trước hạn gửi" }, true);
  levelsOf(declared).forEach((level, index, levels) => {
    const below = levels[index - 1];
    const path = ["hạn từng cấp", level.name];
    if (below === undefined)
      order(cutOff, probe(level.anchor), { path, expected: "hạn không trước ngày chốt số liệu" });
    else order(probe(below.anchor), probe(level.anchor), { path, expected: `ngày sau hạn của “${below.name}”` }, true);
    if (level.level === "file" && due !== undefined && sayProbe(level) !== sayProbe(due))
      faults.push({ path, expected: "cùng ngày, cùng chữ với “hạn”" });
  });
  return faults;
}

/** One item of the list "kỳ báo cáo". Messages say what is expected, as the end of "Cần ghi: …". */
export const PeriodKindDeclaration = Declaration.superRefine((declared, context) => {
  for (const { path, expected } of faultsOf(declared)) {
    context.addIssue({ code: "custom", message: expected, path: [...path] });
  }
});

/** The whole list "kỳ báo cáo". */
export const PeriodKindDeclarations = z.array(PeriodKindDeclaration).superRefine((kinds, context) => {
  kinds.forEach(({ mã }, index) => {
    const first = kinds.findIndex((kind) => kind.mã === mã);
    if (first < index) context.addIssue({ code: "custom", message: "mã chưa dùng ở trên", path: [index, "mã"] });
  });
});

/**
 * What a checked declaration means.
 *
 * @throws RangeError when it was not checked
 */
export function periodKindOf(declared: Declaration): PeriodKind {
  const opens = anchorOf(declared.mở);
  const cutOff = anchorOf(declared["chốt số liệu"]);
  const due = readDue(declared.hạn);
  if (opens === undefined || cutOff === undefined || due === undefined) throw new RangeError("unchecked declaration");
  const levels = levelsOf(declared).map(({ level, anchor, rule }) => ({ level, anchor, rule }));
  return {
    id: declared.mã,
    name: declared.tên,
    years: declared["nhiều năm"] === "có" ? "span" : "one",
    opens,
    cutOff,
    begins: anchorOf(declared["số liệu từ"]) ?? "previousYear",
    due,
    ...(levels.length === 0 ? {} : { dueByLevel: levels }),
  };
}
