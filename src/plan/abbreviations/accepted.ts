/** Words in capitals that are no abbreviations to be explained, each with the reason. */

import type { Family } from "../../model/document.js";

interface Accepted {
  readonly reason: string;
  readonly words: readonly string[];
}

export const ACCEPTED: readonly Accepted[] = [
  {
    reason: "part of the name of a firm, as the law on enterprises writes it",
    words: ["TNHH", "MTV", "CP", "CTCP", "HTX"],
  },
  {
    reason: "name of an international organisation or agreement, known by its letters alone",
    words: ["ASEAN", "APEC", "WTO", "WHO", "UNESCO", "UNICEF", "EU", "ISO", "CPTPP", "EVFTA", "UNDP", "WB", "IMF"],
  },
  {
    reason: "measure or kind of capital that has no other usual name",
    words: ["GDP", "GRDP", "FDI", "ODA", "USD", "VND", "VNĐ", "PPP", "PCI", "CPI"],
  },
  {
    reason: "unit",
    words: ["MW", "KW", "GB", "MB", "TB", "HA", "KG", "KM", "KV"],
  },
  {
    reason: "file format or technical term that is a name",
    words: [
      "R&D",
      "PDF",
      "DOC",
      "DOCX",
      "XLS",
      "XLSX",
      "CSV",
      "XML",
      "QR",
      "SMS",
      "USB",
      "AI",
      "IT",
      "IP",
      "LAN",
      "VPN",
      "GPS",
    ],
  },
  {
    reason: "illness known by its letters alone",
    words: ["HIV", "AIDS", "COVID", "SARS"],
  },
  {
    reason: "head of a column of a table, explained by the table itself",
    words: ["TT", "STT", "ĐVT"],
  },
  {
    reason: "press and broadcasting stations whose names these are",
    words: ["VTV", "VOV"],
  },
  {
    reason: "place name as HD05 4.2.3 allows it",
    words: ["TP", "ĐK", "HCM"],
  },
];

/** Short forms that NĐ30 prints itself without explaining them (PL.I II.2: common phrases; `12/UBND-VX`). */
const OF_THE_STATE: ReadonlySet<string> = new Set(["UBND", "HĐND"]);

/** Whether a word in capitals needs no explanation in any document. */
export const isAccepted = (word: string): boolean => WORDS.has(word);
/** Whether it needs none in a document of this system. */
export const isAcceptedIn = (word: string, family: Family): boolean => family === "state" && OF_THE_STATE.has(word);
const WORDS: ReadonlySet<string> = new Set(ACCEPTED.flatMap(({ words }) => words));
