/** The words by which plans of these offices state targets, and those by which they speak of other figures. */

const whole = (alternatives: string): string => String.raw`(?<![\p{L}\d])(?:${alternatives})(?![\p{L}\d])`;
export const words = (alternatives: string, flags = "iu"): RegExp => new RegExp(whole(alternatives), flags);

/** Kinds of organisation that a condition or a scope speaks of. */
export const ORGANISATION =
  "doanh nghiệp|hợp tác xã|đơn vị|cơ quan|chi bộ|đảng bộ|đảng u[ỷy]|đảng ủy|cấp u[ỷy]|cấp ủy|tổ chức|công đoàn|chi đoàn|chi hội|liên đoàn|" +
  "hội|tổ|đội|khu công nghiệp|khu nhà trọ|khu dân cư|nơi|địa phương|địa bàn|xã|phường|thôn|cơ sở|trường học|nhà trọ|lớp|đoàn";

/** Units that a plan of Party building counts. */
export const CORE_UNIT =
  "đảng viên|tổ chức đảng|tổ chức cơ sở đảng|chi bộ|đảng bộ|công đoàn viên|đoàn viên|hội viên|công đoàn cơ sở|tổ chức công đoàn|" +
  "chi đoàn|tổ chức đoàn|chi hội|tổ phụ nữ|tổ chức hội|đội tự vệ|đơn vị tự vệ|tiểu đội tự vệ|trung đội tự vệ|mô hình|quần chúng ưu tú|" +
  "quần chúng|chủ doanh nghiệp|cấp u[ỷy] viên|cấp ủy viên|bí thư chi bộ";

/** Further units, so that a unit ends where its subject goes on. */
const COUNTED =
  `${CORE_UNIT}|doanh nghiệp|hợp tác xã|người|công nhân|lao động|cán bộ|đồng chí|lớp|cuộc|buổi|câu lạc bộ|hộ|công trình|đề án|` +
  "triệu đồng|tỷ đồng|tỉ đồng|đồng|học viên|lượt người|đơn vị|xã|phường|kiến nghị|tổ chức|tổ|đội";

/** What counts time, places in a text or points: never the unit of a target. */
export const NEVER_A_UNIT = new RegExp(
  String.raw`^\s*(?:ngày|tháng|năm|quý|tuần|giờ|phút|giây|tuổi|nhiệm kỳ|kỳ|khoá|khóa|lần|trang|điểm|khoản|mục|điều|bước|đợt|thứ tiếng|` +
    String.raw`phiếu|sao|cấp(?!\s+[uUủỦ])|loại|số|trong|nửa|phần|cách|mặt|khi|chút|vài|mốc|ca|buổi sáng|giờ` +
    String.raw`)(?![\p{L}\d])`,
  "iu",
);

const MEASURE = "mét|m|m2|m²|km|km2|km²|ha|kg|tạ|tấn|lít|triệu cây|cây|con|MW|kWh";
/** What measures: the unit of a target under a heading of targets, elsewhere of a size. */
export const IS_MEASURE = new RegExp(String.raw`^\s*(?:${MEASURE})(?![\p{L}\d])`, "iu");

/** Units that end where their subject goes on, measures among them. */
export const UNIT = `${COUNTED}|${MEASURE}`;

/** A part of a target that names whose it is: "trong đó xã An Khê 400 ha". Such parts do not overlap. */
export const HOLDER =
  /^(?:(?:xã|phường|đặc khu|huyện|thị xã|thành phố|thị trấn|thôn|khu vực|khối|đảng bộ|đảng u[ỷy]|đảng ủy|chi bộ|sở|ban|phòng|trung tâm|công ty|chi cục)\s+[\p{L}\d ,.-]*?\p{Lu}[\p{L}\d .-]*)$/u;

