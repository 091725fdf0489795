import type { ArchiveLimits } from "../../archive/limits.js";

/** Bounds on what a returned workbook may cost. Whatever comes by mail is opened within them, or refused with a finding. */
export interface ReadLimits extends ArchiveLimits {
  /** Bytes of the file itself. A real outline has less than 1 MB; pasted photographs make it ten. */
  readonly file: number;
  /** Bytes of a sheet that are looked at; what lies after them is not read. */
  readonly sheet: number;
  /** Last row and column whose cells are read. */
  readonly rows: number;
  readonly columns: number;
}

const MEGABYTE = 1024 * 1024;

/** Used when the caller says nothing else. */
export const READ_LIMITS: ReadLimits = {
  file: 64 * MEGABYTE,
  parts: 10_000,
  part: 32 * MEGABYTE,
  sheet: 24 * MEGABYTE,
  total: 128 * MEGABYTE,
  rows: 20_000,
  columns: 256,
};
