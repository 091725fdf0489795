/** The tasks of plans in a report: how each stands, the words for it, and their annex. */
export { type FollowedPlan, type FollowedTask, followPlan, STANDINGS, type TaskStanding } from "./follow-plan.js";
export { TASK_LISTS, type TaskListName, tasksIn } from "./lists.js";
export { tasksAnnex } from "./tasks-annex.js";
export { sayReceived, sayStandings, sayState, sayTask, sayTasks, sayTime, sayWhoAndWhen, sayWords } from "./words.js";
