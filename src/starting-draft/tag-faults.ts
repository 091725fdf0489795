/**
 * What is wrong with the tags of a Handlebars template, in terms of what somebody typed: its parser only says which sign it
 * did not expect, often many lines behind the fault.
 */
import type { Finding, Place } from "../findings/finding.js";
import { reportTemplateTag } from "../findings/messages/template-tag.js";

interface Tag {
  /** Offset of its braces. */
  readonly at: number;
  /** Between the braces. */
  readonly inside: string;
  /** Offset of the inside. */
  readonly start: number;
  readonly closed: boolean;
}

/** Tags, comments set aside; what stands between straight quotes may hold anything but a line end. */
const TAG =
  /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?!(?!--)[\s\S]*?\}\}|(?<open>\{{2,3})(?<inside>(?:"[^"\n]*"|'[^'\n]*'|(?!\{\{|\}\})[^"'\n]|\n(?!\s*\n))*)(?<close>\}{2,3})?|(?<stray>\}\})/gu;
/** Begins within the tag that a fault leaves open. */
const BROKEN = /\{\{[^\n]*/u;
const CURLY_QUOTE = /[“”„‟‘’]/u;
const STRING = /"[^"\n]*"|'[^'\n]*'/gu;
const OPENS = /^~?[#^][>*]?\s*([^\s~]+)/u;
const CLOSES = /^~?\/\s*([^\s~]+)/u;

class TagReader {
  readonly findings: Finding[] = [];
  readonly #open: { readonly name: string; readonly at: number }[] = [];
  readonly #starts: readonly number[];

  constructor(
    readonly source: string,
    readonly file: string,
  ) {
    this.#starts = [0, ...[...source.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  }

  #place(offset: number): Place {
    const line = this.#starts.findLastIndex((start) => start <= offset);
    return { file: this.file, line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  #lineOf(offset: number): number {
    return this.#place(offset).line ?? 1;
  }

  /** @returns whether the rest can still be read */
  #tag({ at, inside, start, closed }: Tag): boolean {
    const bare = inside.replace(STRING, (text) => " ".repeat(text.length));
    const curly = CURLY_QUOTE.exec(bare);
    if (curly !== null) {
      this.findings.push(
        reportTemplateTag("template/curly-quotes", { sign: curly[0] }, this.#place(start + curly.index)),
      );
      return closed;
    }
    if (!closed) {
      const tag = (BROKEN.exec(this.source.slice(at))?.[0] ?? inside).trim().slice(0, LONGEST);
      // the braces of the next tag are not this one's
      const own = tag.slice(0, tag.indexOf("{{", 2) === -1 ? undefined : tag.indexOf("{{", 2)).replace(STRING, "");
      const id = /["']/u.test(own) ? "template/open-quote" : "template/open-braces";
      this.findings.push(reportTemplateTag(id, { tag }, this.#place(at)));
      return false;
    }
    const [, opened] = OPENS.exec(inside.trim()) ?? [];
    if (opened !== undefined) this.#open.push({ name: opened, at });
    const [, name] = CLOSES.exec(inside.trim()) ?? [];
    return name === undefined || this.#close(name, at);
  }

  #close(name: string, at: number): boolean {
    const last = this.#open.pop();
    if (last === undefined) {
      this.findings.push(reportTemplateTag("template/not-opened", { name }, this.#place(at)));
      return false;
    }
    if (last.name === name) return true;
    const params = { name: last.name, line: this.#lineOf(last.at), found: name, foundLine: this.#lineOf(at) };
    this.findings.push(reportTemplateTag("template/crossed", params, this.#place(last.at)));
    return false;
  }

  run(): readonly Finding[] {
    for (const match of this.source.matchAll(TAG)) {
      const { open, inside = "", close, stray } = match.groups ?? {};
      // a backslash makes a tag text
      if (this.source[match.index - 1] === "\\") continue;
      if (stray !== undefined) {
        this.findings.push(reportTemplateTag("template/stray-braces", {}, this.#place(match.index)));
        return this.findings;
      }
      if (open === undefined) continue;
      const start = match.index + open.length;
      if (!this.#tag({ at: match.index, inside, start, closed: close !== undefined })) return this.findings;
    }
    for (const { name, at } of this.#open.toReversed()) {
      const params = { name, line: this.#lineOf(at) };
      this.findings.push(reportTemplateTag("template/unclosed-block", params, this.#place(at)));
    }
    return this.findings;
  }
}

/** Longest tag that a finding quotes, in signs. */
const LONGEST = 60;

/**
 * Faults of a template's tags: curly quotes, quotes and braces that are not closed, blocks that are not closed or closed in
 * the wrong order.
 *
 * @param source with line feeds as line ends
 * @param file as it is to stand in findings
 * @returns faults as far as the tags can be told apart; none of a template whose tags are in order
 */
export function tagFaults(source: string, file: string): readonly Finding[] {
  return new TagReader(source, file).run();
}
