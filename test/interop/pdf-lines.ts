/** The lines of a PDF as poppler sees them, so that two PDFs can be compared line by line. */
import { execFileSync } from "node:child_process";
import { XMLParser } from "fast-xml-parser";

/** Words closer together than this in height are on one line, pt. */
const SAME_LINE = 4;

interface Word {
  readonly text: string;
  readonly x: number;
  /** Middle of the word's box, counted from the top of the page. */
  readonly y: number;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => name === "page" || name === "word",
});

function linesOf(words: readonly Word[]): string[] {
  const lines: { y: number; words: Word[] }[] = [];
  for (const word of [...words].sort((one, other) => one.y - other.y)) {
    const last = lines.at(-1);
    if (last !== undefined && word.y - last.y < SAME_LINE) last.words.push(word);
    else lines.push({ y: word.y, words: [word] });
  }
  return lines.map((line) =>
    line.words
      .sort((one, other) => one.x - other.x)
      .map((word) => word.text)
      .join(" ")
      .normalize("NFC"),
  );
}

interface BoxPage {
  readonly word?: readonly {
    readonly "#text": string | number;
    readonly xMin: string;
    readonly yMin: string;
    readonly yMax: string;
  }[];
}

/** Pages of a PDF as lists of lines. */
export function pdfLines(path: string): string[][] {
  const xml = execFileSync("pdftotext", ["-bbox", path, "-"], { maxBuffer: 1 << 28 }).toString("utf8");
  const parsed = parser.parse(xml) as { html: { body: { doc: { page: readonly BoxPage[] } } } };
  return parsed.html.body.doc.page.map((page) =>
    linesOf(
      (page.word ?? []).map((word) => ({
        text: String(word["#text"]),
        x: Number(word.xMin),
        y: (Number(word.yMin) + Number(word.yMax)) / 2,
      })),
    ),
  );
}

/** Counts of equal lines and pages of two PDFs. */
export function compareLines(ours: readonly string[][], theirs: readonly string[][]) {
  let lines = 0;
  let same = 0;
  let samePages = 0;
  const differences: string[] = [];
  const count = Math.max(ours.length, theirs.length);
  for (let page = 0; page < count; page++) {
    const [one = [], other = []] = [ours[page], theirs[page]];
    const total = Math.max(one.length, other.length);
    let equal = 0;
    for (let line = 0; line < total; line++) {
      if (one[line] === other[line]) equal++;
      else differences.push(`page ${page + 1} line ${line + 1}: ours «${one[line]}» theirs «${other[line]}»`);
    }
    lines += total;
    same += equal;
    if (equal === total) samePages++;
  }
  return { lines, same, pages: count, samePages, differences };
}
