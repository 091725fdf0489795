/** What kind of body the header's lines name. */
import type { Document } from "../../model/document.js";
import { foldInPlace } from "../../norms/tone.js";

export type IssuerClass =
  | "central" // Ban Chấp hành Trung ương
  | "province" // tỉnh uỷ, thành uỷ
  | "committee" // đảng uỷ
  | "cell"
  | "congress"
  | "steering" // ban chỉ đạo, tiểu ban, hội đồng
  | "organ" // ban, văn phòng, uỷ ban kiểm tra, trường chính trị
  | "other";

const CLASSES: readonly (readonly [IssuerClass, RegExp])[] = [
  ["congress", /^đại hội/u],
  ["central", /^(?:ban chấp hành trung ương|bộ chính trị|ban bí thư)/u],
  ["province", /^(?:tỉnh|thành) ủy/u],
  ["committee", /^(?:đảng|quân|huyện|quận|thị) ủy/u],
  ["cell", /^chi bộ/u],
  ["steering", /^(?:ban chỉ đạo|tiểu ban|hội đồng)/u],
  ["organ", /^(?:ban |văn phòng|ủy ban kiểm tra|cơ quan|trường |trung tâm|báo |tạp chí|phòng |vụ )/u],
];

/** The words of lines in one, ready to be searched: small letters, one style of tone marks. */
export const joinFolded = (lines: readonly string[] | undefined): string =>
  foldInPlace((lines ?? []).join(" ").normalize("NFC"))
    .replace(/\s+/gu, " ")
    .trim();

/** The kind of body that lines of capitals name. A standing committee counts as its committee. */
export function classOf(lines: readonly string[] | undefined): IssuerClass {
  const name = joinFolded(lines).replace(/^ban thường vụ\s+/u, "");
  return CLASSES.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
}

export const issuerClass = ({ issuer }: Document): IssuerClass => classOf(issuer?.name);
