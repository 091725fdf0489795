import { describe, expect, it } from "vitest";
import type { Block } from "../src/model/block.js";
import type { Document } from "../src/model/document.js";
import type { Inlines } from "../src/model/inline.js";
import { findMark } from "../src/source/draft/body/marks.js";
import { type DraftReading, parseDraft } from "../src/source/draft/index.js";

const parse = (...lines: string[]): Promise<DraftReading> =>
  parseDraft(["---", "thể loại: Kế hoạch", "---", ...lines].join("\n"), { file: "a.md" });

async function read(...lines: string[]): Promise<Document> {
  const { document, findings } = await parse(...lines);
  expect(findings).toEqual([]);
  if (document === undefined) throw new Error("no document");
  return document;
}

/** Inlines in a short form: `b:`, `i:`, `u:`, `s:` before emphasised runs, `^1` for notes. */
function short(inlines: Inlines): string[] {
  return inlines.map((inline) => {
    if (inline.kind === "noteMark") return `^${inline.note}`;
    const look = [inline.bold && "b", inline.italic && "i", inline.underline && "u", inline.superscript && "s"];
    const prefix = look.filter((part) => part).join("");
    return `${prefix && `${prefix}:`}${inline.text}${inline.kind === "figure" ? ` → ${inline.binding}` : ""}`;
  });
}

/** Blocks in a short form: kind, mark, inlines. */
function outline(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === "table") return "table";
    if (block.kind === "operativeWords") return `! ${block.text}`;
    const { mark } = block;
    const bold = mark?.bold ? "b" : mark?.italic ? "i" : "";
    return [block.kind === "heading" ? "#" : "", mark === undefined ? "" : bold + mark.text, ...short(block.inlines)];
  });
}

const texts = async (...lines: string[]): Promise<unknown[]> => outline((await read(...lines)).body);

describe("marks", () => {
  it.each([
    ["Phần I", "part"],
    ["Phần thứ nhất", "part"],
    ["PHẦN II.", "part"],
    ["Chương IV", "chapter"],
    ["Mục 1", "section"],
    ["Tiểu mục 2", "subsection"],
    ["Điều 12. Tên", "article"],
    ["Điều 5a. Tên", "article"],
    ["I- MỤC", "roman"],
    ["XIV. Mục", "roman"],
    ["1. Một", "number"],
    ["1.1. Một", "number2"],
    ["1.1.1. Một", "number3"],
    ["(1) Một", "bracketNumber"],
    ["(iv) Một", "bracketRoman"],
    ["a) Một", "letter"],
    ["đ) Một", "letter"],
    ["- Một", "dash"],
    ["+ Một", "plus"],
    ["* Một", "star"],
    ["-", "dash"],
    ["**1. Hình thức:** một", "number"],
    ["***1.*** một", "number"],
    ["<b><u>a)</u></b> một", "letter"],
    ["*(1) một*", "bracketNumber"],
    ["1.\u00A0một", "number"],
  ])("%s opens a %s", (line, form) => {
    expect(findMark(line, true)?.form).toBe(form);
  });

  it.each([
    "2026. Năm",
    "123. Một",
    "1.054 người",
    "1.1 Một",
    "-Một",
    "--- ",
    "C. Mác",
    "IIII. Một",
    "A) Một",
    "ab) Một",
    "(123) Một",
    "Mục tiêu",
    "Phần việc",
    "Điều 1 quy định",
    "I-a",
    "*một*",
    "**một** hai",
    "\\- Một",
  ])("%s opens nothing", (line) => {
    expect(findMark(line, true)).toBeUndefined();
  });

  it("of parts, chapters and sections count in headings only", () => {
    for (const line of ["Phần I của", "Chương I", "Mục 1", "Tiểu mục 1"]) expect(findMark(line, false)).toBeUndefined();
  });
});

