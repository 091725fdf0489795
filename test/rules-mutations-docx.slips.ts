/** Single faults of typed Word files, made in their XML, each with the rule that must find it. */
import { drawnLine, paragraph, type TypedDocument } from "./typed-docx.sample.js";

export interface DocxSlip {
  readonly name: string;
  readonly party?: string;
  readonly state?: string;
  /** The same XML where the document has no such place. */
  readonly change: (document: TypedDocument) => Partial<Pick<TypedDocument, "xml" | "header">>;
}

const PARAGRAPH = /<w:p>(?:(?!<w:p>).)*?<\/w:p>/gsu;
const textOf = (xml: string): string => xml.replace(/<w:tab\/>/gu, "\t").replace(/<[^>]+>/gu, "");

/** Changes the first paragraph whose text fits. */
function inParagraph(fits: RegExp, change: (xml: string) => string): DocxSlip["change"] {
  return ({ xml }) => {
    let done = false;
    return {
      xml: xml.replace(PARAGRAPH, (paragraph) => {
        if (done || !fits.test(textOf(paragraph))) return paragraph;
        done = true;
        return change(paragraph);
      }),
    };
  };
}
/** Changes all paragraphs whose text fits. */
const inAll =
  (fits: RegExp, change: (xml: string) => string): DocxSlip["change"] =>
  ({ xml }) => ({ xml: xml.replace(PARAGRAPH, (one) => (fits.test(textOf(one)) ? change(one) : one)) });
const inText =
  (from: RegExp, to: string): DocxSlip["change"] =>
  ({ xml }) => ({
    xml: xml.replace(/(<w:t [^>]*>)([^<]*)/gu, (_, tag: string, text: string) => tag + text.replace(from, to)),
  });
/** As `inText`, in the first paragraph that fits only. */
const once = (fits: RegExp, from: RegExp, to: string): DocxSlip["change"] =>
  inParagraph(fits, (xml) =>
    xml.replace(/(<w:t [^>]*>)([^<]*)/u, (_, tag: string, text: string) => tag + text.replace(from, to)),
  );

const sized = (points: number) => (xml: string) => xml.replace(/(<w:sz(?:Cs)? w:val=)"\d+"/gu, `$1"${points * 2}"`);
const plain = (xml: string) => xml.replace("<w:b/>", "");
const upright = (xml: string) => xml.replace("<w:i/>", "");
const bold = (xml: string) => xml.replace("<w:sz ", "<w:b/><w:sz ");
const italic = (xml: string) => xml.replace("<w:sz ", "<w:i/><w:sz ");
const aligned = (to: string) => (xml: string) => xml.replace(/<w:jc w:val="\w+"\/>/u, `<w:jc w:val="${to}"/>`);
const spaced = (attributes: string) => (xml: string) =>
  xml.replace(/<w:spacing [^>]*\/>/u, `<w:spacing ${attributes}/>`);
const inFont = (name: string) => (xml: string) => xml.replaceAll("Times New Roman", name);

/** A paragraph without words that draws a line, of each form of the samples. */
const LINE = /<w:p>(?:(?!<w:p>).)*?(?:<w:drawing>|<w:pict>|<w:pBdr>|>_{3,}<)(?:(?!<w:p>).)*?<\/w:p>/gsu;

