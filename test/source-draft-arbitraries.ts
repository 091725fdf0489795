import fc from "fast-check";
import type { Annex } from "../src/model/annex.js";
import type { Block, Footnote } from "../src/model/block.js";
import type { RecipientEntry, Signature } from "../src/model/closing.js";
import type { Document, Presentation } from "../src/model/document.js";
import type { DocumentNumber } from "../src/model/head.js";
import type { Emphasis, Inline, Inlines } from "../src/model/inline.js";
import type { Mark, MarkForm } from "../src/model/mark.js";
import type { Cell, Column, Table } from "../src/model/table.js";
import { documentTypes } from "../src/norms/types.js";

/** Pieces that text is made of: words, and everything that looks like syntax. */
const FRAGMENTS = [
  ..."tăng cường lãnh đạo; cấp uỷ, Đảng bộ: 1.054 người (85%) … – “chi bộ”".split(" "),
  ...[" ", "  ", "\u00A0", "a", "Ý", "1", "é", "\u0301", "😀", "한"],
  ...["*", "**", "***", "_", "__", "\\", "\\\\", "`", "```", "~~~", "#", "# ", "##", "|", "| a |", "---", "-----"],
  ...["[", "]", "](", "[^1]", "[^1]:", "![", "(", ")", "{", "}", " }", "{ngang}", "<", ">", "^", "<b>", "</b>", "<br>"],
  ...["<i>", "<!--", "-->", "&", "&amp;", "&#32;", "<http://a.vn>", "http://a.vn", "vt:a/b/c", "!", "=", "==="],
  ...[
    "- ",
    "+ ",
    "* ",
    "1. ",
    "1.",
    "1.1. ",
    "I- ",
    "I. ",
    "a) ",
    "đ) ",
    "(1) ",
    "(i) ",
    "Điều 1. ",
    "Phần I",
    "Mục 1 ",
  ],
  ...[
    "Chương II",
    "Phụ lục 1",
    "Phụ lục 1: ",
    "(Kèm theo Kế hoạch)",
    "QUYẾT ĐỊNH:",
    "QUYẾT NGHỊ",
    ": ",
    ":",
    " #",
    "'",
    '"',
  ],
  ...["\\- ", "1\\.", "…", "./.", "C. Mác", "@", "%", "?", ",", "x < 5", "A & B", "<5", "a_b", "_a_", "$", "+5"],
];

const fragments = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 6 });
/** Any text of a run. */
const text = fragments.map((parts) => parts.join("").normalize("NFC"));
/** A printed line: something to see, no blanks at its ends. */
const line = text.map((typed) => typed.replace(/^[ \t]+|[ \t]+$/gu, "")).filter((typed) => /\S/u.test(typed));
const lines = fc.array(line, { minLength: 1, maxLength: 3 });

const flag = fc.constantFrom(undefined, undefined, true as const);
const look: fc.Arbitrary<Emphasis> = fc
  .record({ bold: flag, italic: flag, underline: flag, superscript: flag })
  .map(drop);

/** Without keys whose value is undefined, so that results compare strictly. */
function drop<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const step = fc.constantFrom("C02", "tinh", "2026-nam", "a(b)", "x|y", "*", "_", "&amp;", "é", "<b>", "\\", "]", "#");
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(text, look).map(([typed, own]) => ({ kind: "text" as const, text: typed, ...own })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, look, fc.array(step, { minLength: 3, maxLength: 4 }))
      .map(([typed, own, path]) => ({ kind: "figure" as const, text: typed, binding: `vt:${path.join("/")}`, ...own })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((note) => ({ kind: "noteMark" as const, note })) },
);

const same = (a: Emphasis, b: Emphasis): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.superscript === b.superscript;

/** Neighbouring runs of one look are one run, as every reader makes them. */
function merge(inlines: Inlines): Inlines {
  const merged: Inlines = [];
  for (const next of inlines) {
    const last = merged.at(-1);
    if (next.kind === "text" && last?.kind === "text" && same(next, last)) {
      merged[merged.length - 1] = { ...last, text: (last.text + next.text).normalize("NFC") };
    } else merged.push(next);
  }
  return merged;
}

