/** The body of a plan's draft made from its tasks: blocks with role labels, or a landscape annex with a table. */
import type { Annex } from "../../model/annex.js";
import type { Block, Paragraph } from "../../model/block.js";
import type { Family } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { MarkForm } from "../../model/mark.js";
import type { Cell, Column } from "../../model/table.js";
import { splitBodies } from "../bodies/names.js";
import type { Role } from "../outputs/bodies.js";
import { bodiesWith, PART_NAMES, type Part } from "../outputs/bodies.js";
import { readLabelledLine } from "../tasks/labels.js";
import { rolesOfLabel } from "../tasks/roles.js";
import type { ListedTask, PlanContents } from "./contents.js";

/** `blocks`: under part II; `table`: an annex. */
export type TaskLayout = "blocks" | "table";

export interface TaskDraftOptions {
  readonly layout: TaskLayout;
  readonly family: Family;
  /** As said in a sentence: "Ban Thường vụ Tỉnh uỷ". */
  readonly author: string;
}

const LABELS: { readonly [R in Role]: string } = {
  direct: "Chỉ đạo",
  advise: "Cơ quan tham mưu",
  execute: "Cơ quan thực hiện",
  adviseAndExecute: "Cơ quan tham mưu và triển khai thực hiện",
  coordinate: "Cơ quan phối hợp",
};
const TIME = "Thời gian thực hiện";
const OUTPUT = "Sản phẩm";
/** What the office has to add; rendering reminds of what was left. */
export const PLACEHOLDERS = {
  basis: "[nêu văn bản của cấp trên]",
  matter: "[nêu việc cần làm]",
  aim: "[nêu mục đích]",
  requirement: "[nêu yêu cầu]",
  time: "[thời hạn]",
  units: "[cơ quan, đơn vị]",
  reportTo: "[nơi nhận báo cáo]",
  reportDay: "[ngày, tháng]",
  standing: "[cơ quan thường trực]",
} as const;
const ANNEX = "Phụ lục";
/** The column of duties, mm: sentences beside names. */
const TASK_WIDTH = 80;
const JOINTS = ["; ", ", ", " và "] as const;

const run = (text: string): Inlines => (text === "" ? [] : [{ kind: "text", text }]);
const paragraph = (text: string, form?: MarkForm, mark = ""): Paragraph => ({
  kind: "paragraph",
  ...(form === undefined ? {} : { mark: { form, text: mark } }),
  inlines: run(text),
});

/** Part headings: `I- …` of the Party, `I. …` of the State. */
const part = (family: Family, number: string, title: string): Block => ({
  kind: "heading",
  mark: { form: "roman", text: `${number}${family === "party" ? "-" : "."}` },
  inlines: run(title),
});

/** Names joined so that they are parted again as they were; undefined when no joint does it. */
function joined(bodies: readonly string[], read: (text: string) => readonly string[]): string | undefined {
  return JOINTS.map((joint) => bodies.join(joint)).find(
    (text) => JSON.stringify(read(text)) === JSON.stringify(bodies),
  );
}

interface LabelledText {
  readonly label: string;
  readonly value: string;
}

/** One line for each role; where names joined would be parted otherwise, one for each name. */
function linesOf({ roles, time, outputs = [] }: ListedTask): readonly LabelledText[] {
  const who = roles.flatMap(({ role, bodies }): LabelledText[] => {
    const label = LABELS[role];
    const read = (text: string): readonly string[] => {
      const line = readLabelledLine(`${label}: ${text}.`);
      const given = line === undefined ? [] : rolesOfLabel(line);
      return given.length === 1 ? (given[0]?.bodies ?? []) : [];
    };
    const value = joined(bodies, read);
    return value === undefined ? bodies.map((body) => ({ label, value: body })) : [{ label, value }];
  });
  return [
    ...who,
    { label: TIME, value: time ?? PLACEHOLDERS.time },
    ...outputs.map((output) => ({ label: OUTPUT, value: output })),
  ];
}

const LETTERS = "abcdđeghiklmnopqrstuvxy";

function line({ label, value }: LabelledText, at: number, family: Family): Paragraph {
  const mark =
    family === "party"
      ? { form: "dash" as const, text: "-" }
      : { form: "letter" as const, text: `${LETTERS.charAt(at % LETTERS.length)})` };
  const head: Inlines = family === "party" ? [{ kind: "text", text: label, italic: true }] : run(label);
  return { kind: "paragraph", mark, inlines: [...head, ...run(`: ${value.replace(/\.$/u, "")}.`)] };
}

