/** Which numbers count in one series: HD05 PII.I.3.1.1 for the Party, NĐ30 Điều 15 for the State. */
import type { Finding } from "../findings/finding.js";
import { reportRegister } from "../findings/messages/register.js";
import type { Document, Family } from "../model/document.js";
import { type DocumentType, findType, typeBySlug } from "../norms/types.js";
import { isoDay } from "../workspace/day.js";
import type { Workspace } from "../workspace/workspace.js";
import type { RegisterRow } from "./row.js";

/** Congress bodies write ĐH (HD05 PII.I.3.1.2.b). */
const CONGRESS_CODE = "ĐH";
const LETTER = "cong-van";
/** Both carry the code QĐ. */
const DECISIONS = new Set(["quyet-dinh", "quy-dinh"]);

/** What decides the series of a number, besides the period. */
interface Subject {
  readonly family: Family;
  /** Slug of the type. */
  readonly type: string;
  /** Code of the body; of joint documents the lead's. */
  readonly body: string;
  readonly secret: boolean;
}

/** The time in which a series runs; days are ISO. */
export interface SeriesPeriod {
  /** As it stands in the register. */
  readonly name: string;
  /** As said in a sentence. */
  readonly spoken: string;
  readonly first: string;
  readonly last?: string;
  readonly congress: boolean;
}

/** The document's symbol, as in the register: `KH/ĐU`, `KH-UBND`, `UBND-VP`; undefined while it has none. */
export function symbolOf({ family, number }: Document): string | undefined {
  if (!number?.bodyCode) return undefined;
  const { typeCode, bodyCode, unitCode } = number;
  return family === "party"
    ? [typeCode, bodyCode].filter(Boolean).join("/")
    : [typeCode, bodyCode, unitCode].filter(Boolean).join("-");
}

/** A joint document counts in the series of the lead body, named first (HD05 PII.I.3.1.1.d). */
const leadOf = (body: string, family: Family): string => (family === "party" ? (body.split("-")[0] ?? body) : body);

function subjectOfRow({ symbol, type, secrecy }: RegisterRow): Subject {
  const family: Family = symbol.includes("/") ? "party" : "state";
  const slug = findType(type, family)?.slug ?? type;
  const [first = "", ...rest] = symbol.split(family === "party" ? "/" : "-");
  // a State công văn has no type code: body and unit
  const body = family === "state" && slug === LETTER ? first : rest.join("-");
  return { family, type: slug, body: leadOf(body, family), secret: secrecy !== "" };
}

function subjectOfDocument({ family, type, number, secrecy }: Document): Subject {
  return { family, type, body: leadOf(number?.bodyCode ?? "", family), secret: secrecy !== undefined };
}

const isCongress = ({ family, body }: Subject, workspace: Workspace): boolean =>
  family === "party" && body === (workspace.congress?.bodyCode ?? CONGRESS_CODE);

function seriesOf(subject: Subject, period: string, workspace: Workspace): string {
  const { family, type, body, secret } = subject;
  if (family === "state") {
    // NĐ30 Điều 15: secret documents have a series of their own
    return [family, period, body, workspace.series.state === "one" ? "*" : type, secret].join("|");
  }
  // one series for all types of a congress (3.1.1.a); secret documents count with the others (3.1.1.c)
  if (isCongress(subject, workspace)) return [family, period, body, "*"].join("|");
  const group = workspace.series.decisions === "shared" && DECISIONS.has(type) ? "quyet-dinh" : type;
  return [family, period, body, group].join("|");
}

/** The rows that count in the document's series. */
export function rowsOfSeries(
  document: Document,
  period: SeriesPeriod,
  rows: readonly RegisterRow[],
  workspace: Workspace,
): readonly RegisterRow[] {
  const series = seriesOf(subjectOfDocument(document), period.name, workspace);
  return rows.filter((row) => seriesOf(subjectOfRow(row), row.period, workspace) === series);
}

/** The body whose series the document's number continues, and whether the register knows it. */
export function bodyOf(
  document: Document,
  rows: readonly RegisterRow[],
): { readonly code: string; readonly known: boolean } {
  const { body } = subjectOfDocument(document);
  return { code: body, known: rows.some((row) => subjectOfRow(row).body === body) };
}

/**
 * The period in which the document's number counts.
 *
 * @returns a finding where the workspace does not declare it, or a State document has no year yet
 */
export function periodOf(document: Document, workspace: Workspace): SeriesPeriod | Finding {
  if (document.family === "state") {
    const year = document.date?.year;
    if (year === undefined) return reportRegister("register/no-year", {});
    return {
      name: String(year),
      spoken: `năm ${year}`,
      first: `${year}-01-01`,
      last: `${year}-12-31`,
      congress: false,
    };
  }
  const congress = isCongress(subjectOfDocument(document), workspace);
  const declared = congress ? workspace.congress : workspace.term;
  if (declared === undefined) return reportRegister(congress ? "register/no-congress" : "register/no-term", {});
  return {
    name: declared.name,
    spoken: congress ? `đại hội (${declared.name})` : `nhiệm kỳ ${declared.name}`,
    first: isoDay(declared.from),
    ...(declared.until === undefined ? {} : { last: isoDay(declared.until) }),
    congress,
  };
}

/** The type of a document that was read; its slug is one of its family's. */
export function typeOf({ type, family }: Document): DocumentType | undefined {
  return typeBySlug(type, family);
}
