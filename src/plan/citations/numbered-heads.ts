/** Heads with a number and a code: "Chỉ thị số 33-CT/TW", "số 15-CV/TU" in a list. */
import { CITED_TYPES, typesOfCode } from "./cited-types.js";
import type { CitationHead } from "./head.js";
import { findNumbers } from "./number.js";

/** The type in either case of its first letter, and in capitals: "chỉ thị số", "Chỉ thị số", "CHỈ THỊ SỐ". */
const anyCase = (name: string): string => {
  const [first = "", ...others] = name;
  return `[${first}${first.toLowerCase()}]${others.join("")}|${name.toUpperCase()}`;
};
const TYPE = `(?<![\\p{L}\\d])(?:${CITED_TYPES.map(anyCase).join("|")})`;
/** Words between type and number: "Quy chế làm việc số", "Thông báo kết luận số". */
const QUALIFIER = "(?:\\s+(?!(?:và|hoặc|của|theo|về|với|tại|cho|số)\\s)\\p{Ll}+){0,5}";
const NUMBER_SIGN = "(?:[Ss]ố|SỐ)\\s*:?\\s*";
const BEFORE_NUMBER = new RegExp(`(${TYPE})(?:${QUALIFIER}\\s+${NUMBER_SIGN}|\\s+)$`, "u");
const LAW_BEFORE_NUMBER = new RegExp(`(Bộ luật|Luật|Pháp lệnh)((?:\\s+[\\p{L},]+){0,16}?)\\s+${NUMBER_SIGN}$`, "u");
const SIGN_BEFORE = new RegExp(`(?<![\\p{L}\\d])${NUMBER_SIGN}$`, "u");
/** A list goes on with the same type: "các Công văn số 12-CV/TU, số 15-CV/TU và 17-CV/TU". */
const LIST_GOES_ON = new RegExp(`^\\s*(?:,|;|và|,\\s*và)\\s*(?:${NUMBER_SIGN})?$`, "u");

const inferType = (code: string): string | undefined => {
  const types = [...typesOfCode(code)];
  return types.length === 1 ? types[0] : undefined;
};

const sentenceCase = (printed: string): string => {
  const name = CITED_TYPES.find((type) => type.toLowerCase() === printed.toLowerCase());
  return name ?? printed;
};

/** A number without its type must look like nothing else: a known code of a type, or a year and two codes. */
const standsAlone = (code: string): boolean =>
  /^\d{4}\//u.test(code) || (/[-/]/u.test(code) && typesOfCode(code).size > 0);

/** The heads with number and code of a text, in its order. */
export function* numberedHeads(text: string): Generator<CitationHead> {
  let previous: CitationHead | undefined;
  for (const found of findNumbers(text)) {
    const { number, code, blanks, start: at, end } = found;
    const from = Math.max(0, at - 160);
    const before = text.slice(from, at);
    const common = { number, code, core: end, confidence: "high", ...(blanks ? { blanks } : {}) } as const;
    const law = LAW_BEFORE_NUMBER.exec(before);
    const typed = BEFORE_NUMBER.exec(before);
    let head: CitationHead | undefined;
    if (typed !== null && !(law !== null && typed.index <= law.index)) {
      head = { ...common, type: sentenceCase(typed[1] ?? ""), typed: true, start: from + typed.index };
    } else if (law !== null) {
      const name = (law[2] ?? "").trim();
      head = { ...common, type: law[1] ?? "", typed: true, start: from + law.index, ...(name === "" ? {} : { name }) };
    } else if (previous !== undefined && LIST_GOES_ON.test(text.slice(previous.core, at))) {
      const type = typesOfCode(code).has(previous.type ?? "") ? previous.type : (inferType(code) ?? previous.type);
      head = { ...common, ...(type === undefined ? {} : { type }), typed: false, start: at };
    } else {
      const sign = SIGN_BEFORE.exec(before);
      if (standsAlone(code) || (sign !== null && code.length > 1)) {
        const type = inferType(code);
        const start = sign === null ? at : from + sign.index;
        head = { ...common, ...(type === undefined ? {} : { type }), typed: false, start };
      }
    }
    if (head === undefined) continue;
    previous = head;
    yield head;
  }
}
