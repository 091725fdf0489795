/** What whoever set a text chose within the norm's limits: size, spacing, indent of its paragraphs. */
import type { Presentation } from "../../../model/document.js";
import { type Formatting, findRow, type Norm, type Range } from "../../../norms/norm.js";
import type { ObservedParagraph } from "../../../norms/observed.js";

const within = (value: number, { min, max }: Range): boolean => value >= min && (max === undefined || value <= max);

/** The value that most paragraphs have. */
function commonest(values: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/**
 * Choices that a draft can repeat: those which the norm allows and which are not what it sets anyway.
 *
 * @param observed of all paragraphs
 */
export function readPresentation(observed: readonly ObservedParagraph[], norm: Norm): Presentation {
  const row = findRow(norm, "body");
  if (row === undefined) return {};
  const looks = observed.filter(({ component }) => component === "body").map(({ formatting }) => formatting);
  const of = (read: (formatting: ObservedParagraph["formatting"]) => number | undefined) => commonest(looks.map(read));
  const exact = ({ line }: { readonly line?: Formatting["line"] }) => (line?.rule === "exact" ? line.value : undefined);
  const limits = row.accept.line?.find(({ rule }) => rule === "exact")?.value;
  const choices: readonly (readonly [keyof Presentation, number | undefined, number | undefined, Range | undefined])[] =
    [
      ["size", of(({ size }) => size), row.use.size, row.accept.size],
      ["lineSpacing", of(exact), exact(row.use), limits],
      ["paragraphSpacing", of(({ after }) => after), row.use.after, row.accept.after],
      ["firstIndent", of(({ firstIndent }) => firstIndent), row.use.firstIndent, row.accept.firstIndent],
    ];
  const chosen = choices.filter(
    ([, value, set, limit]) => value !== undefined && value !== set && limit !== undefined && within(value, limit),
  );
  return Object.fromEntries(chosen.map(([name, value]) => [name, value]));
}
