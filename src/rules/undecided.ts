/** Rules of the norms that no machine can decide from a document, or not yet from a draft, each with the reason. */
export const UNDECIDED: readonly { readonly id: string; readonly title: string; readonly why: string }[] = [
  { id: "P17", title: "Số đánh theo thể loại và nhiệm kỳ", why: "phải có sổ văn bản; lệnh vanthu number bảo đảm" },
  {
    id: "P49",
    title: "Cấp phó phụ trách ký trực tiếp, không ghi K/T",
    why: "văn bản không cho biết cơ quan đã có cấp trưởng hay chưa",
  },
  {
    id: "P01, P02, P27, S02 (hình vẽ)",
    title: "Đường kẻ dưới tiêu đề, Tiêu ngữ, tên cơ quan, trích yếu khi không rõ thuộc dòng nào",
    why: "bản thảo không có, phần mềm tự kẻ; trong tệp Word, hình đặt theo trang hay theo lề khác, hình nhóm, nét tự do, ảnh, hộp chữ ở phần đầu thì không biết nằm dưới dòng nào",
  },
  {
    id: "C05",
    title: "Không dùng dấu hiệu của hệ thống văn bản khác",
    why: "đã nằm trong P09, P28, P33, P41, P55, S04, S18, S21, mỗi lỗi báo một lần",
  },
  {
    id: "C13 (không có dấu trang)",
    title: "Khối tiêu đề, khối chữ ký không bị ngắt trang",
    why: "bản thảo do phần mềm dàn trang; tệp Word chưa được Word lưu (không có dấu trang) thì trang chỉ có khi mở Word",
  },
  {
    id: "P22 (tên người, trùng tên tỉnh)",
    title: "Cấp hành chính trước tên người",
    why: "cần danh mục địa danh mang tên người",
  },
  { id: "P17/Điều 15", title: "Số không trùng, không nhảy", why: "phải có sổ văn bản" },
  { id: "Dấu, chữ ký", title: "Màu mực, vị trí con dấu, chữ ký số", why: "không có trong bản thảo và tệp Word" },
];
