/** Observed formatting against the norm's rows. Pure: the reader of Word files observes, this judges. */
import type { Component, Confidence, Formatting, Margins, Norm, NormRow, Range } from "../../norms/norm.js";
import { findRow } from "../../norms/norm.js";
import type { ObservedFormatting, ObservedNumbering, ObservedPage, ObservedParagraph } from "../../norms/observed.js";
import type { Fault, Judgement } from "../rule.js";
import { formattingRule, OTHER_FORMATTING, PAGE_RULES, type Property } from "./rules.js";
import { sayAcceptance, sayComponent, sayNumber, sayRange, sayValue } from "./words.js";

/** A departure from a row: a fault with the rule, the basis and the clause that are known only here. */
export interface FormattingFault extends Fault {
  readonly rule: string;
  readonly judgement: Judgement;
  readonly clause: string;
}

/** Only what the norm itself says may be an error. */
export function judgementOf(confidence: Confidence): Judgement {
  if (confidence === "N" || confidence === "N-scan") return { severity: "error", basis: "norm" };
  return { severity: "warning", basis: "practice" };
}

/** Lengths are measured in twips and shown rounded: a hundredth is no fault, nor is a tenth of a millimetre. */
const TOLERANCE: Partial<Record<Property, number>> = { size: 0.01, firstIndent: 0.3, before: 0.3, after: 0.3 };
const MILLIMETRE = 0.5;

const within = (value: number, { min, max }: Range, slack: number): boolean =>
  value >= min - slack && (max === undefined || value <= max + slack);

function accepted<K extends Property>(property: K, value: Formatting[K], limit: unknown): boolean {
  if (typeof value === "number") return within(value, limit as Range, TOLERANCE[property] ?? 0);
  if (property === "line") {
    const line = value as Formatting["line"];
    const lines = limit as readonly { readonly rule: string; readonly value: Range }[];
    return lines.some((one) => one.rule === line.rule && within(line.value, one.value, 0.05));
  }
  return (limit as readonly unknown[]).includes(value);
}

function* compareParagraph(observed: ObservedParagraph, row: NormRow, norm: Norm): Generator<FormattingFault> {
  const { component, formatting, quote, part, field, summedGap } = observed;
  for (const property of Object.keys(row.accept) as Property[]) {
    const value = formatting[property];
    const limit = row.accept[property];
    if (value === undefined || limit === undefined || accepted(property, value, limit)) continue;
    // 3 pt above and 3 below look like 6 in Word's dialogue, and offices take them so
    const typedEnough = property === "after" && summedGap !== undefined && accepted(property, summedGap, limit);
    yield {
      rule: formattingRule(norm.family, component, property),
      judgement: judgementOf(row.confidenceBy?.[property] ?? row.confidence),
      clause: row.clause,
      quote,
      found: `${sayComponent(component)}: ${sayValue(property, value)}${typedEnough ? ` (Word chỉ lấy số lớn trong trên và dưới, không cộng thành ${sayNumber(summedGap)})` : ""}.`,
      remedy: `Sửa thành ${sayAcceptance(property, limit)}.`,
      part,
      field,
      ...(typedEnough ? { less: "warning" as const } : {}),
    };
  }
}

/** Shorter italics are run-in headings, and what stands in brackets is set apart on purpose. */
const LONG = 60;

