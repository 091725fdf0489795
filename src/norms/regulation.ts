import type { Family } from "../model/document.js";
import type { Confidence } from "./norm.js";
import { documentTypes } from "./types.js";

/** A kind of issuer in a regulation's matrix of authority. */
export type IssuerKind =
  | "provinceCongress"
  | "provinceCommittee"
  | "provinceStandingCommittee"
  | "grassrootsCommittee"
  | "grassrootsStandingCommittee"
  | "cell"
  | "cellCongress";

/** Which types one kind of issuer may issue. */
export interface Authority {
  readonly issuer: IssuerKind;
  /** Name of the kind of issuer, for findings. */
  readonly name: string;
  /** Slugs of the types. */
  readonly types: readonly string[];
  readonly clause: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * A regulation of types and authority. It says which types there are and who may issue them; how their codes are
 * written is the layout norm's (`typeCode`).
 */
export interface Regulation {
  readonly id: "qd66" | "qd399" | "nd30";
  readonly family: Family;
  readonly citation: string;
  /** First and last day of signing (ISO) that it governs. */
  readonly from: string;
  readonly until?: string;
  /** Slugs of the types that it knows. */
  readonly types: readonly string[];
  readonly typesConfidence: Confidence;
  /** Known rows only: an issuer that is missing here is not judged. */
  readonly authority: readonly Authority[];
}

/** Types that a grassroots committee, its standing committee and a cell share. */
const SHARED = [
  ...["nghi-quyet", "quyet-dinh", "ket-luan", "thong-bao", "bao-cao", "ke-hoach", "quy-hoach", "chuong-trinh"],
  ...["de-an", "phuong-an", "du-an", "to-trinh", "cong-van", "bien-ban"],
];
const TWO_SUMMARIES = "hai bản tóm tắt Quy định 399-QĐ/TW";
const QUESTIONS = "mục hỏi đáp về Quy định 66-QĐ/TW";

const PARTY_TYPES = documentTypes("party")
  .filter((type) => type.group !== "internal")
  .map((type) => type.slug);

/** Quy định 399-QĐ/TW, from 09/01/2026. Only its grassroots rows were to be had, from summaries. */
export const QD399: Regulation = {
  id: "qd399",
  family: "party",
  citation: "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư",
  from: "2026-01-09",
  types: PARTY_TYPES,
  typesConfidence: "S",
  authority: [
    {
      issuer: "grassrootsCommittee",
      name: "ban chấp hành đảng bộ cơ sở",
      types: [...SHARED, "quy-che", "quy-dinh"],
      clause: "Quy định 399-QĐ/TW, Điều 11",
      source: TWO_SUMMARIES,
      confidence: "S",
    },
    {
      issuer: "grassrootsStandingCommittee",
      name: "ban thường vụ đảng uỷ cơ sở",
      types: [...SHARED, "quy-dinh", "huong-dan"],
      clause: "Quy định 399-QĐ/TW, Điều 11",
      source: TWO_SUMMARIES,
      confidence: "S",
    },
    {
      issuer: "cell",
      name: "chi bộ",
      types: [...SHARED, "quy-che"],
      clause: "Quy định 399-QĐ/TW, Điều 11",
      source: TWO_SUMMARIES,
      confidence: "S",
    },
    {
      issuer: "cellCongress",
      name: "đại hội chi bộ",
      types: ["nghi-quyet", "quy-che", "chuong-trinh", "cong-van", "bien-ban"],
      clause: "Quy định 399-QĐ/TW",
      source: TWO_SUMMARIES,
      confidence: "S",
    },
  ],
};

/** Quy định 66-QĐ/TW, until 08/01/2026. Its list of types is taken to be that of its successor. */
export const QD66: Regulation = {
  id: "qd66",
  family: "party",
  citation: "Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư",
  from: "2017-02-06",
  until: "2026-01-08",
  types: PARTY_TYPES,
  typesConfidence: "I",
  authority: [
    {
      issuer: "provinceCongress",
      name: "đại hội đảng bộ cấp tỉnh",
      types: ["nghi-quyet", "quy-che", "thong-bao", "thong-cao", "chuong-trinh", "cong-van", "bien-ban"],
      clause: "Quy định 66-QĐ/TW, Điều 7",
      source: QUESTIONS,
      confidence: "S",
    },
    {
      issuer: "provinceCommittee",
      name: "tỉnh uỷ, thành uỷ",
      types: [...SHARED, "quy-che", "quy-dinh", "thong-cao"],
      clause: "Quy định 66-QĐ/TW, Điều 7",
      source: QUESTIONS,
      confidence: "S",
    },
    {
      issuer: "provinceStandingCommittee",
      name: "ban thường vụ tỉnh uỷ, thành uỷ",
      types: [...SHARED, "chi-thi", "quy-che", "quy-dinh", "thong-tri", "huong-dan"],
      clause: "Quy định 66-QĐ/TW, Điều 7",
      source: QUESTIONS,
      confidence: "S",
    },
  ],
};

/** The State's own list of types (NĐ30 Đ.7); who may issue them is in the laws on each body, not here. */
export const ND30_LIST: Regulation = {
  id: "nd30",
  family: "state",
  citation: "Điều 7 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
  from: "2020-03-05",
  types: documentTypes("state").map((type) => type.slug),
  typesConfidence: "N",
  authority: [],
};

/**
 * Whether an issuer may issue a type.
 *
 * @param regulation the regulation in force
 * @param issuer what kind of body issues
 * @param type slug of the type
 * @returns the row that forbids it, or undefined when it is allowed or the regulation's row is not known
 */
export function forbiddingRow(regulation: Regulation, issuer: IssuerKind, type: string): Authority | undefined {
  return regulation.authority.find((row) => row.issuer === issuer && !row.types.includes(type));
}
