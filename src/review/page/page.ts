/** The comparison as one self-contained HTML page: nothing is fetched, all text is escaped by Handlebars. */
import { createHash } from "node:crypto";
import Handlebars from "handlebars";
import type { Change } from "../compare/change.js";
import type { Comparison } from "../compare/compare-flows.js";
import type { ComparisonResult } from "../report/result.js";
import { sayCounts } from "../report/terminal.js";
import {
  excerptOf,
  GROUP_NAMES,
  GROUPS,
  KIND_NAMES,
  nameChange,
  sayFigure,
  sayFigures,
  sayLook,
  sayPlaces,
} from "../report/words.js";
import { SCRIPT } from "./script.js";
import { MOVED, sideBySide } from "./side-by-side.js";
import type { Piece } from "./sides.js";
import { STYLE } from "./style.js";

/** A picture of a page with what differs marked. */
export interface LookPicture {
  /** `data:image/png;base64,…`. */
  readonly source: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** One pair on the page. */
export interface ComparedPair {
  readonly result: ComparisonResult;
  readonly comparison: Comparison;
  /** Pictures of looks, by index of the change. */
  readonly pictures?: ReadonlyMap<number, readonly LookPicture[]>;
}

const hashed = (content: string): string => `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`;

const POLICY = `default-src 'none'; img-src data:; style-src ${hashed(STYLE)}; script-src ${hashed(SCRIPT)}; base-uri 'none'; form-action 'none'`;

const SIDE = `{{#*inline "side"}}{{#if page}}<span class="page">tr. {{page}}</span>{{/if}}{{#if columns}}<table><colgroup>{{#each columns}}<col width="{{this}}%">{{/each}}</colgroup><tbody><tr>{{#each cells}}<td{{#if head}} data-head="{{head}}"{{/if}}>{{#each pieces}}{{> piece}}{{/each}}</td>{{/each}}</tr></tbody></table>{{else}}{{#each pieces}}{{> piece}}{{/each}}{{/if}}{{/inline}}
{{~#*inline "piece"}}{{#if removed}}<del>{{text}}</del>{{else if added}}<ins>{{text}}</ins>{{else}}{{text}}{{/if}}{{/inline}}
{{~#*inline "line"}}
<div class="line{{#if kind}} {{kind}}{{/if}}{{#if wide}} wide{{/if}}{{#if heads}} columns{{/if}}"{{#if id}} id="{{id}}" data-change tabindex="-1"{{/if}}>
{{#if labels}}<p class="label">{{#each labels}}<span>{{this}}</span>{{/each}}</p>
{{/if}}{{#if movedTo}}<p class="label"><a href="#{{movedTo}}">${MOVED.from}</a></p>
{{/if}}<div class="old{{#unless old}} none{{/unless}}{{#if old.heading}} heading{{/if}}{{#if old.columns}} row{{/if}}">{{#if old}}{{#with old}}{{> side}}{{/with}}{{/if}}</div>
<div class="new{{#unless new}} none{{/unless}}{{#if new.heading}} heading{{/if}}{{#if new.columns}} row{{/if}}">{{#if new}}{{#with new}}{{> side}}{{/with}}{{/if}}</div>
</div>
{{/inline}}`;

const PAGE = `${SIDE}<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="generator" content="vanthu diff">
<title>{{title}}</title>
<style>{{{style}}}</style>
</head>
<body>
<header>
<h1>{{title}}</h1>
<p>{{counts}}</p>
{{#each notes}}<p>{{this}}</p>
{{/each}}
</header>
<nav aria-label="Đi tới thay đổi" class="bar">
<button type="button" id="truoc" aria-keyshortcuts="p k">‹ Trước <kbd>p</kbd></button>
<button type="button" id="sau" aria-keyshortcuts="n j">Sau › <kbd>n</kbd></button>
<span id="vi-tri" aria-live="polite">{{total}} thay đổi</span>
<button type="button" id="mo-het" aria-pressed="false">Hiện cả phần không đổi</button>
</nav>
<main>
{{#if contents}}
<section aria-labelledby="muc-luc">
<h2 id="muc-luc">Mục lục</h2>
<ol>
{{#each contents}}
<li>{{#if href}}<a href="{{href}}">{{name}}</a>{{else}}{{name}}{{/if}}: {{counts}}</li>
{{/each}}
</ol>
</section>
{{/if}}
{{#each pairs}}
<article id="{{id}}" aria-labelledby="{{id}}-ten">
<h2 id="{{id}}-ten">{{name}}</h2>
<p>{{counts}}</p>
{{#each groups}}
<section aria-labelledby="{{id}}">
<h3 id="{{id}}">{{name}} ({{count}})</h3>
<ul class="changes">
{{#each changes}}
<li{{#if own}} id="{{own}}" data-change tabindex="-1"{{/if}}>{{#if href}}<a href="{{href}}"><b>{{head}}</b></a>{{else}}<b>{{head}}</b>{{/if}}{{#if place}}<span class="place">{{place}}</span>{{/if}}{{#if pieces}}<span class="text">{{#each pieces}}{{> piece}}{{/each}}</span>{{/if}}{{#if figures}}<span class="place">{{figures}}</span>{{/if}}{{#if pictures}}<span class="pictures">{{#each pictures}}<img src="{{source}}" alt="{{alt}}" width="{{width}}" height="{{height}}">{{/each}}</span>{{/if}}</li>
{{/each}}
</ul>
</section>
{{/each}}
{{#if runs}}
<section aria-labelledby="{{id}}-hai-ban">
<h3 id="{{id}}-hai-ban">Hai bản cạnh nhau</h3>
<div class="heads" aria-hidden="true"><div>Bản cũ: {{old}}</div><div>Bản mới: {{new}}</div></div>
{{#each runs}}
{{#if folded}}<details class="same"><summary>{{folded}} đoạn không đổi</summary>{{#each lines}}{{> line}}{{/each}}</details>
{{else}}{{#each lines}}{{> line}}{{/each}}{{/if}}
{{/each}}
</section>
{{/if}}
</article>
{{/each}}
</main>
<script>{{{script}}}</script>
</body>
</html>
`;

const apply = Handlebars.compile(PAGE, { knownHelpersOnly: true });

/** Longest text of a change in the list; the whole is in the view below. */
const LONGEST = 240;
const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`);

interface ListedChange {
  readonly head: string;
  readonly place: string;
  readonly pieces: readonly Piece[];
  /** Figures that came or went with the words; empty where there are none. */
  readonly figures: string;
  readonly href?: string;
  readonly own?: string;
  readonly pictures?: readonly LookPicture[];
}

/** What is shown of a change in the list: of what was reworded the words around it. */
function piecesOf({ kind, figure, stretches, oldText, newText }: Change): Piece[] {
  if (kind === "figure" && figure?.row !== undefined) return [];
  if (kind === "added" || kind === "rowAdded") return [{ text: shortened(newText ?? ""), added: true }];
  if (kind === "removed" || kind === "rowRemoved") return [{ text: shortened(oldText ?? ""), removed: true }];
  if (stretches === undefined || kind === "figure") return [{ text: shortened(newText ?? oldText ?? "") }];
  return excerptOf(stretches).map(({ op, text }) => ({ text, ...(op === "same" ? {} : { [op]: true }) }));
}

function listed(
  change: Change,
  lineId: string | undefined,
  own: string,
  pictures: readonly LookPicture[] | undefined,
): ListedChange {
  const inText = change.group === "figures" || change.group === "wording";
  const head =
    change.kind === "figure"
      ? sayFigure(change)
      : inText
        ? nameChange(change)
        : `${KIND_NAMES[change.kind]}: ${sayLook(change)}`;
  return {
    head,
    place: inText ? sayPlaces(change) : "",
    pieces: inText ? piecesOf(change) : [],
    figures: sayFigures(change),
    ...(lineId === undefined ? { own } : { href: `#${lineId}` }),
    ...(pictures === undefined ? {} : { pictures }),
  };
}

