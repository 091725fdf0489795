/** A comparison as lines of a terminal: figures first, then wording, pages, looks. */
import type { Change, Stretch } from "../compare/change.js";
import type { ComparisonResult } from "./result.js";
import {
  excerptOf,
  GROUP_NAMES,
  GROUPS,
  KIND_NAMES,
  nameChange,
  sayFigure,
  sayFigures,
  sayLook,
  sayPlaces,
} from "./words.js";

/** How words are set off: colours on a terminal, signs elsewhere. */
export interface Emphasis {
  readonly bold: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Changes of one group that are listed; the page has them all. */
const MOST_LISTED = 40;
/** Letters of a text that is shown whole. */
const LONGEST = 200;

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`);

const sayStretches = (stretches: readonly Stretch[], emphasis: Emphasis): string =>
  excerptOf(stretches)
    .map(({ op, text }) => (op === "same" ? text : op === "removed" ? emphasis.removed(text) : emphasis.added(text)))
    .join("");

function sayContent(change: Change, emphasis: Emphasis): string[] {
  const { kind, oldText = "", newText = "", stretches, figure } = change;
  switch (kind) {
    case "figure":
      // of a cell the heads of its row and column say where it stands, and its text is the figure
      return newText === "" || figure?.row !== undefined ? [] : [emphasis.dim(shortened(newText))];
    case "added":
    case "rowAdded":
      return [emphasis.added(shortened(newText))];
    case "removed":
    case "rowRemoved":
      return [emphasis.removed(shortened(oldText))];
    case "moved":
    case "split":
    case "joined":
      return [shortened(newText)];
    case "wording":
    case "heading":
    case "renumbered":
    case "formula":
    case "binding":
      return [sayStretches(stretches ?? [], emphasis)];
    default:
      return [];
  }
}

function sayChange(change: Change, emphasis: Emphasis): string[] {
  const place = sayPlaces(change);
  const head =
    change.kind === "figure"
      ? emphasis.bold(sayFigure(change))
      : change.group === "wording"
        ? emphasis.bold(nameChange(change))
        : `${emphasis.bold(KIND_NAMES[change.kind])}: ${sayLook(change)}`;
  const isNote = (change.kind === "added" || change.kind === "removed") && (change.new ?? change.old)?.part === "note";
  const untold = place === "" || change.group === "pages" || change.group === "looks";
  const where = untold ? "" : emphasis.dim(`${isNote ? " " : ", "}${place}`);
  const figures = sayFigures(change);
  return [
    `  ${head}${where}`,
    ...[...sayContent(change, emphasis), ...(figures === "" ? [] : [emphasis.dim(figures)])].map(
      (line) => `      ${line}`,
    ),
  ];
}

const VERSIONS = [
  ["old", "bản cũ"],
  ["new", "bản mới"],
] as const;

/** `trang ảnh 2, 5 của bản mới`. */
const sayUnread = (unread: NonNullable<ComparisonResult["unread"]>): string =>
  VERSIONS.flatMap(([version, name]) => {
    const pages = unread.filter((one) => one.version === version).map(({ page }) => page);
    return pages.length === 0 ? [] : [`trang ảnh ${pages.join(", ")} của ${name}`];
  }).join(" và ");

/** `3 số liệu, 2 chỗ về lời văn`; what there is none of is left out. */
export function sayCounts({ counts, changes, unseen, unlike, onlyFigures, unread = [] }: ComparisonResult): string {
  const untold = [
    ...(unseen ? [" CHƯA so được hình các trang."] : []),
    ...(unread.length > 0 ? [` CHƯA so sánh ${sayUnread(unread)}.`] : []),
  ].join("");
  const rest = `${untold}${unlike ? " Hai tệp rất ít lời chung: có thể là hai văn bản khác nhau." : ""}`;
  if (changes.length === 0) {
    if (onlyFigures) return `Không số liệu nào đổi${unread.length > 0 ? " ở những trang đọc được" : ""}.${rest}`;
    return `Hai bản giống nhau${untold === "" ? "" : " ở những gì đã so"}.${rest}`;
  }
  const words = {
    figures: "số liệu",
    wording: "chỗ về lời văn, đề mục",
    pages: "chỗ dịch trang",
    looks: "điểm về hình thức",
  };
  const within = changes.reduce((sum, { figures = [] }) => sum + figures.length, 0);
  const parts = GROUPS.filter((group) => counts[group] > 0).map(
    (group) => `${counts[group]} ${words[group]}${group === "wording" && within > 0 ? ` (kèm ${within} số liệu)` : ""}`,
  );
  return `Thay đổi: ${parts.join(", ")}.${rest}`;
}

/** The lines that tell a comparison. */
export function printComparison(result: ComparisonResult, emphasis: Emphasis): string[] {
  const lines: string[] = [sayCounts(result)];
  for (const group of GROUPS) {
    const changes = result.changes.filter((change) => change.group === group);
    if (changes.length === 0) continue;
    lines.push("", emphasis.bold(`${GROUP_NAMES[group]} (${changes.length})`));
    for (const change of changes.slice(0, MOST_LISTED)) lines.push(...sayChange(change, emphasis));
    const more = changes.length - MOST_LISTED;
    if (more > 0) lines.push(`  … và ${more} thay đổi nữa; xem đủ bằng -o so-sanh.html.`);
  }
  return lines;
}
