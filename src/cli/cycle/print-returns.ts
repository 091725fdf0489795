/** What collecting says on the terminal, return by return. */
import { placeOfFinding } from "../../cycle/answers/review-slip.js";
import { type CollectedReturn, type CollectResult, isKeptOut } from "../../cycle/collect/index.js";
import type { CellFinding, ReturnState } from "../../cycle/returns.js";
import { type CollectedTracking, sayCounts } from "../../cycle/task-reports/index.js";
import { findUnit, nameAt, type UnitRegister } from "../../organisation/index.js";
import { sayDay } from "../../periods/index.js";

const STATES: { readonly [S in ReturnState]: string } = {
  accepted: "đã nhận",
  explain: "cần giải trình",
  correct: "phải sửa",
  refused: "không nhận",
};

/** Most findings that are printed of one return; the slip has them all. */
const PRINTED = 12;

const WEIGHTS: { readonly [W in CellFinding["weight"]]: string } = {
  error: "sửa",
  explain: "giải trình",
  note: "lưu ý",
};

/** What somebody must act on first; notes only where nothing else is said. */
function printed(findings: readonly CellFinding[]): readonly CellFinding[] {
  const open = findings.filter(
    ({ weight, explanation }) => weight === "error" || (weight === "explain" && !explanation),
  );
  const notes = findings.filter(({ weight }) => weight === "note");
  return [
    ...open.filter(({ weight }) => weight === "error"),
    ...open.filter(({ weight }) => weight !== "error"),
    ...notes,
  ];
}

function linesOfReturn(one: CollectedReturn, register: UnitRegister): readonly string[] {
  const { unit, file, received, daysLate, findings, changes, revision } = one;
  const state = isKeptOut(one) ? "chưa ghi được vào sổ" : STATES[one.state];
  const known = findUnit(register, unit);
  const name = known === undefined ? unit : nameAt(known, received.day).official;
  const day = `${sayDay(received.day)}${received.basis === "file" ? " (theo tệp)" : ""}`;
  const facts = [
    `nhận ngày ${day}`,
    ...(daysLate > 0 ? [`chậm ${daysLate} ngày`] : []),
    ...(revision !== undefined && revision.number > 1
      ? [`lần ${revision.number}: ${changes.updated + changes.created + changes.removed} số thay đổi`]
      : []),
    file,
  ];
  return [`${state.toLocaleUpperCase("vi")}  ${name} (${facts.join("; ")})`, ...linesOfFindings(findings)];
}

function linesOfFindings(findings: readonly CellFinding[]): readonly string[] {
  const shown = printed(findings);
  const rest = shown.length - PRINTED;
  return [
    ...shown
      .slice(0, PRINTED)
      .flatMap((finding) => [
        `    ${WEIGHTS[finding.weight]} · ${placeOfFinding(finding)} [${finding.rule}]: ${finding.found}`,
        ...(finding.weight === "note" ? [] : [`        → ${finding.remedy}`]),
      ]),
    ...(rest > 0 ? [`    … và ${rest} chỗ khác, xem phiếu rà soát.`] : []),
  ];
}

function linesOfTracking({ state, outcome, body, plan, received, counts, findings, file }: CollectedTracking) {
  const word = outcome === "unrecorded" && state !== "refused" ? "chưa ghi được vào sổ" : STATES[state];
  const name = [body ?? "Tất cả cơ quan", ...(plan === undefined ? [] : [plan.number ?? plan.title])].join(", ");
  const said = sayCounts(counts);
  const facts = [`nhận ngày ${sayDay(received.day)}`, ...(said === "" ? [] : [said]), file];
  return [
    `${word.toLocaleUpperCase("vi")}  Theo dõi nhiệm vụ: ${name} (${facts.join("; ")})`,
    ...linesOfFindings(findings),
  ];
}

const COUNTS: readonly (readonly [key: keyof CollectResult["counts"], words: string])[] = [
  ["accepted", "đã nhận"],
  ["explain", "cần giải trình"],
  ["correct", "phải sửa"],
  ["refused", "không nhận"],
  ["unrecorded", "chưa ghi được vào sổ"],
  ["repeated", "đã thu trước đây"],
  ["duplicate", "trùng tệp"],
  ["unreadable", "không đọc được"],
  ["signed", "bản ký gửi riêng"],
  ["unplaced", "không rõ của đơn vị nào"],
  ["foreign", "không phải báo cáo"],
];

/** The lines of a run: what was new, return by return, then the counts. */
export function printReturns(result: CollectResult, register: UnitRegister): readonly string[] {
  const { returns, tracking, others, counts } = result;
  const fresh = returns.filter(({ outcome }) => outcome === "recorded" || outcome === "unrecorded");
  const followed = tracking.filter(({ outcome }) => outcome !== "repeated");
  const repeated = tracking.length - followed.length;
  const known = others.filter((other) => other.known).length;
  const wordsOf = (key: keyof CollectResult["counts"], words: string): string =>
    key === "unreadable" && known > 0
      ? `${counts[key]} ${words} (${known} đã báo lần trước)`
      : `${counts[key]} ${words}`;
  const said = COUNTS.flatMap(([key, words]) => (counts[key] === 0 ? [] : [wordsOf(key, words)]));
  if (followed.length > 0) said.push(`${followed.length} tệp theo dõi nhiệm vụ`);
  if (repeated > 0) said.push(`${repeated} tệp theo dõi nhiệm vụ đã thu trước đây`);
  return [
    ...fresh.flatMap((one) => linesOfReturn(one, register)),
    ...followed.flatMap(linesOfTracking),
    said.length === 0
      ? "Không có tệp nào để thu. Chép tệp đơn vị gửi vào hop-thu-den/<ngày nhận>, ví dụ hop-thu-den/2026-05-20."
      : `${said.join(", ")}.`,
  ];
}
