import { describe, expect, it } from "vitest";
import { evaluate, loadFormSet, parseExpression, targetOf } from "../src/forms/index.js";
import { loadUnits } from "../src/organisation/load-units.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { buildAnnexes } from "../src/report/annexes/index.js";
import { FigureSource } from "../src/report/draft/subject.js";
import { targetsWith } from "../src/report/draft/targets.js";
import { sayTarget, wordsOf } from "../src/report/sentences/index.js";
import { Figures, type TraceNode, valueOfNode } from "../src/report/totals/index.js";
import { layoutWorkbook } from "../src/workbook/layout/index.js";
import { LIMITS_YAML, limitsFormSet } from "./limits-form-set.js";
import { type Held, ledgerOf } from "./report-ledger.js";
import { faultsOfTrace } from "./report-traces.js";

const formSet = limitsFormSet();
const UNITS = `đơn vị:
  - { mã: a, loại: xa-phuong, tên: Xã A }
  - { mã: b, loại: xa-phuong, tên: Xã B }
`;

interface Case {
  readonly now: Held;
  readonly targets?: Held;
  /** Of the second unit; it sends no figures. */
  readonly others?: Held;
  readonly period?: "2026-6t" | "2026-nam";
  readonly scope?: string;
}

function setUp({ now, targets = {}, others, period = "2026-nam", scope = "tinh" }: Case) {
  const { register } = loadUnits(UNITS, "don-vi.yaml");
  if (register === undefined) throw new Error("no register");
  const ledger = ledgerOf({
    [period]: { units: { a: now } },
    "2026-chi-tieu": { units: { a: targets, ...(others === undefined ? {} : { b: others }) }, loaded: true },
  });
  const figures = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS, plan: { first: 2026, last: 2030 } });
  const totals = figures.period(period);
  const where = totals?.scopes.get(scope);
  if (totals === undefined || where === undefined) throw new Error("no totals");
  return { figures, totals, source: new FigureSource(figures, totals), scope: where, period };
}

function say(key: string, noun: string | undefined, elapsed: number, given: Case): string {
  const { source, scope, period } = setUp({ period: elapsed < 1 ? "2026-6t" : "2026-nam", ...given });
  const subject = source.subject(key, scope, period, noun);
  if (subject === undefined) throw new Error("no subject");
  return wordsOf(sayTarget(subject, "year", elapsed));
}

describe("a form set's limits", () => {
  it("pair the ends of a range", () => {
    expect(targetOf(formSet, "D03", "year")).toMatchObject({ code: "T03", comparator: "range", upperLimit: "T04" });
    expect(targetOf(formSet, "D02", "year")).toMatchObject({ code: "T02", comparator: "<" });
  });

  it.each([
    ["đạt khi: khoảng, đến: T04", "đạt khi: khoảng", "forms/range-ends"],
    ['trong: năm }, đạt khi: "<"', 'trong: năm }, đạt khi: "<", đến: T01', "forms/range-ends"],
    ["đến: T04", "đến: T40", "forms/unknown-indicator"],
    ["đến: T04", "đến: T03", "forms/range-pair"],
    ["đến: T04", "đến: T05", "forms/range-pair"],
    ["đến: T04", "đến: D04", "forms/range-pair"],
    ["{ chỉ tiêu: D03, trong: năm } }", '{ chỉ tiêu: D03, trong: năm }, đạt khi: "<=" }', "forms/range-pair"],
    ["{ chỉ tiêu: D03, trong: năm } }", "{ chỉ tiêu: D03, trong: giai đoạn } }", "forms/range-pair"],
    ["{ chỉ tiêu: D04, trong: năm }", "{ chỉ tiêu: D02, trong: năm }", "forms/target-twice"],
    ["mã: caoNhat, giá trị: 95", "mã: caoNhat, giá trị: 79", "forms/range-order"],
    [
      "tên: Đơn đã nhận, đvt: đơn, loại: thời kỳ",
      'tên: Đơn đã nhận, đvt: đơn, loại: thời kỳ, đạt khi: ">="',
      "forms/comparator-without-target",
    ],
    ['đạt khi: "<=" }', "đạt khi: không quá }", "workspace/wrong-value"],
  ])("%j turned into %j is %s", (piece, wrong, id) => {
    expect(LIMITS_YAML.split(piece).length, piece).toBeGreaterThan(1);
    const { formSet: loaded, findings } = loadFormSet(LIMITS_YAML.replace(piece, wrong), "tiep-dan.yaml");
    expect(loaded).toBeUndefined();
    const told = findings.find((finding) => finding.id === id);
    expect(findings.map((finding) => finding.id)).toContain(id);
    expect(`${told?.found} ${told?.remedy}`).not.toMatch(/undefined|NaN/u);
    expect(told?.place?.line).toBeGreaterThan(10);
  });
});

