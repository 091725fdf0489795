/** Annexes of reports: consolidated forms as one table, for the document and for the workbook. */
export { type AnnexForm, annexForms } from "./annex-forms.js";
export { type AnnexCell, type AnnexFormula, type AnnexRow, type AnnexTable, columnNumbers } from "./annex-table.js";
export { type AnnexOptions, buildAnnex, buildAnnexes } from "./build-annex.js";
export { annexInDocument, annexModelTable, type BoundRows, type ModelTableOptions } from "./model-table.js";
export { type AnnexWorkbook, annexWorkbook } from "./workbook.js";
