/** Rules about Kính gửi and Kính trình. */
import { hd05Clause, nd30Clause } from "../../norms/clause.js";
import { foldTone } from "../../norms/tone.js";
import { type CheckContext, isOpen } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";
import { entriesOf, wrongSeparators } from "./entries.js";

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
      inWord: `Ghi “${due}”.`,
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
