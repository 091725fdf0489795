/** Seeded random documents: the hard cases of layout, made of Vietnamese syllables. */
import type {
  StyledBlock,
  StyledCell,
  StyledDocument,
  StyledInline,
  StyledNote,
  StyledParagraph,
  StyledRow,
  StyledSection,
  StyledTable,
} from "../../src/layout/styled.js";

const SYLLABLES =
  'đảng uỷ phường kế hoạch triển khai thực hiện nhiệm vụ doanh nghiệp công đoàn người lao động cơ sở tổ chức thường xuyên kiểm tra giám sát báo cáo kết quả năm quý tháng chỉ tiêu kết nạp đảng viên nâng cao chất lượng tuyên truyền vận động phối hợp chính quyền địa bàn quản lý trách nhiệm người đứng đầu 85% 2026-2030 07-CT/TW 33-CT/TW, ngày 18/3/2019 (b/c) chính trị - xã hội tự-chuyển-hoá UBND; "nòng cốt" “tự diễn biến” ./.'.split(
    " ",
  );

/** A small, well-known generator (mulberry32): the same seed gives the same document on every machine. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const twip = (pt: number): number => Math.round(pt * 20) / 20;

/** Which of the hard cases a random document holds. */
export interface Ingredients {
  readonly notes: boolean;
  readonly tables: boolean;
}

/** A random styled document: text, headings, footnotes, tables, landscape sections. */
export function randomDocument(seed: number, ingredients: Ingredients = { notes: true, tables: true }): StyledDocument {
  const random = randomOf(seed);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => values[int(0, values.length - 1)] as T;
  const words = (count: number) => Array.from({ length: count }, () => pick(SYLLABLES)).join(" ");

  const line =
    random() < 0.6
      ? { rule: "exact" as const, value: int(16, 22) }
      : { rule: "auto" as const, value: pick([1, 1.15, 1.2, 1.5]) };
  const size = pick([13, 14, 14]);
  const [before, after] = [pick([0, 3, 6]), pick([0, 0, 6])];
  const notes: StyledNote[] = [];

  const base = (overrides: Partial<StyledParagraph>): StyledParagraph => ({
    kind: "paragraph",
    style: "VbBody",
    structure: { kind: "paragraph" },
    inlines: [],
    markSize: size,
    align: "justify",
    firstIndent: pick([28.35, 36, 0]),
    left: 0,
    right: 0,
    before,
    after,
    line,
    keepNext: false,
    keepLines: false,
    ...overrides,
  });

  const note = (): StyledInline => {
    const number = notes.length + 1;
    const noteSize = pick([10, 11, 12]);
    const paragraph = base({
      style: "VbFootnote",
      inlines: [{ kind: "text", text: words(int(5, random() < 0.15 ? 400 : 60)), size: noteSize }],
      markSize: noteSize,
      firstIndent: 0,
      before: 0,
      after: 0,
      line: { rule: "auto", value: 1 },
    });
    notes.push({ note: number, markText: `(${number})`, markSize: noteSize, paragraphs: [paragraph] });
    return { kind: "noteMark", note: number, text: `(${number})`, size, superscript: true };
  };

  const text = (count: number, withNotes: boolean, bold = false): StyledInline[] => {
    const inlines: StyledInline[] = [];
    let left = count;
    while (left > 0) {
      const part = Math.min(left, int(3, 40));
      left -= part;
      inlines.push({
        kind: "text",
        text: words(part) + (left > 0 ? " " : ""),
        size,
        ...(bold || random() < 0.15 ? { bold: true } : {}),
        ...(random() < 0.15 ? { italic: true } : {}),
        ...(random() < 0.05 ? { underline: true } : {}),
      });
    }
    if (random() < 0.3 && withNotes && ingredients.notes) inlines.splice(int(1, inlines.length), 0, note());
    return inlines;
  };

  const cell = (count: number, share: boolean): StyledCell => ({
    blocks: Array.from({ length: random() < 0.15 ? 2 : 1 }, () =>
      base({
        style: "VbTableBody",
        inlines:
          count === 0
            ? []
            : [{ kind: "text", text: words(count), size: 12, ...(random() < 0.1 ? { bold: true } : {}) }],
        markSize: 12,
        align: pick(["left", "center", "right", "justify"] as const),
        firstIndent: 0,
        before: pick([0, 2]),
        after: 0,
        line: { rule: "auto", value: 1 },
      }),
    ),
    colSpan: 1,
    rowSpan: 1,
    verticalAlign: share ? "center" : "top",
  });

  const table = (width: number): StyledTable => {
    const count = int(2, 6);
    const shares = Array.from({ length: count }, () => int(2, 4));
    const sum = shares.reduce((total, share) => total + share, 0);
    const columns = shares.map((share) => twip((share / sum) * width));
    const row = (header: boolean, from: number, to: number): StyledRow => ({
      cells: columns.map(() => cell(int(from, to), random() < 0.5)),
      header,
      cantSplit: header || random() < 0.9,
    });
    const rows = [
      row(true, 1, 3),
      ...Array.from({ length: int(2, 40) }, () => row(false, 0, random() < 0.05 ? 60 : 6)),
    ];
    return { kind: "table", role: "data", columns, rows, border: 0.5, padX: pick([3, 5]), padY: pick([0, 2]) };
  };

  const section = (landscape: boolean): StyledSection => {
    const [width, height] = landscape ? [841.9, 595.3] : [595.3, 841.9];
    const margins = {
      top: 56.7,
      bottom: pick([42.5, 56.7]),
      left: landscape ? 56.7 : 85.05,
      right: pick([42.5, 56.7]),
    };
    const room = width - margins.left - margins.right;
    const blocks: StyledBlock[] = [];
    for (let index = int(8, 28); index > 0; index--) {
      const kind = random();
      if (kind < 0.15)
        blocks.push(
          base({
            keepNext: true,
            keepLines: true,
            inlines: text(int(3, 20), false, true),
            structure: { kind: "heading", level: 1, title: "x" },
          }),
        );
      else if (kind < 0.2) blocks.push(base({ left: 28, firstIndent: -14, inlines: text(int(5, 60), true) }));
      else if (kind < 0.23) blocks.push(base({ inlines: [] }));
      else if (kind < 0.27) blocks.push(base({ keepLines: true, inlines: text(int(5, 120), true) }));
      else if (kind < 0.3)
        blocks.push(base({ align: "center", firstIndent: 0, inlines: text(int(2, 30), false, true) }));
      else if (kind < 0.37 && ingredients.tables) blocks.push(table(room), base({ inlines: text(int(5, 40), false) }));
      else blocks.push(base({ inlines: text(int(2, 150), true) }));
    }
    blocks.push(base({ inlines: text(int(2, 60), false) }));
    const number = base({
      style: "VbPageNumber",
      inlines: [{ kind: "pageNumber", size: 14 }],
      markSize: 14,
      align: "center",
      firstIndent: 0,
      before: 0,
      after: 0,
      line: { rule: "auto", value: 1 },
    });
    return {
      width,
      height,
      orientation: landscape ? "landscape" : "portrait",
      margins,
      mirrored: false,
      headerFromTop: 28.35,
      footerFromBottom: 28.35,
      pageNumber: number,
      firstPageNumber: 1,
      firstPageTop: [],
      firstPageFoot: [],
      blocks,
      lastPageFoot: [],
    };
  };

  const sections = [
    section(false),
    ...(random() < 0.5 ? [section(true)] : []),
    ...(random() < 0.3 ? [section(false)] : []),
  ];
  return { title: `seed ${seed}`, language: "vi-VN", font: "Times New Roman", styles: [], sections, notes };
}