const inlines = fc.array(inline, { minLength: 1, maxLength: 5 }).map(merge);
const textOnly = inlines
  .map((all) => merge(all.filter(({ kind }) => kind !== "noteMark")))
  .filter((all) => all.length > 0);

const MARKS: { readonly [F in MarkForm]: readonly string[] } = {
  part: ["Phần I", "Phần thứ nhất", "PHẦN II"],
  chapter: ["Chương I", "CHƯƠNG IV"],
  section: ["Mục 1", "MỤC 2"],
  subsection: ["Tiểu mục 1"],
  article: ["Điều 1.", "Điều 12.", "Điều 5a."],
  roman: ["I-", "II.", "XIV-"],
  number: ["1.", "12."],
  number2: ["1.1.", "10.2."],
  number3: ["1.1.1."],
  bracketNumber: ["(1)", "(12)"],
  letter: ["a)", "đ)"],
  bracketRoman: ["(i)", "(iv)"],
  dash: ["-"],
  plus: ["+"],
  star: ["*"],
};
const HEADING_ONLY: readonly string[] = ["part", "chapter", "section", "subsection"];

const markOf = (forms: readonly MarkForm[]): fc.Arbitrary<Mark> =>
  fc
    .constantFrom(...forms.flatMap((form) => MARKS[form].map((typed) => ({ form, text: typed }))))
    .chain((mark) => look.map((own) => ({ ...mark, ...own })));
const forms = Object.keys(MARKS) as MarkForm[];

const columns = (count: number): fc.Arbitrary<Column[]> =>
  fc.array(
    fc
      .record({
        width: fc.option(
          fc.integer({ min: 10, max: 2500 }).map((tenths) => tenths / 10),
          { nil: undefined },
        ),
        kind: fc.constantFrom(undefined, "ordinal" as const, "number" as const, "text" as const, "short" as const),
        align: fc.constantFrom(undefined, "left" as const, "center" as const, "right" as const, "justify" as const),
      })
      .map(drop),
    { minLength: count, maxLength: count },
  );
const plainColumns = (count: number): fc.Arbitrary<Column[]> =>
  fc.array(fc.constantFrom<Column>({}, { align: "left" }, { align: "center" }, { align: "right" }), {
    minLength: count,
    maxLength: count,
  });

const cellParagraphs = fc
  .array(fc.oneof(inlines, fc.constant<Inlines>([])), { maxLength: 3 })
  .map((paragraphs) => (paragraphs.length === 1 && paragraphs[0]?.length === 0 ? [] : paragraphs));

/** Cells that tile a grid, some of them covering several places. */
function tile(height: number, width: number, sizes: readonly (readonly [number, number, Inlines[]])[]): Cell[][] {
  const taken = Array.from({ length: height }, () => Array.from({ length: width }, () => false));
  const rows: Cell[][] = taken.map(() => []);
  let next = 0;
  for (let top = 0; top < height; top += 1) {
    for (let left = 0; left < width; left += 1) {
      if (taken[top]?.[left]) continue;
      const [wide, high, paragraphs] = sizes[next % sizes.length] ?? [1, 1, []];
      next += 1;
      let colSpan = 1;
      while (colSpan < wide && left + colSpan < width && !taken[top]?.[left + colSpan]) colSpan += 1;
      const rowSpan = Math.min(high, height - top);
      for (const row of taken.slice(top, top + rowSpan)) row.fill(true, left, left + colSpan);
      rows[top]?.push({ paragraphs, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) });
    }
  }
  return rows;
}

