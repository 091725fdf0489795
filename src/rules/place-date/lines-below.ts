/** Lines below title, issuer and trích yếu, as a finished file shows them, against the norm's own lengths. */
import { nd30Clause } from "../../norms/clause.js";
import type { Norm, Range } from "../../norms/norm.js";
import type { ObservedRule } from "../../norms/observed.js";
import { type Fault, type Rule, STATE } from "../rule.js";

const NAMES: { readonly [B in ObservedRule["below"]]: string } = {
  nationalTitle: "tiêu đề",
  motto: "Tiêu ngữ",
  issuer: "tên cơ quan ban hành",
  subject: "trích yếu",
};

/** Lines are drawn by hand: this much of the text's length more or less is no fault, and that much may be one. */
const SLACK = 0.05;
const DOUBTFUL = 0.15;

/** The length that a norm gives the line below a component; undefined where it wants something else there. */
function wantedBelow({ titles }: Norm, below: ObservedRule["below"]): Range | undefined {
  if (below === "nationalTitle" || below === "motto") return titles.nationalRule.accept;
  const wanted = below === "issuer" ? titles.belowIssuer : titles.belowSubject;
  return wanted.kind === "rule" ? wanted.accept : undefined;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** How a length departs; nothing while one of its lines may have the right one. */
function wrongLength(share: Range | undefined, { min, max = Number.POSITIVE_INFINITY }: Range) {
  if (share === undefined) return undefined;
  const longest = share.max ?? Number.POSITIVE_INFINITY;
  const several = share.max === undefined || share.max - share.min > 0.01;
  if (share.min > max + SLACK)
    return { words: `${several ? "ít nhất " : ""}${percent(share.min)}`, sure: share.min > max + DOUBTFUL };
  if (longest < min - SLACK)
    return { words: `${several ? "nhiều nhất " : ""}${percent(longest)}`, sure: longest < min - DOUBTFUL };
  return undefined;
}

/** What is wrong with the line below a component. */
export function* judgeLine(rule: ObservedRule, norm: Norm): Generator<Fault> {
  const wanted = wantedBelow(norm, rule.below);
  if (wanted === undefined) return;
  const { drawn, stroke, signs, share, quote, part } = rule;
  const name = NAMES[rule.below];
  const whole = wanted.max !== undefined && wanted.max > 1;
  const length = whole ? "dài bằng dòng chữ" : "dài từ 1/3 đến 1/2 dòng chữ, cân giữa dòng chữ";
  const remedy = `Kẻ đường ngang nét liền, ${length}.`;
  const fault = (found: string): Fault => ({ quote, found, remedy, part });
  if (drawn === "none") yield fault(`Dưới ${name} không có đường kẻ.`);
  else if (drawn === "signs" && stroke !== undefined)
    yield fault(`Dưới ${name} là dãy ký tự “${signs ?? ""}”, không phải đường kẻ nét liền.`);
  else {
    if (stroke !== undefined) yield fault(`Đường kẻ dưới ${name} là nét ${stroke === "double" ? "đôi" : "đứt"}.`);
    const wrong = wrongLength(share, wanted);
    if (wrong === undefined) return;
    const found = `${drawn === "underline" ? "Gạch chân" : "Đường kẻ"} dưới ${name} dài bằng ${wrong.words} dòng chữ.`;
    yield { ...fault(found), ...(wrong.sure ? {} : { less: "warning" as const }) };
  }
}

const MOTTO = "Độc lập - Tự do - Hạnh phúc";

export const S02: Rule = {
  id: "S02",
  title: "Đường kẻ dưới Tiêu ngữ, tên cơ quan ban hành, trích yếu",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => `${nd30Clause("II.1")}, 2, 5`,
  reason:
    "Dưới Tiêu ngữ là đường kẻ nét liền dài bằng dòng chữ; dưới tên cơ quan, trích yếu là đường kẻ dài 1/3 đến 1/2 dòng chữ. Chỉ xét khi biết chắc đường kẻ thuộc dòng nào; hình vẽ đặt tự do thì không xét.",
  right: {
    printed: {
      rules: [
        { below: "motto", drawn: "line", share: { min: 1, max: 1 }, quote: MOTTO },
        { below: "issuer", drawn: "line", share: { min: 0.4, max: 0.4 }, quote: "SỞ NỘI VỤ" },
      ],
    },
  },
  wrong: {
    printed: {
      rules: [
        { below: "motto", drawn: "none", quote: MOTTO },
        { below: "issuer", drawn: "line", share: { min: 1, max: 1 }, quote: "SỞ NỘI VỤ" },
      ],
    },
  },
  *check({ printed: { rules = [] }, norm }) {
    for (const rule of rules) yield* judgeLine(rule, norm);
  },
};
