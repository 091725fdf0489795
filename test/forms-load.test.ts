import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/forms/expression.js";
import {
  conditionOf,
  filedIndicators,
  formsFor,
  formulaOf,
  loadFormSet,
  membersOf,
  nameOfKey,
  partsOf,
  periodKindsOf,
  rowsFor,
} from "../src/forms/index.js";

/** A small form set of another field: every kind of part once. */
const SOUND = `
mã: thu-vien
phiên bản: 2026-1
tên: Thư viện cơ sở
loại đơn vị:
  - { mã: xa, tên: Xã }
  - { mã: truong, tên: Trường học }
tham số:
  - mã: nguong
    giá trị: 2,5
    nghĩa: Số sách trên một bạn đọc
phân tổ:
  - mã: NN
    tên: Ngôn ngữ
    thành phần:
      - { mã: VI, tên: Tiếng Việt }
      - { mã: DT, tên: Tiếng dân tộc }
      - { mã: NG, tên: Tiếng nước ngoài }
      - { mã: EN, tên: Tiếng Anh, thuộc: NG }
nhóm chỉ tiêu:
  - tên: Sách
    theo: địa bàn
    chỉ tiêu:
      - { mã: S01, tên: Sách đầu kỳ, đvt: cuốn, loại: thời điểm, nối tiếp: S03 }
      - { mã: S02, tên: Sách nhập, đvt: cuốn, loại: thời kỳ, phân tổ: { mã: NN } }
      - { mã: S03, tên: Sách cuối kỳ, đvt: cuốn, loại: thời điểm, công thức: S01 + S02 }
      - { mã: S04, tên: Bạn đọc, đvt: người, loại: thời điểm, nguồn: xa }
      - { mã: S05, tên: Sách trên bạn đọc, đvt: cuốn, loại: tỷ lệ, công thức: S03 / S04 }
      - { mã: S06, tên: Sách mất, đvt: cuốn, loại: thời kỳ, kỳ: [nam] }
      - mã: T01
        tên: Chỉ tiêu nhập sách
        đvt: cuốn
        loại: chỉ tiêu giao
        giao cho: { chỉ tiêu: S02, trong: năm }
        đạt khi: ">="
nhóm dòng:
  - mã: sach
    dòng:
      - { tt: 1, chỉ tiêu: S01 }
      - { tt: 2, chỉ tiêu: S02 }
      - { các phần của: S02 }
      - { tt: 3, chỉ tiêu: S03 }
      - { tt: 4, chỉ tiêu: S06 }
biểu:
  - mã: P1
    số: Biểu 1
    tên: Sách
    nộp: [xa]
    kỳ: [6t, nam]
    cột:
      - { số: 1, đầu: [TT], loại: số thứ tự }
      - { số: 2, đầu: [Nội dung], loại: nội dung }
      - { số: 3, đầu: [Kết quả, Kỳ này], loại: thực hiện }
      - { số: 4, đầu: [Kết quả, Chỉ tiêu], loại: chỉ tiêu năm }
      - { số: 5, đầu: [Kết quả, Tỷ lệ], loại: công thức, công thức: 3*100/4 }
    dòng:
      - { tt: I, nội dung: Kho sách }
      - { nhóm: sach }
      - { tt: 5, chỉ tiêu: S04 }
      - { tt: 6, chỉ tiêu: S05, x: [3] }
    hướng dẫn:
      - Mỗi bạn đọc từ {p.nguong} cuốn.
  - mã: P2
    số: Biểu 2
    tên: Sách của trường
    nộp: [truong]
    kỳ: [6t, nam]
    cột như: P1
    dòng:
      - { nhóm: sach }
  - mã: P3
    số: Biểu 3
    tên: Danh sách nhập
    nộp: [xa]
    kỳ: [6t, nam]
    cột:
      - { số: 1, đầu: [Tên sách], loại: chữ }
    danh sách: { đếm: S02, chỗ: 10 }
  - mã: P4
    số: Biểu 1
    tên: Tổng hợp
    mặt: tổng hợp
    cột:
      - { số: 1, đầu: [Đơn vị], loại: nội dung }
      - { số: 2, đầu: [Sách], loại: thực hiện, chỉ tiêu: S03 }
đề cương:
  - mã: DC-1
    tên: Đề cương
    kỳ: [6t, nam]
    mục:
      - { dấu: I, tên: Kết quả, hướng dẫn: Nêu kết quả., chỉ tiêu: [S03] }
kiểm tra:
  - mã: KT-S02
    điều kiện: sum(S02) == S02
    mức: lỗi
    báo: "Tổng các ngôn ngữ khác {S02}."
    xử lý: Cộng lại.
  - mã: KT-{mã}
    với mỗi: [S03, S04]
    điều kiện: "{mã} >= 0"
    mức: giải trình
    báo: "{tên}: {{mã}}."
    xử lý: Xem lại.
`;

