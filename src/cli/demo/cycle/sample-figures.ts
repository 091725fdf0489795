/**
 * Figures of invented units for the indicators of the first form set: openings, flows and closings obey the identities,
 * parts the wholes, and nothing is implausible. Ratios are left out, since they are computed. The same unit, seed, year
 * and period always give the same figures.
 */

export interface SampleOptions {
  /** Figures to the half-year's cut-off, or to the year's. */
  readonly period?: "6t" | "nam";
  /** Years after the first; a year opens with the closings of the one before. */
  readonly year?: number;
}

export type SampleFigures = Readonly<Record<string, number>>;

/** Units among which members move within the province: what one takes in, the next has let go. */
const RING = 19;

/** Years of the plan whose targets are allotted. */
const PLAN_YEARS = 5;

/** Share of a year's flows that has happened by the half-year's cut-off, in percent. */
const HALF_YEAR = 45;

const ENTERPRISE_WEIGHTS = { CP: 30, TNHH: 50, DNTN: 12, HD: 2, FDI: 6 };
const ORGANISATION_WEIGHTS = { CP: 32, TNHH: 34, DNTN: 8, HD: 1, FDI: 9, HTX: 6, NCL: 10 };

/** Spreads a text over 32 bits (FNV-1a), so that each figure has its own chance, whatever was drawn before. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

const share = (whole: number, percent: number): number => Math.floor((whole * percent) / 100);

/** Divides a whole among members, the rest to the first. */
function divide(code: string, whole: number, weights: Readonly<Record<string, number>>): SampleFigures {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const parts = Object.entries(weights).map(([member, weight]): [string, number] => [
    `${code}.${member}`,
    Math.floor((whole * weight) / total),
  ]);
  const rest = whole - parts.reduce((sum, [, part]) => sum + part, 0);
  const figures = Object.fromEntries(parts.map(([key, part], index) => [key, index === 0 ? part + rest : part]));
  return { ...figures, [`${code}.FDI100`]: share(figures[`${code}.FDI`] ?? 0, 70) };
}

type Draw = (code: string, least: number, most: number) => number;

/** Draws that depend on unit and year, or on the unit alone. */
const drawer =
  (...circumstances: readonly (string | number)[]): Draw =>
  (code, least, most) =>
    least + (hash([...circumstances, code].join("/")) % (Math.max(least, most) - least + 1));

/** Moves out of a unit to others of the province in a year. */
const leavers = (index: number, seed: number, year: number): number => drawer(seed, index, year)("C04b", 0, 2);

/** Stocks with which a year opens; `probationers` is C06a of the year before. */
interface Openings {
  readonly B01: number;
  readonly C01: number;
  readonly D01: number;
  readonly D07: number;
  readonly E01: number;
  readonly F01: number;
  readonly H01: number;
  readonly M01: number;
  readonly probationers: number;
}

function openingsOf(index: number, seed: number, year: number): Openings {
  if (year === 0) {
    const size = sizeOf(index, seed);
    const { A04 = 0, A06 = 0 } = surroundings(index, seed);
    const members = size * drawer(seed, index)("C01", 12, 18);
    return {
      B01: size,
      C01: members,
      D01: share(A06, 85),
      D07: share(A04, 50),
      E01: share(size, 60),
      F01: share(size, 40),
      H01: share(size, 20),
      M01: share(size, 70),
      probationers: share(members, 4),
    };
  }
  const before = figuresOf(index, seed, year - 1, "nam");
  const of = (code: string): number => before[code] ?? 0;
  return {
    B01: of("B05"),
    C01: of("C06"),
    D01: of("D04"),
    D07: of("D09"),
    E01: of("E04"),
    F01: of("F04"),
    H01: of("H04"),
    M01: of("M04"),
    probationers: of("C06a"),
  };
}

/** Party organisations with which a unit begins. */
const sizeOf = (index: number, seed: number): number => drawer(seed, index)("size", 6, 30);

/** Enterprises and workers: they hardly change, so here they stay. */
function surroundings(index: number, seed: number): SampleFigures {
  const draw = drawer(seed, index);
  const A01 = sizeOf(index, seed) * 6 + draw("A01", 30, 90);
  const A04 = A01 * draw("A04", 15, 40);
  return {
    A01,
    ...divide("A01", A01, ENTERPRISE_WEIGHTS),
    A02: draw("A02", 0, 12),
    A03: draw("A03", 0, 9),
    A04,
    A04n: share(A04, 55),
    A05: draw("A05", 0, 6),
    A06: share(A01, 35),
    A07: draw("A07", 0, 20),
  };
}

