/** Word files as people type them: direct formatting on every run, no styles, tabs and empty lines as layout. */
import { strToU8, zipSync } from "fflate";

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly align?: "left" | "center" | "both" | "right";
  /** pt. */
  readonly before?: number;
  readonly after?: number;
  readonly first?: number;
  readonly exact?: number;
}

export interface TypedLine extends Look {
  readonly text: string;
  /** A line that hangs on it, as XML of a run. */
  readonly drawn?: string;
  /** Its border above, from one indent to the other, pt. */
  readonly border?: number;
}

/** How an office draws the lines of its head. */
export type LineForm = "anchor" | "connector" | "vml" | "vmlShape" | "border" | "typed";

const EMU = 12700;

/** A line of DrawingML, as Word draws one; in old files VML. */
export function drawnLine(form: LineForm, length: number, left: number, dash = ""): string {
  const style = `position:absolute;z-index:251659264;visibility:visible`;
  if (form === "vml")
    return `<w:r><w:pict><v:line style="${style}" from="${left}pt,2.5pt" to="${left + length}pt,2.5pt" strokeweight=".5pt">${dash === "" ? "" : `<v:stroke dashstyle="${dash}"/>`}</v:line></w:pict></w:r>`;
  if (form === "vmlShape")
    return `<w:r><w:pict><v:shapetype id="_x0000_t32" coordsize="21600,21600" o:spt="32" o:oned="t" path="m,l21600,21600e" filled="f"><v:path arrowok="t" fillok="f" o:connecttype="none"/></v:shapetype><v:shape type="#_x0000_t32" style="${style};margin-left:${left}pt;margin-top:2pt;width:${length}pt;height:0">${dash === "" ? "" : `<v:stroke dashstyle="${dash}"/>`}</v:shape></w:pict></w:r>`;
  const [shape, properties] =
    form === "connector"
      ? ["straightConnector1", "<wps:cNvCnPr/>"]
      : ["line", "<wps:cNvCnPr><a:cxnSpLocks/></wps:cNvCnPr>"];
  const position = (axis: string, from: string, offset: number): string =>
    `<wp:position${axis} relativeFrom="${from}"><wp:posOffset>${Math.round(offset * EMU)}</wp:posOffset></wp:position${axis}>`;
  const extent = `cx="${Math.round(length * EMU)}" cy="0"`;
  const drawing = `<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>${position("H", "column", left)}${position("V", "paragraph", 2.5)}<wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="Line 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>${properties}<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="${shape}"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>${dash === "" ? "" : `<a:prstDash val="${dash}"/>`}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>`;
  const copy = `<w:pict><v:line style="${style}" from="${left}pt,2.5pt" to="${left + length}pt,2.5pt"/></w:pict>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${drawing}</w:drawing></mc:Choice><mc:Fallback>${copy}</mc:Fallback></mc:AlternateContent></w:r>`;
}

/** The paragraph below a component that holds its line. */
function below(form: LineForm, length: number, room: number): TypedLine {
  const center = { align: "center" as const, size: 8 };
  const left = Math.round((room - length) * 5) / 10;
  if (form === "typed") return { text: "_".repeat(Math.round(length / 7)), ...center, size: 14, exact: 8 };
  if (form === "border") return { text: "", ...center, border: left };
  return { text: "", ...center, drawn: drawnLine(form, length, left) };
}

const escapeText = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");

/** Text with tabs as Word writes them. */
const typed = (text: string): string =>
  text
    .split("\t")
    .map((piece) => (piece === "" ? "" : `<w:t xml:space="preserve">${escapeText(piece)}</w:t>`))
    .join("<w:tab/>");

export function paragraph({
  text,
  size,
  bold,
  italic,
  underline,
  align,
  before,
  after,
  first,
  exact,
  drawn = "",
  border,
}: TypedLine): string {
  const toggles = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}`;
  const look = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${toggles}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>${underline ? '<w:u w:val="single"/>' : ""}`;
  const spacing = [
    before === undefined ? "" : ` w:before="${before * 20}"`,
    ` w:after="${(after ?? 0) * 20}"`,
    exact === undefined ? ' w:line="240" w:lineRule="auto"' : ` w:line="${exact * 20}" w:lineRule="exact"`,
  ].join("");
  const sides = border === undefined ? "" : `w:left="${Math.round(border * 20)}" w:right="${Math.round(border * 20)}"`;
  const indent =
    first === undefined
      ? sides === ""
        ? ""
        : `<w:ind ${sides}/>`
      : `<w:ind w:firstLine="${Math.round(first * 20)}"/>`;
  const edge =
    border === undefined ? "" : '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>';
  return `<w:p><w:pPr>${edge}<w:spacing${spacing}/>${indent}<w:jc w:val="${align ?? "left"}"/></w:pPr><w:r><w:rPr>${look}</w:rPr>${typed(text)}</w:r>${drawn}</w:p>`;
}

