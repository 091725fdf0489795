/** Findings, text and lists of a revision. */
import { z } from "zod";
import type { CellFinding } from "../returns.js";
import { type Connection, insertRows, optional, orNull, query, type SqlValue } from "./connection.js";
import type { CheckedRevision, RevisionText } from "./contract.js";

const Place = z.object({
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  component: z.string().optional(),
});

const FindingRow = z
  .object({
    rule: z.string(),
    weight: z.enum(["error", "explain", "note"]),
    id: z.string(),
    severity: z.enum(["error", "warning", "note"]),
    found: z.string(),
    remedy: z.string(),
    clause: optional(z.string()),
    place: z.string().nullable(),
    sheet: optional(z.string()),
    address: optional(z.string()),
    explanation: optional(z.string()),
  })
  .transform(
    ({ clause, place, sheet, address, explanation, ...rest }): CellFinding => ({
      ...rest,
      ...(clause === undefined ? {} : { clause }),
      ...(place === null ? {} : { place: Place.parse(JSON.parse(place)) }),
      ...(sheet === undefined || address === undefined ? {} : { cell: { sheet, address } }),
      ...(explanation === undefined ? {} : { explanation }),
    }),
  );

const FINDINGS = query(
  `SELECT rule, weight, id, severity, found, remedy, clause, place, sheet, address, explanation
   FROM findings WHERE revision = :revision ORDER BY position`,
  ["revision"],
  FindingRow,
);
const NARRATIVE = query(
  "SELECT mark, title, text FROM narratives WHERE revision = :revision ORDER BY position",
  ["revision"],
  z.object({ mark: z.string(), title: z.string(), text: z.string() }),
);
const LISTS = query(
  "SELECT form, cells FROM list_rows WHERE revision = :revision ORDER BY form, position",
  ["revision"],
  z.object({ form: z.string(), cells: z.string() }),
);
const EXPLANATIONS = query(
  "SELECT about, text FROM explanations WHERE revision = :revision ORDER BY about",
  ["revision"],
  z.object({ about: z.string(), text: z.string() }),
);
const Cells = z.array(z.string());

/** Findings of a revision, in the order in which they were made. */
export const listFindings = (connection: Connection, revision: number): readonly CellFinding[] =>
  FINDINGS.all(connection, { revision });

/** Narrative, rows of list forms and explanations of a revision. */
export function readText(connection: Connection, revision: number): RevisionText {
  const lists: Record<string, string[][]> = {};
  for (const { form, cells } of LISTS.all(connection, { revision })) {
    lists[form] ??= [];
    lists[form].push(Cells.parse(JSON.parse(cells)));
  }
  const explanations = EXPLANATIONS.all(connection, { revision }).map(({ about, text }) => [about, text] as const);
  return {
    narrative: NARRATIVE.all(connection, { revision }),
    lists,
    explanations: Object.fromEntries(explanations),
  };
}

const findingRow = (finding: CellFinding): readonly SqlValue[] => [
  ...[finding.rule, finding.weight, finding.id, finding.severity, finding.found, finding.remedy],
  orNull(finding.clause),
  finding.place === undefined ? null : JSON.stringify(finding.place),
  orNull(finding.cell?.sheet),
  orNull(finding.cell?.address),
  orNull(finding.explanation),
];

/** Writes what stands beside the values of a revision. */
export function insertJudgement(connection: Connection, revision: number, fields: CheckedRevision): void {
  const { findings, narrative, lists, explanations } = fields;
  insertRows(
    connection,
    "findings",
    findings.map((finding, position) => [revision, position, ...findingRow(finding)]),
  );
  insertRows(
    connection,
    "narratives",
    narrative.map(({ mark, title, text }, position) => [revision, position, mark, title, text]),
  );
  insertRows(
    connection,
    "list_rows",
    Object.entries(lists).flatMap(([form, rows]) =>
      rows.map((cells, position): SqlValue[] => [revision, form, position, JSON.stringify(cells)]),
    ),
  );
  insertRows(
    connection,
    "explanations",
    Object.entries(explanations).map(([about, text]): SqlValue[] => [revision, about, text]),
  );
}
