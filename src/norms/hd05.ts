import { hd05Clause, USAGE } from "./clause.js";
import { HD05_ROWS } from "./hd05-rows.js";
import type { Norm } from "./norm.js";
import { ruling } from "./rows.js";

const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
const BACK_MARGINS = { top: 20, bottom: 20, left: 15, right: 30 };
const LIMITS = {
  top: { min: 20, max: 20 },
  bottom: { min: 20, max: 20 },
  left: { min: 30, max: 30 },
  right: { min: 15, max: 15 },
};

/** Hướng dẫn 05-HD/VPTW: Party documents signed from 27/5/2026. */
export const HD05: Norm = {
  id: "hd05",
  family: "party",
  citation: "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng",
  from: "2026-05-27",
  font: ruling("Times New Roman", ["Times New Roman"], hd05Clause("IV.1")),
  page: {
    size: ruling({ width: 210, height: 297 }, { width: 210, height: 297 }, hd05Clause("IV.3")),
    margins: ruling(MARGINS, LIMITS, hd05Clause("IV.4.1")),
    backMargins: ruling(BACK_MARGINS, { ...LIMITS, left: LIMITS.right, right: LIMITS.left }, hd05Clause("IV.4.2")),
    // Where the line's edge or its middle is measured from is not said: 2 mm either way.
    numberFromTop: ruling(10, { min: 8, max: 12 }, hd05Clause("IV.5.1")),
    annexNumbering: ruling("own", ["own"], hd05Clause("IV.5.2")),
  },
  rows: HD05_ROWS,
  titles: {
    national: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
    nationalRule: { fraction: 1, accept: { min: 0.9, max: 1.1 } },
    belowIssuer: { kind: "text", text: "*" },
    belowSubject: { kind: "text", text: "-----" },
    dateBeside: "nationalTitle",
  },
  number: {
    prefix: "Số ",
    afterSequence: "-",
    betweenCodes: "/",
    letterShowsType: true,
    codesByType: {},
    clause: hd05Clause("3.2.2"),
  },
  paddedMonths: ruling([1, 2], [1, 2], hd05Clause("4.2.2")),
  letterSubjectPrefix: ruling("về việc", ["về việc", ""], hd05Clause("5.2.3"), "I"),
  legalBases: { opening: "- ", separator: ";", last: ".", clause: hd05Clause("6.2.3") },
  endMark: ruling(".", ["."], hd05Clause("6.2.2")),
  headings: {
    component: {
      part: "partMark",
      chapter: "partMark",
      section: "sectionMark",
      subsection: "sectionMark",
      article: "article",
      roman: "romanHeading",
      number: "numberHeading",
      number2: "number2Heading",
      number3: "number3Heading",
      bracketNumber: "bracketHeading",
      letter: "letterHeading",
      bracketRoman: "bracketHeading",
      dash: "body",
      plus: "body",
      star: "body",
    },
    romanSuffix: ruling("-", ["-", "."], USAGE, "N-scan"),
    partNumerals: ["roman", "words"],
    clause: hd05Clause("6.2.4"),
  },
  authority: {
    marks: [
      { mark: "T/M", meaning: "onBehalf" },
      { mark: "K/T", meaning: "forHead" },
      { mark: "T/L", meaning: "byOrder" },
      { mark: "Q.", meaning: "acting" },
    ],
    clause: hd05Clause("7.1.1"),
  },
  signatureSpace: ruling(28, { min: 10 }, USAGE, "I"),
  recipients: {
    label: "Nơi nhận",
    colonInLabel: false,
    separator: ";",
    last: ".",
    archiveOpening: "Lưu ",
    asAddressed: "Như trên",
    clause: hd05Clause("9.2.5"),
  },
  addressees: {
    phraseByType: { "cong-van": "Kính gửi", "to-trinh": "Kính trình", "phieu-trinh": "Kính trình" },
    required: ["cong-van", "to-trinh"],
    oneOnPhraseLine: true,
    separator: ";",
    last: ";",
    acceptLast: [";", "."],
    only: "",
    clause: hd05Clause("9.2.5"),
  },
  annex: {
    numerals: "arabic",
    belowAttachment: "-----",
    dateForm: "short",
    commaBeforeDate: true,
    clause: hd05Clause("II.1"),
  },
  contactOn: "lastPage",
  publicityAt: "lastPageFoot",
  circulationFramed: false,
  urgencyFramed: false,
  // HD05 PII.II.2 leaves độ mật to the law on state secrets.
  secrecy: undefined,
  urgencies: ["KHẨN", "THƯỢNG KHẨN", "HOẢ TỐC"],
};
