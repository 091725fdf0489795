import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Typed = { typed: string };

/** Findings about reporting periods: their names, their extension. */
const CATALOGUE = {
  "period/malformed": {
    severity: "error",
    found: ({ typed }: Typed & { examples: readonly string[] }) => `"${typed}" không phải mã của một kỳ báo cáo.`,
    remedy: ({ examples }: Typed & { examples: readonly string[] }) =>
      `Mã kỳ gồm năm và loại kỳ, ví dụ: ${examples.join(", ")}.`,
  },
  "period/unknown-kind": {
    severity: "error",
    found: ({ kind }: Typed & { kind: string; known: readonly string[]; nearest?: string | undefined }) =>
      `Không có loại kỳ báo cáo "${kind}".`,
    remedy: ({ nearest, known }: Typed & { kind: string; known: readonly string[]; nearest?: string | undefined }) =>
      nearest
        ? `Có phải là "${nearest}"?`
        : `Các loại kỳ: ${known.join(", ")}; loại khác thì khai ở mục “kỳ báo cáo” của vanthu.yaml.`,
  },
  "period/wrong-years": {
    severity: "error",
    found: ({ typed, name, years }: Typed & { kind: string; name: string; years: "one" | "span" }) =>
      years === "span"
        ? `Kỳ ${name} trải qua nhiều năm, nhưng "${typed}" chỉ ghi một năm.`
        : `Kỳ ${name} là của một năm, nhưng "${typed}" ghi hai năm.`,
    remedy: ({ kind, years }: Typed & { kind: string; name: string; years: "one" | "span" }) =>
      years === "span" ? `Ghi năm đầu và năm cuối, ví dụ 2026-2028-${kind}.` : `Ghi một năm, ví dụ 2026-${kind}.`,
  },
  "period/years-reversed": {
    severity: "error",
    found: ({ typed }: Typed) => `"${typed}" có năm cuối không sau năm đầu.`,
    remedy: () => "Ghi năm đầu trước, năm cuối sau, ví dụ 2026-2028-sk.",
  },
  "period/no-extension": {
    severity: "error",
    found: ({ day, name, lastDay }: { day: string; name: string; lastDay: string }) =>
      `Gia hạn đến ngày ${day} không muộn hơn hạn hiện có của kỳ ${name} (đến hết ngày ${lastDay}).`,
    remedy: ({ lastDay }: { day: string; name: string; lastDay: string }) => `Ghi một ngày sau ngày ${lastDay}.`,
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a reporting period. */
export const reportPeriod = reporter(CATALOGUE);
