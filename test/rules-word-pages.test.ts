/** Rules about lines and pages in Word files, on files typed by hand and changed in their XML. */
import { describe, expect, it } from "vitest";
import { check } from "../src/index.js";
import { drawnLine, paragraph, TYPED, type TypedDocument, zipDocx } from "./typed-docx.sample.js";

const named = (name: string): TypedDocument => {
  const found = TYPED.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const PARTY = named("kế hoạch");
const STATE = named("kế hoạch nhà nước");

const unchanged = (xml: string): string => xml;

/** What some rules say of a changed document; the change must be one. */
async function told(document: TypedDocument, rules: RegExp, change: (xml: string) => string) {
  const xml = change(document.xml);
  expect(xml === document.xml, "unchanged").toBe(change === unchanged);
  const findings = await check(zipDocx(xml, document.header), { file: "a.docx" });
  return findings.filter(({ rule }) => rules.test(rule ?? ""));
}
const words = (findings: Awaited<ReturnType<typeof told>>) =>
  findings.map(({ rule, severity, found }) => `${severity} ${rule} ${found}`);

const PAGE = /<w:pgSz .*?\/><w:pgMar .*?\/>/u;
const pageOf = ({ xml }: TypedDocument): string => PAGE.exec(xml)?.[0] ?? "";
/** An annex behind the closing; `before` stands in the last paragraph of the text, `inLast` in the last section. */
function annexed(label: string, before: string, inLast: string): (xml: string) => string {
  const text = [
    `<w:p><w:pPr>${before}</w:pPr></w:p>`,
    paragraph({ text: label, size: 14, bold: true, align: "center" }),
    paragraph({ text: "DANH MỤC CÔNG VIỆC", size: 14, bold: true, align: "center" }),
    paragraph({ text: "Việc thứ nhất làm trong tháng 9.", size: 14, align: "both", first: 28.35, before: 6 }),
  ].join("");
  return (xml) =>
    xml
      .replace(/(<w:sectPr><w:headerReference[^>]*>)(?=(?:(?!<w:sectPr>).)*<\/w:body>)/u, `${text}$1`)
      .replace("<w:titlePg/></w:sectPr></w:body>", `${inLast}</w:sectPr></w:body>`);
}
const section = (document: TypedDocument): string =>
  `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>${pageOf(document)}<w:titlePg/></w:sectPr>`;

describe.each([
  ["P63", PARTY, "Phụ lục"],
  ["S30", STATE, "Phụ lục"],
] as const)("pages of an annex (%s)", (rule, document, label) => {
  const pages = async (before: string, inLast: string) =>
    words(await told(document, /^(?:P63|S30)$/u, annexed(label, before, inLast))).filter((one) =>
      one.includes("số trang"),
    );

  it("are counted anew where the section says so", async () => {
    expect(await pages(section(document), '<w:pgNumType w:start="1"/>')).toEqual([]);
  });
  it("go on where a section goes on counting", async () => {
    expect(await pages(section(document), "")).toEqual([
      `error ${rule} Phụ lục: phần (section) của phụ lục đánh số trang tiếp theo phần trước.`,
    ]);
  });
  it("go on where no section begins, also with a page break", async () => {
    const running = `error ${rule} Phụ lục: trước phụ lục không ngắt phần (section break) nên số trang chạy tiếp.`;
    expect(await pages("", "<w:titlePg/>")).toEqual([running]);
    expect(await pages("<w:pageBreakBefore/>", "<w:titlePg/>")).toEqual([running]);
  });
  it("are doubtful where the first number is hidden and nobody knows of a second page", async () => {
    const [only, ...others] = await pages(section(document), "<w:titlePg/>");
    expect(only).toMatch(/^warning .*phụ lục chỉ một trang thì không thấy số/u);
    expect(others).toEqual([]);
  });
  it("begin at 1", async () => {
    expect(await pages(section(document), '<w:pgNumType w:start="7"/>')).toEqual([
      `error ${rule} Phụ lục: số trang bắt đầu từ 7.`,
    ]);
  });
  it("say nothing where pages bear no number", async () => {
    const change = annexed(label, "", "<w:titlePg/>");
    const bare = { ...document, header: document.header.replace(" PAGE ", " DATE ") };
    expect(words(await told(bare, /^(?:P63|S30)$/u, change)).filter((one) => one.includes("số trang"))).toEqual([]);
  });
});

describe("pages of the Party's annexes before 27/5/2026", () => {
  it("are not judged", async () => {
    const change = annexed("Phụ lục", "", "<w:titlePg/>");
    const earlier = await told(PARTY, /^P63$/u, (xml) =>
      change(xml).replace("ngày 17 tháng 8 năm 2026", "ngày 17 tháng 8 năm 2025"),
    );
    expect(words(earlier)).toEqual([]);
  });
});

describe("pages that end inside a block (C13)", () => {
  const MARK = "<w:lastRenderedPageBreak/>";
  const BREAK = '<w:br w:type="page"/>';
  /** Something in front of the text of the first paragraph that begins so. */
  const atText =
    (begins: string, what: string) =>
    (xml: string): string => {
      const changed = xml.replace(new RegExp(`(<w:t [^>]*>)(?=${begins})`, "u"), `${what}$1`);
      if (changed === xml) throw new Error(begins);
      return changed;
    };
  const broken = async (document: TypedDocument, change: (xml: string) => string) =>
    (await told(document, /^C13$/u, change)).map(({ severity, found, place }) => [
      severity,
      found,
      place?.paragraph !== undefined,
    ]);

  it("is told by Word's own mark or by a page break, at its paragraph", async () => {
    expect(await broken(PARTY, atText("Mai Thị Xuân Lộc", MARK))).toEqual([
      ["note", "Trang ngắt giữa khối chữ ký (theo Word), trước “Mai Thị Xuân Lộc”.", true],
    ]);
    expect(await broken(STATE, atText("PHÓ CHỦ TỊCH", BREAK))).toEqual([
      ["note", "Trang ngắt giữa khối chữ ký (do dấu ngắt trang), trước “PHÓ CHỦ TỊCH”.", true],
    ]);
    expect(await broken(STATE, atText("Trồng cây phân tán năm", MARK))).toEqual([
      ["note", "Trang ngắt giữa khối tiêu đề (theo Word), trước “Trồng cây phân tán năm 2026”.", true],
    ]);
  });
  it("is told where the page ends in the space left for the signature", async () => {
    const change = (xml: string): string => {
      const at = xml.indexOf("PHÓ BÍ THƯ");
      return xml.slice(0, at) + xml.slice(at).replace("</w:p><w:p>", `</w:p><w:p><w:r>${MARK}</w:r>`);
    };
    expect(await broken(PARTY, change)).toEqual([
      ["note", "Trang ngắt giữa khối chữ ký (theo Word), trước “Mai Thị Xuân Lộc”.", true],
    ]);
  });
  it("is told where the signature begins a page without a line of the text", async () => {
    expect(await broken(PARTY, atText("Nơi nhận", MARK))).toEqual([
      ["note", "Khối chữ ký sang trang mới (theo Word), không có dòng nội dung nào đi cùng.", true],
    ]);
  });
  it("is no fault where the page ends before, behind, or in the recipients", async () => {
    const none = [
      atText("KẾ HOẠCH", MARK),
      atText("2\\. Kiểm tra công khai", MARK),
      atText("- Lưu Văn phòng Đảng uỷ", MARK),
      (xml: string) => xml.replace(/(Mai Thị Xuân Lộc<\/w:t>)/u, `$1${BREAK}`),
      // the text goes on over the page: how many lines of it nobody knows
      (xml: string) => xml.replace(/(2\. Các chi bộ bố trí )/u, `$1</w:t>${MARK}<w:t xml:space="preserve">`),
    ];
    for (const change of none) expect(await broken(PARTY, change)).toEqual([]);
  });
  it("is not judged without any mark", async () => {
    for (const document of TYPED) expect(await broken(document, unchanged)).toEqual([]);
  });
});

describe("lines below title, issuer and trích yếu", () => {
  const LINES = /<w:r><mc:AlternateContent>.*?<\/mc:AlternateContent><\/w:r>/gsu;
  /** The state plan with its three lines drawn otherwise; `undefined` leaves one as it is. */
  const redrawn = (...drawn: readonly (string | undefined)[]) => {
    let at = -1;
    return (xml: string): string =>
      xml.replace(LINES, (line) => {
        at += 1;
        return at in drawn ? (drawn[at] ?? line) : line;
      });
  };
  const said = async (...drawn: readonly (string | undefined)[]) =>
    words(await told(STATE, /^S02$/u, redrawn(...drawn)));
  // of the party's documents the words of the rule are the same
  const vml = (inner: string): string => `<w:r><w:pict>${inner}</w:pict></w:r>`;

  it("are found missing one by one, each at its place", async () => {
    expect(await said("")).toEqual(["error S02 Dưới tên cơ quan ban hành không có đường kẻ."]);
    expect(await said(undefined, "")).toEqual(["error S02 Dưới Tiêu ngữ không có đường kẻ."]);
    expect(await said(undefined, undefined, "")).toEqual(["error S02 Dưới trích yếu không có đường kẻ."]);
    const [motto] = await told(STATE, /^S02$/u, redrawn(undefined, ""));
    expect(motto).toMatchObject({
      quote: "Độc lập - Tự do - Hạnh phúc",
      basis: "norm",
      place: { component: "Tiêu ngữ" },
    });
    expect(motto?.clause).toContain("Nghị định 30/2020/NĐ-CP");
  });

  it("may be drawn in any way", async () => {
    const [left, room] = [79, 49];
    for (const line of [
      drawnLine("vml", room, left),
      drawnLine("vmlShape", room, left),
      vml(
        `<v:rect style="position:absolute;margin-left:${left}pt;margin-top:2pt;width:${room}pt;height:.75pt" fillcolor="black"/>`,
      ),
      vml(`<v:line style="position:absolute" from="28mm,1mm" to="45.5mm,1mm"/>`),
      // in the text like a letter, in the middle of its column
      drawnLine("anchor", room, left)
        .replace(/wp:anchor\b/gu, "wp:inline")
        .replace(/<wp:position[HV].*?<\/wp:position[HV]>/gu, ""),
      drawnLine("anchor", room, left).replace(
        /(relativeFrom="column">)<wp:posOffset>\d+<\/wp:posOffset>/u,
        "$1<wp:align>center</wp:align>",
      ),
      // measured from the text area, and from the edge of the page
      drawnLine("anchor", room, left + 5.4).replace('relativeFrom="column"', 'relativeFrom="margin"'),
      drawnLine("anchor", room, left + 5.4 + 85).replace('relativeFrom="column"', 'relativeFrom="page"'),
    ])
      expect(await said(line), line).toEqual([]);
  });

  it("hang where nobody looks: the motto's on the issuer's paragraph", async () => {
    // drawn from the left cell over to the right one, which begins at 210 pt
    expect(await said(drawnLine("anchor", 48, 75) + drawnLine("anchor", 171, 250), "")).toEqual([]);
  });

  it("are of no kind that cannot be seen", async () => {
    const invisible = drawnLine("anchor", 48, 75).replace(/<a:solidFill>.*?<\/a:solidFill>/u, "<a:noFill/>");
    expect(await said(invisible)).toEqual(["error S02 Dưới tên cơ quan ban hành không có đường kẻ."]);
    expect(await said(drawnLine("anchor", 0, 75))).toEqual(["error S02 Dưới tên cơ quan ban hành không có đường kẻ."]);
  });

  it("are measured", async () => {
    expect(await said(undefined, drawnLine("anchor", 100, 70))).toEqual([
      "error S02 Đường kẻ dưới Tiêu ngữ dài bằng 58% dòng chữ.",
    ]);
    // a little too short: drawn by hand
    expect(await said(undefined, drawnLine("anchor", 140, 50))).toEqual([
      "warning S02 Đường kẻ dưới Tiêu ngữ dài bằng 82% dòng chữ.",
    ]);
    expect(await said(undefined, drawnLine("anchor", 160, 43))).toEqual([]);
    expect(await said(drawnLine("anchor", 122, 38))).toEqual([
      "error S02 Đường kẻ dưới tên cơ quan ban hành dài bằng ít nhất 100% dòng chữ.",
    ]);
    expect(await said(drawnLine("anchor", 48, 75, "sysDash"))).toEqual([
      "error S02 Đường kẻ dưới tên cơ quan ban hành là nét đứt.",
    ]);
  });

  it("are not judged where their place is not known", async () => {
    const free = [
      drawnLine("anchor", 48, 75).replace('relativeFrom="column"', 'relativeFrom="rightMargin"'),
      drawnLine("anchor", 48, 75).replace('relativeFrom="paragraph"', 'relativeFrom="page"'),
      drawnLine("anchor", 48, 75).replace("<wp:posOffset>31750<", "<wp:posOffset>1905000<"),
      drawnLine("anchor", 48, 75)
        .replace(/<a:prstGeom.*?<\/a:prstGeom>/u, "<a:custGeom/>")
        .replace(/cy="0"/gu, 'cy="90000"'),
      vml(`<v:group style="position:absolute;width:90pt;height:10pt"><v:line from="0,0" to="100,0"/></v:group>`),
      vml(`<v:shape style="width:50pt;height:2pt"><v:imagedata r:id="rId9"/></v:shape>`),
    ];
    for (const line of free) expect(await said(line), line).toEqual([]);
  });

  it("of text in a font that was not measured have no length", async () => {
    const change = redrawn(undefined, drawnLine("anchor", 60, 70));
    const other = await told(STATE, /^S02$/u, (xml) => change(xml).replaceAll("Times New Roman", "Arial"));
    expect(words(other)).toEqual([]);
  });
});
