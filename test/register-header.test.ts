import { describe, expect, it } from "vitest";
import { setHeaderValues } from "../src/register/header-lines.js";

const VALUES = { số: "12", ngày: "15/4/2026" };
const set = (text: string, values: Parameters<typeof setHeaderValues>[1] = VALUES) => setHeaderValues(text, values);

describe("writing number and day into a header", () => {
  it.each([
    [
      "puts absent keys where they belong",
      "---\nthể loại: Kế hoạch\nký hiệu: KH/ĐU\nđịa danh: X\n---\nsố: trong nội dung\n",
      "---\nthể loại: Kế hoạch\nsố: 12\nký hiệu: KH/ĐU\nđịa danh: X\nngày: 15/4/2026\n---\nsố: trong nội dung\n",
    ],
    [
      "fills empty keys and keeps their comments",
      "---\nsố:   # chờ cấp số\nký hiệu: KH/ĐU\nngày: /4/2026 # chưa có ngày\n---\nB",
      "---\nsố: 12   # chờ cấp số\nký hiệu: KH/ĐU\nngày: 15/4/2026 # chưa có ngày\n---\nB",
    ],
    [
      "keeps the line ends of Windows, and what a key is called",
      '---\r\nSố: ""\r\nký hiệu: KH/ĐU\r\nđịa danh: |\r\n  X\r\n\r\n---\r\nB\r\n',
      "---\r\nSố: 12\r\nký hiệu: KH/ĐU\r\nđịa danh: |\r\n  X\r\nngày: 15/4/2026\r\n\r\n---\r\nB\r\n",
    ],
    [
      "keeps a byte order mark, decomposed keys and comments at the end",
      `\uFEFF---\n${"số".normalize("NFD")}:\nký hiệu: KH/ĐU\n# hết\n---\nB`,
      `\uFEFF---\n${"số".normalize("NFD")}: 12\nký hiệu: KH/ĐU\nngày: 15/4/2026\n# hết\n---\nB`,
    ],
    [
      "finds its way without symbol and place",
      "---\ncơ quan ban hành: |\n  A\n  B\n\ntrích yếu: x\nký: |\n  A\n  ---\n  B\n---\n",
      "---\ncơ quan ban hành: |\n  A\n  B\nsố: 12\n\nngày: 15/4/2026\ntrích yếu: x\nký: |\n  A\n  ---\n  B\n---\n",
    ],
  ])("%s", (_, before, after) => {
    expect(set(before)).toBe(after);
  });

  it("changes nothing when there is nothing to write", () => {
    const text = "---\nsố: 3\nngày: 2026\n---\nB";
    expect(set(text, {})).toBe(text);
  });

  it.each([
    ["a header in braces", "---\n{số: , ngày: }\n---\n"],
    ["no header", "số: 1\n"],
    ["a header without end", "---\nsố: 1\n"],
    ["a header that is no YAML", "---\na: b: c\n---\n"],
    ["a header that is a list", "---\n- số\n---\n"],
  ])("gives up on %s", (_, text) => {
    expect(set(text)).toBeUndefined();
  });
});
