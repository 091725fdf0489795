import { foldInPlace } from "../../norms/tone.js";

/** Papers and lists that come of a duty, behind the verbs that make them. */
const OUTPUT =
  /(?<![\p{L}])(?:ban hành|xây dựng|tham mưu|trình|lập|soạn thảo|biên soạn|hoàn thành)(?: và thực hiện| ban hành| xây dựng)?\s+((?:kế hoạch|chương trình|đề án|quy chế|quy định|hướng dẫn|báo cáo|nghị quyết|chỉ thị|thông tri|danh sách|bản tin|tài liệu|bộ tiêu chí|phương án|tờ trình|quyết định)(?: [^,;.:()]+)?)/gu;
/** Longest name of an output, in words; what is longer is a sentence. */
const MOST_WORDS = 24;

/** What stands behind the name of an output: a time, or the next verb. */
const BEHIND =
  / (?:xong|hoàn thành|trong (?:tháng|quý|năm)|trước ngày|chậm nhất|để|và (?:thực hiện|tổ chức|triển khai|chỉ đạo)|(?<!chương )trình |gửi|về ).*$/isu;

/** What is to come of a duty, as the sentence names it. */
export function findOutputs(text: string): string[] {
  return [...foldInPlace(text).matchAll(OUTPUT)].flatMap(({ index, 0: whole, 1: name = "" }) => {
    const start = index + whole.length - name.length;
    const printed = text
      .slice(start, start + name.length)
      .replace(BEHIND, "")
      .trim();
    return printed.split(/\s+/u).length <= MOST_WORDS ? [printed] : [];
  });
}
