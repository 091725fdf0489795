/** What a comparison writes: the page, the redline. */
import { resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportVersion } from "../../findings/messages/review.js";
import type { ComparedPair } from "../../review/page/page.js";
import type { Redline } from "../../review/redline/redline.js";
import { type Call, optionValue } from "../command.js";
import { saveFile } from "../cycle/save-file.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import type { Side } from "./read-side.js";

/** Files that the call wants, absolute. */
export interface WishedOutputs {
  readonly page?: string;
  readonly redline?: string;
}

/** Reads the wishes, and finds what stands in their way: said before the work and not after it. */
export async function readWishes(
  call: Call,
  environment: Environment,
): Promise<{ readonly wishes: WishedOutputs; readonly obstacles: readonly Finding[] }> {
  const place = (option: string): string | undefined => {
    const given = optionValue(call, option);
    return given === undefined ? undefined : resolve(environment.cwd, given);
  };
  const [page, redline] = [place("out"), place("redline")];
  const planned = [page, redline].flatMap((path) => (path === undefined ? [] : [{ path, draft: path }]));
  return {
    wishes: { ...(page === undefined ? {} : { page }), ...(redline === undefined ? {} : { redline }) },
    obstacles: await checkOutputs(planned, call.options.force === true, environment),
  };
}

async function redlineOf(old: Side, neu: Side): Promise<Outcome<Redline>> {
  if (old.docx === undefined || neu.docx === undefined)
    return { ok: false, findings: [reportVersion("review/redline-kinds", {})] };
  const { makeRedline } = await import("../../review/redline/redline.js");
  const made = makeRedline(await old.docx(), await neu.docx());
  return typeof made === "string"
    ? { ok: false, findings: [reportVersion("review/docx", { fault: made }, { file: neu.shown })] }
    : { ok: true, value: made };
}

export interface SavedOutputs {
  /** As they are shown. */
  readonly files: readonly string[];
  /** What they do not hold. */
  readonly findings: readonly Finding[];
}

/** Saves what is wished. */
export async function saveOutputs(
  wishes: WishedOutputs,
  [old, neu]: readonly [Side, Side],
  compared: ComparedPair,
  call: Call,
  environment: Environment,
): Promise<Outcome<SavedOutputs>> {
  const force = call.options.force === true;
  const saved: string[] = [];
  // made before anything is written: a wish that cannot be met leaves nothing behind
  const redline = wishes.redline === undefined ? undefined : await redlineOf(old, neu);
  if (redline?.ok === false) return redline;
  if (wishes.page !== undefined) {
    const { comparisonPage } = await import("../../review/page/page.js");
    const page = await saveFile(wishes.page, comparisonPage([compared]), force, environment);
    if (!page.ok) return page;
    saved.push(page.value);
  }
  if (wishes.redline !== undefined && redline !== undefined) {
    const file = await saveFile(wishes.redline, redline.value.file, force, environment);
    if (!file.ok) return file;
    saved.push(file.value);
  }
  const untracked = redline?.value.untracked ?? [];
  const findings = untracked.length === 0 ? [] : [reportVersion("review/redline-heads", { texts: untracked })];
  return { ok: true, value: { files: saved, findings } };
}