/** Changes one of the lines: below issuer and motto, or title banner, and below the subject. */
function lineOf(xml: string, which: "first" | "last-of-head" | "of-subject", change: (line: string) => string): string {
  const head = xml.indexOf("</w:tbl>");
  const lines = [...xml.matchAll(LINE)];
  const inHead = lines.filter(({ index }) => index < head);
  const line = {
    first: inHead[0],
    "last-of-head": inHead.at(-1),
    "of-subject": lines.find(({ index }) => index > head),
  }[which];
  if (line === undefined) return xml;
  return xml.slice(0, line.index) + change(line[0]) + xml.slice(line.index + line[0].length);
}
/** The last line of the head. */
const lineText = (xml: string): string => [...xml.slice(0, xml.indexOf("</w:tbl>")).matchAll(LINE)].at(-1)?.[0] ?? "";
const withoutLines: DocxSlip["change"] = ({ xml }) => ({ xml: xml.replace(LINE, "") });
/** Width of the text in the column of the motto, twips. */
const RIGHT_COLUMN = 4938;
const EMU = /(<wp:extent cx=")(\d+)/u;
/** A line of another length; a border's paragraph is set in more or less. */
const scaled = (line: string, by: number): string =>
  line
    .replace(EMU, (_, tag: string, length: string) => `${tag}${Math.round(Number(length) * by)}`)
    .replace(
      /(from="([\d.]+)pt,[^"]*" to=")([\d.]+)/gu,
      (_, tag: string, from: string, to: string) => `${tag}${Number(from) + (Number(to) - Number(from)) * by}`,
    )
    .replace(/(margin-top:2pt;width:)([\d.]+)/u, (_, tag: string, length: string) => `${tag}${Number(length) * by}`)
    .replace(/_{3,}/u, (signs) => "_".repeat(Math.round(signs.length * by)))
    .replace(/<w:ind w:left="(\d+)" w:right="\d+"/u, (_, side: string) => {
      const length = (RIGHT_COLUMN - 2 * Number(side)) * by;
      const set = Math.round((RIGHT_COLUMN - length) / 2);
      return `<w:ind w:left="${set}" w:right="${set}"`;
    });
const half = (line: string): string => scaled(line, 0.5);
const dashed = (line: string): string =>
  line
    .replace("</a:solidFill></a:ln>", '</a:solidFill><a:prstDash val="dash"/></a:ln>')
    .replace(/<\/v:(line|shape)>/u, '<v:stroke dashstyle="dash"/></v:$1>')
    .replace('<w:top w:val="single"', '<w:top w:val="dashed"')
    .replace(/_{3,}/u, (signs) => "- ".repeat(signs.length));
const ruled = paragraph({ text: "", size: 8, align: "center", drawn: drawnLine("anchor", 60, 70) });

