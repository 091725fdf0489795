/** Two versions compared: text and declared looks, then the pictures of their pages where both can be painted. */
import type { Finding } from "../../findings/finding.js";
import { reportVersion } from "../../findings/messages/review.js";
import { type CompareOptions, type Comparison, compareFlows } from "../../review/compare/compare-flows.js";
import type { ComparedPair, LookPicture } from "../../review/page/page.js";
import type { PictureChange } from "../../review/pictures/compare-pictures.js";
import type { PaintableVersion, PictureFault } from "../../review/pictures/paintable.js";
import { type ComparisonResult, resultOf } from "../../review/report/result.js";
import type { Side } from "./read-side.js";

export interface ComparedSides extends ComparedPair {
  /** What could not be compared, although it was wished. */
  readonly findings: readonly Finding[];
}

/** Pages by number. */
type Unread = NonNullable<ComparisonResult["unread"]>;

interface Pictured {
  readonly found: readonly PictureChange[] | PictureFault;
  /** Pages that are pictures and could not be compared. */
  readonly unread: Unread;
}

const NOTHING: Pictured = { found: [], unread: [] };

/** Pages without text that the other version has no picture of, or whose pictures may hold other figures. */
async function findUnread(
  old: PaintableVersion | undefined,
  neu: PaintableVersion | undefined,
  found: Pictured["found"],
  onlyFigures: boolean,
): Promise<Unread> {
  const { pairScans, scansAmong, textlessPages } = await import("../../review/pictures/scans.js");
  const pagesOf = (version: PaintableVersion | undefined): number[] =>
    version === undefined ? [] : textlessPages(version.content);
  const { pairs, onlyOld, onlyNew } = pairScans(pagesOf(old), pagesOf(neu));
  const differing =
    typeof found === "string" || !onlyFigures ? [] : found.filter(({ change }) => change.kind === "scan");
  // what was not painted was not compared
  const notCompared = typeof found === "string" ? pairs : [];
  const unread: Unread = [];
  for (const [version, painted, lone, side] of [
    ["old", old, onlyOld, 0],
    ["new", neu, onlyNew, 1],
  ] as const) {
    const pages = [...lone, ...notCompared.map((pair) => pair[side])];
    const scans = painted === undefined ? [] : await scansAmong(painted, pages);
    const others = differing.flatMap(({ change }) => change[version]?.page ?? []);
    for (const page of [...scans.map((one) => one + 1), ...others]) unread.push({ version, page });
  }
  return unread;
}

/** Pictures of two versions, unless neither is a PDF: of others the file itself declares how they look. */
async function pictureChanges(old: Side, neu: Side, options: CompareOptions): Promise<Pictured> {
  if (old.format !== "pdf" && neu.format !== "pdf") return NOTHING;
  const wished = options.ignoreLayout !== true && options.onlyFigures !== true;
  const hasScans = [old, neu].some(({ textlessPages = [] }) => textlessPages.length > 0);
  if (!wished && !hasScans) return NOTHING;
  const [one, other] = [await old.paintable?.(), await neu.paintable?.()];
  const { comparePictures } = await import("../../review/pictures/compare-pictures.js");
  const found =
    one === undefined || other === undefined ? [] : await comparePictures(one, other, wished ? "equalWords" : "scans");
  const unread = hasScans ? await findUnread(one, other, found, options.onlyFigures === true) : [];
  return { found: options.onlyFigures && typeof found !== "string" ? [] : found, unread };
}

const dataAddress = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

function lookPictures({ change, cuttings }: PictureChange): LookPicture[] {
  return cuttings.flatMap((pair) =>
    pair.map(({ png, width, height }, side) => ({
      source: dataAddress(png),
      alt:
        side === 0
          ? `Bản cũ, trang ${change.old?.page}, gần “${change.oldText}”`
          : `Bản mới, trang ${change.new?.page}, gần “${change.newText}”`,
      width,
      height,
    })),
  );
}

function unreadFindings(unread: Unread, version: "old" | "new", { shown }: Side): Finding[] {
  const pages = unread.filter((one) => one.version === version).map(({ page }) => page);
  return pages.length === 0 ? [] : [reportVersion("review/unread", { pages }, { file: shown })];
}

/** Compares two versions as far as the options wish. */
export async function compareSides(old: Side, neu: Side, options: CompareOptions): Promise<ComparedSides> {
  const text = compareFlows(old.flow, neu.flow, options);
  const { found, unread } = await pictureChanges(old, neu, options);
  // of a page that was turned nothing lies where it lay
  const turned = new Set(
    text.changes.flatMap(({ kind, new: place }) => (kind === "margins" ? (place?.page ?? []) : [])),
  );
  const pictured: readonly PictureChange[] =
    typeof found === "string" ? [] : found.filter(({ change }) => !turned.has(change.new?.page ?? 0));
  const comparison: Comparison = { ...text, changes: [...text.changes, ...pictured.map(({ change }) => change)] };
  return {
    comparison,
    result: {
      ...resultOf(comparison, old.shown, neu.shown),
      ...(options.onlyFigures ? { onlyFigures: true as const } : {}),
      ...(unread.length > 0 ? { unread } : {}),
      ...(typeof found === "string" ? { unseen: true as const } : {}),
      ...(options.onlyFigures ? { onlyFigures: true as const } : {}),
    },
    pictures: new Map(pictured.map((one, index) => [text.changes.length + index, lookPictures(one)])),
    findings: [
      ...(typeof found === "string" ? [reportVersion("review/pictures", { fault: found })] : []),
      ...unreadFindings(unread, "old", old),
      ...unreadFindings(unread, "new", neu),
    ],
  };
}
