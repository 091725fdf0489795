/** Files that were meant to be returns and cannot be read: noted, so that each is told of once and the status knows. */
import type { Finding } from "../../findings/finding.js";
import type { CollectContext, OtherFile } from "./contract.js";
import { type IncomingFile, placeNames } from "./incoming.js";
import type { UnitNaming } from "./named-unit.js";

type Noted = Pick<OtherFile, "unit" | "period" | "known" | "findings">;

export class UnreadableNotes {
  readonly #ledger: CollectContext["ledger"];
  readonly #naming: UnitNaming;
  /** A file without a stamp says no period: the one that is collected, else the one opened last. */
  readonly #period: string | undefined;
  /** Told of in earlier runs; all are told of again where files are judged again. */
  readonly #known: ReadonlySet<string>;

  /** @param naming units by their codes and names */
  constructor(
    { ledger, period, judgeAgain }: Pick<CollectContext, "ledger" | "period" | "judgeAgain">,
    naming: UnitNaming,
  ) {
    this.#ledger = ledger;
    this.#naming = naming;
    const last = [...ledger.periods()].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1);
    this.#period = period ?? last?.period.id;
    const told = this.#period === undefined || judgeAgain === true ? [] : ledger.unreadable(this.#period);
    this.#known = new Set(told.map(({ file }) => file));
  }

  /**
   * Notes a file.
   *
   * @param file what tells it from other files
   * @returns what the run says of it: nothing of a file that an earlier run told of
   */
  async note(incoming: IncomingFile, file: string, findings: readonly Finding[]): Promise<Noted> {
    const period = this.#period;
    const unit = this.#unitOf(incoming);
    const about = { ...(unit === undefined ? {} : { unit }), ...(period === undefined ? {} : { period }) };
    if (period === undefined) return { ...about, findings };
    if (this.#known.has(file)) return { ...about, known: true, findings: [] };
    const found = findings[0]?.found ?? "";
    const { name, receipt } = incoming;
    const noted = await this.#ledger.noteUnreadable({ ...about, period, file, name, received: receipt, found });
    return { ...about, findings: noted.done ? findings : [...findings, ...noted.findings] };
  }

  /** The only unit that the names of the file and of the folders around it speak of. */
  #unitOf(file: IncomingFile): string | undefined {
    const texts = [file.name.replace(/\.[^.]+$/u, ""), ...placeNames(file)];
    const units = new Set(texts.flatMap((text) => this.#naming(text)?.code ?? []));
    return units.size === 1 ? [...units][0] : undefined;
  }
}
