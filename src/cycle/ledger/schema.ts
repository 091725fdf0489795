/**
 * The tables. Append-only: what stands in them is never changed and never deleted, which triggers see to.
 * A later version of the program adds a migration at the end; one that was released is never edited.
 */
import { z } from "zod";
import { type Connection, query, transaction } from "./connection.js";

const TABLES = {
  /** Days and times are ISO text; times UTC. */
  periods: `(
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, year INTEGER NOT NULL, first_year INTEGER NOT NULL, name TEXT NOT NULL,
    opens TEXT NOT NULL, window_from TEXT NOT NULL, window_to TEXT NOT NULL,
    last_day TEXT NOT NULL, due_in_words TEXT NOT NULL,
    form_set TEXT NOT NULL, form_set_version TEXT NOT NULL, form_set_hash TEXT, opened_at TEXT NOT NULL
  ) STRICT`,
  /** The workbooks sent out: which revision of the outline, with which hash over stamp and prefill. */
  outlines: `(
    period TEXT NOT NULL REFERENCES periods, unit TEXT NOT NULL, revision INTEGER NOT NULL,
    hash TEXT NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (period, unit, revision)
  ) STRICT, WITHOUT ROWID`,
  /** Without a unit an event is the whole period's. */
  events: `(
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('opened', 'extended', 'reopened', 'locked')),
    period TEXT NOT NULL REFERENCES periods, unit TEXT, until TEXT, reason TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT`,
  files: `(sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, suffix TEXT NOT NULL, kept_at TEXT NOT NULL) STRICT`,
  revisions: `(
    id INTEGER PRIMARY KEY, period TEXT NOT NULL REFERENCES periods, unit TEXT NOT NULL, number INTEGER NOT NULL,
    file TEXT NOT NULL REFERENCES files, file_name TEXT NOT NULL,
    received_day TEXT NOT NULL, received_basis TEXT NOT NULL CHECK (received_basis IN ('given', 'file')),
    state TEXT NOT NULL CHECK (state IN ('accepted', 'explain', 'correct', 'refused')),
    form_set TEXT, form_set_version TEXT, outline INTEGER, outline_hash TEXT,
    figures_hash TEXT NOT NULL, findings_hash TEXT NOT NULL, who TEXT, made_at TEXT NOT NULL,
    UNIQUE (period, unit, number)
  ) STRICT`,
  /** What else lay in the return: the signed scan, the báo cáo as a Word text. */
  attachments: `(
    revision INTEGER NOT NULL REFERENCES revisions, file TEXT NOT NULL REFERENCES files,
    role TEXT NOT NULL CHECK (role IN ('signed', 'report', 'other')), file_name TEXT NOT NULL,
    PRIMARY KEY (revision, role, file)
  ) STRICT, WITHOUT ROWID`,
  /** Number, day and signer of the báo cáo; the last row of a revision holds, as the paper often comes later. */
  papers: `(
    id INTEGER PRIMARY KEY, revision INTEGER NOT NULL REFERENCES revisions,
    number TEXT, date TEXT, signer TEXT, signed INTEGER NOT NULL CHECK (signed IN (0, 1)), at TEXT NOT NULL
  ) STRICT`,
  /** A figure's place, written once: the same cells come back in every return. */
  places: `(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, measure TEXT NOT NULL, sheet TEXT NOT NULL, address TEXT NOT NULL,
    UNIQUE (key, measure, sheet, address)
  ) STRICT`,
  revision_values: `(
    revision INTEGER NOT NULL REFERENCES revisions, place INTEGER NOT NULL REFERENCES places,
    value REAL, typed TEXT, PRIMARY KEY (revision, place)
  ) STRICT, WITHOUT ROWID`,
  findings: `(
    revision INTEGER NOT NULL REFERENCES revisions, position INTEGER NOT NULL,
    rule TEXT NOT NULL, weight TEXT NOT NULL CHECK (weight IN ('error', 'explain', 'note')),
    id TEXT NOT NULL, severity TEXT NOT NULL, found TEXT NOT NULL, remedy TEXT NOT NULL, clause TEXT, place TEXT,
    sheet TEXT, address TEXT, explanation TEXT, PRIMARY KEY (revision, position)
  ) STRICT, WITHOUT ROWID`,
  explanations: `(
    revision INTEGER NOT NULL REFERENCES revisions, about TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (revision, about)
  ) STRICT, WITHOUT ROWID`,
  narratives: `(
    revision INTEGER NOT NULL REFERENCES revisions, position INTEGER NOT NULL,
    mark TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (revision, position)
  ) STRICT, WITHOUT ROWID`,
  /** Rows of list forms; may hold names of persons and never enter the totals. */
  list_rows: `(
    revision INTEGER NOT NULL REFERENCES revisions, form TEXT NOT NULL, position INTEGER NOT NULL,
    cells TEXT NOT NULL, PRIMARY KEY (revision, form, position)
  ) STRICT, WITHOUT ROWID`,
  /** What counted for each unit at the moment of a lock: the closings that later periods open with. */
  locked_revisions: `(
    event INTEGER NOT NULL REFERENCES events, unit TEXT NOT NULL, revision INTEGER NOT NULL REFERENCES revisions,
    PRIMARY KEY (unit, event)
  ) STRICT, WITHOUT ROWID`,
  /** Figures of earlier years out of a file (số đầu kỳ); their periods were never opened here. */
  balance_loads: `(
    id INTEGER PRIMARY KEY, file TEXT NOT NULL REFERENCES files, file_name TEXT NOT NULL,
    rows_hash TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT`,
  balances: `(
    period TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL, measure TEXT NOT NULL,
    load INTEGER NOT NULL REFERENCES balance_loads, value REAL NOT NULL, sheet TEXT NOT NULL, address TEXT NOT NULL,
    PRIMARY KEY (period, unit, key, measure, load)
  ) STRICT, WITHOUT ROWID`,
};

