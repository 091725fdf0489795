/** A form set whose targets are caps, ranges and exact numbers: everything that is not "at least". */
import { type FormSet, loadFormSet } from "../src/forms/index.js";

export const LIMITS_YAML = `
mã: tiep-dan
phiên bản: 2026-1
tên: Tiếp dân, giải quyết đơn
loại đơn vị:
  - { mã: xa-phuong, tên: Xã }
tham số:
  - { mã: thapNhat, giá trị: 80, nghĩa: Tỷ lệ giải quyết thấp nhất }
  - { mã: caoNhat, giá trị: 95, nghĩa: Tỷ lệ giải quyết cao nhất }
nhóm chỉ tiêu:
  - tên: Đơn
    theo: địa bàn
    chỉ tiêu:
      - { mã: D01, tên: Đơn vượt cấp, đvt: đơn, loại: thời kỳ }
      - { mã: D02, tên: Đơn quá hạn, đvt: đơn, loại: thời kỳ }
      - { mã: D03, tên: Lớp bồi dưỡng, đvt: lớp, loại: thời kỳ }
      - { mã: D04, tên: Cán bộ tiếp dân, đvt: người, loại: thời điểm }
      - { mã: D05, tên: Đơn đã giải quyết, đvt: đơn, loại: thời kỳ }
      - { mã: D06, tên: Đơn đã nhận, đvt: đơn, loại: thời kỳ }
      - { mã: D07, tên: Tỷ lệ giải quyết, đvt: "%", loại: tỷ lệ, công thức: D05*100/D06 }
  - tên: Chỉ tiêu giao
    theo: địa bàn
    chỉ tiêu:
      - { mã: T01, tên: Đơn vượt cấp không quá, đvt: đơn, loại: chỉ tiêu giao, giao cho: { chỉ tiêu: D01, trong: năm }, đạt khi: "<=" }
      - { mã: T02, tên: Đơn quá hạn dưới, đvt: đơn, loại: chỉ tiêu giao, giao cho: { chỉ tiêu: D02, trong: năm }, đạt khi: "<" }
      - { mã: T03, tên: Lớp ít nhất, đvt: lớp, loại: chỉ tiêu giao, giao cho: { chỉ tiêu: D03, trong: năm }, đạt khi: khoảng, đến: T04 }
      - { mã: T04, tên: Lớp nhiều nhất, đvt: lớp, loại: chỉ tiêu giao, giao cho: { chỉ tiêu: D03, trong: năm } }
      - { mã: T05, tên: Cán bộ tiếp dân, đvt: người, loại: chỉ tiêu giao, giao cho: { chỉ tiêu: D04, trong: năm }, đạt khi: "=" }
      - { mã: T06, tên: Tỷ lệ từ, đvt: "%", loại: chỉ tiêu giao, công thức: p.thapNhat, giao cho: { chỉ tiêu: D07, trong: năm }, đạt khi: khoảng, đến: T07 }
      - { mã: T07, tên: Tỷ lệ đến, đvt: "%", loại: chỉ tiêu giao, công thức: p.caoNhat, giao cho: { chỉ tiêu: D07, trong: năm } }
biểu:
  - mã: B1
    số: Biểu 1
    tên: Tiếp dân
    nộp: [xa-phuong]
    kỳ: [6t, nam]
    cột:
      - { số: 1, đầu: [TT], loại: số thứ tự }
      - { số: 2, đầu: [Nội dung], loại: nội dung }
      - { số: 3, đầu: [Chỉ tiêu], loại: chỉ tiêu năm }
      - { số: 4, đầu: [Kết quả], loại: thực hiện }
      - { số: 5, đầu: [Tỷ lệ], loại: công thức, công thức: 4*100/3 }
      - { số: 6, đầu: [Đánh giá], loại: đánh giá }
    dòng:
      - { tt: 1, chỉ tiêu: D01 }
      - { tt: 2, chỉ tiêu: D02 }
      - { tt: 3, chỉ tiêu: D03 }
      - { tt: 4, chỉ tiêu: D04 }
      - { tt: 5, chỉ tiêu: D05 }
      - { tt: 6, chỉ tiêu: D06 }
      - { tt: 7, chỉ tiêu: D07 }
`;

export function limitsFormSet(): FormSet {
  const { formSet, findings } = loadFormSet(LIMITS_YAML, "tiep-dan.yaml");
  if (formSet === undefined) throw new Error(findings.map(({ found }) => found).join("\n"));
  return formSet;
}
