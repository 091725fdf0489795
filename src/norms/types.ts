import type { Family } from "../model/document.js";
import type { Confidence } from "./norm.js";
import { foldTone } from "./tone.js";

/** A type of document (thể loại), of the Party's list or the State's. */
export interface DocumentType {
  /** ASCII identifier, the same for both families: `ke-hoach`. */
  readonly slug: string;
  /** Name as said in a sentence: "Kế hoạch". Printed in capitals. */
  readonly name: string;
  readonly family: Family;
  /** Type code of the newest norm; `typeCode` knows where an older one departs. Absent where no norm gives one. */
  readonly code?: string;
  /** How sure the code is. */
  readonly codeConfidence?: Confidence;
  /** The document carries số và ký hiệu, so that a missing one is a finding. */
  readonly numbered: boolean;
  /** The header shows place and date. */
  readonly dated: boolean;
  /** Công văn: no type name is printed, the subject stands below the number. */
  readonly letter: boolean;
  /** One of the norm's types, one of its administrative papers, or an office's internal paper. */
  readonly group: "type" | "paper" | "internal";
}

type Trait = "unnumbered" | "undated" | "letter" | "paper" | "internal";
type Entry = readonly [slug: string, name: string, code?: string, confidence?: Confidence, ...traits: Trait[]];

function declare(family: Family, entries: readonly Entry[]): readonly DocumentType[] {
  return entries.map(([slug, name, code, codeConfidence, ...traits]) => ({
    slug,
    name,
    family,
    ...(code ? { code, codeConfidence: codeConfidence ?? "N" } : {}),
    numbered: !traits.includes("unnumbered"),
    dated: !traits.includes("undated"),
    letter: traits.includes("letter"),
    group: traits.includes("paper") ? "paper" : traits.includes("internal") ? "internal" : "type",
  }));
}

/**
 * QĐ399 Đ.5–7: 25 types and 8 administrative papers; codes by HD05 PII.I.3.1.2.a.
 * Codes of Chiến lược, Tuyên bố, Lời kêu gọi and of the papers are in no norm, so what the author types is not judged;
 * the papers' numbers are left to the office. Phiếu trình and phiếu rà soát are an office's internal papers, without code and number.
 */
const PARTY = declare("party", [
  ["cuong-linh-chinh-tri", "Cương lĩnh chính trị", undefined, undefined, "unnumbered"],
  ["dieu-le-dang", "Điều lệ Đảng", undefined, undefined, "unnumbered"],
  ["chien-luoc", "Chiến lược", undefined, undefined, "unnumbered"],
  ["nghi-quyet", "Nghị quyết", "NQ"],
  ["quyet-dinh", "Quyết định", "QĐ"],
  ["chi-thi", "Chỉ thị", "CT"],
  ["ket-luan", "Kết luận", "KL"],
  ["quy-che", "Quy chế", "QC"],
  ["quy-dinh", "Quy định", "QĐ"],
  ["thong-tri", "Thông tri", "TT"],
  ["huong-dan", "Hướng dẫn", "HD"],
  ["thong-bao", "Thông báo", "TB", "I"],
  ["thong-cao", "Thông cáo", "TC", "I"],
  ["tuyen-bo", "Tuyên bố", undefined, undefined, "unnumbered"],
  ["loi-keu-goi", "Lời kêu gọi", undefined, undefined, "unnumbered"],
  ["bao-cao", "Báo cáo", "BC"],
  ["ke-hoach", "Kế hoạch", "KH", "I"],
  ["quy-hoach", "Quy hoạch", "QH", "I"],
  ["chuong-trinh", "Chương trình", "CTr"],
  ["de-an", "Đề án", "ĐA", "I"],
  ["phuong-an", "Phương án", "PA", "I"],
  ["du-an", "Dự án", "DA", "I"],
  ["to-trinh", "Tờ trình", "TTr"],
  ["cong-van", "Công văn", "CV", "N", "letter"],
  ["bien-ban", "Biên bản", "BB"],
  ["giay-gioi-thieu", "Giấy giới thiệu", undefined, undefined, "unnumbered", "paper"],
  ["giay-chung-nhan", "Giấy chứng nhận", undefined, undefined, "unnumbered", "paper"],
  ["giay-di-duong", "Giấy đi đường", undefined, undefined, "unnumbered", "paper"],
  ["giay-nghi-phep", "Giấy nghỉ phép", undefined, undefined, "unnumbered", "paper"],
  ["giay-moi", "Giấy mời", undefined, undefined, "unnumbered", "paper"],
  ["phieu-chuyen", "Phiếu chuyển", undefined, undefined, "unnumbered", "paper"],
  ["phieu-gui", "Phiếu gửi", undefined, undefined, "unnumbered", "paper"],
  ["thu-cong", "Thư công", undefined, undefined, "unnumbered", "paper"],
  ["phieu-trinh", "Phiếu trình", undefined, undefined, "unnumbered", "internal"],
  ["phieu-ra-soat-so-lieu", "Phiếu rà soát số liệu", undefined, undefined, "unnumbered", "internal"],
]);

