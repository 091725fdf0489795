/** A report with bound figures, and the Word file that is made of it. */
import type { Document } from "../src/model/document.js";
import { render } from "../src/render.js";
import { parseDraft } from "../src/source/draft/index.js";

export const OWN_DRAFT = `---
thể loại: Báo cáo
cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG
cơ quan ban hành: |
  BAN TỔ CHỨC TỈNH UỶ
số: 12
ký hiệu: BC/BTCTU
địa danh: Hà Trung
ngày: 20/12/2026
trích yếu: |
  kết quả phát triển đảng viên trong doanh nghiệp
  năm 2026
tác giả: Ban Tổ chức Tỉnh uỷ
nơi nhận: |
  - Ban Thường vụ Tỉnh uỷ (để b/c);
  - Lưu Văn phòng Ban.
ký: |
  TRƯỞNG BAN

  Nguyễn Văn Bình
---
Ban Tổ chức Tỉnh uỷ báo cáo kết quả năm 2026 như sau:

# I- KẾT QUẢ

## 1. Đảng viên

Trong năm, toàn tỉnh kết nạp [1.054](vt:C02/tinh/2026-nam) đảng viên, [tăng](vt:C02/tinh/2026-nam/chieu-huong) [54](vt:C02/tinh/2026-nam/chenh-lech) đảng viên so với năm trước.[^1] *Trong đó* có **[401](vt:C02a/tinh/2026-nam)** đảng viên nữ, [chưa](vt:C02d/tinh/2026-nam) kết nạp chủ doanh nghiệp.

Kết quả theo khu vực như sau:

| Khu vực | Kết nạp | Cuối kỳ |
| --- | --: | --: |
| Ven biển | [77](vt:C02/ven-bien/2026-nam) | [1.200](vt:C06/ven-bien/2026-nam) |
| Miền núi | [12](vt:C02/mien-nui/2026-nam) | [310](vt:C06/mien-nui/2026-nam) |

## 2. Công đoàn

- Các cấp công đoàn giới thiệu [312](vt:D10/tinh/2026-nam) đoàn viên ưu tú; [96](vt:D11/tinh/2026-nam) đoàn viên được kết nạp. Đó là cố gắng lớn.

# II- NHIỆM VỤ

1. Năm 2027 kết nạp từ [1.100](vt:T01/tinh/2026-nam) đảng viên trở lên; năm 2026 là [1.054](vt:C02/tinh/2026-nam) đảng viên.

[^1]: Năm 2025: [1.000](vt:C02/tinh/2026-nam/cung-ky) đảng viên.
`;

export async function readOwnDraft(text: string): Promise<Document> {
  const { document, findings } = await parseDraft(text, { file: "bao-cao.md" });
  if (document === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return document;
}

const NONE = new Uint8Array();

/** The file that people get. */
export async function ownDocx(document: Document): Promise<Uint8Array> {
  const fonts = { regular: NONE, bold: NONE, italic: NONE, boldItalic: NONE };
  const { files, findings } = await render({ document }, { formats: ["docx"], fonts });
  const bytes = files[0]?.bytes;
  if (bytes === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return bytes;
}
