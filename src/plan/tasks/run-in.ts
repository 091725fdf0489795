/** Run-in titles: what stands before a colon at a duty's head. */
import { isBodies } from "../bodies/names.js";
import { type Owners, readDuty, readOwners } from "./duty.js";

/** Longest run-in title, in characters. */
const LONGEST_TITLE = 160;
/** Longest run-in title that names a subject and no body, in words: "Chế độ báo cáo:". */
const SUBJECT_WORDS = 8;

/** Run-in titles of what surrounds a duty and is none. */
const CIRCUMSTANCE = /^(?:hình thức|đối tượng|địa điểm|thành phần|phạm vi|số lượng|nội dung|thời gian, địa điểm)/iu;

export interface RunIn {
  readonly owners?: Owners;
  readonly rest: string;
}

/** A run-in title: "Văn phòng Tỉnh uỷ: Hướng dẫn …", "Chế độ báo cáo: …"; what it opens ends before "Trong đó:". */
export function readRunIn(text: string): RunIn {
  const colon = text.indexOf(":");
  const title = text.slice(0, Math.max(colon, 0));
  const rest = text
    .slice(colon + 1)
    .replace(/\s*(?:Trong đó|Cụ thể|Cụ thể như sau):\s*$/u, "")
    .trim();
  if (colon === -1 || colon > LONGEST_TITLE || rest === "") return { rest: text };
  const owners = isBodies(title) ? readOwners(title) : undefined;
  if (owners !== undefined) return { owners, rest };
  if (CIRCUMSTANCE.test(title)) return { rest: "" };
  return title.split(/\s+/u).length <= SUBJECT_WORDS && readDuty(title) === undefined ? { rest } : { rest: text };
}
