import { describe, expect, it } from "vitest";
import { checkDraft } from "../src/check.js";
import { checkWord } from "../src/checking/check-word.js";
import { readWord } from "../src/checking/read-word.js";
import { render } from "../src/render.js";
import { parseDraft } from "../src/source/draft/index.js";
import { draftOf } from "./rules.sample.js";

/** What the named rule quotes in a text. */
const quotes = async (rule: string, body: string, family: "party" | "state" = "party") =>
  (await checkDraft(draftOf({ body }, family))).filter((one) => one.rule === rule).map(({ quote }) => quote);

describe("a word typed twice", () => {
  it.each([
    ["Bảo đảm quyền của các các đảng viên.", ["các các"]],
    ["Nội dung đã được được duyệt; nộp cho cho chi bộ; ghi tại tại biên bản.", ["cho cho", "tại tại", "được được"]],
    ["Các các chi bộ và và và đảng viên.", ["Các các", "và và và"]],
    ["Luôn luôn, từ từ, dần dần, người người, nhà nhà, ngành ngành, mãi mãi, đời đời.", []],
    ["Tồn tại tại cơ sở, kết quả đạt được được ghi nhận, các bước tiếp theo theo quy định.", []],
    ["Nội dung thuộc về các. Các chi bộ thực hiện; hàng không không bị ảnh hưởng.", []],
  ])("%s", async (body, expected) => {
    expect((await quotes("V27", body)).sort()).toEqual(expected);
  });
});

describe("no blank behind a full stop", () => {
  it.each([
    ["Trong doanh nghiệp.Các chi bộ nộp báo cáo năm 2026.Đảng uỷ tổng hợp.", ["nghiệp.Các", "2026.Đảng"]],
    ["Gửi báo cáo (nếu có).Ở cơ sở, UBND lập sổ “theo dõi”.UBND tổng hợp.", ["có).Ở", "dõi”.UBND"]],
    ["Có 1.054 người ở TP.HCM, Tp.Hồ Chí Minh; Ths.Lê An viết tệp KeHoach.Docx, bao-cao.PDF.", []],
    ["Xem https://a.vn/Cac.Chi, vietnam.Net; mục 2.A, V.I.Lênin.", []],
  ])("%s", async (body, expected) => {
    expect(await quotes("C06", body)).toEqual(expected);
  });
});

describe("capitals of mass organisations", () => {
  it.each([
    [
      "Liên đoàn lao động, Đoàn thanh niên, Hội cựu chiến binh, hội liên hiệp phụ nữ phối hợp.",
      ["Liên đoàn lao động", "Đoàn thanh niên", "Hội cựu chiến binh", "hội liên hiệp phụ nữ"],
    ],
    ["Phối hợp với Hội nông dân xã, đoàn thanh niên phường.", ["Hội nông dân", "đoàn thanh niên"]],
    ["Liên đoàn Lao động tỉnh, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Hội Cựu chiến binh.", []],
    ["Các hội nông dân xã, tổ chức đoàn thanh niên, lập đoàn thanh niên. Đoàn thanh niên trong doanh nghiệp.", []],
  ])("%s", async (body, expected) => {
    expect((await quotes("V09", body)).sort()).toEqual([...expected].sort());
  });
});

describe("zeros of days and months", () => {
  const told = async (body: string, family: "party" | "state" = "party") =>
    (await checkDraft(draftOf({ body }, family)))
      .filter(({ rule }) => rule === "V28")
      .map(({ severity, found, remedy }) => `${severity} ${found} ${remedy}`);

  it("are noted once where they differ from the signed guide's", async () => {
    expect(await told("Báo cáo trước ngày 30/06/2027; họp ngày 5/3/2027 và ngày 12/2/2027.")).toEqual([
      "note “30/06/2027” thêm hoặc thiếu số 0 ở ngày, tháng (3 chỗ ghi như vậy). Ghi “30/6/2027”.",
    ]);
    expect(await told("Báo cáo trước ngày 5/2/2027.")).toEqual([
      "note “5/2/2027” thêm hoặc thiếu số 0 ở ngày, tháng. Ghi “05/02/2027”.",
    ]);
  });

  it("say nothing of right dates, and nothing of the State's documents, for which there is no such sample", async () => {
    expect(await told("Báo cáo trước ngày 05/02/2027, 30/6/2027, 09/12/2027, số 01/06/KH.")).toEqual([]);
    expect(await told("Báo cáo trước ngày 30/06/2027./.", "state")).toEqual([]);
  });
});

const NONE = new Uint8Array();

describe("words in square brackets", () => {
  const MEANT = String.raw`Tài liệu \[nội bộ\] của Đảng uỷ; đồng chí [họ và tên] giữ.`;

  it("are no place to fill in when typed with a backslash", async () => {
    expect(await quotes("C14", MEANT)).toEqual(["[họ và tên]"]);
  });

  it("are none in the Word file that was made of them, whose braces are ours as well", async () => {
    const recipients = "- Ban Tổ chức Tỉnh uỷ; }\n- Thường trực Tỉnh uỷ; } để b/c\n- Lưu Văn phòng Đảng uỷ.";
    const body = MEANT.replace("[họ và tên]", "Lan");
    const { document, places } = await parseDraft(draftOf({ header: { "nơi nhận": recipients }, body }, "party"));
    if (document === undefined) throw new Error("the draft has faults");
    const fonts = { regular: NONE, bold: NONE, italic: NONE, boldItalic: NONE };
    const { files } = await render({ document, places }, { formats: ["docx"], fonts });
    const reading = readWord(files[0]?.bytes ?? NONE);
    if (!reading.ok) throw new Error("the file cannot be read");
    const rules = (own: boolean) => {
      const { own: _, ...foreign } = reading.value;
      return checkWord(own ? reading.value : foreign, reading.value.document).map(({ rule }) => rule);
    };
    expect(rules(true).filter((rule) => rule === "C14" || rule === "V26")).toEqual([]);
    expect(rules(false)).toEqual(expect.arrayContaining(["C14", "V26"]));
  });
});
