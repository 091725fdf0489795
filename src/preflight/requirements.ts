/** The mandatory components of a document, by family and type, as data. */
import type { Document } from "../model/document.js";
import type { Norm } from "../norms/norm.js";
import type { DocumentType } from "../norms/types.js";

/** One mandatory component: its name, the key of the draft that gives it, and when it is due. */
export interface Requirement {
  readonly component: string;
  readonly key: string;
  /** The model's field, for the place. */
  readonly field: keyof Document;
  readonly due: (type: DocumentType | undefined, norm: Norm) => boolean;
  readonly present: (document: Document) => boolean;
}

const filled = (lines: readonly string[] | undefined): boolean => (lines ?? []).some((line) => line.trim() !== "");
/** Papers and internal slips are handed over, not distributed; the norm's lists of recipients are not for them. */
const distributed = (type: DocumentType | undefined): boolean => type?.group === "type" && type.slug !== "bien-ban";

/** HD05 Phần II mục I, HD36 Phần II mục I, NĐ30 Điều 8 khoản 2. Number and day may always wait. */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    component: "tên cơ quan ban hành",
    key: "cơ quan ban hành",
    field: "issuer",
    due: () => true,
    present: ({ issuer }) => filled(issuer?.name),
  },
  {
    component: "ký hiệu văn bản",
    key: "ký hiệu",
    field: "number",
    due: (type) => type?.numbered === true,
    present: ({ number }) => number !== undefined,
  },
  {
    component: "địa danh",
    key: "địa danh",
    field: "place",
    due: (type) => type?.dated !== false && type?.group !== "internal",
    present: ({ place }) => (place ?? "").trim() !== "",
  },
  {
    component: "trích yếu nội dung",
    key: "trích yếu",
    field: "subject",
    due: (type) => type?.group === "type",
    present: ({ subject }) => filled(subject),
  },
  {
    component: "nơi gửi đến (Kính gửi, Kính trình)",
    key: "kính gửi",
    field: "addressees",
    due: (type, norm) => type !== undefined && norm.addressees.required.includes(type.slug),
    present: ({ addressees }) => addressees !== undefined,
  },
  {
    component: "phần ký",
    key: "ký",
    field: "signatures",
    due: () => true,
    present: ({ signatures }) => (signatures ?? []).length > 0,
  },
  {
    component: "nơi nhận",
    key: "nơi nhận",
    field: "recipients",
    due: distributed,
    present: ({ recipients }) => (recipients ?? []).length > 0,
  },
];