describe("paragraphs", () => {
  it("are parted by blank lines and by marks, other line ends are blanks", async () => {
    expect(await texts("Một", "hai  ", "ba\\", "bốn", "", "năm", "- sáu", "bảy", "+ tám", "1. chín")).toEqual([
      ["", "", "Một hai ba bốn"],
      ["", "", "năm"],
      ["", "-", "sáu bảy"],
      ["", "+", "tám"],
      ["", "1.", "chín"],
    ]);
  });

  it("keep official numbering that Markdown would change", async () => {
    expect(await texts("1. Một", "", "3. Ba", "", "2026. Năm", "", "    a) thụt", "", "> trích", "", "`mã`")).toEqual([
      ["", "1.", "Một"],
      ["", "3.", "Ba"],
      ["", "", "2026. Năm"],
      ["", "a)", "thụt"],
      ["", "", "> trích"],
      ["", "", "`mã`"],
    ]);
  });

  it("take a backslash before a mark for: these are words", async () => {
    expect(await texts("\\- một", "", "1\\. hai", "", "\\1. ba", "", "\\Điều 1. bốn", "", "**\\a) năm**")).toEqual([
      ["", "", "- một"],
      ["", "", "1. hai"],
      ["", "", "1. ba"],
      ["", "", "Điều 1. bốn"],
      ["", "", "b:a) năm"],
    ]);
  });

  it("take emphasis of a mark apart from that of the text", async () => {
    expect(
      await texts("**1. Hình thức:** văn bản", "", "*2.1. Cả đoạn*", "", "**3.** thường", "", "4. **đậm**"),
    ).toEqual([
      ["", "b1.", "b:Hình thức:", " văn bản"],
      ["", "i2.1.", "i:Cả đoạn"],
      ["", "b3.", "thường"],
      ["", "4.", "b:đậm"],
    ]);
  });

  it("take a star and a blank for a mark, not for emphasis", async () => {
    expect(await texts("* Thời gian: *quý I*", "", "<i>* Thời gian:</i> quý I")).toEqual([
      ["", "*", "Thời gian: ", "i:quý I"],
      ["", "i*", "i:Thời gian:", " quý I"],
    ]);
    expect(await texts("** Thời gian: quý I,", "quý II.*", "", "*** Thời gian.** ", "", "* một* hai")).toEqual([
      ["", "i*", "i:Thời gian: quý I, quý II."],
      ["", "b*", "b:Thời gian."],
      ["", "*", "một* hai"],
    ]);
  });

  it("tell stars that do not pair", async () => {
    const { findings } = await parse("** Thời gian**", "", "**Thời gian **");
    expect(findings.map(({ id, place }) => [id, place?.line])).toEqual([
      ["draft/emphasis-unpaired", 4],
      ["draft/emphasis-unpaired", 6],
    ]);
  });

  it("do not let emphasis run from one into the next", async () => {
    const { findings, document } = await parse("- **Một", "- hai**");
    expect(findings.map(({ id }) => id)).toEqual(["draft/emphasis-unpaired", "draft/emphasis-unpaired"]);
    expect(outline(document?.body ?? [])).toEqual([
      ["", "-", "**Một"],
      ["", "-", "hai**"],
    ]);
  });
});

describe("inlines", () => {
  const inlines = async (line: string): Promise<string[]> => {
    const [block] = (await read(line)).body;
    return block?.kind === "paragraph" ? short(block.inlines) : [];
  };

  it.each([
    ["một **hai** *ba* ***bốn***", ["một ", "b:hai", " ", "i:ba", " ", "bi:bốn"]],
    ["<b>Hình thức:</b>văn bản", ["b:Hình thức:", "văn bản"]],
    ["m<sup>2</sup> và <u>gạch</u>", ["m", "s:2", " và ", "u:gạch"]],
    ["**a <i>b** c</i> d", ["b:a ", "bi:b", "i: c", " d"]],
    ["<B>a</B>", ["b:a"]],
    ["\\<b> \\*a\\* A &amp; B & C", ["<b> *a* A & B & C"]],
    ["[1.054](vt:C02/tinh/2026-nam)", ["1.054 → vt:C02/tinh/2026-nam"]],
    ["**[85%](vt:C02/tinh/2026-nam/luy-ke)**", ["b:85% → vt:C02/tinh/2026-nam/luy-ke"]],
    ["[**85%**](vt:C02/tinh/2026-nam)", ["b:85% → vt:C02/tinh/2026-nam"]],
    ["[a] [b][c] ~~d~~ a_b_c", ["[a] [b][c] ~~d~~ a_b_c"]],
    ["x < 5 và > 3", ["x < 5 và > 3"]],
  ])("%s", async (line, expected) => {
    expect(await inlines(line)).toEqual(expected);
  });

  it("come out in NFC", async () => {
    expect(await inlines("e&#769;")).toEqual(["é"]);
  });
});

describe("comments", () => {
  it("are dropped and leave lines and columns where they are", async () => {
    const { findings, document } = await parse(
      "một <!-- a --> hai",
      "<!-- b",
      "c -->",
      "ba <!-- d --><b>bốn",
      "\\<!-- năm",
    );
    expect(outline(document?.body ?? [])).toEqual([]);
    expect(findings.map(({ id, place }) => [id, place?.line, place?.column])).toEqual([["draft/tag-unclosed", 7, 14]]);
    expect(await texts("một <!-- a -->hai", "<!-- b", "c -->", "ba \\<!-- năm")).toEqual([
      ["", "", "một hai ba <!-- năm"],
    ]);
  });
});

