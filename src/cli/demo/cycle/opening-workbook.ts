/** The desk's file with figures of the year before, and targets, which the sample period begins with. */
import { unzipSync, zipSync } from "fflate";
import { evaluate, type FormSet, findKey, formulaOf, keysOf, type Reference } from "../../../forms/index.js";
import type { UnitRegister } from "../../../organisation/index.js";
import type { SampleFigures } from "./sample-figures.js";
import { figuresOfUnit } from "./sample-province.js";
import { FIRST_YEAR } from "./sample-returns.js";

const ZIP_TIME = new Date(1980, 0, 1, 12);
const TARGETS = ["T01", "T02", "T03", "T04"];

/** A figure by its key, computed where the form set computes it. */
function figureOf(formSet: FormSet, figures: SampleFigures, key: string): number | undefined {
  const resolve = (reference: Reference): number | undefined => {
    if (reference.table === "p") return formSet.parameters[reference.key];
    return reference.table === undefined ? figureOf(formSet, figures, reference.key) : undefined;
  };
  const meaning = findKey(formSet, key);
  const formula = meaning === undefined || meaning.member ? undefined : formulaOf(formSet, meaning.indicator);
  const value = figures[key] ?? (formula === undefined ? undefined : evaluate(formula, { resolve }));
  return typeof value === "number" ? value : undefined;
}

/**
 * The file: a row a unit and period, a column an indicator.
 *
 * @returns XLSX, the same bytes every time
 */
export async function openingWorkbook(formSet: FormSet, register: UnitRegister): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  workbook.created = new Date(Date.UTC(FIRST_YEAR + 1, 0, 5));
  workbook.modified = workbook.created;
  const keys = [...keysOf(formSet).keys()].filter((key) => findKey(formSet, key)?.indicator.kind !== "target");
  const sheet = workbook.addWorksheet(`Số chốt ${FIRST_YEAR}`);
  sheet.addRow(["Đơn vị", "Kỳ", ...keys]);
  for (const period of ["6t", "nam"] as const) {
    register.units.forEach(({ code }) => {
      const figures = figuresOfUnit(formSet, register, code, { period, year: 0 });
      sheet.addRow([code, `${FIRST_YEAR}-${period}`, ...keys.map((key) => figureOf(formSet, figures, key) ?? null)]);
    });
  }
  const targets = workbook.addWorksheet("Chỉ tiêu được giao");
  targets.addRow(["Đơn vị", "Kỳ", "Chỉ tiêu", "Số liệu"]);
  register.units.forEach(({ code, names }) => {
    const figures = figuresOfUnit(formSet, register, code, { period: "nam", year: 1 });
    for (const key of TARGETS.filter((target) => findKey(formSet, target) !== undefined)) {
      targets.addRow([names[0]?.official ?? code, `${FIRST_YEAR + 1}-nam`, key, figures[key] ?? null]);
    }
  });
  const parts = Object.entries(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())));
  return zipSync(Object.fromEntries(parts.filter(([path]) => !path.endsWith("/"))), { mtime: ZIP_TIME });
}
