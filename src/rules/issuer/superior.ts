import { hd05Clause, hd36Clause } from "../../norms/clause.js";
import { isOpen } from "../context.js";
import { PARTY, type Rule } from "../rule.js";
import { classOf, issuerClass, joinFolded } from "./kind.js";

export const P04: Rule = {
  id: "P04",
  title: "Cơ quan cấp trên của cấp uỷ là đảng bộ, của cơ quan tham mưu là cấp uỷ",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("2.1.2") : hd36Clause("1.2.1")),
  reason: "Đảng uỷ, chi bộ là của một đảng bộ; ban, văn phòng, ban chỉ đạo là của một cấp uỷ.",
  right: { header: { "cơ quan cấp trên": "ĐẢNG BỘ TỈNH HÀ TRUNG" } },
  wrong: { header: { "cơ quan cấp trên": "TỈNH UỶ HÀ TRUNG" } },
  *check({ document }) {
    const superior = document.issuer?.superior;
    if (superior === undefined || isOpen(superior.join(" "))) return;
    const own = issuerClass(document);
    const line = superior.join(" ");
    const above = joinFolded(superior);
    if ((own === "committee" || own === "cell") && ["province", "committee"].includes(classOf(superior))) {
      yield {
        quote: line,
        found: `Cơ quan cấp trên của ${own === "cell" ? "chi bộ" : "đảng uỷ"} ghi là “${line}”.`,
        remedy: "Ghi đảng bộ cấp trên, ví dụ “ĐẢNG BỘ TỈNH …”, “ĐẢNG BỘ PHƯỜNG …”.",
        field: "issuer",
      };
    }
    if ((own === "organ" || own === "steering") && above.startsWith("đảng bộ")) {
      yield {
        quote: line,
        found: `Cơ quan cấp trên của ${own === "organ" ? "cơ quan tham mưu, giúp việc" : "ban chỉ đạo, tiểu ban, hội đồng"} ghi là “${line}”.`,
        remedy: "Ghi cấp uỷ, ví dụ “TỈNH UỶ …”, “ĐẢNG UỶ PHƯỜNG …”.",
        field: "issuer",
      };
    }
  },
};

export const P05: Rule = {
  id: "P05",
  title: "Tỉnh uỷ, thành uỷ chỉ có một dòng tên",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("2.1.2.b") : hd36Clause("1.2.1")),
  reason: "Trên tên tỉnh uỷ, thành uỷ, đảng uỷ trực thuộc Trung ương không ghi cơ quan cấp trên.",
  right: {
    header: { "cơ quan cấp trên": "", "cơ quan ban hành": "TỈNH UỶ HÀ TRUNG", "ký hiệu": "KH/TU" },
  },
  wrong: {
    header: {
      "cơ quan cấp trên": "BAN CHẤP HÀNH TRUNG ƯƠNG",
      "cơ quan ban hành": "TỈNH UỶ HÀ TRUNG",
      "ký hiệu": "KH/TU",
    },
  },
  *check({ document }) {
    const superior = document.issuer?.superior;
    if (issuerClass(document) !== "province" || superior === undefined || superior.join("").trim() === "") return;
    const line = superior.join(" ");
    yield {
      quote: line,
      found: `Trên tên ${(document.issuer?.name ?? []).join(" ")} còn ghi “${line}”.`,
      remedy: "Bỏ khoá “cơ quan cấp trên”.",
      inWord: "Bỏ dòng tên cơ quan cấp trên.",
      field: "issuer",
    };
  },
};
