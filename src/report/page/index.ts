/** The report on one self-contained page: a figure opens what it was worked out from, down to the cells of the returns. */
import { createHash } from "node:crypto";
import { style } from "../../layout/style/index.js";
import type { Document, NormId } from "../../model/document.js";
import { chooseNorm } from "../../norms/choose.js";
import { sayDay } from "../../periods/index.js";
import type { AnnexTable } from "../annexes/index.js";
import { MEASURE_WORDS } from "../figure-words.js";
import type { Figures, PeriodTotals } from "../totals/index.js";
import { bindAnnexes } from "./bind-annexes.js";
import { coverageInWords, paintCoverage } from "./coverage.js";
import { type Content, Html, html, jsonForScript } from "./html.js";
import { shortenTables } from "./long-tables.js";
import { PageFigures } from "./page-figures.js";
import { figureButton, type MovedPlace, paintPaper } from "./paper.js";
import { paintProgress } from "./progress.js";

export type { MovedPlace } from "./paper.js";

/** Files that travel with the program: the page's looks, and the program that runs in it. */
export interface PageParts {
  readonly style: string;
  readonly script: string;
}

export interface ReportPage {
  /** As it was read from the draft: what it prints may not be what the ledger says any more. */
  readonly document: Document;
  readonly figures: Figures;
  readonly totals: PeriodTotals;
  /** The consolidated forms. Those that stand in the document unchanged are shown with the figures of units bound too. */
  readonly annexes: readonly AnnexTable[];
  /** The layout norm, over the document's own. */
  readonly norm?: NormId;
  readonly parts: PageParts;
}

/** With more figures of units than this, annexes have only those of totals and areas as buttons. */
export const MOST_UNIT_FIGURES = 6000;

const sourceHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const unitFigures = ({ rows }: AnnexTable): number =>
  rows
    .filter(({ kind }) => kind === "unit")
    .reduce((sum, { cells }) => sum + cells.filter((cell) => cell.kind === "figure").length, 0);

/** The document with the figures of units bound, too, where there are not too many. */
function bindUnits(document: Document, annexes: readonly AnnexTable[]): { document: Document; all: boolean } {
  const count = annexes.reduce((sum, table) => sum + unitFigures(table), 0);
  if (count > MOST_UNIT_FIGURES) return { document, all: false };
  return { document: bindAnnexes(document, annexes), all: true };
}

/** Places that are listed in the open; more of them behind a fold. */
const MOVED_SHOWN = 12;

function paintMoved(places: readonly MovedPlace[]): Html | undefined {
  if (places.length === 0) return undefined;
  const item = ({ figure, anchor, was, now, sentence }: MovedPlace): Html => {
    const change =
      now === undefined
        ? html`${figureButton(figure, was, "lost")} không tra được`
        : html`trong bản thảo ${figureButton(figure, was, "moved")}, nay <ins>${now}</ins>`;
    return html`<li>${change}: <a href="#${anchor}">${sentence === "" ? was : sentence}</a></li>\n`;
  };
  const rest = places.slice(MOVED_SHOWN);
  return html`<section class="alert" aria-labelledby="da-doi"><h2 id="da-doi">${places.length} chỗ không còn khớp sổ theo dõi</h2>
<p>Sau khi lập bản thảo, số liệu đã thay đổi (báo cáo gửi muộn, gửi lại) hoặc chữ, số trong bản thảo đã bị sửa tay.</p>
<ol>${places.slice(0, MOVED_SHOWN).map(item)}</ol>
${rest.length > 0 && html`<details><summary>Xem ${rest.length} chỗ khác</summary><ol start="${MOVED_SHOWN + 1}">${rest.map(item)}</ol></details>`}</section>
`;
}

const TITLE = /\s+/gu;

/**
 * The page: the same bytes for the same draft and ledger.
 *
 * @returns its text, and the places where the draft prints something else than the ledger says now
 */
export function reportPage({ document: drafted, figures, totals, annexes, norm: named, parts }: ReportPage): {
  readonly page: string;
  readonly moved: readonly MovedPlace[];
} {
  const { document, all } = bindUnits(drafted, annexes);
  const { document: short, cut } = shortenTables(document);
  const norm = chooseNorm({ family: short.family, date: short.date, norm: named ?? short.norm });
  const styled = style(short, norm);
  const onPage = new PageFigures(figures, totals);
  const paper = paintPaper(styled, onPage, cut);
  const progress = paintProgress(onPage);
  const traces = onPage.traces();
  const { period } = totals;
  const periods = [...new Set([period.id, ...traces.periods])].map((id) => {
    const known = figures.period(id)?.period;
    return [id, known === undefined ? id : `${known.name} (${sayDay(known.window.from)} – ${sayDay(known.window.to)})`];
  });
  const data = {
    ...{ period: period.id, allUnits: all, figures: onPage.list, traces },
    ...onPage.names(),
    periods: Object.fromEntries(periods),
    measures: MEASURE_WORDS,
    units: totals.book.units
      .filter(({ standing }) => standing !== "notAsked")
      .map(({ code, name, standing, area }) => [code, name, standing, area ?? ""]),
  };
  const title = styled.title.replace(TITLE, " ").trim() || `Báo cáo ${period.name}`;
  const policy = [
    "default-src 'none'",
    `style-src ${sourceHash(parts.style)}`,
    `script-src ${sourceHash(parts.script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const few: Content =
    !all &&
    html`<p class="quiet">Trong phụ lục chỉ số tổng và số của khu vực bấm được; số của từng đơn vị tra ở ô tìm kiếm, hoặc bằng lệnh <code>vanthu trace ${period.id} &lt;chỉ tiêu&gt;/&lt;mã đơn vị&gt;</code>.</p>`;
  const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${new Html(parts.style)}</style>
</head>
<body>
<header class="bar">
<div class="name"><h1>${title}</h1><p>Bấm vào số để xem nguồn. Tính trên <a href="#pham-vi">${coverageInWords(totals)}</a>.</p></div>
<search class="find"><label for="tim">Tìm số liệu, đơn vị</label><input id="tim" type="search" autocomplete="off" spellcheck="false" aria-controls="ket-qua"><div id="ket-qua" role="region" aria-label="Kết quả tìm" aria-live="polite" hidden></div></search>
</header>
<main id="noi-dung">
${paintMoved(paper.moved)}${paintCoverage(totals)}${progress}<section aria-labelledby="bao-cao"><h2 id="bao-cao">Toàn văn báo cáo</h2>
${few}${paper.content}</section>
</main>
<dialog id="nguon" aria-labelledby="nguon-ten"><div class="panel"><div class="head"><h2 id="nguon-ten"></h2><button type="button" id="dong">Đóng</button></div><div id="nguon-noi-dung"></div></div></dialog>
<noscript><p class="alert">Trình duyệt không chạy được phần tra nguồn của trang; dùng lệnh <code>vanthu trace</code>.</p></noscript>
<script type="application/json" id="du-lieu">${jsonForScript(data)}</script>
<script type="module">${new Html(parts.script)}</script>
</body>
</html>
`.text;
  return { page, moved: paper.moved };
}