const load = (text: string, parts: Readonly<Record<string, string>> = {}) =>
  loadFormSet(text, "bieu-mau/bo.yaml", (name) => parts[name]);
const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split("\n").length;

/** What is found when a piece of the sound form set is replaced; the line is that of the new piece. */
function found(piece: string, wrong: string) {
  expect(SOUND.split(piece).length, piece).toBeGreaterThan(1);
  const text = SOUND.replace(piece, () => wrong);
  const { formSet, findings } = load(text);
  expect(formSet).toBeUndefined();
  return findings.map(({ id, place, found: words, remedy }) => ({ id, line: place?.line, words, remedy }));
}

describe("a form set's file", () => {
  it("says everything that the contract holds", () => {
    const { formSet, findings } = load(SOUND);
    expect(findings).toEqual([]);
    if (formSet === undefined) throw new Error("not loaded");
    expect(formSet).toMatchObject({ id: "thu-vien", version: "2026-1", proposal: false, parameters: { nguong: 2.5 } });
    expect(formSet.indicators[1]).toEqual({
      code: "S02",
      name: "Sách nhập",
      unit: "cuốn",
      kind: "flow",
      basis: "territory",
      dimension: { id: "NN", sums: true },
    });
    expect(formSet.forms[0]?.guidance).toEqual(["Mỗi bạn đọc từ 2,5 cuốn."]);
    expect(formSet.forms[1]?.columns).toEqual(formSet.forms[0]?.columns);
    expect(formSet.forms[2]?.body).toEqual({ kind: "list", counts: "S02", room: 10 });
    expect(formSet.forms[3]).toMatchObject({ face: "consolidated", body: { kind: "units" }, filedBy: [] });
    expect(formSet.checks.map(({ id, message }) => [id, message])).toEqual([
      ["KT-S02", "Tổng các ngôn ngữ khác {S02}."],
      ["KT-S03", "sách cuối kỳ: {S03}."],
      ["KT-S04", "bạn đọc: {S04}."],
    ]);
  });

  it("answers who files what", () => {
    const { formSet } = load(SOUND);
    if (formSet === undefined) throw new Error("not loaded");
    const [first] = formSet.forms;
    expect(formsFor(formSet, "xa", "6t").map(({ id }) => id)).toEqual(["P1", "P3"]);
    expect(formsFor(formSet, "xa", "q1")).toEqual([]);
    expect(filedIndicators(formSet, "truong", "6t")).toEqual(["S01", "S02", "S02.VI", "S02.DT", "S02.NG", "S02.EN"]);
    expect(filedIndicators(formSet, "truong", "nam").at(-1)).toBe("S06");
    expect(first && rowsFor(formSet, first, "6t").map(({ label }) => label)).toEqual([
      "Kho sách",
      "Sách đầu kỳ",
      "Sách nhập",
      "Tiếng Việt",
      "Tiếng dân tộc",
      "Tiếng nước ngoài",
      "Tiếng Anh",
      "Sách cuối kỳ",
      "Bạn đọc",
      "Sách trên bạn đọc",
    ]);
    expect(periodKindsOf(formSet)).toEqual(["6t", "nam"]);
    expect(partsOf(formSet, "S02")).toEqual(["S02.VI", "S02.DT", "S02.NG"]);
    expect(nameOfKey(formSet, "S02.EN")).toBe("Sách nhập – Tiếng Anh");
    const [, flow, stock] = formSet.indicators;
    expect(flow && membersOf(formSet, flow)).toHaveLength(4);
    const formula = stock && formulaOf(formSet, stock);
    expect(formula && evaluate(formula, { resolve: ({ key }) => ({ S01: 4, S02: 3 })[key] })).toBe(7);
    const [sum] = formSet.checks;
    const parts: Readonly<Record<string, number>> = { S02: 6, "S02.VI": 3, "S02.DT": 2, "S02.NG": 1, "S02.EN": 1 };
    expect(sum && evaluate(conditionOf(formSet, sum), { resolve: ({ key }) => parts[key] })).toBe(true);
  });

  it("continues in the files that it names, and points into them", () => {
    const cut = SOUND.indexOf("kiểm tra:");
    const main = SOUND.slice(0, cut).replace(
      "tên: Thư viện cơ sở\n",
      "tên: Thư viện cơ sở\ntệp: [phan/kiem-tra.yaml]\n",
    );
    const whole = load(main, { "phan/kiem-tra.yaml": SOUND.slice(cut) });
    expect(whole.findings).toEqual([]);
    expect(whole.formSet).toEqual(load(SOUND).formSet);
    const wrong = load(main, { "phan/kiem-tra.yaml": SOUND.slice(cut).replace("== S02\n", "== S2\n") });
    expect(wrong.findings.map(({ id, place }) => [id, place])).toEqual([
      ["forms/expression-unknown-indicator", { file: "bieu-mau/phan/kiem-tra.yaml", line: 3, column: 16 }],
    ]);
    expect(load(main).findings[0]).toMatchObject({ id: "forms/part-missing", place: { line: lineOf(main, "tệp:") } });
    expect(load(main.replace("phan/kiem-tra", "../khac")).findings[0]).toMatchObject({ id: "workspace/wrong-value" });
  });

  it.each([
    ["loại: thời kỳ, kỳ: [nam]", "loai: thời kỳ, kỳ: [nam]", "workspace/unknown-key"],
    ["mã: S06", "mã: s06", "workspace/wrong-value"],
    ["nối tiếp: S03", "nối tiếp: S06", "forms/opens-not-stock"],
    ["nối tiếp: S03", "nối tiếp: S30", "forms/unknown-indicator"],
    ["mã: S06", "mã: S05", "forms/duplicate"],
    ["phân tổ: { mã: NN }", "phân tổ: { mã: NM }", "forms/unknown-dimension"],
    ["phân tổ: { mã: NN }", "phân tổ: { mã: NN, gồm: [VI, DX] }", "forms/unknown-dimension"],
    ["thuộc: NG", "thuộc: NX", "forms/unknown-dimension"],
    ["công thức: S03 / S04", "công thức: S03 / S4", "forms/expression-unknown-indicator"],
    ["công thức: S03 / S04", "công thức: S03 > S04", "forms/expression-needs-number"],
    ["công thức: S03 / S04", "nguồn: xa", "forms/ratio-without-formula"],
    ["công thức: S01 + S02", "công thức: S01 + S05", "forms/formula-cycle"],
    ["nguồn: xa", "nguồn: xã", "workspace/wrong-value"],
    ["nguồn: xa", "nguồn: xaa", "forms/unknown-unit-kind"],
    ["nguồn: xa", "nguồn: truong", "forms/source-not-asked"],
    ["giao cho: { chỉ tiêu: S02, trong: năm }", "theo: địa bàn", "forms/target-choice"],
    ["{ tt: 4, chỉ tiêu: S06 }", "{ tt: 4, nội dung: Mất }", "forms/never-filed"],
    ["{ tt: 5, chỉ tiêu: S04 }", "{ tt: 5, chỉ tiêu: S01 }", "forms/asked-twice"],
    ["{ tt: 5, chỉ tiêu: S04 }", "{ tt: 5, chỉ tiêu: S04, hiện: có }", "forms/shown-not-asked"],
    ["{ tt: 5, chỉ tiêu: S04 }", "{ tt: 5, chỉ tiêu: S0 }", "forms/unknown-indicator"],
    ["{ tt: 5, chỉ tiêu: S04 }", "{ tt: 5, chỉ tiêu: S04, x: [9] }", "forms/unknown-column"],
    ["{ tt: 5, chỉ tiêu: S04 }", "{ tt: 5 }", "forms/row-choice"],
    ["{ các phần của: S02 }", "{ các phần của: S03 }", "forms/unknown-indicator"],
    ["      - { nhóm: sach }\n      - { tt: 5", "      - { nhóm: sac }\n      - { tt: 5", "forms/unknown-rows"],
    ["cột như: P1", "cột như: P9", "forms/unknown-form"],
    ["cột như: P1", "khổ: dọc", "forms/columns-choice"],
    ["danh sách: { đếm: S02, chỗ: 10 }", "khổ: dọc", "forms/body-choice"],
    ["công thức: 3*100/4", "công thức: 3*100/7", "forms/expression-unknown-column"],
    ["công thức: 3*100/4", "công thức: 3*100/5", "forms/expression-own-column"],
    ["loại: công thức, công thức: 3*100/4", "loại: công thức", "forms/column-formula"],
    ["loại: thực hiện }", "loại: từng năm }", "forms/column-year"],
    ["{p.nguong}", "{p.nguon}", "forms/unknown-parameter"],
    ["chỉ tiêu: [S03]", "chỉ tiêu: [S03, S09]", "forms/unknown-indicator"],
    ["nộp: [truong]", "nộp: [trường-hoc]", "workspace/wrong-value"],
    ["nộp: [truong]", "nộp: [truon]", "forms/unknown-unit-kind"],
    ["điều kiện: sum(S02) == S02", "điều kiện: sum(S02)", "forms/expression-needs-truth"],
    ["điều kiện: sum(S02) == S02", "điều kiện: sum(S04) == S02", "forms/expression-no-parts"],
    ["điều kiện: sum(S02) == S02", "điều kiện: S02 == p.x", "forms/expression-unknown-parameter"],
    ["điều kiện: sum(S02) == S02", "điều kiện: S02 == rows.P1", "forms/expression-unknown-list"],
    ["điều kiện: sum(S02) == S02", "điều kiện: S02 = S03", "forms/expression-single-equals"],
    ["khác {S02}", "khác {S04}", "forms/message-placeholder"],
    ["mã: KT-{mã}", "mã: KT-S03", "forms/check-name"],
  ])("finds %j turned into %j", (piece, wrong, id) => {
    const findings = found(piece, wrong);
    const told = findings.find((finding) => finding.id === id);
    expect(findings.map((finding) => finding.id)).toContain(id);
    expect(told?.line).toBeGreaterThan(1);
    expect(told?.words).not.toMatch(/undefined|\[object/u);
    expect(told?.remedy).not.toMatch(/undefined|\[object/u);
  });

  it("names the character of the expression and the nearest code", () => {
    expect(found("công thức: S03 / S04", "công thức: S03 / S4")[0]).toEqual({
      id: "forms/expression-unknown-indicator",
      line: lineOf(SOUND, "mã: S05"),
      words: 'Biểu thức "S03 / S4" (công thức của S05), ký tự thứ 7: không có chỉ tiêu "S4".',
      remedy: 'Có phải là "S04"?',
    });
    expect(found("công thức: S01 + S02", "công thức: S01 + S05")[0]).toMatchObject({
      words: "Công thức đi vòng: S03 → S05 → S03.",
      line: lineOf(SOUND, "mã: S03"),
    });
  });

  it("tells a fault in shared rows once", () => {
    const findings = found("{ tt: 3, chỉ tiêu: S03 }", "{ tt: 3, chỉ tiêu: S33 }");
    expect(findings).toHaveLength(2);
    expect(findings.map(({ words }) => words)).toEqual([
      'Không có chỉ tiêu "S33" (biểu P1).',
      'Không có chỉ tiêu "S33" (biểu P2).',
    ]);
    expect(found("{ các phần của: S02 }", "{ các phần của: S03 }")).toHaveLength(1);
  });

  it("refuses what is no form set", () => {
    expect(load("").findings[0]).toMatchObject({ id: "forms/not-a-map" });
    expect(load("- một").findings[0]).toMatchObject({ id: "forms/not-a-map" });
    expect(load("mã: [").findings[0]?.id).toBe("workspace/syntax");
  });

  it("survives any line lost or doubled", () => {
    const lines = SOUND.split("\n");
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.boolean(), (index, doubled) => {
        const text = lines.toSpliced(index, 1, ...(doubled ? [lines[index] ?? "", lines[index] ?? ""] : [])).join("\n");
        const { formSet, findings } = load(text);
        expect(formSet === undefined).toBe(findings.some(({ severity }) => severity === "error"));
        for (const { place } of findings) expect(place?.file).toBe("bieu-mau/bo.yaml");
      }),
    );
  });
});
