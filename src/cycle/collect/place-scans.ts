/**
 * Signed papers that came without their workbook, often days after it: put to the return that the ledger has, where the
 * names of the folders around them leave no doubt whose they are (reporting §8.4).
 */
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";
import { findUnit, superiorAt } from "../../organisation/lookup.js";
import { type Revision, sha256Of } from "../ledger/index.js";
import type { CollectContext, OtherFile } from "./contract.js";
import { shortName } from "./identify.js";
import { type IncomingFile, placeNames } from "./incoming.js";
import { isScan } from "./kinds-of-files.js";
import type { UnitNaming } from "./named-unit.js";
import { sizeFinding } from "./open-zip.js";

/** A code is shown as an example where the register has none. */
const EXAMPLE = "ma-don-vi";

type ScanContext = Pick<CollectContext, "ledger" | "register" | "period" | "today">;

/** Whose a scan is, or why that is not certain. */
type Owner = { readonly unit: string } | { readonly finding: Finding };

/**
 * What a failing disk kept from the ledger was not recorded after all.
 *
 * @param lost `period/unit`
 */
export const withoutLost = (others: readonly OtherFile[], lost: readonly string[]): readonly OtherFile[] =>
  others.map((other) => {
    const { file, kind, period, unit } = other;
    if (kind !== "signed" || !lost.includes(`${period}/${unit}`)) return other;
    return { ...other, kind: "unplaced", findings: [reportInbox("cycle/scan-lost", {}, { file })] };
  });

export class ScanPlacer {
  readonly #context: ScanContext;
  readonly #naming: UnitNaming;

  /** @param naming units of the period that is collected, by their codes and names */
  constructor(context: ScanContext, naming: UnitNaming) {
    this.#context = context;
    this.#naming = naming;
  }

  /** Places a scan. Returns of the same run must be in the ledger already. */
  async place(scan: IncomingFile): Promise<OtherFile> {
    const { shown } = scan;
    const owner = this.#ownerOf(scan);
    if ("finding" in owner) return { file: shown, kind: "unplaced", findings: [owner.finding] };
    const { unit } = owner;
    const revision = this.#returnOf(unit, shown);
    if ("finding" in revision) return { file: shown, kind: "unplaced", unit, findings: [revision.finding] };
    const bytes = sizeFinding(scan.size ?? 0, shown, "file") ?? (await scan.load());
    if (!(bytes instanceof Uint8Array)) return { file: shown, kind: "unreadable", unit, findings: [bytes] };
    if (!isScan(bytes, scan.name)) {
      return {
        file: shown,
        kind: "unplaced",
        unit,
        findings: [reportInbox("cycle/scan-no-scan", {}, { file: shown })],
      };
    }
    return this.#record(scan, bytes, revision.revision);
  }

  async #record({ name, shown }: IncomingFile, bytes: Uint8Array, { id, unit, period }: Revision): Promise<OtherFile> {
    const { ledger } = this.#context;
    const sha256 = sha256Of(bytes);
    const known = ledger.attachments(id).some(({ role, file }) => role === "signed" && file.sha256 === sha256);
    const outcome = await ledger.recordPaper({ revision: id, paper: { signed: true }, scan: { bytes, name } });
    if (!outcome.done) return { file: shown, kind: "unreadable", unit, period, findings: outcome.findings };
    const params = { unit: this.#nameOf(unit), period: ledger.period(period)?.period.name ?? period };
    const finding = reportInbox(known ? "cycle/scan-known" : "cycle/scan-received", params, { file: shown });
    return { file: shown, kind: "signed", unit, period, findings: [finding] };
  }

  /** By the names of folders and zips alone. The file's own name may only contradict. */
  #ownerOf(scan: IncomingFile): Owner {
    const place = { file: scan.shown };
    const folders = placeNames(scan).flatMap((name) => {
      const named = this.#naming(name);
      return named?.certain ? [named.code] : [];
    });
    const stem = scan.name.replace(/\.[^.]+$/u, "");
    const byFile = this.#naming(stem)?.code;
    const [unit] = folders;
    const example = unit ?? this.#context.register.units[0]?.code ?? EXAMPLE;
    if (unit === undefined) {
      const params = { proposal: this.#proposalOf(stem), example };
      return { finding: reportInbox("cycle/scan-unit-unknown", params, place) };
    }
    const others = [...folders.filter((code) => !this.#isAbove(code, unit)), ...(byFile === undefined ? [] : [byFile])];
    const units = [...new Set([unit, ...others])];
    if (units.length === 1) return { unit };
    const names = units.map((code) => this.#nameOf(code));
    return { finding: reportInbox("cycle/scan-names-differ", { units: names, example }, place) };
  }

  /** A unit that consolidates sends on, in a folder of its own, what those below sent. */
  #isAbove(code: string, unit: string): boolean {
    const { register, today } = this.#context;
    const known = findUnit(register, unit);
    return known !== undefined && superiorAt(register, known, today)?.code === code;
  }

  /** The only unit whose code a name begins with. */
  #proposalOf(stem: string) {
    const found = this.#naming(stem);
    if (found === undefined || !stem.toLowerCase().startsWith(found.code.toLowerCase())) return undefined;
    return { code: found.code, unit: this.#nameOf(found.code) };
  }

  /** The return that counts, else the last one that was not refused. */
  #returnOf(unit: string, shown: string): { readonly revision: Revision } | { readonly finding: Finding } {
    const { ledger, period } = this.#context;
    const ids = period === undefined ? ledger.periods().map((opened) => opened.period.id) : [period];
    const found = ids.flatMap((id) => {
      const last = ledger.latest(unit, id);
      const revision = ledger.counted(unit, id) ?? (last?.state === "refused" ? undefined : last);
      return revision === undefined ? [] : [revision];
    });
    const [revision] = found;
    const place = { file: shown };
    const name = this.#nameOf(unit);
    if (revision === undefined) {
      const opened = period === undefined ? undefined : ledger.period(period)?.period.name;
      return { finding: reportInbox("cycle/scan-without-return", { unit: name, period: opened }, place) };
    }
    if (found.length === 1) return { revision };
    const periods = found.map((one) => one.period);
    return { finding: reportInbox("cycle/scan-period-unknown", { unit: name, periods }, place) };
  }

  #nameOf(code: string): string {
    const { register, today } = this.#context;
    const unit = findUnit(register, code);
    return unit === undefined ? code : shortName(unit, today);
  }
}
