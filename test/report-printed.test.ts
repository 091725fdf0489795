import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import exceljs from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { readFonts } from "../src/assets.js";
import { type FormSet, isTypedKey, placedKeys, readBundledFormSet } from "../src/forms/index.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { render } from "../src/render.js";
import { annexForDocument, annexForms, annexWorkbook, buildAnnexes } from "../src/report/annexes/index.js";
import { appendAnnexes } from "../src/report/draft/append-annexes.js";
import { writeReportDraft } from "../src/report/draft/index.js";
import { Figures } from "../src/report/totals/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { findStartingDraft } from "../src/starting-draft/catalogue.js";
import { readWorkspace } from "../src/workspace/read.js";
import { sampleRegister } from "./cycle-collect.sample.js";
import { ledgerOf, type Sent } from "./report-ledger.js";
import { naiveTotal, ofOne, type RawUnit, SHARES } from "./report-naive.js";

const PERIOD = "2026-nam";
const LINK = /\[([^\]\n]*)\]\((vt:[^)]*)\)/gu;

let formSet: FormSet;
let register: UnitRegister;
const typed = new Map<string, readonly string[]>();
beforeAll(async () => {
  formSet = await readBundledFormSet();
  register = sampleRegister();
  for (const { id } of formSet.unitKinds)
    typed.set(
      id,
      placedKeys(formSet, id, "nam").filter((key) => isTypedKey(formSet, key)),
    );
});

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const sent = (kind: string): fc.Arbitrary<Sent> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Sent>("notSent", "toCorrect") },
    {
      weight: 6,
      arbitrary: fc.array(number, { minLength: 200, maxLength: 200 }).map((values): Sent => {
        const entries = (typed.get(kind) ?? []).map((key, at) => [key, values[at] ?? null] as const);
        return Object.fromEntries(entries.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
      }),
    },
  );

const rawsOf = (held: Readonly<Record<string, Sent>>): readonly RawUnit[] =>
  register.units.flatMap(({ code, kind, area }): RawUnit[] => {
    const own = held[code];
    if (typeof own !== "object") return [];
    const raw = new Map(Object.entries(own).map(([key, value]) => [`${key}/actual`, { value, cell: "" }]));
    return [{ unit: code, kind, ...(area === undefined ? {} : { area }), raw }];
  });

const german = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

/** As a figure may stand in a sentence or in a table. */
function prints(value: number | undefined, key: string): readonly string[] {
  if (value === undefined) return ["chưa có số liệu", "X", ""];
  const text = german.format(Math.abs(value) < 1e-9 ? 0 : value);
  if (SHARES[key] !== undefined) return [`${text}%`, text];
  const padded = Number.isInteger(value) && value > 0 && value < 10 ? [`0${value}`] : [];
  return [text, ...padded, ...(value === 0 ? ["chưa", "không"] : [])];
}

const slug = (area: string): string =>
  area
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/giu, "d")
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, "-");

/** The raw returns that a scope takes in. */
const inScope = (raws: readonly RawUnit[], scope: string): readonly RawUnit[] =>
  scope === "tinh"
    ? raws
    : raws.filter(({ area, unit }) => unit === scope || (area !== undefined && slug(area) === scope));

function faultsOfDraft(text: string, raws: readonly RawUnit[]): readonly string[] {
  return [...text.matchAll(LINK)].flatMap(([, printed = "", binding = ""]) => {
    const [key = "", scope = "", , measure = "thuc-hien"] = binding.slice("vt:".length).split("/");
    // the plan begins with this period; nothing earlier is known, and no target is set but the fixed ones
    if (measure !== "thuc-hien" && measure !== "luy-ke") return [];
    const naive = naiveTotal(inScope(raws, scope), key);
    return prints(naive, key).includes(printed) ? [] : [`${binding}: ${printed}, naive ${naive}`];
  });
}

const sha = (binding: string): string => createHash("sha256").update(binding, "utf8").digest("hex").slice(0, 10);

/** Texts in the bookmarks of a document, in its order, each with the hash of its path. */
function bookmarksOf(docx: Uint8Array): readonly (readonly [hash: string, text: string])[] {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:bookmarkStart w:name="vt_([a-f\d]+)_\d+"[^>]*\/>(.*?)<w:bookmarkEnd/gsu)].map(
    ([, hash = "", runs = ""]) => [
      hash,
      [...runs.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(""),
    ],
  );
}

