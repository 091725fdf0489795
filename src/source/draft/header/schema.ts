import { z } from "zod";
import { documentTypes } from "../../../norms/types.js";
import { HEADER_FIELDS } from "./fields.js";
import { PRESENTATION_KEYS } from "./presentation.js";

/*
 * The header as an editor may check it while somebody types. It is looser than the reader, which also judges what
 * JSON Schema cannot say, and it is not used for reading. Editors read YAML with numbers, hence the unions.
 */
type Descriptions = Readonly<Record<string, readonly [schema: z.ZodType, description: string]>>;

const text = z.string();
const line = z.union([z.string(), z.number()]);
const measure = z.union([z.number().min(0).max(100), z.string().regex(/^\d{1,3}([.,]\d{1,6})?\s*(pt|mm)?$/)]);

const typeNames = [...new Set([...documentTypes("party"), ...documentTypes("state")].map(({ name }) => name))];

const presentation: Descriptions = {
  "cỡ chữ": [measure, "Cỡ chữ của nội dung, tính bằng pt: 14"],
  "giãn dòng": [measure, "Khoảng cách giữa các dòng, tính bằng pt: 18"],
  "cách đoạn": [measure, "Khoảng cách giữa các đoạn, tính bằng pt: 6"],
  "thụt đầu dòng": [measure, "Thụt dòng đầu của đoạn, tính bằng mm: 10"],
  "hai mặt": [z.enum(["có", "không"]), "In hai mặt: lề trái và lề phải đổi chỗ ở mặt sau"],
  "dấu chú thích": [z.union([z.literal(1), z.enum(["1", "(1)"])]), "Dấu chú thích in là (1) hay 1"],
};

const values: Descriptions = {
  "hệ thống": [z.enum(["Đảng", "Nhà nước"]), "Văn bản của Đảng (mặc định) hay của Nhà nước"],
  chuẩn: [z.enum(["hd05", "hd36", "nd30"]), "Chuẩn trình bày; không ghi thì chọn theo hệ thống và ngày ký"],
  "thể loại": [z.union([z.enum(typeNames), text]), "Tên thể loại văn bản: Kế hoạch, Báo cáo, Công văn…"],
  "cơ quan cấp trên": [text, "Cơ quan cấp trên trực tiếp, từng dòng như được in"],
  "cơ quan ban hành": [text, "Cơ quan ban hành, từng dòng như được in"],
  số: [z.union([z.int().min(1), z.string().regex(/^\d*$/)]), "Số thứ tự; để trống khi chờ cấp số"],
  "ký hiệu": [text, "Đảng: KH/TU; Nhà nước: KH-UBND; công văn của Nhà nước: BNV-VP"],
  "địa danh": [text, "Địa danh ghi trước ngày, tháng, năm"],
  ngày: [line, "Ngày ký: 15/4/2026; chưa rõ ngày: 4/2026; chưa rõ cả tháng: 2026"],
  "trích yếu": [text, "Trích yếu nội dung, từng dòng như được in"],
  "tác giả": [text, "Tên cơ quan ban hành dùng trong câu: Ban Thường vụ Tỉnh uỷ"],
  "kính gửi": [text, "Nơi được kính gửi, mỗi nơi một dòng"],
  "kính trình": [text, "Nơi được kính trình, mỗi nơi một dòng"],
  "thẩm quyền ban hành": [text, "Nghị quyết, quyết định của Nhà nước: CHỦ TỊCH UỶ BAN NHÂN DÂN…"],
  "căn cứ": [text, "Căn cứ ban hành, mỗi căn cứ một dòng"],
  "nơi nhận": [text, "Nơi nhận, mỗi nơi bắt đầu bằng gạch đầu dòng"],
  ký: [text, "Quyền hạn, chức vụ; một dòng trống; họ tên. Nhiều chữ ký cách nhau bằng dòng ---"],
  "ảnh chữ ký": [text, "Tệp .png của chữ ký, mỗi chữ ký một dòng"],
  "xác nhận chữ ký": [text, "Lời xác nhận; một dòng trống; chức vụ; một dòng trống; họ tên"],
  "độ khẩn": [text, "Mức độ khẩn"],
  "độ mật": [text, "Mức độ mật"],
  "lưu hành": [text, "Chỉ dẫn phạm vi lưu hành: Lưu hành nội bộ"],
  "phổ biến": [text, "Chỉ dẫn phổ biến ở cuối văn bản"],
  "dự thảo": [line, "Dự thảo, Dự thảo lần 2, hoặc chỉ số lần: 2"],
  "người soạn thảo": [text, "Ký hiệu người soạn thảo và số bản: NguyenVanAn-26"],
  "liên hệ": [text, "Địa chỉ liên hệ, từng dòng như được in"],
  "trình bày": [
    z.strictObject(optionalValues(Object.keys(PRESENTATION_KEYS), presentation)),
    "Lựa chọn trình bày trong phạm vi chuẩn cho phép",
  ],
};

/** Values by key, each of which may be missing or empty. */
function optionalValues(keys: readonly string[], descriptions: Descriptions): Record<string, z.ZodType> {
  return Object.fromEntries(
    keys.map((key) => {
      const described = descriptions[key];
      if (described === undefined) throw new Error(`no schema for the header key ${key}`);
      const [schema, description] = described;
      return [key, schema.nullable().optional().describe(description)];
    }),
  );
}

/** The header of a draft, for editors. */
export const DraftHeader = z
  .strictObject(
    optionalValues(
      HEADER_FIELDS.map(({ key }) => key),
      values,
    ),
  )
  .meta({ title: "Phần đầu bản thảo vanthu" });
