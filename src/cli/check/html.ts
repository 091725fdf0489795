/** Results as one HTML page without scripts or requests. */
import type { Finding, Severity } from "../../findings/finding.js";
import { countFindings, ruleName, SEVERITY_WORDS, sayParagraph } from "../print.js";
import type { CheckedFile } from "./check-file.js";
import { sayBasis, summaryLines } from "./words.js";

const ENTITIES: { readonly [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);

/** Contrast of all pairs is 4.5:1 and more (WCAG 2.2 AA); the severity is told in words, not by colour alone. */
const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; overflow-wrap: anywhere; }
li { margin: 0 0 1rem; padding-left: .75rem; border-left: .3rem solid #767676; list-style: none; }
ul { padding: 0; } li.error { border-color: #b3261e; } li.warning { border-color: #8a5a00; }
.severity { font-weight: 700; } .error .severity { color: #b3261e; } .warning .severity { color: #7a4f00; }
p { margin: .2rem 0; } .where, .basis { color: #555; font-size: .9rem; } q { quotes: "“" "”"; font-style: italic; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #161616; } .where, .basis { color: #bbb; }
  .error .severity { color: #ff8a80; } .warning .severity { color: #ffca6b; }
}
@media print { body { margin: 0; max-width: none; } li { break-inside: avoid; } }`;

const CLASSES: { readonly [S in Severity]: string } = { error: "error", warning: "warning", note: "note" };

function item(finding: Finding): string {
  const { severity, found, remedy, clause, basis, quote, place } = finding;
  const name = ruleName(finding);
  const where = [
    ...(place?.line === undefined
      ? []
      : [`dòng ${place.line}${place.column === undefined ? "" : `, cột ${place.column}`}`]),
    ...(place?.component === undefined ? [] : [place.component]),
    ...(place?.paragraph === undefined ? [] : [sayParagraph(place.paragraph, place.page)]),
  ].join(" · ");
  const rest = [clause, sayBasis(basis)].filter((part) => part !== undefined && part !== "").join("; ");
  return [
    `<li class="${CLASSES[severity]}">`,
    `<p><span class="severity">${SEVERITY_WORDS[severity]}${name === undefined ? "" : ` ${escapeHtml(name)}`}</span>: ${escapeHtml(found)}</p>`,
    ...(quote === undefined ? [] : [`<p><q>${escapeHtml(quote)}</q></p>`]),
    `<p>→ ${escapeHtml(remedy)}</p>`,
    ...(where === "" ? [] : [`<p class="where">${escapeHtml(where)}</p>`]),
    ...(rest === "" ? [] : [`<p class="basis">${escapeHtml(rest)}</p>`]),
    "</li>",
  ].join("\n");
}

function section({ shown, findings }: CheckedFile, index: number): string {
  const id = `tep-${index + 1}`;
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(shown)}</h2>`,
    `<p>${escapeHtml(countFindings(findings) ?? "Không có lỗi, cảnh báo hay lưu ý.")}</p>`,
    ...(findings.length === 0 ? [] : ["<ul>", ...findings.map(item), "</ul>"]),
    "</section>",
  ].join("\n");
}

/** The page; `beside` tells of files that could not be read, and of what was left in folders. */
export function htmlPage(files: readonly CheckedFile[], beside: readonly Finding[] = []): string {
  return [
    "<!doctype html>",
    '<html lang="vi">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>Kết quả kiểm tra thể thức</title>",
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    "<h1>Kết quả kiểm tra thể thức</h1>",
    ...summaryLines(files, beside).map((line) => `<p>${escapeHtml(line)}</p>`),
    ...files.map(section),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
