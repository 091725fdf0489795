import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Finding, Place } from "../findings/finding.js";
import { reportWorkspace } from "../findings/messages/workspace.js";

/** Strings, lists and maps, as the failsafe schema reads them; keys in small letters. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export interface YamlTree {
  readonly value: YamlValue;
  /** Where the value at a path of keys begins; of a key alone, where the key begins. */
  readonly placeOf: (path: readonly PropertyKey[], part: "key" | "value") => Place;
}

type Offsets = { readonly key: number; readonly value: number };

const pathId = (path: readonly PropertyKey[]): string => path.map(String).join("\n");

/** Keys are the same whatever their case, with one blank between words. */
const foldKey = (key: string): string => key.toLowerCase().replace(/\s+/gu, " ").trim();

/** Maps whose keys are codes (`B05a`) and stay as written, by the key of the map. */
type KeptKeys = readonly string[];

function collect(
  node: Node | null,
  path: readonly PropertyKey[],
  offsets: Map<string, Offsets>,
  kept: KeptKeys,
): YamlValue {
  if (isMap(node)) {
    const fold = kept.includes(String(path.at(-1))) ? (key: string) => key.trim() : foldKey;
    const entries = node.items.map(({ key, value }): [string, YamlValue] => {
      const name = fold(isScalar(key) ? String(key.value ?? "") : "");
      const keyAt = (key as Node | null)?.range?.[0] ?? 0;
      offsets.set(pathId([...path, name]), { key: keyAt, value: (value as Node | null)?.range?.[0] ?? keyAt });
      return [name, collect(value as Node | null, [...path, name], offsets, kept)];
    });
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const at = (item as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0;
      offsets.set(pathId([...path, index]), { key: at, value: at });
      return collect(item as Node | null, [...path, index], offsets, kept);
    });
  }
  return isScalar(node) ? String(node.value ?? "") : "";
}

/**
 * Reads YAML with the failsafe schema (every scalar a string).
 *
 * @param text NFC
 * @param file as it is to stand in findings
 * @param kept keys of maps whose own keys are codes and keep their case
 * @returns the tree, or one finding for each fault of syntax
 */
export function readYamlTree(
  text: string,
  file: string,
  kept: KeptKeys = [],
): { readonly tree?: YamlTree; readonly findings: readonly Finding[] } {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines });
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ code, pos }) =>
      reportWorkspace(code === "DUPLICATE_KEY" ? "workspace/duplicate-key" : "workspace/syntax", {}, placeAt(pos[0])),
    );
    return { findings };
  }
  const offsets = new Map<string, Offsets>();
  const value = collect(document.contents, [], offsets, kept);
  return {
    findings: [],
    tree: { value, placeOf: (path, part) => placeAt(offsets.get(pathId(path))?.[part] ?? 0) },
  };
}
