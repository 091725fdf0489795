/** The annex "Tình hình thực hiện nhiệm vụ": a row for each task of the plans, in the document and in the workbook. */
import type { FormColumn } from "../../forms/index.js";
import { type Period, sayDay } from "../../periods/index.js";
import { bodiesWith } from "../../plan/outputs/bodies.js";
import type { AnnexCell, AnnexRow, AnnexTable } from "../annexes/index.js";
import type { FollowedPlan, FollowedTask } from "./follow-plan.js";
import { sayReceived, sayStandings, sayState, sayTime, sayWords } from "./words.js";

const TITLE = "Tình hình thực hiện nhiệm vụ";

const COLUMNS: readonly FormColumn[] = [
  { number: "1", head: ["TT"], content: "ordinal" },
  { number: "2", head: ["Nhiệm vụ"], content: "label" },
  { number: "3", head: ["Cơ quan thực hiện"], content: "text" },
  { number: "4", head: ["Thời gian"], content: "text" },
  { number: "5", head: ["Tình hình"], content: "text" },
  { number: "6", head: ["Kết quả, sản phẩm"], content: "text" },
  { number: "7", head: ["Vướng mắc, ghi chú"], content: "note" },
];

/** Lines of a cell are its paragraphs. */
const cell = (...lines: readonly string[]): AnnexCell => ({ kind: "text", text: lines.join("\n") });

function bodiesCell({ task, bodies }: FollowedTask): AnnexCell {
  const beside = bodiesWith(task, "coordinate");
  return cell(
    ...(bodies.length === 0 ? [] : [bodies.join("; ")]),
    ...(beside.length === 0 ? [] : [`Phối hợp: ${beside.join("; ")}`]),
  );
}

function rowsOf({ name, tasks, ...plan }: FollowedPlan, several: boolean, ordinals: () => number): readonly AnnexRow[] {
  const head = cell(`${name}: ${sayStandings(tasks)} (${sayReceived({ name, tasks, ...plan })})`);
  return [
    ...(several
      ? [{ kind: "heading" as const, cells: COLUMNS.map(({ content }) => (content === "label" ? head : cell(""))) }]
      : []),
    ...tasks.map((followed): AnnexRow => {
      const { task } = followed;
      return {
        kind: "indicator",
        cells: [
          cell(String(ordinals())),
          cell(task.text.replace(/\s+/gu, " ").trim()),
          bodiesCell(followed),
          cell(sayTime(followed)),
          cell(...sayState(followed)),
          cell(...sayWords(followed, "result")),
          cell(...sayWords(followed, "note")),
        ],
      };
    }),
  ];
}

/**
 * The annex of the plans' tasks.
 *
 * @returns undefined when no plan is followed, or none has a task
 */
export function tasksAnnex(plans: readonly FollowedPlan[], period: Period): AnnexTable | undefined {
  const followed = plans.filter(({ tasks }) => tasks.length > 0);
  const [only] = followed;
  if (only === undefined) return undefined;
  let ordinal = 0;
  const next = (): number => {
    ordinal += 1;
    return ordinal;
  };
  const several = followed.length > 1;
  const notes = followed.flatMap(({ name, astray }) =>
    astray === 0 ? [] : [`${name}: ${astray} dòng báo cáo thuộc nhiệm vụ không còn trong kế hoạch, không tính.`],
  );
  return {
    form: "NV",
    title: TITLE,
    orientation: "landscape",
    proposal: false,
    columns: COLUMNS,
    rows: followed.flatMap((plan) => rowsOf(plan, several, next)),
    period: period.name,
    window: `Tính đến ngày ${sayDay(period.window.to)}`,
    coverage: several ? "" : `${only.name}: ${sayStandings(only.tasks)} (${sayReceived(only)}).`,
    notes,
  };
}
