/** What the parts of a plan are for, told by their headings. */
import { foldInPlace } from "../../norms/tone.js";
import { isBodies } from "../bodies/names.js";
import { above, type Point } from "../points/index.js";

/**
 * `duties` give tasks by themselves; `goals` state aims, in which a body may be given a duty in passing; `other` parts
 * (background, results, outlines) give tasks only where a label says so.
 */
export type SectionKind = "duties" | "goals" | "other";

interface SectionWords {
  readonly kind: SectionKind;
  readonly words: RegExp;
  /** The words may head anything, so that a title further above that tells more decides. */
  readonly weak?: true;
}

/** Words of headings, what is said first deciding: "Mục tiêu và nhiệm vụ" holds duties. */
const SECTION_WORDS: readonly SectionWords[] = [
  {
    kind: "other",
    words: /nội dung (?:sơ kết|tổng kết|báo cáo|đề cương|kiểm tra|giám sát)|đề cương|nội dung, đối tượng/u,
  },
  {
    kind: "duties",
    words:
      /nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm|tiến độ|nội dung thực hiện|nội dung công việc|chương trình công tác|kế hoạch thực hiện|triển khai|công việc|hoạt động|biện pháp|tổ chức sơ kết|tổ chức tổng kết|thời gian sơ kết|thời gian tổng kết|hình thức và thời gian|chế độ (?:thông tin|báo cáo)/u,
  },
  { kind: "goals", words: /mục tiêu|chỉ tiêu/u },
  {
    kind: "other",
    words:
      /mục đích|yêu cầu|quan điểm|tình hình|kết quả|đánh giá|nguyên nhân|hạn chế|ưu điểm|bài học|phạm vi|đối tượng|phương châm|kiến nghị|khái quát|thực trạng|hình thức|thành phần/u,
  },
  { kind: "duties", words: /nội dung|thời gian/u, weak: true },
];

const readHeading = (text: string): SectionWords | undefined => {
  const folded = foldInPlace(text);
  return SECTION_WORDS.find(({ words }) => words.test(folded));
};

/** The line that opens an outline of a review: "cần tập trung đánh giá những vấn đề sau:". */
const OUTLINE = /(?:đánh giá|báo cáo|kiểm điểm|làm rõ|nêu rõ|tập trung vào)[^.;]*(?:sau|sau đây):$/u;

const opensOutline = ({ children }: Point): boolean =>
  children.some(({ mark, text }) => mark === undefined && OUTLINE.test(foldInPlace(text.trim())));

/** Longest text that is a heading and no sentence though nothing stands under it, in words. */
const MOST_WORDS = 30;

/** Whether a point has the looks of a heading: marked as one, or short and without a full stop. */
export function isTitle({ block, text, children }: Point): boolean {
  if (block.kind === "heading") return true;
  const open = text !== "" && !/[.;,!?…]$|[.:] /u.test(text.trim());
  return open && (children.length > 0 || text.split(/\s+/u).length <= MOST_WORDS);
}

/** The kind of the part that a point stands in: the nearest heading above that tells. */
export function sectionOf(point: Point): SectionKind {
  let weak: SectionKind | undefined;
  for (const heading of above(point)) {
    if (!isTitle(heading) || isBodies(heading.text)) continue;
    if (opensOutline(heading)) return "other";
    const read = readHeading(heading.text.replace(/:.*$/u, ""));
    if (read === undefined) continue;
    if (read.weak !== true) return read.kind;
    weak ??= read.kind;
  }
  return weak ?? "other";
}
