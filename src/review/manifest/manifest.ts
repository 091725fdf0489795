/** The manifest of what was made: from what, by which rules and letters, and what came out, so that it can be made again. */
import { z } from "zod";
import { NormId } from "../../model/document.js";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** A file by what it holds. Paths are relative to the manifest's folder, with `/`; `vanthu:` begins those of the program. */
export const HashedFile = z.object({ file: z.string(), sha256: Sha256 });
export type HashedFile = z.infer<typeof HashedFile>;

export const RenderWork = z.object({
  command: z.literal("render"),
  drafts: z.array(z.object({ draft: z.string(), outputs: z.array(z.string()) })),
  formats: z.array(z.enum(["docx", "pdf"])),
  /** As the call named it; the norm of each draft otherwise. */
  norm: NormId.optional(),
  asDraft: z.boolean(),
  withSource: z.boolean(),
});
export type RenderWork = z.infer<typeof RenderWork>;

export const ReportWork = z.object({
  command: z.literal("report"),
  period: z.string(),
  /** Day on which it was made: it is printed in the report. */
  today: z.string(),
  /** As the call named it. */
  template: z.string().optional(),
  /** Every unit has a row in the document's annexes. */
  allUnits: z.literal(true).optional(),
  /** Folder of the workspace. */
  workspace: z.string(),
});
export type ReportWork = z.infer<typeof ReportWork>;

/** The report of a unit out of its own workbook. */
export const OwnReportWork = z.object({
  command: z.literal("own-report"),
  workbook: z.string(),
  /** Day on which it was made. */
  today: z.string(),
  /** Folder of the call, in which the office is looked for. */
  from: z.string(),
});
export type OwnReportWork = z.infer<typeof OwnReportWork>;

export const Manifest = z.object({
  manifest: z.literal(1),
  tool: z.object({ name: z.literal("vanthu"), version: z.string() }),
  work: z.discriminatedUnion("command", [RenderWork, ReportWork, OwnReportWork]),
  /** The norms that governed the documents, with their rules. */
  norms: z.array(z.object({ id: NormId, citation: z.string(), sha256: Sha256 })),
  fonts: z.array(HashedFile),
  /** Everything that was read: drafts, what they name, the office's settings. */
  inputs: z.array(HashedFile),
  outputs: z.array(HashedFile.extend({ bytes: z.number().int() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest as its file is written. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, undefined, 2)}\n`;
