import { describe, expect, it } from "vitest";
import { checkWord } from "../src/checking/check-word.js";
import { readWord } from "../src/checking/read-word.js";
import { fixDraft } from "../src/rules/fix/fix-draft.js";
import { partyDocument, stateDocument, type TypedDocument, zipDocx } from "./typed-docx.sample.js";

const PARTY = {
  name: "kế hoạch",
  superior: ["ĐẢNG BỘ TỈNH HÀ TRUNG"],
  issuer: ["ĐẢNG UỶ XÃ ĐỒNG BẰNG"],
  number: "Số 23-KH/ĐU",
  placeDate: "Đồng Bằng, ngày 12 tháng 10 năm 2026",
  title: "KẾ HOẠCH",
  subject: ["mở lớp bồi dưỡng nhận thức về Đảng"],
  body: ["Đảng uỷ xã mở lớp trong tháng 11/2026."],
  recipients: ["- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng uỷ."],
  signature: ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Cầm Thị Lan"],
};
const STATE = {
  name: "công văn",
  issuer: ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG BẰNG"],
  number: "Số: 64/UBND-VX",
  placeDate: "Đồng Bằng, ngày 12 tháng 10 năm 2026",
  subject: ["V/v dọn vệ sinh môi trường"],
  addressees: ["Kính gửi: Các thôn, bản."],
  body: ["Đề nghị các thôn, bản dọn vệ sinh trong tháng 11/2026./."],
  recipients: ["- Như trên;", "- Lưu: VT."],
  signature: ["CHỦ TỊCH", "Lò Văn Hặc"],
};

function check({ xml, header }: TypedDocument): readonly string[] {
  const reading = readWord(zipDocx(xml, header));
  const findings = reading.ok ? checkWord(reading.value, reading.value.document) : reading.findings;
  return findings.map(({ rule, severity, found, remedy }) => `${severity} ${rule} ${found} → ${remedy}`);
}
const party = (parts: Partial<typeof PARTY>) => check(partyDocument({ ...PARTY, ...parts }));
const state = (parts: Partial<typeof STATE> & { readonly title?: string }) =>
  check(stateDocument({ ...STATE, ...parts }));
const of = (told: readonly string[], rule: string) => told.filter((line) => line.split(" ")[1] === rule);
const errors = (told: readonly string[]) => told.filter((line) => line.startsWith("error"));

