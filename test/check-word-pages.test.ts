import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkWord } from "../src/checking/check-word.js";
import { readWord } from "../src/checking/read-word.js";
import { paragraph, partyDocument, stateDocument, type TypedDocument, zipDocx } from "./typed-docx.sample.js";

const NONE = new Uint8Array();
const PARTS = {
  name: "thông báo",
  title: "THÔNG BÁO",
  body: ["Lịch trực tháng 11/2026 như sau.", "MARKER"],
  signature: ["CHÁNH VĂN PHÒNG", "Tô Thị Hạnh"],
};
const PARTY = partyDocument({
  ...PARTS,
  superior: ["TỈNH UỶ HÀ TRUNG"],
  issuer: ["VĂN PHÒNG"],
  number: "Số 18-TB/VPTU",
  placeDate: "Hà Trung, ngày 28 tháng 10 năm 2026",
  subject: ["lịch trực tháng 11 năm 2026"],
  recipients: ["- Các phòng;", "- Lưu Văn phòng Tỉnh uỷ."],
});
const STATE = stateDocument({
  ...PARTS,
  superior: ["SỞ NỘI VỤ HÀ TRUNG"],
  issuer: ["VĂN PHÒNG"],
  number: "Số: 18/TB-VP",
  placeDate: "Hà Trung, ngày 28 tháng 10 năm 2026",
  subject: ["Lịch trực tháng 11 năm 2026"],
  recipients: ["- Các phòng;", "- Lưu: VT."],
});
const LONG = "Cán bộ trực ghi sổ, báo cáo ngay những việc đột xuất và bàn giao đầy đủ cho ca trực sau. ";
/** The marked paragraph with so many sentences, and a full stop that the system asks for. */
const lengthened = (xml: string, count: number, end: string): string =>
  xml.replace("MARKER", `${LONG.repeat(count)}Các phòng thực hiện${end}`);

interface Change {
  readonly xml?: (xml: string) => string;
  readonly header?: (xml: string) => string;
  /** The part with the number stands below the text. */
  readonly below?: true;
}

function told(document: TypedDocument, sentences: number, { xml, header, below }: Change = {}): readonly string[] {
  const whole = lengthened(document.xml, sentences, document.state ? "./." : ".");
  const number = header?.(document.header) ?? document.header;
  let bytes = zipDocx(xml?.(whole) ?? whole, number);
  if (below) {
    const parts = unzipSync(bytes);
    const change = (name: string, from: RegExp, to: string) => {
      parts[name] = strToU8(strFromU8(parts[name] ?? NONE).replace(from, to));
    };
    change("word/document.xml", /w:headerReference/gu, "w:footerReference");
    change("word/_rels/document.xml.rels", /relationships\/header/gu, "relationships/footer");
    change("[Content_Types].xml", /wordprocessingml\.header\+xml/gu, "wordprocessingml.footer+xml");
    bytes = zipSync(parts);
  }
  const reading = readWord(bytes);
  const findings = reading.ok ? checkWord(reading.value, reading.value.document) : reading.findings;
  return findings
    .filter(({ severity, rule }) => severity === "error" || rule === "P60" || rule === "P61")
    .map(({ severity, rule, found, quote }) => `${severity} ${rule} ${found} ${quote}`);
}

const SYSTEMS = [
  ["P61", "P60", PARTY],
  ["S29", "V20", STATE],
] as const;

