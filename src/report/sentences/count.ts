/** "kết nạp 125 đảng viên"; "chưa kết nạp đảng viên"; "chưa có số liệu về kết nạp đảng viên". */
import { type ResolvedFigure, STATUS_WORDS } from "../totals/index.js";
import { behind, bind, NOT_YET, type Phrase, type Subject } from "./phrase.js";

export interface CountWords {
  /** "kết nạp"; of a stock mostly "có". */
  readonly verb?: string;
  /** Before the verb when nothing occurred: "chưa", or "không" of what nobody wishes for. */
  readonly zero?: string;
}

/** Of what was asked for and is not there, without the verb of having. */
function topicOf({ kind }: Subject, verb: string | undefined, noun: string): string {
  if (kind === "ratio") return `tỷ lệ ${verb === undefined ? "" : "trong "}${noun}`;
  return verb === undefined || verb === "có" ? noun : `${verb} ${noun}`;
}

/**
 * A figure in its sentence.
 *
 * @param figure any measure of the subject
 */
export function sayCount(figure: ResolvedFigure, subject: Subject, { verb, zero }: CountWords): Phrase {
  const { kind, noun } = subject;
  if (figure.status !== "reported") {
    // X is for tables
    const missing = figure.status === "notAsked" ? bind(figure, STATUS_WORDS.notReported) : bind(figure);
    return noun === undefined ? [missing] : [missing, ` về ${topicOf(subject, verb, noun)}`];
  }
  if (figure.value === 0 && kind !== "ratio" && verb !== undefined)
    return [bind(figure, zero ?? NOT_YET), ` ${verb}${behind(noun)}`];
  return [verb === undefined ? "" : `${verb} `, bind(figure), behind(noun)];
}
