/** The bodies of a plan: who has what part in which task. */
import { foldWord } from "../../findings/nearest.js";
import type { Task, TaskRole } from "../../model/task.js";

export type Role = TaskRole["role"];

/** A part that a body takes in a task; who advises and executes takes two. */
export type Part = Exclude<Role, "adviseAndExecute">;

/** The parts in the order of a task block, as the columns of a task table name them. */
export const PARTS: { readonly [P in Part]: string } = {
  direct: "Chỉ đạo",
  advise: "Tham mưu",
  execute: "Thực hiện",
  coordinate: "Phối hợp",
};

export const PART_NAMES = Object.keys(PARTS) as readonly Part[];

const partsOf = (role: Role): readonly Part[] => (role === "adviseAndExecute" ? ["advise", "execute"] : [role]);

/** Bodies with a part in a task, each once, in the order of the roles. */
export const bodiesWith = ({ roles }: Pick<Task, "roles">, part: Part): readonly string[] => [
  ...new Set(roles.filter(({ role }) => partsOf(role).includes(part)).flatMap(({ bodies }) => bodies)),
];

/** Names that differ only in tone marks, case and blanks are one body's. */
export const bodyKey = (name: string): string => foldWord(name.replace(/^(?:các|những|toàn bộ) /iu, ""));

/** What a body does in a task, `["advise", "execute"]`; nothing when it is not named. */
export const partsOfBody = (task: Pick<Task, "roles">, body: string): readonly Part[] =>
  PART_NAMES.filter((part) => bodiesWith(task, part).some((name) => bodyKey(name) === bodyKey(body)));

/** Every body that the roles name, as first printed, in the order of the plan. */
export function bodiesOf(tasks: readonly Pick<Task, "roles">[]): readonly string[] {
  const bodies = new Map<string, string>();
  for (const { roles } of tasks) {
    for (const name of roles.flatMap((role) => role.bodies)) {
      if (!bodies.has(bodyKey(name))) bodies.set(bodyKey(name), name);
    }
  }
  return [...bodies.values()];
}

/** Longest name of a file, in characters, before its suffix. */
const LONGEST = 60;

/** A name for files: small letters without accents, `ban-to-chuc-tinh-uy`. */
export const fileSlug = (name: string): string =>
  foldWord(name)
    .replace(/[^a-z\d]+/gu, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/gu, "") || "co-quan";

/** Each body with a file name of its own, numbered where two would have the same. */
export function bodyFiles(
  bodies: readonly string[],
  prefix: string,
  suffix: string,
): readonly { readonly body: string; readonly file: string }[] {
  const seen = new Map<string, number>();
  return bodies.map((body) => {
    const slug = fileSlug(body);
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return { body, file: `${prefix}${slug}${count === 1 ? "" : `-${count}`}${suffix}` };
  });
}
