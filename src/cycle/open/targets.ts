/** Where targets that were set for units stand among the opening figures of the ledger. */
const TARGETS = "chi-tieu";

/** Name under which the targets of a year are kept; apart from the year's own figures. */
export const targetPeriod = (year: number): string => `${year}-${TARGETS}`;
