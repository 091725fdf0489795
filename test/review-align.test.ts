/** Which block is which: an independent, slow reckoning says what the quick one must find. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignBlocks } from "../src/review/align/align-blocks.js";
import { heaviestIncreasing } from "../src/review/align/increasing.js";
import { matchTokens } from "../src/review/align/matched-tokens.js";
import { unitOf, Vocabulary } from "../src/review/align/units.js";
import type { Change } from "../src/review/compare/change.js";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import { type Flow, type FlowBlock, textOfBlock } from "../src/review/flow/flow.js";
import { type RawRow, tableRows } from "../src/review/flow/places.js";

const paragraph = (text: string): FlowBlock => ({ kind: "paragraph", text, place: {} });
const flowOf = (texts: readonly string[], fidelity: Flow["fidelity"] = "model"): Flow => ({
  kind: "draft",
  fidelity,
  blocks: texts.map(paragraph),
});
const kindsOf = (changes: readonly Change[]): string[] => changes.map(({ kind }) => kind);

describe("what stayed in order", () => {
  it("is the heaviest increasing subset", () => {
    const pair = fc.record({ old: fc.nat(6), new: fc.nat(6), weight: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 9 }), (pairs) => {
        const found = heaviestIncreasing(pairs, 7);
        for (const [index, one] of found.entries()) {
          const next = found[index + 1];
          if (next !== undefined) expect(one.old < next.old && one.new < next.new).toBe(true);
        }
        let best = 0;
        for (let mask = 0; mask < 1 << pairs.length; mask++) {
          const chosen = pairs.filter((_, index) => mask & (1 << index)).sort((a, b) => a.old - b.old);
          const grows = chosen.every((one, index) => {
            const next = chosen[index + 1];
            return next === undefined || (one.old < next.old && one.new < next.new);
          });
          if (grows)
            best = Math.max(
              best,
              chosen.reduce((sum, { weight }) => sum + weight, 0),
            );
        }
        expect(found.reduce((sum, { weight }) => sum + weight, 0)).toBe(best);
      }),
    );
  });
});

const WORDS = ["đảng", "viên", "chi", "bộ", "phường", "xã", "kế", "hoạch", "12", "2026", "báo", "cáo"];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
const texts = fc.array(text, { maxLength: 12 });

describe("aligned blocks", () => {
  it("are one to one, and equal documents are wholly equal", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const vocabulary = new Vocabulary();
        const units = (all: readonly string[]) => all.map((words) => unitOf(paragraph(words), vocabulary));
        const pairs = alignBlocks(units(one), units(other));
        expect(new Set(pairs.map(({ old }) => old)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.new)).size).toBe(pairs.length);
        const kept = pairs.filter(({ moved }) => !moved);
        expect(kept.map((pair) => pair.new)).toEqual(kept.map((pair) => pair.new).sort((a, b) => a - b));
        expect(alignBlocks(units(one), units(one)).map(({ old, new: neu, moved }) => [old, neu, moved])).toEqual(
          one.map((_, index) => [index, index, false]),
        );
      }),
    );
  });

  it("lose no block: the lines of a comparison are both versions", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const { lines, changes } = compareFlows(flowOf(one), flowOf(other));
        expect(lines.flatMap((line) => line.old ?? []).sort((a, b) => a - b)).toEqual(one.map((_, index) => index));
        expect(lines.flatMap((line) => line.new ?? [])).toEqual(other.map((_, index) => index));
        expect(changes.length === 0).toBe(one.join("\n") === other.join("\n"));
      }),
    );
  });
});

describe("divisions that are guessed", () => {
  it("never look like a change of the text", () => {
    const cuts = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    const document = fc.uniqueArray(fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 9 }), {
      minLength: 2,
      maxLength: 6,
      selector: (words) => words.slice(0, 4).join(" "),
    });
    fc.assert(
      fc.property(document, cuts, (paragraphs, where) => {
        // each paragraph opens with words of its own, so that there is something to hold on to
        const all = paragraphs.map(
          (words, index) => `đoạn${index} mở${index} đầu${index} riêng${index} ${words.join(" ")}`,
        );
        const other = all.flatMap((one, index) =>
          where[index] ? [one.slice(0, one.indexOf(" riêng") + 8), one.slice(one.indexOf(" riêng") + 8)] : [one],
        );
        expect(kindsOf(compareFlows(flowOf(all), flowOf(other, "guess")).changes)).toEqual([]);
        expect(kindsOf(compareFlows(flowOf(other, "guess"), flowOf(all)).changes)).toEqual([]);
      }),
    );
  });

  it("are matched by runs that grow as far as the texts agree", () => {
    const tokens = fc.array(fc.nat(30), { maxLength: 40 });
    fc.assert(
      fc.property(tokens, tokens, (one, other) => {
        const match = matchTokens(one, other);
        const used = [...match].filter((at) => at !== -1);
        expect(new Set(used).size).toBe(used.length);
        for (const [there, at] of match.entries()) if (at !== -1) expect(one[at]).toBe(other[there]);
      }),
    );
  });
});

describe("paragraphs", () => {
  const LONG = "Các chi bộ rà soát đảng viên đang làm việc ở doanh nghiệp trên địa bàn phường";
  const OTHER = "Văn phòng Đảng uỷ tổng hợp, báo cáo Ban Thường vụ theo từng quý";

  it("that were divided or put together are told as that", () => {
    expect(kindsOf(compareFlows(flowOf([`${LONG}. ${OTHER}.`]), flowOf([`${LONG}.`, `${OTHER}.`])).changes)).toEqual([
      "split",
    ]);
    expect(kindsOf(compareFlows(flowOf([`${LONG}.`, `${OTHER}.`]), flowOf([`${LONG}. ${OTHER}.`])).changes)).toEqual([
      "joined",
    ]);
  });

  it("that only have another number are told as renumbered", () => {
    const { changes } = compareFlows(flowOf([`1. ${LONG}`]), flowOf([`2. ${LONG}`]));
    expect(kindsOf(changes)).toEqual(["renumbered"]);
  });

  it("that changed places: the lighter one moved", () => {
    const { changes } = compareFlows(flowOf([LONG, OTHER]), flowOf([OTHER, LONG]));
    expect(kindsOf(changes)).toEqual(["moved"]);
    expect(changes[0]?.newText).toBe(OTHER);
  });

  it("that were moved and reworded are told as both", () => {
    const filler = Array.from(
      { length: 4 },
      (_, index) => `Đoạn thứ ${index} nói về việc khác hẳn, số ${index} trong danh mục này`,
    );
    const { changes } = compareFlows(
      flowOf([LONG, ...filler]),
      flowOf([...filler, LONG.replace("rà soát", "thống kê")]),
    );
    expect(kindsOf(changes)).toEqual(["moved", "wording"]);
  });

  it("of texts that have nothing in common were removed and added", () => {
    const { changes } = compareFlows(flowOf([LONG]), flowOf(["Hội nghị khai mạc lúc tám giờ sáng"]));
    expect(kindsOf(changes).sort()).toEqual(["added", "removed"]);
  });
});

describe("figures alone", () => {
  const only = (old: string[], neu: string[]) => compareFlows(flowOf(old), flowOf(neu), { onlyFigures: true }).changes;

  it("are kept with the words that they came or went with", () => {
    const kept = "Đảng uỷ giao các chi bộ rà soát hồ sơ đảng viên dự bị";
    const [added] = only([kept], [kept, "Kinh phí 45 triệu đồng trích từ ngân sách phường"]);
    expect(added).toMatchObject({ kind: "added", figures: [{ new: "45 triệu đồng" }] });
    const [inserted] = only([kept], [`${kept} cùng 3 tổ công tác`]);
    expect(inserted).toMatchObject({ kind: "wording", figures: [{ new: "3" }] });
    expect(only([kept], [kept.replace("rà soát", "thống kê")])).toEqual([]);
    expect(only([kept], [kept, "4. Phê duyệt dự toán của các chi bộ khu phố"])).toEqual([]);
  });
});

describe("rows", () => {
  const row = (...cells: string[]): FlowBlock => ({
    kind: "row",
    place: { table: 1 },
    header: false,
    heads: new Map([[1, "Kết nạp"]]),
    cells: cells.map((own, column) => ({ column, text: own })),
  });
  const table = (...rows: FlowBlock[]): Flow => ({ kind: "xlsx", fidelity: "model", blocks: rows });

  it("are known by what they are about, whatever their figures", () => {
    const old = table(row("Phường Sông Kim", "12", "15"), row("Phường Tân Lĩnh", "9", "4"));
    const neu = table(row("Phường Tân Lĩnh", "30", "41"), row("Phường Sông Kim", "12", "15"));
    const { changes } = compareFlows(old, neu);
    expect(
      changes.filter(({ kind }) => kind === "figure").map(({ figure }) => [figure?.row, figure?.old, figure?.new]),
    ).toEqual([
      ["Phường Tân Lĩnh", "9", "30"],
      ["Phường Tân Lĩnh", "4", "41"],
    ]);
    expect(changes.map(({ newText }) => newText)).not.toContain(undefined);
  });

  it("in which a cell was filled have a new figure", () => {
    const { changes } = compareFlows(table(row("Xã Phú Khê", "2", "")), table(row("Xã Phú Khê", "2", "7")));
    expect(changes.map(({ figure }) => figure)).toEqual([{ kind: "number", new: "7", row: "Xã Phú Khê" }]);
  });

  it("of figures alone are one row where they stand at one place", () => {
    const { changes } = compareFlows(
      table(row("Lập ngày"), row("15/06/2026")),
      table(row("Lập ngày"), row("16/06/2026")),
    );
    expect(changes.map(({ figure }) => [figure?.old, figure?.new])).toEqual([["15/06/2026", "16/06/2026"]]);
  });

  it("hold all of their cells", () => expect(textOfBlock(row("a", "b"))).toBe("a | b"));
});

describe("running numbers", () => {
  const counted = (...ordinals: (string | undefined)[]): Flow => {
    const rows: RawRow[] = ordinals.map((ordinal, index) => ({
      header: false,
      place: { table: 1 },
      cells: [
        ...(ordinal === undefined ? [] : [{ column: 0, text: ordinal }]),
        { column: 1, text: `Đơn vị ${"abcdefgh"[index]}${"abcdefgh"[index]}` },
        { column: 2, text: "7" },
      ],
    }));
    const head: RawRow = {
      header: true,
      place: { table: 1 },
      cells: ["TT", "Đơn vị", "Số"].map((text, column) => ({ column, text })),
    };
    return { kind: "draft", fidelity: "model", blocks: tableRows([head, ...rows]) };
  };
  const told = (old: Flow, neu: Flow) =>
    compareFlows(old, neu).changes.map(({ kind, oldText, newText }) => [kind, oldText, newText]);

  it.each([
    [["1", "2", "3"], ["1", "9", "3"], "2", "9"],
    [["1", "2", "3"], ["1", "1", "3"], "2", "1"],
    [["1", "9", "3"], ["1", "2", "3"], "9", "2"],
    [["I", "II"], ["I", "III"], "II", "III"],
    [["a", "b"], ["a", "d"], "b", "d"],
    [["1", "1.1", "1.2"], ["1", "1.1", "1.3"], "1.2", "1.3"],
    [["1", "2", "3"], ["1", undefined, "3"], "2", ""],
  ])("%s: %s", (old, neu, one, other) => {
    expect(told(counted(...old), counted(...neu))).toEqual([["renumbered", one, other]]);
  });

  it("that count on behind a row that went are no change of their own", () => {
    const [old, neu] = [counted("1", "2", "3", "4"), counted("1", "2", "3", "4")];
    const without = { ...neu, blocks: neu.blocks.filter((_, index) => index !== 2) };
    const renumbered = counted("1", "?", "2", "3");
    expect(told(old, { ...renumbered, blocks: renumbered.blocks.filter((_, index) => index !== 2) })).toEqual([
      ["rowRemoved", "Đơn vị bb | 7", undefined],
    ]);
    expect(told(old, without)).toEqual([["rowRemoved", "Đơn vị bb | 7", undefined]]);
  });

  it("are not what a column of codes holds, however the codes run", () => {
    const codes = (...all: string[]): Flow => ({
      kind: "draft",
      fidelity: "model",
      blocks: tableRows([
        {
          header: true,
          place: { table: 1 },
          cells: ["Mã số", "Chỉ tiêu", "Số"].map((text, column) => ({ column, text })),
        },
        ...all.map((code, index) => ({
          header: false,
          place: { table: 1 },
          cells: [code, ["Tổ chức đảng", "Đảng viên", "Dân số"][index] ?? "", "7"].map((text, column) => ({
            column,
            text,
          })),
        })),
      ]),
    });
    const { changes } = compareFlows(codes("01", "02", "03"), codes("01", "12", "03"));
    expect(changes.map(({ figure }) => figure)).toEqual([
      { kind: "number", old: "02", new: "12", row: "Đảng viên", column: "Mã số" },
    ]);
  });
});

describe("two documents", () => {
  const report = Array.from(
    { length: 12 },
    (_, at) => `Chi bộ thứ ${at + 1} kết nạp đảng viên mới trong doanh nghiệp của phường theo kế hoạch quý`,
  );
  const rules = Array.from(
    { length: 12 },
    (_, at) => `Khoản ${at + 20} quy định trách nhiệm bảo quản hồ sơ, con dấu, sổ sách tại cơ quan lưu trữ huyện`,
  );

  it("with few words in common are said to be that, two versions never", () => {
    expect(compareFlows(flowOf(report), flowOf(rules)).unlike).toBe(true);
    expect(compareFlows(flowOf(report), flowOf([...report].reverse())).unlike).toBeUndefined();
    expect(compareFlows(flowOf(report), flowOf(report.slice(0, 7))).unlike).toBeUndefined();
    expect(compareFlows(flowOf(report.slice(0, 2)), flowOf(rules.slice(0, 2))).unlike).toBeUndefined();
  });
});

describe("a row without lines", () => {
  it("that a PDF reads in pieces, column by column and page by page, has the same words", () => {
    const [left, right] = [
      [
        "1. Tên cơ quan ban hành văn bản;",
        "2. Số và ký hiệu của văn bản;",
        "3. Nội dung được trình bày ở nhiều trang;",
      ],
      ["4. Dấu của cơ quan ban hành;", "5. Nơi nhận và số lượng bản", "phát hành ghi ở cuối trang."],
    ];
    const cells = [left, right].map((lines, column) => ({ column, text: lines.join(" ") }));
    const legend: Flow = {
      kind: "docx",
      fidelity: "file",
      blocks: [{ kind: "row", place: { table: 1 }, header: false, heads: new Map(), cells }],
    };
    const printed = flowOf(
      [left.slice(0, 2).join(" "), `${right.slice(0, 2).join(" ")} ${left[2]}`, right[2] ?? ""],
      "guess",
    );
    expect(compareFlows(legend, printed).changes).toEqual([]);
  });
});
