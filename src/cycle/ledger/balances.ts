/** Figures of earlier years out of a file (số đầu kỳ), for units that have no locked return of that period. */
import { z } from "zod";
import { reportLedger } from "../../findings/messages/ledger.js";
import { type Connection, command, insertRows, query, type SqlValue } from "./connection.js";
import type { LedgerContext } from "./context.js";
import { BalanceFields, type BalanceRow, Measures, type PriorFigure } from "./contract.js";
import { findingOf } from "./failure.js";
import { findFile, insertFile } from "./kept-files.js";
import { lockedUnits } from "./locked-revisions.js";
import { change, done, type Outcome, refused } from "./outcome.js";
import { type ReceivedFile, receivedName, sha256Of } from "./received-files.js";
import { figureName } from "./values.js";

/** A file that was read. */
export interface BalanceFile {
  readonly file: ReceivedFile;
  readonly rows: readonly BalanceRow[];
  readonly who: string;
}

const LAST_LOAD = query(
  "SELECT rows_hash AS rowsHash FROM balance_loads WHERE file = :file ORDER BY id DESC LIMIT 1",
  ["file"],
  z.object({ rowsHash: z.string() }),
);
const INSERT_LOAD = command(
  `INSERT INTO balance_loads (file, file_name, rows_hash, who, at) VALUES (:file, :fileName, :rowsHash, :who, :at)`,
  ["file", "fileName", "rowsHash", "who", "at"],
);
/** Of each figure the row that was loaded last. */
const OF_UNIT = query(
  `SELECT b.key, b.measure, b.value, b.sheet, b.address, l.file AS sha256, l.file_name AS name
   FROM balances b JOIN balance_loads l ON l.id = b.load
   WHERE b.period = :period AND b.unit = :unit AND b.load = (
     SELECT max(o.load) FROM balances o
     WHERE o.period = b.period AND o.unit = b.unit AND o.key = b.key AND o.measure = b.measure)
   ORDER BY b.key, b.measure`,
  ["period", "unit"],
  z
    .object({
      key: z.string(),
      measure: Measures,
      value: z.number(),
      sheet: z.string(),
      address: z.string(),
      sha256: z.string(),
      name: z.string(),
    })
    .transform(
      ({ key, measure, value, sheet, address, sha256, name }): PriorFigure => ({
        ...{ key, measure, value },
        cell: { sheet, address },
        file: { sha256, name },
      }),
    ),
);
const UNITS = query(
  "SELECT DISTINCT unit FROM balances WHERE period = :period ORDER BY unit",
  ["period"],
  z.object({ unit: z.string() }),
);

/** Figures loaded for a unit and period. */
export const balancesOf = (connection: Connection, unit: string, period: string): readonly PriorFigure[] =>
  OF_UNIT.all(connection, { unit, period });

/** Units with loaded figures of a period. */
export const balanceUnits = (connection: Connection, period: string): readonly string[] =>
  UNITS.all(connection, { period }).map(({ unit }) => unit);

/** Two rows that say different things about one figure. */
function clashIn(rows: readonly BalanceRow[]): readonly [BalanceRow, BalanceRow] | undefined {
  const seen = new Map<string, BalanceRow>();
  for (const row of rows) {
    const name = `${row.period}/${row.unit}/${figureName(row)}`;
    const first = seen.get(name);
    if (first !== undefined && first.value !== row.value) return [first, row];
    if (first === undefined) seen.set(name, row);
  }
  return undefined;
}

/** Units for which a locked return stands before a loaded figure. */
function overruled(connection: Connection, rows: readonly BalanceRow[]): readonly string[] {
  const locked = new Set<string>();
  for (const period of new Set(rows.map((row) => row.period))) {
    const loaded = new Set(rows.flatMap((row) => (row.period === period ? row.unit : [])));
    for (const unit of lockedUnits(connection, period)) if (loaded.has(unit)) locked.add(unit);
  }
  return [...locked].sort();
}

/**
 * Keeps a file with figures of earlier years and loads its rows, all or none. Of a figure loaded twice the later holds.
 * The same file with the same rows changes nothing.
 */
export async function loadOpeningBalances(context: LedgerContext, { file, rows, who }: BalanceFile): Promise<Outcome> {
  const { connection, keeper, time } = context;
  const name = receivedName(file.name);
  const checked = z.array(BalanceFields).parse(rows);
  const clash = clashIn(checked);
  if (clash !== undefined) {
    const [first, second] = clash;
    const params = { unit: first.unit, key: first.key, first: first.cell, second: second.cell };
    return refused(reportLedger("ledger/conflicting-values", params, { file: name }));
  }
  const rowsHash = sha256Of(JSON.stringify(checked));
  const sha256 = sha256Of(file.bytes);
  const locked = overruled(connection, checked);
  const notes = locked.length === 0 ? [] : [reportLedger("ledger/closing-stands", { units: locked }, { file: name })];
  if (LAST_LOAD.first(connection, { file: sha256 })?.rowsHash === rowsHash) return done(...notes);
  try {
    const kept = await keeper.keep(file, findFile(connection, sha256)?.suffix);
    return await change(context, name, () => {
      const at = time();
      insertFile(connection, kept, at);
      const load = INSERT_LOAD(connection, { file: sha256, fileName: name, rowsHash, who, at });
      const unique = new Map(checked.map((row) => [`${row.period}/${row.unit}/${figureName(row)}`, row]));
      const values = [...unique.values()].map(({ period, unit, key, measure, value, cell }): SqlValue[] => [
        ...[period, unit, key, measure, load, value],
        ...[cell.sheet, cell.address],
      ]);
      insertRows(connection, "balances", values);
      return done(...notes);
    });
  } catch (error) {
    const finding = findingOf(error, context.file);
    if (finding === undefined) throw error;
    return refused(finding);
  }
}
