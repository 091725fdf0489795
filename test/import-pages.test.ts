/** Texts as recognitions give pages: columns beside each other, lines ended by the margin, what pages bear in between. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Imported, importDraft, importText } from "../src/importing/index.js";
import type { Inlines } from "../src/model/inline.js";
import { parseDraft } from "../src/source/draft/index.js";

async function take(text: string): Promise<Imported> {
  const outcome = await importText(text, { file: "quet.txt" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  const { lost, invented, document } = outcome.value;
  expect([...lost, ...invented]).toEqual([]);
  expect((await parseDraft(importDraft(outcome.value, "dòng"))).document).toEqual(document);
  return outcome.value;
}

const plain = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");
const bodyOf = ({ document }: Pick<Imported, "document">): readonly string[] =>
  document.body.map((block) => {
    if (block.kind === "operativeWords") return block.text;
    if (block.kind === "table")
      return block.table.rows
        .map((row) => row.map(({ paragraphs }) => plain(paragraphs.flat())).join(" / "))
        .join("\n");
    const mark = block.mark === undefined ? "" : `${block.mark.text} `;
    return `${block.kind === "heading" ? "# " : ""}${mark}${plain(block.inlines)}`;
  });

/** Two columns, each line centred in its own, as programs keep the layout of a page. */
function beside(left: readonly string[], right: readonly string[], widths: readonly [number, number]): string {
  const centre = (text: string, width: number): string =>
    " ".repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${centre(left[index] ?? "", widths[0]).padEnd(widths[0])}    ${centre(right[index] ?? "", widths[1])}`.trimEnd(),
  ).join("\n");
}

/** Words in lines of a width. */
function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line = line.trim() === "" ? line + word : `${line} ${word}`;
  }
  return [...lines, line];
}

const LEFT = ["UBND TỈNH HÀ TRUNG", "SỞ TƯ PHÁP", "Số: 318/STP-BTTP", "V/v tập huấn hoà giải viên", "ở cơ sở năm 2026"];
const RIGHT = [
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Hà Trung, ngày 17 tháng 4 năm 2026",
];
const ENTRIES = ["Nơi nhận:", "- Như trên;", "- Giám đốc Sở (b/c);", "- Lưu: VT, BTTP."];
const SIGNED = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "", "Vừ A Páo"];
const LETTER = {
  family: "state",
  type: "cong-van",
  issuer: { superior: ["UBND TỈNH HÀ TRUNG"], name: ["SỞ TƯ PHÁP"] },
  number: { sequence: 318, bodyCode: "STP", unitCode: "BTTP" },
  place: "Hà Trung",
  date: { day: 17, month: 4, year: 2026 },
  subject: ["V/v tập huấn hoà giải viên", "ở cơ sở năm 2026"],
  addressees: { names: [["Uỷ ban nhân dân các xã."]] },
  recipients: [
    { kind: "recipient", lines: ["Như trên;"] },
    { kind: "recipient", lines: ["Giám đốc Sở (b/c);"] },
    { kind: "recipient", lines: ["Lưu: VT, BTTP."] },
  ],
  signatures: [{ lines: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: "Vừ A Páo" }],
} as const;
const ADDRESSED = "Kính gửi: Uỷ ban nhân dân các xã.";
const TEXT = "Sở Tư pháp mời hoà giải viên dự lớp tập huấn tại trung tâm xã./.";

describe("a page of two columns", () => {
  it.each([
    ["kept with blanks", beside(LEFT, RIGHT, [34, 40]), beside(ENTRIES, SIGNED, [34, 30])],
    ["kept close together", beside(LEFT, RIGHT, [26, 34]).replaceAll("    ", "   "), beside(ENTRIES, SIGNED, [24, 24])],
    [
      "kept with tabs",
      LEFT.map((text, index) => `${text}\t\t${RIGHT[index] ?? ""}`.trimEnd()).join("\n"),
      [...ENTRIES.map((text, index) => `${text}\t${SIGNED[index] ?? ""}`.trimEnd()), "\t\tVừ A Páo"].join("\n"),
    ],
    [
      "with a single blank between",
      LEFT.map((text, index) => `${text} ${RIGHT[index] ?? ""}`.trimEnd()).join("\n"),
      "Nơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- Giám đốc Sở (b/c);\n(Đã ký)\n- Lưu: VT, BTTP. Vừ A Páo",
    ],
    ["one below the other", [...LEFT, "", ...RIGHT].join("\n"), [...ENTRIES, "", ...SIGNED].join("\n")],
    [
      "one below the other, in the other order",
      [...RIGHT, "", ...LEFT].join("\n"),
      [...SIGNED, "", ...ENTRIES].join("\n"),
    ],
    [
      "with the signature in the middle of the entries",
      [...LEFT, "", ...RIGHT].join("\n"),
      [...ENTRIES.slice(0, 2), "", ...SIGNED.slice(0, 2), "", ...ENTRIES.slice(2), "", "Vừ A Páo"].join("\n"),
    ],
  ])("%s", async (_, head, foot) => {
    const imported = await take(`${head}\n\n${ADDRESSED}\n\n${TEXT}\n\n${foot}\n`);
    expect(imported.document).toMatchObject(LETTER);
    expect(bodyOf(imported)).toEqual([TEXT]);
    expect(imported.annotations.filter(({ kind }) => kind === "unplaced")).toEqual([]);
    expect(imported.findings.filter(({ id }) => id === "import/missing")).toEqual([]);
  });

  it("rules typed in the header, entries beside Kính gửi, words for a signature", async () => {
    const head = beside(
      ["ĐẢNG BỘ TỈNH HÀ TRUNG", "ĐẢNG UỶ XÃ BẢN MÂY", "*", "Số 112-CV/ĐU", "V/v nộp đảng phí"],
      ["ĐẢNG CỘNG SẢN VIỆT NAM", "____________________", "", "Bản Mây, ngày 04 tháng 5 năm 2026"],
      [34, 40],
    );
    const imported = await take(
      `${head}\n\n      Kính gửi:  - Chi bộ các thôn, bản;\n                 - Chi bộ Trường Tiểu học,\n                   Trường Trung học cơ sở.\n\n${TEXT}\n\n${beside(["Nơi nhận:", "- Như trên."], ["PHÓ BÍ THƯ", "(ký, ghi rõ họ tên)", "", "Giàng A Dê"], [30, 24])}\n`,
    );
    expect(imported.document).toMatchObject({
      issuer: { superior: ["ĐẢNG BỘ TỈNH HÀ TRUNG"], name: ["ĐẢNG UỶ XÃ BẢN MÂY"] },
      subject: ["V/v nộp đảng phí"],
      addressees: { names: [["Chi bộ các thôn, bản;"], ["Chi bộ Trường Tiểu học,", "Trường Trung học cơ sở."]] },
      signatures: [{ lines: ["PHÓ BÍ THƯ"], name: "Giàng A Dê" }],
    });
    expect(imported.changes).toEqual([]);
    expect(imported.annotations).toMatchObject([{ kind: "received", text: "(ký, ghi rõ họ tên)" }]);
  });

  it("two who sign beside each other, and entries that a brace joins", async () => {
    const signed = beside(
      ["NGƯỜI GHI BIÊN BẢN", "", "", "Lò Thị Pâng"],
      ["CHỦ TRÌ HỘI NGHỊ", "", "", "Hà Văn Sơn"],
      [30, 30],
    );
    const entries = "Nơi nhận:\n- Thường trực Tỉnh uỷ;   }   để b/c\n- Ban Tổ chức;         }\n- Lưu VP.";
    const imported = await take(
      `ĐẢNG UỶ XÃ BẢN MÂY\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBIÊN BẢN\n\nhội nghị chi uỷ\n\nHội nghị kết thúc lúc 17 giờ.\n\n${signed}\n\n${entries}\n`,
    );
    expect(imported.document.signatures).toEqual([
      { lines: ["CHỦ TRÌ HỘI NGHỊ"], name: "Hà Văn Sơn" },
      { lines: ["NGƯỜI GHI BIÊN BẢN"], name: "Lò Thị Pâng" },
    ]);
    expect(bodyOf(imported)).toEqual(["Hội nghị kết thúc lúc 17 giờ."]);
    expect(imported.document.recipients).toHaveLength(2);
    expect(imported.annotations).toEqual([]);
  });

  it("two parties stay text, column by column, and are told", async () => {
    const parties = beside(["ĐẠI DIỆN BÊN GIAO", "", "Lò Thị Pâng"], ["ĐẠI DIỆN BÊN NHẬN", "", "Hà Văn Sơn"], [30, 30]);
    const imported = await take(`BIÊN BẢN\n\nbàn giao hồ sơ\n\nHai bên bàn giao 12 hồ sơ.\n\n${parties}\n`);
    expect(bodyOf(imported).slice(1)).toEqual(["ĐẠI DIỆN BÊN GIAO", "Lò Thị Pâng", "ĐẠI DIỆN BÊN NHẬN", "Hà Văn Sơn"]);
    expect(imported.findings.map(({ id }) => id)).toContain("import/columns-unsure");
  });

  it("signatures with other words beside them stay text, column by column, and are told", async () => {
    const signed = beside(
      ["NGƯỜI GHI BIÊN BẢN", "", "Lò Thị Pâng"],
      ["CHỦ TRÌ HỘI NGHỊ", "", "Hà Văn Sơn", "Xác nhận chữ ký của đồng chí Hà Văn Sơn"],
      [30, 44],
    );
    const imported = await take(`BIÊN BẢN\n\nhội nghị chi uỷ\n\nHội nghị kết thúc.\n\n${signed}\n`);
    expect(bodyOf(imported).slice(1)).toEqual([
      "NGƯỜI GHI BIÊN BẢN",
      "Lò Thị Pâng",
      "CHỦ TRÌ HỘI NGHỊ",
      "Hà Văn Sơn",
      "Xác nhận chữ ký của đồng chí Hà Văn Sơn",
    ]);
    expect(imported.document.signatures).toBeUndefined();
    expect(imported.findings.map(({ id }) => id)).toContain("import/columns-unsure");
  });

  it("blanks in the text make no columns", async () => {
    const spaced = "Sở     Tư pháp mời    hoà giải viên dự lớp./.";
    const imported = await take(`${beside(LEFT, RIGHT, [34, 40])}\n\n${ADDRESSED}\n\n${spaced}\n`);
    expect(bodyOf(imported)).toEqual(["Sở Tư pháp mời hoà giải viên dự lớp./."]);
  });

  it("a number and a date that were broken at their blanks are whole again", async () => {
    const { document, changes } = await take(
      `UBND TỈNH HÀ TRUNG\nSỞ TƯ PHÁP\nSố:\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\n\n/KH-STP\nĐộc lập - Tự do - Hạnh phúc\nHà Trung, ngày\n\ntháng\n\nnăm 2026\n\nKẾ HOẠCH\nTập huấn hoà giải viên\n\n${TEXT}\n`,
    );
    expect(document).toMatchObject({
      number: { typeCode: "KH", bodyCode: "STP" },
      place: "Hà Trung",
      date: { year: 2026 },
    });
    expect(document.issuer).toEqual({ superior: ["UBND TỈNH HÀ TRUNG"], name: ["SỞ TƯ PHÁP"] });
    expect(changes.map(({ component }) => component)).not.toContain("Tiêu đề");
  });
});

describe("a text without blank lines", () => {
  const HEAD = "ĐẢNG UỶ XÃ BẢN MÂY\n*\nSố 14-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nBản Mây, ngày 20 tháng 4 năm 2026";
  const FOOT = "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n(đã ký)\nHà Văn Sơn\nNơi nhận:\n- Các chi bộ,\n- Lưu Văn phòng Đảng uỷ.";

  it("has its parts", async () => {
    const imported = await take(
      `${HEAD}\nKẾ HOẠCH\nhọc tập chuyên đề quý II\n-----\nBan Thường vụ Đảng uỷ lập kế hoạch, gắn với việc\n\n2\n\nhọc tập tại chỗ.\nI- MỤC ĐÍCH\n1. Mỗi chi bộ học một buổi.\n2. Đảng viên đăng ký việc làm theo.\n${FOOT}\n`,
    );
    expect(imported.document).toMatchObject({
      type: "ke-hoach",
      issuer: { name: ["ĐẢNG UỶ XÃ BẢN MÂY"] },
      subject: ["học tập chuyên đề quý II"],
      signatures: [{ lines: ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"], name: "Hà Văn Sơn" }],
    });
    expect(imported.document.recipients).toHaveLength(2);
    expect(bodyOf(imported)).toEqual([
      "Ban Thường vụ Đảng uỷ lập kế hoạch, gắn với việc học tập tại chỗ.",
      "# I- MỤC ĐÍCH",
      "1. Mỗi chi bộ học một buổi.",
      "2. Đảng viên đăng ký việc làm theo.",
    ]);
    expect(imported.annotations.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "received: (đã ký)",
      "furniture: 2",
    ]);
  });

  it("a rule glued to the legal bases, chapters, an authority and an annex", async () => {
    const imported = await take(
      `${HEAD.replace("14-KH", "14-QC")}\nQUY CHẾ\nlàm việc của Đảng uỷ\n----- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy chế mẫu của Tỉnh uỷ,\nBAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT ĐỊNH\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy chế này quy định chế độ làm việc.\n${FOOT}\nPhụ lục số 01:\nDANH SÁCH CHI BỘ\ntheo địa bàn\n1. Chi bộ Nà Lùng\n`,
    );
    expect(imported.document.legalBases).toHaveLength(2);
    expect(bodyOf(imported)).toContain("# Chương I QUY ĐỊNH CHUNG");
    expect(imported.document.annexes).toMatchObject([
      { label: "Phụ lục số 01", title: ["DANH SÁCH CHI BỘ", "theo địa bàn"], blocks: [{ kind: "paragraph" }] },
    ]);
  });

  it("a decision's authority stands apart from its trích yếu", async () => {
    const { document } = await take(
      "UBND XÃ BẢN MÂY\nSố: 15/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBản Mây, ngày 20 tháng 4 năm 2026\nQUYẾT ĐỊNH\nVề việc kiện toàn tổ hoà giải\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN MÂY\nCăn cứ Luật Hòa giải ở cơ sở ngày 20/6/2013;\nCăn cứ đề nghị của Ủy ban Mặt trận Tổ quốc xã,\nQUYẾT ĐỊNH:\nĐiều 1. Kiện toàn 07 tổ hoà giải./.\n",
    );
    expect(document.subject).toEqual(["Về việc kiện toàn tổ hoà giải"]);
    expect(document.issuingAuthority).toEqual(["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN MÂY"]);
    expect(document.legalBases).toHaveLength(2);
    expect(document.body[0]).toMatchObject({ kind: "operativeWords" });
  });

  it("codes that the margin cut behind their hyphen are whole", async () => {
    const imported = await take(
      `${HEAD}\nKẾ HOẠCH\nhọc tập\n-----\nThực hiện Nghị quyết số 34-\nNQ/TU của Tỉnh uỷ giai đoạn 2026-\n2030./.\n`,
    );
    expect(bodyOf(imported)).toEqual(["Thực hiện Nghị quyết số 34-NQ/TU của Tỉnh uỷ giai đoạn 2026-2030./."]);
  });

  const SENTENCES = [
    "Các chi bộ rà soát danh sách quần chúng ưu tú theo từng thôn, bản, lập kế hoạch bồi dưỡng và phân công đảng viên chính thức giúp đỡ trong thời gian ít nhất mười hai tháng.",
    "Ban Chỉ huy Quân sự xã phối hợp với Đoàn Thanh niên giới thiệu thanh niên đã hoàn thành nghĩa vụ quân sự trở về địa phương để chi bộ xem xét.",
    "Văn phòng Đảng uỷ tổng hợp số liệu hằng tháng, báo cáo Thường trực Đảng uỷ trước ngày hai mươi; những việc vượt thẩm quyền thì xin ý kiến Ban Thường vụ trước khi làm.",
    "Kinh phí được bố trí trong dự toán chi thường xuyên của Đảng uỷ và nguồn hỗ trợ của cấp trên theo quy định hiện hành.",
    "Hội Nông dân xã vận động hội viên tham gia hợp tác xã kiểu mới.",
    "Sau sáu tháng thực hiện, các chi bộ tự đánh giá kết quả, nêu rõ việc chưa làm được, nguyên nhân và biện pháp khắc phục, gửi về Uỷ ban Kiểm tra Đảng uỷ để theo dõi chung.",
  ];

  it("paragraphs are told by their indents, whatever the width and wherever pages end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 62, max: 100 }),
        fc.integer({ min: 3, max: 8 }),
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 4, maxLength: 9 }),
        fc.integer({ min: 3, max: 12 }),
        fc.boolean(),
        async (width, indent, paragraphs, pageAt, formFeed) => {
          const lines = paragraphs.flatMap((text) => wrap(text, width, indent));
          const at = Math.min(pageAt, lines.length - 1);
          const number = `${formFeed ? "\f" : ""}${" ".repeat(Math.floor(width / 2))}2`;
          const body = [...lines.slice(0, at), number, "", ...lines.slice(at)].join("\n");
          const imported = await take(`${HEAD}\n\nKẾ HOẠCH\nhọc tập chuyên đề\n-----\n${body}\n\n${FOOT}\n`);
          expect(bodyOf(imported)).toEqual(paragraphs);
          expect(imported.annotations.filter(({ kind }) => kind === "furniture")).toHaveLength(1);
        },
      ),
      { numRuns: 40, seed: 6 },
    );
  });

  it("paragraphs of less than two lines, each on a line, stay what they are", async () => {
    const short = SENTENCES.map((text) => `${text.slice(0, 90).trim()}.`);
    const imported = await take(`${HEAD}\nKẾ HOẠCH\nhọc tập chuyên đề\n-----\n${short.join("\n")}\n${FOOT}\n`);
    expect(bodyOf(imported)).toEqual(short);
  });

  it("without indents no word is lost or moved", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 62, max: 100 }),
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 3, maxLength: 9 }),
        async (width, paragraphs) => {
          const body = paragraphs.flatMap((text) => wrap(text, width)).join("\n");
          const imported = await take(`${HEAD}\n\nKẾ HOẠCH\nhọc tập chuyên đề\n-----\n${body}\n\n${FOOT}\n`);
          expect(bodyOf(imported).join(" ")).toBe(paragraphs.join(" "));
        },
      ),
      { numRuns: 30, seed: 6 },
    );
  });
});

describe("what pages bear", () => {
  const page = (text: string): string => `${HEADING}\n\n${text}\n`;
  const HEADING = "ĐẢNG UỶ XÃ BẢN MÂY\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBÁO CÁO\n\nkết quả học tập";

  it.each(["2", "- 2 -", "Trang 2", "Trang 2/5"])(
    "the number %s is kept apart, and the sentence goes on",
    async (number) => {
      const imported = await take(page(`Đảng uỷ xã cùng chi bộ\n\n${number}\n\nBản Mây tổ chức học tập.`));
      expect(bodyOf(imported)).toEqual(["Đảng uỷ xã cùng chi bộ Bản Mây tổ chức học tập."]);
      expect(imported.annotations).toMatchObject([{ kind: "furniture", text: number }]);
    },
  );

  it.each(["SAO Y BẢN CHÍNH", "[Dấu đến: số 12, ngày 04/5/2026]", "[Dấu tròn: ĐẢNG UỶ]", "(Đã ký)"])(
    "%s is no part of the sentence below it",
    async (stamp) => {
      const imported = await take(page(`${stamp}\nĐảng uỷ xã tổ chức học tập.`));
      expect(bodyOf(imported)).toEqual(["Đảng uỷ xã tổ chức học tập."]);
      expect(imported.annotations).toMatchObject([{ kind: "received", text: stamp }]);
    },
  );

  it("a note at the foot whose mark nobody raised is told", async () => {
    const imported = await take(page("Đảng uỷ xã học tập(1).\n\n(1)\nTheo kế hoạch của Tỉnh uỷ."));
    expect(imported.findings.map(({ id }) => id)).toContain("import/note-in-text");
  });

  it("a range or a number that the margin cut opens no point", async () => {
    const imported = await take(page("Đảng uỷ xã học tập trong nhiệm kỳ 2025\n- 2030 theo Nghị quyết số\n12. Hết."));
    expect(bodyOf(imported)).toEqual(["Đảng uỷ xã học tập trong nhiệm kỳ 2025 - 2030 theo Nghị quyết số 12. Hết."]);
  });

  it("numbers of a list of cells are no page numbers", async () => {
    const imported = await take(page("Kết quả:\n\n41\n\n28\n\nHết."));
    expect(bodyOf(imported).join(" ")).toBe("Kết quả: 41 28 Hết.");
  });

  it("a table kept with blanks is put together, and told", async () => {
    const imported = await take(
      page(
        "Kết quả như sau:\n\n  TT   Chi bộ          Đảng viên\n  1    Nà Lùng         12\n  2    Trường | Bản    9\n\nĐảng uỷ ghi nhận.",
      ),
    );
    expect(bodyOf(imported)).toEqual([
      "Kết quả như sau:",
      "TT / Chi bộ / Đảng viên\n1 / Nà Lùng / 12\n2 / Trường | Bản / 9",
      "Đảng uỷ ghi nhận.",
    ]);
    expect(imported.findings).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id: "import/table-rebuilt", severity: "warning" })]),
    );
  });

  it("what looks like a table but is uneven stays line by line, and is told", async () => {
    const imported = await take(
      page(
        "Kết quả:\n\n  TT   Chi bộ          Đảng viên\n  1    Nà Lùng         12     thêm\n  2    Bản Mây         9\n\nHết.",
      ),
    );
    expect(bodyOf(imported)).toEqual(["Kết quả:", "TT Chi bộ Đảng viên", "1 Nà Lùng 12 thêm", "2 Bản Mây 9", "Hết."]);
    expect(imported.findings.map(({ id }) => id)).toContain("import/table-unsure");
  });
});

describe("texts that no page gives", () => {
  const MANY = 8_000;
  it.each([
    ["blank lines above a title", `${"\n".repeat(MANY)}KẾ HOẠCH\nhọc tập\n`],
    ["numbers of pages", `KẾ HOẠCH\nhọc tập\n${Array.from({ length: MANY }, (_, index) => `\f${index}\n\n`).join("")}`],
    ["rows of a table", `KẾ HOẠCH\n${"a    b    c\n".repeat(MANY)}`],
    ["rows that are uneven", `KẾ HOẠCH\n${"a    b    c\na    b    c    d\n".repeat(MANY / 2)}`],
    ["pieces of a line", `Kính gửi: A\n\nNơi nhận:${"   }".repeat(MANY)}   GIÁM ĐỐC\n`],
    ["capitals behind a trích yếu", `Số: 1/UBND\nV/v ${"A".repeat(MANY)}, ngày\nKính gửi: B\n`],
    ["words before a title", `${"Độc ".repeat(MANY)}Độc lập - Tự do - Hạnh phúc\nSố: 1/UBND\nKính gửi: B\n`],
    ["a rule", `KẾ HOẠCH\n${"-".repeat(MANY)}\n${"-".repeat(MANY)}a\n`],
    ["the same line", `KẾ HOẠCH\nhọc tập\n${"Mục một; mục hai.\n".repeat(MANY / 4)}`],
    ["lines of capitals", `KẾ HOẠCH\n${"TRƯỞNG BAN TỔ CHỨC    PHÓ CHỦ TỊCH\n".repeat(MANY / 4)}Nơi nhận:\n`],
  ])("are read in a moment, no word lost: %s", async (_, text) => {
    const start = performance.now();
    const outcome = await importText(text, { file: "la.txt" });
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(outcome.ok && outcome.value.lost).toEqual([]);
  });
});
