/** Rules about the title of the head and the signs in it, as somebody printed them. */
import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import { foldTone } from "../../norms/tone.js";
import { PARTY, type Rule, STATE } from "../rule.js";
import { judgeLine } from "./lines-below.js";

const TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM";

export const P01: Rule = {
  id: "P01",
  title: "Tiêu đề của văn bản Đảng",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("1.2") : hd36Clause("1.1")),
  reason:
    "Văn bản của Đảng chỉ ghi “ĐẢNG CỘNG SẢN VIỆT NAM”, dưới có đường kẻ nét liền dài bằng dòng chữ; Quốc hiệu, Tiêu ngữ là của văn bản nhà nước.",
  right: { printed: { national: [TITLE] } },
  wrong: { printed: { national: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"] } },
  *check({ printed: { national = [], rules = [] }, norm }) {
    for (const rule of rules) if (rule.below === "nationalTitle") yield* judgeLine(rule, norm);
    const [line] = national;
    if (line === undefined || (national.length === 1 && line === TITLE)) return;
    yield {
      quote: national.join(" / "),
      found: `Tiêu đề ghi “${national.join(" / ")}”.`,
      remedy: `Chỉ ghi “${TITLE}”.`,
    };
  },
};

const MOTTO = "Độc lập - Tự do - Hạnh phúc";

export const S01: Rule = {
  id: "S01",
  title: "Quốc hiệu, Tiêu ngữ ghi đúng chữ, đúng dấu",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.1"),
  reason: "Tiêu ngữ viết hoa chữ đầu ba cụm từ, giữa các cụm từ có gạch nối và dấu cách.",
  right: { printed: { national: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", MOTTO] } },
  wrong: { printed: { national: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập-Tự do-Hạnh phúc"] } },
  *check({ printed: { national = [] } }) {
    const [title, motto] = national;
    if (title === undefined) return;
    // the tone mark of HÒA is written either way in the norm itself
    if (foldTone(title) !== foldTone("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") || title !== title.toLocaleUpperCase("vi"))
      yield { quote: title, found: `Quốc hiệu ghi “${title}”.`, remedy: "Ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”." };
    if (motto !== undefined && motto !== MOTTO)
      yield { quote: motto, found: `Tiêu ngữ ghi “${motto}”.`, remedy: `Ghi “${MOTTO}”.` };
  },
};

export const P02: Rule = {
  id: "P02",
  title: "Dấu * dưới tên cơ quan ban hành",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("2.2") : hd36Clause("1.2.2")),
  reason: "Giữa tên cơ quan ban hành và số là một dấu sao; đường kẻ là cách của văn bản nhà nước.",
  right: { printed: { belowIssuer: "*" } },
  wrong: { printed: { belowIssuer: "***" } },
  *check({ printed: { belowIssuer, rules = [] } }) {
    const rule = belowIssuer === undefined ? rules.find(({ below }) => below === "issuer") : undefined;
    if (rule !== undefined && !rule.quote.endsWith("*"))
      yield {
        quote: rule.quote,
        found:
          rule.drawn === "none"
            ? "Dưới tên cơ quan ban hành không có dấu sao."
            : "Dưới tên cơ quan ban hành là đường kẻ, không phải dấu sao.",
        remedy: "Ghi một dấu “*”.",
        part: rule.part,
      };
    if (belowIssuer === undefined || belowIssuer === "*") return;
    yield {
      quote: belowIssuer,
      found:
        belowIssuer === ""
          ? "Dưới tên cơ quan ban hành không có dấu sao."
          : `Dưới tên cơ quan ban hành ghi “${belowIssuer}”.`,
      remedy: "Ghi một dấu “*”.",
      field: "issuer",
    };
  },
};

export const P27: Rule = {
  id: "P27",
  title: "Năm gạch nối dưới trích yếu",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("5.2.1") : hd36Clause("1.5.2")),
  reason: "Dưới trích yếu là đúng năm dấu gạch nối trên một dòng.",
  right: { printed: { belowSubject: "-----" } },
  wrong: { printed: { belowSubject: "------" } },
  *check({ printed: { belowSubject, rules = [] }, type }) {
    const rule = belowSubject === undefined ? rules.find(({ below }) => below === "subject") : undefined;
    if (rule !== undefined && type?.letter !== true)
      yield {
        quote: rule.quote,
        found:
          rule.drawn === "none"
            ? "Dưới trích yếu không có năm gạch nối."
            : "Dưới trích yếu là đường kẻ, không phải năm gạch nối.",
        remedy: "Ghi “-----”.",
        part: rule.part,
        ...(rule.drawn === "none" ? {} : { less: "warning" as const }),
      };
    if (belowSubject === undefined || belowSubject === "-----" || type?.letter === true) return;
    yield {
      quote: belowSubject,
      found: belowSubject === "" ? "Dưới trích yếu không có năm gạch nối." : `Dưới trích yếu ghi “${belowSubject}”.`,
      remedy: "Ghi “-----”.",
      field: "subject",
    };
  },
};
