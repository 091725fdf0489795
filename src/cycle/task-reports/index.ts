/** What bodies report of the tasks of plans: taken in, answered, and the last state of each task. */
export { sayCounts, type TrackingAnswer, trackingAnswer } from "./answer.js";
export { latestTaskStates, type TaskState } from "./latest-states.js";
export { type CollectedTracking, type TrackingIntake, takeInTracking, withoutLostTracking } from "./take-in.js";