describe("verdicts of limits", () => {
  const ask = (path: string, given: Case) => {
    const { figures } = setUp(given);
    const { figure, finding } = figures.resolve(path);
    if (figure === undefined) throw new Error(finding?.found ?? path);
    expect(faultsOfTrace(figure.trace())).toEqual([]);
    return figure;
  };
  const targets = { T01: 10, T02: 10, T03: 10, T04: 12, T05: 10 };

  it.each([
    ["D01", [9, 10, 11], ["đạt", "đạt", "chưa đạt"]],
    ["D02", [9, 10, 11], ["đạt", "chưa đạt", "chưa đạt"]],
    ["D03", [9, 10, 12, 13], ["chưa đạt", "đạt", "đạt", "chưa đạt"]],
    ["D04", [9, 10, 11], ["chưa đạt", "đạt", "chưa đạt"]],
  ])("%s: of %j are %j, and the trace's comparison says so", (key, values, words) => {
    const judged = values.map((value) => ask(`vt:${key}/tinh/2026-nam/danh-gia`, { now: { [key]: value }, targets }));
    expect(judged.map(({ printed }) => printed)).toEqual(words);
    for (const figure of judged) {
      const trace = figure.trace() as Extract<TraceNode, { kind: "formula" }>;
      const { expression } = parseExpression(trace.formula.replace(/ = /u, " == "));
      const operands = new Map(trace.operands.map(({ name, node }) => [name, valueOfNode(node)]));
      const holds = expression && evaluate(expression, { resolve: ({ key: name }) => operands.get(name) });
      expect(holds).toBe(figure.printed === "đạt");
    }
  });

  it("a share between two declared ends", () => {
    const of = (D05: number) => ask("vt:D07/tinh/2026-nam/danh-gia", { now: { D05, D06: 100 } }).printed;
    expect([79, 80, 95, 96].map(of)).toEqual(["chưa đạt", "đạt", "đạt", "chưa đạt"]);
    const set = ask("vt:D07/tinh/2026-nam/chi-tieu", { now: { D05: 1, D06: 2 } });
    expect(set).toMatchObject({ printed: "từ 80% đến 95%", status: "reported" });
    expect(set.value).toBeUndefined();
  });

  it("each end is a figure of its own; ends add up over the units that have both", () => {
    const given: Case = { now: { D03: 9 }, targets, others: { T03: 3, T04: 5 } };
    expect(ask("vt:T03/tinh/2026-nam", given).value).toBe(13);
    expect(ask("vt:T04/tinh/2026-nam", given).value).toBe(17);
    expect(ask("vt:D03/tinh/2026-nam/chi-tieu", given).printed).toBe("từ 13 đến 17");
    // one unit has no upper end: over both there is no range, over the other there is
    const half: Case = { ...given, others: { T03: 3 } };
    expect(ask("vt:D03/tinh/2026-nam/danh-gia", half).status).toBe("noTarget");
    expect(ask("vt:D03/a/2026-nam/danh-gia", half).printed).toBe("chưa đạt");
  });
});

