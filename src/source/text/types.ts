import { documentTypes } from "../../norms/types.js";

/** Names of the types as titles print them, the longest first: "KẾ HOẠCH" is no beginning of another. */
export const DOCUMENT_TYPES: readonly { readonly name: string; readonly capitals: string }[] = [
  ...new Set(
    [...documentTypes("party"), ...documentTypes("state")].filter(({ letter }) => !letter).map(({ name }) => name),
  ),
]
  .map((name) => ({ name, capitals: name.toLocaleUpperCase("vi-VN") }))
  .sort((one, other) => other.capitals.length - one.capitals.length);
