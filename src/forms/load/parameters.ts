import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { nearest } from "../../findings/nearest.js";
import type { YamlTree } from "../../workspace/yaml-tree.js";
import type { Path } from "./places.js";
import type { FormSetFile } from "./schema.js";

export type Parameters = Readonly<Record<string, number>>;

/** The parameters by name. */
export function parametersOf(main: FormSetFile): Parameters {
  const entries = main["tham số"] ?? [];
  return Object.fromEntries(entries.map(({ mã: name, "giá trị": value }) => [name, Number(value.replace(",", "."))]));
}

/** In prose: whole numbers below ten take a zero, decimals a comma. */
const inProse = (value: number): string =>
  Number.isInteger(value) ? String(value).padStart(2, "0") : String(value).replace(".", ",");

/** Keys whose braces are not texts: a check's message is filled when the figures are known. */
const KEPT = new Set(["báo", "điều kiện", "công thức"]);

/**
 * Puts the values of parameters in the place of `{p.name}` in every text of a file.
 *
 * @param data what the file says
 */
export function fillParameters<T>(
  data: T,
  parameters: Parameters,
  tree: YamlTree,
): { readonly data: T; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const known = Object.keys(parameters);
  const fillText = (text: string, path: Path): string =>
    text.replace(/\{p\.([^{}]*)\}/gu, (written, name: string) => {
      const value = parameters[name];
      if (value !== undefined && known.includes(name)) return inProse(value);
      const place = tree.placeOf(path, "value");
      findings.push(
        reportForms("forms/unknown-parameter", { name, where: "lời văn", nearest: nearest(name, known) }, place),
      );
      return written;
    });
  const fill = (value: unknown, path: Path): unknown => {
    if (typeof value === "string") return fillText(value, path);
    if (Array.isArray(value)) return value.map((item, index) => fill(item, [...path, index]));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      KEPT.has(key) ? inner : fill(inner, [...path, key]),
    ]);
    return Object.fromEntries(entries);
  };
  return { data: fill(data, []) as T, findings };
}
