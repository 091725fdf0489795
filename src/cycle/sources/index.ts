/** Which figures count, and which are only held beside them. */
export {
  isAuthoritative,
  type Reconciliation,
  reconcile,
  type SourcedReturn,
  type SourceFigure,
  splitSources,
} from "./second-sources.js";
