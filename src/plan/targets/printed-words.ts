/** Words of a statement as its reading keeps them: on one line, without marks of period or signs at their ends. */
import { periodMarks } from "./periods.js";

export const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
export const trimmed = (text: string): string => oneLine(text).replace(/^[\s,;.:]+|[\s,;.:]+$/gu, "");

export const withoutMarks = (text: string): string =>
  periodMarks(text).reduceRight((left, { at, to }) => left.slice(0, at) + left.slice(to), text);

export const withoutPeriod = (text: string): string => trimmed(withoutMarks(text)).replace(/\s+(?:trong|vào)$/u, "");
