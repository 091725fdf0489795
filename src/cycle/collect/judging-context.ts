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
  };
}
