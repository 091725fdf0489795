/** Invented office prose: clauses of one's own wording that go together in any order. */

const UNITS = [
  "Văn phòng Đảng uỷ phường",
  "Ban Xây dựng Đảng",
  "các chi bộ khu phố",
  "chi uỷ các trường học trên địa bàn",
  "Uỷ ban kiểm tra Đảng uỷ",
  "Đảng uỷ Uỷ ban nhân dân phường",
  "bí thư chi bộ và đảng viên được phân công",
  "Trung tâm Chính trị",
  "Ban Công tác Mặt trận mỗi khu phố",
] as const;

const DUTIES = [
  "rà soát, lập danh sách và lưu đủ hồ sơ về",
  "chọn một người chịu trách nhiệm chính, hai người giúp việc để theo dõi",
  "họp bàn kỹ, ra nghị quyết riêng và giao việc cụ thể đối với",
  "đối chiếu sổ sách với thực tế, bổ sung phần còn thiếu của",
  "đưa vào chương trình làm việc hằng quý nội dung",
  "mở sổ ghi chép, cập nhật hằng tuần tiến độ của",
  "nghe báo cáo trực tiếp tại nơi làm việc về",
  "góp ý bằng văn bản, nêu rõ phần đồng ý và phần cần sửa đối với",
] as const;

const MATTERS = [
  "việc đổi mới nội dung sinh hoạt chi bộ theo chuyên đề",
  "công tác quản lý đảng viên đi làm ăn xa giai đoạn 2026-2030",
  "kế hoạch tạo nguồn kết nạp đảng viên trong học sinh, người lao động",
  "việc số hoá hồ sơ, lý lịch và phiếu bổ sung hằng năm",
  "phần việc liên quan đến Chương trình số 12-CTr/TU",
  "nền nếp tự phê bình và phê bình, gắn với đánh giá, xếp loại cuối năm",
  "chế độ thu, nộp và sử dụng đảng phí ở từng chi bộ",
  "việc giúp đỡ, phân công công tác cho đảng viên dự bị",
  "hoạt động của tổ dân vận khéo và nhóm nòng cốt chính trị - xã hội",
  "nguyện vọng, kiến nghị của Nhân dân gửi qua hòm thư góp ý",
  "tỷ lệ đảng viên dự sinh hoạt định kỳ, phấn đấu đạt từ 92% trở lên",
] as const;

const MANNERS = [
  "bảo đảm rõ người, rõ việc, rõ thời hạn và rõ kết quả",
  "không làm thay, không đùn đẩy, không để việc kéo từ quý này sang quý khác",
  "lấy mức độ hài lòng của người dân làm thước đo",
  "kết hợp nhắc nhở tại chỗ với kiểm tra theo chuyên đề",
  "tránh báo cáo nhiều đầu mối, một số liệu chỉ ghi một lần",
  "chú ý nơi mới sáp nhập, nơi có đông công nhân thuê trọ",
  "coi trọng việc nêu gương của cấp uỷ viên và người đứng đầu",
] as const;

const ENDINGS = [
  "kết quả gửi về thường trực trước ngày 20 của tháng cuối quý.",
  "việc nào chưa xong phải nói rõ nguyên nhân và ngày hoàn thành.",
  "nơi làm tốt được giới thiệu để các chi bộ khác học theo.",
  "khó khăn vượt thẩm quyền thì kiến nghị ngay, không chờ đến kỳ báo cáo.",
  "kinh phí lấy từ nguồn chi thường xuyên đã giao đầu năm.",
  "văn phòng tổng hợp chung vào báo cáo 6 tháng và cả năm.",
] as const;

/** The nth entry of a list that is read around and around. */
export const nth = <T>(list: readonly [T, ...T[]] | readonly T[], index: number): T => list[index % list.length] as T;

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase("vi-VN") + text.slice(1);

/** The lengths of the lists have no common divisor to speak of, so that neighbours differ and repeats are far apart. */
function sentence(index: number): string {
  const who = capitalised(nth(UNITS, index * 2 + Math.floor(index / 9)));
  const what = `${nth(DUTIES, index * 3 + 1)} ${nth(MATTERS, index * 5 + Math.floor(index / 8))}`;
  return `${who} ${what}, ${nth(MANNERS, index * 2 + 3)}; ${nth(ENDINGS, index + Math.floor(index / 6))}`;
}

/** A paragraph of one or more sentences; the same index gives the same text. */
export function prose(index: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, at) => sentence(index * 3 + at)).join(" ");
}

/** A short run-in title or heading. */
export const topic = (index: number): string => capitalised(nth(MATTERS, index));

/** Who does something: the cell of a table. */
export const unit = (index: number): string => capitalised(nth(UNITS, index));