/** Two columns without borders, which offices use for the head and for the foot. */
export function columns(left: readonly TypedLine[], right: readonly TypedLine[]): string {
  const cell = (lines: readonly TypedLine[], width: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${lines.map(paragraph).join("")}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4200"/><w:gridCol w:w="5154"/></w:tblGrid><w:tr>${cell(left, 4200)}${cell(right, 5154)}</w:tr></w:tbl>`;
}

/** Margins in mm. */
export interface Page {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';

export function body(content: string, { top, bottom, left, right }: Page): string {
  const size = `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${content}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>${size}<w:titlePg/></w:sectPr></w:body></w:document>`;
}

export function pageNumber(size: number): string {
  const look = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="${size * 2}"/></w:rPr>`;
  const pieces = [
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>2</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
  ];
  const runs = pieces.map((piece) => `<w:r>${look}${piece}</w:r>`).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p></w:hdr>`;
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Zips a body and a page header as a Word file. */
export function zipDocx(documentXml: string, headerXml: string): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/header" Target="header1.xml"/></Relationships>`,
    ),
    "word/header1.xml": strToU8(headerXml),
    "word/document.xml": strToU8(documentXml),
  });
}

/** A document that somebody typed, as XML that a test may change before it is zipped. */
export interface TypedDocument {
  readonly name: string;
  readonly state: boolean;
  readonly xml: string;
  readonly header: string;
}

const PARTY_PAGE: Page = { top: 20, bottom: 20, left: 30, right: 15 };
const STATE_PAGE: Page = { top: 20, bottom: 20, left: 30, right: 20 };

/** Blanks are left for the signature. */
const gap = (size: number): TypedLine[] => Array.from({ length: 4 }, () => ({ text: "", size }));

interface Parts {
  readonly name: string;
  readonly superior?: readonly string[];
  readonly issuer: readonly string[];
  readonly number: string;
  readonly placeDate: string;
  readonly title?: string;
  readonly subject: readonly string[];
  readonly addressees?: readonly string[];
  readonly bases?: readonly string[];
  readonly operative?: readonly string[];
  /** `#` opens a heading. */
  readonly body: readonly string[];
  readonly recipients: readonly string[];
  /** Authority, positions, and last the name. */
  readonly signature: readonly string[];
  /** Borders of empty paragraphs unless said. */
  readonly lines?: LineForm;
  /** Length of the lines below issuer and trích yếu, pt. */
  readonly short?: readonly [number, number];
}

/** Widths of the columns' text, pt: 4200 and 5154 twips without the cells' margins. */
const [LEFT_ROOM, RIGHT_ROOM] = [199.2, 246.9];
const PAGE_ROOM = 453;

/** Mean widths of bold letters, em; a line below words has some two fifths of their length. */
const [CAPITAL, SMALL] = [0.68, 0.5];
const part = (words = "", letter: number): number => 0.42 * words.length * letter;

