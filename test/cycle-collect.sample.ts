/** A province of invented units with an opened period, outlines that were sent, and returns filled as units would. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type CollectContext, type CollectResult, collect, nodeInboxDisk } from "../src/cycle/collect/index.js";
import { type Ledger, openLedger } from "../src/cycle/ledger/index.js";
import { readBundledFormSet } from "../src/forms/bundled.js";
import type { FormSet } from "../src/forms/form-set.js";
import { loadUnits } from "../src/organisation/load-units.js";
import { findUnit, nameAt } from "../src/organisation/lookup.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import type { Period } from "../src/periods/period.js";
import { readPeriod } from "../src/periods/read-period.js";
import { layoutWorkbook, type WorkbookLayout } from "../src/workbook/layout/index.js";
import { formSetKey } from "../src/workbook/read/index.js";
import { type Prefill, type Stencil, stampOf, stencilFor, writeOutline } from "../src/workbook/write/index.js";
import { type SampleFigures, sampleFigures } from "./cycle-sample.js";

export const SEED = 7;

/** A period by its id. */
export function periodNamed(id: string): Period {
  const period = readPeriod(id, PERIOD_KINDS);
  if (period === undefined) throw new Error(`no period ${id}`);
  return period;
}

export const HALF = periodNamed("2026-6t");
export const YEAR = periodNamed("2026-nam");

/** The register of the sample workspace. */
export function sampleRegister(): UnitRegister {
  const file = new URL("../fixtures/ky-bao-cao/don-vi.yaml", import.meta.url);
  const { register, findings } = loadUnits(readFileSync(file, "utf8"), "don-vi.yaml");
  if (register === undefined) throw new Error(findings.map(({ found }) => found).join("\n"));
  return register;
}

/** What is put into cells, by `key/measure`; null leaves a cell blank. */
export type Typed = Readonly<Record<string, number | string | null>>;

const escapeXml = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");

const CELL = /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(?:.*?)<\/c>)/gsu;

function cell(address: string, attributes: string, put: number | string): string {
  const style = / s="\d+"/u.exec(attributes)?.[0] ?? "";
  return typeof put === "number"
    ? `<c r="${address}"${style}><v>${put}</v></c>`
    : `<c r="${address}"${style} t="inlineStr"><is><t>${escapeXml(put)}</t></is></c>`;
}

/** Puts values into cells of sheets, by sheet and address. */
export function fill(bytes: Uint8Array, puts: ReadonlyMap<string, ReadonlyMap<string, number | string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/gu)].map(([tag]) => [
      /Id="([^"]+)"/u.exec(tag)?.[1] ?? "",
      /Target="([^"]+)"/u.exec(tag)?.[1] ?? "",
    ]),
  );
  for (const [tag] of text("xl/workbook.xml").matchAll(/<sheet [^>]*>/gu)) {
    const cells = puts.get(/name="([^"]+)"/u.exec(tag)?.[1] ?? "");
    const target = targets.get(/r:id="([^"]+)"/u.exec(tag)?.[1] ?? "");
    if (cells === undefined || target === undefined) continue;
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const xml = text(part).replace(CELL, (whole, address: string, attributes: string) => {
      const put = cells.get(address);
      return put === undefined ? whole : cell(address, attributes, put);
    });
    parts[part] = strToU8(xml);
  }
  return zipSync(parts, { level: 1 });
}

/** Cells of a return for what a unit types. */
export function putsFor(layout: WorkbookLayout, typed: Typed, extra: Readonly<Record<string, string | number>> = {}) {
  const puts = new Map<string, Map<string, number | string>>();
  const put = (sheet: string, address: string, value: number | string): void => {
    const cells = puts.get(sheet) ?? new Map<string, number | string>();
    puts.set(sheet, cells.set(address, value));
  };
  for (const { key, measure, role, sheet, address } of layout.values) {
    const value = typed[`${key}/${measure}`];
    if (role === "typed" && value !== undefined && value !== null) put(sheet, address, value);
  }
  for (const [name, value] of Object.entries(extra)) {
    const refersTo = layout.names.find((known) => known.name === name)?.refersTo ?? "";
    const match = /^'(.+)'!\$([A-Z]+)\$(\d+)$/u.exec(refersTo);
    if (match === null) throw new Error(`no cell is named ${name}`);
    put(match[1] ?? "", `${match[2]}${match[3]}`, value);
  }
  return puts;
}

/** A correct return as the unit of an index types it; lists have as many rows as they must. */
export function typedOf(layout: WorkbookLayout, figures: SampleFigures): Typed {
  const typed: Record<string, number> = {};
  for (const { key, measure, role } of layout.values) {
    const value = figures[key];
    if (role === "typed" && measure === "actual" && value !== undefined) typed[`${key}/${measure}`] = value;
  }
  return typed;
}

/** Opening stocks of a form set out of sample figures. */
export function openingsOf(formSet: FormSet, figures: SampleFigures): Record<string, number> {
  return Object.fromEntries(
    formSet.indicators.flatMap(({ code, opens }) => {
      const value = figures[code];
      return opens === undefined || value === undefined ? [] : [[code, value]];
    }),
  );
}

export interface OutlineWish {
  readonly period?: Period;
  readonly revision?: number;
  readonly prefill?: Partial<Prefill>;
  readonly formSet?: FormSet;
  /** Kind as the stamp says it; that of the unit when absent. */
  readonly kind?: string;
}

