/** Rules about the form of the marks that open articles, clauses, points and headings. */
import type { Block } from "../../model/block.js";
import type { Mark } from "../../model/mark.js";
import { nd30Clause } from "../../norms/clause.js";
import { wordsOf } from "../../plan/points/index.js";
import { blocksOf, type CheckContext } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";
import { letterOrder } from "./sequence.js";
import { markOf, openingOf, slips } from "./slips.js";

const ARTICLES = `# Điều 1. Thành lập đoàn kiểm tra

1. Đoàn kiểm tra có nhiệm vụ:

a) Kiểm tra sổ thu đảng phí.

b) Lập biên bản.

# Điều 2. Hiệu lực thi hành

Quyết định có hiệu lực từ ngày ký`;

export const P37: Rule = {
  id: "P37",
  title: "Dấu sau số điều, khoản, chữ cái của điểm",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ headings }) => headings.clause,
  reason: "Sau số của điều, khoản là dấu chấm; sau chữ cái của điểm là dấu ngoặc đơn đóng.",
  right: { body: `${ARTICLES}.` },
  wrong: { body: `${ARTICLES.replace("a) ", "a. ").replace("b) ", "b. ")}.` },
  check: slips,
};

/** Marks of parts whose numerals are of the wrong kind. */
function* numerals({ document, norm }: CheckContext): Iterable<Fault> {
  for (const block of blocksOf(document)) {
    const mark = markOf(block);
    if (mark === undefined) continue;
    const [, word = "", number = ""] = /^(.*?)\s+(\S.*?)[.:]?$/u.exec(mark.text) ?? [];
    const arabic = /^\d+$/u.test(number);
    const part = mark.form === "part" || mark.form === "chapter";
    const section = mark.form === "section" || mark.form === "subsection";
    const words = /^thứ/u.test(number);
    const wordsAllowed = norm.headings.partNumerals.includes("words");
    if (part && (arabic || (words && !wordsAllowed))) {
      yield {
        quote: mark.text,
        found: `“${mark.text}” đánh số bằng ${arabic ? "chữ số Ả-rập" : "chữ"}.`,
        remedy: `${word} đánh số bằng chữ số La Mã${wordsAllowed ? " hoặc ghi bằng chữ" : ""}, ví dụ “${word} I”.`,
        part: block,
      };
    }
    if (section && !arabic) {
      yield {
        quote: mark.text,
        found: `“${mark.text}” không đánh số bằng chữ số Ả-rập.`,
        remedy: `${word} đánh số bằng chữ số Ả-rập, ví dụ “${word} 1”.`,
        part: block,
      };
    }
  }
}

const chapter = (mark: string) =>
  `# ${mark}\n# QUY ĐỊNH CHUNG\n\n# Điều 1. Phạm vi áp dụng\n\nQuy chế áp dụng đối với các chi bộ`;

export const P39: Rule = {
  id: "P39",
  title: "Phần, chương đánh số La Mã hoặc bằng chữ, mục đánh số Ả-rập",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ headings }) => headings.clause,
  reason: "Số của phần, chương là chữ số La Mã hoặc ghi bằng chữ; số của mục là chữ số Ả-rập.",
  right: { body: `${chapter("Chương I")}.` },
  wrong: { body: `${chapter("Chương 1")}.` },
  check: numerals,
};

export const S17: Rule = {
  id: "S17",
  title: "Đánh số phần, chương, mục, điều, khoản, điểm",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: ({ headings }) => headings.clause,
  reason:
    "Phần, chương số La Mã; mục, tiểu mục, điều, khoản số Ả-rập; sau số điều, khoản là dấu chấm; điểm là chữ cái và “)”.",
  right: { body: `${chapter("Chương I")}./.` },
  wrong: { body: `${chapter("Chương 1")}./.` },
  *check(context) {
    yield* numerals(context);
    yield* slips(context);
    yield* letterOrder(context);
  },
};

/** `I-` or `I.`: the sign behind the roman number. */
const suffixOf = ({ text }: Mark): string => text.slice(-1);
const romanBlocks = (context: CheckContext) =>
  blocksOf(context.document).flatMap((block) => {
    const mark = markOf(block);
    return mark?.form === "roman" ? [{ block, mark }] : [];
  });
