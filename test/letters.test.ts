import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import exceljs from "exceljs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  Columns,
  checkNames,
  type DataRow,
  fillDocument,
  fillReadKeys,
  letterNames,
  readDataTable,
  readLetterTemplate,
  runTemplate,
  signOf,
} from "../src/letters/index.js";
import type { Block } from "../src/model/block.js";
import type { Document } from "../src/model/document.js";
import { parseDraft } from "../src/source/draft/index.js";
import { type Office, openOffice } from "./cli.environment.js";

const DRAFT = `---
thể loại: Giấy mời
cơ quan cấp trên: TỈNH UỶ HÀ TRUNG
cơ quan ban hành: VĂN PHÒNG
số: {{Số}}
ký hiệu: GM/VPTU
địa danh: Hà Trung
ngày: {{Ngày ký}}
trích yếu: |
  dự hội nghị gặp mặt {{Nhóm}}
  năm 2026
kính gửi: |
  - {{Họ và tên}}, {{Chức vụ}};
  - Văn phòng {{Nhóm}}
nơi nhận: |
  - {{Họ và tên}},
    {{Chức vụ}};
  - Thường trực Tỉnh uỷ; }
  - Ban {{Nhóm}}; } để b/c
  - Lưu Văn phòng Tỉnh uỷ.
ký: |
  CHÁNH VĂN PHÒNG

  {{Người ký}}
---
Văn phòng Tỉnh uỷ kính mời {{#if Xưng hô}}{{Xưng hô}}{{else}}đồng chí{{/if}} **{{Họ và tên}}** dự hội nghị[^1].

{{Ghi chú}}

# I- {{Nhóm}}

1. {{Chức vụ}} ở \`{{Nhóm}}\`.

| Tên | Ghi chú |
| --- | --- |
| {{Họ và tên}} | {{Ghi chú}} |

[^1]: Theo {{Ghi chú}}.

# Phụ lục
# DANH SÁCH {{Nhóm}}

{{Họ và tên}}: {{Chức vụ}}.
`;
const COLUMNS = ["Họ và tên", "Chức vụ", "Xưng hô", "Nhóm", "Ghi chú", "Số", "Ngày ký", "Người ký"];
const PLAIN = ["Lê An", "Giám đốc", "ông", "doanh nghiệp", "chú ý", "12", "15/4/2026", "Trần Bình"];

function templateOf(text: string) {
  const { template, findings } = readLetterTemplate(text, "thu.md");
  if (template === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return template;
}
const TEMPLATE = templateOf(DRAFT);

async function letter(cells: readonly string[]): Promise<Document> {
  const columns = new Columns({ columns: COLUMNS });
  const signed = runTemplate(TEMPLATE, cells, columns, signOf);
  const reading = await parseDraft(fillReadKeys(signed, cells), { file: "thu.md" });
  const { document } = reading;
  if (document === undefined) throw new Error(reading.findings.map(({ found }) => found).join("; "));
  return fillDocument({ ...reading, document }, cells).document;
}

/** What kind of thing stands where; not what it says. */
function shapeOf({ body, annexes, notes, ...head }: Document): unknown {
  const blocks = (list: readonly Block[]): unknown =>
    list.map((block) => {
      if (block.kind === "table")
        return [block.kind, block.table.rows.map((row) => row.map(({ paragraphs }) => paragraphs.length))];
      if (block.kind === "operativeWords") return [block.kind];
      return [block.kind, block.mark, block.inlines.map(({ kind, ...look }) => [kind, { ...look, text: "" }])];
    });
  const parts = JSON.stringify(head, (key, value) => (typeof value === "string" && key !== "kind" ? "" : value));
  return [
    parts,
    blocks(body),
    annexes.map(({ title, ...annex }) => [title.length, blocks(annex.blocks)]),
    notes.length,
  ];
}

const HOSTILE = [
  ...[
    "# ",
    "## II- KẾT QUẢ",
    "|",
    "a | b",
    "{{",
    "{{Họ và tên}}",
    "{{#if",
    "[^1]",
    "[^1]: x",
    "](",
    "[9](vt:C02/tinh/2026-6t)",
  ],
  ...[
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "<!--",
    "**đậm**",
    "_",
    "`x`",
    "```bảng",
    "---",
    "}",
    "} để b/c",
  ],
  ...[
    "- gạch",
    "1. Một",
    "I- Một",
    "a) Một",
    "Điều 1. Một",
    "\\",
    "&lt;",
    "<br>",
    "<",
    "^",
    "x: y",
    "k:",
    "# chú thích",
    '"',
    "'",
  ],
  ...[
    "[cần viết: x]",
    "\uE000",
    "\uE003",
    "xx",
    "....",
    "(Kèm theo",
    "một\nhai",
    "một\r\n\r\n# hai",
    "\u2028",
    "\u0007",
  ],
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 4 })
  .map((parts) => `v ${parts.join(" ")}`);

