import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CycleOffice, on, openCycleOffice } from "./cli-cycle.sample.js";
import { type Figures, fillReview, layoutOf, REVIEW_UNITS, reviewFigures } from "./cli-cycle-review.sample.js";

/** Parties: what each typed, by `key/measure`; the union, which has the figures of its own for the whole province. */
const PARTIES = ["p-song-kim", "p-tan-linh", "du-kcn"] as const;

const UNION = { D02: 6, D04: 41, A06: 62, D05: 40, D09: 912, D10: 13, D11: 5 } as const;

/** Its figures grow from year to year, so that a wrong column is seen. */
const unionFigures = (years: number): Figures =>
  Object.fromEntries(
    ["baseline", ...Array.from({ length: years }, (_, at) => `year${at + 1}`)].flatMap((measure, at) =>
      Object.entries(UNION).map(([key, value]): [string, number] => [`${key}/${measure}`, value + at]),
    ),
  );

const LINK = /\[([^\]\n]*)\]\((vt:[^)]*)\)/gu;

interface Reviewed {
  readonly office: CycleOffice;
  readonly draft: string;
  /** Figures by unit, as typed. */
  readonly typed: Readonly<Record<string, Figures>>;
  readonly trace: {
    readonly figures: readonly { readonly binding: string; readonly trace: number }[];
    readonly nodes: readonly { readonly kind: string; readonly value?: number; readonly parts?: readonly number[] }[];
  };
}

async function review(period: string, opened: string, day: string, years: number): Promise<Reviewed> {
  const office = await openCycleOffice(REVIEW_UNITS);
  const exits = [(await office.cycle(opened, "open", period)).exit];
  const typed: Record<string, Figures> = Object.fromEntries([
    ...PARTIES.map((unit, at) => [unit, reviewFigures(2 + at, years)]),
    ["lddl", unionFigures(years)],
  ]);
  for (const [unit, figures] of Object.entries(typed)) {
    const layout = await layoutOf(office.register, unit, period);
    const bytes = fillReview(await office.bytes(`ra/${period}/${unit}.xlsx`), layout, figures);
    await office.write(`hop-thu-den/${day}/${unit}/so-lieu.xlsx`, bytes);
  }
  const { returns } = await office.json(day, "collect", `hop-thu-den/${day}`);
  expect(returns.map(({ state }: { state: string }) => state)).toEqual(Array(4).fill("accepted"));
  const made = await office.call(["report", period], on(day));
  expect([...exits, made.exit]).toEqual([0, 0]);
  const folder = `bao-cao/${period}/bao-cao-${period}`;
  return {
    office,
    typed,
    draft: (await office.read(`${folder}.md`)).replace(/^---\n[\s\S]*?\n---\n/u, ""),
    trace: JSON.parse(await office.read(`${folder}.trace.json`)),
  };
}

const number = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
const MEASURE: Readonly<Record<string, string>> = { "truoc-ke-hoach": "baseline" };
/** Sums of the whole span; others are stocks. */
const FLOWING = /^(?:K0\d|B0[24]|C02[cd]?|D02|D1[01])$/u;

