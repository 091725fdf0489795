/** Checking drafts and texts: reading, every rule that holds, and what the office switched off. */
import type { Finding } from "./findings/finding.js";
import type { Document, NormId } from "./model/document.js";
import type { UnitRegister } from "./organisation/index.js";
import { byPlace } from "./rules/by-place.js";
import type { ContextOptions } from "./rules/context.js";
import {
  applySettings,
  checkDocument,
  type ObservedFormatting,
  type PrintedHead,
  type RuleSettings,
} from "./rules/index.js";
import { pinpoint } from "./rules/pinpoint.js";
import { ruleOfReading } from "./rules/registers.js";
import { type DraftReading, parseDraft } from "./source/draft/index.js";
import type { ReadAttachment } from "./source/draft/table/attachments.js";

export interface CheckOptions extends RuleSettings {
  /** Name of the draft in the places of findings. */
  readonly file?: string;
  readonly readAttachment?: ReadAttachment;
  /** The layout norm, where the caller names it; otherwise the document's own, or the one of its day. */
  readonly norm?: NormId;
  /** The office's units, with which the bodies of a plan are matched. */
  readonly register?: UnitRegister;
  /** Code of the office in số và ký hiệu, beside those of the norm. */
  readonly bodyCode?: string;
  /** Only these rules. */
  readonly only?: readonly string[];
}

type Reading = Pick<DraftReading, "document" | "findings" | "places">;

/** How a document came: a draft, or a finished text with the head that it shows. */
export interface Origin {
  readonly origin?: "draft" | "foreign";
  readonly printed?: PrintedHead;
  /** Of a Word file: how it looks. */
  readonly observed?: ObservedFormatting;
  /** Of a Word file: its paragraphs as typed. */
  readonly typedTexts?: ContextOptions["typedTexts"];
  /** Of a Word file of ours: what it was made from. */
  readonly made?: Document;
  /** Findings about its bound figures, and about edits of a file of ours. */
  readonly held?: readonly Finding[];
}

/** A finding of the reader under the name of its rule. */
const named = (finding: Finding): Finding => ({ ...finding, rule: ruleOfReading(finding.id) });

const governed = ({ norm }: CheckOptions, document: Document): Document =>
  norm === undefined ? document : { ...document, norm };

/**
 * Checks what a reader made of a file.
 *
 * @param source its text, for the line and column of the words that are found fault with
 */
export function checkReading(
  { document, findings, places }: Reading,
  source: string,
  options: CheckOptions = {},
  { held = [], ...origin }: Origin = {},
): readonly Finding[] {
  const { register, bodyCode, only, file } = options;
  const ownCodes =
    bodyCode === undefined || document === undefined
      ? {}
      : {
          ownCodes: [
            {
              code: bodyCode,
              name: "cơ quan ban hành",
              kind: "institution" as const,
              norms: ["hd05" as const, "hd36" as const],
              confidence: "I" as const,
            },
          ],
        };
  // a finished text is judged as far as it could be read; a draft with faults has no document to speak of
  const sound = origin.origin === "foreign" || findings.every(({ severity }) => severity !== "error");
  const readable = document !== undefined && sound;
  const checked = readable
    ? checkDocument(governed(options, document), {
        places,
        ...ownCodes,
        ...origin,
        ...(register === undefined ? {} : { register }),
      })
    : [];
  const lines = source.normalize("NFC").split(/\r\n|\n|\r/u);
  const all = [...findings.map(named), ...held, ...checked].map((finding) => {
    // what stands nowhere has no line 0
    const { line, ...rest } = finding.place ?? {};
    const own = { ...rest, ...(line === undefined || line < 1 ? {} : { line }) };
    const placed =
      file === undefined && finding.place === undefined
        ? finding
        : { ...finding, place: { ...(file === undefined ? {} : { file }), ...own } };
    return pinpoint(placed, lines);
  });
  all.sort(byPlace);
  const kept = applySettings(all, options);
  if (only === undefined) return kept;
  return kept.filter(
    ({ rule, id, severity }) => only.includes(rule ?? id) || only.includes(id) || (!readable && severity === "error"),
  );
}

/**
 * Checks a draft.
 *
 * @param source its bytes or its text
 * @returns findings with rule, basis and clause; those of reading when the draft cannot be read
 */
export async function checkDraft(source: string | Uint8Array, options: CheckOptions = {}): Promise<readonly Finding[]> {
  const { file, readAttachment } = options;
  const reading = await parseDraft(source, {
    ...(file === undefined ? {} : { file }),
    ...(readAttachment === undefined ? {} : { readAttachment }),
  });
  const text = typeof source === "string" ? source : new TextDecoder().decode(source);
  return checkReading(reading, text, options);
}