async function tableOf(sheet: (rows: exceljs.Worksheet) => void, names = COLUMNS) {
  const workbook = new exceljs.Workbook();
  sheet(workbook.addWorksheet("DS"));
  return readDataTable(new Uint8Array(await workbook.xlsx.writeBuffer()), "ds.xlsx", names);
}

describe("letters", () => {
  it("values never change the structure, and are printed as they are", async () => {
    const plain = shapeOf(await letter(PLAIN));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, hostile, async (name, post, group, note, signer) => {
        // as they come out of a workbook
        const { table } = await tableOf((sheet) => {
          sheet.addRow(COLUMNS);
          sheet.addRow([name, post, "ông", group, note, "12", "15/4/2026", signer]);
        });
        const cells = table?.rows[0]?.cells ?? [];
        const document = await letter(cells);
        expect(shapeOf(document)).toEqual(plain);
        expect(document.signatures?.[0]?.name).toBe(cells[7]);
        expect(document.addressees?.names[0]?.[0]).toBe(`${cells[0]}, ${cells[1]};`);
        expect(document.annexes[0]?.title.at(-1)).toContain(cells[3]);
      }),
      { numRuns: 60 },
    );
  });

  it("number and day of a letter come from the list, and cannot bring another key along", async () => {
    const document = await letter(PLAIN);
    expect([document.number?.sequence, document.date]).toEqual([12, { year: 2026, month: 4, day: 15 }]);
    const evil = PLAIN.with(5, '7"\nthể loại: Quyết định');
    await expect(letter(evil)).rejects.toThrow();
    expect((await letter(PLAIN.with(5, ""))).number?.sequence).toBeUndefined();
  });

  it("names of columns may have several words, blanks at both ends, other tone marks, or brackets", () => {
    const { names } = templateOf("{{ Họ  và tên }}{{[Đơn vị (viết tắt)]}}{{#unless Chức vụ}}{{/unless}}{{Ho va}}");
    expect(names.map(({ name }) => name)).toEqual(["Họ và tên", "Đơn vị (viết tắt)", "Chức vụ", "Ho va"]);
    const columns = ["HỌ VÀ TÊN", "Đơn vị (viết tắt)", "chức vụ", "Họ vã"];
    expect(checkNames({ parts: [], names }, { columns }).map(({ found }) => found)).toEqual([
      'Danh sách không có cột "Ho va".',
    ]);
    const uy = templateOf("{{Uỷ viên}}");
    expect(checkNames(uy, { columns: ["Ủy viên"] })).toEqual([]);
    expect(checkNames(uy, { columns: ["Ủy viên", "Uỷ viên"] }).map(({ id }) => id)).toEqual(["letters/column-twice"]);
  });

  it.each([
    ["a {{Họ tê}}", "letters/unknown-column", 1, 5],
    ["một\n{{> x}}", "letters/not-here", 2, 1],
    ["{{#each Họ tên}}x{{/each}}", "letters/not-here", 1, 1],
    ['{{Họ x="1"}}', "letters/not-here", 1, 1],
    ["một\n\n{{#if Họ tên}}x", "letters/syntax", 3, 1],
    ["{{Họ tên", "letters/syntax", 1, 1],
  ])("a fault is told with line and column: %s", (text, id, line, column) => {
    const { template, findings } = readLetterTemplate(text, "thu.md");
    const all = template === undefined ? findings : checkNames(template, { columns: ["Họ tên"] });
    expect(all[0]?.id).toBe(id);
    expect(all[0]?.place).toMatchObject({ file: "thu.md", line: expect.any(Number) });
    if (id !== "letters/syntax") expect(all[0]?.place).toEqual({ file: "thu.md", line, column });
  });

  it("the list is read as it is shown: numbers, days, merged cells, a title above the columns", async () => {
    const { table } = await tableOf(
      (sheet) => {
        sheet.addRow(["DANH SÁCH ĐẠI BIỂU"]);
        sheet.addRow([]);
        sheet.addRow(["TT", "Họ và tên", "Ngày", "Số tiền", "Khối"]);
        sheet.addRow([1, "Lê  An\nGiám đốc", new Date("2026-05-02T00:00:00Z"), 1500000, "Xã"]);
        sheet.addRow([2, "Trần Bình", null, 12, null]);
        sheet.getCell("C4").numFmt = "dd/mm/yyyy";
        sheet.getCell("D4").numFmt = "#,##0";
        sheet.mergeCells("E4:E5");
      },
      ["Họ và tên"],
    );
    expect(table?.columns.slice(0, 5)).toEqual(["TT", "Họ và tên", "Ngày", "Số tiền", "Khối"]);
    expect(table?.rows.map(({ row, cells }) => [row, ...cells.slice(0, 5)])).toEqual([
      [4, "1", "Lê An Giám đốc", "02/5/2026", "1.500.000", "Xã"],
      [5, "2", "Trần Bình", "", "12", "Xã"],
    ]);
  });

  it("a CSV file may have any of three signs between fields, and breaks inside quotes", async () => {
    const read = async (text: string) => (await readDataTable(new TextEncoder().encode(text), "ds.csv", [])).table;
    for (const sign of [",", ";", "\t"]) {
      const table = await read(`\uFEFFTên${sign}Nơi\n"Lê\n${sign}An"${sign}=1+1\n\nBình${sign}\n`);
      expect(table?.columns).toEqual(["Tên", "Nơi"]);
      expect(table?.rows.map(({ cells }) => cells)).toEqual([
        [`Lê ${sign.trim() === "" ? "" : sign}An`.replace("  ", " "), "=1+1"],
        ["Bình", ""],
      ]);
    }
    const broken = async (bytes: Uint8Array, name: string) =>
      (await readDataTable(bytes, name, [])).findings.map(({ id }) => id);
    expect(await broken(Uint8Array.of(0xff, 0xfe, 1, 2), "ds.csv")).toEqual(["letters/broken"]);
    expect(await broken(new TextEncoder().encode("Tên\n"), "ds.csv")).toEqual(["letters/empty"]);
    expect(await broken(new TextEncoder().encode("x"), "ds.doc")).toEqual(["letters/kind"]);
    expect(await broken(new TextEncoder().encode("x"), "ds.xlsx")).toEqual(["draft/attachment-broken"]);
  });

  it("no two letters ever have the same name, and every name is one of every system", () => {
    const columns = new Columns({ columns: ["Tên", "Nơi"] });
    const names = fc.array(
      fc.oneof(hostile, fc.constantFrom("con", "..", "Lê An", "lê an", "", "a/b", "a\\b", "LÊ AN-2")),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(names, fc.option(fc.constantFrom("{{Tên}}", "x {{Nơi}}", "{{Tên}}/{{Nơi}}")), (all, pattern) => {
        const rows: DataRow[] = all.map((name, index) => ({ row: index + 2, cells: [name, "Nơi"] }));
        const own = pattern === null ? undefined : templateOf(pattern);
        const given = letterNames("thu", rows, columns, templateOf("{{Tên}}"), own);
        expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(rows.length);
        for (const name of given) {
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$|^(?:con|nul|aux|prn)$/iu);
          expect(name).not.toBe("");
        }
      }),
    );
    expect(letterNames("thu", [{ row: 2, cells: ["Lê Ân", ""] }], columns, templateOf("{{Tên}}"))).toEqual([
      "thu-01-le-an",
    ]);
  });
});

