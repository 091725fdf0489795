import { describe, expect, it } from "vitest";
import { type EarlierFigures, earlierFiguresFrom, type FigureLedger } from "../src/cycle/checks/index.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { periodNamed } from "./cycle-collect.sample.js";
import { ledgerWith, REGISTER } from "./cycle-earlier.sample.js";

const figuresFor = (ledger: FigureLedger, unit: string, period: string): EarlierFigures =>
  earlierFiguresFrom(ledger, REGISTER, PERIOD_KINDS)(unit, periodNamed(period));

describe("closings that openings continue, over a reorganisation", () => {
  const ledger = ledgerWith({
    "2024-nam/nguyen": { B05: 9 },
    "2024-nam/doi-ten-cu": { B05: 3 },
    "2024-nam/gop-1": { B05: 4 },
    "2024-nam/gop-2": { B05: 6 },
    "2024-nam/chia-cu": { B05: 9 },
    "2024-nam/nm-1": { B05: 3 },
    "2024-nam/nm-2": { B05: 6 },
  });

  it.each([
    ["nguyen", "one unit that goes on", 9],
    ["doi-ten", "1:1", 3],
    ["gop", "n:1, the sum", 10],
    ["chia-1", "1:n, the handover", 4],
    ["chia-2", "1:n, the other handover", 5],
    ["nm-a", "n:m", 2],
    ["nm-b", "n:m, two handovers", 7],
  ])("%s: %s", (unit, _, value) => {
    const { opening, prior } = figuresFor(ledger, unit, "2025-nam");
    expect(opening("B05").value).toBe(value);
    expect(prior("B05")).toBe(value);
  });

  it("are lacking where nobody declared the handover", () => {
    const { opening, prior } = figuresFor(ledger, "thieu-1", "2025-nam");
    expect(opening("B05")).toMatchObject({ lacking: [{ from: "chia-thieu", to: "thieu-1", lacks: "handover" }] });
    expect(prior("B05")).toBeUndefined();
  });

  it("are none for a unit that was founded anew: it opens at 0", () => {
    const { opening, prior } = figuresFor(ledger, "moi", "2025-nam");
    expect(opening("B05")).toMatchObject({ value: 0, parts: [{ basis: "founded" }] });
    expect(prior("B05")).toBeUndefined();
  });

  it("are the unit's own from the next year on", () => {
    const next = ledgerWith({ "2025-nam/gop": { B05: 12 }, "2024-nam/gop-1": { B05: 4 } });
    expect(figuresFor(next, "gop", "2026-6t").opening("B05").value).toBe(12);
  });
});

describe("figures of the same time last year", () => {
  const ledger = ledgerWith({
    "2025-6t/nguyen": { C02: 5 },
    "2025-6t/doi-ten-cu": { C02: 1 },
    "2025-6t/gop-1": { C02: 2 },
    "2025-6t/gop-2": { C02: 3 },
    "2025-6t/chia-cu": { C02: 8 },
  });

  it.each([
    ["nguyen", 5],
    ["doi-ten", 1],
    ["gop", 5],
    ["chia-1", undefined],
    ["nm-b", undefined],
    ["moi", undefined],
  ])("of %s are compared only where the unit covers all of what it comes from", (unit, value) => {
    expect(figuresFor(ledger, unit, "2026-6t").lastYear("C02")).toBe(value);
  });

  it("are not compared where one of the merged units has none", () => {
    const partial = ledgerWith({ "2025-6t/gop-1": { C02: 2 } });
    expect(figuresFor(partial, "gop", "2026-6t").lastYear("C02")).toBeUndefined();
  });
});

describe("figures of the first six months", () => {
  it("are those that were locked, else those that count", () => {
    const locked = ledgerWith({ "2026-6t/nguyen": { C02: 5 } }, { "2026-6t/nguyen": { C02: 6 } });
    expect(figuresFor(locked, "nguyen", "2026-nam").half("C02")).toBe(5);
    const counted = ledgerWith({}, { "2026-6t/nguyen": { C02: 6 } });
    expect(figuresFor(counted, "nguyen", "2026-nam").half("C02")).toBe(6);
  });

  it("are held against later periods of the year only", () => {
    const ledger = ledgerWith({ "2026-6t/nguyen": { C02: 5 } });
    expect(figuresFor(ledger, "nguyen", "2026-q3").half("C02")).toBe(5);
    expect(figuresFor(ledger, "nguyen", "2026-q1").half("C02")).toBeUndefined();
    expect(figuresFor(ledger, "nguyen", "2026-6t").half("C02")).toBeUndefined();
  });
});