describe("headings", () => {
  it("have their level from the mark, whatever the number of #", async () => {
    expect(await texts("# I- MỘT", "####### **1. Hai** ##", "## Ba")).toEqual([
      ["#", "I-", "MỘT"],
      ["#", "b1.", "b:Hai"],
      ["#", "", "Ba"],
    ]);
  });

  it("of a chapter take their name from the next line", async () => {
    expect(await texts("# Chương I", "# QUY ĐỊNH CHUNG", "# Mục 1", "", "Một", "# Hai", "# Phần II MỘT")).toEqual([
      ["#", "Chương I", "QUY ĐỊNH CHUNG"],
      ["#", "Mục 1"],
      ["", "", "Một"],
      ["#", "", "Hai"],
      ["#", "Phần II", "MỘT"],
    ]);
  });
});

describe("words of enactment", () => {
  it.each(["QUYẾT ĐỊNH:", "QUYẾT NGHỊ", "**QUYẾT ĐỊNH:**", "BAN THƯỜNG VỤ TỈNH UỶ QUYẾT ĐỊNH:"])("%s", async (line) => {
    expect(await texts(line)).toEqual([`! ${line.replaceAll("*", "")}`]);
  });
  it.each(["\\QUYẾT ĐỊNH:", "Quyết định:", "1. QUYẾT ĐỊNH:", "QUYẾT ĐỊNH số 5"])("not %s", async (line) => {
    expect((await texts(line))[0]).toBeInstanceOf(Array);
  });
});

describe("notes", () => {
  it("are numbered by reference, and have several paragraphs", async () => {
    const { body, notes } = await read(
      "Một[^b] hai[^a] ba[^B].",
      "[^a]: Chú *a*",
      "tiếp",
      "",
      "    - đoạn hai",
      "[^b]: Chú b",
      "- Bốn",
      "",
      "[^c]: Chú c",
      "",
      "Năm[^c]",
    );
    expect(outline(body)).toEqual([
      ["", "", "Một", "^1", " hai", "^2", " ba", "^1", "."],
      ["", "-", "Bốn"],
      ["", "", "Năm", "^3"],
    ]);
    expect(notes.map(({ paragraphs }) => paragraphs.map(short))).toEqual([
      [["Chú b"]],
      [["Chú ", "i:a", " tiếp"], ["- đoạn hai"]],
      [["Chú c"]],
    ]);
  });

  it("count from the legal bases to the annexes", async () => {
    const { document } = await parseDraft(
      "---\nthể loại: Quyết định\ncăn cứ: Căn cứ[^x]\n---\nMột[^y]\n\n# Phụ lục\n\nHai[^z]\n\n[^z]: c\n\n[^y]: b\n\n[^x]: a\n",
    );
    expect(document?.notes.map(({ paragraphs }) => paragraphs.map(short))).toEqual([[["a"]], [["b"]], [["c"]]]);
  });

  it("may be escaped", async () => {
    expect(await texts("Một\\[^1]", "", "\\[^1]: hai")).toEqual([
      ["", "", "Một[^1]"],
      ["", "", "[^1]: hai"],
    ]);
  });
});

describe("annexes", () => {
  it("have a label, title lines, a kèm-theo line and blocks", async () => {
    const { annexes, body } = await read(
      "Một",
      "# Phụ lục 1 {ngang}",
      "# BIỂU TỔNG HỢP",
      "# năm 2026",
      "*(Kèm theo Kế hoạch số 12-KH/TU)*",
      "",
      "# Đề mục",
      "",
      "# PHỤ LỤC II",
      "Hai",
      "",
      "(Kèm theo bảng)",
    );
    expect(body).toHaveLength(1);
    expect(annexes.map(({ blocks, ...annex }) => ({ ...annex, blocks: outline(blocks) }))).toEqual([
      {
        label: "Phụ lục 1",
        title: ["BIỂU TỔNG HỢP", "năm 2026"],
        attachment: "(Kèm theo Kế hoạch số 12-KH/TU)",
        orientation: "landscape",
        blocks: [["#", "", "Đề mục"]],
      },
      {
        label: "PHỤ LỤC II",
        title: [],
        orientation: "portrait",
        blocks: [
          ["", "", "Hai"],
          ["", "", "(Kèm theo bảng)"],
        ],
      },
    ]);
  });

  it("begin with nothing but their label", async () => {
    expect((await read("# Phụ lục và biểu mẫu", "", "# \\Phụ lục 1")).annexes).toEqual([]);
  });
});

describe("places", () => {
  it("of blocks, annexes and notes are those of the draft", async () => {
    const { document, places } = await parse(
      "Một[^1]",
      "",
      "  - hai",
      "# Phụ lục",
      "",
      "| a |",
      "| --- |",
      "",
      "[^1]: chú",
    );
    const lineOf = (part: object | undefined): unknown => part && [places.of(part)?.line, places.of(part)?.column];
    expect(document?.body.map(lineOf)).toEqual([
      [4, 1],
      [6, 3],
    ]);
    expect(lineOf(document?.annexes[0])).toEqual([7, 1]);
    expect(document?.annexes[0]?.blocks.map(lineOf)).toEqual([[9, 1]]);
    expect(document?.notes.map(lineOf)).toEqual([[12, 1]]);
  });
});
