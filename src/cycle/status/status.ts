/** Who has reported in a period: counted from the ledger, never kept. */
import { UNNUMBERED_RULE } from "../../findings/messages/cycle.js";
import { groupByArea, nameAt } from "../../organisation/index.js";
import type { Day, Unit, UnitRegister } from "../../organisation/register.js";
import { daysLate } from "../../periods/index.js";
import type { Period } from "../../periods/period.js";
import type { LedgerReading, UnitStanding } from "../ledger/index.js";

/**
 * How a unit stands: nothing came yet and the day is not past; nothing came and it is; only a file that cannot be read;
 * sent and counted; counted with something to explain; sent back to be corrected.
 */
export type StandingKind = "waiting" | "missing" | "unreadable" | "counted" | "explain" | "correct";

export interface StatusRow {
  readonly unit: string;
  readonly name: string;
  readonly area?: string;
  readonly standing: StandingKind;
  /** Day of receipt of the last return, and whether it is only the file's own time. */
  readonly received?: { readonly day: Day; readonly byFile: boolean };
  /** Last day on which it is on time, with its extension. */
  readonly lastDay: Day;
  readonly extended: boolean;
  /** When it is due by its level, extensions apart: "chậm nhất ngày 30/9/2028". */
  readonly due: string;
  /** Days late: of the first valid sending, or until today while there is none. */
  readonly daysLate: number;
  readonly revisions: number;
  /** Findings of the last return. */
  readonly errors: number;
  readonly toExplain: number;
  /** The signed paper of the counted return is there, or of the last one while none counts. */
  readonly signed: boolean;
  /** Number, day and signer of the báo cáo, as far as they are known. */
  readonly paper?: string;
  readonly paperDate?: string;
  readonly signer?: string;
  /** Its Word text waits for its number, and nothing else says one. */
  readonly unnumbered?: true;
  /** Day of receipt of a file that cannot be read and came after everything else, as far as names tell whose it is. */
  readonly unreadable?: Day;
  /** A later return has errors; the one before it still counts. */
  readonly superseded: boolean;
  readonly locked: boolean;
}

export interface StatusCounts {
  readonly asked: number;
  readonly sent: number;
  readonly onTime: number;
  readonly counted: number;
  readonly explain: number;
  readonly correct: number;
  readonly missing: number;
  /** Of those missing: a file came and cannot be read. */
  readonly unreadable: number;
  readonly unsigned: number;
}

export interface Status {
  readonly period: Period;
  readonly today: Day;
  readonly rows: readonly StatusRow[];
  readonly whole: StatusCounts;
  readonly areas: readonly { readonly area: string; readonly counts: StatusCounts }[];
  /** Names of files that cannot be read, and of which nobody knows whose they are. */
  readonly unreadable: readonly string[];
}

const SENT: ReadonlySet<StandingKind> = new Set<StandingKind>(["counted", "explain", "correct"]);

function countRows(rows: readonly StatusRow[]): StatusCounts {
  const count = (test: (row: StatusRow) => boolean) => rows.filter(test).length;
  const inTotals = (row: StatusRow) => row.standing === "counted" || row.standing === "explain" || row.superseded;
  return {
    asked: rows.length,
    sent: count((row) => SENT.has(row.standing)),
    onTime: count((row) => SENT.has(row.standing) && row.daysLate === 0),
    counted: count(inTotals),
    explain: count((row) => row.standing === "explain"),
    correct: count((row) => row.standing === "correct"),
    missing: count((row) => !SENT.has(row.standing)),
    unreadable: count((row) => row.standing === "unreadable"),
    unsigned: count((row) => inTotals(row) && !row.signed),
  };
}

