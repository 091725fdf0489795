/** Bound figures and words (design §3): held against the ledger, and brought up to it. */
export { type Base, readBase } from "./base.js";
export { type BroughtUp, bringUp, type Pending } from "./bring-up.js";
export { checkFigures, type FigurePlaces } from "./check-figures.js";
export { type MadeReport, readMade } from "./made.js";
export { tracedFigures } from "./traced.js";
export {
  type DraftUpdate,
  namesRewording,
  type ReadDraftText,
  type Refreshed,
  type Rewording,
  updateDraft,
} from "./update-draft.js";
export { isSameButFigures } from "./verify-update.js";
export { type BoundFigure, boundFigures } from "./walk.js";
export { applyEdits } from "./wording/edits.js";
export { findWording } from "./wording/find-wording.js";
export { type FollowedWording, followWording, type WordingStep } from "./wording/follow.js";