async function faultsOfWorkbook(bytes: Uint8Array, raws: readonly RawUnit[]): Promise<readonly string[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as never);
  const names = new Map(register.units.map(({ code, names: [name] }) => [name?.short ?? name?.official, code]));
  const areas = new Set(register.units.flatMap(({ area }) => area ?? []));
  const faults: string[] = [];
  for (const form of annexForms(formSet, "nam").filter(({ rows }) => rows === undefined)) {
    workbook.getWorksheet(form.number)?.eachRow((row) => {
      const label = String(row.getCell(2).value ?? "");
      const code = names.get(label);
      const own = areas.has(label)
        ? raws.filter(({ area }) => area === label)
        : label === "Tổng cộng"
          ? raws
          : code === undefined
            ? undefined
            : raws.filter(({ unit }) => unit === code);
      if (own === undefined) return;
      form.columns.forEach(({ indicator }, at) => {
        // a share over two sources is one of the whole
        if (indicator === undefined || (indicator === "M06" && areas.has(label))) return;
        const cell = row.getCell(at + 1);
        const shown = cell.formula === undefined ? cell.value : cell.result;
        const [unit] = own;
        const naive =
          code === undefined ? naiveTotal(own, indicator) : unit === undefined ? undefined : ofOne(unit.raw, indicator);
        const same =
          typeof shown === "number" ? naive !== undefined && Math.abs(shown - naive) < 1e-6 : naive === undefined;
        if (!same) faults.push(`${form.number} ${label} ${indicator}: ${String(shown)}, naive ${naive}`);
      });
    });
  }
  return faults;
}

it("every figure in draft, DOCX and XLSX is what a naive recomputation of random returns gives", async () => {
  const yaml = readWorkspace(readFileSync("fixtures/ky-bao-cao/vanthu.yaml"), "vanthu.yaml", "/van-phong").workspace;
  const type = findStartingDraft("bao-cao", "party");
  if (yaml === undefined || type === undefined) throw new Error("no office");
  const template = { source: readFileSync("templates/bao-cao/nam.md.hbs", "utf8"), file: "nam.md.hbs" };
  const units = fc.record(Object.fromEntries(register.units.map(({ code, kind }) => [code, sent(kind)])));
  await fc.assert(
    fc.asyncProperty(units, async (held) => {
      const raws = rawsOf(held);
      const ledger = ledgerOf({ [PERIOD]: { units: held } });
      const plan = { first: 2026, last: 2030 };
      const figures = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS, plan });
      const totals = figures.period(PERIOD);
      if (totals === undefined) throw new Error("no totals");
      const material = { figures, totals, late: new Set<string>(), opinions: new Map<string, number>() };
      const written = writeReportDraft(template, material, type, yaml, 2026).draft;
      if (written === undefined) throw new Error("no draft");
      const tables = buildAnnexes(totals);
      const draft = appendAnnexes(written, tables, figures);
      const body = draft.text.slice(draft.text.indexOf("\n---\n"));
      expect(faultsOfDraft(body, raws).slice(0, 5)).toEqual([]);
      expect([...body.matchAll(LINK)].length).toBeGreaterThan(150);

      const { document } = await parseDraft(draft.text);
      if (document === undefined) throw new Error("no document");
      const { files } = await render({ document }, { formats: ["docx"], asDraft: true, fonts: readFonts() });
      const links = [...body.matchAll(LINK)].map(([, printed = "", binding = ""]) => [sha(binding), printed]);
      expect(bookmarksOf(files[0]?.bytes ?? new Uint8Array())).toEqual(links);

      const workbook = await annexWorkbook({ title: "Phụ lục", day: "2026-12-15", tables });
      expect((await faultsOfWorkbook(workbook, raws)).slice(0, 5)).toEqual([]);
    }),
    { numRuns: 4, seed: 11, endOnFailure: true },
  );
});

it("a form of too many units has totals and areas in the document, as they are in the whole form", () => {
  const held = Object.fromEntries(
    register.units.map(({ code, kind }) => [code, fc.sample(sent(kind), { numRuns: 1, seed: 3 })[0] ?? "notSent"]),
  );
  const ledger = ledgerOf({ [PERIOD]: { units: held } });
  const totals = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS }).period(PERIOD);
  if (totals === undefined) throw new Error("no totals");
  const [form] = buildAnnexes(totals);
  if (form === undefined) throw new Error("no form");
  const count = form.rows.filter(({ kind }) => kind === "unit").length;
  expect(annexForDocument(form, count)).toBe(form);
  const short = annexForDocument(form, count - 1);
  const shown = (rows: typeof form.rows) =>
    rows
      .filter(({ kind }) => kind !== "unit")
      .map(({ cells }) => cells.map((cell) => ("value" in cell ? cell.value : cell)));
  expect(shown(short.rows)).toEqual(shown(form.rows));
  expect(short.rows).toHaveLength(form.rows.length - count);
  expect(short.notes.at(-1)).toContain(`${count} đơn vị`);
  expect(JSON.stringify(short.rows)).not.toContain('"formula"');
});
