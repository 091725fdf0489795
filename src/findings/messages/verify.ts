import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type None = Record<string, never>;

/** Findings about manifests. */
const CATALOGUE = {
  "verify/one": {
    severity: "error",
    found: ({ given }: { given: number }) => `Kiểm lại cần đúng một tệp manifest, ở đây có ${given}.`,
    remedy: () => "Ví dụ: vanthu verify phat-hanh/manifest.json.",
  },
  "verify/not-manifest": {
    severity: "error",
    found: (_: None) => "Tệp không phải manifest do vanthu ghi, hoặc đã bị sửa hỏng.",
    remedy: () => "Dùng tệp manifest.json do vanthu render --manifest hoặc vanthu report --manifest ghi ra.",
  },
  "verify/whole-report": {
    severity: "error",
    found: (_: None) => "--manifest chỉ dùng khi lập mới báo cáo, không dùng với --update, --accept.",
    remedy: () => "Bỏ --manifest; sau khi cập nhật bản thảo, lập văn bản bằng vanthu render --manifest.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a manifest. */
export const reportVerify = reporter(CATALOGUE);
