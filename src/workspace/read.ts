import type { z } from "zod";
import type { Finding } from "../findings/finding.js";
import { reportWorkspace } from "../findings/messages/workspace.js";
import { nearest } from "../findings/nearest.js";
import { WorkspaceFile } from "./schema.js";
import { type Workspace, workspaceOf } from "./workspace.js";
import { readYamlTree, type YamlTree, type YamlValue } from "./yaml-tree.js";

function valueAt(value: YamlValue | undefined, path: readonly PropertyKey[]): YamlValue | undefined {
  let current: unknown = value;
  for (const key of path) current = (current as { readonly [key: PropertyKey]: unknown } | undefined)?.[key];
  return current as YamlValue | undefined;
}

/** The keys that the schema knows at a path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = WorkspaceFile;
  const unwrap = (wrapped: unknown): unknown => {
    let inner = wrapped as { unwrap?: () => unknown } | undefined;
    while (typeof inner?.unwrap === "function") inner = inner.unwrap() as typeof inner;
    return inner;
  };
  const shapeOf = (object: unknown) => (unwrap(object) as { shape?: { readonly [key: string]: unknown } }).shape ?? {};
  for (const key of path) schema = shapeOf(schema)[String(key)];
  return Object.keys(shapeOf(schema));
}

/** A key of the schema that is left empty says nothing, as if it were not there: a file to fill in may be kept so. */
function withoutBlanks(value: YamlValue, path: readonly PropertyKey[] = []): YamlValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const known = keysAt(path);
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== "" || !known.includes(key))
    .map(([key, item]) => [key, withoutBlanks(item, [...path, key])] as const);
  return Object.fromEntries(entries);
}

function findingsOf(issue: z.core.$ZodIssue, tree: YamlTree): readonly Finding[] {
  const key = String(issue.path.at(-1) ?? "");
  const at = (part: "key" | "value") => tree.placeOf(issue.path, part);
  const value = valueAt(tree.value, issue.path);
  const shown = typeof value === "string" ? value.trim() : "";
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(issue.path);
      return issue.keys.map((unknown) =>
        reportWorkspace(
          "workspace/unknown-key",
          { key: unknown, nearest: nearest(unknown, known), known },
          tree.placeOf([...issue.path, unknown], "key"),
        ),
      );
    }
    case "invalid_type": {
      if (value === undefined)
        return [reportWorkspace("workspace/missing-key", { key }, tree.placeOf(issue.path.slice(0, -1), "key"))];
      const expected = issue.expected === "string" ? "text" : "map";
      return [reportWorkspace("workspace/wrong-shape", { key, expected }, at("key"))];
    }
    case "invalid_value": {
      const expected = issue.values.map(String).join(" hoặc ");
      return [reportWorkspace("workspace/wrong-value", { key, value: shown, expected }, at("value"))];
    }
    case "invalid_key": {
      const expected = issue.issues[0]?.message ?? issue.message;
      return [reportWorkspace("workspace/wrong-value", { key: "mã loại", value: key, expected }, at("key"))];
    }
    default:
      return [reportWorkspace("workspace/wrong-value", { key, value: shown, expected: issue.message }, at("value"))];
  }
}

/**
 * Reads `vanthu.yaml`.
 *
 * @param bytes of the file
 * @param file its path as it is to stand in findings
 * @param root its folder, absolute
 */
export function readWorkspace(
  bytes: Uint8Array,
  file: string,
  root: string,
): { readonly workspace?: Workspace; readonly findings: readonly Finding[] } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC");
  } catch {
    return { findings: [reportWorkspace("workspace/not-utf8", {}, { file })] };
  }
  const { tree, findings } = readYamlTree(text, file);
  if (tree === undefined) return { findings };
  // an empty file is an office that says nothing
  const value = tree.value === "" ? {} : withoutBlanks(tree.value);
  if (typeof value === "string" || Array.isArray(value)) {
    return { findings: [reportWorkspace("workspace/not-a-map", {}, { file, line: 1, column: 1 })] };
  }
  const checked = WorkspaceFile.safeParse(value);
  if (checked.success) return { workspace: workspaceOf(checked.data, root), findings: [] };
  return { findings: checked.error.issues.flatMap((issue) => findingsOf(issue, tree)) };
}
