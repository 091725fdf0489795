/** Recording a return: its files first, then one change with everything that was read from it. */
import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/day.js";
import type { ReturnedValue } from "../returns.js";
import { changesBetween } from "./changes.js";
import { command, orNull } from "./connection.js";
import type { LedgerContext } from "./context.js";
import {
  type CheckedRevision,
  type Receipt,
  type Recorded,
  type Revision,
  RevisionFields,
  type RevisionInput,
} from "./contract.js";
import { findingOf } from "./failure.js";
import { insertJudgement } from "./judgement.js";
import { findFile, insertAttachments, insertFile, type KeptAttachment } from "./kept-files.js";
import { notePaper } from "./papers.js";
import { findPeriod, listEvents } from "./periods.js";
import { type KeptFile, type ReceivedFile, receivedName, sha256Of } from "./received-files.js";
import { receivingOf } from "./receiving.js";
import { findRevision, highestNumber, latestOf, previousOf, sameFileOf } from "./revisions.js";
import { figuresHash, insertValues, listValues, uniqueValues } from "./values.js";

const INSERT = command(
  `INSERT INTO revisions (period, unit, number, file, file_name, received_day, received_basis, state, form_set,
   form_set_version, outline, outline_hash, figures_hash, findings_hash, who, made_at, order_day)
   VALUES (:period, :unit, :number, :file, :fileName, :day, :basis, :state, :formSet, :version, :outline, :outlineHash,
   :figuresHash, :findingsHash, :who, :madeAt, :orderDay)`,
  [
    ...(["period", "unit", "number", "file", "fileName", "day", "basis", "state", "formSet", "version"] as const),
    ...(["outline", "outlineHash", "figuresHash", "findingsHash", "who", "madeAt", "orderDay"] as const),
  ],
);

/** A return that was checked and whose files' hashes are known. */
interface Candidate {
  readonly fields: CheckedRevision;
  readonly values: readonly ReturnedValue[];
  readonly sha256: string;
  readonly findingsHash: string;
}

type Kept = KeptFile & { readonly name: string };

const refused = (...findings: readonly Finding[]): Recorded => ({ kind: "refused", findings });

/** The revision that this return only repeats. */
function repeatedBy({ connection }: LedgerContext, { fields, sha256, findingsHash }: Candidate): Revision | undefined {
  const { unit, period, state, judgedAgain } = fields;
  const same = sameFileOf(connection, unit, period, sha256);
  if (same === undefined) return undefined;
  // refused then (the period was locked, say) and not now
  if (same.state === "refused" && state !== "refused") return undefined;
  const changed = same.state !== state || same.findingsHash !== findingsHash;
  // an older file judged again must not take the place of a newer one
  return judgedAgain && changed && latestOf(connection, unit, period)?.id === same.id ? undefined : same;
}

/** Why the ledger does not take a return. */
function objectionTo(
  { connection, file }: LedgerContext,
  { unit, period, state }: CheckedRevision,
): Finding | undefined {
  const opened = findPeriod(connection, period);
  if (opened === undefined) return reportLedger("ledger/period-not-opened", { period }, { file });
  const { state: receiving } = receivingOf(opened, listEvents(connection, period, unit));
  const closed = receiving === "locked" && state !== "refused";
  return closed
    ? reportLedger("ledger/period-locked", { unit, period, name: opened.period.name }, { file })
    : undefined;
}

/** A file that the ledger has, for a return that it has: only what is new of paper and attachments is written. */
function repeat(
  { connection, file, time }: LedgerContext,
  known: Revision,
  { paper }: CheckedRevision,
  attachments: readonly KeptAttachment[],
): Recorded {
  const at = time();
  notePaper(connection, known.id, known.paper, paper, at);
  insertAttachments(connection, known.id, attachments, at);
  const revision = findRevision(connection, known.id) ?? known;
  const last = latestOf(connection, known.unit, known.period);
  const older = last !== undefined && last.id !== known.id;
  const params = { unit: known.unit, number: known.number, last: last?.number ?? known.number };
  const findings = older ? [reportLedger("ledger/older-file-again", params, { file })] : [];
  return { kind: "repeated", revision, changes: [], findings };
}

/** A file's own time says little: such a return comes after those that are there. */
function orderDayOf({ day, basis }: Receipt, last: Revision | undefined): Day {
  return basis === "file" && last !== undefined && last.orderDay > day ? last.orderDay : day;
}

