/** What is compared: tokens, marks, and the changes inside one text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts, sentenceAt } from "../src/review/compare/word-changes.js";
import { readMark } from "../src/review/flow/mark.js";
import { numericValue, tokenise } from "../src/review/flow/tokens.js";

const cut = (text: string): string[] => tokenise(text).map((token) => `${token.kind}:${token.text}`);

describe("tokens", () => {
  it("keep numbers, dates and codes whole", () => {
    expect(cut("Hướng dẫn 05-HD/VPTW, ngày 15/4/2026")).toEqual([
      "word:Hướng",
      "word:dẫn",
      "code:05-HD/VPTW",
      "sign:,",
      "word:ngày",
      "date:15/4/2026",
    ]);
    expect(cut("1.054 đảng viên, đạt 52,5%; 98/102 đơn vị")).toEqual([
      "number:1.054",
      "word:đảng",
      "word:viên",
      "sign:,",
      "word:đạt",
      "number:52,5%",
      "sign:;",
      "number:98/102",
      "word:đơn",
      "word:vị",
    ]);
    expect(cut("Nghị định số 30/2020/NĐ-CP; 12/KH-UBND; 68-NQ/TW.")).toContain("code:30/2020/NĐ-CP");
    expect(cut("ngày 05 tháng 6 năm 2026")).toEqual(["word:ngày", "date:05 tháng 6 năm 2026"]);
    expect(cut("12/KH-UBND 68-NQ/TW")).toEqual(["code:12/KH-UBND", "code:68-NQ/TW"]);
    expect(cut("quý II/2027")).toEqual(["word:quý", "number:II", "sign:/", "number:2027"]);
    expect(cut("giảm -5, (-3) và 2026-2030")).toEqual([
      "word:giảm",
      "number:-5",
      "sign:,",
      "sign:(",
      "number:-3",
      "sign:)",
      "word:và",
      "number:2026",
      "sign:-",
      "number:2030",
    ]);
  });

  it("cover every letter and digit of any text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (any) => {
        const text = any.normalize("NFC");
        const bare = (one: string): string => one.replace(/\s+/gu, "");
        const tokens = tokenise(text).map((token) => token.text);
        expect(bare(tokens.join(""))).toBe(bare(text));
        for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
    );
  });

  it("know a value that is written in two ways", () => {
    expect(numericValue("1.054")).toBe(numericValue("1054"));
    expect(numericValue("05")).toBe(numericValue("5"));
    expect(numericValue("52,50%")).toBe(numericValue("52,5%"));
    expect(numericValue("52,5")).not.toBe(numericValue("525"));
    expect(numericValue("-5")).not.toBe(numericValue("5"));
    expect(numericValue("1.05")).toBeUndefined();
  });
});

describe("marks", () => {
  it.each([
    ["I- MỤC ĐÍCH", "I-", "MỤC ĐÍCH"],
    ["2.1. Rà soát", "2.1.", "Rà soát"],
    ["a) Mở lớp", "a)", "Mở lớp"],
    ["- Mở lớp", "-", "Mở lớp"],
    ["Điều 5. Hiệu lực", "Điều 5.", "Hiệu lực"],
    ["Phụ lục 1", "Phụ lục 1", ""],
    ["(1) Một", "(1)", "Một"],
    ["2026 là năm", "", "2026 là năm"],
    ["85% doanh nghiệp", "", "85% doanh nghiệp"],
    ["Mục đích của việc này", "", "Mục đích của việc này"],
    ["V. I. Lênin", "V.", "I. Lênin"],
  ])("%s", (text, mark, rest) => {
    expect(readMark(text).mark).toBe(mark);
    expect(text.slice(readMark(text).from)).toBe(rest);
  });
});

describe("changes inside a text", () => {
  const compare = (old: string, neu: string) => compareTexts({ text: old }, { text: neu });

  it("pair figures in their order", () => {
    const { figures, reworded } = compare("kết nạp 12 đảng viên, 3 chi bộ", "kết nạp 15 đảng viên, 4 chi bộ");
    expect(figures.map(({ old, new: neu }) => [old, neu])).toEqual([
      ["12", "15"],
      ["3", "4"],
    ]);
    expect(reworded).toBe(false);
  });

  it("tell a figure that stands amid reworded text", () => {
    const { figures, reworded } = compare("Đã kết nạp 12 đồng chí.", "Toàn phường kết nạp được 15 đảng viên.");
    expect(figures.map(({ old, new: neu }) => [old, neu])).toEqual([["12", "15"]]);
    expect(reworded).toBe(true);
  });

  it("tell a figure that was put in or taken out", () => {
    expect(compare("đạt chỉ tiêu", "đạt 100% chỉ tiêu").figures).toMatchObject([{ new: "100%" }]);
    expect(compare("từ 10 đến 12 người", "từ 10 đến người").figures).toMatchObject([{ old: "12" }]);
  });

  it("do not tell another way of writing the same value as a changed figure", () => {
    expect(compare("có 5 chi bộ", "có 05 chi bộ")).toMatchObject({ figures: [], reworded: true });
  });

  const pairsOf = (old: string, neu: string) => {
    const { figures, reworded } = compare(old, neu);
    return { figures: figures.map((figure) => `${figure.old ?? ""} → ${figure.new ?? ""}`), reworded };
  };

  it.each([
    ["cấp 45 triệu đồng cho chi bộ", "cấp 45 tỷ đồng cho chi bộ", "45 triệu đồng → 45 tỷ đồng"],
    ["trụ sở rộng 350 m2 ở phường", "trụ sở rộng 350 ha ở phường", "350 m2 → 350 ha"],
    ["xong trong 15 ngày kể từ", "xong trong 15 tháng kể từ", "15 ngày → 15 tháng"],
    ["tăng 4 điểm phần trăm so với", "tăng 4 phần trăm so với", "4 điểm phần trăm → 4 phần trăm"],
    ["còn 2 nghìn tỷ đồng", "còn 2 nghìn đồng", "2 nghìn tỷ đồng → 2 nghìn đồng"],
    ["thu 45 triệu đồng", "thu 50 tỷ đồng", "45 triệu đồng → 50 tỷ đồng"],
    ["Đơn vị tính: triệu đồng", "Đơn vị tính: tỷ đồng", "triệu đồng → tỷ đồng"],
    ["Diện tích (m2)", "Diện tích (ha)", "m2 → ha"],
    ["có mười lăm chi bộ", "có mười bảy chi bộ", "mười lăm → mười bảy"],
    ["Hai mươi tổ", "Ba mươi tổ", "Hai mươi → Ba mươi"],
    ["mở hai lớp", "mở ba lớp", "hai → ba"],
    ["mở hai lớp", "mở 3 lớp", "hai → 3"],
    ["tăng gấp đôi số lớp", "tăng gấp ba số lớp", "gấp đôi → gấp ba"],
    ["gần một phần ba hộ", "gần hai phần ba hộ", "một phần ba → hai phần ba"],
    ["dư 1 234 567 đồng", "dư 1 234 576 đồng", "1 234 567 → 1 234 576"],
    ["dư 12 345 đồng", "dư 12 354 đồng", "12 345 → 12 354"],
  ])("%s: %s", (old, neu, told) => {
    expect(pairsOf(old, neu)).toEqual({ figures: [told], reworded: false });
  });

  it("tell figures that changed places, and one that left a list", () => {
    expect(pairsOf("từ 15 đến 20 đảng viên", "từ 20 đến 15 đảng viên")).toEqual({
      figures: ["15 → 20", "20 → 15"],
      reworded: false,
    });
    expect(pairsOf("các tổ 12, 15, 18", "các tổ 15, 18").figures).toEqual([]);
    expect(compare("các tổ 12, 15, 18", "các tổ 15, 18").loose).toEqual([{ kind: "number", old: "12" }]);
  });

  it.each([
    ["giao 12 đồng chí phụ trách", "giao 12 đảng viên phụ trách"],
    ["trong mười năm qua", "trong mười mùa qua"],
    ["quận Ba Đình", "quận Hai Bà Trưng"],
    ["đạt 52 tỷ lệ cao", "đạt 52 mức cao"],
    ["có mười lăm chi bộ", "có 15 chi bộ"],
    ["dư 1 234 567 đồng", "dư 1.234.567 đồng"],
  ])("tell no changed figure of %s: %s", (old, neu) => {
    expect(pairsOf(old, neu)).toEqual({ figures: [], reworded: true });
  });

  it("leave no word at a first word that went, nor lose its blank", () => {
    expect(compare("PHÓ BÍ THƯ", "BÍ THƯ").stretches).toEqual([
      { op: "removed", text: "PHÓ " },
      { op: "same", text: "BÍ THƯ" },
    ]);
  });

  it("read the value of numbers in words", () => {
    const said = ["mười lăm", "hai mươi mốt", "một trăm linh năm", "ba nghìn hai trăm", "hai nghìn tỷ", "năm mươi tư"];
    expect(said.map(numericValue)).toEqual(["15", "21", "105", "3200", "2000000000000", "54"]);
    for (const words of said) expect(cut(words)).toEqual([`number:${words}`]);
    expect(numericValue("một phần ba")).toBeUndefined();
    expect(cut("hai mươi năm")).toEqual(["number:hai mươi", "unit:năm"]);
  });

  it("hold both texts: what stayed and was removed is the old, what stayed and was added the new", () => {
    const words = fc.array(fc.constantFrom("đảng", "viên", "12", "1.054", ",", "và", "05-HD/VPTW", "quý", "II"), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [old, neu] = [one.join(" "), other.join(" ")];
        const { stretches } = compare(old, neu);
        const side = (left: "removed" | "added") =>
          stretches
            .filter(({ op }) => op !== left)
            .map(({ text }) => text)
            .join("");
        const bare = (text: string): string => text.replace(/\s+/gu, "");
        expect(bare(side("removed"))).toBe(bare(neu));
        expect(bare(side("added"))).toBe(bare(old));
      }),
    );
  });

  it("stand in their sentence", () => {
    const text = "Câu đầu có 1 số. Câu hai, ngày 15/4/2026, có 1.054 người! Câu ba.";
    expect(sentenceAt(text, text.indexOf("1.054"))).toBe("Câu hai, ngày 15/4/2026, có 1.054 người!");
    expect(sentenceAt(text, 0)).toBe("Câu đầu có 1 số.");
    expect(sentenceAt(text, text.length)).toBe("Câu ba.");
  });
});
