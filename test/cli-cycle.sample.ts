/** An office with the sample workspace, its commands on chosen days, and workbooks as its units fill them. */
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type InboxFile, sentFiles } from "../src/cli/demo/cycle/sample-returns.js";
import type { Sending } from "../src/cli/demo/cycle/scenario.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { loadUnits, type UnitRegister } from "../src/organisation/index.js";
import { PERIOD_KINDS, type Period, readPeriod } from "../src/periods/index.js";
import { type Called, type Office, openOffice } from "./cli.environment.js";

const SAMPLE = "fixtures/ky-bao-cao";

/** Noon in Vietnam. */
export const on = (day: string) => ({ now: (): Date => new Date(`${day}T05:00:00Z`) });

export function periodNamed(id: string): Period {
  const period = readPeriod(id, PERIOD_KINDS);
  if (period === undefined) throw new Error(`no period ${id}`);
  return period;
}

export interface CycleOffice extends Office {
  /** `vanthu cycle …` on a day. */
  readonly cycle: (day: string, ...words: readonly string[]) => Promise<Called>;
  /** The same with `--json`, parsed. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever comes
  readonly json: (day: string, ...words: readonly string[]) => Promise<any>;
  readonly bytes: (name: string) => Promise<Uint8Array>;
  readonly register: UnitRegister;
}

/** An office with `vanthu.yaml` and `don-vi.yaml` of the sample, or with other units. */
export async function openCycleOffice(units?: string): Promise<CycleOffice> {
  const office = openOffice();
  await cp(SAMPLE, office.folder, { recursive: true });
  const text = units ?? (await readFile(join(SAMPLE, "don-vi.yaml"), "utf8"));
  await office.write("don-vi.yaml", text);
  const { register, findings } = loadUnits(text, "don-vi.yaml");
  if (register === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  const cycle: CycleOffice["cycle"] = (day, ...words) => office.call(["cycle", ...words], on(day));
  return {
    ...office,
    register,
    cycle,
    json: async (day, ...words) => JSON.parse((await cycle(day, ...words, "--json")).stdout),
    bytes: (name) => readFile(join(office.folder, name)),
  };
}

/** A few units: quick to open. */
export const FEW_UNITS = `khu vực: [Khu vực trung tâm, Cơ quan cấp tỉnh]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: p-tan-linh, loại: xa-phuong, tên: Đảng uỷ phường Tân Lĩnh, khu vực: Khu vực trung tâm }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh, khu vực: Cơ quan cấp tỉnh }
`;

/** What a unit sends back for the outline in `ra/`, put into the inbox. */
export async function send(office: CycleOffice, period: string, sending: Sending): Promise<readonly InboxFile[]> {
  const outline = await office.bytes(`ra/${period}/${sending.unit}.xlsx`);
  const formSet = await readBundledFormSet();
  const files = sentFiles(outline, sending, formSet, office.register, periodNamed(period));
  for (const { path, bytes } of files) await office.write(`hop-thu-den/${path}`, bytes);
  return files;
}
