/** What goes into the ledger and what comes out. */
import { z } from "zod";
import type { Finding } from "../../findings/finding.js";
import type { Measure, ValueKey } from "../../forms/form-set.js";
import type { Day } from "../../organisation/register.js";
import type { CellFinding, CellPlace, ReadReturn, ReturnedValue, ReturnState } from "../returns.js";
import type { KeptFile, ReceivedFile } from "./received-files.js";

/** `file` is the file's own time, shown as "theo tệp"; any other day was given by the desk (reporting §8.4). */
export type ReceiptBasis = "given" | "file";

export interface Receipt {
  readonly day: Day;
  readonly basis: ReceiptBasis;
}

/** The signed báo cáo that a return belongs to. */
export interface Paper {
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
  /** The signed paper (PDF or scan) is there. */
  readonly signed: boolean;
}

export type AttachmentRole = "signed" | "report" | "other";

/** The outline that a return was filled in, as its stamp says. */
export interface FilledOutline {
  readonly formSet: string;
  readonly version: string;
  readonly revision: number;
  readonly hash: string;
}

/** What a unit sent, read and judged. */
export interface RevisionInput {
  readonly unit: string;
  /** Id of an opened period. */
  readonly period: string;
  /** The workbook as received. */
  readonly file: ReceivedFile;
  readonly attachments?: readonly { readonly role: AttachmentRole; readonly file: ReceivedFile }[];
  readonly received: Receipt;
  /** Who at the desk took it in. */
  readonly who?: string;
  readonly state: ReturnState;
  readonly paper: Paper;
  readonly outline?: FilledOutline;
  readonly values: readonly ReturnedValue[];
  readonly findings: readonly CellFinding[];
  readonly narrative?: ReadReturn["narrative"];
  readonly lists?: ReadReturn["lists"];
  readonly explanations?: ReadReturn["explanations"];
  /**
   * The same file judged again, say after a handover was corrected. Only with it, and only when the judgement differs,
   * does a file that the ledger has make another revision.
   */
  readonly judgedAgain?: boolean;
}

/** One version of a unit's return. */
export interface Revision {
  readonly id: number;
  readonly unit: string;
  readonly period: string;
  /** From 1, in the order of recording, which need not be that of receipt. */
  readonly number: number;
  readonly state: ReturnState;
  readonly received: Receipt;
  readonly file: KeptFile & { readonly name: string /** From the ledger's folder. */; readonly path: string };
  readonly paper: Paper;
  readonly outline?: FilledOutline;
  readonly who?: string;
  /** Time of recording, ISO in UTC. */
  readonly madeAt: string;
  /** Hash over all figures that are numbers: equal in two returns with the same figures. */
  readonly figuresHash: string;
  /** Hash over the findings: equal when judged alike. */
  readonly findingsHash: string;
  /**
   * By which revisions of a unit follow each other: the day of receipt, where it was given. A file's own time may be of any
   * day, so that such a return comes after those that are there.
   */
  readonly orderDay: Day;
}

export type Change = "created" | "updated" | "removed" | "same";

/** What became of one value against the unit's previous revision. */
export interface ValueChange {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly change: Change;
  readonly before?: number;
  readonly after?: number;
  /** Its cell in the new revision; in the old one when it was removed with its cell. */
  readonly cell: CellPlace;
}

/** What recording did. `repeated`: the ledger had this file of this unit and period, and nothing was added. */
export type Recorded =
  | {
      readonly kind: "recorded" | "repeated";
      readonly revision: Revision;
      readonly changes: readonly ValueChange[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Text, lists and explanations of a revision. */
export interface RevisionText {
  readonly narrative: ReadReturn["narrative"];
  readonly lists: ReadReturn["lists"];
  readonly explanations: ReadReturn["explanations"];
}

/** A figure of an earlier period, and the cell of the file in which it stands. */
export interface PriorFigure {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly value: number;
  readonly cell: CellPlace;
  readonly file: { readonly sha256: string; readonly name: string };
}

/** Figures of a unit that later periods rest on: of its locked return, or else of files with opening figures. */
export interface PriorFigures {
  readonly unit: string;
  readonly period: string;
  /** The return that counted when the period was locked; absent for figures out of a file of opening figures. */
  readonly revision?: Revision;
  /** Re-opened since the lock: the figures may still change. */
  readonly reopened: boolean;
  readonly figures: readonly PriorFigure[];
}

/** A row of a file with figures of earlier years (số đầu kỳ). */
export interface BalanceRow extends Omit<PriorFigure, "file"> {
  readonly unit: string;
  /** `2025-nam`; need not have been opened here. */
  readonly period: string;
}

/** Those of a review's years among them: `baseline`, `year1`. */
export const Measures = z.custom<Measure>(
  (value) => typeof value === "string" && /^(?:actual|estimate|official|baseline|year\d{1,2})$/u.test(value),
);
const IsoDay = z.iso.date();
const Cell = z.object({ sheet: z.string(), address: z.string() });
const Named = z.string().min(1);
const File = z.object({ bytes: z.instanceof(Uint8Array), name: z.string() });

/** A figure as read. */
export const ValueFields = z.object({
  key: Named,
  measure: Measures,
  value: z.number().optional(),
  typed: z.string().optional(),
  cell: Cell,
});

/** What `recordRevision` accepts; anything else is a mistake of the program and thrown. */
export const RevisionFields = z.object({
  unit: Named,
  period: Named,
  file: File,
  attachments: z.array(z.object({ role: z.enum(["signed", "report", "other"]), file: File })).default([]),
  received: z.object({ day: IsoDay, basis: z.enum(["given", "file"]) }),
  who: z.string().optional(),
  state: z.enum(["accepted", "explain", "correct", "refused"]),
  paper: z.object({
    number: z.string().optional(),
    date: z.string().optional(),
    signer: z.string().optional(),
    signed: z.boolean(),
  }),
  outline: z.object({ formSet: Named, version: Named, revision: z.int().positive(), hash: z.string() }).optional(),
  values: z.array(ValueFields),
  findings: z.array(
    z.object({
      rule: Named,
      weight: z.enum(["error", "explain", "note"]),
      id: Named,
      severity: z.enum(["error", "warning", "note"]),
      found: z.string(),
      remedy: z.string(),
      clause: z.string().optional(),
      place: z
        .object({
          file: z.string().optional(),
          line: z.number().optional(),
          column: z.number().optional(),
          component: z.string().optional(),
        })
        .optional(),
      cell: Cell.optional(),
      explanation: z.string().optional(),
    }),
  ),
  narrative: z.array(z.object({ mark: z.string(), title: z.string(), text: z.string() })).default([]),
  lists: z.record(z.string(), z.array(z.array(z.string()))).default({}),
  explanations: z.record(z.string(), z.string()).default({}),
  judgedAgain: z.boolean().default(false),
});

export type CheckedRevision = z.output<typeof RevisionFields>;

/** What `loadOpeningBalances` accepts. */
export const BalanceFields = z.object({
  unit: Named,
  period: Named,
  key: Named,
  measure: Measures,
  value: z.number(),
  cell: Cell,
});
