import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixDraft } from "../src/rules/fix/fix-draft.js";
import { movableTones } from "../src/rules/spelling/tone-style.js";

const FIXTURES = new URL("../fixtures/", import.meta.url).pathname;
const HEAD = "---\nthể loại: Kế hoạch\nsố: 5\nký: |\n  TRƯỞNG BAN\n\n  Trần  Thị Hòa\n---\n";
const fixed = (body: string) => fixDraft(HEAD + body).text.slice(HEAD.length);

describe("what --fix corrects", () => {
  it.each([
    ["Kết quả  kiểm  tra.", "Kết quả kiểm tra."],
    ["Đúng mức ,đúng hạn ; kịp thời.", "Đúng mức, đúng hạn; kịp thời."],
    [
      "Doanh nghiệp.Các chi bộ năm 2026.Đảng uỷ (nếu có).Ở cơ sở.",
      "Doanh nghiệp. Các chi bộ năm 2026. Đảng uỷ (nếu có). Ở cơ sở.",
    ],
    ["Kế hoạch số 31 - KH/TU và Kế hoạch số 90 -KH/TU.", "Kế hoạch số 31-KH/TU và Kế hoạch số 90-KH/TU."],
    ["Tổ chức chính trị- xã hội.", "Tổ chức chính trị - xã hội."],
    ["Giai đoạn 2026 - 2030, 2021 - 2025, 2016-2020.", "Giai đoạn 2026 - 2030, 2021 - 2025, 2016 - 2020."],
    ["Hằng năm, hằng quý, hàng tháng.", "Hằng năm, hằng quý, hằng tháng."],
    ["Cấp uỷ, đảng uỷ, chi ủy, Ủy ban.", "Cấp uỷ, đảng uỷ, chi uỷ, Uỷ ban."],
    ["Quyền của các các đảng viên và và và các  các chi bộ.", "Quyền của các đảng viên và các chi bộ."],
    ["ĐẢNG UỶ, TỈNH UỶ, chi ủy.", "ĐẢNG UỶ, TỈNH UỶ, chi uỷ."],
  ])("%s", (before, after) => {
    expect(fixed(before)).toBe(after);
  });

  it.each([
    "Đồng chí Nguyễn Thị Hòa và cấp uỷ, đảng uỷ.",
    "Tỉnh Hòa Bình, cấp uỷ, đảng uỷ.",
    "Ban Tuyên giáo- Dân vận.",
    "Đề án “về  khóa họp , hàng năm” theo cấp uỷ, hằng năm.",
    "Xem https://a.vn/x,y và a,b@c.vn nhé.",
    "| a  b | c ,d |\n| --- | --- |",
    "```bảng\ntệp: a.csv\ncột:  1, 2\n```",
    "Tổng số [1.054](vt:C02/tinh/2026-nam) người.",
    "Giai đoạn 2026-2030.",
    "Số 1.054; TP.HCM, Tp.Hồ Chí Minh, Ths.Lê An, V.I.Lênin, Cty.Than; tệp KeHoach.Docx, bao-cao.PDF, vietnam.Net.",
    "Mục 2.A, mẫu 2.B, Node.JS.",
    "Luôn luôn, ngày ngày, ai ai, người người, nhà nhà, dần dần, hoàn toàn, xanh xanh.",
    "Bước tiếp theo theo quy định; tồn tại tại cơ sở; kết quả đạt được được ghi nhận; vốn cho cho vay.",
    "Trường Các Các; chi bộ trong trong sạch; phần của của công.",
    "Thực hiện việc của các. Các chi bộ; hàng không không bị gián đoạn.",
    "Điểm 2.6, 2.7; mục a.b ... hết.",
  ])("leaves as it is: %s", (text) => {
    expect(fixed(text)).toBe(text);
  });

  it("leaves names, numbers and other keys of the header", () => {
    expect(fixDraft(`${HEAD}Cấp uỷ.`).changes).toEqual([]);
  });

  it("corrects the text in the header's keys of text", () => {
    const draft = "---\ntrích yếu: kiểm tra  đảng phí\nđịa danh: Hoà  Bình\n---\nNội dung.\n";
    expect(fixDraft(draft).text).toBe("---\ntrích yếu: kiểm tra đảng phí\nđịa danh: Hoà  Bình\n---\nNội dung.\n");
  });

  it("shows each change with its line and rules", () => {
    expect(fixDraft(`${HEAD}Một  hai , ba.`).changes).toEqual([
      { line: 9, before: "Một  hai , ba.", after: "Một hai, ba.", rules: ["C07", "C06"] },
    ]);
  });

  it("changes nothing in sound drafts", () => {
    for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith(".md") && file !== "README.md")) {
      expect(fixDraft(readFileSync(join(FIXTURES, name), "utf8")).changes, name).toEqual([]);
    }
  });

  it("has nothing left to do the second time, and changes only blanks, hyphens and tone marks", () => {
    const piece = fc.constantFrom(
      ..."cấp uỷ|ủy ban|Hòa|hòa|khoá|hằng năm|hàng năm|2026-2030|2026 - 2030|trị- xã|số 5 - KH/TU| |  | ,|;|:|a|“|”|(|)|-|\n|\n\n|# |**|1.|…|.|/".split(
        "|",
      ),
    );
    const bare = (text: string) =>
      text
        .normalize("NFD")
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toLowerCase();
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = HEAD + pieces.join(" ").normalize("NFC");
        const once = fixDraft(source).text;
        expect(fixDraft(once).changes).toEqual([]);
        expect(bare(once)).toBe(bare(source));
      }),
      { numRuns: 500 },
    );
  });
});

describe("syllables whose tone mark moves", () => {
  it.each([
    ["quý, thuý, Thuỷ, quả", ["thuý"]],
    ["uỷ ban, Ủy ban, Uỷ", ["uỷ", "Ủy"]],
    ["hoàn, thuyền, toàn, hoa", []],
    ["ĐẢNG ỦY, HÒA BÌNH", ["ỦY"]],
  ])("%s", (text, syllables) => {
    expect([...movableTones(text)].map((tone) => tone.text)).toEqual(syllables);
  });
});