describe("vanthu render --data", () => {
  let office: Office;
  const LIST = "Họ và tên;Chức vụ;Xưng hô;Nhóm;Ghi chú;Số;Ngày ký;Người ký\n";
  beforeEach(async () => {
    office = openOffice();
    await office.write("thu.md", DRAFT);
    await office.write(
      "ds.csv",
      `${LIST}Lê An;Giám đốc;ông;A;x;12;15/4/2026;Trần Bình\nVũ Cẩm;Bí thư;;B;;;15/4/2026;Trần Bình\n`,
    );
  });
  afterEach(() => office.remove());

  it("makes a letter of each row, and says which cells are empty", async () => {
    const { exit, stdout, stderr } = await office.call(["render", "thu.md", "--data", "ds.csv", "-o", "ra"]);
    expect(stdout).toContain("Đã lập 2 văn bản (4 tệp, ");
    expect(exit).toBe(0);
    expect((await readdir(join(office.folder, "ra"))).sort()).toEqual([
      ...["thu-01-le-an.docx", "thu-01-le-an.pdf", "thu-02-vu-cam.docx", "thu-02-vu-cam.pdf"],
    ]);
    expect(stderr).toContain('Cột "Ghi chú" để trống ở dòng 3');
    expect(stderr).not.toContain("Xưng hô");
    const again = await office.call(["in", "thu.md", "--du-lieu", "ds.csv", "-o", "ra", "--json"]);
    expect(again.exit).toBe(2);
    await mkdir(join(office.folder, "khac"));
    const named = await office.call([
      "in",
      "thu.md",
      "--du-lieu",
      "ds.csv",
      "-o",
      "khac",
      "--ten-tep",
      "Mời {{Xưng hô}} {{Họ và tên}}",
      "--to",
      "pdf",
      "--json",
    ]);
    expect(named.exit, named.stdout).toBe(0);
    expect(JSON.parse(named.stdout).documents.map(({ outputs }: { outputs: string[] }) => outputs)).toEqual([
      ["khac/Mời ông Lê An.pdf"],
      ["khac/Mời Vũ Cẩm.pdf"],
    ]);
  });

  it("refuses the letter of a faulty row, says which, and makes the others", async () => {
    await office.write(
      "ds.csv",
      `${LIST}Lê An;G;ông;A;x;12;31/2/2026;Trần Bình\nVũ Cẩm;B;;B;y;1;15/4/2026;Trần Bình\n`,
    );
    const { exit, stdout, stderr } = await office.call([
      "render",
      "thu.md",
      "--data",
      "ds.csv",
      "--to",
      "pdf",
      "-o",
      "ra",
    ]);
    expect(exit).toBe(1);
    expect(stdout).toContain("Đã lập 1 văn bản (1 tệp, ");
    expect(stderr).toMatch(/thu\.md:8:\d+ {2}lỗi .*31\/2\/2026.*\(ds\.csv, dòng 2\)/u);
  });

  it("cannot begin without what it needs, and then writes nothing", async () => {
    await office.write("hai.md", "x");
    await office.write("thuong.md", DRAFT.replace(/\{\{[^}]*\}\}/gu, "x"));
    const calls: readonly (readonly [string[], RegExp])[] = [
      [["thu.md", "hai.md", "--data", "ds.csv"], /một bản thảo/u],
      [["thu.md", "--name", "x"], /--data/u],
      [["thu.md", "--data", "mat.csv"], /mat\.csv/u],
      [["thuong.md", "--data", "ds.csv"], /không có chỗ nào lấy từ danh sách/u],
      [["thu.md", "--data", "ds.csv", "--name", "{{Họ}}"], /--name:1:3 {2}lỗi {2}Danh sách không có cột "Họ"/u],
    ];
    for (const [words, said] of calls) {
      const { exit, stderr } = await office.call(["render", ...words, "-o", "ra"]);
      expect([words, exit]).toEqual([words, 2]);
      expect(stderr).toMatch(said);
    }
    await expect(readdir(join(office.folder, "ra"))).rejects.toThrow();
  });
});
