export { type Duty, readDuty } from "./duty.js";
export { judgeTasks, type PartPlaces } from "./judge-tasks.js";
export type { ReadTask } from "./name-tasks.js";
export { readTasks, type TasksReading } from "./read-tasks.js";
export type { GroupLine } from "./time-group.js";