const headed = (block: Block, mark: Mark): string =>
  `${mark.text} ${"inlines" in block ? wordsOf(block.inlines) : ""}`.trim();

const sections = (one: string, other: string, end: string) =>
  `# ${one} MỤC ĐÍCH\n\nGiúp các đơn vị làm đúng quy định.\n\n# ${other} TỔ CHỨC THỰC HIỆN\n\nVăn phòng theo dõi việc thực hiện${end}`;

export const P40: Rule = {
  id: "P40",
  title: "Đề mục La Mã thống nhất một cách ghi",
  norms: PARTY,
  severity: "note",
  basis: "sample",
  clause: ({ headings }) => headings.romanSuffix.clause,
  reason: "Văn bản của Đảng thường ghi “I-”; hướng dẫn không quy định, nhưng trong một văn bản phải thống nhất.",
  right: { body: sections("I-", "II-", ".") },
  wrong: { body: sections("I-", "II.", ".") },
  *check(context) {
    const romans = romanBlocks(context);
    const hyphened = romans.filter(({ mark }) => suffixOf(mark) === "-");
    const others = romans.filter(({ mark }) => suffixOf(mark) !== "-");
    const few = others.length > hyphened.length ? hyphened : others;
    if (few.length === romans.length) return;
    for (const { block, mark } of few) {
      const usual = suffixOf(mark) === "-" ? "." : "-";
      yield {
        quote: mark.text,
        found: `Đề mục “${mark.text}” khác cách ghi các đề mục La Mã khác.`,
        remedy: `Ghi “${mark.text.slice(0, -1)}${usual}”.`,
        part: block,
      };
    }
  },
};

export const S18: Rule = {
  id: "S18",
  title: "Đề mục La Mã có dấu chấm",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("V.6"),
  reason: "Mẫu trình bày của nghị định ghi “I. TIÊU ĐỀ”.",
  right: { body: sections("I.", "II.", "./.") },
  wrong: { body: sections("I-", "II-", "./.") },
  *check(context) {
    for (const { block, mark } of romanBlocks(context)) {
      if (suffixOf(mark) === ".") continue;
      yield {
        quote: headed(block, mark),
        found: `Đề mục “${mark.text}” không ghi dấu chấm sau số La Mã.`,
        remedy: `Ghi “${mark.text.slice(0, -1)}.”.`,
        part: block,
      };
    }
    for (const block of blocksOf(context.document)) {
      const slip = /^([IVX]+)\/\s/u.exec(openingOf(block));
      if (slip === null) continue;
      const quote = slip[0].trim();
      yield { quote, found: `Đề mục “${quote}” ghi bằng gạch chéo.`, remedy: `Ghi “${slip[1]}.”.`, part: block };
    }
  },
};

export const S16: Rule = {
  id: "S16",
  title: "Phần, chương, mục, điều có tiêu đề",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.6.d"),
  reason: "Văn bản bố cục theo phần, chương, mục, tiểu mục, điều thì mỗi đơn vị phải có tiêu đề.",
  right: { body: "# Điều 1. Phân bổ cây giống\n\nPhân bổ 120.000 cây giống cho các xã, phường./." },
  wrong: { body: "Điều 1. Phân bổ 120.000 cây giống cho các xã, phường theo số đã đăng ký./." },
  *check({ document }) {
    for (const block of blocksOf(document)) {
      const mark = markOf(block);
      if (mark === undefined || !["part", "chapter", "section", "subsection", "article"].includes(mark.form)) continue;
      if (!("inlines" in block)) continue;
      const [first] = block.inlines;
      const titled =
        block.kind === "heading" ? wordsOf(block.inlines).trim() !== "" : first?.kind === "text" && first.bold === true;
      if (titled) continue;
      yield {
        quote: mark.text,
        found: `${mark.text.replace(/[.:]$/u, "")} không có tiêu đề.`,
        remedy: `Ghi tiêu đề trên cùng dòng, ví dụ “# ${mark.text} Phạm vi điều chỉnh”, nội dung ở dòng dưới.`,
        inWord: `Ghi tiêu đề chữ đậm trên cùng dòng, ví dụ “${mark.text} Phạm vi điều chỉnh”, nội dung ở dòng dưới.`,
        part: block,
      };
    }
  },
};
