/** Collects returns: files in, judged returns in the ledger out. What lies in the inbox stays as it is. */
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";
import { reportReturn } from "../../findings/messages/returns.js";
import { isTracking } from "../../plan/outputs/read-stamp.js";
import { READ_LIMITS, readWorkbook } from "../../workbook/read/index.js";
import { type Receipt, type Revision, sha256Of } from "../ledger/index.js";
import type { Stamp } from "../returns.js";
import { type CollectedTracking, takeInTracking, withoutLostTracking } from "../task-reports/index.js";
import type { CollectContext, CollectResult, OtherFile } from "./contract.js";
import { findFiles } from "./find-files.js";
import { asFinding, identify } from "./identify.js";
import { fromDisk, fromZip, type IncomingFile } from "./incoming.js";
import { type JudgingContext, judge, noteFigures, noteSending } from "./judge.js";
import { judgingContext } from "./judging-context.js";
import { purposeByName } from "./kinds-of-files.js";
import { type UnitNaming, unitNaming } from "./named-unit.js";
import { DEEPEST_ZIP, openZip, sizeFinding } from "./open-zip.js";
import { ScanPlacer, withoutLost } from "./place-scans.js";
import { type Attachment, type Job, type Plan, planFiles } from "./plan.js";
import { ReadAhead } from "./read-ahead.js";
import type { LoadedAttachment } from "./read-reports.js";
import { type Readers, startReaders } from "./readers.js";
import { receiptOf } from "./received-day.js";
import { Recorder } from "./recorder.js";
import { summarise } from "./summary.js";
import { UnreadableNotes } from "./unreadable-notes.js";

const isTooLarge = ({ size = 0 }: IncomingFile): boolean => size > READ_LIMITS.file;
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** One run. */
class Collection {
  readonly #context: CollectContext;
  readonly #judging: JudgingContext;
  readonly #recorder: Recorder;
  readonly #others: OtherFile[] = [];
  readonly #tracking: CollectedTracking[] = [];
  /** Signed papers without a workbook beside them: placed when all returns of the run are in the ledger. */
  readonly #scans: IncomingFile[] = [];
  readonly #notes: UnreadableNotes;
  #readers: Readers | undefined;
  /** Index among the returns by the file's hash. */
  readonly #seen = new Map<string, number>();

  constructor(context: CollectContext) {
    this.#context = context;
    this.#judging = judgingContext(context);
    this.#recorder = new Recorder(context);
    this.#notes = new UnreadableNotes(context, this.#naming());
  }

  async run(paths: readonly string[]): Promise<CollectResult> {
    const { disk, show, received, today, onProgress, ledger } = this.#context;
    const found = await findFiles(paths, disk, show);
    const files = found.files.map((file) => fromDisk(file, receiptOf(file, received, today), disk));
    let done = 0;
    const step = (file: IncomingFile): void => {
      done += 1;
      onProgress?.({ done, total: files.length, file: file.shown });
    };
    const { lost, findings } = await ledger.batch(async () => {
      try {
        await this.#work(await planFiles(files, this.#naming()), 1, step);
      } finally {
        await this.#recorder.settle();
        await this.#readers?.close();
      }
      await this.#placeScans();
    });
    if (lost.length > 0) this.#recorder.lose(lost);
    const tracking = withoutLostTracking(this.#tracking, lost);
    return summarise(this.#recorder.returns, withoutLost(this.#others, lost), tracking, [
      ...found.findings,
      ...findings,
    ]);
  }

  async #placeScans(): Promise<void> {
    const placer = new ScanPlacer(this.#context, this.#naming());
    for (const scan of this.#scans) {
      try {
        this.#others.push(await placer.place(scan));
      } catch (error) {
        this.#unexpected(scan, error);
      }
    }
  }

