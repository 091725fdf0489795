/** A task while it is read: its group's line may still give it a time. */
import type { TaskRole } from "../../model/task.js";
import type { Timing } from "../../model/timing.js";
import type { Point } from "../points/index.js";
import type { TimingProblem } from "../timing/index.js";

export interface TaskDraft {
  readonly point: Point;
  readonly text: string;
  readonly reference: string;
  readonly roles: readonly TaskRole[];
  readonly timing?: Timing;
  readonly timedBy?: "task" | "group";
  readonly problems: readonly TimingProblem[];
  readonly outputs: readonly string[];
}
