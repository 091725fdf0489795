import { dirname, resolve } from "node:path";
import { parseDraft } from "../source/draft/index.js";
import { errorCode } from "../system-error.js";
import type { Environment } from "./environment.js";
import { type Outcome, shownPath } from "./outcome.js";
import { readBytes } from "./read-bytes.js";

/** A draft of more bytes has tables of hundreds of rows. */
const LARGE = 256 * 1024;

export type DraftReading = Awaited<ReturnType<typeof parseDraft>>;

/** A draft's bytes and what the parser made of them; its findings may hold errors. */
export interface ReadDraft {
  readonly bytes: Uint8Array;
  readonly reading: DraftReading;
}

/**
 * Reads files that a draft names, from the draft's folder.
 *
 * @param draft absolute path
 * @returns a function that gives undefined where there is no such file
 */
export function attachmentReader(draft: string, { files }: Environment) {
  return async (name: string): Promise<Uint8Array | undefined> => {
    try {
      return await files.read(resolve(dirname(draft), name));
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return undefined;
    }
  };
}

/**
 * Reads and parses a draft.
 *
 * @param path absolute
 */
export async function readDraft(path: string, environment: Environment): Promise<Outcome<ReadDraft>> {
  const shown = shownPath(path, environment.cwd);
  const bytes = await readBytes(path, environment);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > LARGE) environment.keepMemorySmall?.();
  const reading = await parseDraft(bytes.value, { file: shown, readAttachment: attachmentReader(path, environment) });
  return { ok: true, value: { bytes: bytes.value, reading } };
}
