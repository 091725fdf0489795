/** Pages that lie on their side or upside down are read as their text runs: a page that was only turned has the same words. */
import type { PdfContent, PdfPage, Rule, Run } from "./content.js";

type Quarters = NonNullable<Run["quarters"]>;

/** How most letters of a page are turned, in quarters of a turn, clockwise. */
function turnOf({ runs }: PdfPage): 0 | Quarters {
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  for (const { quarters = 0, text } of runs) letters[quarters] += text.length;
  const most = Math.max(...letters);
  return ([0, 1, 2, 3] as const).find((quarters) => letters[quarters] === most) ?? 0;
}

/** A place as it lies once the page is turned back. */
function placeIn({ width, height }: PdfPage, quarters: Quarters, x: number, y: number): readonly [number, number] {
  switch (quarters) {
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
  }
}

function turnBack(page: PdfPage, quarters: Quarters): PdfPage {
  const rules = page.rules.map(({ x1, y1, x2, y2 }): Rule => {
    const [one, other] = [placeIn(page, quarters, x1, y1), placeIn(page, quarters, x2, y2)];
    return {
      x1: Math.min(one[0], other[0]),
      y1: Math.min(one[1], other[1]),
      x2: Math.max(one[0], other[0]),
      y2: Math.max(one[1], other[1]),
    };
  });
  const runs = page.runs.map((run): Run => {
    const [x, y] = placeIn(page, quarters, run.x, run.y);
    return { ...run, x, y };
  });
  const [width, height] = quarters === 2 ? [page.width, page.height] : [page.height, page.width];
  return { width, height, runs, rules };
}

export interface UprightContent {
  readonly content: PdfContent;
  /** Numbers of the pages that had to be turned, from 1. */
  readonly turned: readonly number[];
}

/** A PDF's content with every page upright. */
export function turnUpright(content: PdfContent): UprightContent {
  const turned: number[] = [];
  const pages = content.pages.map((page, index) => {
    const quarters = turnOf(page);
    if (quarters === 0) return page;
    turned.push(index + 1);
    return turnBack(page, quarters);
  });
  return { content: { ...content, pages }, turned };
}
