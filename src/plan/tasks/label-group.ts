/** Labels that stand behind the points of a group and speak of all of them. */
import type { TimingContext } from "../timing/index.js";
import type { LabelledLine } from "./labels.js";
import { rolesOfLabel } from "./roles.js";
import type { TaskDraft } from "./task-draft.js";
import { timeOfLabel } from "./times.js";

/** Tasks of a group with what its labels say of those that say nothing themselves. */
export function labelGroup(
  group: readonly TaskDraft[],
  labels: readonly LabelledLine[],
  context: TimingContext,
): readonly TaskDraft[] {
  const roles = labels.flatMap(rolesOfLabel);
  const time = labels.find(({ kind }) => kind === "timing")?.value;
  const { timing } = time === undefined ? {} : timeOfLabel(time, context);
  return group.map((draft) => ({
    ...draft,
    roles: draft.roles.some(({ role }) => role === "execute" || role === "advise")
      ? draft.roles
      : [...roles, ...draft.roles],
    ...(timing === undefined || draft.timing !== undefined || draft.problems.length > 0
      ? {}
      : { timing, timedBy: "group" as const }),
  }));
}
