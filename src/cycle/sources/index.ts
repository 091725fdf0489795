/** Which figures count, and which are only held beside them. */
export {
  isAuthoritative,
  type Reconciliation,
  reconcile,
  type SecondFigure,
  type SourcedReturn,
  splitSources,
} from "./second-sources.js";
