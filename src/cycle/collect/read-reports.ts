/** What came beside a workbook: the signed paper, and the báo cáo whose text goes under the headings of the đề cương. */

import { reportCycle } from "../../findings/messages/cycle.js";
import type { OutlineSection } from "../../forms/form-set.js";
import {
  type DocxText,
  type MatchedReport,
  matchOutline,
  readDocx,
  readPrintedPaper,
} from "../../source/docx/index.js";
import type { RevisionInput } from "../ledger/index.js";
import type { CellFinding, ReadReturn } from "../returns.js";
import type { ReportPaper } from "./check-paper.js";
import { isScan } from "./kinds-of-files.js";
import type { Attachment } from "./plan.js";

export interface LoadedAttachment {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
}

type KeptAttachments = NonNullable<RevisionInput["attachments"]>;

export interface ReportReading {
  readonly attachments: KeptAttachments;
  readonly narrative: ReadReturn["narrative"];
  readonly findings: readonly CellFinding[];
  /** What the báo cáo says of itself as a paper. */
  readonly paper?: ReportPaper;
}

interface Candidate {
  readonly loaded: LoadedAttachment;
  readonly text: DocxText;
  readonly match: MatchedReport;
}

const isSigned = ({ attachment, bytes }: LoadedAttachment): boolean =>
  attachment.purpose === "signed" && isScan(bytes, attachment.file.name);

const headingOf = ({ mark, title }: { readonly mark: string; readonly title: string }): string => `${mark}. ${title}`;

/** Text under the headings: the paper's, and the workbook's where the paper has none. */
function mergeNarrative(
  sections: readonly OutlineSection[],
  typed: ReadReturn["narrative"],
  match: MatchedReport | undefined,
): ReadReturn["narrative"] {
  if (match === undefined) return typed;
  const written = new Map(match.sections.map(({ section, text }) => [headingOf(section), text]));
  const answers = new Map(typed.map((answer) => [headingOf(answer), answer.text]));
  return sections.flatMap(({ mark, title, asks }) => {
    const text = written.get(headingOf({ mark, title })) || answers.get(headingOf({ mark, title })) || "";
    return asks || text !== "" ? [{ mark, title, text }] : [];
  });
}

function reportFindings({ loaded, text, match }: Candidate): readonly CellFinding[] {
  const { name } = loaded.attachment.file;
  const { inserted, deleted } = text.changes;
  const findings: CellFinding[] = [];
  if (match.sections.length === 0) findings.push(reportCycle("cycle/report-not-outline", { name }));
  if (match.unplaced.length > 0) {
    findings.push(
      reportCycle("cycle/report-unplaced", { name, headings: match.unplaced.map(({ heading }) => heading) }),
    );
  }
  if (inserted + deleted > 0) findings.push(reportCycle("cycle/report-changes", { name, inserted, deleted }));
  return findings;
}

/** Headings of which neither paper nor workbook says anything; only told where something was written at all. */
function missingSections(
  sections: readonly OutlineSection[],
  narrative: ReadReturn["narrative"],
): readonly CellFinding[] {
  const written = new Set(narrative.flatMap((part) => (part.text.trim() === "" ? [] : [headingOf(part)])));
  const missing = sections.filter((section) => section.asks && !written.has(headingOf(section))).map(headingOf);
  return missing.length === 0 ? [] : [reportCycle("cycle/report-sections-missing", { sections: missing })];
}

/**
 * Reads what came beside a workbook.
 *
 * @param sections of the unit's đề cương; none when it writes none
 * @param typed what the unit wrote into the workbook
 */
export function readReports(
  loaded: readonly LoadedAttachment[],
  sections: readonly OutlineSection[],
  typed: ReadReturn["narrative"],
): ReportReading {
  const findings: CellFinding[] = [];
  const candidates: Candidate[] = [];
  for (const each of loaded) {
    if (each.attachment.purpose !== "report") continue;
    const text = readDocx(each.bytes);
    if (typeof text === "string") {
      findings.push(reportCycle("cycle/report-unreadable", { name: each.attachment.file.name, fault: text }));
    } else candidates.push({ loaded: each, text, match: matchOutline(text, sections) });
  }
  const best = [...candidates].sort((a, b) => b.match.sections.length - a.match.sections.length)[0];
  const roleOf = (each: LoadedAttachment): KeptAttachments[number]["role"] => {
    if (isSigned(each)) return "signed";
    const only = best === undefined && each.attachment.purpose === "report";
    return only || each === best?.loaded ? "report" : "other";
  };
  const narrative = mergeNarrative(sections, typed, best?.match);
  return {
    attachments: loaded.map((each) => ({
      role: roleOf(each),
      file: { bytes: each.bytes, name: each.attachment.file.name },
    })),
    narrative,
    ...(best === undefined
      ? {}
      : { paper: { name: best.loaded.attachment.file.name, printed: readPrintedPaper(best.text) } }),
    findings: [
      ...findings,
      ...candidates.flatMap(({ loaded: { attachment }, text }) =>
        text.macros ? [reportCycle("cycle/report-macros", { name: attachment.file.name })] : [],
      ),
      ...(best === undefined || sections.length === 0 ? [] : reportFindings(best)),
      ...missingSections(sections, narrative),
    ],
  };
}
