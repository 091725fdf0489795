/** Which part of a file differs from what it should be: words first, then parts of the package, then elements. */
import { openArchive } from "../../archive/archive.js";
import { DOCX_LIMITS } from "../../source/docx/index.js";
import { decodeXml } from "../../xml/decode-xml.js";
import type { Change } from "../compare/change.js";
import { compareFlows } from "../compare/compare-flows.js";
import type { PaintableVersion, PictureFault } from "../pictures/paintable.js";
import { formatOf, readVersion } from "../versions/read-version.js";
import { xmlDifference } from "./xml-difference.js";

/** One difference; `part` is absent where the file has no parts. */
export type FileDifference =
  | { readonly kind: "change"; readonly change: Change }
  | { readonly kind: "part"; readonly part: string; readonly state: "missing" | "extra" | "binary" }
  | {
      readonly kind: "element";
      readonly part?: string;
      readonly path: string;
      readonly old: string;
      readonly new: string;
    }
  | { readonly kind: "line"; readonly line: number; readonly old: string; readonly new: string }
  | { readonly kind: "unreadable" }
  /** Every part is the same: how the file was packed differs. */
  | { readonly kind: "packing" }
  /** Words and painted pages are the same: data about the file differ, or what is attached to it. */
  | { readonly kind: "unseen" }
  /** Words, fonts and margins are the same; the pages were not painted, and may look otherwise. */
  | { readonly kind: "notPainted"; readonly fault: PictureFault };

const ARCHIVES = ["docx", "xlsx"];

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const archive = openArchive(bytes, DOCX_LIMITS);
  if (typeof archive === "string") return undefined;
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) {
    const part = archive.part(name);
    if (typeof part === "string") return undefined;
    parts.set(name, part.bytes);
  }
  return parts;
}

const equalBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function partDifferences(old: Uint8Array, neu: Uint8Array): FileDifference[] {
  const [expected, found] = [partsOf(old), partsOf(neu)];
  if (expected === undefined || found === undefined) return [{ kind: "unreadable" }];
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return names.flatMap((part): FileDifference[] => {
    const [one, other] = [expected.get(part), found.get(part)];
    if (one === undefined) return [{ kind: "part", part, state: "extra" }];
    if (other === undefined) return [{ kind: "part", part, state: "missing" }];
    if (equalBytes(one, other)) return [];
    const difference = /\.(?:xml|rels)$/iu.test(part) ? xmlDifference(decodeXml(one), decodeXml(other)) : undefined;
    return [
      difference === undefined ? { kind: "part", part, state: "binary" } : { kind: "element", part, ...difference },
    ];
  });
}

function lineDifference(old: Uint8Array, neu: Uint8Array): FileDifference[] {
  const lines = (bytes: Uint8Array): string[] => new TextDecoder().decode(bytes).split("\n");
  const [expected, found] = [lines(old), lines(neu)];
  for (let at = 0; at < Math.max(expected.length, found.length); at++) {
    if (expected[at] !== found[at])
      return [{ kind: "line", line: at + 1, old: expected[at] ?? "", new: found[at] ?? "" }];
  }
  return [];
}

const readBoth = (old: Uint8Array, neu: Uint8Array) =>
  Promise.all([readVersion(old, formatOf(old), ""), readVersion(neu, formatOf(neu), "")]);

/**
 * What is seen on the pages of two PDFs. Where their words are equal the pages are compared whole: numbers of pages, heads
 * and feet, running numbers of rows are no part of the words.
 */
async function paintedDifferences(
  old: PaintableVersion,
  neu: PaintableVersion,
  isReworded: boolean,
): Promise<FileDifference[]> {
  const { comparePictures } = await import("../pictures/compare-pictures.js");
  const found = await comparePictures(old, neu, isReworded ? "equalWords" : "wholePages");
  if (typeof found === "string") return [{ kind: "notPainted", fault: found }];
  return found.map(({ change }) => ({ kind: "change", change }));
}

/**
 * Says in what a file differs.
 *
 * @param expected as it should be
 * @param found as it is
 */
export async function fileDifferences(expected: Uint8Array, found: Uint8Array): Promise<FileDifference[]> {
  if (equalBytes(expected, found)) return [];
  const format = formatOf(expected);
  if (format === "text") return lineDifference(expected, found);
  const [one, other] = await readBoth(expected, found);
  if (!one.ok || !other.ok) return [{ kind: "unreadable" }];
  const { changes } = compareFlows(one.flow, other.flow);
  const differences: FileDifference[] = changes.map((change) => ({ kind: "change", change }));
  if (ARCHIVES.includes(format)) differences.push(...partDifferences(expected, found));
  if (one.content !== undefined && other.content !== undefined) {
    const versions = [
      { pdf: expected, content: one.content },
      { pdf: found, content: other.content },
    ] as const;
    differences.push(...(await paintedDifferences(...versions, changes.length > 0)));
  }
  if (differences.length > 0) return differences;
  return [{ kind: ARCHIVES.includes(format) ? "packing" : "unseen" }];
}
