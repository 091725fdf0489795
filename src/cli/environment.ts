/** What the commands may touch of the world outside. Passed in, so that tests call `run` in their own process. */

/** A file to be written. */
export interface OutputFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What stands at a path; links are followed. */
export type PathKind = "file" | "folder" | "other";

/**
 * The few file operations that the commands need. Paths are absolute.
 * Each may throw an error of the operating system, with its `code`.
 */
export interface FileSystem {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Undefined when there is nothing. */
  readonly kind: (path: string) => Promise<PathKind | undefined>;
  /** Size of a file in bytes. */
  readonly size: (path: string) => Promise<number>;
  /** Names in a folder, sorted by code point. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** With the folders above it. What a killed process left half written in it is removed. */
  readonly createFolder: (path: string) => Promise<void>;
  /** Throws unless files may be created in the folder. */
  readonly checkWritable: (folder: string) => Promise<void>;
  /**
   * Writes all files or none: each is written beside its place and synced, and only when all are there are they
   * renamed. `create` fails with EEXIST where something already stands, `replace` takes its place.
   */
  readonly writeAll: (files: readonly OutputFile[], mode: "create" | "replace") => Promise<void>;
  /**
   * Waits until no other process holds the path, and holds it.
   *
   * @returns the function that lets go
   * @throws an error with the code ELOCKED when another holds it for too long
   */
  readonly lock: (path: string) => Promise<() => Promise<void>>;
}

export interface TextSink {
  readonly write: (text: string) => unknown;
}

/** Who runs the program, and where: noted with every change of the ledger. */
export interface Runner {
  /** Name of the machine. */
  readonly host: string;
  readonly pid: number;
  /** Name of the user as the machine knows it. */
  readonly user: string;
}

export interface Environment {
  readonly cwd: string;
  readonly runner: Runner;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Both outputs are a terminal: colour and progress are welcome. */
  readonly isTTY: boolean;
  readonly env: { readonly [name: string]: string | undefined };
  readonly files: FileSystem;
  readonly now: () => Date;
  /** Called before work on thousands of rows; absent where the process is not ours alone. */
  readonly keepMemorySmall?: () => void;
}
