import type { Family, NormId } from "../model/document.js";
import type { SigningDate } from "../model/head.js";
import { HD05 } from "./hd05.js";
import { HD36 } from "./hd36.js";
import { ND30 } from "./nd30.js";
import type { Norm } from "./norm.js";
import { ND30_LIST, QD66, QD399, type Regulation } from "./regulation.js";

/** All layout norms. */
export const NORMS: readonly Norm[] = [HD05, HD36, ND30];

/** All regulations of types and authority. */
export const REGULATIONS: readonly Regulation[] = [QD399, QD66, ND30_LIST];

/** What decides which norm governs a document. */
export interface NormChoice {
  readonly family: Family;
  readonly date?: SigningDate | undefined;
  /** The norm that the author names; one of the other family is not taken. */
  readonly norm?: NormId | undefined;
}

/**
 * The layout norm that governs a document: the one its author names, else the newest of its family that was in
 * force on the day of signing. Where the day is open, the last day that it can be decides, so that an undated
 * draft takes the newest norm. A day before all norms takes the oldest. The clock is never read.
 *
 * @param choice family, date as far as it is known, and norm where named
 */
export function chooseNorm(choice: NormChoice): Norm {
  const own = NORMS.filter((norm) => norm.family === choice.family);
  return own.find((norm) => norm.id === choice.norm) ?? inForce(own, choice.date);
}

/**
 * The regulation of types and authority that governs a document. Its dates differ from those of the layout norms.
 *
 * @param choice family, and date as far as it is known
 */
export function chooseRegulation(choice: Pick<NormChoice, "family" | "date">): Regulation {
  return inForce(
    REGULATIONS.filter((regulation) => regulation.family === choice.family),
    choice.date,
  );
}

/**
 * The layout norm with this id.
 *
 * @param id hd05, hd36 or nd30
 */
export function normById(id: NormId): Norm {
  const norm = NORMS.find((candidate) => candidate.id === id);
  if (norm === undefined) throw new Error(`no norm ${id}`);
  return norm;
}

function inForce<T extends { readonly from: string }>(dated: readonly T[], date: SigningDate | undefined): T {
  const newestFirst = dated.toSorted((a, b) => b.from.localeCompare(a.from));
  const chosen = newestFirst.find((one) => one.from <= lastDay(date)) ?? newestFirst.at(-1);
  if (chosen === undefined) throw new Error("no norm is declared for this family");
  return chosen;
}

/** The last day that the date can be, ISO; day 31 of any month sorts behind its real days, which is all that counts. */
function lastDay(date: SigningDate | undefined): string {
  if (date === undefined) return "9999-12-31";
  const pad = (value: number) => String(value).padStart(2, "0");
  const day = date.month === undefined ? undefined : date.day;
  return `${date.year}-${pad(date.month ?? 12)}-${pad(day ?? 31)}`;
}
