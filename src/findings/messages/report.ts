import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

interface Part {
  /** The path as it stands in the draft. */
  readonly path: string;
  /** The part of it that is not known. */
  readonly typed: string;
  /** The whole path as it was probably meant. */
  readonly nearest?: string | undefined;
}

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Có phải là ${nearest}?`;

const EXAMPLE = "vt:C02/tinh/2026-nam hoặc vt:C02/tinh/2026-nam/cung-ky";

/** Findings about the figures of reports. */
const CATALOGUE = {
  "report/path-malformed": {
    severity: "error",
    found: ({ path }: { path: string; nearest?: string | undefined }) =>
      `"${path}" không phải đường dẫn của một số liệu.`,
    remedy: ({ nearest }: { path: string; nearest?: string | undefined }) =>
      meant(nearest, `Ghi vt:<chỉ tiêu>/<phạm vi>/<kỳ>[/<số đo>], ví dụ ${EXAMPLE}.`),
  },
  "report/unknown-indicator": {
    severity: "error",
    found: ({ path, typed }: Part) => `Không có chỉ tiêu "${typed}" (trong ${path}).`,
    remedy: ({ nearest }: Part) => meant(nearest, "Ghi mã chỉ tiêu của bộ biểu mẫu, ví dụ C02 hoặc A01.CP."),
  },
  "report/unknown-scope": {
    severity: "error",
    found: ({ path, typed }: Part) => `Không có phạm vi "${typed}" (trong ${path}).`,
    remedy: ({ nearest }: Part) =>
      meant(nearest, "Ghi tinh (toàn bộ), tên khu vực viết không dấu nối bằng gạch ngang, hoặc mã đơn vị."),
  },
  "report/unknown-measure": {
    severity: "error",
    found: ({ path, typed }: Part & { measures: readonly string[] }) => `Không có số đo "${typed}" (trong ${path}).`,
    remedy: ({ nearest, measures }: Part & { measures: readonly string[] }) =>
      meant(nearest, `Các số đo: ${measures.join(", ")}.`),
  },
  "report/unknown-period": {
    severity: "error",
    found: ({ path, typed }: Part) => `Kỳ "${typed}" chưa mở và không có số liệu (trong ${path}).`,
    remedy: ({ nearest }: Part) => meant(nearest, "Ghi mã một kỳ đã mở, ví dụ 2026-6t hoặc 2026-nam."),
  },
  "report/trace-too-long": {
    severity: "error",
    found: ({ rows, most }: { rows: number; most: number }) =>
      `Bảng truy vết có hơn ${rows} dòng, nhiều hơn ${most} dòng mà một bảng tính còn đọc được.`,
    remedy: () => "Truy từng số liệu một; mọi số liệu của báo cáo đã có trong tệp .trace.json đi kèm báo cáo.",
  },
  "report/no-figures": {
    severity: "error",
    found: ({ path }: { path: string }) => `${path} không có số liệu nào gắn với sổ theo dõi.`,
    remedy: () => "Chọn bản thảo do vanthu report lập, còn giữ các chỗ như [1.054](vt:C02/tinh/2026-nam).",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about the figures of a report. */
export const reportFigure = reporter(CATALOGUE);
