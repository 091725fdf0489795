/** What looks different where the text is equal: margins, fonts, spacing. */
import type { BlockPair } from "../align/align-blocks.js";
import type { BlockLook, Flow, FlowBlock, PageFrame, StyleSpacing } from "../flow/flow.js";
import { placeOfBlock } from "./block-changes.js";
import type { Change } from "./change.js";
import { beginningOf } from "./page-changes.js";

/** Differences up to this are roundings, pt: of what a file declares, and of what is measured on pages. */
const TOLERANCE = { declared: 0.6, measured: 2 } as const;
/** Sizes differ from here on, pt. */
const SIZE_TOLERANCE = 0.3;
const POINTS_PER_MM = 72 / 25.4;

const EDGES = [
  ["width", "khổ giấy ngang"],
  ["height", "khổ giấy dọc"],
  ["left", "lề trái"],
  ["right", "lề phải"],
  ["top", "lề trên"],
  ["bottom", "lề dưới"],
] as const satisfies readonly (readonly [keyof PageFrame, string])[];

const inMm = (points: number): string => {
  const mm = Math.round((points / POINTS_PER_MM) * 10) / 10;
  return `${String(mm).replace(".", ",")} mm`;
};

/** Margins and sizes of pages, section by section; one change for all sections that changed alike. */
function compareFrames(old: Flow, neu: Flow): Change[] {
  if (old.frames === undefined || neu.frames === undefined || old.frames.by !== neu.frames.by) return [];
  const { by } = old.frames;
  const tolerance = TOLERANCE[by];
  const told = new Map<string, Change>();
  for (const [index, frame] of old.frames.frames.entries()) {
    const other = neu.frames.frames[index];
    if (other === undefined) continue;
    const changed = EDGES.flatMap(([edge, name]): (readonly [string, string])[] => {
      const [before, after] = [frame[edge], other[edge]];
      if (before === undefined || after === undefined || Math.abs(before - after) <= tolerance) return [];
      // widths of letters are known to PDFium in whole thousandths: where lines end it knows to a fifth of a millimetre
      const what = by === "measured" && edge === "right" ? `${name} khoảng` : name;
      return [[`${what} ${inMm(before)}`, `${what} ${inMm(after)}`]];
    });
    if (frame.mirrored !== other.mirrored) {
      const words = (mirrored: true | undefined): string => (mirrored ? "in hai mặt" : "in một mặt");
      changed.push([words(frame.mirrored), words(other.mirrored)]);
    }
    if (changed.length === 0) continue;
    const [oldText, newText] = [0, 1].map((side) => changed.map((pair) => pair[side]).join("; "));
    const key = `${oldText} → ${newText}`;
    if (!told.has(key))
      told.set(key, { kind: "margins", group: "looks", oldText: oldText ?? "", newText: newText ?? "" });
  }
  return [...told.values()];
}

/** Words of a look, only of what differs. */
function lookWords(one: BlockLook, other: BlockLook): string {
  const words: string[] = [];
  if (one.font !== other.font && one.font !== undefined && other.font !== undefined) words.push(`phông ${one.font}`);
  if (
    Math.abs((one.size ?? 0) - (other.size ?? 0)) > SIZE_TOLERANCE &&
    one.size !== undefined &&
    other.size !== undefined
  )
    words.push(`cỡ ${String(Math.round(one.size * 10) / 10).replace(".", ",")}`);
  if (one.bold !== other.bold && one.bold !== undefined && other.bold !== undefined)
    words.push(one.bold ? "đậm" : "không đậm");
  if (one.italic !== other.italic && one.italic !== undefined && other.italic !== undefined)
    words.push(one.italic ? "nghiêng" : "không nghiêng");
  return words.join(", ");
}

/** A look as far as both sources tell it alike: what part of a row is bold, each tells in its own way. */
function comparable({ kind, look = {} }: FlowBlock, old: Flow, neu: Flow): BlockLook {
  if (kind !== "row" || old.kind === neu.kind) return look;
  return {
    ...(look.font === undefined ? {} : { font: look.font }),
    ...(look.size === undefined ? {} : { size: look.size }),
  };
}

/** Fonts of equal blocks; one change for all blocks that changed alike. */
function compareFonts(old: Flow, neu: Flow, equal: readonly BlockPair[]): Change[] {
  const told = new Map<string, { readonly change: Change; count: number }>();
  for (const pair of equal) {
    const [one, other] = [old.blocks[pair.old], neu.blocks[pair.new]];
    if (one?.look === undefined || other?.look === undefined) continue;
    const [oldLook, newLook] = [comparable(one, old, neu), comparable(other, old, neu)];
    const [before, after] = [lookWords(oldLook, newLook), lookWords(newLook, oldLook)];
    if (before === after) continue;
    const key = `${before} → ${after}`;
    const known = told.get(key);
    if (known !== undefined) known.count += 1;
    else {
      told.set(key, {
        change: {
          kind: "font",
          group: "looks",
          old: placeOfBlock(one),
          new: placeOfBlock(other),
          oldText: before,
          newText: after,
          stretches: [{ op: "same", text: beginningOf(other) }],
        },
        count: 1,
      });
    }
  }
  return [...told.values()].map(({ change, count }) => ({ ...change, blocks: count }));
}

/** Line and paragraph spacing of the styles that both have. */
function compareSpacing(old: Flow, neu: Flow): Change[] {
  if (old.kind !== neu.kind || old.spacing === undefined || neu.spacing === undefined) return [];
  const byName = (styles: readonly StyleSpacing[]) => new Map(styles.map(({ name, values }) => [name, values]));
  const after = byName(neu.spacing);
  const changed = [...byName(old.spacing)].filter(([name, values]) => after.has(name) && after.get(name) !== values);
  if (changed.length === 0) return [];
  const names = changed.map(([name]) => name).join(", ");
  return [{ kind: "spacing", group: "looks", oldText: names, newText: names, blocks: changed.length }];
}

/**
 * Compares looks.
 *
 * @param shifted pages shifted: spacing is then told as what shifted them
 */
export function compareLooks(old: Flow, neu: Flow, equal: readonly BlockPair[], shifted: boolean): Change[] {
  const fonts = compareFonts(old, neu, equal);
  // lines grow and shrink with the letters
  const spacing = shifted || fonts.length > 0 ? [] : compareSpacing(old, neu);
  return [...compareFrames(old, neu), ...fonts, ...spacing];
}
