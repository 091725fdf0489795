/** Which files this run or the ledger knows already, by their hashes. */
import type { Receipt, Revision } from "../ledger/index.js";
import type { Stamp } from "../returns.js";
import type { CollectContext } from "./contract.js";

export class KnownFiles {
  readonly #context: Pick<CollectContext, "ledger" | "period" | "judgeAgain">;
  /** Index among the returns by the file's hash. */
  readonly #seen = new Map<string, number>();

  constructor(context: Pick<CollectContext, "ledger" | "period" | "judgeAgain">) {
    this.#context = context;
  }

  /** Index among the returns of the first file of this run with these bytes. */
  firstOf(hash: string): number | undefined {
    return this.#seen.get(hash);
  }

  /** Keeps where among the returns a file of this run is told of. */
  see(hash: string, index: number): void {
    this.#seen.set(hash, index);
  }

  isKnown(hash: string): boolean {
    return this.#seen.has(hash) || this.lastRevisionOf(hash) !== undefined;
  }

  /**
   * The last revision of a unit, when this very file made it and nothing is to be judged again. A file that was refused
   * may be taken now.
   */
  lastRevisionOf(hash: string): Revision | undefined {
    const { ledger, period, judgeAgain } = this.#context;
    if (judgeAgain === true) return undefined;
    const made = ledger
      .revisionsOfFile(hash)
      .findLast((revision) => period === undefined || revision.period === period);
    if (made === undefined || made.state === "refused") return undefined;
    return ledger.latest(made.unit, made.period)?.id === made.id ? made : undefined;
  }

  /** Whether recording a file may change what counts for its unit. */
  isNews({ unit, period }: Stamp, { day, basis }: Receipt, hash: string): boolean {
    const { ledger, judgeAgain } = this.#context;
    const made = ledger.revisionsOfFile(hash).findLast((known) => known.unit === unit && known.period === period);
    const last = ledger.latest(unit, period);
    if (made === undefined && last !== undefined && basis === "given" && day < last.orderDay) return false;
    if (made === undefined || made.state === "refused") return true;
    return judgeAgain === true && last?.id === made.id;
  }
}
