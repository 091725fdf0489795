/** Words that stand before a duty, or tell that there is none. All in small letters with one tone style; texts are folded before they are compared. */

/** Words of time or condition with a comma behind, which stand before the verb or the body. */
export const OPENING_CLAUSES: readonly string[] = [
  "ngày",
  "hằng",
  "hàng",
  "mỗi",
  "định kỳ",
  "trước",
  "trong",
  "sau",
  "khi",
  "trên cơ sở",
  "căn cứ",
  "từ",
  "đến",
  "sáu tháng",
  "ở",
  "tại",
  "qua",
  "đối với",
  "nơi",
  "theo",
  "cuối",
  "đầu",
  "vào",
  "bên cạnh",
  "cùng với",
  "trước hết",
  "đồng thời",
  "ngoài ra",
  "riêng",
  "chậm nhất",
  "đột xuất",
  "ngay sau khi",
];

/** Words that tell what has been done, and so no duty. */
export const PAST_MARKERS: readonly string[] = [
  "thời gian qua",
  "những năm qua",
  "năm qua",
  "vừa qua",
  "trong các năm qua",
  "đến nay",
  "cho đến nay",
  "qua kiểm tra cho thấy",
  "nhìn chung",
  "thực tế cho thấy",
  "kết quả cho thấy",
];

/** Formulas that close a plan or ask to hear of difficulties: no duty with a body of its own. */
export const CLOSING_FORMULAS: readonly string[] = [
  "trên đây là",
  "trong quá trình",
  "quá trình thực hiện",
  "quá trình triển khai",
  "nơi nhận",
  "kế hoạch này",
  "giao ban thường trực",
  "căn cứ nội dung kế hoạch này, đề nghị",
];

/**
 * A time that opens a sentence and may stand without a comma before the verb or the body: "Mỗi quý chi bộ dành …",
 * "Sáu tháng một lần lập danh sách …".
 */
export const OPENING_TIME =
  /^(?:(?:định kỳ )?(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)|(?:định kỳ )?(?:sáu|ba|hai|0?[236]) tháng(?: một lần| 01 lần)?|định kỳ)(?: một lần)? ?,? ?/u;
