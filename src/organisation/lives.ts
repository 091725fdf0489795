/** From when until when each unit of the file exists: as it says, or as the successions imply. */
import { addDays } from "../periods/day.js";
import { dayOf, type UnitsFile } from "./declaration.js";
import type { Day } from "./register.js";

/** A step by which a unit begins or ends, and its position in the list of the file. */
export interface Turn {
  readonly day: Day;
  readonly step: number;
}

export interface Life {
  readonly from?: Day;
  readonly until?: Day;
  /** Steps that make the unit, and those that end it: at most one of each in a file without faults. */
  readonly begins: readonly Turn[];
  readonly ends: readonly Turn[];
}

/** Lives by code. A unit on both sides of a step goes on; it neither begins nor ends there. */
export function livesOf(file: UnitsFile): ReadonlyMap<string, Life> {
  const begins = new Map<string, Turn[]>();
  const ends = new Map<string, Turn[]>();
  const note = (turns: Map<string, Turn[]>, code: string, turn: Turn): void => {
    turns.set(code, [...(turns.get(code) ?? []), turn]);
  };
  file["sắp xếp"]?.forEach(({ ngày, từ, thành }, step) => {
    const day = dayOf(ngày);
    if (day === undefined) return;
    for (const code of new Set(thành)) if (!từ.includes(code)) note(begins, code, { day, step });
    for (const code of new Set(từ)) if (!thành.includes(code)) note(ends, code, { day, step });
  });
  const lives = file["đơn vị"].map((unit): [string, Life] => {
    const [made, ended] = [begins.get(unit.mã) ?? [], ends.get(unit.mã) ?? []];
    const from = dayOf(unit.từ) ?? made[0]?.day;
    const until = dayOf(unit.đến) ?? (ended[0] && addDays(ended[0].day, -1));
    return [
      unit.mã,
      {
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        begins: made,
        ends: ended,
      },
    ];
  });
  return new Map(lives);
}

/** Whether a life holds a day. */
export function lives({ from, until }: Pick<Life, "from" | "until">, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** Whether two lives have a day in common. */
export function overlap(a: Pick<Life, "from" | "until">, b: Pick<Life, "from" | "until">): boolean {
  const starts = [a.from, b.from].filter((day) => day !== undefined).sort();
  const last = [a.until, b.until].filter((day) => day !== undefined).sort();
  const [start, end] = [starts.at(-1), last[0]];
  return start === undefined || end === undefined || start <= end;
}
