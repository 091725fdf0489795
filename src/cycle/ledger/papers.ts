/** The signed báo cáo of a revision, which often comes later than the workbook. */
import { type Connection, command, orNull } from "./connection.js";
import type { Paper } from "./contract.js";

const INSERT = command(
  `INSERT INTO papers (revision, number, date, signer, signed, at)
   VALUES (:revision, :number, :date, :signer, :signed, :at)`,
  ["revision", "number", "date", "signer", "signed", "at"],
);

/** What is known of a paper after hearing of it again: what was known stays known. */
export function mergePapers(known: Paper, heard: Paper): Paper {
  return { ...known, ...heard, signed: known.signed || heard.signed };
}

/** Nothing of it is known. */
const isBlank = ({ number, date, signer, signed }: Paper): boolean =>
  !signed && number === undefined && date === undefined && signer === undefined;

/**
 * Writes what is known of a revision's paper, if that is news.
 *
 * @returns whether it was
 */
export function notePaper(connection: Connection, revision: number, known: Paper, heard: Paper, at: string): boolean {
  const { number, date, signer, signed } = mergePapers(known, heard);
  const news = number !== known.number || date !== known.date || signer !== known.signer || signed !== known.signed;
  if (!news || isBlank(heard)) return false;
  INSERT(connection, {
    ...{ revision, at },
    number: orNull(number),
    date: orNull(date),
    signer: orNull(signer),
    signed: signed ? 1 : 0,
  });
  return true;
}
