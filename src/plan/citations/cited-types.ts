import type { Family } from "../../model/document.js";
import { documentTypes } from "../../norms/types.js";

/** Types that are cited but issued neither by the Party's nor by the State's offices of these lists. */
const ISSUED_ELSEWHERE: readonly (readonly [name: string, ...codes: string[]])[] = [
  ["Hiến pháp"],
  ["Bộ luật"],
  ["Luật"],
  ["Pháp lệnh", "PL"],
  ["Sắc lệnh", "SL"],
  ["Lệnh", "L"],
  ["Nghị định", "NĐ"],
  ["Thông tư liên tịch", "TTLT"],
  ["Thông tư", "TT"],
  ["Nghị quyết liên tịch", "NQLT"],
  ["Điều lệ"],
  ["Đề cương", "ĐC"],
  ["Văn bản", "CV"],
  ["Cương lĩnh"],
];

/** Types of a plan's own papers that nobody cites by number, and words that stand for something else in a sentence. */
const NOT_CITED: ReadonlySet<string> = new Set(["Điều lệ Đảng", "Chiến lược", "Cương lĩnh chính trị", "Quy hoạch"]);

/** Names of everything that may be cited, the longest first, so that "Thông tư liên tịch" is not read as "Thông tư". */
export const CITED_TYPES: readonly string[] = [
  ...new Set([
    ...ISSUED_ELSEWHERE.map(([name]) => name),
    ...(["party", "state"] as const).flatMap((family) => documentTypes(family).map(({ name }) => name)),
  ]),
]
  .filter((name) => !NOT_CITED.has(name))
  .sort((one, other) => other.length - one.length);

/** Laws are cited by name and day or year, without number (HD05 6.2.3, NĐ30 PL.I II.6.a). */
export const LAWS: ReadonlySet<string> = new Set([
  "Hiến pháp",
  "Bộ luật",
  "Luật",
  "Pháp lệnh",
  "Điều lệ",
  "Cương lĩnh",
]);

/** The types that a code of a family stands for; of the Party QĐ is Quyết định and Quy định. */
function typesByCode(family: Family): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  const add = (code: string, name: string) => types.set(code, (types.get(code) ?? new Set()).add(name));
  for (const [name, ...codes] of ISSUED_ELSEWHERE)
    for (const code of codes) if (family === "state" || code === "CV") add(code, name);
  for (const { code, name } of documentTypes(family)) if (code !== undefined) add(code, name);
  // HD36 1.3.1.b
  if (family === "party") add("QĐi", "Quy định");
  return types;
}

const TYPES_BY_CODE = { party: typesByCode("party"), state: typesByCode("state") } as const;

const NONE: ReadonlySet<string> = new Set();

/** The parts of a code, `2014/NĐ-CP` → 2014, NĐ, CP. */
const partsOf = (code: string): readonly string[] => code.split(/[-/]/u);

/**
 * The types that the code of a number may stand for.
 *
 * @param code what follows the number, `CT/TW`
 * @returns an empty set where the code names no type, as in a công văn of the State
 */
export function typesOfCode(code: string): ReadonlySet<string> {
  const first = partsOf(code).find((part) => !/^\d+$/u.test(part)) ?? "";
  const state = /^\d{4}\//u.test(code) || !code.includes("/");
  // signs are mixed up often: "12/KH/ĐUK"
  return (
    TYPES_BY_CODE[state ? "state" : "party"].get(first) ?? TYPES_BY_CODE[state ? "party" : "state"].get(first) ?? NONE
  );
}

/** Whether a printed type may carry this code; what no norm knows is not judged. */
export function typeFitsCode(type: string, code: string): boolean {
  const types = typesOfCode(code);
  if (types.size === 0 || LAWS.has(type)) return true;
  // a công văn of the State shows no type: TT and PC may be units, and "Văn bản" is any letter
  return types.has(type) || type === "Văn bản" || (type === "Công văn" && !/^(?:KH|CT|NQ|KL|NĐ|BC)\//u.test(code));
}
