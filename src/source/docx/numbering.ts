/** Automatic numbering of a Word file: the lists that it declares (part `numbering`). */
import { XmlScanner } from "../../xml/xml-scanner.js";
import type { NumberFormat } from "./number-format.js";
import type { ParagraphStyle } from "./styles.js";

/** A level of a list. */
export interface ListLevel {
  readonly start: number;
  readonly format: NumberFormat;
  /** `%1.%2.`: numbers of this level and of those above it. */
  readonly text: string;
  /** All numbers in digits, whatever the levels above use. */
  readonly legal: boolean;
  /** Counts on unless a level of this rank or a higher one (1 the highest) came; 0: always; absent: any above it. */
  readonly restartsAfter?: number;
  /** Paragraph style that belongs to it. */
  readonly style?: string;
  /** Indents of its paragraphs, pt. */
  readonly indent?: { readonly left?: number; readonly firstIndent?: number };
}

/** What a list instance changes of its list. */
export interface LevelOverride {
  readonly start?: number;
  readonly level?: ListLevel;
}

/** A list instance (`num`) with the list (`abstractNum`) that it counts with. */
export interface ListInstance {
  readonly list: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly overrides: ReadonlyMap<number, LevelOverride>;
}

/** Instances by `numId`. */
export type Lists = ReadonlyMap<string, ListInstance>;

/** Levels of a list: nine, counted from 0. */
const LEVELS = 9;
/** Word's dialog takes no longer text for a level; a longer one is cut. */
const LONGEST_TEXT = 100;
/** Word's own limit of a start. */
const MOST_START = 32_767;

interface OpenLevel {
  start: number;
  format: NumberFormat;
  text: string;
  legal: boolean;
  restartsAfter?: number;
  style?: string;
  indent?: { left?: number; firstIndent?: number };
}

interface OpenList {
  readonly levels: Map<number, ListLevel>;
  /** Name of a numbering style that the list takes its levels from, or gives them to. */
  takesFrom?: string;
  givesTo?: string;
}

interface OpenInstance {
  list: string;
  readonly overrides: Map<number, { start?: number; level?: ListLevel }>;
}

const isOff = (value: string | undefined): boolean => value === "0" || value === "false" || value === "off";

/** A level's number; undefined when it is none of the nine. */
export function readLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return value !== undefined && Number.isInteger(level) && level >= 0 && level < LEVELS ? level : undefined;
}

function readStart(value: string | undefined): number | undefined {
  const start = Number(value);
  return value !== undefined && Number.isInteger(start) && start >= 0 && start <= MOST_START ? start : undefined;
}

const TWIPS = 20;

function readIndent(scanner: XmlScanner): NonNullable<OpenLevel["indent"]> {
  const twips = (...names: readonly string[]): number | undefined => {
    const typed = names.map((name) => scanner.attribute(name)).find((value) => value !== undefined);
    const value = Number(typed);
    return typed === undefined || !Number.isFinite(value) ? undefined : value / TWIPS;
  };
  const [left, first, hanging] = [twips("left", "start"), twips("firstLine"), twips("hanging")];
  const firstIndent = hanging === undefined ? first : -hanging;
  return { ...(left === undefined ? {} : { left }), ...(firstIndent === undefined ? {} : { firstIndent }) };
}

class ListReader {
  readonly lists = new Map<string, OpenList>();
  readonly instances = new Map<string, OpenInstance>();
  #list: OpenList | undefined;
  #instance: OpenInstance | undefined;
  #override: { start?: number; level?: ListLevel } | undefined;
  #level: OpenLevel | undefined;

  read(xml: string): void {
    const scanner = new XmlScanner(xml);
    while (scanner.next()) {
      if (scanner.closing) this.#end(scanner.name);
      else if (scanner.name === "Fallback") scanner.skip();
      else this.#start(scanner);
    }
  }

  #start(scanner: XmlScanner): void {
    const { name } = scanner;
    if (name === "abstractNum") {
      this.#list = { levels: new Map() };
      this.lists.set(scanner.attribute("abstractNumId") ?? "", this.#list);
    } else if (name === "num") {
      this.#instance = { list: "", overrides: new Map() };
      this.instances.set(scanner.attribute("numId") ?? "", this.#instance);
    } else if (name === "lvlOverride") {
      const level = readLevel(scanner.rawAttribute("ilvl"));
      this.#override = level === undefined ? undefined : {};
      if (level !== undefined && this.#override !== undefined) this.#instance?.overrides.set(level, this.#override);
    } else if (name === "lvl") this.#startLevel(readLevel(scanner.rawAttribute("ilvl")));
    else if (name === "abstractNumId" && this.#instance !== undefined) {
      this.#instance.list = scanner.attribute("val") ?? "";
    } else if (name === "startOverride") {
      const start = readStart(scanner.rawAttribute("val"));
      if (this.#override !== undefined && start !== undefined) this.#override.start = start;
    } else if (name === "numStyleLink" && this.#list) this.#list.takesFrom = scanner.attribute("val") ?? "";
    else if (name === "styleLink" && this.#list) this.#list.givesTo = scanner.attribute("val") ?? "";
    else this.#property(scanner);
  }

  #startLevel(index: number | undefined): void {
    if (index === undefined) return;
    const level: OpenLevel = { start: 0, format: { name: "decimal" }, text: "", legal: false };
    this.#level = level;
    if (this.#override !== undefined) this.#override.level = level;
    else this.#list?.levels.set(index, level);
  }

  #property(scanner: XmlScanner): void {
    const level = this.#level;
    if (level === undefined) return;
    const value = scanner.attribute("val");
    switch (scanner.name) {
      case "start":
        level.start = readStart(value) ?? 0;
        return;
      case "numFmt": {
        const pattern = scanner.attribute("format");
        level.format = { name: value ?? "decimal", ...(pattern === undefined ? {} : { pattern }) };
        return;
      }
      case "lvlText":
        level.text = (value ?? "").slice(0, LONGEST_TEXT);
        return;
      case "lvlRestart":
        level.restartsAfter = Number(value);
        return;
      case "isLgl":
        level.legal = !isOff(value);
        return;
      case "ind":
        level.indent = readIndent(scanner);
        return;
      case "pStyle":
        if (value !== undefined) level.style = value;
    }
  }

  #end(name: string): void {
    if (name === "lvl") this.#level = undefined;
    else if (name === "lvlOverride") this.#override = undefined;
    else if (name === "abstractNum") this.#list = undefined;
    else if (name === "num") this.#instance = undefined;
  }
}

/** The list that holds the levels of a list: itself, or the one that a numbering style points to. */
function sourceOf(id: string, reader: ListReader, styles: ReadonlyMap<string, ParagraphStyle>): string {
  const wanted = reader.lists.get(id)?.takesFrom;
  if (wanted === undefined) return id;
  const giver = [...reader.lists].find(([, list]) => list.givesTo === wanted)?.[0];
  const numId = styles.get(wanted)?.numbering?.numId;
  return giver ?? (numId === undefined ? undefined : reader.instances.get(numId)?.list) ?? id;
}

/**
 * Reads the lists of a file.
 *
 * @param xml the part `numbering`
 * @param styles among them the numbering styles that lists refer to
 */
export function readNumbering(xml: string, styles: ReadonlyMap<string, ParagraphStyle>): Lists {
  const reader = new ListReader();
  reader.read(xml);
  return new Map(
    [...reader.instances].map(([numId, { list, overrides }]) => {
      const source = sourceOf(list, reader, styles);
      return [numId, { list: source, levels: reader.lists.get(source)?.levels ?? new Map(), overrides }];
    }),
  );
}
