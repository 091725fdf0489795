/**
 * When changes are committed. Alone, each change is one transaction. In a batch (a whole collect run) changes are
 * committed in groups: each is a savepoint, so that a failed one takes no other with it, and the group is committed
 * after the names of all its files are durable. A process killed in between leaves the groups that were committed, and
 * running again records the rest.
 */
import { type Connection, transaction } from "./connection.js";
import type { FileKeeper } from "./received-files.js";

/** Changes in one transaction; above, memory for its pages grows without making it faster. */
const GROUP = 250;
/** Milliseconds after which a group is committed even if it is small: what a kill may cost. */
const GROUP_AGE = 2_000;

/** What became of a batch. */
export interface BatchEnd<T> {
  readonly value: T;
  /** Why groups could not be committed: the disk is full. All that was recorded in them is not in the ledger. */
  readonly failure?: unknown;
  /** What was in such groups. */
  readonly lost: readonly string[];
}

export interface Writes {
  /**
   * Runs a change, all of it or nothing, after the files that were kept before.
   *
   * @param name of what is lost when its group fails
   * @param work synchronous
   */
  readonly write: <T>(name: string, work: () => T) => Promise<T>;
  /**
   * Nothing more of a name is written in the batch that is under way: its file could not be kept, and what the unit sent
   * later must not be recorded before it.
   */
  readonly hold: (name: string, error: unknown) => void;
  /** Groups the changes that are made while `run` runs; commits what was made also when it throws. */
  readonly batch: <T>(run: () => Promise<T>) => Promise<BatchEnd<T>>;
}

/** The group being filled. */
interface Group {
  names: string[];
  since: number;
  failure?: unknown;
  lost: string[];
  /** Why nothing more is written of some names. */
  readonly held: Map<string, unknown>;
}

/**
 * Changes over a connection, after the files of the keeper.
 *
 * @param rolledBack called when changes were undone, so that nothing remembers their rows
 */
export function groupedWrites(connection: Connection, keeper: FileKeeper, rolledBack: () => void): Writes {
  let group: Group | undefined;
  let committing: Promise<void> | undefined;

  /** What runs next in the same turn finds every name durable. */
  const settle = async (): Promise<void> => {
    do await keeper.settle();
    while (!keeper.settled());
  };

  /** One change in its own transaction. */
  const alone = <T>(work: () => T): T => {
    try {
      return transaction(connection, work);
    } catch (error) {
      rolledBack();
      throw error;
    }
  };

  const fail = (current: Group, error: unknown): void => {
    if (connection.inTransaction()) connection.execute("ROLLBACK");
    rolledBack();
    current.failure ??= error;
    current.lost.push(...current.names);
    current.names = [];
  };

  const commit = async (current: Group): Promise<void> => {
    try {
      await settle();
      if (connection.inTransaction()) connection.execute("COMMIT");
      current.names = [];
    } catch (error) {
      fail(current, error);
    }
  };

  const commitGroup = async (current: Group): Promise<void> => {
    committing ??= commit(current).finally(() => {
      committing = undefined;
    });
    await committing;
  };

  /** One change of a group. */
  const add = <T>(current: Group, name: string, work: () => T): T => {
    if (!connection.inTransaction()) {
      connection.execute("BEGIN IMMEDIATE");
      current.since = performance.now();
    }
    connection.execute("SAVEPOINT change");
    try {
      const result = work();
      connection.execute("RELEASE change");
      current.names.push(name);
      return result;
    } catch (error) {
      // a full disk rolls the whole group back by itself
      if (!connection.inTransaction()) fail(current, error);
      else connection.execute("ROLLBACK TO change; RELEASE change");
      rolledBack();
      throw error;
    }
  };

  const write = async <T>(name: string, work: () => T): Promise<T> => {
    if (group === undefined) await settle();
    // a batch may have begun meanwhile
    if (group === undefined) return alone(work);
    const current = group;
    if (current.failure !== undefined) throw current.failure;
    if (current.held.has(name)) throw current.held.get(name);
    const result = add(current, name, work);
    if (current.names.length >= GROUP || performance.now() - current.since > GROUP_AGE) await commitGroup(current);
    if (current.failure !== undefined) throw current.failure;
    return result;
  };

  /** Commits what a group still holds and ends it; a change may come while the names of files are made durable. */
  const finish = async (current: Group): Promise<void> => {
    while (connection.inTransaction()) await commitGroup(current);
    group = undefined;
  };

  const batch = async <T>(run: () => Promise<T>): Promise<BatchEnd<T>> => {
    // a batch in a batch is part of it
    if (group !== undefined) return { value: await run(), lost: [] };
    const current: Group = { names: [], since: 0, lost: [], held: new Map() };
    group = current;
    const value = await run().finally(() => finish(current));
    return { value, lost: current.lost, ...(current.failure === undefined ? {} : { failure: current.failure }) };
  };

  const hold = (name: string, error: unknown): void => {
    group?.held.set(name, error);
  };

  return { write, hold, batch };
}
