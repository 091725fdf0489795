/** The status as one self-contained HTML page. */
import Handlebars from "handlebars";
import { sayDay } from "../../periods/index.js";
import type { Status } from "./status.js";
import { COUNT_COLUMNS, STATUS_COLUMNS, statusLine, unreadableLine } from "./words.js";

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{title}}</title>
<style>
  :root { color-scheme: light; }
  body { font: 16px/1.45 system-ui, sans-serif; color: #1d1d1b; background: #fff; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 1px solid #c9c9c4; padding: .35rem .6rem; text-align: left; vertical-align: top; }
  thead th { background: #f1f0ec; } tbody th { font-weight: inherit; min-width: 10rem; }
  td.n { text-align: right; white-space: nowrap; } td.short { white-space: nowrap; } td:last-child:not(.n) { min-width: 11rem; }
  tr.missing > *, tr.unreadable > * { background: #fbeaea; } tr.correct > * { background: #fdf1e0; } tr.explain > * { background: #fffbe2; }
  tr.counted > * { background: #f0f7ef; } tr.whole > * { font-weight: 600; }
  .scroll:focus-visible { outline: 3px solid #8a1c1c; outline-offset: 2px; }
  @media (max-width: 40rem) { body { margin: 1rem auto; font-size: 15px; } tbody th { min-width: 8rem; } }
  @media print { body { margin: 0; max-width: none; font-size: 11px; } }
</style>
</head>
<body>
<main>
<h1>{{title}}</h1>
<p>{{line}} Lập ngày {{today}}.</p>
{{#each unreadable}}<p>{{this}}</p>
{{/each}}
<h2>Theo khu vực</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Theo khu vực">
<table><thead><tr><th scope="col">Khu vực</th>{{#each countHeads}}<th scope="col">{{this}}</th>{{/each}}</tr></thead>
<tbody>{{#each areas}}<tr{{#if whole}} class="whole"{{/if}}><th scope="row">{{area}}</th>{{#each cells}}<td class="n">{{this}}</td>{{/each}}</tr>{{/each}}</tbody></table>
</div>
<h2>Từng đơn vị</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Từng đơn vị">
<table><thead><tr>{{#each heads}}<th scope="col">{{this}}</th>{{/each}}</tr></thead>
<tbody>{{#each rows}}<tr class="{{standing}}">{{#each cells}}{{#if heads}}<th scope="row">{{text}}</th>{{else}}<td{{#if look}} class="{{look}}"{{/if}}>{{text}}</td>{{/if}}{{/each}}</tr>{{/each}}</tbody></table>
</div>
</main>
</body>
</html>
`;

/** Classes by what a column holds. */
const LOOKS = { figure: "n", short: "short", text: "" } as const;

const template = Handlebars.compile(PAGE, { strict: true, knownHelpersOnly: true });

/** The page; all text is escaped by Handlebars. */
export function statusPage(status: Status): string {
  const counts = (area: string, of: Status["whole"], whole: boolean) => ({
    area,
    whole,
    cells: COUNT_COLUMNS.map(({ text }) => text(of)),
  });
  return template({
    title: `Tình hình gửi báo cáo ${status.period.name}`,
    line: statusLine(status),
    today: sayDay(status.today),
    unreadable: unreadableLine(status),
    countHeads: COUNT_COLUMNS.map(({ head }) => head),
    areas: [
      ...status.areas.map(({ area, counts: of }) => counts(area, of, false)),
      counts("Toàn bộ", status.whole, true),
    ],
    heads: STATUS_COLUMNS.map(({ head }) => head),
    rows: status.rows.map((row, index) => ({
      standing: row.standing,
      cells: STATUS_COLUMNS.map(({ text, look, names }) => ({
        text: text(row, index),
        look: LOOKS[look],
        heads: names === true,
      })),
    })),
  });
}
