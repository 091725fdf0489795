/** A unit's own báo cáo out of the workbook that it filled. */
export { writeOwnDraft } from "./own-document.js";
export { type OwnWorkbook, ownFigures } from "./own-ledger.js";
