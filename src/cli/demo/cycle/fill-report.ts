/** The sample report as a person finishes it: every open part of the draft gets words, and nothing else is touched. */

/** Words for an open part, by how it begins. */
const WORDS: readonly (readonly [begins: string, words: string])[] = [
  ["cơ quan cấp trên", "Thường trực Tỉnh uỷ"],
  ["cơ quan, đơn vị thực hiện", "Các đảng uỷ trực thuộc Tỉnh uỷ"],
  ["nêu kế hoạch", "Kế hoạch số 08-KH/BTCTU, ngày 20/01/2026 về phát triển tổ chức đảng, đảng viên trong doanh nghiệp"],
  [
    "cần viết: biến động đáng chú ý",
    "Phần lớn doanh nghiệp giữ được việc làm; một số doanh nghiệp nhỏ ở khu vực ven biển sản xuất theo mùa nên lao động biến động, khó duy trì sinh hoạt đoàn thể.",
  ],
  [
    "cần viết: văn bản chính",
    "Ban Tổ chức Tỉnh uỷ đã tổ chức hội nghị trực tiếp đến các đảng uỷ trực thuộc; các đảng uỷ phân công cấp uỷ viên phụ trách từng doanh nghiệp.",
  ],
  [
    "cần viết: nội dung kiểm tra",
    "Nội dung kiểm tra tập trung vào việc duy trì sinh hoạt, thu nộp đảng phí. Kiến nghị của doanh nghiệp về thời gian sinh hoạt ngoài ca sản xuất đã được các cấp uỷ tiếp thu.",
  ],
  ["cần viết: kết quả thực hiện từng chỉ tiêu", "Kết quả thực hiện từng chỉ tiêu được nêu tại phụ lục kèm theo."],
  [
    "cần viết: hai đến bốn ý nổi bật",
    "Các cấp uỷ chủ động nắm doanh nghiệp, phối hợp tốt với công đoàn trong tạo nguồn; việc kết nạp đảng viên vượt tiến độ của năm.",
  ],
  [
    "cần viết: hạn chế, khuyết điểm khác",
    "Một số cấp uỷ chưa gặp gỡ chủ doanh nghiệp thường xuyên; số liệu của vài đơn vị phải sửa và gửi lại.",
  ],
  [
    "cần viết: nguyên nhân",
    "Về khách quan, nhiều doanh nghiệp quy mô nhỏ, lao động không ổn định. Về chủ quan, việc theo dõi, đôn đốc của một số cấp uỷ chưa sát.",
  ],
  [
    "cần viết: nhiệm vụ",
    "Các đảng uỷ phường, xã rà soát nguồn ở từng doanh nghiệp; Ban Tổ chức Tỉnh uỷ hướng dẫn nghiệp vụ và kiểm tra việc thành lập tổ chức đảng trong sáu tháng cuối năm.",
  ],
  [
    "cần viết: kiến nghị",
    "Đề nghị Thường trực Tỉnh uỷ chỉ đạo các cơ quan liên quan cung cấp danh sách doanh nghiệp mới thành lập cho các đảng uỷ.",
  ],
];

const OPEN = /\[((?:cần viết: |nêu |cơ quan)[^\]]*)\](?!\()/gu;

/**
 * Fills the open parts of the report's draft.
 *
 * @param day of signing, as the header has it
 */
export const fillReport = (draft: string, day: string): string =>
  draft
    .replace(/^ngày: .*$/mu, `ngày: ${day}`)
    .replace(OPEN, (open, words: string) => WORDS.find(([begins]) => words.startsWith(begins))?.[1] ?? open);
