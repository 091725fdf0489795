/**
 * Gives a draft its number, so that a crash at any moment neither loses a number nor gives two:
 * the register's row is written first, as "đang cấp"; then the draft; then the row is settled. Whoever calls again for
 * the same draft finishes an unfinished row. A lock on the register keeps two calls apart.
 */
import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../findings/finding.js";
import { reportRegister } from "../findings/messages/register.js";
import type { Document } from "../model/document.js";
import { type Allotment, allot, numberText } from "../register/allot.js";
import { setHeaderValues } from "../register/header-lines.js";
import {
  addRow,
  changeState,
  emptyRegister,
  printRegister,
  type Register,
  readRegister,
} from "../register/register-file.js";
import type { NewRow } from "../register/row.js";
import { parseDraft } from "../source/draft/index.js";
import { errorCode } from "../system-error.js";
import { type Day, printDay, readDay } from "../workspace/day.js";
import type { Workspace } from "../workspace/workspace.js";
import type { ExitCode } from "./command.js";
import type { Environment } from "./environment.js";
import { attempt, shownPath, systemFinding } from "./outcome.js";
import { attachmentReader, readDraft } from "./read-draft.js";

/** What a call asks for. */
export interface NumberWishes {
  readonly day?: Day;
  readonly number?: number;
}

/** Where things are; paths absolute, `file` as the register names the draft. */
export interface NumberPlace {
  readonly draft: string;
  readonly register: string;
  readonly file: string;
}

/** A number that was given, or would be; or why none was. */
export interface Issued {
  readonly exit: ExitCode;
  readonly findings: readonly Finding[];
  readonly row?: NewRow;
  /** An earlier call had begun and this one finished. */
  readonly resumed?: boolean;
}

const refuse = (exit: ExitCode, findings: readonly Finding[]): Issued => ({ exit, findings });

async function loadRegister(path: string, { files, cwd }: Environment): Promise<Register | readonly Finding[]> {
  const shown = shownPath(path, cwd);
  const bytes = await attempt(shown, "read", async () =>
    (await files.kind(path)) === undefined ? undefined : files.read(path),
  );
  if (!bytes.ok) return bytes.findings;
  if (bytes.value === undefined) return emptyRegister();
  const { register, findings } = readRegister(bytes.value, shown);
  return register ?? findings;
}

/** A draft that was read without errors. */
interface Draft {
  readonly bytes: Uint8Array;
  readonly document: Document;
}

/**
 * The draft with number and day in its header; checked by reading it back: nothing else may have changed.
 *
 * @param row that the draft is to match
 * @param day to be written; none when the draft keeps its own
 */
async function stamp(
  { bytes, document }: Draft,
  row: NewRow,
  day: Day | undefined,
  path: string,
  environment: Environment,
): Promise<Uint8Array | Finding> {
  const failed = reportRegister("register/header-unwritable", { number: numberText(row) });
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const stamped = setHeaderValues(text, {
    ...(document.number?.sequence === undefined ? { số: String(row.sequence) } : {}),
    ...(day === undefined ? {} : { ngày: printDay(day) }),
  });
  if (stamped === undefined) return failed;
  const result = new TextEncoder().encode(stamped);
  const back = await parseDraft(result, { file: path, readAttachment: attachmentReader(path, environment) });
  const expected = {
    ...document,
    number: { ...document.number, sequence: row.sequence },
    ...(day === undefined ? {} : { date: day }),
  };
  return isDeepStrictEqual(back.document, expected) ? result : failed;
}

/** Writes register, draft and register again; what fails leaves an unfinished row, to be finished by the next call. */
async function save(
  place: NumberPlace,
  register: Register,
  allotment: Exclude<Allotment, { kind: "refused" }>,
  stamped: Uint8Array,
  { files, cwd }: Environment,
): Promise<readonly Finding[]> {
  const { row } = allotment;
  const pending = allotment.kind === "unfinished" ? register : addRow(register, row);
  const line = allotment.kind === "unfinished" ? allotment.row.line : (pending.rows.at(-1)?.line ?? 0);
  const settled = changeState(pending, line, "allotted");
  const steps = [
    ...(allotment.kind === "unfinished" ? [] : [{ path: place.register, bytes: printRegister(pending) }]),
    { path: place.draft, bytes: stamped },
    { path: place.register, bytes: printRegister(settled) },
  ];
  for (const [index, file] of steps.entries()) {
    const saved = await attempt(shownPath(file.path, cwd), "write", () => files.writeAll([file], "replace"));
    if (saved.ok) continue;
    const begun = index > 0 || allotment.kind === "unfinished";
    return [
      ...saved.findings,
      ...(begun ? [reportRegister("register/left-unfinished", { number: numberText(row) })] : []),
    ];
  }
  return [];
}

async function issueLocked(
  place: NumberPlace,
  workspace: Workspace,
  wishes: NumberWishes,
  environment: Environment,
): Promise<Issued> {
  const register = await loadRegister(place.register, environment);
  if (!("rows" in register)) return refuse(2, register);
  const read = await readDraft(place.draft, environment);
  if (!read.ok) return refuse(2, read.findings);
  const { document, findings } = read.value.reading;
  if (document === undefined || findings.some(({ severity }) => severity === "error")) return refuse(1, findings);

  const file = shownPath(place.draft, environment.cwd);
  const at = (list: readonly Finding[]) => list.map((finding) => ({ place: { file }, ...finding }));
  const dated = wishes.day === undefined ? document : { ...document, date: wishes.day };
  const wanted = wishes.number === undefined ? {} : { wanted: wishes.number };
  const allotment = allot({ document: dated, file: place.file, ...wanted }, register.rows, workspace);
  if (allotment.kind === "refused") return refuse(1, at(allotment.findings));
  const { row } = allotment;
  // an unfinished row knows the day that its call gave; a day that the draft has is its own
  const kept = allotment.kind === "unfinished" && document.date?.day === undefined && row.date !== undefined;
  const day = kept ? readDay(row.date ?? "") : wishes.day;
  const stamped = await stamp({ bytes: read.value.bytes, document }, row, day, place.draft, environment);
  if (!(stamped instanceof Uint8Array)) return refuse(1, at([stamped]));
  const obstacles = await save(place, register, allotment, stamped, environment);
  if (obstacles.length > 0) return refuse(2, obstacles);
  return { exit: 0, findings: at(allotment.findings), row, resumed: allotment.kind === "unfinished" };
}

/**
 * Gives a draft its number and enters it in the register.
 *
 * @param place of draft and register
 * @param workspace whose series rules hold
 */
export async function issueNumber(
  place: NumberPlace,
  workspace: Workspace,
  wishes: NumberWishes,
  environment: Environment,
): Promise<Issued> {
  const shown = shownPath(place.register, environment.cwd);
  let release: () => Promise<void>;
  try {
    release = await environment.files.lock(place.register);
  } catch (error) {
    if (errorCode(error) === "ELOCKED") return refuse(2, [reportRegister("register/locked", {}, { file: shown })]);
    const finding = systemFinding(error, shown, "write");
    if (finding === undefined) throw error;
    return refuse(2, [finding]);
  }
  try {
    return await issueLocked(place, workspace, wishes, environment);
  } finally {
    await release();
  }
}
