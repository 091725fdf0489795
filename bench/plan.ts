/** The plan that is measured: a Party document of any length, made by code, with all that a plan holds. */
import type { Block } from "../src/model/block.js";
import type { Document } from "../src/model/document.js";
import type { Inline, Inlines } from "../src/model/inline.js";
import type { Cell } from "../src/model/table.js";
import { prose, topic, unit } from "./prose.js";

/** Ten pages hold about this many items; notes and tables come once in as many. */
const ITEMS_PER_TEN_PAGES = 36;
/** Items under one heading of the first level, and where among ten pages' items the notes stand. */
const ITEMS_PER_CHAPTER = 12;
const NOTED_ITEMS = [4, 13, 27];
const TABLE_AFTER = 19;
const TABLE_ROWS = 9;

const ROMAN = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"] as const;
const VALUES = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1] as const;

function roman(value: number): string {
  let rest = value;
  let text = "";
  for (const [index, letters] of ROMAN.entries()) {
    for (const step = VALUES[index] ?? 1; rest >= step; rest -= step) text += letters;
  }
  return text;
}

const text = (words: string, look: { bold?: true; italic?: true } = {}): Inline => ({
  kind: "text",
  text: words,
  ...look,
});
const cell = (words: string): Cell => ({ paragraphs: [[text(words)]] });

/** A table of tasks: what, who, when, and figures. */
function taskTable(seed: number): Block {
  const head = ["TT", "Nội dung công việc", "Chủ trì", "Hoàn thành", "Chỉ tiêu", "Đạt"].map(cell);
  const rows = Array.from({ length: TABLE_ROWS }, (_, row) => [
    cell(String(row + 1)),
    cell(`${topic(seed + row)}, có phân công cụ thể`),
    cell(unit(seed + row * 2)),
    cell(`Quý ${["I", "II", "III", "IV"][row % 4]}/2027`),
    cell(`${1_200 + row * 35}`.replace(/(\d)(\d{3})$/u, "$1.$2")),
    cell(`${62 + row},5%`),
  ]);
  return {
    kind: "table",
    table: { columns: head.map(() => ({})), headerRows: 1, rows: [head, ...rows] },
  };
}

interface Draft {
  readonly body: Block[];
  readonly notes: { readonly paragraphs: Inlines[] }[];
}

/** One item: a numbered or dash paragraph, now and then a heading above it, a note in it or a table below it. */
function addItem({ body, notes }: Draft, item: number): void {
  const chapter = Math.floor(item / ITEMS_PER_CHAPTER);
  const place = item % ITEMS_PER_CHAPTER;
  const among = item % ITEMS_PER_TEN_PAGES;
  if (place === 0) {
    const mark = { form: "roman" as const, text: `${roman(chapter + 1)}-`, bold: true as const };
    body.push({ kind: "heading", mark, inlines: [text(topic(chapter).toLocaleUpperCase("vi-VN"))] });
  }
  if (place % 4 === 0) {
    const mark = { form: "number" as const, text: `${place / 4 + 1}.`, bold: true as const };
    body.push({ kind: "heading", mark, inlines: [text(topic(item + 3))] });
  }
  const words = prose(item, 2 + (item % 2));
  const inlines: Inline[] = [];
  if (place % 4 === 1) inlines.push(text(`${topic(item + 5)}: `, { italic: true }));
  if (NOTED_ITEMS.includes(among)) {
    const end = words.indexOf(",");
    notes.push({ paragraphs: [[text(prose(item + 7, 1))]] });
    inlines.push(text(words.slice(0, end)), { kind: "noteMark", note: notes.length }, text(words.slice(end)));
  } else inlines.push(text(words));
  const dash = place % 4 !== 0;
  body.push({ kind: "paragraph", ...(dash ? { mark: { form: "dash" as const, text: "-" } } : {}), inlines });
  if (among === TABLE_AFTER) body.push(taskTable(item));
}

/**
 * A plan of a given number of items.
 *
 * @param items at least one; about four fill a page
 */
export function buildPlan(items: number): Document {
  const draft: Draft = { body: [], notes: [] };
  const opening = `Thực hiện Chương trình số 12-CTr/TU, ngày 09/02/2026 của Ban Thường vụ Tỉnh uỷ, ${prose(1, 1)}`;
  draft.body.push({ kind: "paragraph", inlines: [text(opening)] });
  for (let item = 0; item < items; item++) addItem(draft, item);
  draft.body.push({
    kind: "paragraph",
    inlines: [text("Trên đây là Kế hoạch của Đảng uỷ phường; các chi bộ căn cứ tình hình cụ thể để thực hiện./.")],
  });
  const recipient = (...lines: string[]) => ({ kind: "recipient" as const, lines });
  return {
    family: "party",
    type: "ke-hoach",
    issuer: { superior: ["ĐẢNG BỘ TỈNH BÌNH LÂM"], name: ["ĐẢNG UỶ PHƯỜNG SUỐI LÀNH"] },
    number: { sequence: 31, typeCode: "KH", bodyCode: "ĐU" },
    place: "Suối Lành",
    date: { year: 2026, month: 9, day: 15 },
    subject: ["nâng cao chất lượng sinh hoạt chi bộ", "và quản lý đảng viên giai đoạn 2026-2030"],
    author: "Đảng uỷ phường Suối Lành",
    body: draft.body,
    notes: draft.notes,
    recipients: [
      recipient("Ban Thường vụ Tỉnh uỷ (để b/c)"),
      recipient("Văn phòng Tỉnh uỷ"),
      recipient("Các đồng chí Đảng uỷ viên"),
      recipient("Các chi bộ, đảng bộ bộ phận", "trực thuộc Đảng uỷ phường"),
      recipient("Lưu Văn phòng Đảng uỷ"),
    ],
    signatures: [{ lines: ["T/M ĐẢNG UỶ", "BÍ THƯ"], name: "Lương Thế Hoà" }],
    annexes: [],
  };
}

/**
 * The shortest plan of exactly so many pages.
 *
 * @param pages at least 2
 * @param count pages that a document takes
 * @throws Error when no plan has that number of pages
 */
export function planOfPages(pages: number, count: (document: Document) => number): Document {
  let low = 1;
  let high = (pages + 1) * Math.ceil(ITEMS_PER_TEN_PAGES / 5);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (count(buildPlan(middle)) >= pages) high = middle;
    else low = middle + 1;
  }
  const plan = buildPlan(low);
  if (count(plan) !== pages) throw new Error(`no plan has ${pages} pages; ${low} items take ${count(plan)}`);
  return plan;
}
