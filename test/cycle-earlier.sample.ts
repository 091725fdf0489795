/** A register with all four shapes of succession across 01/7/2025, and ledgers with figures of some periods. */
import type { FigureLedger } from "../src/cycle/checks/index.js";
import type { PriorFigures, Revision } from "../src/cycle/ledger/index.js";
import type { ReturnedValue } from "../src/cycle/returns.js";
import type { Succession, Unit, UnitRegister } from "../src/organisation/register.js";

const DAY = "2025-07-01";

const before = (code: string): Unit => ({ code, kind: "xa-phuong", names: [{ official: code }], until: "2025-06-30" });
const after = (code: string): Unit => ({ code, kind: "xa-phuong", names: [{ official: code }], from: DAY });
const always = (code: string): Unit => ({ code, kind: "xa-phuong", names: [{ official: code }] });

const handover = (from: string, to: string, value: number) => ({ from, to, indicator: "B05", value });
const step = (from: readonly string[], to: readonly string[], handovers: Succession["handovers"] = []): Succession => ({
  day: DAY,
  from,
  to,
  handovers,
});

/** All four shapes of succession across 01/7/2025. */
export const REGISTER: UnitRegister = {
  units: [
    always("nguyen"),
    ...["doi-ten-cu", "gop-1", "gop-2", "chia-cu", "chia-thieu", "nm-1", "nm-2"].map(before),
    ...["doi-ten", "gop", "chia-1", "chia-2", "thieu-1", "thieu-2", "nm-a", "nm-b", "moi"].map(after),
  ],
  successions: [
    step(["doi-ten-cu"], ["doi-ten"]),
    step(["gop-1", "gop-2"], ["gop"]),
    step(["chia-cu"], ["chia-1", "chia-2"], [handover("chia-cu", "chia-1", 4), handover("chia-cu", "chia-2", 5)]),
    step(["chia-thieu"], ["thieu-1", "thieu-2"]),
    step(
      ["nm-1", "nm-2"],
      ["nm-a", "nm-b"],
      [handover("nm-1", "nm-a", 2), handover("nm-1", "nm-b", 1), handover("nm-2", "nm-b", 6)],
    ),
  ],
};

export type Held = Readonly<Record<string, Readonly<Record<string, number>>>>;

const cell = { sheet: "Biểu 1", address: "D5" };

export const valuesOf = (figures: Readonly<Record<string, number>>): readonly ReturnedValue[] =>
  Object.entries(figures).map(([key, value]) => ({ key, measure: "actual", value, cell }));

/** A ledger with locked figures, and with others that only count. Names are `period/unit`. */
export function ledgerWith(locked: Held, counted: Held = {}): FigureLedger {
  const names = Object.keys(counted);
  return {
    priorFigures: (unit, period): PriorFigures | undefined => {
      const figures = locked[`${period}/${unit}`];
      const file = { sha256: "", name: "" };
      return (
        figures && {
          unit,
          period,
          reopened: false,
          figures: valuesOf(figures).map((each) => ({ ...each, value: each.value ?? 0, file })),
        }
      );
    },
    counted: (unit, period) => {
      const id = names.indexOf(`${period}/${unit}`);
      return id < 0 ? undefined : ({ id } as Revision);
    },
    values: (id) => valuesOf(counted[names[id] ?? ""] ?? {}),
  };
}
