/** One letter for each row of a list. */
export { type DataRow, type DataTable, readDataTable } from "./data-table.js";
export { letterNames } from "./file-names.js";
export { fillDocument, fillReadKeys } from "./fill-document.js";
export {
  Columns,
  checkNames,
  type LetterTemplate,
  readLetterTemplate,
  runTemplate,
  signOf,
} from "./letter-template.js";