/** What happens in a whole year. Nothing dissolves more than is founded, so no stock runs out. */
function yearOf(index: number, seed: number, year: number, { B01, C01, probationers }: Openings): SampleFigures {
  const draw = drawer(seed, index, year);
  const B02 = draw("B02", 0, Math.max(1, share(B01, 10)));
  const C02 = draw("C02", 1, share(C01, 8));
  const [C02e, C02f] = [share(C02, 40), share(C02, 30)];
  const C07 = C02 + draw("C07", 0, 8);
  const D08a = draw("D08a", 0, 40);
  const founded = (prefix: string, most: number): SampleFigures => {
    const added = draw(`${prefix}02`, 0, most);
    return { [`${prefix}02`]: added, [`${prefix}03`]: draw(`${prefix}03`, 0, Math.min(1, added)) };
  };
  const neighbour = index < RING ? (index + 1) % RING : index;
  return {
    B02,
    B03: draw("B03", 0, 1),
    B04: draw("B04", 0, Math.min(1, B02)),
    C02,
    C02a: share(C02, 45),
    C02b: share(C02, 10),
    C02c: share(C02, 50),
    C02d: share(C02, 8),
    C02e,
    C02f,
    C03a: draw("C03a", 0, 3),
    C03b: leavers(neighbour, seed, year),
    C03c: draw("C03c", 0, 3),
    C03d: draw("C03d", 0, 1),
    C04a: draw("C04a", 0, 2),
    C04b: leavers(index, seed, year),
    C05a: draw("C05a", 0, 1),
    C05b: draw("C05b", 0, 1),
    C05c: draw("C05c", 0, 1),
    C05d: 0,
    C07,
    C08: share(C07, 80),
    C09: share(probationers, 80),
    ...founded("D", 3),
    D08a,
    D08b: draw("D08b", 0, D08a),
    D10: C02e + draw("D10", 0, 5),
    D11: C02e,
    ...founded("E", 2),
    ...founded("F", 1),
    ...founded("H", 1),
    ...founded("M", 2),
    K01: draw("K01", 0, 4),
    K02: draw("K02", 0, 2),
    K03: draw("K03", 0, 40),
    K04: draw("K04", 0, 3),
    K05: draw("K05", 1, 9),
  };
}

/** Ratings of organisations, which a year alone has: at most a fifth of the good ones are excellent. */
function ratingsOf(organisations: number): SampleFigures {
  const [h, k] = [share(organisations, 10), share(organisations, 3)];
  const good = organisations - h - k;
  return { B07x: share(good, 20), B07t: good - share(good, 20), B07h: h, B07k: k };
}

function figuresOf(index: number, seed: number, year: number, period: "6t" | "nam"): SampleFigures {
  const { probationers, ...openings } = openingsOf(index, seed, year);
  const whole = yearOf(index, seed, year, { probationers, ...openings });
  const flows: SampleFigures =
    period === "nam"
      ? whole
      : Object.fromEntries(Object.entries(whole).map(([code, value]) => [code, share(value, HALF_YEAR)]));
  const flow = (...codes: readonly string[]): number => codes.reduce((sum, code) => sum + (flows[code] ?? 0), 0);
  const around = surroundings(index, seed);
  const draw = drawer(seed, index);

  const B05 = openings.B01 + flow("B02", "B03") - flow("B04");
  const B05a = share(B05, 20);
  const B06 = B05 - 1;
  const C03 = flow("C03a", "C03b", "C03c", "C03d");
  const [C04, C05] = [flow("C04a", "C04b"), flow("C05a", "C05b", "C05c", "C05d")];
  const C06 = openings.C01 + flow("C02") + C03 - C04 - C05;
  const D08 = flow("D08a") - flow("D08b");
  const C06c = share(B05, 30);
  const [D04, E04, F04, H04, M04] = [
    openings.D01 + flow("D02") - flow("D03"),
    openings.E01 + flow("E02") - flow("E03"),
    openings.F01 + flow("F02") - flow("F03"),
    openings.H01 + flow("H02") - flow("H03"),
    openings.M01 + flow("M02") - flow("M03"),
  ];
  // allotted once for all years of the plan
  const size = sizeOf(index, seed);
  const [T01, T04] = [draw("T01", 4, size), share(size, 5) + 1];
  return {
    ...around,
    ...openings,
    ...flows,
    ...divide("B02", flow("B02"), ORGANISATION_WEIGHTS),
    B05,
    ...divide("B05", B05, ORGANISATION_WEIGHTS),
    B05a,
    B05b: B05 - B05a,
    B05c: B05a * 3,
    B06,
    ...(period === "nam" ? ratingsOf(B05) : {}),
    C03,
    C04,
    C05,
    C06,
    ...divide("C06", C06, ORGANISATION_WEIGHTS),
    C06a: probationers - flow("C09") + flow("C02"),
    C06b: share(C06, 40),
    C06c,
    C06d: share(C06c, 50),
    D04,
    D05: Math.min(share(around.A06 ?? 0, 87), D04),
    D08,
    D09: openings.D07 + D08,
    D12: Math.min(D04, flow("D11")),
    E04,
    E05: E04 * draw("E05", 8, 20),
    E06: E04 * draw("E06", 10, 25),
    E07: Math.min(E04, flow("C02f")),
    F04,
    F05: F04 * draw("F05", 10, 20),
    F06: draw("F06", 0, 4),
    H04,
    H05: H04 * draw("H05", 4, 8),
    M04,
    M05: Math.min(share(B06, 92), M04),
    M07: M04 * draw("M07", 7, 12),
    M07d: share(M04 * 7, 60),
    G01: C06 * draw("G01", 6, 12),
    T01,
    T02: T01 * PLAN_YEARS,
    T03: T04 * PLAN_YEARS,
    T04,
  };
}

/**
 * Figures of one unit, by indicator code and part (`A01.CP`).
 *
 * @param index of the unit, from 0
 * @param seed another one gives another province
 */
export function sampleFigures(
  index: number,
  seed: number,
  { period = "6t", year = 0 }: SampleOptions = {},
): SampleFigures {
  return figuresOf(index, seed, year, period);
}
