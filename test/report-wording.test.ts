import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, followWording } from "../src/report/bound/index.js";

const draft = (...blocks: readonly string[]): string => `---\nsố: 1\n---\n\n${blocks.join("\n\n")}\n`;
const figure = (printed: number | string, key = "C02"): string => `[${printed}](vt:${key}/tinh/2026-6t)`;

const follow = (text: string, made: string, fresh: string, accept: boolean | readonly string[] = false) => {
  const followed = followWording(text, made, fresh, ({ before, after }) =>
    typeof accept === "boolean" ? accept : accept.some((words) => `${before} ${after}`.includes(words)),
  );
  return { ...followed, text: applyEdits(text, followed.edits) };
};

const COVERAGE = "Báo cáo tổng hợp số liệu của 3/4 đơn vị; chưa có số liệu của 01 đơn vị (Xã Cửa Vạn).";
const NOW_ALL = "Báo cáo tổng hợp số liệu của 4/4 đơn vị.";
const RESULT = `Trong kỳ, toàn tỉnh kết nạp ${figure(12)} đảng viên. Các cấp uỷ đã quan tâm.`;
const LATE = "- Còn 01 đơn vị (Xã Cửa Vạn) gửi báo cáo chậm.";
const MISSING = "- Đến khi tổng hợp, còn 01 đơn vị (Xã Cửa Vạn) chưa gửi báo cáo.";
const HEAD = "# II- KẾT QUẢ";

const MADE = draft(COVERAGE, HEAD, RESULT, MISSING);
const FRESH = draft(NOW_ALL, HEAD, RESULT.replace("[12]", "[15]"), LATE);

describe("a draft whose template says something else now", () => {
  it("has nothing to follow where only figures have moved", () => {
    const followed = follow(MADE, MADE, MADE.replace("[12]", "[15]"));
    expect(followed).toMatchObject({ edits: [], waiting: [], accepted: [], cells: [] });
  });

  it("waits with sentences that change, come and go", () => {
    const { waiting, text, made } = follow(MADE, MADE, FRESH);
    expect(waiting.map(({ before, after }) => [before, after])).toEqual([
      [COVERAGE, NOW_ALL],
      [MISSING.slice(2), LATE.slice(2)],
    ]);
    expect(text).toBe(MADE);
    // and waits again the next time
    expect(follow(text, made, FRESH).waiting).toHaveLength(2);
  });

  it("takes one and leaves the other", () => {
    const { text, waiting, accepted, made } = follow(MADE, MADE, FRESH, ["4/4"]);
    expect(text).toBe(draft(NOW_ALL, HEAD, RESULT, MISSING));
    expect([waiting.length, accepted.length]).toEqual([1, 1]);
    expect(follow(text, made, FRESH).waiting.map(({ before }) => before)).toEqual([MISSING.slice(2)]);
  });

  it("shows a sentence that was edited by hand, and never touches it", () => {
    const own = "Báo cáo này tổng hợp số liệu của 3/4 đơn vị; chưa có số liệu của 01 đơn vị (Xã Cửa Vạn) do bão.";
    const edited = MADE.replace(COVERAGE, own);
    const { waiting, text } = follow(edited, MADE, FRESH);
    expect(waiting[0]).toMatchObject({ byHand: true, before: own, after: NOW_ALL });
    const all = follow(edited, MADE, FRESH, true);
    expect(all.text).toContain(own);
    expect(follow(all.text, all.made, FRESH).waiting).toEqual([]);
    expect(text).toBe(edited);
  });

  it("asks for nothing that somebody has struck out, or moved", () => {
    const without = draft(COVERAGE, HEAD, RESULT);
    expect(follow(without, MADE, FRESH).waiting.map(({ before }) => before)).toEqual([COVERAGE]);
    const moved = draft(MISSING, HEAD, RESULT, COVERAGE);
    const { text } = follow(moved, MADE, FRESH, true);
    expect(text).toContain(NOW_ALL);
    expect(text).not.toContain(COVERAGE);
  });

  it("leaves what people wrote between the sentences", () => {
    const written = draft(COVERAGE, "Lời mở đầu của chúng tôi.", HEAD, `${RESULT} Thêm một câu.`, MISSING, "Câu cuối.");
    const { text } = follow(written, MADE, FRESH, true);
    expect(text).toBe(draft(NOW_ALL, "Lời mở đầu của chúng tôi.", HEAD, `${RESULT} Thêm một câu.`, LATE, "Câu cuối."));
  });

  it("exchanges open parts and annexes without asking, and no open part that is written", () => {
    const [open, later] = ["[cần viết: ưu điểm; 23 đơn vị có ý kiến]", "[cần viết: ưu điểm; 24 đơn vị có ý kiến]"];
    const annex = "# Phụ lục 1 {ngang}";
    const [made, fresh] = [draft(open, annex, "*Tổng hợp từ 3/4.*"), draft(later, annex, "*Tổng hợp từ 4/4.*")];
    expect(follow(made, made, fresh)).toMatchObject({ text: fresh, waiting: [] });
    const written = made.replace(open, "Đã viết.");
    expect(follow(written, made, fresh)).toMatchObject({ text: fresh.replace(later, "Đã viết."), waiting: [] });
  });
});

