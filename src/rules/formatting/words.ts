/** How formatting is said. */
import type { Component, Formatting, Range } from "../../norms/norm.js";
import type { Property } from "./rules.js";

const NAMES: { readonly [C in Component]: string } = {
  nationalTitle: "Tiêu đề, Quốc hiệu",
  motto: "Tiêu ngữ",
  superior: "Cơ quan cấp trên",
  issuer: "Cơ quan ban hành",
  issuerStar: "Dấu sao",
  number: "Số và ký hiệu",
  placeDate: "Địa danh, ngày tháng",
  typeName: "Tên loại",
  subject: "Trích yếu",
  letterSubject: "Trích yếu công văn",
  subjectRule: "Gạch dưới trích yếu",
  addresseePhrase: "Kính gửi, Kính trình",
  addressee: "Nơi kính gửi",
  issuingAuthority: "Thẩm quyền ban hành",
  legalBasis: "Căn cứ",
  operativeWords: "Câu quyết định",
  body: "Nội dung",
  partMark: "Phần, chương",
  partName: "Tên phần, chương",
  sectionMark: "Mục",
  sectionName: "Tên mục",
  article: "Điều",
  romanHeading: "Đề mục La Mã",
  numberHeading: "Đề mục 1.",
  number2Heading: "Đề mục 1.1.",
  number3Heading: "Đề mục 1.1.1.",
  bracketHeading: "Đề mục (1)",
  letterHeading: "Đề mục a)",
  plainHeading: "Đề mục không số",
  authority: "Quyền hạn",
  position: "Chức vụ",
  directPosition: "Chức vụ người ký trực tiếp",
  concurrently: "“kiêm”",
  signerName: "Họ và tên người ký",
  confirmation: "Xác nhận chữ ký",
  recipientsLabel: "“Nơi nhận”",
  recipient: "Các nơi nhận",
  urgency: "Độ khẩn",
  secrecy: "Độ mật",
  circulation: "Chỉ dẫn lưu hành",
  publicity: "Chỉ dẫn phổ biến",
  draftMark: "Chỉ dẫn dự thảo",
  drafter: "Người soạn thảo",
  contact: "Thông tin liên hệ",
  pageNumber: "Số trang",
  annexLabel: "Nhãn phụ lục",
  annexTitle: "Tên phụ lục",
  annexAttachment: "Dòng kèm theo",
  annexRule: "Gạch dưới phụ lục",
  tableHead: "Đầu bảng",
  tableColumnNumber: "Số cột",
  tableBody: "Nội dung bảng",
  footnote: "Chú thích",
};

export const sayComponent = (component: Component): string => NAMES[component];

export const sayNumber = (value: number): string => String(Math.round(value * 100) / 100).replace(".", ",");

export const sayRange = ({ min, max }: Range, unit: string): string =>
  max === undefined
    ? `từ ${sayNumber(min)} ${unit} trở lên`
    : min === max
      ? `${sayNumber(min)} ${unit}`
      : `${sayNumber(min)}–${sayNumber(max)} ${unit}`;

const ALIGNMENTS = { left: "canh trái", center: "canh giữa", right: "canh phải", justify: "canh đều hai bên" } as const;

const sayLine = ({ rule, value }: Formatting["line"]): string =>
  rule === "exact" ? `Exactly ${sayNumber(value)} pt` : `${sayNumber(value)} dòng`;

const RANGE_WORDS: Partial<Record<Property, readonly [string, string]>> = {
  size: ["cỡ chữ", ""],
  firstIndent: ["thụt đầu dòng", "mm"],
  before: ["cách đoạn trên", "pt"],
  after: ["cách đoạn", "pt"],
};

const YES_NO: Partial<Record<Property, readonly [string, string]>> = {
  bold: ["chữ đậm", "chữ không đậm"],
  italic: ["chữ nghiêng", "chữ đứng"],
  underline: ["có gạch chân", "không gạch chân"],
};

/** A value as a clerk sees it in Word. */
export function sayValue(property: Property, value: Formatting[Property]): string {
  if (typeof value === "number") {
    const [name, unit] = RANGE_WORDS[property] ?? ["", ""];
    return `${name} ${sayNumber(value)} ${unit}`.trim();
  }
  if (typeof value === "object") return `giãn dòng ${sayLine(value)}`;
  switch (value) {
    case true:
      return YES_NO[property]?.[0] ?? "có";
    case false:
      return YES_NO[property]?.[1] ?? "không";
    case "capitals":
      return "chữ in hoa";
    case "sentence":
      return "chữ thường";
    default:
      return ALIGNMENTS[value];
  }
}

/** What the norm accepts, in words. */
export function sayAcceptance(property: Property, accepted: unknown): string {
  const range = RANGE_WORDS[property];
  if (range !== undefined) return `${range[0]} ${sayRange(accepted as Range, range[1])}`.trim();
  if (property === "line") {
    const lines = accepted as readonly { readonly rule: "exact" | "auto"; readonly value: Range }[];
    return `giãn dòng ${lines.map(({ rule, value }) => (rule === "exact" ? `Exactly ${sayRange(value, "pt")}` : sayRange(value, "dòng"))).join(" hoặc ")}`;
  }
  return (accepted as readonly Exclude<Formatting[Property], Formatting["line"]>[])
    .map((value) => sayValue(property, value))
    .join(" hoặc ");
}
