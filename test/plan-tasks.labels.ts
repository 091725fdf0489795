/** How a task is labelled in the files beside the tests: its line, id and time in clear, all words of the plan as hashes. */
import { createHash } from "node:crypto";
import type { Task } from "../src/model/task.js";
import { foldInPlace } from "../src/norms/tone.js";
import type { ReadTask } from "../src/plan/tasks/index.js";
import { printTiming } from "../src/plan/timing/index.js";
import type { DraftPlaces } from "../src/source/draft/index.js";

/** First letters of a hash of folded words; enough to tell the tasks of a plan apart. */
export const hashOf = (words: string): string =>
  createHash("sha256")
    .update(foldInPlace(words.normalize("NFC")).replace(/\s+/gu, " ").trim())
    .digest("hex")
    .slice(0, 8);

export interface TaskLabel {
  readonly line: number;
  readonly id: string;
  /** Hash of its words. */
  readonly text: string;
  /** `execute:` and the hashes of its bodies, in order. */
  readonly roles: readonly string[];
  /** In canonical words: "trước ngày 20/4/2024". */
  readonly timing?: string;
}

const timeOf = ({ timing }: Task): { timing?: string } => (timing === undefined ? {} : { timing: printTiming(timing) });

/** The label that a task as read would have. */
export const labelOf = ({ task, point }: ReadTask, places: DraftPlaces): TaskLabel => ({
  line: places.of(point.block)?.line ?? 0,
  id: task.id,
  text: hashOf(task.text),
  roles: task.roles.map(({ role, label, bodies }) =>
    [role, ...(label === undefined ? [] : [hashOf(label)]), ...bodies.map(hashOf)].join(":"),
  ),
  ...timeOf(task),
});

/** Everything that labels ask for, each a line that can be missed by itself. */
export const itemsOf = ({ line, id, text, roles, timing }: TaskLabel): readonly string[] => [
  `${line} ${id} task ${text}`,
  ...roles.map((role) => `${line} ${id} role ${role}`),
  ...(timing === undefined ? [] : [`${line} ${id} time ${timing}`]),
];
