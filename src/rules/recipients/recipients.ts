/** Rules about Nơi nhận. */
import { isOpen } from "../context.js";
import { sayMark, wrongMark } from "../list-marks.js";
import { PARTY, type Rule, STATE } from "../rule.js";
import { entriesOf, isArchive, wrongSeparators } from "./entries.js";

const recipients = (...lines: readonly string[]) => ({ header: { "nơi nhận": lines.join("\n") } });

export const P54: Rule = {
  id: "P54",
  title: "Dấu cuối mỗi nơi nhận",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ recipients }) => recipients.clause,
  reason: "Mỗi nơi nhận một dòng, kết thúc bằng dấu chấm phẩy (trước 27/5/2026: dấu phẩy).",
  right: recipients("- Ban Tổ chức Tỉnh uỷ (để b/c);", "- Lưu Văn phòng Đảng uỷ."),
  wrong: recipients("- Ban Tổ chức Tỉnh uỷ (để b/c),", "- Lưu Văn phòng Đảng uỷ."),
  check: wrongSeparators,
};

export const P55: Rule = {
  id: "P55",
  title: "Dòng lưu ở cuối, kết thúc bằng dấu chấm",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ recipients }) => recipients.clause,
  reason:
    "Dòng cuối của Nơi nhận là nơi lưu, kết thúc bằng dấu chấm; mẫu ghi “Lưu Văn phòng Tỉnh uỷ.”, không ghi “Lưu: VT”.",
  right: recipients("- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng uỷ."),
  wrong: recipients("- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng uỷ;"),
  *check(context) {
    const entries = entriesOf(context);
    const last = entries.at(-1);
    if (last === undefined || isOpen(last.text)) return;
    const common = { quote: last.text, part: last.entry, field: "recipients" as const };
    const less = { less: "warning" as const };
    if (!entries.some(({ text }) => isArchive(text))) {
      yield { ...common, found: "Nơi nhận không có dòng lưu.", remedy: "Thêm dòng cuối “- Lưu Văn phòng …”.", ...less };
      return;
    }
    if (!isArchive(last.text))
      yield { ...common, found: `Sau dòng lưu còn “${last.text}”.`, remedy: "Chuyển dòng lưu xuống cuối.", ...less };
    const wrong = wrongMark(last.last, true, context.norm.recipients, context.origin === "foreign");
    if (wrong !== undefined)
      yield {
        ...common,
        found: `Dòng cuối “${last.text}” ${sayMark(wrong.typed)}.`,
        remedy: "Kết thúc bằng dấu chấm.",
      };
    if (/^lưu\s*:|^lưu\s+VT(?!\p{L})/iu.test(last.text)) {
      yield {
        ...common,
        found: `Dòng lưu ghi “${last.text}”, theo cách của văn bản nhà nước.`,
        remedy: "Ghi “Lưu Văn phòng …” (tên nơi lưu, không có dấu hai chấm).",
        ...less,
      };
    }
  },
};

export const S25: Rule = {
  id: "S25",
  title: "Dấu cuối mỗi nơi nhận",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: ({ recipients }) => recipients.clause,
  reason: "Cuối dòng mỗi nơi nhận có dấu chấm phẩy.",
  right: recipients("- Các sở, ban, ngành tỉnh;", "- Lưu: VT, NN (05)."),
  wrong: recipients("- Các sở, ban, ngành tỉnh,", "- Lưu: VT, NN (05)."),
  *check(context) {
    for (const fault of wrongSeparators(context)) if (fault.field === "recipients") yield fault;
  },
};

export const S26: Rule = {
  id: "S26",
  title: "Dòng lưu của văn bản nhà nước",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: ({ recipients }) => recipients.clause,
  reason: "Dòng cuối ghi “Lưu:”, chữ viết tắt “VT”, đơn vị soạn thảo và số bản lưu, kết thúc bằng dấu chấm.",
  right: recipients("- Các sở, ban, ngành tỉnh;", "- Lưu: VT, NN (05)."),
  wrong: recipients("- Các sở, ban, ngành tỉnh;", "- Lưu Văn thư."),
  *check(context) {
    const last = entriesOf(context).at(-1);
    if (last === undefined || isOpen(last.text)) return;
    if (isArchive(last.text) && /^Lưu: ?VT(?:[,.\s(]|$)/u.test(last.text)) {
      const wrong = wrongMark(last.last, true, context.norm.recipients, context.origin === "foreign");
      if (wrong === undefined) return;
    }
    yield {
      quote: last.text,
      found: isArchive(last.text) ? `Dòng lưu ghi “${last.text}”.` : "Nơi nhận không kết thúc bằng dòng lưu.",
      remedy: "Ghi ở dòng cuối, ví dụ “- Lưu: VT, TCCB (05).”.",
      part: last.entry,
      field: "recipients",
    };
  },
};
