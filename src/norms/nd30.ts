import { nd30Clause, USAGE } from "./clause.js";
import { HD05 } from "./hd05.js";
import { ND30_ROWS } from "./nd30-rows.js";
import type { Norm, RuleBelow } from "./norm.js";
import { ruling } from "./rows.js";

/** Margins of NĐ30 I.3, which the generator sets as the Party's norm fixes them; both satisfy the State's ranges. */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
const LIMITS = {
  top: { min: 20, max: 25 },
  bottom: { min: 20, max: 25 },
  left: { min: 30, max: 35 },
  right: { min: 15, max: 20 },
};
/** II.2.b, II.5.b: a third to a half of the line of text. */
const SHORT_RULE: RuleBelow = { fraction: 0.4, accept: { min: 1 / 3, max: 0.5 } };

/** Nghị định 30/2020/NĐ-CP: administrative documents of the State from 05/3/2020. */
export const ND30: Norm = {
  id: "nd30",
  family: "state",
  citation: "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
  from: "2020-03-05",
  font: ruling("Times New Roman", ["Times New Roman"], nd30Clause("I.4")),
  page: {
    size: ruling({ width: 210, height: 297 }, { width: 210, height: 297 }, nd30Clause("I.1")),
    margins: ruling(MARGINS, LIMITS, nd30Clause("I.3")),
    // The norm knows one page; the back mirrors it so that the bound edge keeps its width.
    backMargins: ruling(
      { ...MARGINS, left: 15, right: 30 },
      { ...LIMITS, left: { min: 15, max: 35 }, right: { min: 15, max: 35 } },
      USAGE,
      "I",
    ),
    // "In the top margin, centred": anywhere above the text.
    numberFromTop: ruling(10, { min: 0, max: 25 }, nd30Clause("I.7")),
    annexNumbering: ruling("own", ["own"], nd30Clause("III.1.đ")),
  },
  rows: ND30_ROWS,
  titles: {
    national: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    nationalRule: { fraction: 1, accept: { min: 0.9, max: 1.1 } },
    belowIssuer: { kind: "rule", ...SHORT_RULE },
    belowSubject: { kind: "rule", ...SHORT_RULE },
    dateBeside: "number",
  },
  number: {
    prefix: "Số: ",
    afterSequence: "/",
    betweenCodes: "-",
    letterShowsType: false,
    codesByType: {},
    clause: nd30Clause("II.3.c"),
  },
  paddedMonths: ruling([1, 2], [1, 2], nd30Clause("II.4.b")),
  letterSubjectPrefix: ruling("V/v", ["V/v"], nd30Clause("II.5.b")),
  legalBases: { opening: "", separator: ";", last: ".", clause: nd30Clause("II.6.a") },
  // The norm is silent; its templates end so.
  endMark: ruling("./.", ["./."], nd30Clause("PL3.1.4"), "I"),
  headings: {
    component: HD05.headings.component,
    romanSuffix: ruling(".", ["."], nd30Clause("V.6")),
    partNumerals: ["roman"],
    clause: nd30Clause("II.6.đ"),
  },
  authority: {
    marks: [
      { mark: "TM.", meaning: "onBehalf" },
      { mark: "KT.", meaning: "forHead" },
      { mark: "TL.", meaning: "byOrder" },
      { mark: "TUQ.", meaning: "delegated" },
      { mark: "Q.", meaning: "acting" },
    ],
    clause: nd30Clause("II.7.b"),
  },
  signatureSpace: ruling(28, { min: 10 }, USAGE, "I"),
  recipients: {
    label: "Nơi nhận",
    colonInLabel: true,
    separator: ";",
    last: ".",
    archiveOpening: "Lưu: ",
    asAddressed: "Như trên",
    clause: nd30Clause("II.9.d"),
  },
  addressees: {
    // A báo cáo has addressees only when it goes to a superior (II.9.b).
    phraseByType: { "cong-van": "Kính gửi", "to-trinh": "Kính gửi", "bao-cao": "Kính gửi" },
    required: ["cong-van", "to-trinh"],
    oneOnPhraseLine: true,
    separator: ";",
    last: ".",
    acceptLast: ["."],
    only: "",
    clause: nd30Clause("II.9.d"),
  },
  annex: {
    numerals: "roman",
    belowAttachment: "",
    dateForm: "words",
    commaBeforeDate: false,
    clause: nd30Clause("III.1"),
  },
  contactOn: "firstPage",
  // The norm has no such notice; an office that uses one gets it where the newest Party norm puts it.
  publicityAt: "lastPageFoot",
  circulationFramed: true,
  urgencyFramed: true,
  secrecy: { levels: ["MẬT", "TỐI MẬT", "TUYỆT MẬT"], clause: nd30Clause("III.2.a") },
  urgencies: ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"],
};
