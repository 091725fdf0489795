/** The signature block of a paper: on whose behalf and as what somebody signs, and the name (HD05 7; NĐ30 PL.I II.7). */
import { HD05 } from "../../../norms/hd05.js";
import { ND30 } from "../../../norms/nd30.js";
import { readAuthority } from "../../../norms/signature-lines.js";
import type { PaperLine } from "./lines.js";

export interface PaperSignature {
  /** `T/M ĐẢNG UỶ`, `BÍ THƯ`: as printed, top to bottom. */
  readonly competence: readonly string[];
  readonly signer: string;
}

interface Found extends PaperSignature {
  readonly block: number;
}

/** Words that the positions of those who sign begin with or contain, without the place of the tone. */
const POSITION =
  /(?:^|\s)(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG PHÒNG|TRƯỞNG ĐOÀN|CHÁNH VĂN PHÒNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM|TỔNG THƯ KÝ|CHỈ HUY TRƯỞNG|CHÍNH (?:UỶ|ỦY)|(?:UỶ|ỦY) VIÊN|THƯỜNG TRỰC|THỦ TRƯỞNG|BỘ TRƯỞNG|PHÓ BAN|PHÓ PHÒNG)(?=$|[\s,-])/u;
/** What a column of recipients and one of signatures became where somebody typed both with tabs. */
const BESIDE_RECIPIENTS = /^(?:Nơi nhận\s*:?|[-+•].*?[;.,:])\s+(?=\S)/iu;
const ASIDE = /^\(.*\)$|^(?:đã ký|ký tên)/iu;
const RECIPIENT = /^[-+•]|^Nơi nhận|^Lưu/iu;
const RANKS = /^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|uý|úy)|(?:PGS|GS|TS|ThS|BS|KS|CN)\.?)(?:[.\s]+)/u;
const NAME = /^\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,5}$/u;
/** Lines between the position and the name: recipients typed beside, words about the seal. */
const MOST_BETWEEN = 12;
/** Lines of authority and position above one name. */
const MOST_COMPETENCE = 8;
/** A longer line is text of the body. */
const LONGEST = 200;

const isName = (text: string): boolean => {
  let name = text;
  while (RANKS.test(name)) name = name.replace(RANKS, "");
  return NAME.test(name) && name.length <= 60;
};

const isCapital = (text: string): boolean => text === text.toLocaleUpperCase("vi") && /\p{Lu}{2}/u.test(text);

const isCompetence = (text: string): boolean =>
  isCapital(text) &&
  text.length <= 120 &&
  (readAuthority(text, HD05) !== undefined || readAuthority(text, ND30) !== undefined || POSITION.test(text));

/** A line, or the part of it that stands beside a recipient, if it passes a test. */
function partThat(text: string, test: (part: string) => boolean): string | undefined {
  if (text.length > LONGEST) return undefined;
  if (test(text)) return text;
  const beside = text.replace(BESIDE_RECIPIENTS, "");
  return beside !== text && test(beside) ? beside : undefined;
}

/** The signature that begins in a line; its lines stand in one column. */
function readFrom(lines: readonly PaperLine[], start: number): Found | undefined {
  const first = lines[start];
  const competence: string[] = [];
  let between = 0;
  for (let index = start; first !== undefined && index < lines.length && between <= MOST_BETWEEN; index += 1) {
    const line = lines[index];
    if (line === undefined || line.column !== first.column) return undefined;
    const more = partThat(line.text, isCompetence);
    const name = partThat(line.text, isName);
    if (more !== undefined) {
      if (competence.push(more) > MOST_COMPETENCE) return undefined;
      between = 0;
    } else if (competence.length === 0) return undefined;
    else if (name !== undefined) return { competence, signer: name, block: line.block };
    else if (!ASIDE.test(line.text) && !RECIPIENT.test(line.text) && !isCapital(line.text)) return undefined;
    between += 1;
  }
  return undefined;
}

/**
 * Finds who signs: beside or behind "Nơi nhận", else the last signature of the text. Names of several who sign together
 * follow each other.
 */
export function readSignature(lines: readonly PaperLine[]): PaperSignature | undefined {
  const found: Found[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (partThat(lines[index]?.text ?? "", isCompetence) === undefined) continue;
    const signature = readFrom(lines, index);
    if (signature === undefined) continue;
    found.push(signature);
    while (index + 1 < lines.length && lines[index]?.text.includes(signature.signer) === false) index += 1;
  }
  const recipients = lines.findLast(({ text }) => /^Nơi nhận\s*(?::|$)/iu.test(text))?.block;
  const chosen =
    (recipients === undefined ? undefined : found.find(({ block }) => block >= recipients)) ?? found.at(-1);
  if (chosen === undefined) return undefined;
  const together = found.filter(({ block }) => block === chosen.block);
  return {
    competence: together.flatMap(({ competence }) => competence),
    signer: together.map(({ signer }) => signer).join("; "),
  };
}
