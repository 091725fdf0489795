/** Rules of the norms that no machine can decide from a document, or not yet from a draft, each with the reason. */
export const UNDECIDED: readonly { readonly id: string; readonly title: string; readonly why: string }[] = [
  { id: "P17", title: "Số đánh theo thể loại và nhiệm kỳ", why: "phải có sổ văn bản; lệnh vanthu number bảo đảm" },
  {
    id: "P49",
    title: "Cấp phó phụ trách ký trực tiếp, không ghi K/T",
    why: "văn bản không cho biết cơ quan đã có cấp trưởng hay chưa",
  },
  {
    id: "P63",
    title: "Số trang phụ lục đánh riêng",
    why: "bản thảo không có số trang, phần mềm tự in; chỉ xét khi đọc tệp Word",
  },
  {
    id: "S02",
    title: "Đường kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu",
    why: "bản thảo không có, phần mềm tự kẻ; chỉ xét khi đọc tệp Word",
  },
  {
    id: "C05",
    title: "Không dùng dấu hiệu của hệ thống văn bản khác",
    why: "đã nằm trong P09, P28, P33, P41, P55, S04, S18, S21, mỗi lỗi báo một lần",
  },
  {
    id: "C13",
    title: "Khối tiêu đề, khối chữ ký không bị ngắt trang",
    why: "phần mềm dàn trang bảo đảm; với tệp Word thì trang do Word chia, không đọc được từ tệp",
  },
  {
    id: "P22 (tên người, trùng tên tỉnh)",
    title: "Cấp hành chính trước tên người",
    why: "cần danh mục địa danh mang tên người",
  },
  { id: "P17/Điều 15", title: "Số không trùng, không nhảy", why: "phải có sổ văn bản" },
  { id: "Dấu, chữ ký", title: "Màu mực, vị trí con dấu, chữ ký số", why: "không có trong bản thảo và tệp Word" },
];
