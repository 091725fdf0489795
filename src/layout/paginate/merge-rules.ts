import type { Rule } from "../page.js";

/** Two rules meet when they are no further apart than this, pt. */
const TOUCH = 0.05;

/**
 * Joins the rules that lie on one line and touch, so that a table's borders are drawn once and whole.
 *
 * @param rules horizontal and vertical rules in any order
 */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const lines = new Map<string, Rule[]>();
  for (const rule of rules) {
    const horizontal = Math.abs(rule.y1 - rule.y2) < TOUCH;
    const at = horizontal ? rule.y1 : rule.x1;
    const key = `${horizontal ? "h" : "v"} ${Math.round(at * 20)} ${rule.width}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [rule]);
    else line.push(rule);
  }
  const merged: Rule[] = [];
  for (const line of lines.values()) {
    const horizontal = line[0] !== undefined && Math.abs(line[0].y1 - line[0].y2) < TOUCH;
    const start = (rule: Rule) => (horizontal ? rule.x1 : rule.y1);
    const end = (rule: Rule) => (horizontal ? rule.x2 : rule.y2);
    let current: Rule | undefined;
    for (const rule of line.sort((one, other) => start(one) - start(other))) {
      if (current !== undefined && start(rule) <= end(current) + TOUCH) {
        const reach = Math.max(end(current), end(rule));
        current = horizontal ? { ...current, x2: reach } : { ...current, y2: reach };
      } else {
        if (current !== undefined) merged.push(current);
        current = rule;
      }
    }
    if (current !== undefined) merged.push(current);
  }
  return merged;
}
