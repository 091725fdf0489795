import type { z } from "zod";
import type { Finding } from "../findings/finding.js";
import { reportWorkspace } from "../findings/messages/workspace.js";
import { nearest } from "../findings/nearest.js";
import type { YamlTree, YamlValue } from "./yaml-tree.js";

type Path = readonly PropertyKey[];

/** A place in a list of the file; keys are text even where they look like figures. */
const isPosition = (key: PropertyKey | undefined): boolean => typeof key === "number";

function valueAt(value: YamlValue | undefined, path: Path): YamlValue | undefined {
  let current: unknown = value;
  for (const key of path) current = (current as { readonly [key: PropertyKey]: unknown } | undefined)?.[key];
  return current as YamlValue | undefined;
}

/** The schema under optional, refined and list types: lists are passed through, since their positions say nothing. */
function unwrap(schema: unknown): { readonly shape?: { readonly [key: string]: unknown } } {
  let inner = schema as { unwrap?: () => unknown } | undefined;
  while (typeof inner?.unwrap === "function") inner = inner.unwrap() as typeof inner;
  return (inner ?? {}) as { readonly shape?: { readonly [key: string]: unknown } };
}

/** The keys that a schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const key of path) if (!isPosition(key)) current = unwrap(current).shape?.[String(key)];
  return Object.keys(unwrap(current).shape ?? {});
}

/** A known key that is left empty says nothing, as if it were not there: a file to fill in may be kept so. */
function withoutBlanks(schema: z.ZodType, value: YamlValue, path: Path = []): YamlValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((item, index) => withoutBlanks(schema, item, [...path, index]));
  const known = keysAt(schema, path);
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== "" || !known.includes(key))
    .map(([key, item]) => [key, withoutBlanks(schema, item, [...path, key])] as const);
  return Object.fromEntries(entries);
}

const SHAPES: { readonly [expected: string]: "text" | "list" } = { string: "text", array: "list" };

function findingsOf(issue: z.core.$ZodIssue, schema: z.ZodType, tree: YamlTree): readonly Finding[] {
  const key = String(issue.path.findLast((part) => !isPosition(part)) ?? "");
  const at = (part: "key" | "value") => tree.placeOf(issue.path, part);
  const value = valueAt(tree.value, issue.path);
  const shown = typeof value === "string" ? value.trim() : "";
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((unknown) =>
        reportWorkspace(
          "workspace/unknown-key",
          { key: unknown, nearest: nearest(unknown, known), known },
          tree.placeOf([...issue.path, unknown], "key"),
        ),
      );
    }
    case "invalid_type": {
      // a key left empty is missing too, but it is there to be pointed at
      if (value === undefined)
        return [reportWorkspace("workspace/missing-key", { key }, tree.placeOf(issue.path.slice(0, -1), "key"))];
      if (value === "") return [reportWorkspace("workspace/missing-key", { key }, at("key"))];
      return [reportWorkspace("workspace/wrong-shape", { key, expected: SHAPES[issue.expected] ?? "map" }, at("key"))];
    }
    case "invalid_value": {
      const expected = issue.values.map(String).join(" hoặc ");
      return [reportWorkspace("workspace/wrong-value", { key, value: shown, expected }, at("value"))];
    }
    case "invalid_key": {
      const expected = issue.issues[0]?.message ?? issue.message;
      const record = String(issue.path.slice(0, -1).findLast((part) => !isPosition(part)) ?? key);
      return [reportWorkspace("workspace/wrong-value", { key: record, value: key, expected }, at("key"))];
    }
    default:
      return [reportWorkspace("workspace/wrong-value", { key, value: shown, expected: issue.message }, at("value"))];
  }
}

/** A missing key that another one was probably meant to be: to say that the other is mistyped is enough. */
function isMistyped(issue: z.core.$ZodIssue, issues: readonly z.core.$ZodIssue[], schema: z.ZodType): boolean {
  const [parent, key] = [issue.path.slice(0, -1), String(issue.path.at(-1))];
  return issues.some(
    (other) =>
      other.code === "unrecognized_keys" &&
      other.path.join("\n") === parent.join("\n") &&
      other.keys.some((unknown) => nearest(unknown, keysAt(schema, parent)) === key),
  );
}

/**
 * Holds a file against its schema, whose messages say what is expected, as the end of "Cần ghi: …".
 *
 * @returns what the file says, or one finding for each fault, at its line and column
 */
export function checkYaml<S extends z.ZodType>(
  schema: S,
  tree: YamlTree,
): { readonly data?: z.output<S>; readonly findings: readonly Finding[] } {
  const checked = schema.safeParse(withoutBlanks(schema, tree.value));
  if (checked.success) return { data: checked.data, findings: [] };
  const { issues } = checked.error;
  const own = issues.filter((issue) => issue.code !== "invalid_type" || !isMistyped(issue, issues, schema));
  return { findings: own.flatMap((issue) => findingsOf(issue, schema, tree)) };
}
