/** What a plan's tasks are given out as: calendars, tracking workbooks; and tracking workbooks read back. */
export { bodiesOf, PARTS, type Part } from "./bodies.js";
export { type BodyCalendar, calendarsByBody, type TaskCalendarOptions, taskCalendar } from "./calendar.js";
export { trackingStampOf } from "./draw-stamp.js";
export { lastYearOf, type PlanHead, planIdentity, tasksHash } from "./plan-identity.js";
export { isTracking } from "./read-stamp.js";
export {
  type AwaitedPlan,
  readTracking,
  type TrackingContext,
  type TrackingReading,
} from "./read-tracking.js";
export { STATUS_NAMES, type TrackingStamp } from "./tracking-layout.js";
export type { ReadReport } from "./tracking-table.js";
export {
  type BodyTracking,
  sayPlan,
  type TrackingOptions,
  trackingByBody,
  trackingWorkbook,
} from "./tracking-workbook.js";
