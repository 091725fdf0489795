/** What a document says of its own parts, and whether they are there. */
export { checkReferences, type ReferenceReading } from "./check.js";
export {
  type FoundAnnex,
  type FoundPromise,
  type FoundReference,
  findAnnexes,
  findPromises,
  findReferences,
  type Part,
  type Unit,
} from "./find.js";
export type { AnnexReference, PlacedReference } from "./read.js";
export { type PointReference, resolvePointReference } from "./resolve.js";
