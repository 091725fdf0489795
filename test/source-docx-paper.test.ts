import { describe, expect, it } from "vitest";
import { type PrintedPaper, readDocx, readPrintedPaper } from "../src/source/docx/index.js";
import { makeDocx, paragraph, run } from "./source-docx.sample.js";

function read(body: string): PrintedPaper {
  const text = readDocx(makeDocx(body));
  if (typeof text === "string") throw new Error(text);
  return readPrintedPaper(text);
}

const cell = (...lines: readonly string[]): string => `<w:tc>${lines.map((line) => paragraph(line)).join("")}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
const tab = "<w:r><w:tab/></w:r>";
const tabbed = (left: string, right: string): string => paragraph("", "", `${run(left)}${tab}${run(right)}`);
const box = (...lines: readonly string[]): string =>
  `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${lines.map((line) => paragraph(line)).join("")}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r>`;

const BODY =
  paragraph("BÁO CÁO") +
  paragraph("kết quả 6 tháng đầu năm 2026") +
  paragraph("Thực hiện Công văn số 21-CV/BTCTU, ngày 04/5/2026 của Ban Tổ chức Tỉnh uỷ, Đảng uỷ xã báo cáo như sau:") +
  paragraph("Nơi nhận thông tin là các chi bộ.");

const PARTY_HEAD = table([
  cell("ĐẢNG BỘ TỈNH HÀ TRUNG", "ĐẢNG UỶ XÃ BẢN MÂY", "*", "Số 12-BC/ĐU"),
  cell("ĐẢNG CỘNG SẢN VIỆT NAM", "Bản Mây, ngày 22 tháng 5 năm 2026"),
]);
const PARTY_FOOT = table([
  cell("Nơi nhận:", "- Ban Tổ chức Tỉnh uỷ,", "- Lưu Văn phòng Đảng uỷ."),
  cell("T/M ĐẢNG UỶ", "BÍ THƯ", "(đã ký)", "", "Lò Thị Mai"),
]);

describe("a paper", () => {
  it("of the Party, in tables", () => {
    expect(read(PARTY_HEAD + BODY + PARTY_FOOT)).toMatchObject({
      family: "party",
      type: "bao-cao",
      number: {
        symbol: "12-BC/ĐU",
        family: "party",
        faults: [],
        number: { sequence: 12, typeCode: "BC", bodyCode: "ĐU" },
      },
      date: { day: "2026-05-22", open: false },
      signature: { competence: ["T/M ĐẢNG UỶ", "BÍ THƯ"], signer: "Lò Thị Mai" },
    });
  });

  it("of the State, with the date level with the number", () => {
    const head = table(
      [
        cell("ỦY BAN NHÂN DÂN", "XÃ BẢN MÂY"),
        cell("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
      ],
      [cell("Số: 7/BC-UBND"), cell("Bản Mây, ngày 3 tháng 06 năm 2026")],
    );
    const foot = table([
      cell("Nơi nhận:", "- Như trên;"),
      cell("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Thiếu tá Vàng A Sính"),
    ]);
    expect(read(head + BODY + foot)).toMatchObject({
      family: "state",
      number: { symbol: "07/BC-UBND", family: "state", faults: ["unpadded"] },
      date: { day: "2026-06-03" },
      signature: {
        competence: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        signer: "Thiếu tá Vàng A Sính",
      },
    });
  });

  it("typed with tabs, recipients and signature side by side", () => {
    const body =
      tabbed("ĐẢNG UỶ XÃ BẢN MÂY", "ĐẢNG CỘNG SẢN VIỆT NAM") +
      tabbed("Số 12-BC/ĐU", "Bản Mây, ngày 22 tháng 5 năm 2026") +
      BODY +
      tabbed("Nơi nhận:", "T/M BAN THƯỜNG VỤ") +
      tabbed("- Ban Tổ chức Tỉnh uỷ;", "PHÓ BÍ THƯ") +
      paragraph("- Các chi bộ;") +
      tabbed("- Lưu Văn phòng Đảng uỷ.", "Hà Văn Sơn");
    expect(read(body)).toMatchObject({
      number: { symbol: "12-BC/ĐU" },
      date: { day: "2026-05-22" },
      signature: { competence: ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], signer: "Hà Văn Sơn" },
    });
  });

  it("with its header and its signature in text boxes", () => {
    const body =
      paragraph(
        "",
        "",
        box("ĐẢNG UỶ XÃ BẢN MÂY", "*", "Số 05-BC/ĐU") +
          box("ĐẢNG CỘNG SẢN VIỆT NAM", "Bản Mây, ngày 01 tháng 6 năm 2026"),
      ) +
      BODY +
      paragraph("", "", box("Nơi nhận:", "- Lưu.")) +
      paragraph("", "", box("T/M ĐẢNG UỶ", "BÍ THƯ", "Lò Thị Mai"));
    expect(read(body)).toMatchObject({
      number: { symbol: "05-BC/ĐU" },
      date: { day: "2026-06-01" },
      signature: { signer: "Lò Thị Mai" },
    });
  });

  it("signed by two, and one with annexes that are signed too", () => {
    const joint = table([
      cell("T/M ĐẢNG UỶ", "BÍ THƯ", "Lò Thị Mai"),
      cell("T/M UỶ BAN KIỂM TRA", "CHỦ NHIỆM", "Hà Văn Sơn"),
    ]);
    expect(read(PARTY_HEAD + BODY + joint).signature?.signer).toBe("Lò Thị Mai; Hà Văn Sơn");
    const annex = paragraph("Phụ lục") + table([cell("Người lập"), cell("TRƯỞNG BAN", "Đinh Thị Lan")]);
    expect(read(PARTY_HEAD + BODY + PARTY_FOOT + annex).signature?.signer).toBe("Lò Thị Mai");
  });

  it.each(["Số       -BC/ĐU", "Số …-BC/ĐU", "Số ....-BC/ĐU", "Số: ___ - BC/ĐU"])("waits for its number: %s", (line) => {
    const { number } = read(paragraph(line) + BODY);
    expect(number).toMatchObject({ symbol: "…-BC/ĐU", number: { typeCode: "BC", bodyCode: "ĐU" } });
    expect(number?.number.sequence).toBeUndefined();
  });

  it.each([
    ["Bản Mây, ngày     tháng 5 năm 2026", { open: true }],
    ["Bản Mây, ngày … tháng … năm 2026", { open: true }],
    ["Bản Mây, ngày 31 tháng 4 năm 2026", { open: false }],
    ["Bản Mây, ngày 22/5/2026", { open: false, day: "2026-05-22" }],
  ])("has a date line: %s", (line, date) => {
    expect(read(paragraph(line) + BODY).date).toEqual({ printed: line.replace(/\s+/gu, " "), ...date });
  });

  it("says nothing where there is nothing: sentences are no header, capitals no signature", () => {
    const body =
      paragraph("Số liệu của xã") +
      paragraph("Số 12 - tổ dân phố") +
      paragraph("Theo Công văn số 12-CV/ĐU ngày 22 tháng 5 năm 2026 của Đảng uỷ") +
      paragraph("ĐÁNH GIÁ CHUNG") +
      paragraph("Công tác phát triển đảng viên") +
      paragraph("BÍ THƯ") +
      paragraph("Đồng chí Bí thư đã chỉ đạo.");
    expect(read(body)).toEqual({});
  });

  it("of another organisation has a number all the same", () => {
    const head = table([cell("LIÊN ĐOÀN LAO ĐỘNG TỈNH", "Số: 31/BC-LĐLĐ"), cell("CÔNG ĐOÀN VIỆT NAM")]);
    const paper = read(head + BODY);
    expect(paper.number?.symbol).toBe("31/BC-LĐLĐ");
    expect(paper.family).toBeUndefined();
  });
});
