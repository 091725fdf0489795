/** Two versions compared: text and declared looks, then the pictures of their pages where both can be painted. */
import type { Finding } from "../../findings/finding.js";
import { reportVersion } from "../../findings/messages/review.js";
import { type CompareOptions, type Comparison, compareFlows } from "../../review/compare/compare-flows.js";
import type { ComparedPair, LookPicture } from "../../review/page/page.js";
import type { PictureChange, PictureFault } from "../../review/pictures/compare-pictures.js";
import { resultOf } from "../../review/report/result.js";
import type { Side } from "./read-side.js";

export interface ComparedSides extends ComparedPair {
  /** What could not be compared, although it was wished. */
  readonly findings: readonly Finding[];
}

/** Pictures of two versions, unless neither is a PDF: of others the file itself declares how they look. */
async function pictureChanges(old: Side, neu: Side): Promise<readonly PictureChange[] | PictureFault> {
  if (old.format !== "pdf" && neu.format !== "pdf") return [];
  const [one, other] = [await old.paintable?.(), await neu.paintable?.()];
  if (one === undefined || other === undefined) return [];
  const { comparePictures } = await import("../../review/pictures/compare-pictures.js");
  return comparePictures(one, other);
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

/** Compares two versions as far as the options wish. */
export async function compareSides(old: Side, neu: Side, options: CompareOptions): Promise<ComparedSides> {
  const text = compareFlows(old.flow, neu.flow, options);
  const wished = options.ignoreLayout !== true && options.onlyFigures !== true;
  const found = wished ? await pictureChanges(old, neu) : [];
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
      ...(typeof found === "string" ? { unseen: true as const } : {}),
      ...(options.onlyFigures ? { onlyFigures: true as const } : {}),
    },
    pictures: new Map(pictured.map((one, index) => [text.changes.length + index, lookPictures(one)])),
    findings: typeof found === "string" ? [reportVersion("review/pictures", { fault: found })] : [],
  };
}