function insert(
  { connection, places, time, file }: LedgerContext,
  { fields, values, findingsHash }: Candidate,
  workbook: Kept,
  attachments: readonly KeptAttachment[],
): Recorded {
  const { unit, period, state, received, outline, paper } = fields;
  const madeAt = time();
  const number = highestNumber(connection, unit, period) + 1;
  const last = latestOf(connection, unit, period);
  insertFile(connection, { sha256: workbook.sha256, size: workbook.size, suffix: workbook.suffix }, madeAt);
  const id = INSERT(connection, {
    ...{ period, unit, number, state, findingsHash, madeAt },
    file: workbook.sha256,
    fileName: workbook.name,
    day: received.day,
    basis: received.basis,
    orderDay: orderDayOf(received, last),
    formSet: orNull(outline?.formSet),
    version: orNull(outline?.version),
    outline: orNull(outline?.revision),
    outlineHash: orNull(outline?.hash),
    figuresHash: figuresHash(values),
    who: orNull(fields.who),
  });
  insertValues(connection, places, id, values);
  insertJudgement(connection, id, fields);
  notePaper(connection, id, { signed: false }, paper, madeAt);
  insertAttachments(connection, id, attachments, madeAt);
  const revision = findRevision(connection, id);
  if (revision === undefined) throw new Error(`revision ${id} is gone`);
  const before = previousOf(connection, revision);
  const changes = changesBetween(before === undefined ? [] : listValues(connection, before.id), values);
  const older = last !== undefined && latestOf(connection, unit, period)?.id === last.id;
  const params = { number, day: sayDay(received.day), last: last?.number ?? number };
  const findings = older ? [reportLedger("ledger/older-return", params, { file })] : [];
  return { kind: "recorded", revision, changes, findings };
}

async function keep({ connection, keeper }: LedgerContext, file: ReceivedFile, sha256: string): Promise<Kept> {
  const known = findFile(connection, sha256)?.suffix;
  return { ...(await keeper.keep(file, known)), name: receivedName(file.name) };
}

async function keepAttachments(
  context: LedgerContext,
  { attachments }: CheckedRevision,
): Promise<readonly KeptAttachment[]> {
  const kept: KeptAttachment[] = [];
  for (const { role, file } of attachments) {
    kept.push({ role, file: await keep(context, file, sha256Of(file.bytes)) });
  }
  return kept;
}

/**
 * Records a return: files, then one change. The same file of the same unit and period adds nothing.
 * Calls may overlap: their files are written side by side, and revisions are numbered in the order of the calls.
 *
 * @returns `refused` with the reason when nothing was recorded
 * @throws on input that breaks the contract, and on errors that nobody foresaw
 */
export async function recordRevision(context: LedgerContext, input: RevisionInput): Promise<Recorded> {
  const fields = RevisionFields.parse(input);
  const unique = uniqueValues(fields.values);
  if ("conflict" in unique) {
    const [first, second] = unique.conflict;
    const params = { unit: fields.unit, key: first.key, first: first.cell, second: second.cell };
    return refused(reportLedger("ledger/conflicting-values", params, { file: receivedName(fields.file.name) }));
  }
  const candidate: Candidate = {
    fields,
    values: unique.values,
    sha256: sha256Of(fields.file.bytes),
    findingsHash: sha256Of(JSON.stringify(fields.findings)),
  };
  const turn = context.turns.take();
  try {
    // no file is written for a return that the ledger does not take
    const objection = repeatedBy(context, candidate) === undefined ? objectionTo(context, fields) : undefined;
    if (objection !== undefined) return refused(objection);
    const attachments = await keepAttachments(context, fields);
    // also of a file that the ledger has: should it be missing, it is there again
    const workbook = await keep(context, fields.file, candidate.sha256);
    await turn.come;
    return await context.writes.write(`${fields.period}/${fields.unit}`, () => {
      const repeated = repeatedBy(context, candidate);
      if (repeated !== undefined) return repeat(context, repeated, fields, attachments);
      const late = objectionTo(context, fields);
      return late === undefined ? insert(context, candidate, workbook, attachments) : refused(late);
    });
  } catch (error) {
    context.writes.hold(`${fields.period}/${fields.unit}`, error);
    const finding = findingOf(error, context.file);
    if (finding === undefined) throw error;
    return refused(finding);
  } finally {
    turn.end();
  }
}