function pairView({ result, comparison, pictures }: ComparedPair, index: number) {
  const id = `cap-${index + 1}`;
  const prefix = `${id}-dong-`;
  const lineOf = new Map<number, string>();
  for (const [at, { changes }] of comparison.lines.entries())
    for (const change of changes) lineOf.set(change, `${prefix}${at + 1}`);
  const { changes } = result;
  const groups = GROUPS.flatMap((group) => {
    const own = changes.flatMap((change, at) =>
      change.group === group ? [listed(change, lineOf.get(at), `${id}-thay-doi-${at + 1}`, pictures?.get(at))] : [],
    );
    return own.length === 0
      ? []
      : [{ id: `${id}-${group}`, name: GROUP_NAMES[group], count: own.length, changes: own }];
  });
  return {
    id,
    name: `${result.old.file} → ${result.new.file}`,
    old: result.old.file,
    new: result.new.file,
    counts: sayCounts(result),
    groups,
    runs: lineOf.size === 0 ? [] : sideBySide(comparison, prefix),
  };
}

/** An entry of the table of contents that has no pair: a file that only one folder holds, or that could not be read. */
export interface LoneEntry {
  readonly name: string;
  readonly words: string;
}

/**
 * The page of one pair of versions, or of two folders.
 *
 * @param lone entries without a pair; given only for folders
 */
export function comparisonPage(pairs: readonly ComparedPair[], lone?: readonly LoneEntry[]): string {
  const views = pairs.map(pairView);
  const total = pairs.reduce((sum, { result }) => sum + result.changes.length, 0);
  const [only] = pairs;
  const folders = lone !== undefined;
  return apply({
    title: folders ? "So sánh hai thư mục" : "So sánh hai bản",
    counts: folders
      ? `${pairs.length} cặp văn bản, ${total} thay đổi.`
      : only === undefined
        ? ""
        : `${only.result.old.file} (bản cũ) và ${only.result.new.file} (bản mới).`,
    notes: [],
    total,
    policy: POLICY,
    style: STYLE,
    script: SCRIPT,
    contents: folders
      ? [
          ...views.map(({ id, name, counts }) => ({ href: `#${id}`, name, counts })),
          ...lone.map(({ name, words }) => ({ name, counts: words })),
        ]
      : [],
    pairs: views,
  });
}
