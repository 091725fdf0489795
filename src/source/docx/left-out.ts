/** Elements of a document part whose content nobody sees: former properties, the second copy of a drawing. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "trPrChange",
  "tcPrChange",
  "tblGridChange",
  "sectPrChange",
  "numberingChange",
  "Fallback",
]);

/** Tracked changes: what is no longer there, and what has come. */
export const DELETED: ReadonlySet<string> = new Set(["del", "moveFrom"]);
export const INSERTED: ReadonlySet<string> = new Set(["ins", "moveTo"]);