describe("a Word file as somebody typed it", () => {
  it("has no error where it is right", () => {
    expect(errors(party({}))).toEqual([]);
    expect(errors(state({}))).toEqual([]);
  });

  it("with a short date and no comma has its place and its day, wrongly written", () => {
    const told = party({ placeDate: "Đồng Bằng ngày 12/10/2026" });
    expect(errors(told)).toEqual([expect.stringContaining("P19")]);
    expect(told.join()).toContain("Ghi “Đồng Bằng, ngày 12 tháng 10 năm 2026”");
    expect(of(party({ body: ["Hướng dẫn 36 ngày 03/4/2018"] }), "P19")).toEqual([]);
  });

  it.each(["Đ/c Cầm Thị Lan", "Đồng chí Cầm Thị Lan", "BSCKII. Cầm Thị Lan", "Bà Cầm Thị Lan", "Thạc sĩ Cầm Thị Lan"])(
    "signed “%s” is signed, with words that are no part of the name",
    (name) => {
      expect(errors(party({ signature: ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", name] }))).toEqual([
        expect.stringContaining("P51"),
      ]);
    },
  );

  it("of the State with CV in its number is told so, and what to write", () => {
    const told = state({ number: "Số: 64/CV-UBND" });
    expect(of(told, "S06")).toEqual([expect.stringContaining("“Số: 64/UBND-…”")]);
    expect(of(state({ number: "Số: 6/CV-UBND" }), "S05").join()).toContain("“Số: 06/UBND-…”");
  });

  it("of the Party is never told how to write what must not stand there", () => {
    const told = party({ signature: ["KT. BÍ THƯ", "PHÓ BÍ THƯ", "Cầm Thị Lan"] });
    expect(of(told, "P44")).toHaveLength(1);
    expect(of(told, "P41")).toEqual([]);
    expect(of(party({ signature: ["TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Cầm Thị Lan"] }), "P41")).toHaveLength(1);
  });

  it("with the body's name behind a position of several words", () => {
    const signed = (position: string) =>
      of(party({ signature: ["T/M BAN THƯỜNG VỤ", position, "Cầm Thị Lan"] }), "P45");
    expect(signed("PHÓ BÍ THƯ THƯỜNG TRỰC ĐẢNG UỶ")).toHaveLength(1);
    expect(signed("PHÓ BÍ THƯ THƯỜNG TRỰC")).toEqual([]);
  });

  it("with a stroke right before the position", () => {
    expect(of(state({ signature: ["KT/CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Hặc"] }), "S21").join()).toContain("“KT/”");
  });

  it.each([
    [["a. Quét dọn;", "b. Trồng hoa;", "c. Khơi cống;", "d. Thu rác;", "e. Sơn tường./."], "đ)"],
    [["1) Quét dọn;", "2) Trồng hoa;", "4) Khơi cống./."], "“3)”"],
    [["a. Quét dọn;", "f. Trồng hoa./."], "chữ không có trong thứ tự"],
  ])("whose list %j has wrong signs is told that once, and that its order is broken", (list, words) => {
    const told = state({ body: ["Đề nghị các thôn, bản:", ...list] });
    expect(of(told, "S17").filter((line) => line.includes("không đúng cách"))).toHaveLength(1);
    expect(told.join("\n")).toContain(words);
    expect(told.join("\n")).not.toContain("Ghi “f)”");
    expect(of(told, "P38")).toEqual([]);
  });

  it("whose articles have wrong signs is told that one is left out", () => {
    const told = state({ body: ["Điều 1: Giao việc", "Các thôn dọn vệ sinh.", "Điều 3: Thi hành", "Từ nay./."] });
    expect(of(told, "V01").join()).toContain("“Điều 3:”");
    expect(
      of(state({ body: ["Đề nghị:", "1. Việc A:", "1) Một;", "2) Hai.", "2. Việc B:", "1) Ba;", "2) Bốn./."] }), "V01"),
    ).toEqual([]);
  });

  it("speaks of Word, not of a draft", () => {
    const told = [
      ...state({ addressees: [] }),
      ...state({ recipients: [] }),
      ...state({ signature: ["CHỦ TỊCH"] }),
      ...state({ subject: [] }),
      ...state({ number: "", placeDate: "" }),
      ...state({ body: ["Xem Phụ lục kèm theo./."] }),
      ...party({ number: "Số 23-CTR/ĐU" }),
    ];
    expect(told.length).toBeGreaterThan(8);
    for (const line of told) expect(line).not.toMatch(/khoá|bản thảo|--draft|# |phần mềm/u);
  });
});

describe("tone marks of a Party document in which both ways are mixed", () => {
  const mixed = ["Đảng uỷ xã, văn phòng đảng ủy, các chi ủy và uỷ viên đảng ủy thực hiện."];
  it("are told in one direction", () => {
    const told = party({ body: mixed });
    expect(of(told, "C04")).toHaveLength(1);
    expect(of(told, "C04").join()).not.toContain("“ủy”.");
    expect(of(told, "P70").join()).toContain("“uỷ”");
  });

  it("are corrected as the Party writes, in a document of the State as most places have it", () => {
    const draft = (system: string) => `---\nhệ thống: ${system}\n---\n${mixed.join("")}\n`;
    expect(fixDraft(draft("Đảng")).text).toContain("Đảng uỷ xã, văn phòng đảng uỷ, các chi uỷ và uỷ viên đảng uỷ");
    expect(fixDraft(draft("Nhà nước")).text).toContain("văn phòng đảng ủy, các chi ủy và ủy viên đảng ủy");
  });
});