/** What stands behind a path, over what was typed, or undefined when nobody typed it. */
function naive(typed: Reviewed["typed"], key: string, measure: string, years: number): number | undefined {
  if (key === "D06") {
    const [above, below] = ["D05", "A06"].map((each) => naive(typed, each, measure, years));
    return above === undefined || below === undefined ? undefined : (100 * above) / below;
  }
  const all = Array.from({ length: years }, (_, at) => `year${at + 1}`);
  const asked =
    measure === "" || measure === "luy-ke"
      ? FLOWING.test(key)
        ? all
        : all.slice(-1)
      : [MEASURE[measure] ?? measure.replace("nam-", "year")];
  const values = Object.values(typed).flatMap((own) => asked.flatMap((each) => own[`${key}/${each}`] ?? []));
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

/** The row of a table that begins with a name, without its bindings. */
const rowOf = (draft: string, name: string): readonly string[] =>
  (draft.split("\n").find((line) => line.startsWith(`| ${name} |`)) ?? "")
    .replace(LINK, "$1")
    .split("|")
    .slice(2, -1)
    .map((cell) => cell.trim());

describe.each([
  ["2026-2028-sk", "2028-08-02", "2028-10-02", 3],
  ["2026-2030-tk", "2030-10-02", "2030-12-20", 5],
] as const)("the report of %s", (period, opened, day, years) => {
  let reviewed: Reviewed;
  const print = (key: string, measure = ""): string => {
    const value = naive(reviewed.typed, key, measure, years);
    return value === undefined ? "X" : number.format(value);
  };
  beforeAll(async () => {
    reviewed = await review(period, opened, day, years);
  });
  afterAll(() => reviewed.office.remove());

  it("prints only figures that the returns give, stocks among them that other periods compute", () => {
    const links = [...reviewed.draft.matchAll(LINK)];
    const wrong = links.flatMap(([, printed = "", path = ""]) => {
      const [key = "", scope, of, measure = ""] = path.replace("vt:", "").split("/");
      if (/^(?:chi-tieu|danh-gia|phan-tram|con-lai)/u.test(measure)) return [];
      const value = naive(reviewed.typed, key, measure, years);
      const words = value === undefined ? ["X", "chưa có số liệu"] : [number.format(value), `${number.format(value)}%`];
      const padded =
        value !== undefined && value > 0 && value < 10 ? [`0${value}`] : value === 0 ? ["chưa", "không"] : [];
      return scope === "tinh" && of === period && [...words, ...padded].includes(printed)
        ? []
        : [`${path}: ${printed}, naive ${words.join(" | ")}`];
    });
    expect(wrong).toEqual([]);
    expect(links.length).toBeGreaterThan(150);
  });

  it("says how many there were before the plan and are now", () => {
    const text = reviewed.draft.replace(LINK, "$1");
    expect(text).toContain(`Trước khi có Kế hoạch, toàn tỉnh có ${print("B05", "truoc-ke-hoach")} tổ chức đảng`);
    expect(text).toContain(`toàn tỉnh có ${print("C06")} đảng viên trong doanh nghiệp`);
    expect(text).toContain(`${print("D09")} đoàn viên`);
  });

  it("has a row a year and one of the whole span", () => {
    const columns = ["B02", "B05", "C02", "C06", "D04", "E04"];
    expect(rowOf(reviewed.draft, "2026").slice(0, 6)).toEqual(columns.map((key) => print(key, "nam-1")));
    expect(rowOf(reviewed.draft, "2027").slice(0, 6)).toEqual(columns.map((key) => print(key, "nam-2")));
    const last = years === 3 ? "6 tháng đầu năm 2028" : "2030";
    expect(rowOf(reviewed.draft, last).slice(0, 6)).toEqual(columns.map((key) => print(key, `nam-${years}`)));
    expect(rowOf(reviewed.draft, "**Cả giai đoạn**").slice(0, 6)).toEqual(columns.map((key) => print(key)));
    // of the union's stock nobody makes a sum over the years
    expect(print("D04")).toBe(String(UNION.D04 + years));
  });

  it("traces every figure to the cells that the units typed or the form adds up", () => {
    const { figures, nodes } = reviewed.trace;
    const bound = new Set([...reviewed.draft.matchAll(LINK)].map(([, , path]) => path));
    expect(new Set(figures.map(({ binding }) => binding))).toEqual(bound);
    const members = figures.find(({ binding }) => binding === `vt:C06/tinh/${period}`);
    expect(members?.trace).toBeGreaterThanOrEqual(0);
    const sum = nodes[members?.trace ?? -1];
    expect(sum).toMatchObject({ kind: "sum", value: naive(reviewed.typed, "C06", "", years) });
    expect(sum?.parts?.map((at) => nodes[at]?.kind)).toEqual(["cell", "cell", "cell"]);
  });
});
