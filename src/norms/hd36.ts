import { hd36Clause, USAGE } from "./clause.js";
import { HD05 } from "./hd05.js";
import type { Component, Norm } from "./norm.js";
import { bold, capitals, centered, deriveRows, rowsOf, ruling, usage } from "./rows.js";

/** Where HD36 speaks of a component elsewhere than in its table of sizes and styles. */
const CLAUSES: { readonly [C in Component]?: string } = {
  issuerStar: "1.2.2",
  subjectRule: "1.5.2",
  issuingAuthority: USAGE,
  legalBasis: "1.6.2",
  operativeWords: USAGE,
  body: "1.6.2",
  directPosition: "1.7.1",
  concurrently: "1.7.1",
  confirmation: "1.7.1",
  publicity: "2.2",
  annexLabel: "4.5",
  annexTitle: "4.5",
  annexAttachment: USAGE,
  annexRule: USAGE,
  tableHead: USAGE,
  tableColumnNumber: USAGE,
  tableBody: USAGE,
  footnote: USAGE,
};

const row = rowsOf(hd36Clause);
/** HD36 1.6.2: "Exactly", at least 18 pt, no upper limit. */
const LINE = { line: [{ rule: "exact", value: { min: 18 } }] } as const;
const spaced = HD05.rows
  .filter((candidate) => candidate.accept.line !== undefined)
  .map((candidate) => ({
    ...candidate,
    accept: { ...candidate.accept, ...LINE },
    clause: hd36Clause(CLAUSES[candidate.component] ?? "PL3"),
  }));

/** Hướng dẫn 36-HD/VPTW: Party documents signed from 03/4/2018 to 26/5/2026. Stated as differences from HD05. */
export const HD36: Norm = {
  ...HD05,
  id: "hd36",
  citation: "Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng",
  from: "2018-04-03",
  until: "2026-05-26",
  font: { ...HD05.font, clause: hd36Clause("PL3") },
  page: {
    size: { ...HD05.page.size, clause: hd36Clause("4.2") },
    margins: { ...HD05.page.margins, clause: hd36Clause("4.3") },
    backMargins: { ...HD05.page.backMargins, clause: hd36Clause("4.3") },
    numberFromTop: { ...HD05.page.numberFromTop, clause: hd36Clause("4.4") },
    annexNumbering: ruling("continuous", ["own", "continuous"], USAGE, "I"),
  },
  rows: deriveRows(HD05.rows, (component) => hd36Clause(CLAUSES[component] ?? "PL3"), [
    ...spaced,
    row("addressee", "PL3", 14, { after: 6 }),
    row("drafter", "PL3", 8, capitals, { before: 6 }),
    row("secrecy", "2.1", 14, usage, bold, capitals, centered, { before: 6 }),
  ]),
  number: {
    ...HD05.number,
    // Công văn 3294-CV/VPTW/nb (11/3/2019) changed QĐi to QĐ; its text has not been seen, so both are good.
    codesByType: { "quy-dinh": ruling("QĐi", ["QĐi", "QĐ"], hd36Clause("1.3.1.b")) },
    clause: hd36Clause("1.3.2"),
  },
  paddedMonths: { ...HD05.paddedMonths, clause: hd36Clause("1.4.2") },
  letterSubjectPrefix: ruling("", ["", "về việc"], hd36Clause("1.5.2"), "I"),
  legalBases: { ...HD05.legalBases, last: ",", clause: hd36Clause("1.6.2") },
  endMark: { ...HD05.endMark, clause: hd36Clause("1.6.2") },
  headings: { ...HD05.headings, clause: hd36Clause("1.6.2") },
  authority: { ...HD05.authority, clause: hd36Clause("1.7.1") },
  recipients: { ...HD05.recipients, separator: ",", clause: hd36Clause("1.9.2") },
  addressees: {
    ...HD05.addressees,
    phraseByType: { "cong-van": "Kính gửi", "to-trinh": "Kính gửi", "phieu-trinh": "Kính trình" },
    separator: ",",
    last: ",",
    acceptLast: [",", "."],
    only: "",
    clause: hd36Clause("1.9.2"),
  },
  annex: { ...HD05.annex, belowAttachment: "", clause: hd36Clause("4.5") },
  publicityAt: "belowSignature",
  secrecy: { levels: ["MẬT", "TỐI MẬT", "TUYỆT MẬT"], clause: hd36Clause("2.1") },
};