function rowOf(
  unit: Unit,
  standing: UnitStanding | undefined,
  period: Period,
  today: Day,
  ledger: LedgerReading,
  unreadable: Day | undefined,
): StatusRow {
  const own = standing === undefined ? period : { ...period, lastDay: standing.receiving.lastDay };
  const latest = standing?.latest;
  const history = latest === undefined ? [] : ledger.history(unit.code, period.id);
  const findings = latest === undefined ? [] : ledger.findings(latest.id);
  const late = daysLate(own, (latest === undefined ? undefined : ledger.sentOn(unit.code, period.id)) ?? today);
  const kind = ((): StandingKind => {
    if (latest === undefined && unreadable !== undefined) return "unreadable";
    if (latest === undefined) return late > 0 ? "missing" : "waiting";
    if (latest.state === "accepted") return "counted";
    return latest.state === "explain" ? "explain" : "correct";
  })();
  const counted = standing?.counted;
  const { number: paper, date: paperDate, signer } = { ...latest?.paper, ...counted?.paper };
  const unnumbered = paper === undefined && findings.some(({ rule }) => rule === UNNUMBERED_RULE);
  return {
    unit: unit.code,
    name: nameAt(unit, period.window.to).official,
    ...(unit.area === undefined ? {} : { area: unit.area }),
    standing: kind,
    ...(latest === undefined
      ? {}
      : { received: { day: latest.received.day, byFile: latest.received.basis === "file" } }),
    lastDay: own.lastDay,
    extended: standing?.receiving.extension !== undefined,
    due: standing?.dueInWords ?? period.dueInWords,
    daysLate: late,
    revisions: history.length,
    errors: findings.filter(({ weight }) => weight === "error").length,
    toExplain: findings.filter(({ weight, explanation }) => weight === "explain" && explanation === undefined).length,
    signed: (counted ?? latest)?.paper.signed ?? false,
    ...(paper === undefined ? {} : { paper }),
    ...(paperDate === undefined ? {} : { paperDate }),
    ...(signer === undefined ? {} : { signer }),
    ...(unnumbered ? { unnumbered } : {}),
    ...(unreadable === undefined || unreadable < (latest?.received.day ?? unreadable) ? {} : { unreadable }),
    superseded: counted !== undefined && latest !== undefined && counted.id !== latest.id,
    locked: standing?.receiving.state === "locked",
  };
}

/**
 * How every unit that was asked stands in a period, in the order of the register.
 *
 * @param today day in Vietnam, for those that have sent nothing
 * @returns undefined when the period was never opened
 */
export function statusOf(
  ledger: LedgerReading,
  register: UnitRegister,
  period: string,
  today: Day,
): Status | undefined {
  const opened = ledger.period(period);
  const standings = ledger.standings(period);
  if (opened === undefined || standings === undefined) return undefined;
  const byUnit = new Map(standings.map((standing) => [standing.unit, standing]));
  const asked = register.units.filter(({ code }) => byUnit.has(code));
  const files = ledger.unreadable(period);
  const unreadable = new Map(files.map(({ unit, received }) => [unit, received.day]));
  const rows = asked.map((unit) =>
    rowOf(unit, byUnit.get(unit.code), opened.period, today, ledger, unreadable.get(unit.code)),
  );
  const areas = groupByArea(register, asked).map(({ area, units }) => {
    const codes = new Set(units.map(({ code }) => code));
    return { area: area ?? "Không thuộc khu vực", counts: countRows(rows.filter((row) => codes.has(row.unit))) };
  });
  const nobodys = files.flatMap(({ unit, name }) => (unit !== undefined && byUnit.has(unit) ? [] : [name]));
  return { period: opened.period, today, rows, whole: countRows(rows), areas, unreadable: nobodys };
}

/** Due days of units, each once, extensions apart: several where levels have their own. */
export const duesOf = (rows: readonly StatusRow[], { dueInWords }: Period): readonly string[] => {
  const dues = [...new Set(rows.map(({ due }) => due))];
  return dues.length === 0 ? [dueInWords] : dues;
};

/** A rate as printed: `92,28%`; a dash where nothing is to be counted. */
export function rate(part: number, whole: number): string {
  if (whole === 0) return "-";
  return `${((100 * part) / whole)
    .toFixed(2)
    .replace(/\.?0+$/u, "")
    .replace(".", ",")}%`;
}
