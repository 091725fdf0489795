/** A plan's draft out of its tasks and targets. */
export { differingTasks, type ListedTask, listedTask, type PlanContents } from "./contents.js";
export { readTaskList, type TaskListReading } from "./read-task-list.js";
export { PLACEHOLDERS, type TaskDraftOptions, type TaskLayout, taskDraft } from "./task-draft.js";
export { taskForm } from "./task-form.js";
