/** The parity oracle: `docx/layout` lays out the DOCX that we write, and its lines are compared with ours. */
import { readFileSync } from "node:fs";
import { layoutDocument } from "docx/layout";
import type { Page, PlacedBlock } from "../../src/layout/page.js";
import { paginate } from "../../src/layout/paginate/index.js";
import type { StyledDocument } from "../../src/layout/styled.js";
import { buildDocx } from "../../src/writers/docx/build.js";
import { ORACLE_FONT, oracleEdition } from "./oracle-edition.js";

const PT_PER_PX = 0.75;

/** One line of a page: its text, and the distance of its top from the page's, pt. */
export interface OracleLine {
  readonly text: string;
  readonly y: number;
}

/** What is compared of a page: lines of the body outside tables, tops of table rows, lines of footnotes. */
export interface OraclePage {
  readonly body: readonly OracleLine[];
  readonly notes: readonly OracleLine[];
}

export interface Parity {
  readonly lines: number;
  readonly sameLines: number;
  readonly pages: number;
  readonly samePages: number;
  readonly stoppedAt: string | undefined;
  /** Largest distance between the tops of equal lines, pt. */
  readonly worstOffset: number;
  readonly differences: readonly string[];
}

const clean = (text: string): string => text.replace(/ +$/u, "").replace(/^ +/u, "");

function rowLine(index: number, y: number): OracleLine {
  return { text: `[row ${index}]`, y };
}

function ourBlock(block: PlacedBlock): OracleLine[] {
  if (block.kind === "table") return block.rows.map((row) => rowLine(row.index, row.y));
  return block.lines.map((line) => ({ text: clean(line.text), y: line.y }));
}

/** Our pages in the oracle's terms. */
function ourPages(pages: readonly Page[]): OraclePage[] {
  return pages.map((page) => ({
    body: page.body.flatMap(ourBlock),
    notes: page.notes.flatMap((note) => note.paragraphs.flatMap(ourBlock)),
  }));
}

type OracleBlock = ReturnType<typeof layoutDocument>["pages"][number]["body"][number];

function theirBlock(block: OracleBlock): OracleLine[] {
  if (block.type === "table") return block.rows.map((row) => rowLine(row.index, row.y * PT_PER_PX));
  return block.lines.map((line) => ({ text: clean(line.text), y: line.y * PT_PER_PX }));
}

const face = (name: string) => readFileSync(new URL(`../../fonts/Tinos-${name}.ttf`, import.meta.url));
const FONTS = [
  {
    name: ORACLE_FONT,
    data: face("Regular"),
    bold: face("Bold"),
    italic: face("Italic"),
    boldItalic: face("BoldItalic"),
  },
];

/** Lays out a DOCX as Word would, as far as the oracle follows Word. */
function theirPages(edition: StyledDocument): { pages: OraclePage[]; stoppedAt: string | undefined } {
  const layout = layoutDocument(buildDocx(edition, { fonts: FONTS }));
  const pages = layout.pages.map((page) => ({
    body: page.body.flatMap(theirBlock),
    notes: page.footnotes.flatMap((note) => note.content.flatMap(theirBlock)),
  }));
  return { pages, stoppedAt: layout.stoppedAt };
}

/**
 * Compares line by line and page by page.
 *
 * @param stoppedAt why the oracle stopped, if it did
 */
function compare(ours: readonly OraclePage[], theirs: readonly OraclePage[], stoppedAt?: string): Parity {
  const differences: string[] = [];
  let lines = 0;
  let sameLines = 0;
  let samePages = 0;
  let worstOffset = 0;
  const count = Math.max(ours.length, theirs.length);
  for (let index = 0; index < count; index++) {
    let same = true;
    for (const part of ["body", "notes"] as const) {
      const one = ours[index]?.[part] ?? [];
      const other = theirs[index]?.[part] ?? [];
      const total = Math.max(one.length, other.length);
      lines += total;
      for (let line = 0; line < total; line++) {
        const [a, b] = [one[line], other[line]];
        if (a !== undefined && b !== undefined && a.text === b.text) {
          sameLines++;
          worstOffset = Math.max(worstOffset, Math.abs(a.y - b.y));
        } else {
          same = false;
          differences.push(
            `page ${index + 1} ${part} line ${line + 1}: ours «${a?.text}» (${a?.y.toFixed(1)}) theirs «${b?.text}» (${b?.y.toFixed(1)})`,
          );
        }
      }
    }
    if (same && ours[index] !== undefined && theirs[index] !== undefined) samePages++;
  }
  return { lines, sameLines, pages: count, samePages, stoppedAt, worstOffset, differences };
}

/** Lays a document out twice, by our engine and by the oracle, and compares. */
export function judge(styled: StyledDocument): Parity {
  const edition = oracleEdition(styled);
  const { pages, stoppedAt } = theirPages(edition);
  return compare(ourPages(paginate(edition)), pages, stoppedAt);
}