describe.each(SYSTEMS)("the page number of a Word file (%s)", (rule, _, typed) => {
  it("is right at the top, centred, not on page one, on one page or many", () => {
    expect(told(typed, 3)).toEqual([]);
    expect(told(typed, 120)).toEqual([]);
  });

  it("is missing where there are many pages, and only there", () => {
    const xml = (one: string) => one.replace(/<w:headerReference [^>]*>/u, "");
    expect(told(typed, 3, { xml })).toEqual([]);
    expect(told(typed, 120, { xml })).toEqual([
      expect.stringMatching(new RegExp(`^error ${rule} .*không đánh số`, "u")),
    ]);
  });

  it("is not missed of one page with annexes behind it, each on a page of its own", () => {
    const annex = (label: string) =>
      `${paragraph({ text: label, size: 14, bold: true, align: "center" })}${paragraph({ text: "(Kèm theo Thông báo này)", size: 14, italic: true, align: "center" })}`;
    const row = paragraph({
      text: LONG.repeat(3),
      size: 14,
      align: "both",
      first: 28.35,
      before: 6,
      after: 6,
      exact: 19,
    });
    const xml = (one: string) =>
      one
        .replace(/<w:headerReference [^>]*>/u, "")
        .replace(
          /(<w:sectPr>)(?!.*<w:sectPr>)/su,
          `${["Phụ lục 1", "Phụ lục 2"].map((label) => annex(label) + row.repeat(8)).join("")}$1`,
        );
    expect(told(typed, 6, { xml }).filter((line) => line.includes("số trang"))).toEqual([]);
  });

  it("is told of no paragraph, though the text speaks of it", () => {
    const xml = (one: string) =>
      one
        .replace(/<w:headerReference [^>]*>/u, "")
        .replace("Lịch trực tháng", "Ghi số trang, lề trái vào lịch trực tháng");
    const reading = readWord(zipDocx(xml(lengthened(typed.xml, 120, typed.state ? "./." : ".")), typed.header));
    const findings = reading.ok ? checkWord(reading.value, reading.value.document) : reading.findings;
    const told = findings.find(({ found }) => found.includes("không đánh số trang"));
    expect(told?.place?.paragraph).toBeUndefined();
  });

  it("is shown on page one", () => {
    const xml = (one: string) => one.replace("<w:titlePg/>", "");
    expect(told(typed, 3, { xml })).toEqual([
      expect.stringMatching(new RegExp(`^error ${rule} .*trang thứ nhất`, "u")),
    ]);
  });

  it("stands below the text", () => {
    expect(told(typed, 3, { below: true })).toEqual([
      expect.stringMatching(new RegExp(`^error ${rule} .*cuối trang`, "u")),
    ]);
  });

  it("has words beside it, also where its field was never computed; its size is seen then, too", () => {
    const header = (one: string) =>
      one
        .replace("<w:t>2</w:t>", "")
        .replace(/28/gu, "20")
        .replace(
          /(<w:jc w:val=")center("\/><\/w:pPr>)/u,
          '$1right$2<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Trang </w:t></w:r>',
        );
    const all = told(typed, 3, { header }).join("\n");
    expect(all).toContain(`error ${rule} Số trang: cỡ chữ 10`);
    expect(all).toContain(`error ${rule} Số trang: canh phải`);
    if (rule === "P61") expect(all).toContain("error P61 Số trang ghi kèm “Trang”");
  });

  it("is centred where its frame is", () => {
    const header = (one: string) =>
      one.replace(
        '<w:jc w:val="center"/>',
        '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>',
      );
    expect(told(typed, 3, { header })).toEqual([]);
  });
});

describe.each(SYSTEMS)("the letters of a Word file (%s)", (_, rule, typed) => {
  const run = (text: string, look: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const withRun = (text: string, look: string) => ({
    xml: (one: string) => one.replace(/(Lịch trực tháng 11\/2026 như sau\.<\/w:t><\/w:r>)/u, `$1${run(text, look)}`),
  });

  it("in colour are told with these words", () => {
    expect(told(typed, 3, withRun(" Trực cả ngày lễ.", '<w:color w:val="EE0000"/>'))).toEqual([
      `error ${rule} Chữ không phải màu đen. Trực cả ngày lễ.`,
    ]);
  });

  it.each(["000000", "auto", "1F1F1F"])("are black in %s", (colour) => {
    expect(told(typed, 3, withRun(" Trực cả ngày lễ.", `<w:color w:val="${colour}"/>`))).toEqual([]);
  });

  it("may be an address that Word coloured: a warning", () => {
    const all = told(typed, 3, withRun(" vanphong@hatrung.gov.vn", '<w:color w:val="0563C1"/>'));
    expect(all.filter((line) => line.startsWith("error"))).toEqual([]);
  });
});

describe("a font named like one of its faces", () => {
  it("is a warning, for other computers print another font", () => {
    const reading = readWord(
      zipDocx(
        lengthened(PARTY.xml, 3, ".").replace(
          /(<w:rFonts w:ascii=")Times New Roman(" w:hAnsi=")Times New Roman/gu,
          (all, one, two, at: number) =>
            at > 6000 && at < 7500 ? `${one}Times New Roman Italic${two}Times New Roman Italic` : all,
        ),
        PARTY.header,
      ),
    );
    const findings = reading.ok ? checkWord(reading.value, reading.value.document) : reading.findings;
    expect(findings.filter(({ rule }) => rule === "P60")).toEqual([
      expect.objectContaining({ severity: "warning", found: expect.stringContaining("“Times New Roman Italic”") }),
    ]);
  });
});