  /** Units by the names of their time: of the period that is collected, else of today. */
  #naming(): UnitNaming {
    const { period, ledger, register, today } = this.#context;
    const opened = period === undefined ? undefined : ledger.period(period);
    return opened === undefined ? unitNaming(register, today) : this.#judging.namingOf(opened.period);
  }

  async #work(plan: Plan, depth: number, step: (file: IncomingFile) => void): Promise<void> {
    for (const { file, what } of plan.foreign) {
      this.#other(file, "foreign", [reportInbox("cycle/foreign-file", { what }, { file: file.shown })]);
      step(file);
    }
    for (const attachment of plan.unplaced) {
      this.#unplaced(attachment);
      step(attachment.file);
    }
    const workbooks = plan.jobs.flatMap((job) =>
      job.kind === "return" && !isTooLarge(job.workbook) ? [job.workbook] : [],
    );
    const ahead = new ReadAhead(workbooks, this.#readersFor(workbooks.length), (hash) => !this.#isKnown(hash));
    for (const job of plan.jobs) {
      await this.#do(job, depth, ahead);
      step(job.kind === "zip" ? job.zip : job.workbook);
      if (job.kind === "return") for (const { file } of job.attachments) step(file);
    }
  }

  /** Threads are started once, for the first place with many workbooks. */
  #readersFor(workbooks: number): Readers {
    if (this.#readers !== undefined) return this.#readers;
    const { formSets, threads } = this.#context;
    const readers = startReaders(formSets, workbooks, threads);
    if (readers.threads > 0) this.#readers = readers;
    return readers;
  }

  async #do(job: Job, depth: number, ahead: ReadAhead): Promise<void> {
    const file = job.kind === "zip" ? job.zip : job.workbook;
    try {
      if (job.kind === "zip") await this.#unpack(job.zip, depth);
      else await this.#collect(job.workbook, job.attachments, ahead);
    } catch (error) {
      this.#unexpected(file, error);
    }
  }

  /** No file is worth the others: what nobody foresaw in one is told, and the rest goes on. */
  #unexpected(file: IncomingFile, error: unknown): void {
    const what = error instanceof Error ? error.message : String(error);
    this.#other(file, "unreadable", [reportInbox("cycle/unexpected", { what }, { file: file.shown })]);
  }

  #other(file: IncomingFile, kind: OtherFile["kind"], findings: readonly Finding[]): void {
    this.#others.push({ file: file.shown, kind, findings });
  }

  #unplaced({ file, purpose }: Attachment): void {
    if (purpose === "signed") this.#scans.push(file);
    else this.#other(file, "unplaced", [reportInbox("cycle/unplaced-attachment", {}, { file: file.shown })]);
  }

  async #unpack(zip: IncomingFile, depth: number): Promise<void> {
    const { shown } = zip;
    if (depth > DEEPEST_ZIP) {
      return this.#other(zip, "unreadable", [reportInbox("cycle/zip-nested", {}, { file: shown })]);
    }
    const tooLarge = sizeFinding(zip.size ?? 0, shown);
    if (tooLarge !== undefined) return this.#unreadable(zip, [], [tooLarge], `${zip.name}/${zip.size}`);
    const bytes = await zip.load();
    if (!(bytes instanceof Uint8Array)) return this.#outOfReach(zip, [], bytes);
    const { files, findings } = openZip(bytes, shown);
    if (findings.length > 0) await this.#unreadable(zip, [], findings, sha256Of(bytes));
    const incoming = files.map((file) => fromZip(file, zip)).filter(({ name }) => purposeByName(name) !== "junk");
    // files in a zip are no steps of their own: how many there are was not known
    await this.#work(await planFiles(incoming, this.#naming()), depth + 1, () => {});
  }

  async #collect(workbook: IncomingFile, attachments: readonly Attachment[], ahead: ReadAhead): Promise<void> {
    const { shown, size = 0 } = workbook;
    if (isTooLarge(workbook)) {
      const params = { megabytes: megabytes(size), most: megabytes(READ_LIMITS.file) };
      const finding = asFinding(reportReturn("return/too-large", params), shown);
      return this.#unreadable(workbook, attachments, [finding], `${workbook.name}/${size}`);
    }
    const fetched = await ahead.take(workbook);
    if (!("bytes" in fetched)) {
      // what cannot be unpacked now never can; a disk may give away later what it does not now
      if (workbook.size === undefined) return this.#unreadable(workbook, attachments, [fetched], shown);
      return this.#outOfReach(workbook, attachments, fetched);
    }
    const { bytes, hash } = fetched;
    if (attachments.length === 0 && this.#isTold(workbook, hash)) return;
    const read = await (fetched.read ?? readWorkbook(bytes, this.#context.formSets));
    const { stamp } = read;
    if (stamp === undefined && isTracking(bytes)) return this.#trackTasks(workbook, bytes, attachments);
    if (stamp === undefined) {
      const findings = read.findings.map((finding) => asFinding(finding, shown));
      return this.#unreadable(workbook, attachments, findings, hash);
    }
    const first = !this.#seen.has(hash);
    if (first) this.#seen.set(hash, this.#recorder.returns.length);
    const came = { workbook, bytes, stamp, read, loaded: await this.#load(attachments) };
    const identification = identify(stamp, this.#context.period, this.#judging);
    if ("refusal" in identification) return this.#recorder.refuse(came, identification.refusal);
    const submission = { file: workbook, stamp, read, attachments: came.loaded };
    const { identified } = identification;
    const judgement = judge(submission, identified, this.#judging);
    // a file that the ledger has changes nothing: should it be an older one, newer figures of its unit count
    if (first && this.#isNews(stamp, workbook.receipt, hash))
      noteFigures(submission, identified, judgement, this.#judging);
    noteSending(submission, identified, judgement, this.#judging);
    await this.#recorder.record(came, judgement);
  }

  /** A tracking workbook of a plan's tasks; what lies beside it is no part of it. */
  async #trackTasks(workbook: IncomingFile, bytes: Uint8Array, attachments: readonly Attachment[]): Promise<void> {
    const { name, shown, receipt } = workbook;
    this.#tracking.push(await takeInTracking({ bytes, name }, shown, receipt, this.#context));
    for (const attachment of attachments) this.#unplaced(attachment);
  }

  /** Whether recording a file may change what counts for its unit. */
  #isNews({ unit, period }: Stamp, { day, basis }: Receipt, hash: string): boolean {
    const { ledger, judgeAgain } = this.#context;
    const made = ledger.revisionsOfFile(hash).findLast((known) => known.unit === unit && known.period === period);
    const last = ledger.latest(unit, period);
    if (made === undefined && last !== undefined && basis === "given" && day < last.orderDay) return false;
    if (made === undefined || made.state === "refused") return true;
    return judgeAgain === true && last?.id === made.id;
  }

  /** A file that this run or the ledger has is told of, and not read again. */
  #isTold(workbook: IncomingFile, hash: string): boolean {
    const first = this.#recorder.returns[this.#seen.get(hash) ?? -1];
    const known = first === undefined ? this.#lastRevisionOf(hash) : undefined;
    if (first !== undefined) this.#recorder.duplicate(workbook, first);
    if (known !== undefined) {
      this.#seen.set(hash, this.#recorder.returns.length);
      this.#recorder.repeat(workbook, known);
    }
    return first !== undefined || known !== undefined;
  }

  #isKnown(hash: string): boolean {
    return this.#seen.has(hash) || this.#lastRevisionOf(hash) !== undefined;
  }

  /** A file that an earlier run told of is only counted. */
  async #unreadable(
    workbook: IncomingFile,
    attachments: readonly Attachment[],
    findings: readonly Finding[],
    hash: string,
  ): Promise<void> {
    const noted = await this.#notes.note(workbook, hash, findings);
    this.#others.push({ file: workbook.shown, kind: "unreadable", ...noted });
    this.#unsure(attachments);
  }

  /** The disk does not give a file away: it may do so in the next run, and says nothing about its unit. */
  #outOfReach(workbook: IncomingFile, attachments: readonly Attachment[], finding: Finding): void {
    this.#other(workbook, "unreadable", [finding]);
    this.#unsure(attachments);
  }

  /** Attachments may belong to a newer return than the ledger has, so that nothing is certain of them. */
  #unsure(attachments: readonly Attachment[]): void {
    for (const { file } of attachments) {
      this.#other(file, "unplaced", [reportInbox("cycle/beside-unreadable", {}, { file: file.shown })]);
    }
  }

  /**
   * The last revision of a unit, when this very file made it and nothing is to be judged again. A file that was refused
   * may be taken now.
   */
  #lastRevisionOf(hash: string): Revision | undefined {
    const { ledger, period, judgeAgain } = this.#context;
    if (judgeAgain === true) return undefined;
    const made = ledger
      .revisionsOfFile(hash)
      .findLast((revision) => period === undefined || revision.period === period);
    if (made === undefined || made.state === "refused") return undefined;
    return ledger.latest(made.unit, made.period)?.id === made.id ? made : undefined;
  }

  /** Attachments that can be read; others are told of. */
  async #load(attachments: readonly Attachment[]): Promise<readonly LoadedAttachment[]> {
    const loaded: LoadedAttachment[] = [];
    for (const attachment of attachments) {
      const { file } = attachment;
      const bytes = sizeFinding(file.size ?? 0, file.shown, "file") ?? (await file.load());
      if (bytes instanceof Uint8Array) loaded.push({ attachment, bytes });
      else this.#other(file, "unreadable", [bytes]);
    }
    return loaded;
  }
}

/**
 * Collects returns from files, folders and zips into the ledger. A bad file never stops the others; running again with the
 * same files adds nothing.
 *
 * @param paths absolute
 * @throws errors that nobody foresaw
 */
export function collect(paths: readonly string[], context: CollectContext): Promise<CollectResult> {
  return new Collection(context).run(paths);
}
