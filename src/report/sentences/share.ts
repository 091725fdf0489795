/** "có 612/748 doanh nghiệp đủ điều kiện đã có công đoàn (81,82%)"; "chưa có doanh nghiệp …" where there is none. */
import { type FormSet, findKey, formulaOf, type ValueKey } from "../../forms/index.js";
import { behind, bind, NOT_YET, type Phrase, type Subject } from "./phrase.js";

/** What a share is made of: `D05 * 100 / A06`; undefined for any other formula. */
export function partsOfShare(
  formSet: FormSet,
  key: ValueKey,
): { readonly part: ValueKey; readonly whole: ValueKey } | undefined {
  const indicator = findKey(formSet, key)?.indicator;
  const formula = indicator === undefined || indicator.kind !== "ratio" ? undefined : formulaOf(formSet, indicator);
  if (formula?.kind !== "binary" || formula.operator !== "/" || formula.right.kind !== "reference") return undefined;
  const above = formula.left;
  if (above.kind !== "binary" || above.operator !== "*" || above.right.kind !== "number") return undefined;
  if (above.left.kind !== "reference") return undefined;
  return { part: above.left.reference.key, whole: formula.right.reference.key };
}

/** A share with the two numbers that it is made of. */
export function sayShare(
  { ask, noun }: Subject,
  { part, whole }: { readonly part: ValueKey; readonly whole: ValueKey },
  verb?: string,
): Phrase {
  const share = ask();
  if (share.status !== "reported") return [bind(share), ` về tỷ lệ${behind(noun)}`];
  const counted = ask(undefined, part);
  if (counted.value === 0 && verb !== undefined) return [bind(counted, NOT_YET), ` ${verb}${behind(noun)}`];
  const numbers: Phrase = [bind(counted), "/", bind(ask(undefined, whole))];
  return [verb === undefined ? "" : `${verb} `, ...numbers, `${behind(noun)} (`, bind(share), ")"];
}