describe("a table whose cells have moved", () => {
  const table = (...rows: readonly string[]): string =>
    [
      "```bảng",
      "cột: * stt, * chữ, * số, * chữ",
      "| TT | Đơn vị | Kết nạp | Ghi chú |",
      "| --- | --- | --- | --- |",
      ...rows,
      "```",
    ].join("\n");
  const [made, fresh] = [
    draft(table("| 1 | Sông Kim | 5 |  |", "| 2 | Cửa Vạn |  | Chưa gửi |", `|  | Tổng | ${figure(5)} |  |`)),
    draft(table("| 1 | Sông Kim | 5 |  |", "| 2 | Cửa Vạn | 7 |  |", `|  | Tổng | ${figure(12)} |  |`)),
  ];

  it("is brought up to date", () => {
    const { text, cells, waiting } = follow(made, made, fresh);
    expect(text).toBe(fresh);
    expect(waiting).toEqual([]);
    expect(cells.map(({ row, printed, now, edited }) => [row, printed, now, edited])).toEqual([
      ["Cửa Vạn", "", "7", false],
      ["Cửa Vạn", "Chưa gửi", "", false],
      ["Tổng", "5", "12", false],
    ]);
  });

  it("tells a number that was typed over, and keeps a note", () => {
    const typed = made.replace("| 1 | Sông Kim | 5 |  |", "| 1 | Sông Kim | 6 | xem lại |");
    const { text, cells } = follow(typed, made, made);
    expect(cells).toMatchObject([{ row: "Sông Kim", printed: "6", now: "5", edited: true }]);
    expect(text).toBe(made.replace("| 1 | Sông Kim | 5 |  |", "| 1 | Sông Kim | 5 | xem lại |"));
  });

  it("gets rows that come, and asks first where somebody has changed its rows", () => {
    const longer = fresh.replace("|  | Tổng", "| 3 | Hải Thuận | 1 |  |\n|  | Tổng");
    expect(follow(made, made, longer).text).toBe(longer);
    const shorter = made.replace("| 2 | Cửa Vạn |  | Chưa gửi |\n", "");
    const asked = follow(shorter, made, longer);
    expect(asked.waiting).toHaveLength(1);
    expect(asked.text).toBe(shorter);
    expect(follow(shorter, made, longer, true).text).toBe(longer);
  });

  it("is not missed where the office has left it out", () => {
    const without = draft("Không có phụ lục.");
    expect(follow(without, made, fresh)).toMatchObject({ text: without, waiting: [], cells: [] });
  });
});

describe("any change of a template's words", () => {
  // no sentence stands twice, as in a report
  const POOL = Array.from({ length: 16 }, (_, at) => {
    const topic = ["đảng viên", "công đoàn", "tự vệ", "chi bộ", "kiểm tra"][at % 5];
    return at % 6 === 5
      ? `# Phần ${at} về ${topic}`
      : `Nội dung ${topic} thứ ${"abcdefghijklmnop"[at]?.repeat(4)} đã có kết quả rõ rệt.`;
  });
  const blocks = fc
    .tuple(fc.subarray(POOL, { minLength: 1 }), fc.infiniteStream(fc.constantFrom("", "", "- ", "+")))
    .map(([sentences, marks]) => {
      const found: string[] = [];
      for (const sentence of sentences) {
        const mark = marks.next().value ?? "";
        const last = found.at(-1);
        if (sentence.startsWith("#")) found.push(sentence);
        else if (mark === "+" && last !== undefined && !last.startsWith("#")) found.push(`${found.pop()} ${sentence}`);
        else found.push(`${mark === "+" ? "" : mark}${sentence}`);
      }
      return found;
    });
  const words = (text: string): string => text.replace(/\n{2,}/gu, "\n\n").trim();

  it("accepted as a whole leads to the new draft, and is then at rest", () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const [made, fresh] = [draft(...before), draft(...after)];
        const all = follow(made, made, fresh, true);
        // the sentences; marks and paragraphs are not the ledger's
        const sorted = (text: string) =>
          [
            ...new Set(
              words(text)
                .split(/(?<=\.)\s+|\n+/u)
                .map((each) => each.replace(/^-(?=\s)/u, "").trim()),
            ),
          ].toSorted();
        expect(sorted(all.text)).toEqual(sorted(fresh));
        expect(follow(all.text, all.made, fresh)).toMatchObject({ edits: [], waiting: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("changes nothing of a draft until it is accepted, and waits for ever", () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const headings = (list: readonly string[]) => list.filter((each) => each.startsWith("#")).join();
        fc.pre(headings(before) === headings(after));
        const [made, fresh] = [draft(...before), draft(...after)];
        const none = follow(made, made, fresh);
        expect(none.text).toBe(made);
        expect(follow(none.text, none.made, fresh).waiting.length).toBe(none.waiting.length);
      }),
      { numRuns: 300 },
    );
  });
});
