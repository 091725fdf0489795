import { beforeAll, describe, expect, it } from "vitest";
import { readBundledFormSet } from "../src/forms/bundled.js";
import { outlineFor } from "../src/forms/filing.js";
import type { OutlineSection } from "../src/forms/form-set.js";
import { type MatchedReport, matchOutline, readDocx } from "../src/source/docx/index.js";
import { makeDocx, paragraph, report, run } from "./source-docx.sample.js";

let sections: readonly OutlineSection[];

beforeAll(async () => {
  sections = outlineFor(await readBundledFormSet(), "xa-phuong", "6t")?.sections ?? [];
});

function match(bytes: Uint8Array, wanted = sections): MatchedReport {
  const text = readDocx(bytes);
  if (typeof text === "string") throw new Error(text);
  return matchOutline(text, wanted);
}

/** Text by heading, `III.2`: marks of the second rank repeat. */
function written(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(match(bytes).sections.map(({ section, text }) => [section.title, text]));
}

const FULL = [
  "BÁO CÁO",
  "Kết quả xây dựng tổ chức đảng trong doanh nghiệp 6 tháng đầu năm 2026",
  "Thực hiện yêu cầu của Ban Tổ chức Tỉnh uỷ, Đảng uỷ báo cáo như sau:",
  "I- ĐẶC ĐIỂM TÌNH HÌNH",
  "Trên địa bàn có 120 doanh nghiệp, phần lớn là doanh nghiệp nhỏ.",
  "II- KẾT QUẢ THỰC HIỆN",
  "1. Công tác lãnh đạo, quán triệt, ban hành văn bản",
  "Đảng uỷ đã ban hành 03 văn bản.",
  "2. Tổ chức đảng: Trong kỳ thành lập mới 02 chi bộ cơ sở ở hai doanh nghiệp may.",
  "Không có tổ chức đảng giải thể.",
  "3. Về đảng viên",
  "Kết nạp 05 đảng viên.",
  "- Trong đó có 02 công nhân.",
  "4) Công đoàn",
  "Thành lập 01 công đoàn cơ sở.",
  "III. Đánh giá chung",
  "1. Ưu điểm",
  "Chủ doanh nghiệp ủng hộ.",
  "2. Hạn chế, khuyết điểm",
  "Nguồn phát triển đảng viên còn ít.",
  "3. Nguyên nhân",
  "Công nhân hay thay đổi việc làm.",
  "IV. NHIỆM VỤ, GIẢI PHÁP 6 THÁNG CUỐI NĂM",
  "1. Rà soát doanh nghiệp đủ điều kiện.",
  "2. Mở một lớp nhận thức về Đảng.",
  "V. KIẾN NGHỊ, ĐỀ XUẤT",
  "Không.",
];

