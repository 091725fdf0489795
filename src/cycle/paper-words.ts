/** How the paper of a return is spoken of. */
import { sayDay } from "../periods/day.js";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** What is known of a paper. */
export interface SpokenPaper {
  readonly number?: string;
  /** ISO, or what a unit typed where it is no day. */
  readonly date?: string;
  readonly signer?: string;
}

/** `22/5/2026`; what was typed where it is no day. */
export const sayPaperDate = (date: string): string => (ISO_DAY.test(date) ? sayDay(date) : date);

/** `báo cáo số 12-BC/ĐU, ngày 22/5/2026, người ký Lò Thị Mai`; empty where nothing is known. */
export function sayPaper({ number, date, signer }: SpokenPaper): string {
  const facts = [
    number === undefined ? "" : `số ${number}`,
    date === undefined ? "" : `ngày ${sayPaperDate(date)}`,
    signer === undefined ? "" : `người ký ${signer}`,
  ].filter((fact) => fact !== "");
  return facts.length === 0 ? "" : `báo cáo ${facts.join(", ")}`;
}
