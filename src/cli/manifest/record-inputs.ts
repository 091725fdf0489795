/** Notes what is read while something is made. */
import { sha256Of } from "../../review/sha256.js";
import type { Environment } from "../environment.js";

export interface Recording {
  /** The same environment, in which what is read is noted. */
  readonly environment: Environment;
  /** Hashes of what was read, by absolute path. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** An environment that notes the files that are read in it. */
export function recordInputs(environment: Environment): Recording {
  const inputs = new Map<string, string>();
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await environment.files.read(path);
    inputs.set(path, sha256Of(bytes));
    return bytes;
  };
  return { environment: { ...environment, files: { ...environment.files, read } }, inputs };
}