describe("headings of the outline", () => {
  it("are found by mark and words, however they were typed", () => {
    expect(written(report(FULL))).toMatchObject({
      "Đặc điểm tình hình": "Trên địa bàn có 120 doanh nghiệp, phần lớn là doanh nghiệp nhỏ.",
      "Kết quả thực hiện": "",
      "Lãnh đạo, quán triệt, ban hành văn bản": "Đảng uỷ đã ban hành 03 văn bản.",
      "Tổ chức đảng": "Trong kỳ thành lập mới 02 chi bộ cơ sở ở hai doanh nghiệp may.\nKhông có tổ chức đảng giải thể.",
      "Đảng viên": "Kết nạp 05 đảng viên.\n- Trong đó có 02 công nhân.",
      "Công đoàn": "Thành lập 01 công đoàn cơ sở.",
      "Ưu điểm": "Chủ doanh nghiệp ủng hộ.",
      "Hạn chế, khuyết điểm": "Nguồn phát triển đảng viên còn ít.",
      "Nguyên nhân": "Công nhân hay thay đổi việc làm.",
      "Nhiệm vụ, giải pháp 6 tháng cuối năm": "1. Rà soát doanh nghiệp đủ điều kiện.\n2. Mở một lớp nhận thức về Đảng.",
      "Kiến nghị, đề xuất": "Không.",
    });
  });

  it("that have no number take the text before the first heading", () => {
    const { sections: found, opening } = match(report(FULL));
    expect(found[0]).toMatchObject({ section: { mark: "Mở đầu" } });
    expect(found[0]?.text).toBe(opening);
    expect(opening).toContain("báo cáo như sau");
  });

  it("are found without tones, in capitals, and in another tone style", () => {
    const bytes = report([
      "V- KIEN NGHI, DE XUAT",
      "Một kiến nghị.",
      "IV. Nhiệm vụ, giải pháp 6 tháng cuối năm",
      "Một việc.",
    ]);
    expect(written(bytes)).toMatchObject({ "Kiến nghị, đề xuất": "Một kiến nghị." });
  });

  it("are found where Word numbers them, or where only bold type tells them", () => {
    const body =
      paragraph("Đặc điểm tình hình", '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      paragraph("Một địa bàn nhỏ.") +
      paragraph("", "", run("Kiến nghị, đề xuất", "<w:b/>")) +
      paragraph("Không.");
    expect(written(makeDocx(body))).toMatchObject({
      "Đặc điểm tình hình": "Một địa bàn nhỏ.",
      "Kiến nghị, đề xuất": "Không.",
    });
  });

  it("are found out of their order when they are plain to see", () => {
    const lines = [
      "II. Kết quả thực hiện",
      "2. Tổ chức đảng",
      "Hai chi bộ mới.",
      "1. Lãnh đạo, quán triệt, ban hành văn bản",
      "Ba văn bản.",
    ];
    expect(written(report(lines))).toMatchObject({
      "Tổ chức đảng": "Hai chi bộ mới.",
      "Lãnh đạo, quán triệt, ban hành văn bản": "Ba văn bản.",
    });
  });

  it("are not mistaken in sentences that speak of the same things", () => {
    const { sections: found } = match(
      report(["I. Đặc điểm tình hình", "Tổ chức đảng trong doanh nghiệp hoạt động đều.", "Đảng viên chấp hành tốt."]),
    );
    expect(found.map(({ section }) => section.title)).toEqual(["Đặc điểm tình hình"]);
    expect(found[0]?.text).toBe("Tổ chức đảng trong doanh nghiệp hoạt động đều.\nĐảng viên chấp hành tốt.");
  });
});

describe("what has no place in the outline", () => {
  it("is told with its heading, and does not flow into the section before it", () => {
    const lines = [
      "II. Kết quả thực hiện",
      "10. Thực hiện chỉ tiêu",
      "Đạt 60%.",
      "11. Công tác dân vận trong doanh nghiệp",
      "Hai buổi gặp mặt.",
      "III. Đánh giá chung",
    ];
    const { sections: found, unplaced } = match(report(lines));
    expect(unplaced).toEqual([{ heading: "11. Công tác dân vận trong doanh nghiệp", text: "Hai buổi gặp mặt." }]);
    expect(found.find(({ section }) => section.mark === "10")?.text).toBe("Đạt 60%.");
  });

  it("leaves the headings that ask for text and were not found", () => {
    const { missing } = match(report(FULL));
    expect(missing.map(({ title }) => title)).toEqual([
      "Đoàn Thanh niên, Hội Liên hiệp Thanh niên",
      "Hội Liên hiệp Phụ nữ",
      "Hội Cựu chiến binh",
      "Tự vệ",
      "Kiểm tra, đối thoại, tháo gỡ khó khăn",
      "Thực hiện chỉ tiêu",
    ]);
  });

  it("is everything in a text that does not follow the outline", () => {
    const { sections: found, opening } = match(report(["Thông báo", "Kính gửi các đồng chí."]), sections.slice(1));
    expect(found).toEqual([]);
    expect(opening).toBe("Thông báo\nKính gửi các đồng chí.");
  });
});
