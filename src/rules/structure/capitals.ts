import { type Rule, STATE } from "../rule.js";

/** Parts of a document, each with the capital that NĐ30 gives it. */
const UNIT = "(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần)";
const VALUE = "(?:[a-zđ](?![\\p{L}\\d])\\)?|\\d+|[IVXLC]+(?![\\p{L}\\d]))";
/** Two and more parts in one breath, or one of a law: "điểm a khoản 2 Điều 103". */
const CITED = new RegExp(`(?<![\\p{L}])${UNIT} ${VALUE}(?:[, ]+${UNIT} ${VALUE})*`, "gu");
const CAPITAL: ReadonlySet<string> = new Set(["điều", "tiểu mục", "mục", "chương", "phần"]);

export const S33: Rule = {
  id: "S33",
  title: "Viết hoa khi viện dẫn điều, khoản, điểm",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7",
  reason: "Viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm.",
  right: { body: "Cung ứng cây giống theo điểm a khoản 2 Điều 5 của Quy chế quản lý vườn ươm./." },
  wrong: { body: "Cung ứng cây giống theo Điểm a Khoản 2 điều 5 của Quy chế quản lý vườn ươm./." },
  *check({ texts }) {
    for (const { text, region, where } of texts) {
      if (region === "title") continue;
      for (const { 0: quote, index } of text.matchAll(CITED)) {
        const opensSentence = /(?:^|[.!?:;]\s+|[“"(]\s*)$/u.test(text.slice(0, index));
        const units = [...quote.matchAll(new RegExp(UNIT, "gu"))].map(([unit]) => unit);
        const wrong = units.some((unit, place) => {
          const due = CAPITAL.has(unit.toLocaleLowerCase("vi"));
          const capital = /^\p{Lu}/u.test(unit);
          return capital !== due && !(place === 0 && opensSentence && capital);
        });
        // "mục 1" and "phần I" of the document itself are ordinary words
        if (!wrong || (units.length === 1 && !/^(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm)/u.test(quote))) continue;
        if (units.length === 1 && /^điều/u.test(quote) && !/^điều \d/u.test(quote)) continue;
        const right = quote.replace(new RegExp(UNIT, "gu"), (unit) => {
          const small = unit.toLocaleLowerCase("vi");
          return CAPITAL.has(small) ? `${small.slice(0, 1).toLocaleUpperCase("vi")}${small.slice(1)}` : small;
        });
        yield { quote, found: `Viện dẫn “${quote}” viết hoa chưa đúng.`, remedy: `Ghi “${right}”.`, ...where };
      }
    }
  },
};
