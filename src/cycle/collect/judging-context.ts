import type { Day } from "../../organisation/register.js";
import type { Period } from "../../periods/period.js";
import { formSetKey } from "../../workbook/read/index.js";
import { earlierFiguresFrom } from "../checks/index.js";
import type { CollectContext } from "./contract.js";
import { CopyIndex } from "./copies.js";
import type { JudgingContext } from "./judge.js";
import { type UnitNaming, unitNaming } from "./named-unit.js";

/** What judging looks up, worked out when it is first asked for. */
export function judgingContext({ ledger, register, formSets, kinds }: CollectContext): JudgingContext {
  const namings = new Map<string, UnitNaming>();
  const copies = new Map<string, CopyIndex>();
  /** First valid sendings of this run, which may be on their way to the ledger, by `period/unit`. */
  const sent = new Map<string, Day>();
  const namingOf = ({ window }: Period): UnitNaming => {
    const known = namings.get(window.to) ?? unitNaming(register, window.to);
    namings.set(window.to, known);
    return known;
  };
  /** Begins with what counts in the ledger. */
  const copiesOf = ({ id }: Period): CopyIndex => {
    const known = copies.get(id);
    if (known !== undefined) return known;
    const index = new CopyIndex();
    copies.set(id, index);
    const counted = ledger.export(id);
    if (counted === undefined) return index;
    const { formSet: current } = counted.opened;
    for (const { revision, values } of counted.returns()) {
      const { outline } = revision;
      const declared = formSets.get(
        outline === undefined ? formSetKey(current.id, current.version) : formSetKey(outline.formSet, outline.version),
      );
      if (declared !== undefined) index.note(revision.unit, declared, values);
    }
    return index;
  };
  return {
    register,
    formSets,
    ledger,
    earlierOf: earlierFiguresFrom(ledger, register, kinds),
    namingOf,
    copiesOf,
    receivingOf: (unit, period) => ledger.receiving(unit, period),
    sentOn: (unit, period, day) => {
      const days = [day, ledger.sentOn(unit, period), sent.get(`${period}/${unit}`)];
      return days.reduce<Day>((first, each) => (each !== undefined && each < first ? each : first), day);
    },
    noteSent: (unit, period, day) => {
      const name = `${period}/${unit}`;
      const known = sent.get(name);
      if (known === undefined || day < known) sent.set(name, day);
    },
  };
}
