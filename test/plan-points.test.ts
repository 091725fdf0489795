import { describe, expect, it } from "vitest";
import { type Point, pointsOf, readPoints } from "../src/plan/points/index.js";
import { parseDraft } from "../src/source/draft/index.js";

const HEADER = "---\nthể loại: Kế hoạch\ncơ quan ban hành: TỈNH UỶ HÀ TRUNG\n---\n";

async function references(body: string): Promise<string[]> {
  const { document } = await parseDraft(HEADER + body);
  if (document === undefined) throw new Error("the draft has faults");
  return [...pointsOf(readPoints(document))].map((point: Point) => `${point.reference}: ${point.text}`);
}

describe("points of a document", () => {
  it("nest by their marks, whatever forms an office nests", async () => {
    const body =
      "# I- A\n\n1. B\n\n- c\n- d\n\n2. E\n\n# II- F\n\n## 1. G\n\n(1) h\n\n(2) i\n\n## 2. K\n\n2.1. l\n\na) m\n\n- n\n\nb) o\n";
    expect(await references(body)).toEqual([
      "I: A",
      "I/1: B",
      "I/1/-1: c",
      "I/1/-2: d",
      "I/2: E",
      "II: F",
      "II/1: G",
      "II/1/1: h",
      "II/1/2: i",
      "II/2: K",
      "II/2/2.1: l",
      "II/2/2.1/a: m",
      "II/2/2.1/a/-1: n",
      "II/2/2.1/b: o",
    ]);
  });

  it("let a star line speak of its group, and an unmarked paragraph go on with its point", async () => {
    const body =
      "# III- A\n\n## 3. B\n\n3.4. C\n\n- d\n- e\n\nĐoạn tiếp.\n\n* Thời gian: g\n\n## 4. H\n\nViệc không đánh số.\n";
    expect(await references(body)).toEqual([
      "III: A",
      "III/3: B",
      "III/3/3.4: C",
      "III/3/3.4/-1: d",
      "III/3/3.4/-2: e",
      "III/3/3.4: Đoạn tiếp.",
      "III/3/*1: Thời gian: g",
      "III/4: H",
      "III/4: Việc không đánh số.",
    ]);
  });

  it("of an annex begin anew", async () => {
    const body = "# I- A\n\n1. B\n\n# Phụ lục\n# TÊN\n\n1. C\n";
    expect(await references(body)).toEqual(["I: A", "I/1: B", "1: C"]);
  });
});
