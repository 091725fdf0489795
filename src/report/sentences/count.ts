/** "kết nạp 125 đảng viên"; "chưa kết nạp đảng viên nào"; "chưa có số liệu về kết nạp đảng viên". */
import type { ResolvedFigure } from "../totals/index.js";
import { behind, bind, NOT_YET, type Phrase, type Subject } from "./phrase.js";

export interface CountWords {
  /** "kết nạp"; of a stock mostly "có". */
  readonly verb?: string;
  /** Before the verb when nothing occurred: "chưa", or "không" of what nobody wishes for. */
  readonly zero?: string;
}

/** Of what was asked for and is not there, without the verb of having. */
const topicOf = (verb: string | undefined, noun: string): string =>
  verb === undefined || verb === "có" ? noun : `${verb} ${noun}`;

/**
 * A figure in its sentence.
 *
 * @param figure any measure of the subject
 */
export function sayCount(figure: ResolvedFigure, { kind, noun }: Subject, { verb, zero }: CountWords): Phrase {
  if (noun === undefined) return verb === undefined ? [bind(figure)] : [`${verb} `, bind(figure)];
  if (figure.status !== "reported") return [bind(figure), ` về ${topicOf(verb, noun)}`];
  if (figure.value === 0 && kind !== "ratio" && verb !== undefined)
    return [bind(figure, zero ?? NOT_YET), ` ${verb} ${noun} nào`];
  return [verb === undefined ? "" : `${verb} `, bind(figure), behind(noun)];
}