/** How a return differs from a correct one. */
export interface ReturnWish extends OutlineWish {
  readonly typed?: Typed;
  /** Notes, answers and fields of the paper, by defined name. */
  readonly named?: Readonly<Record<string, string | number>>;
  readonly listRows?: number;
}

const folders: string[] = [];

/** A new folder that `removeProvinces` removes. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "vanthu-collect-"));
  folders.push(folder);
  return folder;
}

const ledgers: Ledger[] = [];

/** Closes ledgers and removes folders. */
export async function removeProvinces(): Promise<void> {
  for (const ledger of ledgers.splice(0)) await ledger.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The province: its folder, its ledger, and makers of what units send. */
export class Province {
  readonly inbox: string;

  private constructor(
    readonly folder: string,
    readonly ledger: Ledger,
    readonly formSet: FormSet,
    readonly register: UnitRegister,
  ) {
    this.inbox = join(folder, "hop-thu");
    mkdirSync(this.inbox);
  }

  static async open(
    options: {
      readonly register?: UnitRegister;
      readonly formSet?: FormSet;
      readonly periods?: readonly Period[];
    } = {},
  ): Promise<Province> {
    const folder = newFolder();
    const now = (): Date => new Date("2026-05-26T02:00:00Z");
    const { ledger, findings } = await openLedger(folder, { now, host: "may-thu", pid: process.pid });
    if (ledger === undefined) throw new Error(findings.map(({ found }) => found).join("\n"));
    ledgers.push(ledger);
    const formSet = options.formSet ?? (await readBundledFormSet());
    const { id, version } = formSet;
    for (const period of options.periods ?? [HALF]) {
      await ledger.openPeriod({ period, formSet: { id, version }, who: "Người thử" });
    }
    return new Province(folder, ledger, formSet, options.register ?? sampleRegister());
  }

  kindOf(unit: string): string {
    return findUnit(this.register, unit)?.kind ?? "xa-phuong";
  }

  indexOf(unit: string): number {
    return Math.max(
      0,
      this.register.units.findIndex(({ code }) => code === unit),
    );
  }

  figures(unit: string, period: Period = HALF): SampleFigures {
    return sampleFigures(this.indexOf(unit), SEED, { period: period.kind === "nam" ? "nam" : "6t" });
  }

  layout(unit: string, { period = HALF, formSet = this.formSet, kind = this.kindOf(unit) }: OutlineWish = {}) {
    return layoutWorkbook(formSet, kind, period.kind);
  }

  #stencil({ formSet = this.formSet, period = HALF }: OutlineWish, kind: string): Promise<Stencil> {
    return stencilFor(formSet, kind, period.kind);
  }

  /** An outline as it left, noted in the ledger. */
  async outline(unit: string, wish: OutlineWish = {}, noted = true): Promise<Uint8Array> {
    const { period = HALF, revision = 1, kind = this.kindOf(unit), formSet = this.formSet } = wish;
    const stencil = await this.#stencil(wish, kind);
    const known = findUnit(this.register, unit);
    const options = {
      unit: { code: unit, name: known === undefined ? unit : nameAt(known, period.window.to).official },
      period,
      revision,
      prefill: {
        openings: openingsOf(formSet, this.figures(unit, period)),
        samePeriod: {},
        targets: {},
        openingsOpen: false,
        ...wish.prefill,
      },
      sendTo: "Ban Tổ chức",
    };
    if (noted) await this.ledger.recordOutline(period.id, { unit, revision, hash: stampOf(stencil, options).hash });
    return writeOutline(stencil, options);
  }

  /** A return as its unit sends it; without wishes a correct one. */
  async return(unit: string, wish: ReturnWish = {}, noted = true): Promise<Uint8Array> {
    const layout = this.layout(unit, wish);
    const figures = this.figures(unit, wish.period);
    const typed = { ...typedOf(layout, figures), ...wish.typed };
    const puts = putsFor(layout, typed, wish.named);
    for (const sheet of layout.sheets) {
      if (sheet.kind !== "form" || sheet.list === undefined) continue;
      const rows = wish.listRows ?? Number(typed["B02/actual"] ?? 0);
      const open = sheet.columns.filter(({ source }) => source.content === "text")[0];
      const cells = new Map<string, string>();
      for (let row = 0; row < rows; row += 1)
        cells.set(`${open?.letter}${sheet.body.first + row}`, `Chi bộ số ${row + 1}`);
      puts.set(sheet.sheet, cells);
    }
    return fill(await this.outline(unit, wish, noted), puts);
  }

  /** Puts a file into the inbox. */
  put(path: string, bytes: Uint8Array | string, modified = new Date("2026-05-22T03:00:00Z")): string {
    const target = join(this.inbox, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    utimesSync(target, modified, modified);
    return target;
  }

  context(changes: Partial<CollectContext> = {}): CollectContext {
    const { id, version } = this.formSet;
    return {
      disk: nodeInboxDisk,
      ledger: this.ledger,
      register: this.register,
      formSets: new Map([[formSetKey(id, version), this.formSet]]),
      kinds: PERIOD_KINDS,
      today: "2026-05-26",
      show: (path) => relative(this.inbox, path) || ".",
      ...changes,
    };
  }

  collect(changes: Partial<CollectContext> = {}, paths: readonly string[] = [this.inbox]): Promise<CollectResult> {
    return collect(paths, this.context(changes));
  }
}
