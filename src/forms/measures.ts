/** Which columns of a form hold values, and of which measure. */
import type { FormColumn, Measure } from "./form-set.js";

/** The measure of a column that holds values; undefined for every other column. */
export function measureOf({ content, year }: FormColumn): Measure | undefined {
  switch (content) {
    case "actual":
    case "estimate":
    case "official":
    case "baseline":
      return content;
    case "spanTotal":
      return "actual";
    case "ofYear":
      return `year${year ?? 1}`;
    default:
      return undefined;
  }
}

/** Figures of an earlier time, which the desk may know: before the plan, and of the years of its span. */
export const isEarlier = (measure: Measure): boolean => measure === "baseline" || measure.startsWith("year");
