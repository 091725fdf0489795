/** A short Party plan that lacks nothing but its number, and a State letter; `header` lines are added at the end. */
export const partyPlan = (header = "", symbol = "KH/ĐU"): string => `---
thể loại: Kế hoạch
cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG
cơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM
ký hiệu: ${symbol}   # mã của Đảng uỷ
địa danh: Sông Kim
trích yếu: |
  củng cố các chi bộ trong doanh nghiệp
  năm 2026
nơi nhận: |
  - Ban Thường vụ Tỉnh uỷ (để b/c);
  - Lưu Văn phòng Đảng uỷ.
ký: |
  T/M BAN THƯỜNG VỤ
  PHÓ BÍ THƯ

  Trần Minh Khôi
${header}---
Đảng uỷ phường xây dựng Kế hoạch như sau:

1. Các chi bộ rà soát đảng viên đang làm việc ở doanh nghiệp trên địa bàn phường.

2. Văn phòng Đảng uỷ theo dõi, báo cáo Ban Thường vụ trước ngày 30/9/2026.
`;

export const stateLetter = (header = ""): string => `---
hệ thống: Nhà nước
thể loại: Công văn
cơ quan cấp trên: UỶ BAN NHÂN DÂN TỈNH HÀ TRUNG
cơ quan ban hành: SỞ NỘI VỤ
ký hiệu: SNV-VP
địa danh: Hà Trung
trích yếu: V/v rà soát hồ sơ
kính gửi: Uỷ ban nhân dân phường Sông Kim
nơi nhận: |
  - Như trên;
  - Lưu: VT, VP.
ký: |
  KT. GIÁM ĐỐC
  PHÓ GIÁM ĐỐC

  Lê Thu An
${header}---
Sở Nội vụ đề nghị phường rà soát hồ sơ và gửi kết quả về Sở trước ngày 30/9/2026./.
`;
