import { isAlias, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, Scalar, type YAMLMap } from "yaml";
import { reportDraft } from "../../../findings/messages/draft.js";
import { cleanText } from "../text/characters.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, type SourceLine } from "../text/lines.js";
import type { Position } from "../text/position.js";
import type { HeaderEntry, HeaderValue } from "./entry.js";
import { wordYamlFault } from "./yaml-fault.js";

/** Longest header, in characters. A real one has two or three thousand. */
const LONGEST = 200_000;

/**
 * The keys and values of a header. The failsafe schema leaves every scalar a string: `05` stays `05`.
 *
 * @param lines the lines between the two `---`
 * @returns undefined when the header is not readable YAML; the journal says why
 */
export function readYaml(lines: readonly SourceLine[], journal: FindingSink): readonly HeaderEntry[] | undefined {
  const source = lines.map((line) => line.text).join("\n");
  const first = lines.find((line) => !isBlank(line.text) && !line.text.startsWith("#"));
  if (first === undefined) return [];
  if (source.length > LONGEST) {
    const kilobytes = Math.round(source.length / 1000);
    journal.add(reportDraft("draft/header-too-long", { kilobytes }, { line: first.number }));
    return undefined;
  }
  const counter = new LineCounter();
  const document = parseDocument(source, {
    schema: "failsafe",
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const reader = new YamlReader(lines, counter);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    const at = reader.position(reader.blame(document.contents, fault.pos[0]));
    const line = lines[at.line - (lines[0]?.number ?? 1)]?.text ?? "";
    journal.add(wordYamlFault({ code: fault.code, message: fault.message, line }, at));
    return undefined;
  }
  if (!isMap(document.contents)) {
    journal.add(reportDraft("draft/header-not-map", { line: first.text }, { line: first.number, column: 1 }));
    return undefined;
  }
  return reader.entries(document.contents, journal);
}

/** Turns the nodes of the YAML library into entries with places of the draft. */
class YamlReader {
  constructor(
    private readonly lines: readonly SourceLine[],
    private readonly counter: LineCounter,
  ) {}

  entries(map: YAMLMap, journal: FindingSink): readonly HeaderEntry[] | undefined {
    const entries: HeaderEntry[] = [];
    for (const pair of map.items) {
      const entry = this.entry(pair, journal);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    return entries;
  }

  /** The place of an offset in the header's text. */
  position(offset: number): Position {
    const { line, col } = this.counter.linePos(offset);
    return { line: (this.lines[line - 1]?.number ?? 0) || (this.lines.at(-1)?.number ?? 1), column: col };
  }

  /** Where the value begins that an error at `offset` belongs to: a quote that is not closed errs at the far end. */
  blame(contents: unknown, offset: number): number {
    if (!isMap(contents)) return offset;
    const quoted = contents.items
      .map((pair) => pair.value)
      .find((value) => {
        const range =
          isScalar(value) && (value.type === "QUOTE_DOUBLE" || value.type === "QUOTE_SINGLE") && value.range;
        return range && range[0] <= offset && offset <= range[2];
      });
    return isNode(quoted) && quoted.range ? quoted.range[0] : offset;
  }

  private entry({ key, value }: Pair, journal: FindingSink): HeaderEntry | undefined {
    const place = this.position(isNode(key) ? (key.range?.[0] ?? 0) : 0);
    const name = isScalar(key) ? cleanText(String(key.value)) : "";
    const at = { ...place, component: name.charAt(0).toLocaleUpperCase("vi") + name.slice(1) };
    const decorated = [key, value].some(
      (node) => isAlias(node) || (isNode(node) && "anchor" in node && node.anchor !== undefined),
    );
    if (decorated || !isScalar(key)) {
      const line = this.lines.find((candidate) => candidate.number === at.line)?.text ?? "";
      journal.add(wordYamlFault({ code: decorated ? "BAD_ALIAS" : "NON_STRING_KEY", message: "", line }, at));
      return undefined;
    }
    const read = this.value(value, at, journal);
    return read && { key: name, at, value: read };
  }

  private value(node: unknown, keyAt: Position, journal: FindingSink): HeaderValue | undefined {
    if (isMap(node)) {
      const entries = this.entries(node, journal);
      return entries && { kind: "map", entries, at: keyAt };
    }
    if (isScalar(node)) return { kind: "text", lines: this.textLines(node, keyAt), at: keyAt };
    return node === null || node === undefined ? { kind: "text", lines: [], at: keyAt } : { kind: "list", at: keyAt };
  }

  /** The lines of a scalar, each with its place: a literal block has them in lines of the draft. */
  private textLines(node: Scalar, keyAt: Position): SourceLine[] {
    const text = String(node.value ?? "");
    if (text === "") return [];
    const at = node.range ? this.position(node.range[0]) : keyAt;
    const literal = node.type === Scalar.BLOCK_LITERAL;
    const texts = (node.type?.startsWith("BLOCK") ? text.replace(/\n$/u, "") : text).split("\n");
    return texts.map((line, index) => {
      const number = literal ? at.line + 1 + index : at.line;
      const typed = this.lines[number - (this.lines[0]?.number ?? 1)]?.text ?? "";
      const indent = literal ? Math.max(0, typed.length - line.length) : at.column - 1;
      return { text: cleanText(line), number, cuts: [{ at: 0, length: indent }] };
    });
  }
}
