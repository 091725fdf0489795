/** Annexes of a text as a draft has them: label and title behind `#`. */
import { readAnnexLabel } from "../draft/body/annexes.js";
import { findMark } from "../draft/body/marks.js";
import { isCapital } from "../printed/line.js";
import { bare, type Lines, type TextLine } from "./paragraphs.js";

/** A label, perhaps with the title behind it: "Phụ lục số 01:", "PHỤ LỤC I. DANH MỤC". */
const LABEL =
  /^(phụ lục(?:\s+(?:số\s+)?(?:\d{1,3}|[IVX]{1,8})(?![\p{L}\d]))?)(?:\s*[.:–—-]\s*|\s+(?=\p{Lu}{2})|$)(.*)$/iu;
const LONGEST_LABEL = 160;
const LONGEST_TITLE = 300;

interface Label {
  readonly label: string;
  readonly title: string;
}

function readLabel(paragraph: Lines): Label | undefined {
  const text = bare(paragraph[0]?.text ?? "");
  const [, label, title = ""] = text.length > LONGEST_LABEL ? [] : (LABEL.exec(text) ?? []);
  // a sentence may begin with the words; a title in small letters on the same line cannot be told from one
  if (label === undefined || readAnnexLabel(label) === undefined) return undefined;
  return title === "" || isCapital(title) ? { label, title } : undefined;
}

/** Whether a paragraph opens an annex. */
export const opensAnnex = (paragraph: Lines): boolean => readLabel(paragraph) !== undefined;

/** Whether a paragraph below a label is its title, or goes on with one in small letters. */
function isTitle(paragraph: Lines, begun: boolean): boolean {
  const text = paragraph.map((line) => bare(line.text)).join(" ");
  if (text.length > LONGEST_TITLE || text.startsWith("|") || findMark(text, true) !== undefined) return false;
  return isCapital(text) || (begun && /^\p{Ll}/u.test(text) && !/[.:;]$/u.test(text));
}

/** Paragraphs of annexes, and the lines among them that are labels and titles. */
export interface HeadedAnnexes {
  readonly paragraphs: readonly Lines[];
  readonly headings: ReadonlySet<TextLine>;
}

/** Writes labels and titles as headings; everything else stays as it is. */
export function headAnnexes(paragraphs: readonly Lines[]): HeadedAnnexes {
  const headed: Lines[] = [];
  const headings = new Set<TextLine>();
  const head = (line: TextLine, text: string): void => {
    const made = { ...line, text: `# ${text}` };
    headings.add(made);
    headed.push([made]);
  };
  let titled: "no" | "label" | "title" = "no";
  for (const paragraph of paragraphs) {
    const label = readLabel(paragraph);
    const [first, ...others] = paragraph;
    if (label !== undefined && first !== undefined) {
      head(first, label.label);
      if (label.title !== "") head(first, label.title);
      titled = label.title === "" ? "label" : "title";
      if (others.length > 0) headed.push(others);
    } else if (titled !== "no" && isTitle(paragraph, titled === "title")) {
      for (const line of paragraph) head(line, bare(line.text));
      titled = "title";
    } else {
      headed.push(paragraph);
      titled = "no";
    }
  }
  return { paragraphs: headed, headings };
}
