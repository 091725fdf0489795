import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import { NormId } from "../model/document.js";
import { type Call, optionValue } from "./command.js";
import type { Outcome } from "./outcome.js";

export const FORMATS = ["docx", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** What a call of `render` asks for. */
export interface RenderWishes {
  readonly formats: readonly Format[];
  readonly norm?: NormId;
  readonly asDraft: boolean;
  readonly withSource: boolean;
  readonly manifest: boolean;
  readonly force: boolean;
}

const isFormat = (word: string): word is Format => FORMATS.some((format) => format === word);

/** Reads the options of `render`; a wrong value is a finding that names the right ones. */
export function readRenderWishes(call: Call): Outcome<RenderWishes> {
  const findings: Finding[] = [];
  const to = optionValue(call, "to") ?? FORMATS.join();
  const words = to
    .toLowerCase()
    .split(/[\s,;+]+/u)
    .filter(Boolean);
  const formats = FORMATS.filter((format) => words.includes(format));
  if (formats.length === 0 || !words.every(isFormat)) {
    findings.push(reportCall("cli/bad-value", { option: "--to", value: to, allowed: "docx, pdf hoặc docx,pdf" }));
  }
  const wanted = optionValue(call, "norm");
  const norm = wanted === undefined ? undefined : NormId.safeParse(wanted.toLowerCase());
  if (wanted !== undefined && !norm?.success) {
    findings.push(reportCall("cli/bad-value", { option: "--norm", value: wanted, allowed: NormId.options.join(", ") }));
  }
  if (findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    value: {
      formats,
      ...(norm?.data === undefined ? {} : { norm: norm.data }),
      asDraft: call.options.draft === true,
      withSource: call.options.withSource === true,
      manifest: call.options.manifest === true,
      force: call.options.force === true,
    },
  };
}
