/** Cells of one sheet get their marked look; the sheet gets the link to its comments. */

import { XmlScanner } from "../../xml/xml-scanner.js";
import { cellKey, columnOf, keyOfAddress, rowOf } from "../read/sheet/address.js";
import { applyEdits, type Edit, prefixOf, setAttribute } from "./edits.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Elements that stand after the link to the comments (CT_Worksheet). */
const AFTER_COMMENTS = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "AlternateContent",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

type Look = (look: number) => number;

/** Edits that give cells their marked look. A cell that is not written yet is put into its row, if the row is there. */
function lookEdits(xml: string, wanted: ReadonlySet<number>, marked: Look): readonly Edit[] {
  const edits: Edit[] = [];
  const p = prefixOf(xml, "worksheet");
  const byRow = new Map<number, number[]>();
  for (const key of [...wanted].sort((a, b) => a - b)) {
    byRow.set(rowOf(key), [...(byRow.get(rowOf(key)) ?? []), key]);
  }
  const scanner = new XmlScanner(xml);
  let [row, column] = [0, 0];
  let pending: number[] = [];
  const put = (until: number, at: number): void => {
    while ((pending[0] ?? Number.POSITIVE_INFINITY) < until) {
      const key = pending.shift() ?? 0;
      edits.push({ from: at, to: at, text: `<${p}c r="${addressOf(key)}" s="${marked(0)}"/>` });
    }
  };
  while (scanner.next()) {
    if (scanner.name === "row") {
      // an empty row has no place to put a cell in without opening it; its comment stands all the same
      if (scanner.closing) put(cellKey(row, 16_384) + 1, scanner.start);
      else {
        row = Number(scanner.rawAttribute("r") ?? row + 1);
        column = 0;
        pending = scanner.empty ? [] : [...(byRow.get(row) ?? [])];
      }
    } else if (scanner.name === "c" && !scanner.closing) {
      const key = keyOfAddress(scanner.rawAttribute("r") ?? "") ?? cellKey(row, column + 1);
      column = columnOf(key);
      put(key, scanner.start);
      if (pending[0] !== key) continue;
      pending.shift();
      const tag = xml.slice(scanner.start, scanner.end);
      const look = marked(Number(scanner.rawAttribute("s") ?? 0));
      edits.push({ from: scanner.start, to: scanner.end, text: setAttribute(tag, "s", String(look)) });
    } else if (scanner.name === "sheetData" && scanner.closing) break;
  }
  return edits;
}

function addressOf(key: number): string {
  let letters = "";
  for (let column = columnOf(key); column > 0; column = Math.floor((column - 1) / 26)) {
    letters = String.fromCharCode(65 + ((column - 1) % 26)) + letters;
  }
  return `${letters}${rowOf(key)}`;
}

/**
 * Where the link to the comments goes.
 *
 * @returns undefined when the sheet has such a link, or does not come to its end
 */
function commentsPlace(xml: string): number | undefined {
  const scanner = new XmlScanner(xml);
  if (!scanner.next()) return undefined;
  while (scanner.next()) {
    if (scanner.name === "worksheet" && scanner.closing) return scanner.start;
    if (scanner.name === "legacyDrawing") return undefined;
    if (AFTER_COMMENTS.has(scanner.name) && !scanner.closing) return scanner.start;
    if (!scanner.closing) scanner.skip();
  }
  return undefined;
}

/** A sheet with its cells marked, and whether the comments could be linked. */
export interface MarkedSheet {
  readonly xml: string;
  readonly linked: boolean;
}

/**
 * Marks cells of a sheet.
 *
 * @param addresses of the cells
 * @param marked gives the marked look for a look; absent when the styles cannot be changed
 * @param link id of the relationship to the comments; absent when there are to be none
 */
export function markSheet(
  xml: string,
  addresses: readonly string[],
  marked: Look | undefined,
  link: string | undefined,
): MarkedSheet {
  const keys = new Set(addresses.flatMap((address) => keyOfAddress(address) ?? []));
  const edits = marked === undefined ? [] : [...lookEdits(xml, keys, marked)];
  const place = link === undefined ? undefined : commentsPlace(xml);
  if (place !== undefined) {
    const text = `<${prefixOf(xml, "worksheet")}legacyDrawing xmlns:vtr="${OFFICE}" vtr:id="${link}"/>`;
    edits.push({ from: place, to: place, text });
  }
  return { xml: applyEdits(xml, edits), linked: place !== undefined };
}
