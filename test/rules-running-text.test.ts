import { describe, expect, it } from "vitest";
import { checkDraft } from "../src/check.js";
import { checkWord } from "../src/checking/check-word.js";
import { readWord } from "../src/checking/read-word.js";
import { judgeTiming, readTiming } from "../src/plan/timing/index.js";
import { render } from "../src/render.js";
import { fixDraft } from "../src/rules/fix/fix-draft.js";
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

describe("numbers with a digit too many or too few", () => {
  it.each([
    [
      "Thu 5.378.7000.000 đồng, chi 3.6620.700.000 đồng và 18.79.810.000 đồng.",
      ["5.378.7000.000", "3.6620.700.000", "18.79.810.000"],
    ],
    ["Thu 18.799.810.000 đồng ngày 10.4.2026; mục 1.2.3; máy 192.168.1.100; 1.234.567,89.", []],
  ])("%s", async (body, expected) => {
    expect(await quotes("C10", body)).toEqual(expected);
  });
});

describe("letters for digits", () => {
  it.each([
    ["Theo Điều l5 và khoản 1O; năm 2O26.", ["l5", "1O", "2O26"]],
    ["Cấp 5l nước, khí O2, vitamin B12, mục I; ngày 10.", []],
  ])("%s", async (body, expected) => {
    expect(await quotes("C11", body)).toEqual(expected);
  });
});

describe("capitals of ministries, departments and of the Prime Minister", () => {
  it.each([
    [
      "Bộ Tài Nguyên Và Môi Trường, Sở Y Tế và Thủ Tướng Chính phủ có ý kiến.",
      ["Bộ Tài Nguyên Và Môi Trường", "Sở Y Tế", "Thủ Tướng"],
    ],
    ["BỘ NỘI VỤ; Bộ Công Thương, Sở Văn hóa, Thể thao và Du lịch, bộ nội vụ các nước, cán bộ y tế.", []],
  ])("%s", async (body, expected) => {
    expect((await quotes("V09", body, "state")).sort()).toEqual([...expected].sort());
  });
});

describe("blanks around brackets and hyphens", () => {
  it("are told, and corrected with dashes of numbers and letters of another code", async () => {
    const body = "Lập danh sách(nếu có) theo Quy định số 399–QĐ/TW về phát triển kinh tế-xã hội ở Ðảng bộ; xem f(x).";
    expect(await quotes("C06", body)).toEqual(["sách(nếu"]);
    expect(await quotes("V07", body)).toEqual(["kinh tế-xã hội"]);
    expect(fixDraft(body).text).toBe(
      "Lập danh sách (nếu có) theo Quy định số 399-QĐ/TW về phát triển kinh tế - xã hội ở Đảng bộ; xem f(x).",
    );
  });
});

describe("a term of a time that recurs", () => {
  it("is told in the words that stand there", () => {
    const reading = readTiming("Định kỳ 6 tháng, hàng năm");
    const found = (reading.timing === undefined ? [] : judgeTiming(reading.timing)).map((one) => one.found);
    expect(found).toEqual([expect.stringContaining('"Định kỳ 6 tháng"'), expect.stringContaining('"hàng năm"')]);
  });
});

describe("a trích yếu that repeats its type", () => {
  it("is told to leave it out", async () => {
    const header = { "thể loại": "Quy chế", "ký hiệu": "QC/ĐU", "trích yếu": "Quy chế làm việc của Đảng uỷ phường" };
    const [fault] = (await checkDraft(draftOf({ header }, "party"))).filter(({ rule }) => rule === "P26");
    expect(fault?.remedy).toContain("“làm việc của Đảng uỷ phường”");
  });
});

describe("a day of the week", () => {
  it("is written with the capital that the norm gives it", async () => {
    const findings = await checkDraft(draftOf({ body: "Họp lúc 8 giờ, thứ Hai, ngày 10/3/2026." }, "party"));
    expect(findings.find(({ rule }) => rule === "C09")?.found).toContain("là thứ Ba, không phải thứ Hai");
  });
});
