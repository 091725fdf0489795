import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** What a key may hold: one text, further keys, or a list. */
type Shape = "text" | "map" | "list";

const SHAPES: { readonly [S in Shape]: { readonly name: string; readonly remedy: (key: string) => string } } = {
  text: {
    name: "một giá trị, không phải một mục có khoá con hay một danh sách",
    remedy: (key) => `Ghi giá trị sau "${key}:", hoặc ghi | rồi xuống dòng.`,
  },
  map: {
    name: "một mục có các khoá con",
    remedy: (key) => `Xuống dòng sau "${key}:" và lùi các khoá con vào hai dấu cách.`,
  },
  list: {
    name: "một danh sách",
    remedy: (key) =>
      `Dưới "${key}:" mỗi mục một dòng bắt đầu bằng "- ", hoặc ghi trên một dòng trong ngoặc vuông: [một, hai].`,
  },
};

/** Findings about an office's folder: its vanthu.yaml. */
const CATALOGUE = {
  "workspace/no-workspace": {
    severity: "error",
    found: ({ folder }: { folder: string }) =>
      `Không tìm thấy tệp vanthu.yaml ở thư mục "${folder}" và các thư mục trên nó.`,
    remedy: () =>
      "Tạo vanthu.yaml ở thư mục của cơ quan (mẫu: vanthu number --help); sổ so-van-ban.csv sẽ nằm cạnh tệp đó.",
  },
  "workspace/not-utf8": {
    severity: "error",
    found: () => "Tệp không ở bảng mã UTF-8.",
    remedy: () => "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
  },
  "workspace/syntax": {
    severity: "error",
    found: () => "Dòng này không đúng cú pháp “khoá: giá trị”.",
    remedy: () =>
      "Mỗi khoá một dòng, sau dấu hai chấm có dấu cách; dòng con lùi vào hai dấu cách (không dùng phím Tab); nhiều dòng thì ghi | sau dấu hai chấm.",
  },
  "workspace/duplicate-key": {
    severity: "error",
    found: () => "Khoá này được ghi hai lần.",
    remedy: () => "Giữ lại một lần.",
  },
  "workspace/not-a-map": {
    severity: "error",
    found: () => "Tệp không gồm các dòng “khoá: giá trị”.",
    remedy: () => "Xem mẫu bằng lệnh vanthu number --help.",
  },
  "workspace/unknown-key": {
    severity: "error",
    found: ({ key }: { key: string; nearest?: string | undefined; known: readonly string[] }) =>
      `Không có khoá "${key}".`,
    remedy: ({ nearest, known }: { key: string; nearest?: string | undefined; known: readonly string[] }) =>
      nearest ? `Có phải là "${nearest}"?` : `Các khoá được dùng ở đây: ${known.join(", ")}.`,
  },
  "workspace/missing-key": {
    severity: "error",
    found: ({ key }: { key: string }) => `Còn thiếu khoá "${key}".`,
    remedy: ({ key }: { key: string }) => `Thêm dòng "${key}: …" vào mục này.`,
  },
  "workspace/wrong-shape": {
    severity: "error",
    found: ({ key, expected }: { key: string; expected: Shape }) => `"${key}" phải là ${SHAPES[expected].name}.`,
    remedy: ({ key, expected }: { key: string; expected: Shape }) => SHAPES[expected].remedy(key),
  },
  "workspace/wrong-value": {
    severity: "error",
    found: ({ key, value }: { key: string; value: string; expected: string }) =>
      `"${key}" không nhận giá trị "${value}".`,
    remedy: ({ expected }: { key: string; value: string; expected: string }) => `Cần ghi: ${expected}.`,
  },
  "workspace/no-plan": {
    severity: "error",
    found: ({ path }: { path: string }) => `Không có tệp kế hoạch "${path}".`,
    remedy: () =>
      "Ghi đường dẫn của bản thảo kế hoạch (.md), tính từ thư mục của vanthu.yaml; không báo cáo nhiệm vụ thì bỏ dòng này.",
  },
  "workspace/no-tasks": {
    severity: "error",
    found: ({ path }: { path: string }) => `Không đọc được nhiệm vụ nào trong kế hoạch "${path}".`,
    remedy: ({ path }: { path: string }) =>
      `Xem vanthu tasks ${path} đọc được gì; không báo cáo nhiệm vụ của kế hoạch này thì bỏ dòng này.`,
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a workspace. */
export const reportWorkspace = reporter(CATALOGUE);
