/** Which lines on the left of a header name the superior, and which the issuer. */
import { foldInPlace, foldTone } from "../../norms/tone.js";
import type { PrintedLine } from "./line.js";

/** Words with which the name of a body begins in a header; a line that begins otherwise goes on with the line above. */
const HEADS = [
  "ban",
  "bộ",
  "uỷ ban",
  "ubnd",
  "hội đồng",
  "hđnd",
  "sở",
  "văn phòng",
  "vp",
  "đảng bộ",
  "đảng uỷ",
  "đảng đoàn",
  "tỉnh uỷ",
  "thành uỷ",
  "thị uỷ",
  "huyện uỷ",
  "quận uỷ",
  "quân uỷ",
  "chi bộ",
  "chi uỷ",
  "tỉnh đoàn",
  "thành đoàn",
  "đoàn",
  "liên đoàn",
  "công đoàn",
  "hội",
  "mặt trận",
  "uỷ ban mttq",
  "trường",
  "trung tâm",
  "học viện",
  "viện",
  "cục",
  "vụ",
  "chi cục",
  "tổng cục",
  "phòng",
  "công an",
  "toà án",
  "viện kiểm sát",
  "kho bạc",
  "bảo hiểm",
  "công ty",
  "tổng công ty",
  "tập đoàn",
  "ngân hàng",
  "báo",
  "đài",
  "tạp chí",
  "tiểu ban",
  "tổ",
  "chính phủ",
  "quốc hội",
  "đại hội",
  "cơ quan",
].map(foldTone);

/** Whether a line begins as the name of a body does, in capitals or not: "Sở Y tế". */
export const beginsBody = (text: string): boolean => {
  const folded = foldTone(text);
  return HEADS.some((head) => folded === head || folded.startsWith(`${head} `));
};

/** Lines of each body that is named, top to bottom. */
function bodiesOf(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const bodies: PrintedLine[][] = [];
  for (const line of lines) {
    const last = bodies.at(-1);
    // the name of a unit below "VĂN PHÒNG" is one of its own; "TỈNH HÀ TRUNG" below "ỦY BAN NHÂN DÂN" is not
    if (last === undefined || (beginsBody(line.text) && !goesOn(last, line.text))) bodies.push([line]);
    else last.push(line);
  }
  return bodies;
}

/** Names that need more: "BAN CHỈ ĐẠO" goes on with what it directs, "BAN CHẤP HÀNH" with whose it is. */
const OPEN =
  /(?:^|\s)(?:ban chỉ đạo(?: (?:phát triển|thực hiện|xây dựng|triển khai|quản lý|sắp xếp|phòng, chống|tổng kết|đổi mới|cải cách))?|ban chấp hành|ban quản lý|hội đồng|cơ quan|ủy ban mttq việt nam)$/u;

/** Behind a hyphen or a comma a further body follows that issues with it. */
const JOINED = /[-–,]$/u;

const goesOn = (body: readonly PrintedLine[], next: string): boolean =>
  JOINED.test(body.at(-1)?.text ?? "") ||
  (OPEN.test(foldInPlace(body.map(({ text }) => text).join(" "))) &&
    !/^(?:tỉnh|thành|đảng) ủy/u.test(foldInPlace(next)));

/** Where a body is: "PHƯỜNG SÔNG KIM" ends the name that stands above it, and names no body by itself. */
const TERRITORY =
  /(?:^| )(?:tỉnh|thành phố|tp|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)\.? (?!ủy(?: |$)|đoàn(?: |$))/u;
/** Where in a name it is said. */
const placeIn = (text: string): number => foldInPlace(text).search(TERRITORY);

/** Superior and issuer; the superior is printed regular above the issuer in bold (HD05 2.2, NĐ30 PL.I II.2). */
export function divideIssuer(lines: readonly PrintedLine[]): {
  readonly superior: readonly PrintedLine[];
  readonly name: readonly PrintedLine[];
} {
  const firstBold = lines.findIndex(({ bold }) => bold === true);
  const evenly = lines.every(({ bold }) => bold === lines[0]?.bold);
  const torn =
    placeIn(lines[firstBold]?.text ?? "") === 0 && lines.slice(0, firstBold).every(({ text }) => placeIn(text) === -1);
  if (!evenly && !torn && firstBold > 0 && lines.slice(firstBold).every(({ bold }) => bold === true))
    return { superior: lines.slice(0, firstBold), name: lines.slice(firstBold) };
  const bodies = bodiesOf(lines);
  return { superior: bodies.slice(0, -1).flat(), name: bodies.at(-1) ?? [] };
}
