import type { Wording } from "../../finding.js";

interface Asking {
  readonly code: string;
  /** Kind of unit and of period: "xa-phuong, kỳ 6t". */
  readonly who: string;
  readonly forms: readonly string[];
}

/** Findings about who is asked for what. */
export const FILING_WORDINGS = {
  "forms/never-filed": {
    severity: "error",
    found: ({ code, name }: { code: string; name: string }) =>
      `Không biểu nào hỏi chỉ tiêu ${code} (${name}), và nó không được tính.`,
    remedy: () => "Thêm một dòng vào biểu của đơn vị, thêm “công thức”, hoặc bỏ chỉ tiêu.",
  },
  "forms/asked-twice": {
    severity: "error",
    found: ({ code, who, forms }: Asking) => `${code} được hỏi hai lần (${who}): biểu ${forms.join(", ")}.`,
    remedy: () => 'Giữ một nơi nhập; ở nơi kia ghi "hiện: có".',
  },
  "forms/shown-not-asked": {
    severity: "error",
    found: ({ code, who, forms }: Asking) =>
      `Biểu ${forms.join(", ")} hiện ${code} nhưng không biểu nào khác hỏi số đó (${who}).`,
    remedy: () => 'Bỏ "hiện: có" để nhập tại đây, hoặc thêm dòng vào biểu khác của loại đơn vị đó.',
  },
  "forms/source-not-asked": {
    severity: "error",
    found: ({ code, source }: { code: string; source: string }) =>
      `Nguồn chính thức của ${code} là loại đơn vị "${source}", nhưng không biểu nào của loại đó hỏi ${code}.`,
    remedy: () => "Thêm dòng vào biểu của loại đơn vị đó, hoặc sửa “nguồn”.",
  },
  "forms/operand-not-asked": {
    severity: "error",
    found: ({ code, operand, who }: { code: string; operand: string; who: string }) =>
      `${code} không tính được (${who}): không biểu nào hỏi ${operand}.`,
    remedy: () => "Thêm dòng cho số còn thiếu, hoặc bỏ dòng của chỉ tiêu được tính.",
  },
} satisfies { readonly [id: string]: Wording<never> };