const span = fc.constantFrom(1, 1, 1, 2, 3);
export const tables: fc.Arbitrary<Table> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom(undefined, 11, 12.5),
    fc.constantFrom(undefined, undefined, "none" as const),
  )
  .chain(([height, width, size, borders]) =>
    fc
      .record({
        columns: fc.oneof(columns(width), plainColumns(width)),
        headerRows: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: height })),
        sizes: fc.array(fc.tuple(span, span, cellParagraphs), { minLength: 1, maxLength: 16 }),
      })
      .map(({ columns: described, headerRows, sizes }) =>
        drop({ columns: described, headerRows, rows: tile(height, width, sizes), size, borders }),
      ),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.option(markOf(forms.filter((form) => !HEADING_ONLY.includes(form))), { nil: undefined }), inlines)
      .map(([mark, all]) => drop({ kind: "paragraph" as const, mark, inlines: all })),
  },
  {
    weight: 1,
    arbitrary: markOf(["dash", "number", "star"]).map((mark) => ({ kind: "paragraph" as const, mark, inlines: [] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.option(markOf(forms), { nil: undefined }), inlines)
      .map(([mark, all]) => drop({ kind: "heading" as const, mark, inlines: all })),
  },
  { weight: 1, arbitrary: markOf(forms).map((mark) => ({ kind: "heading" as const, mark, inlines: [] })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("QUYẾT ĐỊNH:", "QUYẾT NGHỊ", "BAN THƯỜNG VỤ QUYẾT ĐỊNH:")
      .map((words) => ({ kind: "operativeWords" as const, text: words })),
  },
  { weight: 1, arbitrary: tables.map((table) => ({ kind: "table" as const, table })) },
);

/** A plain heading behind a chapter without a name would be its name, and behind an annex's title part of it. */
function separable(blocks: readonly Block[], begun: boolean): Block[] {
  return blocks.filter((next, index) => {
    if (next.kind !== "heading" || next.mark !== undefined) return true;
    const before = blocks[index - 1];
    if (before === undefined) return begun;
    if (before.kind !== "heading") return true;
    return before.mark !== undefined && (before.inlines.length > 0 || !HEADING_ONLY.includes(before.mark.form));
  });
}
const blocks = fc.array(block, { maxLength: 5 });

const annex: fc.Arbitrary<Annex> = fc
  .record({
    label: fc.constantFrom("Phụ lục", "Phụ lục 1", "PHỤ LỤC II", "Phụ lục số 02"),
    title: fc.oneof(fc.constant<string[]>([]), lines),
    attachment: fc.constantFrom(undefined, "(Kèm theo Kế hoạch số 12-KH/TU, ngày 05/6/2026 của Tỉnh uỷ)"),
    orientation: fc.constantFrom("portrait" as const, "landscape" as const),
    blocks,
  })
  .map((all): Annex => drop({ ...all, blocks: separable(all.blocks, all.attachment !== undefined) }));

const recipient = lines.map((printed) => ({ kind: "recipient" as const, lines: printed }));
const recipientEntry: fc.Arbitrary<RecipientEntry> = fc.oneof(
  recipient,
  fc
    .tuple(fc.array(recipient, { minLength: 2, maxLength: 3 }), line)
    .map(([members, label]) => ({ kind: "group" as const, recipients: members, label })),
);

const signature: fc.Arbitrary<Signature> = fc
  .record({
    lines: fc.array(fc.oneof(line, fc.constantFrom("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "kiêm", "---", "-")), {
      maxLength: 3,
    }),
    name: fc.option(fc.oneof(line, fc.constantFrom("Trần Minh Khôi", "NGUYỄN THỊ HÀ", "-")), { nil: undefined }),
    image: fc.constantFrom(undefined, undefined, "anh/chu-ky.png", "ảnh ký: 1.png"),
  })
  .filter(({ lines: printed, name }) => printed.length > 0 || name !== undefined)
  .map(drop);

const code = fc.constantFrom("TU", "ĐUK", "BCĐ", "UBND", "VPTU", "QyĐ", "CTr", "BCĐ35");
const sequence = fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined });
const partyNumber: fc.Arbitrary<DocumentNumber> = fc
  .record({ sequence, typeCode: fc.option(code, { nil: undefined }), bodyCode: code, joint: fc.boolean() })
  .map(({ joint, ...number }) =>
    drop(joint && number.typeCode !== undefined ? { ...number, bodyCode: `${number.bodyCode}-BTCTU` } : number),
  );
const stateNumber: fc.Arbitrary<DocumentNumber> = fc
  .record({ sequence, typeCode: code, bodyCode: fc.oneof(code, fc.constant("BNV-BTC")) })
  .map(drop);
const letterNumber: fc.Arbitrary<DocumentNumber> = fc
  .record({ sequence, bodyCode: code, unitCode: fc.option(code, { nil: undefined }) })
  .map(drop);

const measure = fc.option(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  { nil: undefined },
);
const presentation: fc.Arbitrary<Presentation | undefined> = fc
  .record({
    size: measure,
    lineSpacing: measure,
    paragraphSpacing: measure,
    firstIndent: measure,
    duplex: flag,
    noteMark: fc.constantFrom(undefined, "bracketed" as const, "plain" as const),
  })
  .map(drop)
  .map((all) => (Object.keys(all).length === 0 ? undefined : all));

const date = fc
  .record({
    year: fc.integer({ min: 1930, max: 2999 }),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  })
  .map((parts) => drop({ ...parts, day: parts.month === undefined ? undefined : parts.day }));

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const kind = fc.constantFrom(...[...documentTypes("party"), ...documentTypes("state")]).chain((type) =>
  fc.record({
    family: fc.constant(type.family),
    type: fc.constant(type.slug),
    norm:
      type.family === "state"
        ? fc.constantFrom(undefined, "nd30" as const)
        : fc.constantFrom(undefined, "hd05" as const, "hd36" as const),
    number: optional(type.family === "party" ? partyNumber : type.letter ? letterNumber : stateNumber),
  }),
);

const head = fc.record({
  issuer: optional(fc.record({ superior: optional(lines), name: lines }).map(drop)),
  place: optional(line),
  date: optional(date),
  subject: optional(lines),
  author: optional(line),
  addressees: optional(
    fc.record({
      phrase: fc.constantFrom("Kính gửi" as const, "Kính trình" as const),
      names: fc.array(lines, { minLength: 1, maxLength: 3 }),
    }),
  ),
  issuingAuthority: optional(lines),
  legalBases: optional(fc.array(inlines, { minLength: 1, maxLength: 3 })),
  recipients: optional(fc.array(recipientEntry, { minLength: 1, maxLength: 4 })),
  signatures: optional(fc.array(signature, { minLength: 1, maxLength: 3 })),
  confirmation: optional(fc.record({ statement: lines, signature })),
  urgency: optional(line),
  secrecy: optional(line),
  circulation: optional(line),
  publicity: optional(line),
  draftMark: optional(fc.constantFrom("Dự thảo", "Dự thảo lần 2")),
  drafter: optional(line),
  contact: optional(lines),
  presentation,
});

const footnote: fc.Arbitrary<Footnote> = fc
  .array(textOnly, { minLength: 1, maxLength: 3 })
  .map((paragraphs) => ({ paragraphs }));

/** Numbers the notes in the order in which they are referred to, and keeps as many texts. */
function renumber(document: Document): Document {
  const numbers = new Map<number, number>();
  // Unlike structuredClone this makes copies of parts that occur in several places.
  const copy = JSON.parse(JSON.stringify(document)) as Document;
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value && value.kind === "noteMark" && "note" in value) {
      const old = Number(value.note);
      if (!numbers.has(old)) numbers.set(old, numbers.size + 1);
      value.note = numbers.get(old);
    } else for (const part of Object.values(value)) visit(part);
  };
  visit(copy.legalBases);
  visit(copy.body);
  visit(copy.annexes);
  return { ...copy, notes: document.notes.slice(0, numbers.size) };
}

/** Any document that a draft can hold. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    kind,
    head,
    body: blocks.map((all) => separable(all, true)),
    annexes: fc.array(annex, { maxLength: 2 }),
    notes: fc.array(footnote, { minLength: 4, maxLength: 4 }),
  })
  .map(({ kind: what, head: fields, ...parts }) => renumber(drop({ ...what, ...fields, ...parts })));
