/** Pairs of versions of which a redline is made. */
import { BODY, documentOf, type SampleVersion } from "./review.sample.js";

const NOTE = "[^1]: Số liệu của cơ quan thuế tính đến ngày 15/5/2026.\n";
const DASH =
  "- Mở thêm một lớp bồi dưỡng nhận thức về Đảng cho công nhân khu trọ; kinh phí trích từ ngân sách phường.\n\n";
const LAST = "- Văn phòng Đảng uỷ tổng hợp số liệu theo biểu mẫu, gửi Ban Tổ chức Tỉnh uỷ đúng hạn.\n\n";
const TABLE = BODY.slice(BODY.indexOf("| TT |"), BODY.indexOf("# III-"));

/** Bodies by the name of what changed. */
export const REDLINED: Readonly<Record<string, string>> = {
  "a figure, a heading, a sentence": BODY.replace("6.480 lao động", "6.408 lao động")
    .replace("# II- KẾT QUẢ ĐẠT ĐƯỢC", "# II- KẾT QUẢ VÀ HẠN CHẾ")
    .replace("Các chi bộ mới đều có quy chế sinh hoạt.", "Chi bộ nào cũng đã ban hành quy chế làm việc."),
  "a moved paragraph": BODY.replace(DASH, "").replace("Kết quả theo khu phố", `${DASH}Kết quả theo khu phố`),
  "rows and cells": BODY.replace("| 48 | 11 | 1 |", "| 48 | 17 | 1 |")
    .replace("| 3 | Khu phố Lạc Viên", "| 3 | Khu phố Đồng Vọng | 33 | 5 | 0 |\n| 4 | Khu phố Lạc Viên")
    .replace("| 4 | Khu phố Thanh Trạch | 50 | 8 | 1 |\n", ""),
  "the last paragraph before the signature": BODY.replace(LAST, ""),
  "a paragraph before the table": BODY.replace("Kết quả theo khu phố như sau:\n\n", ""),
  "the first paragraph": BODY.replace(
    "# I- TÌNH HÌNH CHUNG",
    "Kèm theo báo cáo là biểu tổng hợp.\n\n# I- TÌNH HÌNH CHUNG",
  ),
  "the table": BODY.replace(TABLE, ""),
  "a note": BODY.replace("15/5/2026", "20/5/2026"),
  "no note any more": BODY.replace("[^1].", ".").replace(NOTE, ""),
  emphasis: BODY.replace("đạt 52,5% kế hoạch năm", "đạt **53,5%** kế hoạch cả năm"),
};

export async function redlinedVersion(name: string): Promise<SampleVersion> {
  const body = REDLINED[name];
  if (body === undefined || body === BODY) throw new Error(`${name} changes nothing`);
  return { document: await documentOf(body) };
}
