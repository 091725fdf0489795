import type { TaskRole } from "../../model/task.js";
import { coordinatingBodies, isBodies, splitBodies } from "../bodies/names.js";
import type { Owners } from "./duty.js";
import type { LabelledLine } from "./labels.js";

type Role = TaskRole["role"];

const roleOf = (role: Role, bodies: readonly string[], label?: string): TaskRole[] =>
  bodies.length === 0 ? [] : [{ role, ...(label === undefined ? {} : { label }), bodies: [...bodies] }];

/** What goes on behind the names in a label's value; a label ends the name otherwise, whatever words it holds. */
const GOES_ON =
  / (?:chủ trì|phối hợp|thực hiện|tham mưu|chịu trách nhiệm|theo|và các cơ quan, đơn vị liên quan phối hợp)(?![\p{L}]).*$/su;

/** Bodies of a label's value: all of it, or what stands before its verb. "Ban Tổ chức Tỉnh uỷ chủ trì, phối hợp với …". */
const leadsIn = (value: string): readonly string[] => splitBodies(value.replace(GOES_ON, ""));

/** The roles that a labelled line gives. */
export function rolesOfLabel({ kind, label, value }: LabelledLine): TaskRole[] {
  if (
    kind === "timing" ||
    kind === "output" ||
    kind === "note" ||
    kind === "task" ||
    kind === "ordinal" ||
    value === ""
  )
    return [];
  const partners = coordinatingBodies(value);
  if (kind === "leadAndCoordinate") {
    const [lead, ...others] = leadsIn(value);
    const coordinating = partners.length > 0 ? partners : others;
    return [
      ...roleOf("execute", lead === undefined ? [] : [lead], label),
      ...roleOf("coordinate", coordinating, label),
    ];
  }
  return [...roleOf(kind, leadsIn(value), label), ...roleOf("coordinate", partners)];
}

/** The roles that a title gives to the points below it. */
export function rolesOfOwners(owners: Owners | undefined, outer: Owners | undefined): TaskRole[] {
  if (owners === undefined) return [];
  const directors = owners.director !== undefined ? [owners.director] : owners.handed ? (outer?.bodies ?? []) : [];
  return [...roleOf("direct", directors), ...roleOf("execute", owners.bodies)];
}

/** The roles that a sentence gives: its subject carries out, those behind "phối hợp với" take part. */
export function rolesOfSentence(text: string, subject: readonly string[]): TaskRole[] {
  return [...roleOf("execute", subject), ...roleOf("coordinate", coordinatingBodies(text))];
}

/** "Ban Tổ chức Tỉnh uỷ chủ trì; hoàn thành trong quý II": a line without a label that says who and when. */
const UNLABELLED =
  /^(?<lead>.+?) (?:chủ trì|thực hiện|chịu trách nhiệm|tham mưu|chủ trì tham mưu|chủ trì thực hiện)(?:, phối hợp với (?<partners>[^;]+?))?(?:[;,] (?:hoàn thành |thực hiện |xong )?(?<time>[^;]+?))?\.?$/u;

/** A line that gives roles and perhaps a time without a label. */
export interface UnlabelledLine {
  readonly roles: readonly TaskRole[];
  readonly time?: string;
}

/** Reads such a line; undefined of a sentence that says more than who and when. */
export function readUnlabelledLine(text: string): UnlabelledLine | undefined {
  const found = UNLABELLED.exec(text.trim())?.groups;
  if (found?.lead === undefined || !isBodies(found.lead)) return undefined;
  if (found.partners !== undefined && !isBodies(found.partners)) return undefined;
  const advises = /tham mưu(?:[;,.]|$)/u.test(text) && !/thực hiện/u.test(text);
  return {
    roles: [
      ...roleOf(advises ? "advise" : "execute", splitBodies(found.lead)),
      ...roleOf("coordinate", splitBodies(found.partners ?? "")),
    ],
    ...(found.time === undefined ? {} : { time: found.time }),
  };
}
