/** The check sheet of a workbook, worked out by LibreOffice, finds what our evaluator finds. Needs soffice. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Condition } from "../../src/cycle/checks/index.js";
import type { CellFinding } from "../../src/cycle/returns.js";
import { RESULTS } from "../../src/workbook/layout/wording.js";
import { readWorkbook } from "../../src/workbook/read/index.js";
import { breaks, type Change, changesOf, conditionsOf, editOf, judged, REPORTING } from "../bundled-checks.js";
import {
  earlierOf,
  type Figures,
  FORM_SET,
  FORM_SETS,
  type OutlineKind,
  Return,
  returnOf,
  stencilOf,
} from "../bundled-returns.js";

const run = promisify(execFile);

function present(tool: string): boolean {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

/** Many figures of one return that are wrong at once. */
interface Batch {
  readonly changes: readonly Change[];
  /** Checks that each was put in for. */
  readonly rules: readonly string[];
}

const touches = (change: Change): string =>
  change.what === "rows"
    ? `rows.${change.form}`
    : change.what === "typed"
      ? change.key
      : `${change.table}.${change.key}`;

/** What a check can be broken by in the workbook itself: openings continue last year's closings there by being them. */
const inWorkbook = (change: Change): boolean => change.what !== "earlier" || change.table !== "prior";

/** Puts the changes that break each condition into as few returns as leave all of them broken. */
function batchesOf(sent: Return): { readonly batches: readonly Batch[]; readonly left: readonly string[] } {
  const known = earlierOf(sent.figures, sent.kind.periodKind);
  const stated = new Set(FORM_SET.checks.map(({ id }) => id));
  const batches: { changes: Change[]; conditions: Condition[]; touched: Set<string> }[] = [];
  const left: string[] = [];
  const broken = (changes: readonly Change[], condition: Condition): boolean =>
    breaks(changes, condition, sent.correct, known);
  for (const condition of conditionsOf(sent)) {
    if (!stated.has(condition.rule)) continue;
    const change = changesOf(sent, condition.expression).find((one) => inWorkbook(one) && broken([one], condition));
    if (change === undefined) {
      left.push(condition.rule);
      continue;
    }
    const fits = ({ changes, conditions, touched }: (typeof batches)[number]): boolean =>
      !touched.has(touches(change)) && [...conditions, condition].every((one) => broken([...changes, change], one));
    const free = batches.find(fits);
    const batch = free ?? { changes: [], conditions: [], touched: new Set<string>() };
    if (free === undefined) batches.push(batch);
    batch.changes.push(change);
    batch.conditions.push(condition);
    batch.touched.add(touches(change));
  }
  return {
    batches: batches.map(({ changes, conditions }) => ({ changes, rules: conditions.map(({ rule }) => rule) })),
    left,
  };
}

/** The figures of a return with all changes of a batch. */
function figuresWith(figures: Figures, changes: readonly Change[]): Figures {
  const changed: Record<Exclude<keyof Figures, "rows">, Record<string, number>> = {
    own: { ...figures.own },
    prior: { ...figures.prior },
    half: { ...figures.half },
    lastYear: { ...figures.lastYear },
  };
  for (const change of changes) {
    if (change.what === "typed") changed.own[change.key] = change.value;
    if (change.what === "earlier") changed[change.table][change.key] = change.value;
  }
  return { ...changed, rows: figures.own.B02 ?? 0 };
}

interface Case {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly sent: Return;
  readonly findings: readonly CellFinding[];
  /** Checks that it was made to break. */
  readonly rules: readonly string[];
}

const WORDS: Readonly<Record<CellFinding["weight"], string>> = RESULTS.broken;

describe.skipIf(!present("soffice"))("the check sheet, worked out by LibreOffice", () => {
  let folder = "";
  const cases: Case[] = [];
  const tried = new Set<string>();
  const left = new Set<string>();
  const books = new Map<string, exceljs.Workbook>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-checks-"));
    for (const kind of REPORTING) {
      const stencil = await stencilOf(kind);
      const correct = await returnOf(kind);
      const { batches, left: own } = batchesOf(correct);
      for (const rule of own) left.add(rule);
      for (const [index, { changes, rules }] of [{ changes: [], rules: [] }, ...batches].entries()) {
        for (const rule of rules) tried.add(rule);
        const sent = new Return(kind, stencil, figuresWith(correct.figures, changes));
        const rows = changes.filter(({ what }) => what === "rows").flatMap((change) => editOf(change, sent));
        const bytes = sent.file(...rows);
        const name = `${kind.unitKind}-${kind.periodKind}-${index}`;
        const findings = judged(sent, readWorkbook(bytes, FORM_SETS), earlierOf(sent.figures, kind.periodKind));
        cases.push({ name, kind, sent, findings, rules });
        await writeFile(join(folder, `${name}.xlsx`), bytes);
      }
    }
    const out = join(folder, "out");
    await run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      ...["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out],
      ...cases.map(({ name }) => join(folder, `${name}.xlsx`)),
    ]);
    for (const { name } of cases) {
      const book = new exceljs.Workbook();
      await book.xlsx.load(Buffer.from(await readFile(join(out, `${name}.xlsx`))) as unknown as exceljs.Buffer);
      books.set(name, book);
    }
  }, 600_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has been given every declared check of a return that a workbook can break by itself", () => {
    const declared = FORM_SET.checks.filter(({ scope }) => scope === "unit").map(({ id }) => id);
    const untried = declared.filter((id) => !tried.has(id));
    for (const { name, findings, rules } of cases) {
      expect(
        rules.filter((id) => !findings.some(({ rule }) => rule === id)),
        name,
      ).toEqual([]);
    }
    // the first return of each kind is the correct one
    expect(cases.filter(({ name }) => name.endsWith("-0")).flatMap(({ findings }) => findings)).toEqual([]);
    expect(untried.every((id) => left.has(id))).toBe(true);
    // openings are locked: only the ledger can say that they differ from a closing of last year
    const checks = FORM_SET.checks.filter(({ id }) => untried.includes(id));
    expect(checks.every(({ holds }) => /^\w+ == prior\.\w+$/u.test(holds))).toBe(true);
  });

  it("says of every check what our evaluator says, and counts those that are broken", () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const { name, sent, findings } of cases) {
      const book = books.get(name);
      const resultAt = ({ sheet, address }: { sheet: string; address: string }): unknown =>
        book?.getWorksheet(sheet)?.getCell(address).result;
      const checks = sent.layout.sheets.find((sheet) => sheet.kind === "checks");
      if (checks?.kind !== "checks") throw new Error(`no check sheet in ${name}`);
      const told = new Map(findings.map(({ rule, weight }) => [rule, weight]));
      const counted = { error: 0, explain: 0 };
      for (const { check, measure, result, resultFormula } of checks.lines) {
        if (resultFormula === undefined || measure !== "actual") continue;
        compared += 1;
        const weight = told.get(check.id);
        const wanted = weight === undefined ? RESULTS.met : WORDS[weight];
        if (weight === "error" || weight === "explain") counted[weight] += 1;
        const found = resultAt(result);
        if (found !== wanted) wrong.push(`${name} ${check.id}: ${String(found)}, not ${wanted}`);
      }
      for (const id of ["error", "explain"] as const) {
        const cell = checks.counts.find(({ cell: { definedName } }) => definedName === `vt_dem_${id}`)?.cell;
        const found = cell && resultAt(cell);
        if (found !== counted[id]) wrong.push(`${name} counts ${String(found)} ${id}, not ${counted[id]}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});
