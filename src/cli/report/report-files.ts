/** Where a report lies, and what it leaves there. */

/** Folder of reports in a workspace. */
export const REPORTS_FOLDER = "bao-cao";

/** Everything that a report leaves, by what it is. */
export const FILES = {
  draft: (period: string) => `bao-cao-${period}.md`,
  docx: (period: string) => `bao-cao-${period}.docx`,
  pdf: (period: string) => `bao-cao-${period}.pdf`,
  annexes: (period: string) => `bao-cao-${period}.phu-luc.xlsx`,
  opinions: (period: string) => `bao-cao-${period}.y-kien.md`,
  opinionsDocx: (period: string) => `bao-cao-${period}.y-kien.docx`,
  trace: (period: string) => `bao-cao-${period}.trace.json`,
  page: () => "bao-cao.html",
} as const;
export type FileName = keyof typeof FILES;
export const FILE_NAMES = Object.keys(FILES) as readonly FileName[];