const NATIONAL = /^(?:ĐẢNG CỘNG SẢN|CỘNG HÒA XÃ HỘI)/u;
const SUPERIOR = /^(?:ĐẢNG BỘ TỈNH|TỈNH UỶ HÀ TRUNG$|ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG$)/u;
const ISSUER = /^(?:ĐẢNG UỶ PHƯỜNG|VĂN PHÒNG$|BAN TỔ CHỨC$|ỦY BAN NHÂN DÂN$|SỞ NỘI VỤ$)/u;
const ISSUER_LINES = new RegExp(`${ISSUER.source}|^TỈNH HÀ TRUNG$`, "u");
const NUMBER = /^Số:? \d/u;
const DATE = /^(?:Sông Kim|Hà Trung), ngày/u;
const TITLE = /^(?:KẾ HOẠCH|TỜ TRÌNH|QUYẾT ĐỊNH)$/u;
const SUBJECT = /^(?:kiểm tra việc thu|đề nghị khen|Trồng cây phân tán|Về việc thành lập)/u;
const LETTER_SUBJECT = /^(?:về việc báo cáo|V\/v báo cáo)/u;
/** Running text: what is justified. */
const BODY = /^(?!Căn cứ|Theo đề nghị|- Căn cứ|#?[IV]+[-.]|Điều \d)(?=.{70})/u;
const RECIPIENT = /^- (?!Lưu|Căn cứ)(?=.*;$)/u;
const ARCHIVE = /^- Lưu/u;
const LABEL = /^Nơi nhận/u;
const AUTHORITY = /^(?:T\/M|K\/T|TM\.|KT\.) /u;
const POSITION = /^PHÓ (?:BÍ THƯ|CHÁNH|CHỦ TỊCH|GIÁM ĐỐC)/u;
const NAME = /^(?:Mai Thị Xuân Lộc|Nguyễn Hải Đăng|Hoàng Văn Kiên|Cao Thị Minh Nguyệt|Trần Quốc Hưng)$/u;

/** A decision names its issuer once more, above the legal bases, in bold. */
const ofSuperior =
  (change: (xml: string) => string): DocxSlip["change"] =>
  (document) =>
    document.name === "quyết định" ? {} : inParagraph(SUPERIOR, change)(document);

const slip = (
  name: string,
  party: string | undefined,
  state: string | undefined,
  change: DocxSlip["change"],
): DocxSlip => ({
  name,
  ...(party === undefined ? {} : { party }),
  ...(state === undefined ? {} : { state }),
  change,
});
const page = (name: string, from: RegExp, to: string, party: string, state: string): DocxSlip =>
  slip(name, party, state, ({ xml }) => ({ xml: xml.replace(from, to) }));

/** Looks. */
const LOOKS: readonly DocxSlip[] = [
  slip("title banner of 12 pt", "P01", undefined, inParagraph(NATIONAL, sized(12))),
  slip("Quốc hiệu of 15 pt", undefined, "S01", inParagraph(NATIONAL, sized(15))),
  slip("title banner not bold", "P01", "S01", inParagraph(NATIONAL, plain)),
  slip("Tiêu ngữ not bold", undefined, "S01", inParagraph(/^Độc lập/u, plain)),
  slip("Tiêu ngữ in italics, upright due", undefined, "S01", inParagraph(/^Độc lập/u, italic)),
  slip("superior bold", "P06", "S03", ofSuperior(bold)),
  slip("superior of 11 pt", "P06", "S03", ofSuperior(sized(11))),
  slip("issuer not bold", "P06", "S03", inAll(ISSUER_LINES, plain)),
  slip("issuer of 16 pt", "P06", "S03", inParagraph(ISSUER, sized(16))),
  slip("number of 15 pt", "V20", "V20", inParagraph(NUMBER, sized(15))),
  slip("number bold", "V20", "V20", inParagraph(NUMBER, bold)),
  slip("date upright", "P23", "V20", inParagraph(DATE, upright)),
  slip("date of 11 pt", "P23", "V20", inParagraph(DATE, sized(11))),
  slip("type of 12 pt", "P25", "S11", inParagraph(TITLE, sized(12))),
  slip("type not bold", "P25", "S11", inParagraph(TITLE, plain)),
  slip("subject not bold", "P25", "S11", inParagraph(SUBJECT, plain)),
  slip("subject of 17 pt", "P25", "S11", inParagraph(SUBJECT, sized(17))),
  slip(
    "subject of a letter of 15 pt",
    "P28",
    "S12",
    inAll(/^(?:về việc báo cáo|V\/v báo cáo|đảng viên quý|công chức năm)/u, sized(15)),
  ),
  slip("subject of a letter upright", "P28", undefined, inParagraph(LETTER_SUBJECT, upright)),
  slip("subject of a letter in italics", undefined, "S12", inParagraph(LETTER_SUBJECT, italic)),
  slip("body of 12 pt", "P29", "S19", inAll(BODY, sized(12))),
  slip("one paragraph of 16 pt", "P29", "S19", inParagraph(BODY, sized(16))),
  slip("one paragraph at the left", "P29", "S19", inParagraph(BODY, aligned("left"))),
  slip("body in italics", "P29", "S19", inParagraph(BODY, italic)),
  slip(
    "lines of 16 pt",
    "P30",
    undefined,
    inAll(BODY, spaced('w:before="120" w:after="120" w:line="320" w:lineRule="exact"')),
  ),
  slip(
    "lines of 1.5",
    "P30",
    undefined,
    inParagraph(BODY, spaced('w:before="120" w:after="120" w:line="360" w:lineRule="auto"')),
  ),
  slip(
    "double lines",
    "P30",
    "S19",
    inParagraph(BODY, spaced('w:before="120" w:after="120" w:line="480" w:lineRule="auto"')),
  ),
  slip(
    "no gap between paragraphs",
    "P31",
    "S19",
    inParagraph(BODY, (xml) => xml.replace(/w:before="\d+" w:after="\d+"/u, 'w:before="0" w:after="0"')),
  ),
  slip(
    "no first indent",
    "P32",
    "S19",
    inParagraph(BODY, (xml) => xml.replace(/<w:ind [^>]*\/>/u, "")),
  ),
  slip(
    "first indent of 20 mm",
    "P32",
    "S19",
    inParagraph(BODY, (xml) => xml.replace(/<w:ind [^>]*\/>/u, '<w:ind w:firstLine="1134"/>')),
  ),
  slip("legal basis upright", undefined, "S13", inParagraph(/^Căn cứ/u, upright)),
  slip("article not bold", undefined, "V20", inParagraph(/^Điều 2\./u, plain)),
  slip(
    "recipients' label without line",
    "P53",
    undefined,
    inParagraph(LABEL, (xml) => xml.replace('<w:u w:val="single"/>', "")),
  ),
  slip(
    "recipients' label as the State's",
    "P53",
    undefined,
    inParagraph(LABEL, (xml) => italic(bold(sized(12)(xml)))),
  ),
  slip(
    "recipients' label upright",
    undefined,
    "S25",
    inParagraph(LABEL, (xml) => plain(upright(xml))),
  ),
  slip("recipients of 14 pt", "P54", "S25", inAll(/^- (?!Căn cứ)/u, sized(14))),
  slip("a recipient of 10 pt", "P54", "S25", inParagraph(RECIPIENT, sized(10))),
  slip("authority not bold", "P52", "S22", inParagraph(AUTHORITY, plain)),
  slip("authority of 12 pt", "P52", "S22", inParagraph(AUTHORITY, sized(12))),
  slip("position as the other system's", "P52", undefined, inParagraph(POSITION, bold)),
  slip("position not bold", undefined, "S22", inParagraph(POSITION, plain)),
  slip("name not bold", "P52", "S22", inParagraph(NAME, plain)),
  slip("name in italics", "P52", "S22", inParagraph(NAME, italic)),
  slip("name of 16 pt", "P52", "S22", inParagraph(NAME, sized(16))),
  slip("Calibri in the body", "P60", "V20", inAll(BODY, inFont("Calibri"))),
  slip("Arial in the head", "P60", "V20", inParagraph(DATE, inFont("Arial"))),
  page("left margin of 25 mm", /w:left="1701"/u, 'w:left="1417"', "P59", "S28"),
  page("right margin of 25 mm", /(?<=<w:pgMar[^>]*)w:right="\d+"/u, 'w:right="1417"', "P59", "S28"),
  page("top margin of 15 mm", /w:top="1134"/u, 'w:top="850"', "P59", "S28"),
  page("bottom margin of 30 mm", /w:bottom="1134"/u, 'w:bottom="1701"', "P59", "S28"),
  page("Letter paper", /w:w="11906" w:h="16838"/u, 'w:w="12240" w:h="15840"', "V20", "V20"),
  slip("page number of 11 pt", "P61", "S29", ({ header }) => ({
    header: header.replaceAll('w:val="28"', 'w:val="22"'),
  })),
  slip("page number at the right", "P61", "S29", ({ header }) => ({
    header: header.replace('w:val="center"', 'w:val="right"'),
  })),
  slip("page number in italics", "P61", "S29", ({ header }) => ({
    header: header.replaceAll("<w:sz ", "<w:i/><w:sz "),
  })),
];

/** Words and structure. */
const WORDS: readonly DocxSlip[] = [
  slip("title cut short", "V15", undefined, inText(/^ĐẢNG CỘNG SẢN VIỆT NAM$/u, "ĐẢNG CSVN")),
  slip("Tiêu ngữ with dashes", undefined, "S01", inText(/Độc lập - Tự do - Hạnh phúc/u, "Độc lập – Tự do – Hạnh phúc")),
  slip("Tiêu ngữ without blanks", undefined, "S01", inText(/Độc lập - Tự do - Hạnh phúc/u, "Độc lập-Tự do-Hạnh phúc")),
  slip("three stars", "P02", undefined, inText(/^\*$/u, "***")),
  slip(
    "standing committee as issuer",
    "P03",
    undefined,
    inText(/^ĐẢNG UỶ PHƯỜNG SÔNG KIM$/u, "BAN THƯỜNG VỤ ĐẢNG UỶ PHƯỜNG SÔNG KIM"),
  ),
  slip("wrong superior", "P04", undefined, once(/^ĐẢNG BỘ TỈNH HÀ TRUNG$/u, /^.*$/u, "TỈNH UỶ HÀ TRUNG")),
  slip("wrong superior of an organ", "P04", undefined, once(/^TỈNH UỶ HÀ TRUNG$/u, /^.*$/u, "ĐẢNG BỘ TỈNH HÀ TRUNG")),
  slip("colon behind Số", "P09", undefined, once(NUMBER, /^Số /u, "Số: ")),
  slip("no colon behind Số", undefined, "S04", once(NUMBER, /^Số: /u, "Số ")),
  slip("blank in the number", "P10", "S04", once(NUMBER, /(\d)([-/])/u, "$1 $2")),
  slip("signs of the other system", "P08", "S04", once(NUMBER, /(\d+)([-/])(\p{L}+)([-/])/u, "$1/$3$2")),
  slip("number of the Party's form", undefined, "S04", once(NUMBER, /(\d+)\/(\p{L}+)-/u, "$1-$2/")),
  slip("number of one digit", "P11", "S05", once(NUMBER, /\d+/u, "5")),
  slip("code of another type", "P12", "S07", once(NUMBER, /(?:KH|QĐ|TTr)(?=[/-])/u, "CT")),
  slip("dash in the number", "C08", "C08", once(NUMBER, /-/u, "–")),
  slip("code of a body that is gone", "P14", undefined, once(NUMBER, /\/ĐU$/u, "/ĐUK")),
  slip("day not padded", "P20", "S09", once(/ngày 0\d tháng/u, /ngày 0/u, "ngày ")),
  slip("month padded", "P21", "S09", once(DATE, /tháng (?=\d )/u, "tháng 0")),
  slip("short date", "P19", "S09", once(DATE, /ngày (\d+) tháng (\d+) năm /u, "ngày $1/$2/")),
  slip("no comma behind the place", "P19", "S09", once(DATE, /, ngày/u, " ngày")),
  slip("impossible day", "P19", "S09", once(DATE, /ngày \d+ tháng \d+/u, "ngày 31 tháng 6")),
  slip("place of one syllable", "P22", undefined, once(DATE, /^[^,]+/u, "Huế")),
  slip("capital at the subject", "P26", undefined, once(SUBJECT, /^k/u, "K")),
  slip(
    "drawn rule for hyphens",
    "P27",
    undefined,
    inParagraph(/^-----$/u, () => ruled),
  ),
  slip(
    "no hyphens",
    "P27",
    undefined,
    inParagraph(/^-----$/u, () => ""),
  ),
  slip(
    "no star",
    "P02",
    undefined,
    inParagraph(/^\*$/u, () => ""),
  ),
  slip(
    "drawn rule for the star",
    "P02",
    undefined,
    inParagraph(/^\*$/u, () => ruled),
  ),
  slip("no lines in the head", "P01", "S02", withoutLines),
  slip("no line below the motto", "P01", "S02", ({ xml }) => ({ xml: lineOf(xml, "last-of-head", () => "") })),
  slip("no line below the issuer", undefined, "S02", ({ xml }) => ({ xml: lineOf(xml, "first", () => "") })),
  slip("no line below the subject", undefined, "S02", ({ xml }) => ({ xml: lineOf(xml, "of-subject", () => "") })),
  slip("half a line below the motto", "P01", "S02", ({ xml }) => ({ xml: lineOf(xml, "last-of-head", half) })),
  slip("long line below the issuer", undefined, "S02", ({ xml }) => ({
    xml: lineOf(xml, "first", (one) => scaled(one, 2.2)),
  })),
  slip("long line below the subject", undefined, "S02", ({ xml }) => ({
    xml: lineOf(xml, "of-subject", (one) => scaled(one, 2)),
  })),
  slip("short line below the subject", undefined, "S02", ({ xml }) => ({
    xml: lineOf(xml, "of-subject", (one) => scaled(one, 0.3)),
  })),
  slip("dashed line below the motto", "P01", "S02", ({ xml }) => ({ xml: lineOf(xml, "last-of-head", dashed) })),
  slip("hyphens for the line below the issuer", undefined, "S02", ({ xml }) => ({
    xml: lineOf(xml, "first", () => paragraph({ text: "-------", size: 13, align: "center" })),
  })),
  slip("issuer underlined for a line", undefined, "S02", ({ xml }) => ({
    xml: lineOf(xml, "first", () => "").replace(
      /(<w:sz w:val="26"\/><w:szCs w:val="26"\/>)(<\/w:rPr><w:t [^>]*>(?:TỈNH HÀ TRUNG|SỞ NỘI VỤ)<)/u,
      '$1<w:u w:val="single"/>$2',
    ),
  })),
  slip("six hyphens", "P27", undefined, inText(/^-----$/u, "------")),
  slip("underscores for hyphens", "P27", undefined, inText(/^-----$/u, "_____")),
  slip("V/v in a Party letter", "P28", undefined, once(LETTER_SUBJECT, /^về việc/u, "V/v")),
  slip("Về việc in a State letter", undefined, "S12", once(LETTER_SUBJECT, /^V\/v/u, "Về việc")),
  slip("Kính gửi for a submission", "P57", undefined, inText(/^Kính trình:/u, "Kính gửi:")),
  slip("no Như trên", "P56", "S27", inText(/^- Như trên;$/u, "- Các đơn vị trực thuộc;")),
  slip("end mark of the State", "P33", undefined, ({ xml }) => ({
    xml: xml.replace(/\.(<\/w:t><\/w:r><\/w:p>(?:<w:p>(?:(?!<w:t).)*?<\/w:p>)<w:tbl>(?:(?!<w:tbl>).)*$)/su, "./.$1"),
  })),
  slip("no end mark", "P33", "S20", ({ xml }) => ({
    xml: xml.replace(
      /(?:\.\/)?\.(<\/w:t><\/w:r><\/w:p>(?:<w:p>(?:(?!<w:t).)*?<\/w:p>)<w:tbl>(?:(?!<w:tbl>).)*$)/su,
      "$1",
    ),
  })),
  slip("end mark of the Party", undefined, "S20", ({ xml }) => ({ xml: xml.replace(/\.\/\.(<\/w:t>)/u, ".$1") })),
  slip("basis ends with a comma", "P34", "S13", once(/^(?:- )?Căn cứ/u, /[;.]$/u, ",")),
  slip("basis without dash", "P34", undefined, once(/^- Căn cứ/u, /^- /u, "")),
  slip(
    "last basis ends with a semicolon",
    "P34",
    "S13",
    inText(/(Theo đề nghị của Giám đốc[^<]*|đảng uỷ trực thuộc)\.$/u, "$1;"),
  ),
  slip(
    "law with its number",
    undefined,
    "S14",
    inText(/Luật Tổ chức chính quyền địa phương ngày/u, "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày"),
  ),
  slip("numbers jump", "V01", "V01", inText(/^II([-.]) /u, "IV$1 ")),
  slip("number comes twice", "V02", "V02", once(/^2\. /u, /^2/u, "1")),
  slip("point with a full stop", "P37", "S17", inText(/^a\) /u, "a. ")),
  slip("article with a colon", undefined, "S17", inText(/^Điều 2\. /u, "Điều 2: ")),
  slip("one heading otherwise", "P40", "S18", ({ xml, state }) =>
    inText(/^II[-.] /u, state ? "II- " : "II. ")({ xml } as TypedDocument),
  ),
  slip("authority of the other system", "P41", "S21", ({ xml, state }) =>
    (state ? inText(/^(TM|KT)\. /u, "$1/ ") : inText(/^(T)\/M /u, "$1M. "))({ xml } as TypedDocument),
  ),
  slip("K/T for TM.", undefined, "S21", inText(/^KT\. /u, "K/T ")),
  slip("KT. for K/T", "P41", undefined, inText(/^K\/T /u, "KT. ")),
  slip("deputy secretary signs for the secretary", "P44", undefined, inText(/^T\/M BAN THƯỜNG VỤ$/u, "K/T BÍ THƯ")),
  slip("position with the body", "P45", undefined, inText(/^PHÓ BÍ THƯ$/u, "PHÓ BÍ THƯ ĐẢNG UỶ")),
  slip("plain member with a position", "P46", undefined, inText(/^PHÓ BÍ THƯ$/u, "UỶ VIÊN BAN THƯỜNG VỤ")),
  slip("collective mark of an organ", "P43", undefined, inText(/^TRƯỞNG BAN$/u, "T/M BAN TỔ CHỨC")),
  slip("degree", "P51", "S23", once(NAME, /^/u, "TS. ")),
  slip("rank", "P51", "S23", once(NAME, /^/u, "Đại tá ")),
  slip("recipient ends with a comma", "P54", "S25", once(RECIPIENT, /;$/u, ",")),
  slip("recipient without a mark", "P54", "S25", once(RECIPIENT, /;$/u, "")),
  slip("recipients without dashes", "P54", "S25", inText(/^- (?=.*(?:;|^Lưu|Lưu.*\.)$)(?!Căn cứ)/u, "")),
  slip("label without colon", "P53", "S25", inText(/^Nơi nhận:$/u, "Nơi nhận")),
  slip("archive line of the other system", "P55", undefined, inText(/^- Lưu (?:Văn phòng|Ban).*$/u, "- Lưu: VT.")),
  slip("archive line without colon", undefined, "S26", inText(/^- Lưu: /u, "- Lưu ")),
  slip("archive line without full stop", "P55", "S26", once(ARCHIVE, /\.$/u, ";")),
  slip("two blanks", "C07", "C07", once(BODY, /(\p{Ll}) (\p{Ll}{3})/u, "$1  $2")),
  slip("blank before a comma", "C06", "C06", once(BODY, /(\p{Ll}), (\p{Ll})/u, "$1 , $2")),
  slip("no blank behind a semicolon", "C06", "C06", once(BODY, /(\p{Ll}); (\p{Ll})/u, "$1;$2")),
  slip("placeholder", "C14", "C14", once(BODY, /(\p{Ll}{3}) (\p{Ll}{3})/u, "$1 ......... $2")),
  slip("impossible date", "C09", "C09", once(BODY, /\d\d?\/\d\d?\/2026/u, "31/9/2026")),
  slip("English decimals", "C10", "C10", once(BODY, /năm 2026/u, "năm 2026 (98.5%)")),
  slip("eth", "C02", "C02", once(/Đ(?:ảng|iều)/u, /Đ/u, "Ð")),
  slip("hyphen without a blank", "V07", "V07", inText(/kinh tế - xã hội/u, "kinh tế- xã hội")),
  slip("scan confusion", "V08", "V08", once(/tổ chức/u, /tổ chức/u, "tố chức")),
  slip("other tone style", "C04", undefined, once(BODY, /uỷ/u, "ủy")),
  slip("other tone style", undefined, "C04", once(BODY, /Ủy/u, "Uỷ")),
];