/** The body is upright by the norms' tables; a whole paragraph in italics may still be a quotation. */
function* compareSlope({ component, formatting, quote, part, field }: ObservedParagraph, row: NormRow, norm: Norm) {
  if (component !== "body" || formatting.italic !== true || quote.length < LONG || /^[(“"]/u.test(quote)) return;
  yield {
    rule: formattingRule(norm.family, component, "italic"),
    judgement: { severity: "warning", basis: "norm" } as const,
    clause: row.clause,
    quote,
    found: `${sayComponent(component)}: cả đoạn chữ nghiêng.`,
    remedy: "Dùng chữ đứng.",
    part,
    field,
  };
}

/** "Times New Roman Bold" and "Times New Roman,Italic" are faces of the same font, as Word for Mac and PDF writers name them. */
const FACE = /[ ,-](?:Bold|Italic|Regular|PSMT|PS|MT)+$/giu;

function* compareFonts(
  { fonts = [], quote, part, field }: ObservedParagraph,
  { font, family }: Norm,
): Generator<FormattingFault> {
  for (const name of fonts) {
    if (font.accept.includes(name)) continue;
    if (font.accept.includes(name.replace(FACE, ""))) {
      yield {
        rule: PAGE_RULES.font[family],
        judgement: { severity: "warning", basis: "practice" },
        clause: font.clause,
        quote,
        found: `Phông chữ “${name}” là tên của một kiểu chữ; máy không có tên đó in bằng phông khác.`,
        remedy: `Chọn phông ${font.use}, rồi chọn đậm, nghiêng bằng nút B, I.`,
        part,
        field,
      };
      continue;
    }
    yield {
      rule: PAGE_RULES.font[family],
      judgement: judgementOf(font.confidence),
      clause: font.clause,
      quote,
      found: `Phông chữ “${name}”.`,
      remedy: `Dùng phông ${font.use}.`,
      part,
      field,
    };
  }
}

/** Where letters are in colour on purpose: stamps. */
const STAMPS: ReadonlySet<Component> = new Set(["urgency", "secrecy", "circulation"]);
/** Word colours an address by itself. */
const ADDRESS = /^(?:https?:|www\.)?\S*[@.]\S+$/u;

function* compareColour(
  { component, coloured, part, field }: ObservedParagraph,
  { font, family }: Norm,
): Generator<FormattingFault> {
  if (coloured === undefined || STAMPS.has(component)) return;
  yield {
    rule: PAGE_RULES.font[family],
    judgement: judgementOf(font.confidence),
    clause: font.clause,
    quote: coloured,
    found: "Chữ không phải màu đen.",
    remedy: "Chọn màu đen (Font Color: Automatic hoặc Black).",
    part,
    field,
    ...(ADDRESS.test(coloured) ? { less: "warning" as const } : {}),
  };
}

const SIDES: readonly (readonly [keyof Margins, string])[] = [
  ["top", "trên"],
  ["bottom", "dưới"],
  ["left", "trái"],
  ["right", "phải"],
];

function* comparePage(page: ObservedPage, { page: rulings, family }: Norm): Generator<FormattingFault> {
  const both = [
    { side: "", margins: page.margins, ruling: rulings.margins },
    ...(page.backMargins === undefined
      ? []
      : [{ side: " (mặt sau)", margins: page.backMargins, ruling: rulings.backMargins }]),
  ];
  // the norm speaks of pages in portrait; landscape is derived from it by each office
  const portrait = page.size.height >= page.size.width;
  for (const { side, margins, ruling } of portrait ? both : []) {
    for (const [name, word] of SIDES) {
      if (within(margins[name], ruling.accept[name], MILLIMETRE)) continue;
      yield {
        rule: PAGE_RULES.margins[family],
        judgement: judgementOf(ruling.confidence),
        clause: ruling.clause,
        quote: `lề ${word}`,
        found: `Lề ${word}${side} ${sayNumber(margins[name])} mm.`,
        remedy: `Đặt ${sayRange(ruling.accept[name], "mm")}.`,
      };
    }
  }
  const { width, height } = rulings.size.accept;
  const [short, long] = [Math.min(page.size.width, page.size.height), Math.max(page.size.width, page.size.height)];
  if (Math.abs(short - width) > MILLIMETRE || Math.abs(long - height) > MILLIMETRE) {
    yield {
      rule: OTHER_FORMATTING.id,
      judgement: judgementOf(rulings.size.confidence),
      clause: rulings.size.clause,
      quote: "khổ giấy",
      found: `Khổ giấy ${sayNumber(short)} × ${sayNumber(long)} mm.`,
      remedy: `Dùng khổ A4 (${width} × ${height} mm).`,
    };
  }
  const { numberFromTop } = page;
  if (numberFromTop !== undefined && !within(numberFromTop, rulings.numberFromTop.accept, MILLIMETRE)) {
    yield {
      rule: PAGE_RULES.numberFromTop[family],
      judgement: judgementOf(rulings.numberFromTop.confidence),
      clause: rulings.numberFromTop.clause,
      quote: "số trang",
      found: `Số trang cách mép trên ${sayNumber(numberFromTop)} mm.`,
      remedy: `Đặt cách mép trên ${sayRange(rulings.numberFromTop.accept, "mm")}.`,
    };
  }
}

const AT_THE_TOP = "Đặt số trang ở giữa lề trên (Insert › Page Number › Top of Page)";

/** Presence and place of the page number; how it looks is a row of the norm. */
function* compareNumbering(
  { severalPages, at, onFirstPage, words }: ObservedNumbering,
  { page: { numberFromTop }, family }: Norm,
): Generator<FormattingFault> {
  const told = { rule: PAGE_RULES.numberFromTop[family], quote: "số trang", clause: numberFromTop.clause };
  const judgement: Judgement = { severity: "error", basis: "norm" };
  if (at === undefined) {
    if (severalPages)
      yield {
        ...told,
        judgement,
        found: "Văn bản nhiều trang nhưng không đánh số trang.",
        remedy: `${AT_THE_TOP}; không hiện ở trang thứ nhất (Different First Page).`,
      };
    return;
  }
  if (at === "bottom") yield { ...told, judgement, found: "Số trang đặt ở cuối trang.", remedy: `${AT_THE_TOP}.` };
  if (onFirstPage)
    yield {
      ...told,
      judgement,
      found: "Số trang hiện ở trang thứ nhất.",
      remedy: "Chọn Different First Page và để trống phần đầu, phần cuối của trang thứ nhất.",
    };
  if (/[\p{L}/]/u.test(words))
    yield {
      ...told,
      // HD05 speaks of the number alone; NĐ30 leaves open what stands beside it
      judgement: family === "party" ? judgement : { severity: "warning", basis: "norm" },
      quote: words,
      found: `Số trang ghi kèm “${words}”.`,
      remedy: "Chỉ ghi chữ số.",
    };
}

/** Sizes that go together: Quốc hiệu 13, Tiêu ngữ 14, date 14; or one point less each (NĐ30 mục V, footnote). */
const COHERENT: readonly (readonly [Component, number])[][] = [
  [
    ["nationalTitle", 13],
    ["motto", 14],
    ["placeDate", 14],
  ],
  [
    ["nationalTitle", 12],
    ["motto", 13],
    ["placeDate", 13],
  ],
];

function* compareSizes({ paragraphs }: ObservedFormatting, norm: Norm): Generator<FormattingFault> {
  if (norm.family !== "state") return;
  const sizeOf = (component: Component) => paragraphs.find((one) => one.component === component)?.formatting.size;
  const sizes = (["nationalTitle", "motto", "placeDate"] as const).map(sizeOf);
  if (sizes.includes(undefined)) return;
  if (COHERENT.some((series) => series.every(([, size], index) => sizes[index] === size))) return;
  yield {
    rule: PAGE_RULES.sizes.state,
    judgement: { severity: "error", basis: "norm" },
    clause: "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, chú thích",
    quote: paragraphs.find(({ component }) => component === "nationalTitle")?.quote ?? "",
    found: `Cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh và thời gian là ${sizes.map((size) => sayNumber(size ?? 0)).join("/")}.`,
    remedy: "Dùng 13/14/14 hoặc 12/13/13.",
  };
}

/** "(Kèm theo …)" and the like below a trích yếu is none of it, and no row speaks of it. */
const isAside = ({ component, quote }: ObservedParagraph): boolean =>
  component === "subject" && /^\(.*\)?$/u.test(quote);

/** The same fault of many paragraphs is told at the first, with how many there are. */
function toldOnce(faults: readonly FormattingFault[]): readonly FormattingFault[] {
  const groups = new Map<string, FormattingFault[]>();
  for (const fault of faults) {
    const key = `${fault.rule}|${fault.found}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fault]);
    else group.push(fault);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) return group;
    return [{ ...first, found: `${first.found.replace(/\.$/u, "")} (${group.length} chỗ).` }];
  });
}

/**
 * Compares what was observed with what the norm accepts.
 *
 * @returns one fault for each way in which a component departs, at the first place; what was not observed is not judged
 */
export function compareFormatting(observed: ObservedFormatting, norm: Norm): readonly FormattingFault[] {
  const faults: FormattingFault[] = [];
  for (const paragraph of observed.paragraphs) {
    const row = isAside(paragraph) ? undefined : findRow(norm, paragraph.component);
    if (row !== undefined)
      faults.push(...compareParagraph(paragraph, row, norm), ...compareSlope(paragraph, row, norm));
    faults.push(...compareFonts(paragraph, norm), ...compareColour(paragraph, norm));
  }
  for (const page of observed.pages ?? []) faults.push(...comparePage(page, norm));
  if (observed.numbering !== undefined) faults.push(...compareNumbering(observed.numbering, norm));
  return [...toldOnce(faults), ...compareSizes(observed, norm)];
}
