/** What a figure is, in the reader's words. */
import { type FigureMeasure, LIMIT_WORDS, type ResolvedFigure } from "./totals/index.js";

export const MEASURE_WORDS: Readonly<Record<FigureMeasure, string>> = {
  "thuc-hien": "Thực hiện",
  uoc: "Ước thực hiện",
  "chinh-thuc": "Số chính thức",
  "cung-ky": "Cùng kỳ năm trước",
  "chenh-lech": "Chênh lệch so với cùng kỳ năm trước",
  "phan-tram-cung-ky": "Bằng bao nhiêu phần trăm cùng kỳ năm trước",
  "phan-tram-chenh-lech": "Tăng, giảm bao nhiêu phần trăm so với cùng kỳ năm trước",
  "chieu-huong": "Chiều hướng so với cùng kỳ năm trước",
  "chi-tieu": "Chỉ tiêu năm",
  "phan-tram-chi-tieu": "Phần trăm chỉ tiêu",
  "con-lai": "Còn lại so với chỉ tiêu năm",
  "danh-gia": "Đánh giá so với chỉ tiêu",
  "chi-tieu-giai-doan": "Chỉ tiêu giai đoạn",
  "phan-tram-chi-tieu-giai-doan": "Phần trăm chỉ tiêu giai đoạn",
  "con-lai-giai-doan": "Còn lại so với chỉ tiêu giai đoạn",
  "danh-gia-giai-doan": "Đánh giá so với chỉ tiêu giai đoạn",
  "luy-ke": "Luỹ kế từ đầu giai đoạn",
  "luy-ke-nam": "Luỹ kế từ đầu năm",
  "truoc-ke-hoach": "Trước khi có kế hoạch",
  "nam-1": "Năm thứ nhất",
  "nam-2": "Năm thứ hai",
  "nam-3": "Năm thứ ba",
  "nam-4": "Năm thứ tư",
  "nam-5": "Năm thứ năm",
};

/** The word before the number of a target, where it is not to be reached alone: "không quá", "trên". */
export const limitWord = ({ comparator }: NonNullable<ResolvedFigure["target"]>): string =>
  comparator === ">=" ? "" : LIMIT_WORDS[comparator][0];

/** How a target is met: "từ 85 trở lên", "từ 80 đến 90". */
export function sayTargetRule(target: NonNullable<ResolvedFigure["target"]>, print: (value: number) => string): string {
  if (target.comparator === "range") return `từ ${print(target.value)} đến ${print(target.upTo)}`;
  const [before, behind] = LIMIT_WORDS[target.comparator];
  return `${before} ${print(target.value)}${behind}`;
}
