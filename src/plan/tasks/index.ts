export { type Duty, readDuty } from "./duty.js";
export { type GroupLine, type ReadTask, readTasks, type TasksReading } from "./read-tasks.js";
