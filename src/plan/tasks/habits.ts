/** Recurrences that a sentence puts behind what is done: "tổ chức hội nghị giao ban … hằng quý", "sơ kết … hằng năm". */
import type { Timing } from "../../model/timing.js";
import { foldInPlace } from "../../norms/tone.js";
import { readTiming } from "../timing/index.js";

/**
 * Verbs whose act recurs although the words stand behind a noun. Elsewhere they only describe the noun ("chương trình
 * công tác hằng năm"), and are no time of the duty.
 */
const HABIT =
  /(?<!\p{L})(?:tổ chức|sơ kết|tổng kết|đánh giá|giao ban|dự sinh hoạt|xây dựng chương trình)(?!\p{L})[^.;]*? (?<when>h[ằà]ng (?:tuần|tháng|quý|năm))(?!\p{L})/gu;

/** Times of such habits in a sentence. */
export function findHabits(text: string): readonly Timing[] {
  return [...foldInPlace(text).matchAll(HABIT)].flatMap(({ index, 0: whole, groups }) => {
    const length = groups?.when?.length ?? 0;
    const end = index + whole.length;
    const read = readTiming(text.slice(end - length, end));
    return read.timing === undefined ? [] : [read.timing];
  });
}
