/** Looks of the page. Its hash stands in the page's security policy. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d1d1b; --rule: #c9c9c4; --out: #fbe3e1; --in: #dff1dc; --move: #e6ecfa; --link: #8a1c1c; }
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { font: 16px/1.5 system-ui, "Segoe UI", sans-serif; color: var(--ink); background: #fff; margin: 0 auto; max-width: 90rem; padding: 1rem clamp(.75rem, 3vw, 2rem) 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
header p { margin: .25rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; padding: .5rem 0; background: #fff; border-bottom: 1px solid var(--rule); }
button { font: inherit; padding: .35rem .8rem; border: 1px solid #8b8b85; border-radius: .3rem; background: #f4f3ef; color: inherit; cursor: pointer; min-height: 2.5rem; }
button[aria-pressed="true"] { background: #e2e0d8; }
kbd { font: .85em ui-monospace, monospace; border: 1px solid #8b8b85; border-radius: .2rem; padding: 0 .3em; background: #fff; }
:focus-visible, .current { outline: 3px solid #8a1c1c; outline-offset: 2px; }
.changes { padding-left: 1.25rem; margin: 0; } .changes li { margin: .35rem 0; overflow-wrap: anywhere; }
.place, .text { display: block; } .place { font-size: .9em; color: #55554f; }
.pictures { display: flex; flex-wrap: wrap; gap: .75rem; margin: .5rem 0; } .pictures img { width: min(100%, 26rem); height: auto; border: 1px solid var(--rule); }
.heads, .line { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
.heads { font-weight: 600; border-bottom: 2px solid var(--ink); padding: .25rem 0; overflow-wrap: anywhere; }
.line { border-bottom: 1px solid #ecebe6; }
.line > div { padding: .3rem .4rem; overflow-wrap: anywhere; min-width: 0; }
.label { grid-column: 1 / -1; margin: .3rem 0 0; font-size: .85em; font-weight: 600; color: var(--link); } .label span + span::before { content: " · "; }
.heading { font-weight: 600; } .none { background: repeating-linear-gradient(135deg, #f6f5f1 0 6px, #fff 6px 12px); }
.moved > div { background: var(--move); }
del { background: var(--out); color: #7a1410; text-decoration: line-through; } ins { background: var(--in); color: #123f10; text-decoration: underline; }
.page { float: right; margin-left: .5rem; font-size: .8em; color: #5c5c56; }
.row { display: flex; align-items: flex-start; gap: .3rem; } .row > .page { order: 1; margin: 0; flex: 0 0 2.6rem; text-align: right; } .columns .page { visibility: hidden; } .wide.columns > .row { padding-left: 2.9rem; } .wide:not([data-change]) > .row { padding-left: 2.9rem; }
table { table-layout: fixed; width: 100%; border-collapse: collapse; } td { border: 1px solid var(--rule); padding: .05rem .3rem; vertical-align: top; overflow-wrap: anywhere; height: 1.6em; }
.columns { color: #55554f; font-size: .9em; } .columns td { background: #f6f5f1; vertical-align: bottom; }
.wide { grid-template-columns: 1fr; font-size: .9em; } .wide > div { padding-block: .1rem; } .wide > .none, .wide:not([data-change]):not(.moved) > .old:not(.none):has(+ .new:not(.none)) { display: none; }
.wide[data-change] > .old:not(.none)::before { content: "Cũ"; font-weight: 600; flex: 0 0 2.2rem; } .wide[data-change] > .new:not(.none)::before { content: "Mới"; font-weight: 600; flex: 0 0 2.2rem; }
details.same { border-bottom: 1px solid #ecebe6; } summary { cursor: pointer; color: #55554f; padding: .35rem .4rem; }
@media (max-width: 45rem) {
  .heads { display: none; } .line { grid-template-columns: 1fr; }
  .row, .wide > .row { padding-left: .4rem !important; } table, tbody, tr, td { display: block; } col, td:empty { display: none; } td { border-width: 0 0 1px; padding-inline: 0; height: auto; } td[data-head]::before { content: attr(data-head) ": "; color: #55554f; } .columns { display: none; }
  .line > .none { display: none; } .line:not([data-change]) > .old { display: none; }
  .line[data-change] > .old:not(.none)::before { content: "Cũ: "; font-weight: 600; } .line[data-change] > .new:not(.none)::before { content: "Mới: "; font-weight: 600; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; } .bar, details.same:not([open]) { display: none; }
  .line, .changes li { break-inside: avoid; } h2, h3 { break-after: avoid; } del, ins, .moved > div, .none { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
