/** Differences of a file in words. */
import type { FileDifference } from "../../review/manifest/file-difference.js";
import { KIND_NAMES, sayFigure, sayLook, sayPlaces } from "../../review/report/words.js";

const STATES = { missing: "thiếu", extra: "thừa", binary: "khác" } as const;
const LONGEST = 100;
const quoted = (text: string): string =>
  text === "" ? "(không có)" : `“${text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`}”`;

/** One difference. */
export function sayDifference(difference: FileDifference): string {
  switch (difference.kind) {
    case "change": {
      const { change } = difference;
      if (change.group === "pages" || change.group === "looks") return `${KIND_NAMES[change.kind]}: ${sayLook(change)}`;
      const place = sayPlaces(change);
      const what =
        change.kind === "figure"
          ? `số liệu ${sayFigure(change)}`
          : `${KIND_NAMES[change.kind].toLocaleLowerCase("vi")}: ${quoted(change.oldText ?? "")} → ${quoted(change.newText ?? "")}`;
      return place === "" ? what : `${what}, ${place}`;
    }
    case "part":
      return `phần ${difference.part}: ${STATES[difference.state]}`;
    case "element": {
      const { part, path, old, new: neu } = difference;
      return `${part === undefined ? "" : `phần ${part}, `}phần tử ${path}: ${quoted(old)} → ${quoted(neu)}`;
    }
    case "line":
      return `dòng ${difference.line}: ${quoted(difference.old)} → ${quoted(difference.new)}`;
    case "unreadable":
      return "tệp hỏng, không đọc được để so từng phần";
    case "packing":
      return "mọi phần bên trong như nhau, chỉ khác cách đóng gói";
    case "unseen":
      return "lời văn và hình các trang như nhau; khác thông tin kèm theo tệp (siêu dữ liệu, tệp đính kèm, liên kết) hoặc cách đóng gói";
    case "notPainted":
      return "lời văn, lề, phông chữ như nhau; CHƯA so được hình các trang (con dấu, chữ ký, đường kẻ, số trang)";
  }
}
