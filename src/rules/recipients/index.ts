/** Rules about Nơi nhận, Kính gửi and Kính trình. */
import type { RecipientEntry } from "../../model/closing.js";
import { hd05Clause, nd30Clause } from "../../norms/clause.js";
import { foldTone } from "../../norms/tone.js";
import { type CheckContext, isOpen } from "../context.js";
import { sayMark, wrongMark } from "../list-marks.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";

interface Entry {
  readonly text: string;
  readonly last: string;
  readonly entry: RecipientEntry;
}

/** The entries as printed; those of a brace are entries of their own. */
const entriesOf = ({ document: { recipients = [] } }: CheckContext): readonly Entry[] =>
  recipients.flatMap((entry) =>
    (entry.kind === "group" ? entry.recipients : [entry]).map(({ lines }) => ({
      text: lines.join(" ").trim(),
      last: lines.at(-1) ?? "",
      entry,
    })),
  );

const isArchive = (text: string): boolean => /^lưu(?:\s|:|$)/iu.test(text);

function* wrongSeparators(context: CheckContext): Iterable<Fault> {
  const { norm, origin } = context;
  const entries = entriesOf(context);
  const field = "recipients" as const;
  for (const [index, { text, last, entry }] of entries.entries()) {
    if (index === entries.length - 1 || isOpen(last)) continue;
    const wrong = wrongMark(last, false, norm.recipients, origin === "foreign");
    if (wrong === undefined) continue;
    yield {
      quote: text,
      found: `Nơi nhận “${text}” ${sayMark(wrong.typed)}.`,
      remedy: `Kết thúc bằng “${wrong.due}”.`,
      part: entry,
      field,
    };
  }
  const names = context.document.addressees?.names ?? [];
  for (const [index, lines] of names.entries()) {
    const text = lines.join(" ").trim();
    const isLast = index === names.length - 1;
    if (isOpen(text)) continue;
    const typed = /(?:[.,;:])$/u.exec(text)?.[0] ?? "";
    const accepted =
      names.length === 1
        ? ["", norm.addressees.only, ...norm.addressees.acceptLast]
        : isLast
          ? ["", ...norm.addressees.acceptLast]
          : ["", norm.addressees.separator];
    if (accepted.includes(typed)) continue;
    yield {
      quote: text,
      found: `Nơi gửi đến “${text}” ${sayMark(typed)}.`,
      remedy: `Kết thúc bằng “${isLast ? norm.addressees.last : norm.addressees.separator}”.`,
      field: "addressees",
    };
  }
}

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

function* withoutAsAddressed(context: CheckContext): Iterable<Fault> {
  const { document, norm } = context;
  const [first] = entriesOf(context);
  if (document.addressees === undefined || first === undefined || isOpen(first.text)) return;
  if (foldTone(first.text).startsWith(foldTone(norm.recipients.asAddressed))) return;
  yield {
    quote: first.text,
    found: `Nơi nhận đầu tiên là “${first.text}”.`,
    remedy: `Ghi “- ${norm.recipients.asAddressed};” ở dòng đầu của Nơi nhận.`,
    part: first.entry,
    field: "recipients",
  };
}

const partyLetter = (first: string) => ({
  header: {
    "thể loại": "Công văn",
    "ký hiệu": "CV/ĐU",
    "trích yếu": "về việc gửi sổ thu đảng phí",
    "kính gửi": "Các chi bộ trực thuộc",
    "nơi nhận": `- ${first};\n- Lưu Văn phòng Đảng uỷ.`,
  },
});

export const P56: Rule = {
  id: "P56",
  title: "Công văn, tờ trình ghi “Như trên” ở đầu Nơi nhận",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id, recipients }) => (id === "hd05" ? hd05Clause("9.2.3") : recipients.clause),
  reason: "Nơi được kính gửi, kính trình không ghi lại mà ghi “Như trên”.",
  right: partyLetter("Như trên"),
  wrong: partyLetter("Các chi bộ trực thuộc"),
  *check(context) {
    if (context.type?.letter === true || context.type?.slug === "to-trinh") yield* withoutAsAddressed(context);
  },
};

