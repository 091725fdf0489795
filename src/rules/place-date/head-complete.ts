import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import { EVERY, type Fault, type Rule } from "../rule.js";

export const V15: Rule = {
  id: "V15",
  title: "Văn bản đã phát hành có đủ tiêu đề, ngày ký",
  norms: EVERY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("1") : id === "hd36" ? hd36Clause("1") : nd30Clause("Đ8")),
  reason: "Tiêu đề, ngày ký là thành phần bắt buộc; chỉ bản thảo được chờ cấp số, chờ ngày.",
  right: {
    printed: {
      national: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
      number: "Số 15-KH/ĐU",
      placeDate: "Sông Kim, ngày 17 tháng 8 năm 2026",
    },
  },
  wrong: { printed: { national: [], number: "Số 15-KH/ĐU", placeDate: "Sông Kim, ngày 17 tháng 8 năm 2026" } },
  *check({ document, type, norm, origin, printed }) {
    if (type?.group === "internal") return;
    const missing = (what: string, field: Fault["field"]): Fault => ({
      quote: what,
      found: `Văn bản không có ${what}.`,
      remedy: `Bổ sung ${what}; nếu còn là dự thảo thì ghi “Dự thảo”.`,
      field,
    });
    if (printed.national !== undefined && printed.national.length === 0)
      yield missing(`tiêu đề “${norm.titles.national[0] ?? ""}”`, undefined);
    if (origin === "draft") return;
    if (type?.dated !== false && document.date === undefined && printed.placeDate === undefined)
      yield missing("ngày, tháng, năm ký", "date");
  },
};
