/** The one place that knows libsql: a connection, typed queries over it, and what its errors mean. */
import { z } from "zod";

/** What may be bound. Nothing else: a boolean would end the process inside the native add-on. */
export type SqlValue = string | number | null;
type Bound = readonly SqlValue[] | { readonly [name: string]: SqlValue };

interface Prepared {
  readonly run: (bound: Bound) => number;
  readonly all: (bound: Bound) => readonly unknown[];
}

/** An open database. Everything is synchronous; nothing stays open between calls. */
export interface Connection {
  readonly execute: (sql: string) => void;
  /** Prepared once per connection. */
  readonly prepare: (sql: string) => Prepared;
  readonly inTransaction: () => boolean;
  readonly close: () => void;
}

/** SQLite would end a text at U+0000. */
const bindable = (value: SqlValue): SqlValue =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\u{FFFD}") : value;

function bindings(bound: Bound): SqlValue[] | { [name: string]: SqlValue } {
  if (Array.isArray(bound)) return bound.map(bindable);
  return Object.fromEntries(Object.entries(bound).map(([name, value]) => [name, bindable(value)]));
}

/**
 * Settings of every connection. The rollback journal (not WAL) also works where shared memory does not; EXTRA syncs the
 * folder after the journal is gone, so that what was committed stays committed when the power fails.
 */
const SETTINGS = [
  "busy_timeout = 200",
  "journal_mode = DELETE",
  "synchronous = EXTRA",
  "fullfsync = ON",
  "foreign_keys = ON",
  // INSERT OR REPLACE would otherwise delete without firing the triggers that refuse deletion
  "recursive_triggers = ON",
  // readers are shut out only while a group is committed, not from the moment its pages outgrow the cache
  "cache_spill = OFF",
  "temp_store = MEMORY",
];

/**
 * Opens a database file, which is made when there is none.
 *
 * @param path absolute
 * @param access `read` refuses every change
 * @throws what SQLite or the operating system says
 */
export async function connect(path: string, access: "write" | "read"): Promise<Connection> {
  const { default: Database } = await import("libsql");
  const database = new Database(path);
  const statements = new Map<string, Prepared>();
  const prepare = (sql: string): Prepared => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const prepared: Prepared = {
      run: (bound) => Number(statement.run(bindings(bound)).lastInsertRowid),
      all: (bound) => statement.all(bindings(bound)),
    };
    statements.set(sql, prepared);
    return prepared;
  };
  try {
    for (const setting of SETTINGS) database.pragma(setting);
    if (access === "read") database.pragma("query_only = ON");
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    execute: (sql) => {
      database.exec(sql);
    },
    prepare,
    inTransaction: () => database.inTransaction,
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

type Parameters<Names extends readonly string[]> = { readonly [N in Names[number]]: SqlValue };

/** A question with typed answers. */
export interface Query<Names extends readonly string[], Row> {
  readonly all: (connection: Connection, parameters: Parameters<Names>) => readonly Row[];
  readonly first: (connection: Connection, parameters: Parameters<Names>) => Row | undefined;
}

/**
 * Declares a query.
 *
 * @param names its parameters, `:name` in the text
 * @param row what a row is; columns are named as the row's fields
 */
export function query<const Names extends readonly string[], Row extends z.ZodType>(
  sql: string,
  names: Names,
  row: Row,
): Query<Names, z.output<Row>> {
  const rows = z.array(row);
  const all: Query<Names, z.output<Row>>["all"] = (connection, parameters) =>
    rows.parse(connection.prepare(sql).all(names.length === 0 ? [] : parameters));
  return { all, first: (connection, parameters) => all(connection, parameters)[0] };
}

/** A change with typed parameters. Gives the new row's id. */
export function command<const Names extends readonly string[]>(
  sql: string,
  _names: Names,
): (connection: Connection, parameters: Parameters<Names>) => number {
  return (connection, parameters) => connection.prepare(sql).run(parameters);
}

/** Rows in one statement: six times faster than one by one, and more make it no faster. */
const ROWS_AT_ONCE = 50;

/**
 * Adds rows to a table.
 *
 * @param rows values in the order of the table's columns
 */
export function insertRows(connection: Connection, table: string, rows: readonly (readonly SqlValue[])[]): void {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const slice = rows.slice(start, start + ROWS_AT_ONCE);
    const places = slice.map((row) => `(${row.map(() => "?").join(", ")})`).join(", ");
    connection.prepare(`INSERT INTO ${table} VALUES ${places}`).run(slice.flat());
  }
}

/** An absent text or number as SQL has it. */
export const orNull = <T extends SqlValue>(value: T | undefined): T | null => value ?? null;

/** A nullable column as a field that may be absent. */
export const optional = <T extends z.ZodType>(type: T) => type.nullable().transform((value) => value ?? undefined);

/**
 * Runs work in one transaction: all of it or nothing.
 *
 * @throws what the work throws, and what SQLite says on committing
 */
export function transaction<T>(connection: Connection, work: () => T): T {
  connection.execute("BEGIN IMMEDIATE");
  try {
    const result = work();
    connection.execute("COMMIT");
    return result;
  } catch (error) {
    // a full disk rolls back by itself
    if (connection.inTransaction()) connection.execute("ROLLBACK");
    throw error;
  }
}