const stateLetter = (addressees: string, first = "Như trên") => ({
  header: {
    "thể loại": "Công văn",
    "ký hiệu": "UBND-NN",
    "trích yếu": "V/v cung ứng cây giống",
    "kính gửi": addressees,
    "nơi nhận": `- ${first};\n- Lưu: VT, NN (05).`,
  },
});
const TWO = "- Sở Nông nghiệp và Môi trường;\n- Ủy ban nhân dân các xã, phường.";

export const S27: Rule = {
  id: "S27",
  title: "Có Kính gửi thì ghi “Như trên” ở đầu Nơi nhận",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.9.b"),
  reason: "Văn bản có ghi nơi Kính gửi thì phần Nơi nhận gồm “Như trên” và các nơi khác.",
  right: stateLetter(TWO),
  wrong: stateLetter(TWO, "Chủ tịch UBND tỉnh"),
  check: withoutAsAddressed,
};

export const S24: Rule = {
  id: "S24",
  title: "Dấu cuối mỗi nơi Kính gửi",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: ({ addressees }) => addressees.clause,
  reason: "Gửi từ hai nơi trở lên thì mỗi nơi một dòng, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm.",
  right: stateLetter(TWO),
  wrong: stateLetter(TWO.replace(";", ",")),
  *check(context) {
    for (const fault of wrongSeparators(context)) if (fault.field === "addressees") yield fault;
  },
};

export const P57: Rule = {
  id: "P57",
  title: "Tờ trình ghi “Kính trình”",
  norms: ["hd05"],
  severity: "error",
  basis: "norm",
  clause: () => hd05Clause("9.2.4"),
  reason: "Từ ngày 27/5/2026 tờ trình ghi “Kính trình”; “Kính gửi” là cách ghi cũ.",
  right: petition("kính trình"),
  wrong: petition("kính gửi"),
  *check({ document: { addressees }, norm, type }) {
    const due = type === undefined ? undefined : norm.addressees.phraseByType[type.slug];
    if (addressees === undefined || due === undefined || addressees.phrase === due || due !== "Kính trình") return;
    yield {
      quote: addressees.phrase,
      found: `${type?.name ?? ""} ghi “${addressees.phrase}”.`,
      remedy: `Ghi “${due}” (khoá “kính trình”).`,
      field: "addressees",
    };
  },
};

function petition(key: string) {
  return {
    header: {
      "thể loại": "Tờ trình",
      "ký hiệu": "TTr/ĐU",
      "trích yếu": "đề nghị công nhận kết quả kiểm tra đảng phí",
      [key]: "Ban Thường vụ Tỉnh uỷ",
      "nơi nhận": "- Như trên;\n- Lưu Văn phòng Đảng uỷ.",
    },
  };
}

export const P58: Rule = {
  id: "P58",
  title: "Chỉ công văn và tờ trình có Kính gửi, Kính trình",
  norms: PARTY,
  severity: "warning",
  basis: "practice",
  clause: ({ id, addressees }) => (id === "hd05" ? hd05Clause("9.2.3") : addressees.clause),
  reason: "Hướng dẫn chỉ nêu Kính gửi cho công văn, Kính trình cho tờ trình; báo cáo ghi nơi báo cáo ở Nơi nhận.",
  right: { header: { "thể loại": "Báo cáo", "ký hiệu": "BC/ĐU" } },
  wrong: { header: { "thể loại": "Báo cáo", "ký hiệu": "BC/ĐU", "kính gửi": "Ban Thường vụ Tỉnh uỷ" } },
  *check({ document: { addressees }, norm, type }) {
    if (addressees === undefined || type?.group !== "type") return;
    if (norm.addressees.phraseByType[type.slug] !== undefined) return;
    yield {
      quote: addressees.phrase,
      found: `${type.name} có “${addressees.phrase}”.`,
      remedy: `Bỏ “${addressees.phrase}”, ghi nơi gửi ở Nơi nhận, ví dụ “- Ban Thường vụ Tỉnh uỷ (để b/c);”.`,
      field: "addressees",
    };
  },
};

export const RECIPIENT_RULES: readonly Rule[] = [P54, P55, P56, P57, P58, S24, S25, S26, S27];
