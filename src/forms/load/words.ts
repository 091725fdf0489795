/** What the words of a form set's file mean. */
import type { Basis, Check, CheckSeverity, ColumnContent, Comparator, Form, IndicatorKind } from "../form-set.js";

export const INDICATOR_KINDS: { readonly [word: string]: IndicatorKind } = {
  "thời điểm": "stock",
  "thời kỳ": "flow",
  "tỷ lệ": "ratio",
  "chỉ tiêu giao": "target",
};

export const BASES: { readonly [word: string]: Basis } = { "địa bàn": "territory", "hệ thống đảng": "partyLine" };

export const SPANS: { readonly [word: string]: "year" | "plan" } = { năm: "year", "giai đoạn": "plan" };

/** How a target is met: `năng suất >= chỉ tiêu`, `nợ đọng < chỉ tiêu`, `khoảng` from one target to another. */
export const COMPARATORS: { readonly [word: string]: Comparator } = {
  ">=": ">=",
  ">": ">",
  "=": "=",
  "<=": "<=",
  "<": "<",
  khoảng: "range",
};

export const COLUMN_CONTENTS: { readonly [word: string]: ColumnContent } = {
  "số thứ tự": "ordinal",
  "nội dung": "label",
  "đơn vị tính": "unitOfCount",
  "thực hiện": "actual",
  ước: "estimate",
  "chính thức": "official",
  "cùng kỳ": "samePeriod",
  "chỉ tiêu năm": "target",
  "chỉ tiêu giai đoạn": "spanTarget",
  "luỹ kế": "cumulative",
  "công thức": "computed",
  "trước kế hoạch": "baseline",
  "từng năm": "ofYear",
  "cả giai đoạn": "spanTotal",
  "đánh giá": "verdict",
  "ghi chú": "note",
  chữ: "text",
  ngày: "date",
  số: "integer",
  "đánh dấu": "mark",
};

export const FACES: { readonly [word: string]: Form["face"] } = { "đơn vị": "unit", "tổng hợp": "consolidated" };

export const ORIENTATIONS: { readonly [word: string]: Form["orientation"] } = { dọc: "portrait", ngang: "landscape" };

export const SEVERITIES: { readonly [word: string]: CheckSeverity } = {
  lỗi: "error",
  "giải trình": "explain",
  "lưu ý": "note",
};

export const SCOPES: { readonly [word: string]: Check["scope"] } = { "đơn vị": "unit", "toàn bộ": "whole" };
