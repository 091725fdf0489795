/** The register of reporting units: names and validity with dates, and the graph of succession (reporting §8.2). */

/** Day as ISO `2025-07-01`. */
export type Day = string;

/** Levels of a review below the office that all reports are filed with. */
export type ReviewLevel = "base" | "district" | "file";

export interface UnitName {
  readonly official: string;
  readonly short?: string;
  readonly abbreviated?: string;
  readonly from?: Day;
}

export interface Unit {
  /** Stable code, also in file names: `p-song-kim`. */
  readonly code: string;
  /** Kind as forms name it: `xa-phuong`, `dang-uy-truc-thuoc`, `doan-the`. */
  readonly kind: string;
  /** Group of the consolidated forms: "Khu vực ven biển". */
  readonly area?: string;
  /** Code of the unit above; absent directly under the desk. */
  readonly superior?: string;
  /** Level at which it reviews (`base`, `district`, `file`), where that has a due day of its own. */
  readonly level?: ReviewLevel;
  /** In the order of their days, the first valid from the beginning. */
  readonly names: readonly UnitName[];
  /** First and last day of existence. */
  readonly from?: Day;
  readonly until?: Day;
}

/** A confirmed figure handed over at a reorganisation (số bàn giao). */
export interface Handover {
  readonly from: string;
  readonly to: string;
  /** Closing stock that is divided: `B05`. */
  readonly indicator: string;
  readonly value: number;
  readonly document?: string;
}

/** Units that became other units on a day: 1:1, n:1, 1:n or n:m. */
export interface Succession {
  readonly day: Day;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly handovers: readonly Handover[];
}

export interface UnitRegister {
  /** In the order of the consolidated forms; absent when the file does not list them: then as units name them first. */
  readonly areas?: readonly string[];
  /** In the order in which forms number them. */
  readonly units: readonly Unit[];
  readonly successions: readonly Succession[];
}