describe("sentences about limits", () => {
  it.each<[string, string, number, Held, number, string]>([
    ["D01", "kept within a cap", 4, { T01: 10 }, 1, "đạt chỉ tiêu năm (không quá 10 đơn)"],
    ["D01", "above a cap", 11, { T01: 10 }, 1, "chưa đạt chỉ tiêu năm (không quá 10 đơn)"],
    ["D01", "above a cap early", 11, { T01: 10 }, 0.4, "chưa đạt chỉ tiêu năm (không quá 10 đơn)"],
    ["D01", "under a cap so far", 4, { T01: 10 }, 0.4, "bằng 40% mức tối đa của chỉ tiêu năm (không quá 10 đơn)"],
    ["D02", "at a limit", 5, { T02: 5 }, 1, "chưa đạt chỉ tiêu năm (dưới 05 đơn)"],
    ["D03", "within a range", 11, { T03: 10, T04: 12 }, 1, "đạt chỉ tiêu năm (từ 10 đến 12 đơn)"],
    ["D03", "within a range early", 11, { T03: 10, T04: 12 }, 0.4, "đã đạt chỉ tiêu năm (từ 10 đến 12 đơn)"],
    ["D03", "above a range", 13, { T03: 10, T04: 12 }, 0.4, "chưa đạt chỉ tiêu năm (từ 10 đến 12 đơn)"],
    [
      "D03",
      "below a range",
      9,
      { T03: 10, T04: 12 },
      1,
      "chưa đạt chỉ tiêu năm (từ 10 đến 12 đơn; mới đạt 90% mức thấp nhất)",
    ],
    ["D03", "on the way", 6, { T03: 10, T04: 12 }, 0.4, "đạt 60% mức thấp nhất chỉ tiêu năm (từ 10 đến 12 đơn)"],
    ["D03", "behind", 3, { T03: 10, T04: 12 }, 0.4, "mới đạt 30% mức thấp nhất chỉ tiêu năm (từ 10 đến 12 đơn)"],
    ["D03", "nothing done", 0, { T03: 10, T04: 12 }, 0.4, "chỉ tiêu năm là từ 10 đến 12 đơn"],
    ["D04", "exactly", 10, { T05: 10 }, 1, "đạt chỉ tiêu năm (bằng 10 đơn)"],
    ["D04", "too many", 11, { T05: 10 }, 1, "chưa đạt chỉ tiêu năm (bằng 10 đơn)"],
    ["D04", "too few", 9, { T05: 10 }, 1, "chưa đạt chỉ tiêu năm (bằng 10 đơn; mới đạt 90%)"],
  ])("%s %s", (key, _, value, targets, elapsed, expected) => {
    expect(say(key, "đơn", elapsed, { now: { [key]: value }, targets })).toBe(expected);
  });

  it("of a share name both ends", () => {
    expect(say("D07", undefined, 1, { now: { D05: 79, D06: 100 } })).toBe("chưa đạt chỉ tiêu (từ 80% đến 95%)");
  });

  it("list as behind what breaks a cap or overshoots a range, not what keeps within", () => {
    const targets = { T01: 10, T03: 10, T04: 12 };
    const behind = (now: Held) => {
      const { source, scope } = setUp({ now, targets, period: "2026-6t" });
      return targetsWith("behind", "year", scope, source).map(({ key }) => key);
    };
    expect(behind({ D01: 4, D03: 9 })).toEqual([]);
    expect(behind({ D01: 11, D03: 13 })).toEqual(["D01", "D03"]);
    expect(behind({ D01: 4, D03: 1 })).toEqual(["D03"]);
  });
});

describe("limits in tables", () => {
  it("print both ends of a range in its column, no percentage of it, and the verdict", () => {
    const { totals } = setUp({
      now: { D01: 4, D02: 2, D03: 9, D04: 1, D05: 90, D06: 100 },
      targets: { T01: 10, T03: 10, T04: 12 },
    });
    const [table] = buildAnnexes(totals);
    const shown = table?.rows.map(({ cells }) =>
      cells
        .slice(2)
        .map((cell) => (cell.kind === "text" ? cell.text : cell.kind === "figure" ? cell.printed : cell.kind)),
    );
    expect(shown?.[0]).toEqual(["10", "4", "40", "Đạt"]);
    expect(shown?.[2]).toEqual(["từ 10 đến 12", "9", "notApplicable", "Chưa đạt"]);
    expect(shown?.[6]).toEqual(["từ 80 đến 95", "90", "notApplicable", "Đạt"]);
  });

  it("have their ends on the hidden sheet of the unit's workbook", () => {
    const layout = layoutWorkbook(formSet, "xa-phuong", "nam");
    const sheet = layout.sheets.find((each) => each.kind === "form");
    const row = sheet?.kind === "form" ? sheet.cells.filter((cell) => cell.row === 10) : [];
    const formulas = layout.prefilled.filter(({ key }) => ["T03", "T04"].includes(key)).map(({ sheet: at }) => at);
    expect(new Set(formulas).size).toBe(1);
    expect(row.length).toBeGreaterThan(0);
    const texts =
      sheet?.kind === "form"
        ? sheet.cells.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : []))
        : [];
    expect(texts.some((text) => text.includes('"từ "&') && text.includes('&" đến "&'))).toBe(true);
    expect(texts.some((text) => text.includes("AND("))).toBe(true);
    expect(texts.some((text) => /<[^=].*"Đạt","Chưa đạt"/u.test(text))).toBe(true);
  });
});
