/** Where a fault of a written draft stands in the template that it was written by. */
import type { Finding, Place } from "../../findings/finding.js";
import type { ReportTemplate } from "./index.js";

/** A key of the header, as typed. */
const KEY = /^([^\s:#-][^:]*):/u;

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/u);

/** The key of the header that a line belongs to. */
function keyAbove(lines: readonly string[], line: number): string | undefined {
  for (let at = line - 1; at >= 0; at -= 1) {
    const key = KEY.exec(lines[at] ?? "")?.[1];
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The line of the template, from 1, that a line of the draft came from; undefined where that cannot be told. */
function lineInTemplate(draft: readonly string[], template: readonly string[], line: number): number | undefined {
  const same = template.flatMap((text, at) => (text !== "" && text === draft[line - 1] ? [at + 1] : []));
  if (same.length === 1) return same[0];
  const end = draft.indexOf("---", 1) + 1;
  const key = line <= end ? keyAbove(draft, line) : undefined;
  const at = key === undefined ? -1 : template.findIndex((text) => text.startsWith(`${key}:`));
  return at === -1 ? undefined : at + 1;
}

/**
 * Findings about a draft that was not written, placed in its template: that is where somebody can put it right.
 *
 * @param draft text that the findings speak of
 */
export function placedInTemplate(
  findings: readonly Finding[],
  draft: string,
  { source, file }: ReportTemplate,
): readonly Finding[] {
  const [made, template] = [linesOf(draft), linesOf(source)];
  const placeOf = ({ line, column, component }: Place): Place => {
    const found = line === undefined ? undefined : lineInTemplate(made, template, line);
    const isSame = found !== undefined && template[found - 1] === made[(line ?? 0) - 1];
    return {
      file,
      ...(found === undefined ? {} : { line: found }),
      ...(isSame && column !== undefined ? { column } : {}),
      ...(component === undefined ? {} : { component }),
    };
  };
  return findings.map((finding) => ({ ...finding, place: placeOf(finding.place ?? {}) }));
}
