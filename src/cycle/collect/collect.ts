/** Collects returns: files in, judged returns in the ledger out. What lies in the inbox stays as it is. */
import { reportInbox } from "../../findings/messages/cycle.js";
import { reportReturn } from "../../findings/messages/returns.js";
import { isTracking } from "../../plan/outputs/read-stamp.js";
import { READ_LIMITS, readWorkbook } from "../../workbook/read/index.js";
import { sha256Of } from "../ledger/index.js";
import { type CollectedTracking, takeInTracking, withoutLostTracking } from "../task-reports/index.js";
import type { CollectContext, CollectResult } from "./contract.js";
import { findFiles } from "./find-files.js";
import { asFinding, identify } from "./identify.js";
import { fromDisk, fromZip, type IncomingFile } from "./incoming.js";
import { type JudgingContext, judge, noteFigures, noteSending } from "./judge.js";
import { judgingContext } from "./judging-context.js";
import { purposeByName } from "./kinds-of-files.js";
import { KnownFiles } from "./known-files.js";
import { type UnitNaming, unitNaming } from "./named-unit.js";
import { DEEPEST_ZIP, openZip, sizeFinding } from "./open-zip.js";
import { OtherFiles } from "./other-files.js";
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
  readonly #others: OtherFiles;
  readonly #known: KnownFiles;
  readonly #tracking: CollectedTracking[] = [];
  #readers: Readers | undefined;

  constructor(context: CollectContext) {
    this.#context = context;
    this.#judging = judgingContext(context);
    this.#recorder = new Recorder(context);
    this.#others = new OtherFiles(new UnreadableNotes(context, this.#naming()));
    this.#known = new KnownFiles(context);
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
    return summarise(this.#recorder.returns, withoutLost(this.#others.told, lost), tracking, [
      ...found.findings,
      ...findings,
    ]);
  }

  async #placeScans(): Promise<void> {
    const placer = new ScanPlacer(this.#context, this.#naming());
    for (const scan of this.#others.scans) {
      try {
        this.#others.told.push(await placer.place(scan));
      } catch (error) {
        this.#others.unexpected(scan, error);
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
      this.#others.tell(file, "foreign", [reportInbox("cycle/foreign-file", { what }, { file: file.shown })]);
      step(file);
    }
    for (const attachment of plan.unplaced) {
      this.#others.unplaced(attachment);
      step(attachment.file);
    }
    const workbooks = plan.jobs.flatMap((job) =>
      job.kind === "return" && !isTooLarge(job.workbook) ? [job.workbook] : [],
    );
    const ahead = new ReadAhead(workbooks, this.#readersFor(workbooks.length), (hash) => !this.#known.isKnown(hash));
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
      this.#others.unexpected(file, error);
    }
  }

  async #unpack(zip: IncomingFile, depth: number): Promise<void> {
    const { shown } = zip;
    if (depth > DEEPEST_ZIP) {
      return this.#others.tell(zip, "unreadable", [reportInbox("cycle/zip-nested", {}, { file: shown })]);
    }
    const tooLarge = sizeFinding(zip.size ?? 0, shown);
    if (tooLarge !== undefined) return this.#others.unreadable(zip, [], [tooLarge], `${zip.name}/${zip.size}`);
    const bytes = await zip.load();
    if (!(bytes instanceof Uint8Array)) return this.#others.outOfReach(zip, [], bytes);
    const { files, findings } = openZip(bytes, shown);
    if (findings.length > 0) await this.#others.unreadable(zip, [], findings, sha256Of(bytes));
    const incoming = files.map((file) => fromZip(file, zip)).filter(({ name }) => purposeByName(name) !== "junk");
    // files in a zip are no steps of their own: how many there are was not known
    await this.#work(await planFiles(incoming, this.#naming()), depth + 1, () => {});
  }

  async #collect(workbook: IncomingFile, attachments: readonly Attachment[], ahead: ReadAhead): Promise<void> {
    const { shown, size = 0 } = workbook;
    if (isTooLarge(workbook)) {
      const params = { megabytes: megabytes(size), most: megabytes(READ_LIMITS.file) };
      const finding = asFinding(reportReturn("return/too-large", params), shown);
      return this.#others.unreadable(workbook, attachments, [finding], `${workbook.name}/${size}`);
    }
    const fetched = await ahead.take(workbook);
    if (!("bytes" in fetched)) {
      // what cannot be unpacked now never can; a disk may give away later what it does not now
      if (workbook.size === undefined) return this.#others.unreadable(workbook, attachments, [fetched], shown);
      return this.#others.outOfReach(workbook, attachments, fetched);
    }
    const { bytes, hash } = fetched;
    if (attachments.length === 0 && this.#isTold(workbook, hash)) return;
    const read = await (fetched.read ?? readWorkbook(bytes, this.#context.formSets));
    const { stamp } = read;
    if (stamp === undefined && isTracking(bytes)) return this.#trackTasks(workbook, bytes, attachments);
    if (stamp === undefined) {
      const findings = read.findings.map((finding) => asFinding(finding, shown));
      return this.#others.unreadable(workbook, attachments, findings, hash);
    }
    const first = this.#known.firstOf(hash) === undefined;
    if (first) this.#known.see(hash, this.#recorder.returns.length);
    const came = { workbook, bytes, stamp, read, loaded: await this.#load(attachments) };
    const identification = identify(stamp, this.#context.period, this.#judging);
    if ("refusal" in identification) return this.#recorder.refuse(came, identification.refusal);
    const submission = { file: workbook, stamp, read, attachments: came.loaded };
    const { identified } = identification;
    const judgement = judge(submission, identified, this.#judging);
    // a file that the ledger has changes nothing: should it be an older one, newer figures of its unit count
    if (first && this.#known.isNews(stamp, workbook.receipt, hash))
      noteFigures(submission, identified, judgement, this.#judging);
    noteSending(submission, identified, judgement, this.#judging);
    await this.#recorder.record(came, judgement);
  }

  /** A tracking workbook of a plan's tasks; what lies beside it is no part of it. */
  async #trackTasks(workbook: IncomingFile, bytes: Uint8Array, attachments: readonly Attachment[]): Promise<void> {
    const { name, shown, receipt } = workbook;
    this.#tracking.push(await takeInTracking({ bytes, name }, shown, receipt, this.#context));
    for (const attachment of attachments) this.#others.unplaced(attachment);
  }

  /** A file that this run or the ledger has is told of, and not read again. */
  #isTold(workbook: IncomingFile, hash: string): boolean {
    const first = this.#recorder.returns[this.#known.firstOf(hash) ?? -1];
    const known = first === undefined ? this.#known.lastRevisionOf(hash) : undefined;
    if (first !== undefined) this.#recorder.duplicate(workbook, first);
    if (known !== undefined) {
      this.#known.see(hash, this.#recorder.returns.length);
      this.#recorder.repeat(workbook, known);
    }
    return first !== undefined || known !== undefined;
  }

  /** Attachments that can be read; others are told of. */
  async #load(attachments: readonly Attachment[]): Promise<readonly LoadedAttachment[]> {
    const loaded: LoadedAttachment[] = [];
    for (const attachment of attachments) {
      const { file } = attachment;
      const bytes = sizeFinding(file.size ?? 0, file.shown, "file") ?? (await file.load());
      if (bytes instanceof Uint8Array) loaded.push({ attachment, bytes });
      else this.#others.tell(file, "unreadable", [bytes]);
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
