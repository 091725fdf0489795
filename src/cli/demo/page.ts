import Handlebars from "handlebars";

/** One draft on the page of the demo. Links are relative, already encoded. */
export interface DemoEntry {
  readonly id: string;
  readonly title: string;
  /** Number, issuer, pages. */
  readonly details: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly pictures: readonly {
    readonly href: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  }[];
  /** What the clerk is told about it. */
  readonly findings: readonly string[];
}

/** The sample period on the page. */
export interface DemoCycle {
  /** How the period stands. */
  readonly line: string;
  /** What the list of reconciliation says, after the late returns. */
  readonly reconciled: string;
  /** What the report says of itself. */
  readonly reported: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  /** The commands that were called, with what they said. */
  readonly steps: readonly { readonly command: string; readonly said: string }[];
  readonly units: readonly {
    readonly name: string;
    /** A word of `StandingKind`, by which the row has its colour. */
    readonly standing: string;
    readonly words: string;
    readonly links: readonly { readonly href: string; readonly text: string }[];
  }[];
  /** Pages of the report and of the reminder. */
  readonly pictures: DemoEntry["pictures"];
}

/** By this the demo knows a folder that it has filled before. */
export const GENERATOR = '<meta name="generator" content="vanthu demo">';

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${GENERATOR}
<title>vanthu: văn bản mẫu</title>
<style>
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #f4f2ee; --rule: #d6d1c7; --link: #8a1c1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --paper: #1d1c1a; --rule: #45413a; --link: #f0a3a3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; line-height: 1.35; margin: 0 0 .25rem; text-wrap: balance; }
a { color: var(--link); }
nav ol { columns: 22rem auto; column-gap: 2.5rem; padding-left: 1.75rem; }
nav li { break-inside: avoid; padding-bottom: .2rem; }
nav a { text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
section { border-top: 1px solid var(--rule); margin-top: 2rem; padding-top: 1.25rem; }
.details, .findings { margin: 0 0 .5rem; opacity: .85; }
.links { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; list-style: none; margin: 0 0 1rem; padding: 0; font-weight: 600; }
.pages { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 44%), 1fr)); gap: 1rem; align-items: start; }
.pages img { display: block; width: 100%; height: auto; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / .35); }
pre { overflow-x: auto; padding: .6rem .8rem; border: 1px solid var(--rule); font-size: .85rem; }
summary { cursor: pointer; font-family: ui-monospace, monospace; padding: .2rem 0; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--rule); padding: .3rem .75rem .3rem 0; text-align: left; vertical-align: top; }
tbody th { font-weight: inherit; }
tr.missing .state, tr.correct .state { color: var(--link); font-weight: 600; }
.pages a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
</style>
</head>
<body>
<header>
<h1>Văn bản mẫu</h1>
<p>{{documents}} văn bản, {{pages}} trang. Bấm vào hình để xem trang ở cỡ lớn.</p>
</header>
<nav aria-label="Danh sách văn bản">
<ol>
{{#each entries}}
<li><a href="#{{id}}">{{title}}</a></li>
{{/each}}
{{#if cycle}}
<li><a href="#ky-bao-cao">Một kỳ báo cáo mẫu</a></li>
{{/if}}
</ol>
</nav>
<main>
{{#each entries}}
<section id="{{id}}">
<h2>{{title}}</h2>
<p class="details">{{details}}</p>
<ul class="links">
{{#each links}}
<li><a href="{{href}}">{{text}}</a></li>
{{/each}}
</ul>
{{#if findings}}
<ul class="findings">
{{#each findings}}
<li>{{this}}</li>
{{/each}}
</ul>
{{/if}}
<div class="pages">
{{#each pictures}}
<a href="{{href}}"><img src="{{href}}" width="{{width}}" height="{{height}}" alt="{{alt}}" loading="lazy"></a>
{{/each}}
</div>
</section>
{{/each}}
{{#if cycle}}
<section id="ky-bao-cao">
<h2>Một kỳ báo cáo mẫu</h2>
<p class="details">{{cycle.line}}</p>
<p class="details">Sau khi thu bổ sung: {{cycle.reconciled}}</p>
<p class="details">{{cycle.reported}}</p>
<ul class="links">
{{#each cycle.links}}
<li><a href="{{href}}">{{text}}</a></li>
{{/each}}
</ul>
{{#each cycle.steps}}
<details>
<summary>{{command}}</summary>
<pre>{{said}}</pre>
</details>
{{/each}}
<div class="scroll" tabindex="0" role="region" aria-label="Từng đơn vị">
<table>
<thead><tr><th scope="col">Đơn vị</th><th scope="col">Tình trạng</th><th scope="col">Tệp</th></tr></thead>
<tbody>
{{#each cycle.units}}
<tr class="{{standing}}"><th scope="row">{{name}}</th><td class="state">{{words}}</td><td>{{#each links}}<a href="{{href}}">{{text}}</a> {{/each}}</td></tr>
{{/each}}
</tbody>
</table>
</div>
<div class="pages">
{{#each cycle.pictures}}
<a href="{{href}}"><img src="{{href}}" width="{{width}}" height="{{height}}" alt="{{alt}}" loading="lazy"></a>
{{/each}}
</div>
</section>
{{/if}}
</main>
</body>
</html>
`;

const apply = Handlebars.compile<{
  entries: readonly DemoEntry[];
  documents: number;
  pages: number;
  cycle: DemoCycle | undefined;
}>(PAGE, {
  strict: true,
  knownHelpersOnly: true,
});

/**
 * The demo's page; every value is escaped.
 *
 * @param entries in the order of the page
 * @param cycle the sample period, where there is one
 */
export function demoPage(entries: readonly DemoEntry[], cycle?: DemoCycle): string {
  const pages = entries.reduce((sum, { pictures }) => sum + pictures.length, 0);
  return apply({ entries, documents: entries.length, pages, cycle });
}
