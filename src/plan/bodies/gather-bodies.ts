/** The bodies that a plan gives duties to, with what they are known as elsewhere. */
import type { PlanBody } from "../../model/plan.js";
import type { Task } from "../../model/task.js";
import { foldInPlace } from "../../norms/tone.js";
import type { Day, UnitRegister } from "../../organisation/index.js";
import { unitFinder } from "../targets/find-unit.js";

export interface BodyContext {
  readonly register?: UnitRegister;
  /** The day by whose names the register is asked: of the plan's signing. */
  readonly day?: Day;
  /** Short forms that the plan defines, with what they stand for. */
  readonly definitions?: readonly { readonly short: string; readonly full?: string }[];
}

const keyOf = (name: string): string => foldInPlace(name).replace(/\s+/gu, " ").replace(/^các /u, "").trim();

/** Gathers the bodies of all tasks, in the order in which they are first named. */
export function gatherBodies(tasks: readonly Task[], context: BodyContext = {}): readonly PlanBody[] {
  const { register, day, definitions = [] } = context;
  const find = register === undefined || day === undefined ? undefined : unitFinder(register, day);
  const defined = new Map(definitions.map(({ short, full }) => [keyOf(short), full]));
  const bodies = new Map<string, { name: string; tasks: Set<string> }>();
  for (const task of tasks) {
    for (const name of task.roles.flatMap((role) => role.bodies)) {
      const body = bodies.get(keyOf(name)) ?? { name, tasks: new Set<string>() };
      body.tasks.add(task.id);
      bodies.set(keyOf(name), body);
    }
  }
  return [...bodies].map(([key, { name, tasks: ids }]): PlanBody => {
    const standsFor = defined.get(key);
    const unit = find?.(name) ?? (standsFor === undefined ? undefined : find?.(standsFor));
    return {
      name,
      ...(unit === undefined ? {} : { unit }),
      ...(standsFor === undefined ? {} : { standsFor }),
      tasks: [...ids],
    };
  });
}