/** A Party document under HD05. */
export function partyDocument(parts: Parts): TypedDocument {
  const center = { align: "center" as const };
  const { name, superior = [], issuer, title, subject, addressees = [], bases = [], recipients, signature } = parts;
  const { lines = "border" } = parts;
  const letter = title === undefined;
  const left: TypedLine[] = [
    ...superior.map((text) => ({ text, size: 14, ...center })),
    ...issuer.map((text) => ({ text, size: 14, bold: true, ...center })),
    { text: "*", size: 14, ...center },
    { text: parts.number, size: 14, ...center },
    ...(letter ? subject.map((text) => ({ text, size: 12, italic: true, ...center })) : []),
  ];
  const right: TypedLine[] = [
    { text: "ĐẢNG CỘNG SẢN VIỆT NAM", size: 15, bold: true, underline: false, ...center },
    below(lines, 206, RIGHT_ROOM),
    { text: parts.placeDate, size: 14, italic: true, ...center },
  ];
  const running = (text: string): TypedLine => {
    const heading = text.startsWith("#");
    const look = { text: text.replace(/^#/u, ""), size: 14, before: 6, after: 6, exact: 19 };
    return { ...look, align: "both", first: 28.35, bold: heading };
  };
  const closing: TypedLine[] = signature.map((text, index) => {
    const named = index === signature.length - 1;
    const authority = index === 0;
    return { text, size: 14, bold: named || authority, ...center };
  });
  closing.splice(-1, 0, ...gap(14));
  const xml = [
    columns(left, right),
    paragraph({ text: "", size: 14 }),
    ...(title === undefined
      ? addressees.map((text, index) => paragraph({ text, size: 14, italic: index === 0, ...center }))
      : [
          paragraph({ text: title, size: 16, bold: true, ...center }),
          ...subject.map((text) => paragraph({ text, size: 14, bold: true, ...center })),
          paragraph({ text: "-----", size: 14, ...center }),
          ...addressees.map((text, index) => paragraph({ text, size: 14, italic: index === 0, ...center })),
        ]),
    ...[...bases, ...parts.body].map((text) => paragraph(running(text))),
    paragraph({ text: "", size: 14 }),
    columns(
      [{ text: "Nơi nhận:", size: 14, underline: true }, ...recipients.map((text) => ({ text, size: 12 }))],
      closing,
    ),
  ].join("");
  return { name, state: false, xml: body(xml, PARTY_PAGE), header: pageNumber(14) };
}

/** A State document under NĐ30. */
export function stateDocument(parts: Parts): TypedDocument {
  const center = { align: "center" as const };
  const { name, superior = [], issuer, title, subject, addressees = [], bases = [], recipients, signature } = parts;
  const { lines = "border" } = parts;
  const letter = title === undefined;
  const left: TypedLine[] = [
    ...superior.map((text) => ({ text, size: 13, ...center })),
    ...issuer.map((text) => ({ text, size: 13, bold: true, ...center })),
    below(lines, parts.short?.[0] ?? part(issuer.at(-1), CAPITAL * 13), LEFT_ROOM),
    { text: parts.number, size: 13, before: 6, ...center },
    ...(letter ? subject.map((text) => ({ text, size: 12, before: 6, ...center })) : []),
  ];
  const right: TypedLine[] = [
    { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 13, bold: true, ...center },
    { text: "Độc lập - Tự do - Hạnh phúc", size: 14, bold: true, ...center },
    below(lines, 171, RIGHT_ROOM),
    { text: parts.placeDate, size: 14, italic: true, before: 6, ...center },
  ];
  const running = (text: string): TypedLine => {
    const heading = text.startsWith("#");
    return { text: text.replace(/^#/u, ""), size: 14, before: 3, after: 3, align: "both", first: 28.35, bold: heading };
  };
  const closing: TypedLine[] = signature.map((text) => ({ text, size: 14, bold: true, ...center }));
  closing.splice(-1, 0, ...gap(14));
  const [first = "", ...others] = addressees;
  const xml = [
    columns(left, right),
    paragraph({ text: "", size: 14 }),
    ...(title === undefined ? [] : [paragraph({ text: title, size: 14, bold: true, ...center })]),
    ...(letter
      ? []
      : [
          ...subject.map((text) => paragraph({ text, size: 14, bold: true, ...center })),
          paragraph(below(lines, parts.short?.[1] ?? part(subject.at(-1), SMALL * 14), PAGE_ROOM)),
        ]),
    ...(first === "" ? [] : [paragraph({ text: first, size: 14, ...center })]),
    ...others.map((text) => paragraph({ text, size: 14, first: 120 })),
    ...(parts.operative ?? []).slice(0, -1).map((text) => paragraph({ text, size: 14, bold: true, ...center })),
    ...bases.map((text) => paragraph({ ...running(text), italic: true })),
    ...(parts.operative ?? []).slice(-1).map((text) => paragraph({ text, size: 14, bold: true, ...center })),
    ...parts.body.map((text) => paragraph(running(text))),
    paragraph({ text: "", size: 14 }),
    columns(
      [{ text: "Nơi nhận:", size: 12, bold: true, italic: true }, ...recipients.map((text) => ({ text, size: 11 }))],
      closing,
    ),
  ].join("");
  return { name, state: true, xml: body(xml, STATE_PAGE), header: pageNumber(14) };
}

export const TYPED: readonly TypedDocument[] = [
  partyDocument({
    name: "kế hoạch",
    lines: "anchor",
    superior: ["ĐẢNG BỘ TỈNH HÀ TRUNG"],
    issuer: ["ĐẢNG UỶ PHƯỜNG SÔNG KIM"],
    number: "Số 15-KH/ĐU",
    placeDate: "Sông Kim, ngày 17 tháng 8 năm 2026",
    title: "KẾ HOẠCH",
    subject: ["kiểm tra việc thu, nộp đảng phí năm 2026"],
    body: [
      "Ban Thường vụ Đảng uỷ phường ban hành kế hoạch kiểm tra việc thu, nộp đảng phí năm 2026 như sau:",
      "#I- MỤC ĐÍCH, YÊU CẦU",
      "1. Đánh giá đúng việc thu, nộp, sử dụng đảng phí; chỉ ra những việc đã làm được và chưa làm được.",
      "2. Kiểm tra công khai, dân chủ; kết luận rõ ràng, kịp thời.",
      "#II- NỘI DUNG",
      "1. Kiểm tra sổ sách, chứng từ thu, nộp đảng phí từ ngày 01/01/2026 đến ngày 30/6/2026.",
      "2. Nghe chi uỷ báo cáo và trao đổi về những khó khăn, vướng mắc:",
      "a) Báo cáo bằng văn bản gửi trước ngày 05/9/2026.",
      "b) Trao đổi trực tiếp tại chi bộ trong tháng 9/2026.",
      "#III- TỔ CHỨC THỰC HIỆN",
      "1. Văn phòng Đảng uỷ chuẩn bị tài liệu; bố trí phương tiện cho đoàn kiểm tra trước ngày 01/9/2026.",
      "2. Các chi bộ bố trí người làm việc với đoàn kiểm tra trong tháng 9/2026, chuẩn bị sổ sách về kinh tế - xã hội.",
    ],
    recipients: ["- Các chi bộ trực thuộc;", "- Văn phòng Đảng uỷ;", "- Lưu Văn phòng Đảng uỷ."],
    signature: ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Mai Thị Xuân Lộc"],
  }),
  partyDocument({
    name: "công văn",
    lines: "vml",
    superior: ["TỈNH UỶ HÀ TRUNG"],
    issuer: ["VĂN PHÒNG"],
    number: "Số 686-CV/VPTU",
    placeDate: "Hà Trung, ngày 03 tháng 9 năm 2026",
    subject: ["về việc báo cáo số liệu", "đảng viên quý III năm 2026"],
    addressees: ["Kính gửi: Đảng uỷ các xã, phường trong tỉnh."],
    body: [
      "Thực hiện chỉ đạo của Thường trực Tỉnh uỷ, Văn phòng Tỉnh uỷ đề nghị đảng uỷ các xã, phường báo cáo số liệu đảng viên quý III năm 2026.",
      "Báo cáo gửi về Văn phòng Tỉnh uỷ trước ngày 25/9/2026 để tổng hợp, báo cáo Thường trực Tỉnh uỷ; kết quả kiểm tra được thông báo sau.",
    ],
    recipients: ["- Như trên;", "- Thường trực Tỉnh uỷ;", "- Lưu Văn phòng Tỉnh uỷ."],
    signature: ["K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Nguyễn Hải Đăng"],
  }),
  partyDocument({
    name: "tờ trình",
    lines: "border",
    superior: ["TỈNH UỶ HÀ TRUNG"],
    issuer: ["BAN TỔ CHỨC"],
    number: "Số 21-TTr/BTCTU",
    placeDate: "Hà Trung, ngày 20 tháng 7 năm 2026",
    title: "TỜ TRÌNH",
    subject: ["đề nghị khen thưởng tổ chức đảng"],
    addressees: ["Kính trình: Ban Thường vụ Tỉnh uỷ"],
    bases: ["- Căn cứ Điều lệ Đảng;", "- Căn cứ đề nghị của các đảng uỷ trực thuộc."],
    body: [
      "Ban Tổ chức Tỉnh uỷ trình Ban Thường vụ Tỉnh uỷ khen thưởng 5 tổ chức đảng; hồ sơ đã được thẩm định, bảo đảm đúng quy định.",
      "Kính đề nghị Ban Thường vụ Tỉnh uỷ xem xét, quyết định.",
    ],
    recipients: ["- Như trên;", "- Lưu Ban Tổ chức Tỉnh uỷ."],
    signature: ["TRƯỞNG BAN", "Hoàng Văn Kiên"],
  }),
  stateDocument({
    name: "kế hoạch nhà nước",
    lines: "connector",
    short: [48, 75],
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH HÀ TRUNG"],
    number: "Số: 131/KH-UBND",
    placeDate: "Hà Trung, ngày 20 tháng 8 năm 2026",
    title: "KẾ HOẠCH",
    subject: ["Trồng cây phân tán năm 2026"],
    body: [
      "Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng cây phân tán năm 2026 như sau:",
      "#I. MỤC ĐÍCH, YÊU CẦU",
      "1. Tăng diện tích cây xanh; góp phần bảo vệ môi trường, phát triển kinh tế - xã hội.",
      "2. Trồng đúng thời vụ, đúng loài cây; chăm sóc thường xuyên.",
      "#II. NHIỆM VỤ",
      "1. Sở Nông nghiệp và Môi trường hướng dẫn kỹ thuật, cung ứng cây giống trước ngày 30/9/2026:",
      "a) Cây lấy gỗ cho các xã miền núi.",
      "b) Cây bóng mát cho các phường.",
      "#III. TỔ CHỨC THỰC HIỆN",
      "1. Ủy ban nhân dân các xã, phường tổ chức trồng cây trong tháng 10/2026; báo cáo kết quả trước ngày 15/11/2026.",
      "2. Sở Tài chính bố trí kinh phí theo quy định./.",
    ],
    recipients: [
      "- Sở Nông nghiệp và Môi trường;",
      "- Sở Tài chính;",
      "- Ủy ban nhân dân các xã, phường;",
      "- Lưu: VT, NN (05).",
    ],
    signature: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Cao Thị Minh Nguyệt"],
  }),
  stateDocument({
    name: "quyết định",
    lines: "vmlShape",
    short: [48, 100],
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH HÀ TRUNG"],
    number: "Số: 412/QĐ-UBND",
    placeDate: "Hà Trung, ngày 05 tháng 10 năm 2026",
    title: "QUYẾT ĐỊNH",
    subject: ["Về việc thành lập Tổ công tác trồng cây"],
    operative: ["ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG", "QUYẾT ĐỊNH:"],
    bases: [
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
      "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường.",
    ],
    body: [
      "#Điều 1. Thành lập Tổ công tác",
      "Thành lập Tổ công tác trồng cây phân tán năm 2026 gồm 7 thành viên; ông Lê Đức Thọ Sơn làm tổ trưởng.",
      "#Điều 2. Nhiệm vụ của Tổ công tác",
      "1. Hướng dẫn, kiểm tra việc trồng cây; tổng hợp kết quả.",
      "2. Báo cáo Ủy ban nhân dân tỉnh trước ngày 30/11/2026.",
      "#Điều 3. Hiệu lực thi hành",
      "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nông nghiệp và Môi trường chịu trách nhiệm thi hành./.",
    ],
    recipients: ["- Như Điều 3;", "- Lưu: VT, NN (05)."],
    signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Cao Thị Minh Nguyệt"],
  }),
  stateDocument({
    name: "công văn nhà nước",
    lines: "typed",
    short: [35, 0],
    superior: ["ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG"],
    issuer: ["SỞ NỘI VỤ"],
    number: "Số: 905/SNV-VP",
    placeDate: "Hà Trung, ngày 09 tháng 9 năm 2026",
    subject: ["V/v báo cáo số liệu", "công chức năm 2026"],
    addressees: ["Kính gửi: Ủy ban nhân dân các xã, phường."],
    body: [
      "Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường báo cáo số liệu công chức năm 2026; số liệu tính đến ngày 31/8/2026.",
      "Báo cáo gửi về Sở Nội vụ trước ngày 25/9/2026 để tổng hợp, kiểm tra./.",
    ],
    recipients: ["- Như trên;", "- Lưu: VT, VP (03)."],
    signature: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Quốc Hưng"],
  }),
];
