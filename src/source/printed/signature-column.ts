/** A signature as it stands in its column: authority and position, the space for signing, the name (HD05 7; NĐ30 PL.I II.7). */
import { HD05 } from "../../norms/hd05.js";
import { ND30 } from "../../norms/nd30.js";
import { readAuthority } from "../../norms/signature-lines.js";
import { foldTone } from "../../norms/tone.js";
import { isCapital, type PrintedLine } from "./line.js";

export interface PrintedSignature<L extends PrintedLine = PrintedLine> {
  /** Lines above the name, top to bottom. */
  readonly above: readonly L[];
  readonly name?: L;
  /** What follows the name. */
  readonly rest: readonly L[];
}

/** Words that the positions of those who sign contain, without the place of the tone. */
const POSITIONS = [
  "bí thư",
  "chủ tịch",
  "giám đốc",
  "trưởng",
  "phó ban",
  "phó phòng",
  "chánh",
  "phó chánh",
  "chủ nhiệm",
  "hiệu trưởng",
  "chính uỷ",
  "uỷ viên",
  "thường trực",
  "tư lệnh",
  "chỉ huy",
  "thư ký",
  "người ghi biên bản",
  "chủ trì",
  "chủ toạ",
  "tổng biên tập",
  "viện trưởng",
  "đoàn chủ tịch",
].map(foldTone);

/** Family names that nearly everybody has: a name in capitals is told from a position by them. */
const FAMILY_NAMES =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|lâm|trịnh|mai|đào|cao|hà|lương|tạ|thái|châu|tô|triệu|nông|vi|hứa|lò|giàng|mã|ma|sùng|vàng|quách|tống|thạch|sơn|kiều|văn|la|từ|phùng|chu|quàng|cầm|đàm|bế|ninh|thân|khổng|nghiêm|doãn|ông)\s/iu;
/** What people write before a name, though it is no part of it. */
const RANKS =
  /^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|uý|úy)|(?:Phó )?Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|[Đđ]ồng chí|(?:Ông|Bà)(?=(?:\s\p{Lu}\p{L}*){2})|[Đđ]\/c|(?:PGS|GS|TSKH|TS|[Tt]h[Ss]|BSCK\p{Lu}*|BS|KS|CN|LS)(?![\p{L}]))[.,:]?\s*/u;
const NAME = /^\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,5}$/u;
const LONGEST_NAME = 60;
const LONGEST_COMPETENCE = 120;
const ASIDE = /^(?:kiêm|\(.*\)|đã ký|ký tên.*)$/iu;

/** The name of a person in small letters, a rank before it perhaps. */
export function isPersonName(text: string): boolean {
  let name = text;
  while (RANKS.test(name)) name = name.replace(RANKS, "");
  return NAME.test(name) && name.length <= LONGEST_NAME;
}

/** A line that says on whose behalf, or as what, somebody signs. */
export function isCompetence(text: string): boolean {
  if (!isCapital(text) || text.length > LONGEST_COMPETENCE) return false;
  if (readAuthority(text, HD05) !== undefined || readAuthority(text, ND30) !== undefined) return true;
  // "T/M.", "K.T", "TL " without the norm's signs
  if (/^(?:T[/.]?\s?M|K[/.]?\s?T|T[/.]?\s?L|T[/.]?\s?U[/.]?\s?Q|Q)[./\s]+\p{Lu}/u.test(text)) return true;
  const folded = ` ${foldTone(text)} `;
  return POSITIONS.some((position) => folded.includes(` ${position} `));
}

/** A name in capitals behind the space for signing. */
const isCapitalName = (text: string, afterSpace: boolean): boolean =>
  afterSpace && isCapital(text) && !isCompetence(text) && FAMILY_NAMES.test(`${text} `) && text.split(" ").length <= 6;

/**
 * Reads a column.
 *
 * @param lines with empty ones, which part the name from what stands above it
 * @returns undefined when nobody signs in it
 */
export function readSignatureColumn<L extends PrintedLine>(lines: readonly L[]): PrintedSignature<L> | undefined {
  const above: L[] = [];
  let space = false;
  let competent = false;
  for (const [index, line] of lines.entries()) {
    const { text } = line;
    if (text === "") {
      space = above.length > 0;
      continue;
    }
    const named = isPersonName(text) || isCapitalName(text, space);
    if (named && competent) return { above, name: line, rest: lines.slice(index + 1).filter((one) => one.text !== "") };
    if (!isCapital(text) && !ASIDE.test(text)) {
      // words that are neither: above a signature they are none of it, below it they follow
      if (!competent) return undefined;
      return { above, rest: lines.slice(index).filter((one) => one.text !== "") };
    }
    competent ||= isCompetence(text);
    above.push(line);
    space = false;
  }
  return competent ? { above, rest: [] } : undefined;
}
