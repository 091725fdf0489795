import { buildPlan, planOfPages } from "./plan.js";
import { style } from "../src/layout/style/index.js";
import { paginate } from "../src/layout/paginate/index.js";
import { chooseNorm } from "../src/norms/choose.js";
import { preflight } from "../src/preflight/index.js";
import { buildDocx } from "../src/writers/docx/build.js";
import { partsOf } from "../src/writers/docx/package-parts.js";
import { finishDocx } from "../src/writers/docx/finishing.js";
import { modelParts } from "../src/writers/docx/embedded-model.js";
import { visibleTextOf } from "../src/writers/docx/visible-text.js";
import { writePdf } from "../src/writers/pdf/index.js";
import type { Document } from "../src/model/document.js";
const created = new Date(0);
export async function stages(plan: Document, fonts: any, n: number) {
  const t: Record<string, number[]> = {};
  const time = async <T>(k: string, f: () => T | Promise<T>): Promise<T> => { const s = performance.now(); const r = await f(); (t[k] ??= []).push(performance.now() - s); return r; };
  for (let i = 0; i < n; i++) {
    const norm = chooseNorm(plan);
    const s = await time("style", () => style(plan, norm));
    const b = await time("buildDocx", () => buildDocx(s));
    const p = await time("compile", () => partsOf(b));
    await time("  modelParts(hash)", () => modelParts(plan, p));
    await time("  of which visibleText", () => visibleTextOf(p, "omitted"));
    await time("finish w/o model", () => finishDocx(p, { created, mirrored: false }));
    await time("finish with model", () => finishDocx(p, { created, mirrored: false, model: plan }));
    await time("preflight", () => preflight(plan, norm));
    const pg = await time("paginate", () => paginate(s));
    await time("writePdf", () => writePdf(pg, s, { created, fonts }));
  }
  for (const [k, v] of Object.entries(t)) { v.splice(0, n / 2); v.sort((a, b) => a - b); console.log(k.padEnd(24), v[v.length >> 1]!.toFixed(2), v[0]!.toFixed(2)); }
}
export const plan = (n: number) => planOfPages(n, (d) => paginate(style(d, chooseNorm(d))).length);
