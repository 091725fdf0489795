/** Words what keeps a file from being read, and what it brings along. */
import type { CellFinding } from "../../cycle/returns.js";
import { reportReturn } from "../../findings/messages/returns.js";
import type { ReadLimits } from "./limits.js";
import type { ForeignContents } from "./package/contents.js";
import type { OpenFault } from "./package/open-package.js";

const MEGABYTE = 1024 * 1024;

/** The finding about a file that cannot be opened as a workbook. */
export function reportOpenFault(fault: OpenFault, limits: ReadLimits): CellFinding {
  switch (fault.kind) {
    case "tooLarge":
      return reportReturn("return/too-large", { megabytes: fault.megabytes, most: Math.floor(limits.file / MEGABYTE) });
    case "cut":
      return reportReturn("return/cut", {});
    case "broken":
      return reportReturn("return/broken", {});
    case "bomb":
      return reportReturn("return/bomb", {});
    case "encryptedParts":
      return reportReturn("return/password", {});
    case "other":
      return reportOther(fault.what);
  }
}

function reportOther(what: Extract<OpenFault, { kind: "other" }>["what"]): CellFinding {
  switch (what) {
    case "empty":
    case "zeros":
      return reportReturn("return/empty", { zeros: what === "zeros" });
    case "encrypted":
      return reportReturn("return/password", {});
    case "xls":
      return reportReturn("return/xls", {});
    case "xlsb":
      return reportReturn("return/xlsb", {});
    default:
      return reportReturn("return/not-workbook", { what });
  }
}

/** Findings about macros, links and pivot tables. */
export function reportContents({ macros, links, pivotTables }: ForeignContents): readonly CellFinding[] {
  return [
    ...(macros ? [reportReturn("return/macros", {})] : []),
    ...(links.length > 0 ? [reportReturn("return/links", { files: links })] : []),
    ...(pivotTables ? [reportReturn("return/pivot", {})] : []),
  ];
}
