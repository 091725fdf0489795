import { hd05Clause, hd36Clause } from "../../norms/clause.js";
import { PARTY, type Rule } from "../rule.js";
import { joinFolded } from "./kind.js";

export const P03: Rule = {
  id: "P03",
  title: "Ban thường vụ không đứng tên cơ quan ban hành",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("2.1.2") : hd36Clause("1.2.1")),
  reason: "Văn bản của ban chấp hành và của ban thường vụ cùng ghi tên cấp uỷ; ban thường vụ chỉ có ở phần ký.",
  right: { header: { "cơ quan ban hành": "ĐẢNG UỶ PHƯỜNG SÔNG KIM" } },
  wrong: { header: { "cơ quan ban hành": "BAN THƯỜNG VỤ\nĐẢNG UỶ PHƯỜNG SÔNG KIM" } },
  *check({ document: { issuer } }) {
    const lines = [...(issuer?.superior ?? []), ...(issuer?.name ?? [])];
    const line = lines.find((candidate) => joinFolded([candidate]).startsWith("ban thường vụ"));
    if (line === undefined) return;
    yield {
      quote: line,
      found: `Tên cơ quan ban hành ghi “${line}”.`,
      remedy: "Ghi tên cấp uỷ (ví dụ ĐẢNG UỶ PHƯỜNG …); “T/M BAN THƯỜNG VỤ” chỉ ghi ở phần ký.",
      field: "issuer",
    };
  },
};
