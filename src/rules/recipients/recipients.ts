/** Rules about Nơi nhận. */
import { type CheckContext, isOpen } from "../context.js";
import { sayMark, wrongMark } from "../list-marks.js";
import { EDITORIAL, EVERY, type Fault, PARTY, type Rule, STATE } from "../rule.js";
import { entriesOf, isArchive, wrongSeparators } from "./entries.js";

const recipients = (...lines: readonly string[]) => ({ header: { "nơi nhận": lines.join("\n") } });

/** A list of a finished document in which no dash opens any line. */
function* missingDashes({ printed: { recipients: lines = [] } }: CheckContext): Iterable<Fault> {
  const [first] = lines;
  if (first === undefined || lines.some((line) => /^\s*[-–+]/u.test(line))) return;
  yield {
    quote: first,
    found: "Các nơi nhận không có gạch đầu dòng.",
    remedy: "Mỗi nơi nhận một dòng, bắt đầu bằng “- ”.",
    field: "recipients",
  };
}

function* missingColon({ printed: { recipientsLabel } }: CheckContext): Iterable<Fault> {
  if (recipientsLabel === undefined || /:\s*$/u.test(recipientsLabel)) return;
  yield {
    quote: recipientsLabel,
    found: `“${recipientsLabel}” không có dấu hai chấm.`,
    remedy: "Ghi “Nơi nhận:”.",
    field: "recipients",
  };
}

export const P53: Rule = {
  id: "P53",
  title: "Nơi nhận có dấu hai chấm, chữ đứng, gạch chân",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ recipients }) => recipients.clause,
  reason: "Sau “Nơi nhận” có dấu hai chấm; kiểu chữ xét ở tệp Word.",
  right: { printed: { recipientsLabel: "Nơi nhận:" } },
  wrong: { printed: { recipientsLabel: "Nơi nhận" } },
  check: missingColon,
};

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
  *check(context) {
    yield* wrongSeparators(context);
    yield* missingDashes(context);
  },
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

const BRACED = ["- Ban Tổ chức Trung ương; } để b/c", "- Thường trực Tỉnh uỷ; }", "- Lưu Văn phòng Đảng uỷ."] as const;

export const V26: Rule = {
  id: "V26",
  title: "Ngoặc nhọn gộp các nơi nhận",
  norms: EVERY,
  severity: "note",
  basis: "practice",
  clause: EDITORIAL,
  reason:
    "Chuẩn ghi mỗi nơi nhận một dòng và không nói đến ngoặc nhọn; chép lại hay quét thì không rõ ngoặc gộp những dòng nào.",
  right: recipients("- Ban Tổ chức Trung ương (để b/c);", "- Lưu Văn phòng Đảng uỷ."),
  wrong: { ...recipients(...BRACED), printed: { recipients: BRACED } },
  *check({ document, made, origin, printed }) {
    // of a draft we draw the brace, and it is clear what it joins
    if (origin === "draft" && printed.recipients === undefined) return;
    const drawn = new Set(made?.recipients?.flatMap((entry) => (entry.kind === "group" ? entry.label.trim() : [])));
    for (const entry of document.recipients ?? []) {
      if (entry.kind !== "group" || drawn.has(entry.label.trim())) continue;
      const quote = entry.recipients.at(-1)?.lines.at(-1) ?? "";
      yield {
        quote,
        found: `Ngoặc nhọn “} ${entry.label}” gộp ${entry.recipients.length} nơi nhận.`,
        remedy: `Ghi “(${entry.label})” ở từng nơi nhận.`,
        part: entry,
        field: "recipients",
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
    yield* missingDashes(context);
    yield* missingColon(context);
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
