/** What looks different where the text is equal: margins, fonts, spacing. */
import { diffArrays } from "diff";
import type { BlockPair } from "../align/align-blocks.js";
import { beginningOf } from "../flow/beginning.js";
import { type BlockLook, type Flow, type FlowImage, type PageFrame, textOfBlock } from "../flow/flow.js";
import { placeOfBlock } from "./block-changes.js";
import type { Change } from "./change.js";
import { differIn, LOOK_PROPERTIES, type LookProperty } from "./look-properties.js";

/** Differences up to this are roundings, pt: of what a file declares, of what is measured on pages, of one against the other. */
const TOLERANCE = { declared: 0.6, measured: 2, mixed: 4 } as const;
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

const sameEdges = (one: PageFrame, other: PageFrame): boolean =>
  EDGES.every(([edge]) => Math.abs((one[edge] ?? 0) - (other[edge] ?? 0)) <= TOLERANCE.declared);

/** Declared frames as they can be seen on pages: no top and bottom; undefined where sides change places on the back. */
function asSeen(frames: readonly PageFrame[]): PageFrame[] | undefined {
  const seen: PageFrame[] = [];
  for (const frame of frames) {
    if (frame.mirrored) return undefined;
    const last = seen.at(-1);
    if (last !== undefined && sameEdges(last, frame)) continue;
    // measured frames are those of runs of pages of one size: margins that change within a run are not told apart
    if (last !== undefined && last.width === frame.width && last.height === frame.height) return undefined;
    seen.push(frame);
  }
  return seen.map(({ width, height, left, right }) => ({
    width,
    height,
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
  }));
}

/** The frames of both versions as far as they can be compared, and how much they may differ. */
function comparableFrames({ frames: old }: Flow, { frames: neu }: Flow) {
  if (old === undefined || neu === undefined) return undefined;
  if (old.by === neu.by) return { old: old.frames, new: neu.frames, tolerance: TOLERANCE[old.by] };
  const [one, other] = [old, neu].map(({ by, frames }) => (by === "declared" ? asSeen(frames) : frames));
  if (one === undefined || other === undefined || one.length !== other.length) return undefined;
  return { old: one, new: other, tolerance: TOLERANCE.mixed };
}

/** Margins and sizes of pages, section by section; one change for all sections that changed alike. */
function compareFrames(before: Flow, after: Flow): Change[] {
  const frames = comparableFrames(before, after);
  if (frames === undefined) return [];
  const { old, new: neu, tolerance } = frames;
  const isMeasured = [before, after].some((flow) => flow.frames?.by === "measured");
  const told = new Map<string, Change>();
  for (const [index, frame] of old.entries()) {
    const other = neu[index];
    if (other === undefined) continue;
    const changed = EDGES.flatMap(([edge, name]): (readonly [string, string])[] => {
      const [before, after] = [frame[edge], other[edge]];
      if (before === undefined || after === undefined || Math.abs(before - after) <= tolerance) return [];
      // widths of letters are known to PDFium in whole thousandths: where lines end it knows to a fifth of a millimetre
      const what = isMeasured && edge === "right" ? `${name} khoảng` : name;
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

type LookKind = LookProperty["kind"];

/** Looks of equal blocks, of one kind; one change for all blocks that changed alike. */
function compareBlockLooks(old: Flow, neu: Flow, equal: readonly BlockPair[], kind: LookKind): Change[] {
  const properties = LOOK_PROPERTIES.filter((property) => property.kind === kind);
  const told = new Map<string, { readonly change: Change; count: number }>();
  for (const pair of equal) {
    const [one, other] = [old.blocks[pair.old], neu.blocks[pair.new]];
    if (one?.look === undefined || other?.look === undefined) continue;
    const [before, after] = [one.look, other.look];
    const changed = properties.filter(
      (property) => property.comparable(other, old.kind, neu.kind) && differIn(property, before, after),
    );
    // what all of the words are, their parts are too
    const words = (look: BlockLook): string => [...new Set(changed.map(({ say }) => say(look)))].join(", ");
    const [oldText, newText] = [words(before), words(after)];
    if (oldText === newText) continue;
    const key = `${oldText} → ${newText}`;
    const known = told.get(key);
    if (known !== undefined) known.count += 1;
    else {
      told.set(key, {
        change: {
          kind,
          group: "looks",
          old: placeOfBlock(one),
          new: placeOfBlock(other),
          oldText,
          newText,
          stretches: [{ op: "same", text: beginningOf(textOfBlock(other)) }],
        },
        count: 1,
      });
    }
  }
  return [...told.values()].map(({ change, count }) => ({ ...change, blocks: count }));
}

/** Pictures, by what they hold; those that took the place of others are told with them. */
function compareImages({ images: old }: Flow, { images: neu }: Flow): Change[] {
  if (old === undefined || neu === undefined) return [];
  const change = (one: FlowImage | undefined, other: FlowImage | undefined): Change => {
    const near = beginningOf((other ?? one)?.near ?? "");
    const [oldText, newText] = [one, other].map((image) => (image === undefined ? "không có ảnh" : "có ảnh"));
    return {
      kind: "image",
      group: "looks",
      oldText: one !== undefined && other !== undefined ? "ảnh cũ" : (oldText ?? ""),
      newText: one !== undefined && other !== undefined ? "ảnh khác" : (newText ?? ""),
      stretches: [{ op: "same", text: near }],
    };
  };
  const changes: Change[] = [];
  let [oldAt, newAt] = [0, 0];
  let removed: readonly FlowImage[] = [];
  const close = (added: readonly FlowImage[]): void => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) changes.push(change(removed[at], added[at]));
    removed = [];
  };
  const hashes = (images: readonly FlowImage[]) => images.map(({ sha256 }) => sha256);
  for (const part of diffArrays(hashes(old), hashes(neu))) {
    if (part.removed) removed = old.slice(oldAt, oldAt + part.count);
    else close(part.added ? neu.slice(newAt, newAt + part.count) : []);
    if (!part.added) oldAt += part.count;
    if (!part.removed) newAt += part.count;
  }
  close([]);
  return changes;
}

/**
 * Compares looks.
 *
 * @param shifted pages shifted: spacing is then told as what shifted them
 */
export function compareLooks(old: Flow, neu: Flow, equal: readonly BlockPair[], shifted: boolean): Change[] {
  const frames = compareFrames(old, neu);
  const blocksIn = (kind: LookKind): Change[] => compareBlockLooks(old, neu, equal, kind);
  const fonts = blocksIn("font");
  // where lines of a PDF begin is measured: it follows the width of the text and of its letters
  const isMeasured = (old.kind === "pdf" || neu.kind === "pdf") && frames.length + fonts.length > 0;
  return [
    ...frames,
    ...fonts,
    ...(isMeasured ? [] : blocksIn("paragraph")),
    // lines grow and shrink with the letters
    ...(shifted || fonts.length > 0 ? [] : blocksIn("spacing")),
    ...blocksIn("border"),
    ...compareImages(old, neu),
  ];
}
