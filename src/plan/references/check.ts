/** Whether the parts that a document speaks of are there, and whether its annexes are named and numbered. */
import type { Finding } from "../../findings/finding.js";
import {
  type ReferenceFinding,
  type ReferenceParams,
  reportReference,
} from "../../findings/messages/plan/references.js";
import type { Annex } from "../../model/annex.js";
import type { Document } from "../../model/document.js";
import { chooseNorm } from "../../norms/choose.js";
import { nd30Clause } from "../../norms/clause.js";
import { printRoman } from "../../norms/numerals.js";
import { NOWHERE, type Places, placeOf, type TextPlace } from "../places.js";
import type { Point } from "../points/index.js";
import { plainTexts } from "../texts.js";
import { numberOf, reckon } from "./annex-number.js";
import { type AnnexReference, type PlacedReference, ReferenceReader } from "./read.js";

export interface ReferenceReading {
  readonly references: readonly PlacedReference[];
  readonly annexReferences: readonly AnnexReference[];
  /** Annexes that no text names. */
  readonly unmentioned: readonly Annex[];
  /** Findings with their places in a draft; without places they have none. `finished`: of a file, not of a draft. */
  readonly findings: (places?: Places, finished?: boolean) => readonly Finding[];
}

const ARTICLES: ReadonlySet<string> = new Set(["article", "chapter"]);

function check(document: Document, reader: ReferenceReader, places: Places, finished: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const report = <K extends ReferenceFinding>(
    id: K,
    params: ReferenceParams<K>,
    where: TextPlace,
    clause?: string,
  ): void => {
    const finding = reportReference(id, params, placeOf(where, places), clause);
    findings.push("printed" in params ? { ...finding, quote: params.printed } : finding);
  };
  const norm = chooseNorm(document).id;
  const clause =
    norm === "hd05"
      ? "Hướng dẫn 05-HD/VPTW, Phần II, mục II, khoản 1"
      : norm === "nd30"
        ? nd30Clause("III.1")
        : undefined;
  // a document without articles that names one speaks of another's: "dự thảo gồm 3 điều: Điều 1. …"
  const articles = document.body.some(
    (block) => "mark" in block && block.mark !== undefined && ARTICLES.has(block.mark.form),
  );
  for (const { printed, part, point, where } of reader.references)
    if (point === undefined && (articles || !/Điều|[Cc]hương/u.test(printed)))
      report("plan/reference-missing", { printed, part }, where);
  for (const { printed, annex, where } of reader.annexReferences)
    if (annex === undefined) report("plan/annex-missing", { printed, finished }, where);
  for (const annex of reader.unmentioned)
    report("plan/annex-unmentioned", { label: annex.label }, { part: annex, offset: 0 }, clause);
  if (document.annexes.length < 2) return findings;
  const roman = document.family === "state";
  for (const annex of document.annexes) {
    const number = numberOf(annex.label);
    const value = reckon(number);
    if (value === undefined || value === 0 || /^\d+$/u.test(number) !== roman) continue;
    const proposed = `Phụ lục ${roman ? printRoman(value) : value}`;
    report("plan/annex-numerals", { label: annex.label, roman, proposed }, { part: annex, offset: 0 }, clause);
  }
  return findings;
}

/**
 * The references of a document to its own points and annexes, resolved.
 *
 * @param points the points of the same document
 */
export function checkReferences(document: Document, points: readonly Point[]): ReferenceReading {
  const reader = new ReferenceReader(document, points, plainTexts(document, points)).read();
  const { references, annexReferences, unmentioned } = reader;
  return {
    references,
    annexReferences,
    unmentioned,
    findings: (places = NOWHERE, finished = false) => check(document, reader, places, finished),
  };
}