export const DOCX_SLIPS: readonly DocxSlip[] = [...LOOKS, ...WORDS];

/** What no norm decides; no error may come of it. */
export const HARMLESS: readonly DocxSlip[] = [
  slip(
    "indent typed as a tab",
    undefined,
    undefined,
    inAll(BODY, (xml) => xml.replace(/<w:ind [^>]*\/>/u, "").replace(/<w:t /u, "<w:tab/><w:t ")),
  ),
  slip("empty paragraphs", undefined, undefined, ({ xml }) => ({
    xml: xml.replace("</w:tbl>", "</w:tbl><w:p/><w:p/>"),
  })),
  slip(
    "split runs",
    undefined,
    undefined,
    inAll(BODY, (xml) =>
      xml.replace(
        /(<w:r>(<w:rPr>.*?<\/w:rPr>)<w:t [^>]*>)(.{20})/su,
        '$1$3</w:t></w:r><w:r>$2<w:t xml:space="preserve">',
      ),
    ),
  ),
  slip("proofing marks", undefined, undefined, ({ xml }) => ({
    xml: xml.replace(/<w:r>/gu, '<w:proofErr w:type="spellStart"/><w:r>'),
  })),
  slip("revision ids", undefined, undefined, ({ xml }) => ({
    xml: xml.replace(/<w:p>/gu, '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3">'),
  })),
  slip("line typed where no one knows of which column", undefined, undefined, ({ xml }) => ({
    xml: lineOf(xml, "last-of-head", (one) => one.replace('relativeFrom="column"', 'relativeFrom="rightMargin"')),
  })),
  slip("line of an unknown drawing", undefined, undefined, ({ xml }) => ({
    xml: lineOf(xml, "last-of-head", (one) =>
      one.replace(/<a:prstGeom.*?<\/a:prstGeom>/u, "<a:custGeom/>").replace(/cy="0"/gu, 'cy="90000"'),
    ),
  })),
  slip("lines a tenth longer", undefined, undefined, ({ xml }) => ({
    xml: xml.replace(LINE, (one) => scaled(one, 1.09)),
  })),
  slip("line hangs on the date", undefined, undefined, ({ xml }) => {
    const line = /<w:r><mc:AlternateContent>.*?<\/mc:AlternateContent><\/w:r>/su.exec(lineText(xml))?.[0] ?? "";
    return {
      xml:
        line === ""
          ? xml
          : lineOf(xml, "last-of-head", () => "").replace(
              /(<w:r>(?:(?!<w:r>).)*?<w:t [^>]*>(?:Sông Kim|Hà Trung), ngày)/su,
              `${line}$1`,
            ),
    };
  }),
  slip("motto underlined for a line", undefined, undefined, ({ xml }) => ({
    xml: lineOf(xml, "last-of-head", () => "").replace(
      /(<\/w:rPr><w:t [^>]*>(?:Độc lập|ĐẢNG CỘNG SẢN VIỆT NAM))/u,
      '<w:u w:val="single"/>$1',
    ),
  })),
  slip("bookmark of Word", undefined, undefined, ({ xml }) => ({
    xml: xml.replace("<w:r>", '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r>'),
  })),
  slip("no-break blanks in dates", undefined, undefined, inText(/ngày (\d)/gu, "ngày\u00a0$1")),
  slip("decomposed letters", undefined, undefined, ({ xml }) => ({ xml: xml.normalize("NFD") })),
  slip(
    "blanks at line ends",
    undefined,
    undefined,
    inAll(BODY, (xml) => xml.replace("</w:t></w:r></w:p>", " </w:t></w:r></w:p>")),
  ),
  slip(
    "landscape section none, larger indent",
    undefined,
    undefined,
    inAll(BODY, (xml) => xml.replace(/<w:ind [^>]*\/>/u, '<w:ind w:firstLine="720"/>')),
  ),
];
