import type { Emphasis, Inline, Inlines } from "../../model/inline.js";
import { LOOKS, type Look, lookOf, sameLook } from "../../source/draft/body/runs.js";
import { TAGS } from "../../source/draft/body/tags.js";
import { escapeDestination, escapeLabel, escapeText, keepEdges } from "./escape.js";

/** A piece of a paragraph in the draft's syntax, without its emphasis. */
export interface Piece {
  readonly source: string;
  readonly look: Emphasis;
}

/** The inlines of a paragraph in the draft's syntax. */
export function writeInlines(inlines: Inlines): string {
  return keepEdges(writePieces(piecesOf(inlines)));
}

/** The pieces of inlines; neighbouring runs of one look are one piece. */
export function piecesOf(inlines: Inlines): Piece[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === "text" && last?.kind === "text" && sameLook(last, inline)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.kind !== "text" || inline.text !== "") merged.push(inline);
  }
  return merged.map((inline, index) => pieceOf(inline, merged[index - 1], merged[index + 1]));
}

function pieceOf(inline: Inline, before: Inline | undefined, after: Inline | undefined): Piece {
  switch (inline.kind) {
    case "text":
      return { source: escapeText(inline.text), look: lookOf(inline) };
    case "figure": {
      const source = `[${escapeLabel(inline.text)}](${escapeDestination(inline.binding)})`;
      return { source, look: lookOf(inline) };
    }
    case "noteMark":
      // A note's mark has no look of its own, so it need not interrupt the emphasis around it.
      return { source: `[^${inline.note}]`, look: commonLook([emphasisOf(before), emphasisOf(after)]) };
  }
}

function emphasisOf(inline: Inline | undefined): Emphasis {
  return inline === undefined || inline.kind === "noteMark" ? {} : inline;
}

/** What all looks have in common. */
function commonLook(looks: readonly Emphasis[]): Emphasis {
  const common: Emphasis = {};
  for (const name of LOOKS) if (looks.every((look) => look[name])) common[name] = true;
  return common;
}

/** Writes pieces one after another. */
export function writePieces(pieces: readonly Piece[]): string {
  const written: string[] = [];
  for (let index = 0; index < pieces.length; ) {
    const start = index;
    while (index < pieces.length && takesStars(pieces[index]) === takesStars(pieces[start])) index += 1;
    const group = pieces.slice(start, index);
    const next = pieces[index];
    const after = next && isTagged(next) ? "<" : next?.source[0];
    const before = written.at(-1)?.at(-1);
    const source = takesStars(group[0]) ? writeStarred(group, before, after) : writeTags(group, {});
    if (source !== "") written.push(source);
  }
  return written.join("");
}

/** Bold and italic may be written with stars, so neighbouring pieces of these looks are written together. */
function takesStars(piece: Piece | undefined): boolean {
  return piece?.look.bold === true || piece?.look.italic === true;
}

function isTagged({ look }: Piece): boolean {
  return LOOKS.some((name) => look[name]);
}

/**
 * Writes bold and italic pieces: what they have in common with Markdown's stars where these would be understood, and
 * everything else with tags.
 *
 * @param before the character before the group, none at the beginning of the paragraph
 * @param after the character behind it
 */
function writeStarred(group: readonly Piece[], before: string | undefined, after: string | undefined): string {
  const { bold, italic } = commonLook(group.map(({ look }) => look));
  const stars = (bold ? 2 : 0) + (italic ? 1 : 0);
  // The star of a mark stands for itself and would be paired with them.
  if (stars > 0 && !group.some(({ source }) => source.startsWith("*"))) {
    const inner = writeTags(group, { ...(bold && { bold }), ...(italic && { italic }) });
    if (opens(before, inner.at(0)) && opens(after, inner.at(-1))) {
      return "*".repeat(stars) + inner + "*".repeat(stars);
    }
  }
  return writeTags(group, {});
}

/**
 * Stars are understood between these characters: CommonMark's rules of left- and right-flanking, which mirror each
 * other. Characters outside the basic plane are left to tags, because the Markdown parser sees halves of them.
 */
function opens(outside: string | undefined, inside: string | undefined): boolean {
  if (inside === undefined || /[\s*_]/u.test(inside) || isSurrogate(inside)) return false;
  if (!isPunctuation(inside)) return outside === undefined || !isSurrogate(outside);
  return outside === undefined || /\s/u.test(outside) || isPunctuation(outside);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function isSurrogate(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdfff;
}

/** Writes pieces with tags that nest; `given` is what stars around them say already. */
function writeTags(group: readonly Piece[], given: Emphasis): string {
  let written = "";
  let open: Look[] = [];
  const close = (from: number): void => {
    for (const name of open.slice(from).reverse()) written += `</${tagOf(name)}>`;
    open = open.slice(0, from);
  };
  for (const { source, look } of group) {
    const wanted = LOOKS.filter((name) => look[name] && !given[name]);
    const kept = open.findIndex((name) => !wanted.includes(name));
    close(kept === -1 ? open.length : kept);
    for (const name of wanted) {
      if (open.includes(name)) continue;
      open.push(name);
      written += `<${tagOf(name)}>`;
    }
    written += source;
  }
  close(0);
  return written;
}

function tagOf(look: Look): string {
  return TAGS.find(([, candidate]) => candidate === look)?.[0] ?? look;
}
