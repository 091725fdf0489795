/** Paragraphs that were divided in two, or put together, without another word. */
import type { BlockPair } from "../align/align-blocks.js";
import type { Unit, Vocabulary } from "../align/units.js";
import type { FlowBlock } from "../flow/flow.js";

export type Resplit = "split" | "joined";

/**
 * Finds them among the pairs whose words differ.
 *
 * @returns by `old <index>` and `new <index>` of the blocks concerned
 */
export function findResplits(
  olds: readonly Unit[],
  news: readonly Unit[],
  pairs: readonly BlockPair[],
  vocabulary: Vocabulary,
  oldBlocks: readonly FlowBlock[],
  newBlocks: readonly FlowBlock[],
): Map<string, Resplit> {
  const found = new Map<string, Resplit>();
  const pairedOld = new Set(pairs.map(({ old }) => old));
  const pairedNew = new Set(pairs.map((pair) => pair.new));
  const words = (block: FlowBlock | undefined): readonly number[] | undefined =>
    block === undefined || block.kind === "row" ? undefined : vocabulary.of(block.text);
  const equal = (
    whole: FlowBlock | undefined,
    first: FlowBlock | undefined,
    second: FlowBlock | undefined,
  ): boolean => {
    const [all, one, other] = [words(whole), words(first), words(second)];
    if (all === undefined || one === undefined || other === undefined || all.length !== one.length + other.length)
      return false;
    return all.every((word, index) => word === (index < one.length ? one[index] : other[index - one.length]));
  };
  for (const { old, new: neu } of pairs) {
    if (olds[old]?.key === news[neu]?.key) continue;
    for (const [first, second] of [
      [neu, neu + 1],
      [neu - 1, neu],
    ] as const) {
      const other = first === neu ? second : first;
      if (pairedNew.has(other) || !equal(oldBlocks[old], newBlocks[first], newBlocks[second])) continue;
      found.set(`old ${old}`, "split").set(`new ${other}`, "split");
    }
    for (const [first, second] of [
      [old, old + 1],
      [old - 1, old],
    ] as const) {
      const other = first === old ? second : first;
      if (pairedOld.has(other) || !equal(newBlocks[neu], oldBlocks[first], oldBlocks[second])) continue;
      found.set(`new ${neu}`, "joined").set(`old ${other}`, "joined");
    }
  }
  return found;
}