const blocksOf = (tasks: readonly ListedTask[], family: Family): Block[] =>
  tasks.flatMap((task, at) => [
    paragraph(task.text, "number", `${at + 1}.`),
    ...linesOf(task).map((each, index) => line(each, index, family)),
  ]);

const cell = (text: string, bold = false): Cell => ({
  paragraphs: text === "" ? [] : [[{ kind: "text", text, ...(bold ? { bold: true as const } : {}) }]],
});

/** The annex, with columns for the parts that anybody has. */
function annexOf(tasks: readonly ListedTask[]): Annex {
  const bodies = (task: ListedTask, of: Part): readonly string[] => bodiesWith({ roles: [...task.roles] }, of);
  const parts = PART_NAMES.filter((of) => of === "execute" || tasks.some((task) => bodies(task, of).length > 0));
  const withOutputs = tasks.some(({ outputs = [] }) => outputs.length > 0);
  const heads = ["TT", "Nhiệm vụ", ...parts.map((of) => LABELS[of]), TIME, ...(withOutputs ? [OUTPUT] : [])];
  const columns: Column[] = heads.map((_, at) => ({
    kind: at === 0 ? "ordinal" : "text",
    ...(at === 1 ? { width: TASK_WIDTH } : {}),
  }));
  const rows = tasks.map((task, at) => [
    cell(String(at + 1)),
    cell(task.text),
    ...parts.map((of) => {
      const names = bodies(task, of);
      return cell(joined(names, splitBodies) ?? names.join("; "));
    }),
    cell(task.time ?? PLACEHOLDERS.time),
    ...(withOutputs ? [cell((task.outputs ?? []).join("; "))] : []),
  ]);
  return {
    label: ANNEX,
    title: ["DANH MỤC NHIỆM VỤ"],
    orientation: "landscape",
    blocks: [
      { kind: "table", table: { columns, headerRows: 1, rows: [heads.map((head) => cell(head, true)), ...rows] } },
    ],
  };
}

/**
 * The body and annexes of a plan's draft. Brackets stand for what the office has to add.
 *
 * @returns blocks of the model, to be written in the draft's syntax
 */
export function taskDraft(
  { tasks, targets }: PlanContents,
  { layout, family, author }: TaskDraftOptions,
): { readonly body: readonly Block[]; readonly annexes: readonly Annex[] } {
  const aims = [
    paragraph(PLACEHOLDERS.aim, "number", "1."),
    paragraph(PLACEHOLDERS.requirement, "number", "2."),
    ...(targets.length === 0
      ? []
      : [
          paragraph("Chỉ tiêu", "number", "3."),
          ...targets.map((target) => paragraph(`${target.replace(/[.;]$/u, "")}.`, "dash", "-")),
        ]),
  ];
  const table = layout === "table";
  return {
    body: [
      paragraph(`Thực hiện ${PLACEHOLDERS.basis}, ${author} xây dựng Kế hoạch ${PLACEHOLDERS.matter}, cụ thể như sau:`),
      part(family, "I", targets.length === 0 ? "MỤC ĐÍCH, YÊU CẦU" : "MỤC ĐÍCH, YÊU CẦU, CHỈ TIÊU"),
      ...aims,
      part(family, "II", "NỘI DUNG THỰC HIỆN"),
      ...(table
        ? [
            paragraph(
              `Nội dung, cơ quan thực hiện và thời gian của từng nhiệm vụ nêu tại ${ANNEX} kèm theo Kế hoạch này.`,
            ),
          ]
        : blocksOf(tasks, family)),
      part(family, "III", "TỔ CHỨC THỰC HIỆN"),
      paragraph(
        `${PLACEHOLDERS.units} căn cứ Kế hoạch này xây dựng kế hoạch cụ thể; báo cáo kết quả về ${PLACEHOLDERS.reportTo} trước ngày ${PLACEHOLDERS.reportDay}.`,
        "number",
        "1.",
      ),
      paragraph(`${PLACEHOLDERS.standing} theo dõi, đôn đốc, tổng hợp kết quả thực hiện.`, "number", "2."),
    ],
    annexes: table ? [annexOf(tasks)] : [],
  };
}
