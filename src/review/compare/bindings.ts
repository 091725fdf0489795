/** Figures that are bound to another path than before, or to none, although they read the same. */
import type { BoundStretch, FlowBlock, FlowText } from "../flow/flow.js";
import { placeOfBlock } from "./block-changes.js";
import { type Change, GROUP_OF } from "./change.js";
import { pairCells } from "./pair-cells.js";

type TextPair = readonly [FlowText | undefined, FlowText | undefined];

function textPairs(old: FlowBlock, neu: FlowBlock): TextPair[] {
  if (old.kind === "row" && neu.kind === "row") return pairCells(old, neu);
  return old.kind !== "row" && neu.kind !== "row" ? [[old, neu]] : [];
}

/** Bound figures with what they are bound to, in their order. */
const boundOf = ({ text, bound = [] }: FlowText): (BoundStretch & { readonly figure: string })[] =>
  bound.map((one) => ({ ...one, figure: text.slice(one.start, one.end) }));

/** Compares what the figures of two blocks are bound to, where the blocks have the same words. */
export function compareBindings(old: FlowBlock, neu: FlowBlock): Change[] {
  return textPairs(old, neu).flatMap(([before, after]) => {
    if (before?.text !== after?.text) return [];
    if (before?.bound === undefined && after?.bound === undefined) return [];
    const [was, is] = [boundOf(before ?? { text: "" }), boundOf(after ?? { text: "" })];
    const starts = [...new Set([...was, ...is].map(({ start }) => start))].sort((a, b) => a - b);
    return starts.flatMap((start): Change[] => {
      const [one, other] = [was.find((bound) => bound.start === start), is.find((bound) => bound.start === start)];
      if (one?.path === other?.path) return [];
      return [
        {
          kind: "binding",
          group: GROUP_OF.binding,
          old: placeOfBlock(old),
          new: placeOfBlock(neu),
          oldText: one?.path ?? "",
          newText: other?.path ?? "",
          stretches: [
            { op: "same", text: `${(one ?? other)?.figure ?? ""}: ` },
            { op: "removed", text: one?.path ?? "không gắn" },
            { op: "added", text: other?.path ?? "không gắn" },
          ],
        },
      ];
    });
  });
}