/** A figure right after one of these is an ordinal, a number of a paper, a date. */
export const NAMED_BY_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:số|khoản|điểm|điều|mục|tiểu mục|chương|phần|phụ lục|biểu|biểu số|mẫu|bảng|lần|thứ|khoá|khóa|trang|dòng|cột|đợt|bước|` +
    "nhóm|bậc|cấp|loại|hạng|trung ương|ban chỉ đạo|tổ công tác|bản tin|đề án|chỉ thị|nghị quyết|kết luận|quyết định|quy định|kế hoạch|" +
    "khu phố|ấp|thôn|khối|tổ dân phố|tổ|quân khu|quận|quốc lộ|công ty|nhà máy|xí nghiệp|luật|nghị định|thông tư|hướng dẫn|ngày|chú thích" +
    String.raw`)\s+$`,
  "iu",
);
/** `năm 2026`, `tháng 9`, `quý 3`, unless "mỗi năm", "hằng tháng". */
export const NAMED_BY_TIME = /(?<!(?:mỗi|hằng|hàng|từng|một|trong)\s+)(?<![\p{L}\d])(?:năm|tháng|quý)\s+$/iu;

/** Verbs of what a plan asks; the last before a figure is its action. */
const GOAL_VERB =
  "kết nạp mới|kết nạp được|kết nạp thêm|kết nạp|thành lập mới|thành lập được|thành lập thêm|thành lập|phát triển mới|phát triển được|" +
  "phát triển thêm|phát triển|giới thiệu|xây dựng được|xây dựng mới|xây dựng";
const OTHER_VERB =
  "có|đạt|bảo đảm|đảm bảo|hoàn thành|bồi dưỡng|tổ chức|mở|củng cố|chọn|lựa chọn|kiểm tra|giám sát|hướng dẫn|khảo sát|vận động|giải thể|" +
  "đối thoại|dự|đăng ký|trồng mới|trồng|khoanh nuôi|cấp|giải quyết|phát hành|biên soạn|chuyển|huy động|hỗ trợ|nâng|tăng|giảm|cử|bố trí|đào tạo|tập huấn|biểu dương|khen thưởng|thử nghiệm|còn";
export const VERB = words(`${GOAL_VERB}|${OTHER_VERB}`, "giu");
export const IS_GOAL_VERB = new RegExp(`^(?:${GOAL_VERB})$`, "iu");

/** What says that a figure is aimed at. */
export const GOAL = words("phấn đấu|mục tiêu|chỉ tiêu|quyết tâm");
/** What says that it has been reached, or only describes. */
export const ACHIEVED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:đã\s+(?:được\s+)?(?:kết nạp|thành lập|phát triển|xây dựng|giới thiệu|đạt|có|hoàn thành|bồi dưỡng|tổ chức|mở|củng cố|vận động)|` +
    "tính đến|(?<!thực )hiện có|hiện nay|hiện còn|đến nay|trong kỳ|cùng kỳ|so với|mới đạt|chỉ đạt|trước đây|năm qua|vừa qua|còn lại|thực tế|" +
    String.raw`giảm còn|chiếm|trong tổng số)(?![\p{L}\d])`,
  "iu",
);
/** A verb with "được" tells what has come about, unless the words around it aim at it. */
export const CAME_ABOUT = words("(?:kết nạp|thành lập|phát triển|giới thiệu|bồi dưỡng|vận động) được");
/** After a percentage: a share of a target or of another figure is a result. */
export const SHARE_OF_RESULT = /^\s*(?:chỉ tiêu|kế hoạch năm|kế hoạch|so với|tổng số|dân số|kết quả)(?![\p{L}\d])/iu;

/** Where the words of whom a percentage is taken end and what is to hold begins; the first that occurs counts. */
export const PREDICATE = words(
  "được|đạt|đều|phải|hoàn thành|thành lập được|xây dựng được|có được|tham gia|thực hiện|cài đặt|đăng ký|ký kết|ký|tổ chức được|sinh hoạt|" +
    "bảo đảm|học|dự|sử dụng|là",
);
/** Weaker words, of which the last counts where none of the others stands. */
export const WEAK_PREDICATE = words("có|tổ chức|thành lập|xây dựng", "giu");

/** What a condition's other half begins with: "mỗi nơi có từ 50 nữ công nhân trở lên thành lập …". */
export const CONSEQUENCE =
  /^\s*(?:trở lên)?\s*,?\s*(?:phải|đều|thì|cần|được thành lập|thành lập|xây dựng|tổ chức|bố trí|cử|chưa|đã|mà|nhưng|là đối tượng|hoàn thành|mới (?:được|đủ)|đủ điều kiện)(?![\p{L}\d])/iu;

/** Headings under which figures are targets, and those under which none is. */
export const TARGET_HEADING = words("mục tiêu|chỉ tiêu");
export const RESULT_HEADING = words("kết quả|tình hình|thực trạng|đặc điểm|hạn chế|nguyên nhân|đánh giá");
