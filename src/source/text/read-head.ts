import type { Document, Family } from "../../model/document.js";
import { parsePlaceDate } from "../../norms/date-read.js";
import { normById } from "../../norms/index.js";
import { parsePrintedNumber } from "../../norms/number-read.js";
import { bare, type Lines } from "./paragraphs.js";

/** What a header told, and the lines that it did not understand. */
export interface TextHead {
  readonly fields: Pick<Document, "issuer" | "number" | "place" | "date">;
  readonly family: Family;
  /** Lines of the fields, by name. */
  readonly lines: ReadonlyMap<string, number>;
  /** Stamps and notes of those who received it: they never belong to the text. */
  readonly annotations: Lines;
}

const PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM";
const STATE_TITLE = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/u;
/** `Số: 12/KH-UBND`: the State writes the type behind the stroke and the body behind the hyphen. */
const STATE_NUMBER = /^Số\s*:?\s*[\d.…]*\s*\/\s*\p{Lu}[\p{L}]*\s*-\s*\p{Lu}/u;
const MOTTO = /^Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc$/iu;

/** Reads the lines above the title, in whatever order the columns were written down. */
export function readHead(paragraphs: readonly Lines[]): TextHead {
  const all = paragraphs.flat().map((line) => ({ ...line, text: bare(line.text) }));
  const state = all.some(({ text }) => STATE_TITLE.test(text) || STATE_NUMBER.test(text));
  const family: Family = state ? "state" : "party";
  const norm = normById(state ? "nd30" : "hd05");
  const fields: { -readonly [K in keyof TextHead["fields"]]: TextHead["fields"][K] } = {};
  const lines = new Map<string, number>();
  const annotations: Lines[number][] = [];
  const names: string[] = [];
  for (const line of all) {
    const { text, number } = line;
    if (
      text === "" ||
      text === "*" ||
      text === PARTY_TITLE ||
      STATE_TITLE.test(text) ||
      MOTTO.test(text) ||
      /^[-–—_*]+$/u.test(text)
    )
      continue;
    if (/^Số\b|^Số[:\s]/u.test(text)) {
      const read = parsePrintedNumber(text, norm);
      if (read.number !== undefined) fields.number = read.number;
      lines.set("number", number);
      continue;
    }
    const dated = parsePlaceDate(text, norm);
    if (dated.date !== undefined && dated.place !== undefined && dated.place !== "") {
      fields.place = dated.place;
      fields.date = dated.date;
      lines.set("date", number);
    } else if (text === text.toLocaleUpperCase("vi-VN") && /\p{L}{2,}/u.test(text)) {
      if (names.length === 0) lines.set("issuer", number);
      names.push(text);
    } else annotations.push(line);
  }
  const own = names.at(-1);
  if (own !== undefined) fields.issuer = { ...(names.length > 1 ? { superior: names.slice(0, -1) } : {}), name: [own] };
  return { fields, family, lines, annotations };
}
