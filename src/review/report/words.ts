/** How changes are told. */
import type { Change, ChangeGroup, ChangeKind, ChangePlace, Stretch } from "../compare/change.js";

/** The groups in the order in which a reviewer reads them. */
export const GROUPS: readonly ChangeGroup[] = ["figures", "wording", "pages", "looks"];

export const GROUP_NAMES: { readonly [G in ChangeGroup]: string } = {
  figures: "Số liệu",
  wording: "Lời văn, đề mục",
  pages: "Trang",
  looks: "Hình thức",
};

export const KIND_NAMES: { readonly [K in ChangeKind]: string } = {
  figure: "Số liệu",
  heading: "Đổi tên đề mục",
  wording: "Sửa lời",
  added: "Thêm đoạn",
  removed: "Bỏ đoạn",
  moved: "Chuyển chỗ",
  rowAdded: "Thêm dòng bảng",
  rowRemoved: "Bỏ dòng bảng",
  renumbered: "Đánh số lại",
  formula: "Đổi công thức",
  binding: "Đổi nguồn số liệu",
  split: "Tách đoạn",
  joined: "Nhập đoạn",
  scan: "Trang ảnh khác nhau, không đọc được chữ trong ảnh",
  pages: "Dịch trang",
  margins: "Lề, khổ giấy",
  font: "Phông, cỡ, kiểu chữ",
  paragraph: "Canh lề, thụt, ngắt trang",
  spacing: "Giãn dòng, giãn đoạn",
  border: "Viền bảng",
  image: "Ảnh",
  picture: "Khác về hình",
};

/** Nothing, as it is told of a figure that came or went. */
const NOTHING = "(không có)";

const PART_NAMES: { readonly [P in NonNullable<ChangePlace["part"]>]: string } = {
  note: "chú thích",
  signature: "chữ ký",
  recipients: "nơi nhận",
  header: "đầu trang",
  footer: "chân trang",
};

/** What a change is called: of a sheet by what it concerns, of a note its place says it. */
export function nameChange({ kind, old, new: neu }: Change): string {
  const place = neu ?? old;
  if (place?.part === "note" && kind === "added") return "Thêm";
  if (place?.part === "note" && kind === "removed") return "Bỏ";
  if (place?.sheet !== undefined && kind === "heading") return "Đổi tên trang tính";
  return KIND_NAMES[kind];
}

/** `mục “II- …”, trang 3`. */
export function sayPlace(place: ChangePlace | undefined): string {
  if (place === undefined) return "";
  const { section, page, sheet, cell, part, anchor } = place;
  const words = [
    ...(part === undefined ? [] : [`${PART_NAMES[part]}${anchor === undefined ? "" : ` ở “${anchor}”`}`]),
    ...(sheet === undefined ? [] : [`trang tính “${sheet}”`]),
    ...(cell === undefined ? [] : [`ô ${cell}`]),
    ...(section === undefined || sheet !== undefined ? [] : [`mục “${section}”`]),
    ...(page === undefined ? [] : [`trang ${page}`]),
  ];
  return words.join(", ");
}

/** The place in the new version, with the page of the old one where that was another. */
export function sayPlaces({ kind, old, new: neu }: Change): string {
  const place = sayPlace(neu ?? old);
  if (kind === "moved") return [sayPlace(old), sayPlace(neu)].filter((one) => one !== "").join(" → ");
  const both = old?.page !== undefined && neu?.page !== undefined && old.page !== neu.page;
  return both ? `${place} (bản cũ: trang ${old.page})` : place;
}

/** A figure, its row and column and what it is bound to: `15 → 17 (dòng “…”, cột “…”)`. */
export function sayFigure({ figure }: Change): string {
  if (figure === undefined) return "";
  const { old = NOTHING, new: neu = NOTHING, row, column, path } = figure;
  const heads = [
    ...(row === undefined ? [] : [`dòng “${row}”`]),
    ...(column === undefined ? [] : [`cột “${column}”`]),
    ...(path === undefined ? [] : [path]),
  ];
  return `${old} → ${neu}${heads.length === 0 ? "" : ` (${heads.join(", ")})`}`;
}

/** Figures of one change that are listed. */
const MOST_FIGURES = 12;

/** Figures that came or went with words: `Số liệu bỏ: 52; thêm: 33, 7`. */
export function sayFigures({ figures = [] }: Change): string {
  const list = (texts: readonly string[]): string =>
    texts.length <= MOST_FIGURES
      ? texts.join("; ")
      : `${texts.slice(0, MOST_FIGURES).join("; ")}; … (${texts.length} số liệu)`;
  const removed = figures.flatMap(({ old }) => old ?? []);
  const added = figures.flatMap((figure) => figure.new ?? []);
  return [
    ...(removed.length === 0 ? [] : [`Số liệu bỏ: ${list(removed)}.`]),
    ...(added.length === 0 ? [] : [`Số liệu thêm: ${list(added)}.`]),
  ].join(" ");
}

/** What a change of pages or looks says. */
export function sayLook({ kind, old, new: neu, oldText = "", newText = "", blocks, stretches = [] }: Change): string {
  switch (kind) {
    case "pages":
      return newText === ""
        ? `số trang ${old?.page} → ${neu?.page}`
        : `từ “${newText}”: trang ${old?.page} → ${neu?.page}`;
    case "image":
      return `${oldText} → ${newText}, sau “${stretches[0]?.text ?? ""}”`;
    case "font":
    case "paragraph":
    case "spacing":
    case "border":
      return `${oldText} → ${newText}${blocks === undefined ? "" : `, ${blocks} đoạn`}, từ “${stretches[0]?.text ?? ""}”`;
    case "picture":
      return `${blocks} chỗ ở trang ${neu?.page}, gần “${newText}”`;
    default:
      return `${oldText} → ${newText}`;
  }
}

/** Letters of unchanged text that are shown around a change. */
const AROUND = 60;

/** Shortens what did not change: only its ends, where changes are near. */
export function excerptOf(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, index) => {
    const { op, text } = stretch;
    if (op !== "same") return stretch;
    const [first, last] = [index === 0, index === stretches.length - 1];
    if (first && text.length > AROUND) return { op, text: `…${text.slice(-AROUND)}` };
    if (last && text.length > AROUND) return { op, text: `${text.slice(0, AROUND)}…` };
    return text.length > 2 * AROUND ? { op, text: `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}` } : stretch;
  });
}