/** NĐ30 Đ.7, codes of PL.III mục I. Biên bản shows no place and date (PL.III mẫu 1.9). */
const STATE = declare("state", [
  ["nghi-quyet", "Nghị quyết", "NQ"],
  ["quyet-dinh", "Quyết định", "QĐ"],
  ["chi-thi", "Chỉ thị", "CT"],
  ["quy-che", "Quy chế", "QC"],
  ["quy-dinh", "Quy định", "QyĐ"],
  ["thong-cao", "Thông cáo", "TC"],
  ["thong-bao", "Thông báo", "TB"],
  ["huong-dan", "Hướng dẫn", "HD"],
  ["chuong-trinh", "Chương trình", "CTr"],
  ["ke-hoach", "Kế hoạch", "KH"],
  ["phuong-an", "Phương án", "PA"],
  ["de-an", "Đề án", "ĐA"],
  ["du-an", "Dự án", "DA"],
  ["bao-cao", "Báo cáo", "BC"],
  ["bien-ban", "Biên bản", "BB", "N", "undated"],
  ["to-trinh", "Tờ trình", "TTr"],
  ["hop-dong", "Hợp đồng", "HĐ"],
  ["cong-van", "Công văn", undefined, undefined, "letter"],
  ["cong-dien", "Công điện", "CĐ"],
  ["ban-ghi-nho", "Bản ghi nhớ", "BGN"],
  ["ban-thoa-thuan", "Bản thỏa thuận", "BTT"],
  ["giay-uy-quyen", "Giấy uỷ quyền", "GUQ"],
  ["giay-moi", "Giấy mời", "GM"],
  ["giay-gioi-thieu", "Giấy giới thiệu", "GGT"],
  ["giay-nghi-phep", "Giấy nghỉ phép", "GNP"],
  ["phieu-gui", "Phiếu gửi", "PG"],
  ["phieu-chuyen", "Phiếu chuyển", "PC"],
  ["phieu-bao", "Phiếu báo", "PB"],
  ["thu-cong", "Thư công", undefined, undefined, "unnumbered"],
]);

const TYPES: { readonly [F in Family]: readonly DocumentType[] } = { party: PARTY, state: STATE };

/**
 * The types of a family, in the order of its regulation.
 *
 * @param family Party or State
 */
export function documentTypes(family: Family): readonly DocumentType[] {
  return TYPES[family];
}

/**
 * The names of all types of a family, as an author writes them.
 *
 * @param family Party or State
 */
export function typeNames(family: Family): readonly string[] {
  return TYPES[family].map((type) => type.name);
}

/**
 * The type with this slug.
 *
 * @param slug e.g. `ke-hoach`
 * @param family Party or State
 * @returns undefined when the family has no such type
 */
export function typeBySlug(slug: string, family: Family): DocumentType | undefined {
  return TYPES[family].find((type) => type.slug === slug);
}

/**
 * The type that an author means: by name, whatever its case and tone placement ("KẾ HOẠCH", "Giấy ủy quyền"),
 * or by slug.
 *
 * @param name as written
 * @param family Party or State
 * @returns undefined when the family has no such type
 */
export function findType(name: string, family: Family): DocumentType | undefined {
  const folded = foldTone(name);
  return TYPES[family].find((type) => type.slug === folded || foldTone(type.name) === folded);
}
