/** What the ledger's parts work with. */
import type { Connection } from "./connection.js";
import type { LedgerFiles } from "./files.js";
import type { FileKeeper } from "./received-files.js";
import type { Turns } from "./turns.js";
import type { Places } from "./values.js";
import type { Writes } from "./writes.js";

export interface LedgerContext {
  readonly connection: Connection;
  readonly writes: Writes;
  readonly keeper: FileKeeper;
  readonly places: Places;
  /** Returns are recorded in the order in which they were handed in. */
  readonly turns: Turns;
  readonly files: LedgerFiles;
  /** Absolute path of `so-lieu`. */
  readonly folder: string;
  /** The ledger as named in findings. */
  readonly file: string;
  /** Now, ISO in UTC. */
  readonly time: () => string;
}
