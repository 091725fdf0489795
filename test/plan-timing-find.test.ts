import { describe, expect, it } from "vitest";
import { findTimings } from "../src/plan/timing/index.js";

/** Sentences with the times in them between «»; those without any hold dates, years and periods that are none. */
const SENTENCES = `
Đảng uỷ xã ban hành kế hoạch «trước ngày 20/4/2026».
Văn phòng gửi giấy mời «chậm nhất ngày 05/5/2026» để các đơn vị chuẩn bị.
Các chi bộ tổ chức đại hội «xong trước ngày 30 tháng 6 năm 2026».
Ban Tổ chức khảo sát «trong quý II/2026», báo cáo kết quả «trước ngày 15/7/2026».
Kiểm tra ba đảng uỷ «trong quý II và quý III năm 2026».
Hoàn chỉnh quy chế «trong tháng 8 năm 2026».
Hội nghị tiến hành «vào cuối tháng 11 năm 2026», trong một buổi.
Phấn đấu «đến năm 2030» có 50 tổ chức đảng mới.
«Đến hết năm 2028», mọi chi bộ sử dụng sổ tay điện tử.
Tổng kết «vào năm 2030».
Sơ kết hai năm («năm 2028») và tổng kết «trong quý IV/2030».
«Hằng tháng», chi uỷ họp một lần để kiểm điểm việc được giao.
«Hàng quý» cung cấp danh sách lao động mới cho công đoàn.
«Hằng quý vào ngày 20 của tháng cuối quý; cuối năm vào ngày 15 tháng 11», chi bộ báo cáo đảng uỷ.
«Định kỳ 6 tháng (trước ngày 25/5), 1 năm (trước ngày 25/12)» các đảng uỷ báo cáo.
«Định kỳ 6 tháng, năm» tham mưu Ban Thường vụ đánh giá kết quả.
Gửi danh sách «hai lần trong năm, trước ngày 15/5 và trước ngày 15/12».
Người phụ trách đến cơ sở «mỗi quý một lần».
«Sáu tháng một lần» rà soát đoàn viên ưu tú.
Đăng bản tin «trước ngày 25 hằng tháng».
Nộp nhật ký công tác «trước ngày 25 của tháng cuối quý».
«Định kỳ hằng quý báo cáo Chủ tịch kết quả trước ngày 05 của tháng đầu quý sau».
«Hằng năm báo cáo kết quả về Ban Tổ chức trước ngày 15/11»; việc gấp thì báo cáo ngay.
Gửi «kỳ 6 tháng trước ngày 15/6 và kỳ năm trước ngày 15/01 năm sau».
Trả lời kiến nghị «trong thời hạn 15 ngày làm việc».
Xem xét hồ sơ «trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ».
Báo tin về cấp uỷ «trong vòng 24 giờ».
«Ngay sau khi có kết quả», tổ công tác báo cáo Thường trực.
Các nội dung khác thực hiện «thường xuyên».
Điểm 2.6, thực hiện «hằng tháng»; điểm 2.2, «hoàn thành trong quý II/2026»; việc còn lại «thường xuyên».
Điểm 4.2, ban hành chương trình «trong tháng 4/2026»; điểm 4.3, «thường xuyên».
«Định kỳ» báo cáo Trưởng Ban để theo dõi.
Phát hiện sai sót phải «kịp thời» báo cáo cấp trên.
Đợt 1: các sở | «Từ ngày 10 đến ngày 14 tháng 8 năm 2026» | 02
Mở lớp bồi dưỡng «từ tháng 12/2026 đến tháng 01/2027».
Thực hiện thí điểm «trong quý IV/2026 và quý I/2027» tại hai xã.
Báo cáo gửi về Tỉnh uỷ (qua Ban Dân vận «trước ngày 10/11/2026»).
Thời gian thực hiện: «Quý III/2026».
Tổng hợp kết quả, báo cáo «trước ngày 31/02/2026».
Rà soát quy hoạch «trong quý V/2026».
Đơn vị nộp báo cáo năm «trước ngày 31 tháng 01 hằng năm».
Tập huấn cho cấp uỷ viên «trong 6 tháng đầu năm 2026».
Số liệu chốt «vào ngày 15 tháng cuối mỗi quý».
Ban hành biểu mẫu, thời điểm chốt số liệu «trong tháng 8/2026».
Hoàn thành các nhiệm vụ đã nêu tại Kế hoạch này «trước ngày 30/6/2026».
Việc mới làm ngay, còn các nội dung khác «hoàn thành trong quý III/2026».
Khi có khó khăn thì phản ánh, và «định kỳ cuối năm (vào ngày 15/11)» báo cáo tình hình.
Các đảng uỷ đã chỉ đạo kiểm tra xong trong quý I/2026.
Thực hiện Chỉ thị số 33-CT/TW, ngày 18/3/2019 của Ban Bí thư.
Theo Kế hoạch số 31-KH/TU, ngày 06/02/2026 của Ban Thường vụ Tỉnh uỷ, đảng uỷ xã lập danh sách.
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.
Theo Quyết định số 399-QĐ/TU, ngày 18/11/2025, các đơn vị bố trí cán bộ.
Kèm theo Tờ trình số 214/TTr-STC ngày 10 tháng 7 năm 2026.
Thông báo số 14-TB/BCĐ ngày 09/8/2023 của Ban Chỉ đạo nêu rõ trách nhiệm.
Tính đến ngày 15/5/2026, toàn tỉnh có 147 tổ chức đảng.
Số liệu tính từ ngày 16/12/2025 đến ngày 15/5/2026.
Số liệu chốt đến ngày 31 tháng 8 năm 2026.
Luỹ kế từ tháng 01/2026 đến tháng 5/2026 kết nạp 40 đảng viên.
Sau 03 năm thực hiện, số tổ chức đảng tăng gấp đôi.
Qua 03 năm triển khai, nhận thức của chủ doanh nghiệp chuyển biến.
Từ năm 2020 đến nay, tỉnh có thêm 30 chi bộ doanh nghiệp.
Từ tháng 7/2025 đến nay công tác này chậm lại.
Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2025 - 2030 đề ra ba khâu đột phá.
Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020 - 2025 xác định mục tiêu.
Đề án phát triển đảng viên giai đoạn 2026 - 2030 được phê duyệt.
Kế hoạch phát triển tổ chức đảng giai đoạn 2026 - 2030 của Tỉnh uỷ.
Chiến lược phát triển thanh niên đến năm 2030 nêu sáu nhóm giải pháp.
Chương trình công tác năm 2026 của Ban Chỉ đạo.
Báo cáo kết quả thực hiện nhiệm vụ năm 2026 của từng thành viên.
Phương hướng, nhiệm vụ chủ yếu năm 2027.
So với năm 2025, số đảng viên mới tăng 12%.
Kết quả quý I/2026 chưa đạt yêu cầu.
Cùng kỳ tháng 5/2025 kết nạp được 18 đảng viên.
Qua kiểm tra năm 2025, còn 14 cơ quan chưa lập danh mục.
Tài liệu tồn từ trước ngày 01 tháng 7 năm 2025 chưa được chỉnh lý.
Trong quý I/2026, các đảng uỷ đã kết nạp 60 đảng viên.
Quy chế này có hiệu lực từ ngày 01/8/2026.
Quyết định này có hiệu lực kể từ ngày ký.
Đưa chỉ tiêu vào nghị quyết hằng năm của đảng uỷ.
Kinh phí bố trí trong dự toán hằng năm.
Báo cáo tại hội nghị giao ban hằng tháng.
Nội dung này gắn với chương trình kiểm tra, giám sát hằng năm.
Cung cấp tài liệu sinh hoạt chi bộ hằng tháng.
Chi thường xuyên bảo đảm theo phân cấp.
Duy trì nền nếp sinh hoạt định kỳ của chi bộ.
Tổ chức khám sức khoẻ định kỳ cho nữ công nhân.
Cấp uỷ phân bổ chỉ tiêu theo từng năm đến chi bộ.
Nơi có từ 03 đảng viên trở lên thì thành lập chi bộ.
Doanh nghiệp có từ 50 lao động trở lên được vận động trước.
Không còn chi bộ khuyết bí thư quá 60 ngày.
Mỗi đơn vị được kiểm tra không quá một ngày làm việc.
Học tập chuyên đề “Đảng viên gương mẫu trong năm 2026” ở mọi chi bộ.
Đến ngày 03/7/2026 Ban Tổ chức nhận được báo cáo của 97 đảng uỷ.
Công ty thành lập ngày 12/5/2018, có 300 lao động.
Nghị quyết Trung ương 4 (khoá XII) về xây dựng Đảng.
Xem Phụ lục 2, biểu 5, mục 3 và trang 12/20.
Khen thưởng tập thể tiêu biểu trong năm.
Người dưới 18 tháng công tác chưa thuộc diện xem xét.
`
  .trim()
  .split("\n");

