/** Reporting periods: their kinds, windows, due days, extensions, calendars. */
export { anchorDay, type Due, type DueRule, readAnchor, readDue, sayDue } from "./anchor.js";
export { type CalendarOptions, periodCalendar } from "./calendar.js";
export { addDays, daysBetween, sayDay, todayInVietnam } from "./day.js";
export { checkExtension, daysLate, extend, type Phase, phaseOn } from "./deadline.js";
export { mergeKinds, PERIOD_KINDS, REVIEW_LEVELS, YEAR_KIND } from "./kinds.js";
export type { Anchor, Period, PeriodKind } from "./period.js";
export { atLevel, findPeriod, periodOf, periodOfYear, readPeriod } from "./read-period.js";
