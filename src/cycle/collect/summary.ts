import type { Finding } from "../../findings/finding.js";
import type { CollectedReturn, CollectResult, OtherFile } from "./contract.js";

/** Whether the ledger could not take what would have been taken: its disk is full, say. */
export const isKeptOut = ({ state, outcome }: Pick<CollectedReturn, "state" | "outcome">): boolean =>
  outcome === "unrecorded" && state !== "refused";

/** Puts a run's result together. */
export function summarise(
  returns: readonly CollectedReturn[],
  others: readonly OtherFile[],
  tracking: CollectResult["tracking"],
  findings: readonly Finding[],
): CollectResult {
  const counts = {
    accepted: 0,
    explain: 0,
    correct: 0,
    refused: 0,
    unrecorded: 0,
    repeated: 0,
    duplicate: 0,
    unreadable: 0,
    foreign: 0,
    signed: 0,
    unplaced: 0,
  };
  for (const { state, outcome } of returns) {
    if (outcome === "repeated" || outcome === "duplicate") counts[outcome] += 1;
    else if (isKeptOut({ state, outcome })) counts.unrecorded += 1;
    else counts[state] += 1;
  }
  for (const { kind } of others) counts[kind] += 1;
  return { returns, tracking, others, findings, counts };
}