/** Added by the second version: units that are due on another day than their period, since their level is. */
const LATER_TABLES = {
  due_days: `(
    id INTEGER PRIMARY KEY, period TEXT NOT NULL REFERENCES periods, unit TEXT NOT NULL,
    last_day TEXT NOT NULL, due_in_words TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT`,
};

/** Added by the third version: returns that could not be read, so that their units are not said to have sent nothing. */
const UNREADABLE = {
  unreadable_files: `(
    period TEXT NOT NULL REFERENCES periods, file TEXT NOT NULL, file_name TEXT NOT NULL, unit TEXT,
    received_day TEXT NOT NULL, received_basis TEXT NOT NULL CHECK (received_basis IN ('given', 'file')),
    found TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (period, file)
  ) STRICT, WITHOUT ROWID`,
};

/** Added by the fourth version: what bodies report of the tasks of plans. */
const TASK_TABLES = {
  /** A tracking workbook as received. The plan by its identity; a body that is no unit by its name only. */
  task_workbooks: `(
    id INTEGER PRIMARY KEY, plan TEXT NOT NULL, plan_title TEXT NOT NULL, plan_number TEXT, tasks_hash TEXT NOT NULL,
    body TEXT, unit TEXT, issue INTEGER NOT NULL,
    file TEXT NOT NULL REFERENCES files, file_name TEXT NOT NULL,
    received_day TEXT NOT NULL, received_basis TEXT NOT NULL CHECK (received_basis IN ('given', 'file')),
    state TEXT NOT NULL CHECK (state IN ('accepted', 'explain', 'correct')), at TEXT NOT NULL, UNIQUE (plan, file)
  ) STRICT`,
  task_reports: `(
    workbook INTEGER NOT NULL REFERENCES task_workbooks, task TEXT NOT NULL, text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('notDue', 'underWay', 'done', 'overdue', 'ongoing')),
    completed_on TEXT, result TEXT, note TEXT, sheet TEXT NOT NULL, address TEXT NOT NULL,
    PRIMARY KEY (workbook, task)
  ) STRICT, WITHOUT ROWID`,
};

/** Added by the fifth version: new wordings of reports' sentences that somebody accepted. */
const ACCEPTANCE_TABLES = {
  /** Paths of figures have no blanks, and blanks part them. */
  acceptances: `(
    id INTEGER PRIMARY KEY, draft TEXT NOT NULL, figures TEXT NOT NULL,
    before_text TEXT NOT NULL, after_text TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT`,
};

const INDICES = [
  "CREATE INDEX revisions_of_file ON revisions (file)",
  "CREATE INDEX revisions_with_figures ON revisions (period, figures_hash)",
  "CREATE INDEX papers_of_revision ON papers (revision)",
  "CREATE INDEX events_of_period ON events (period, unit)",
  "CREATE INDEX balance_loads_of_file ON balance_loads (file)",
];

const appendOnly = (table: string): readonly string[] =>
  ["UPDATE", "DELETE"].map(
    (action) =>
      `CREATE TRIGGER ${table}_no_${action.toLowerCase()} BEFORE ${action} ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only: ${table}'); END`,
  );

const FIRST = [
  ...Object.entries(TABLES).map(([table, columns]) => `CREATE TABLE ${table} ${columns}`),
  ...INDICES,
  ...Object.keys(TABLES).flatMap(appendOnly),
];

const SECOND = [
  ...Object.entries(LATER_TABLES).map(([table, columns]) => `CREATE TABLE ${table} ${columns}`),
  "CREATE INDEX due_days_of_period ON due_days (period, unit)",
  ...Object.keys(LATER_TABLES).flatMap(appendOnly),
];

const THIRD = [
  // the day by which a unit's revisions are put in order: an older return may be readable only in a later run
  "ALTER TABLE revisions ADD COLUMN order_day TEXT",
  ...Object.entries(UNREADABLE).map(([table, columns]) => `CREATE TABLE ${table} ${columns}`),
  ...Object.keys(UNREADABLE).flatMap(appendOnly),
];

const FOURTH = [
  ...Object.entries(TASK_TABLES).map(([table, columns]) => `CREATE TABLE ${table} ${columns}`),
  ...Object.keys(TASK_TABLES).flatMap(appendOnly),
];

const FIFTH = [
  ...Object.entries(ACCEPTANCE_TABLES).map(([table, columns]) => `CREATE TABLE ${table} ${columns}`),
  ...Object.keys(ACCEPTANCE_TABLES).flatMap(appendOnly),
];

/** Statements that lead from each version of the schema to the next. */
const MIGRATIONS: readonly (readonly string[])[] = [FIRST, SECOND, THIRD, FOURTH, FIFTH];

/** The version that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Every table of the ledger. */
export const TABLE_NAMES: readonly string[] = [
  ...[TABLES, LATER_TABLES, UNREADABLE, TASK_TABLES, ACCEPTANCE_TABLES].flatMap((tables) => Object.keys(tables)),
];

const VERSION = query("SELECT user_version AS version FROM pragma_user_version", [], z.object({ version: z.number() }));

/** The version of the schema that a file holds; 0 when it is new. */
export function schemaVersion(connection: Connection): number {
  return VERSION.first(connection, {})?.version ?? 0;
}

/** Leads the schema to this program's version, one transaction a step. */
export function migrate(connection: Connection): void {
  for (let version = schemaVersion(connection); version < SCHEMA_VERSION; version += 1) {
    transaction(connection, () => {
      for (const statement of MIGRATIONS[version] ?? []) connection.execute(statement);
      connection.execute(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
