/** What a rule of the checker is. A rule's file is its own documentation: its wording, reason and examples stand in it. */
import type { Severity } from "../findings/finding.js";
import type { Document, NormId } from "../model/document.js";
import type { Norm } from "../norms/norm.js";
import type { CheckContext, PrintedHead } from "./context.js";

/** What a rule rests on: the norm's own words, its samples and tables of signed texts, or the practice of offices. */
export type Basis = "norm" | "sample" | "practice";

/** Only what the norm itself says may be an error (norms §3). */
export type Judgement =
  | { readonly severity: "error"; readonly basis: "norm" }
  | { readonly severity: Exclude<Severity, "error">; readonly basis: Basis };

/** An excerpt of a draft: keys of the header that differ from a sound draft, or a body, or the head as printed. */
export interface Example {
  /** It is judged as a finished document, whose every word somebody typed. */
  readonly finished?: true;
  readonly header?: { readonly [key: string]: string };
  readonly body?: string;
  readonly printed?: PrintedHead;
}

/** One place where a document breaks a rule. */
export interface Fault {
  /** The words found fault with, as printed. */
  readonly quote: string;
  /** What was found. */
  readonly found: string;
  /** What to do. */
  readonly remedy: string;
  /** What to do in a finished file, where `remedy` speaks of a draft. */
  readonly inWord?: string;
  /** The part of the model, or the field of the header, that it stands in. */
  readonly part?: object | undefined;
  readonly field?: keyof Document | undefined;
  /** Where this case is less sure than the rule. */
  readonly less?: Exclude<Severity, "error">;
}

/** A rule about text or structure. */
export type Rule = Judgement & {
  /** P, S and C as in the sheet of norms; V is our own. */
  readonly id: string;
  /** What it is about, in a few words. */
  readonly title: string;
  /** Layout norms under which it holds. */
  readonly norms: readonly NormId[];
  /** First day of signing (ISO) from which it holds; always under its norms when absent. */
  readonly from?: string;
  /** The clause under a norm. */
  readonly clause: (norm: Norm) => string;
  readonly reason: string;
  readonly right: Example;
  readonly wrong: Example;
  readonly check: (context: CheckContext) => Iterable<Fault>;
};

export const PARTY: readonly NormId[] = ["hd05", "hd36"];
export const STATE: readonly NormId[] = ["nd30"];
export const EVERY: readonly NormId[] = ["hd05", "hd36", "nd30"];

/** Clause of what no norm says. */
export const EDITORIAL = (): string => "quy ước soạn thảo";
