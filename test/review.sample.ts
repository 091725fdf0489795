/** Versions with known changes, each as draft, Word file and PDF. */
import { readFonts } from "../src/assets.js";
import { paginate } from "../src/layout/paginate/index.js";
import { style } from "../src/layout/style/index.js";
import type { StyledDocument } from "../src/layout/styled.js";
import type { Document } from "../src/model/document.js";
import { chooseNorm } from "../src/norms/choose.js";
import type { Flow } from "../src/review/flow/flow.js";
import { PDF_LIMITS } from "../src/review/pdf/content.js";
import { extractPdf } from "../src/review/pdf/extract.js";
import { flowOfPdf } from "../src/review/pdf/flow-of-pdf.js";
import { flowOfDocx } from "../src/review/versions/read-docx.js";
import { flowOfStyled } from "../src/review/versions/read-styled.js";
import { parseDraft } from "../src/source/draft/index.js";
import { writeDocx } from "../src/writers/docx/index.js";
import { writePdf } from "../src/writers/pdf/index.js";

const FONTS = readFonts();
const CREATED = new Date(Date.UTC(2026, 5, 5, 5));

export const HEAD = `thể loại: Báo cáo
cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG
cơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM
số: 21
ký hiệu: BC/ĐU
địa danh: Sông Kim
ngày: 05/6/2026
trích yếu: |
  kết quả phát triển đảng viên trong doanh nghiệp
  6 tháng đầu năm 2026
nơi nhận: |
  - Ban Thường vụ Tỉnh uỷ (để b/c);
  - Các chi bộ trực thuộc;
  - Lưu Văn phòng Đảng uỷ.
ký: |
  T/M BAN THƯỜNG VỤ
  PHÓ BÍ THƯ

  Trần Minh Khôi
`;

export const BODY = `Thực hiện Kế hoạch số 08-KH/TU, ngày 12/5/2026 của Ban Thường vụ Tỉnh uỷ, Đảng uỷ phường Sông Kim báo cáo kết quả như sau:

# I- TÌNH HÌNH CHUNG

1. Trên địa bàn phường có 214 doanh nghiệp đang hoạt động với 6.480 lao động; trong đó 37 doanh nghiệp có từ 50 lao động trở lên[^1].

2. Đảng uỷ đã phân công từng đồng chí trong Ban Chấp hành theo dõi một nhóm doanh nghiệp. Mỗi quý các chi bộ khu phố cùng công đoàn cơ sở gặp chủ doanh nghiệp một lần.

# II- KẾT QUẢ ĐẠT ĐƯỢC

1. Toàn phường kết nạp [42](vt:C02/p-song-kim/2026-6t) đảng viên, đạt 52,5% kế hoạch năm; có 18 đảng viên là công nhân trực tiếp sản xuất.

2. Thành lập mới 03 chi bộ trong doanh nghiệp may mặc, cơ khí và chế biến thuỷ sản. Các chi bộ mới đều có quy chế sinh hoạt.

3. Việc bồi dưỡng quần chúng ưu tú được tổ chức vào buổi tối để công nhân đi ca theo học được. Phường đã mở hai lớp với 96 học viên.

4. Công tác tuyên truyền được đổi mới theo hướng ngắn gọn: bản tin hai trang phát tại nơi làm việc, đoạn phim ngắn chiếu trên xe đưa đón công nhân, sổ tay hỏi đáp bằng hình ảnh. Các chi bộ cử đảng viên trẻ làm cộng tác viên, nắm tâm tư của công nhân ở khu trọ để phản ánh với Đảng uỷ.

5. Công đoàn, Đoàn Thanh niên và Hội Liên hiệp Phụ nữ phường giới thiệu quần chúng ưu tú cho các chi bộ theo quý. Việc thẩm tra lý lịch được Công an phường trả lời đúng hạn, nhờ đó hồ sơ không phải chờ đợi như những năm trước.

Kết quả theo khu phố như sau:

| TT | Khu phố | Doanh nghiệp | Kết nạp | Chi bộ mới |
| --- | --- | --- | --- | --- |
| 1 | Khu phố Bến Trạm | 61 | 14 | 1 |
| 2 | Khu phố Cầu Ngói | 48 | 11 | 1 |
| 3 | Khu phố Lạc Viên | 55 | 9 | 0 |
| 4 | Khu phố Thanh Trạch | 50 | 8 | 1 |

# III- NHIỆM VỤ 6 THÁNG CUỐI NĂM

- Rà soát đảng viên đang làm việc ở doanh nghiệp mà còn sinh hoạt nơi cư trú, hướng dẫn chuyển sinh hoạt trước ngày 30/9/2026.

- Mở thêm một lớp bồi dưỡng nhận thức về Đảng cho công nhân khu trọ; kinh phí trích từ ngân sách phường.

- Văn phòng Đảng uỷ tổng hợp số liệu theo biểu mẫu, gửi Ban Tổ chức Tỉnh uỷ đúng hạn.

[^1]: Số liệu của cơ quan thuế tính đến ngày 15/5/2026.
`;

/** A document out of a body, with what its author chose of its looks. */
export async function documentOf(
  body: string = BODY,
  presentation?: Document["presentation"],
  head: string = HEAD,
): Promise<Document> {
  const { document, findings } = await parseDraft(`---\n${head}---\n${body}`);
  if (document === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return presentation === undefined ? document : { ...document, presentation };
}

/** Changes the looks of a styled document. */
export type Restyle = (styled: StyledDocument) => StyledDocument;

/** One version of a pair. */
export interface SampleVersion {
  readonly document: Document;
  readonly restyle?: Restyle;
}

export const styledOf = ({ document, restyle = (styled) => styled }: SampleVersion): StyledDocument =>
  restyle(style(document, chooseNorm(document)));

export async function docxOf(version: SampleVersion): Promise<Uint8Array> {
  const styled = styledOf(version);
  return writeDocx(styled, { created: CREATED, title: styled.title, model: version.document });
}

export async function pdfOf(version: SampleVersion): Promise<Uint8Array> {
  const styled = styledOf(version);
  return writePdf(paginate(styled), styled, { created: CREATED, fonts: FONTS });
}

export function docxFlow(bytes: Uint8Array): Flow {
  const flow = flowOfDocx(bytes);
  if (typeof flow === "string") throw new Error(flow);
  return flow;
}

export async function pdfFlow(bytes: Uint8Array): Promise<Flow> {
  const content = await extractPdf(bytes, PDF_LIMITS);
  if (typeof content === "string") throw new Error(content);
  return flowOfPdf(content);
}

export type Form = "draft" | "docx" | "pdf";

const read = new WeakMap<SampleVersion, Map<Form, Promise<Flow>>>();

async function readIn(form: Form, version: SampleVersion): Promise<Flow> {
  if (form === "docx") return docxFlow(await docxOf(version));
  if (form === "pdf") return pdfFlow(await pdfOf(version));
  const styled = styledOf(version);
  return flowOfStyled(styled, paginate(styled), "draft");
}

/** A version written and read in a form, once. */
export function flowIn(form: Form, version: SampleVersion): Promise<Flow> {
  const forms = read.get(version) ?? new Map<Form, Promise<Flow>>();
  read.set(version, forms);
  const flow = forms.get(form) ?? readIn(form, version);
  forms.set(form, flow);
  return flow;
}

let base: Promise<SampleVersion> | undefined;

/** The version that all pairs begin with. */
export function baseVersion(): Promise<SampleVersion> {
  base ??= documentOf().then((document) => ({ document }));
  return base;
}