describe("times in running text", () => {
  it("are found, and dates of citations, figures and titles are not", () => {
    const wrong: string[] = [];
    let expected = 0;
    let right = 0;
    for (const sentence of SENTENCES) {
      const plain = sentence.replace(/[«»]/gu, "");
      const marked = [...sentence.matchAll(/«([^»]*)»/gu)].map(([, words]) => words);
      const found = findTimings(plain, { year: 2026 }).map(({ start, end }) => plain.slice(start, end));
      expected += 1;
      if (JSON.stringify(found) === JSON.stringify(marked)) right += 1;
      else wrong.push(`${sentence} → ${found.join(" | ")}`);
    }
    console.log(`times in running text: ${right}/${expected} sentences`);
    expect(wrong).toEqual([]);
    expect(expected).toBeGreaterThanOrEqual(80);
  });

  it("know where they stand in text that is not in NFC", () => {
    const text = "Báo cáo\u00a0kết quả trước  ngày\u00a020/4/2026, rồi hằng quý.".normalize("NFD");
    expect(findTimings(text).map(({ start, end }) => text.slice(start, end).normalize("NFC"))).toEqual([
      "trước  ngày\u00a020/4/2026",
      "hằng quý",
    ]);
  });

  it("that cannot be are problems with their words", () => {
    expect(findTimings("Nộp trước ngày 31/02/2026; rà soát trong quý III.")).toEqual([
      { start: 4, end: 25, problem: { kind: "impossible", words: "trước ngày 31/02/2026" } },
      { start: 35, end: 48, problem: { kind: "yearMissing", words: "trong quý III" } },
    ]);
  });

  it("join a recurrence with the day that stands further on", () => {
    const [yearly] = findTimings("Hằng năm báo cáo kết quả trước ngày 15/11.", { year: 2026 });
    expect(yearly?.timing).toEqual({
      printed: "Hằng năm … trước ngày 15/11",
      terms: [{ kind: "recurring", every: "year", anchors: [{ day: 15, month: 11, rule: "before" }] }],
    });
    const [half, year] = findTimings("Báo cáo: kỳ 6 tháng gửi trước ngày 25/5; kỳ cả năm gửi trước ngày 25/12.");
    expect(half?.timing?.terms).toEqual([
      { kind: "recurring", every: "halfYear", anchors: [{ day: 25, month: 5, rule: "before" }] },
    ]);
    expect(year?.timing?.terms).toEqual([
      { kind: "recurring", every: "year", anchors: [{ day: 25, month: 12, rule: "before" }] },
    ]);
  });
});
