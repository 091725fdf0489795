import type { CellFinding, Stamp } from "../../cycle/returns.js";
import { reportReturn } from "../../findings/messages/returns.js";
import { type Identity, readStampFields, type StampReading } from "./anchors/stamp.js";
import { READ_LIMITS, type ReadLimits } from "./limits.js";
import { reportOpenFault } from "./open-findings.js";
import { isPackage, openPackage } from "./package/open-package.js";

/** Who a workbook says it is from, or why that cannot be said. */
export interface StampResult {
  readonly stamp?: Stamp;
  readonly findings: readonly CellFinding[];
}

/**
 * Reads the identity stamp alone: only the parts that it needs are unpacked. That it is genuine shows only when the whole
 * workbook is read. Never throws.
 */
export function readStamp(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): StampResult {
  const workbook = openPackage(bytes, limits);
  if (!isPackage(workbook)) return { findings: [reportOpenFault(workbook, limits)] };
  const reading = readStampFields(workbook);
  const { identity } = reading;
  return { ...(identity === undefined ? {} : { stamp: stampOf(identity) }), findings: reportStamp(reading) };
}

/** The stamp without what only the reader needs. */
export function stampOf({ formSet, version, unit, period, revision, hash }: Identity): Stamp {
  return { formSet, version, unit, period, revision, hash };
}

/** Findings about a stamp that is missing or damaged. */
export function reportStamp({ sheet, fault, faulty }: StampReading): readonly CellFinding[] {
  if (fault !== undefined) return [reportReturn(fault === "tooLarge" ? "return/bomb" : "return/broken", {})];
  if (sheet === undefined) return [reportReturn("return/no-stamp", {})];
  return faulty.length === 0 ? [] : [reportReturn("return/bad-stamp", { fields: faulty })];
}
