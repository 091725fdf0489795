import { describe, expect, it } from "vitest";
import { RULES } from "../src/rules/index.js";
import { checkExample } from "./rules.sample.js";

const brief = (findings: Awaited<ReturnType<typeof checkExample>>) =>
  findings.map(({ rule, severity, found }) => `${severity} ${rule} ${found}`);

/** Rules whose wrong example breaks another rule by its nature: the same words are judged from another side. */
const TOGETHER: { readonly [rule: string]: readonly string[] } = {
  C04: ["P70"],
  P70: ["C04"],
  P08: [],
};

describe("examples of the rules", () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s", async (id, rule) => {
    expect(brief(await checkExample(rule, rule.right)).filter((line) => line.includes(` ${id} `))).toEqual([]);
    const wrong = await checkExample(rule, rule.wrong);
    expect(brief(wrong).filter((line) => line.includes(` ${id} `))).not.toEqual([]);
    // found by that rule alone, notes on plans without a day and the like apart
    const others = wrong.filter(
      (finding) => finding.rule !== id && finding.id.startsWith("rule/") && !TOGETHER[id]?.includes(finding.rule ?? ""),
    );
    expect(brief(others)).toEqual([]);
  });

  it("never calls an error what no norm says", () => {
    const raised = RULES.filter(({ severity, basis }) => severity === "error" && basis !== "norm");
    expect(raised).toEqual([]);
  });

  it("has each id once", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
