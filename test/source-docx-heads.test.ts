/** Headers as offices type them: what stands in a line of its own, and whose name it is. */
import { describe, expect, it } from "vitest";
import { type Imported, importDocx, importFile } from "../src/importing/index.js";
import { makeDocx, paragraph } from "./source-docx.sample.js";
import { blank, bold, centred, columns, justified, sides, TAB, typed } from "./source-docx-typed.sample.js";

async function take(body: string): Promise<Imported> {
  const outcome = await importDocx(makeDocx({ body }), { file: "thu.docx" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const line = (text: string): string => paragraph("", "", TAB + typed(text));
const TEXT = justified(typed("Đề nghị các đơn vị tổ chức tập huấn./."));
const CLOSING =
  paragraph("", "", typed("Nơi nhận:") + TAB + bold("GIÁM ĐỐC")) +
  paragraph("", "", typed("- Như trên;")) +
  paragraph("", "", typed("- Lưu: VT.")) +
  blank +
  sides("", bold("Hà Thị Mỵ"));

describe("trích yếu of a công văn in several lines of the left side, typed with tabs", () => {
  const top =
    sides(typed("UBND TỈNH HÀ TRUNG"), bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
    sides(bold("SỞ TƯ PHÁP"), bold("Độc lập - Tự do - Hạnh phúc")) +
    sides(typed("Số: 84/STP-PB"), typed("Hà Trung, ngày 14 tháng 5 năm 2026"));
  const letter = (...subject: readonly string[]): Promise<Imported> =>
    take(
      top +
        subject.map(line).join("") +
        blank +
        line("Kính gửi:") +
        line("- Các phòng tư pháp;") +
        line("- Đoàn luật sư tỉnh.") +
        TEXT +
        CLOSING,
    );

  it.each([
    ["small letters", ["V/v tập huấn nghiệp vụ hoà giải,", "chứng thực năm 2026"]],
    ["a capital", ["V/v tập huấn theo Kế hoạch của", "Bộ Tư pháp, năm 2026"]],
    ["capitals alone", ["V/v bàn giao phần mềm của", "VNPT"]],
    ["a digit", ["Về việc tập huấn cho hoà giải viên của", "12 xã biên giới", "trong quý II"]],
  ])("that begin with %s", async (_, subject) => {
    const { document, annotations, lost, invented, findings } = await letter(...subject);
    expect(document.subject).toEqual(subject);
    expect(document.issuer?.name).toEqual(["SỞ TƯ PHÁP"]);
    expect(document.addressees?.names).toEqual([["Các phòng tư pháp;"], ["Đoàn luật sư tỉnh."]]);
    expect(document.body).toHaveLength(1);
    expect([...annotations, ...lost, ...invented]).toEqual([]);
    expect(findings.filter(({ id }) => id === "import/missing")).toEqual([]);
  });

  it("beside the date, and with nobody to whom it goes", async () => {
    const { document } = await take(
      top.replace(/<w:p>(?:(?!<w:p>).)*Số: 84.*$/u, "") +
        sides(typed("Số: 84/STP-PB"), typed("")) +
        sides(typed("V/v tập huấn nghiệp vụ"), typed("Hà Trung, ngày 14 tháng 5 năm 2026")) +
        line("hoà giải ở cơ sở") +
        blank +
        TEXT +
        CLOSING,
    );
    expect(document.subject).toEqual(["V/v tập huấn nghiệp vụ", "hoà giải ở cơ sở"]);
    expect(document.body).toHaveLength(1);
  });

  it("a sentence behind it is none of it", async () => {
    const { document } = await take(
      top + line("V/v tập huấn") + blank + justified(typed("Sở mời các đơn vị dự.")) + CLOSING,
    );
    expect(document.subject).toEqual(["V/v tập huấn"]);
    expect(document.body).toHaveLength(1);
  });
});

describe("who issues", () => {
  const head = (left: string): string =>
    columns(
      left + centred(typed("Số: 12/BC-UBND")),
      centred(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
        centred(bold("Độc lập - Tự do - Hạnh phúc")) +
        centred(typed("Bản Mây, ngày 14 tháng 5 năm 2026")),
    );
  const report = (left: string): Promise<Imported> =>
    take(head(left) + centred(bold("BÁO CÁO")) + centred(bold("kết quả hoà giải")) + TEXT + CLOSING);

  it.each([
    ["ỦY BAN NHÂN DÂN", "XÃ BẢN MÂY"],
    ["HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ HÀ TRUNG"],
    ["UỶ BAN NHÂN DÂN", "ĐẶC KHU HÒN NGỌC"],
  ])("%s over %s is one name, whichever line is bold", async (first, second) => {
    const { document } = await report(centred(typed(first)) + centred(bold(second)));
    expect(document.issuer).toEqual({ name: [first, second] });
  });

  it.each([
    ["UBND XÃ BẢN MÂY", "PHÒNG VĂN HOÁ"],
    ["ĐOÀN TNCS HỒ CHÍ MINH TỈNH HÀ TRUNG", "XÃ ĐOÀN BẢN MÂY"],
    ["ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG", "THANH TRA TỈNH"],
    ["ĐẢNG BỘ TỈNH HÀ TRUNG", "XÃ UỶ BẢN MÂY"],
  ])("%s over %s are two", async (superior, name) => {
    const { document } = await report(centred(typed(superior)) + centred(bold(name)));
    expect(document.issuer).toEqual({ superior: [superior], name: [name] });
  });

  it("in small letters is read, printed in capitals, and listed", async () => {
    const { document, annotations, changes } = await report(
      centred(typed("UBND TỈNH HÀ TRUNG")) + centred(bold("Sở Tư pháp")),
    );
    expect(document.issuer).toEqual({ superior: ["UBND TỈNH HÀ TRUNG"], name: ["Sở Tư pháp"] });
    expect(annotations).toEqual([]);
    expect(changes).toEqual([{ component: "Cách viết", from: "Sở Tư pháp", to: "SỞ TƯ PHÁP" }]);
  });

  it("words beside the name of the type have no place, and are told as such", async () => {
    const { document, annotations, changes, lost, invented } = await take(
      head(centred(bold("UBND XÃ BẢN MÂY"))) + centred(bold("GIẤY MỜI DỰ TIỆC")) + TEXT + CLOSING,
    );
    expect(document.type).toBe("giay-moi");
    expect(annotations).toMatchObject([{ kind: "unplaced", text: "DỰ TIỆC" }]);
    expect(changes.filter(({ component }) => component === "Tên loại")).toEqual([]);
    expect([...lost, ...invented]).toEqual([]);
  });
});

describe("what is no Word file though it is named so", () => {
  it.each(["PK", "PK\u0003", "Kính gửi các đơn vị"])("%j", async (text) => {
    const outcome = await importFile(new TextEncoder().encode(text), { file: "cong-van.docx" });
    expect(outcome).toMatchObject({ ok: false, findings: [{ id: "import/file" }] });
  });
});

describe("what is printed otherwise is listed", () => {
  const state = (national: string, rest: string): string =>
    columns(
      centred(bold("UBND XÃ BẢN MÂY")) + centred(typed("Số: 12/BC-UBND")),
      centred(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
        centred(bold(national)) +
        centred(typed("Bản Mây, ngày 14 tháng 5 năm 2026")),
    ) +
    centred(bold("BÁO CÁO")) +
    centred(bold("kết quả hoà giải")) +
    rest;
  const MOTTO = "Độc lập - Tự do - Hạnh phúc";

  it("other dashes, other capitals, rows of signs, the label of an annex", async () => {
    const { changes } = await take(
      state(
        "Độc lập – Tự do – Hạnh phúc",
        centred(typed("-----")) +
          TEXT +
          CLOSING +
          centred(bold("Phụ lục số 01:")) +
          centred(bold("Danh sách tổ hoà giải")) +
          justified(typed("Tổ hoà giải Nà Lùng.")),
      ),
    );
    expect(changes.filter(({ component }) => !component.startsWith("Dòng “Kèm theo”"))).toEqual([
      { component: "Cách viết", from: "Độc lập – Tự do – Hạnh phúc", to: MOTTO },
      { component: "Cách viết", from: "Phụ lục số 01:", to: "Phụ lục số 01" },
      { component: "Cách viết", from: "Danh sách tổ hoà giải", to: "DANH SÁCH TỔ HOÀ GIẢI" },
      { component: "Dòng chỉ có dấu (1 dòng)", from: "-----", to: "" },
    ]);
  });

  it("nothing where nothing is", async () => {
    const { changes } = await take(state(MOTTO, centred(typed("_______")) + TEXT + CLOSING));
    expect(changes).toEqual([]);
  });
});
