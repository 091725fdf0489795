/** Norms that others have replaced, as far as the sources of the norms state it (HD05 Phần III; QĐ399; HD36 III). */
export interface Replacement {
  readonly type: string;
  readonly number: number;
  readonly code: string;
  /** Its own day, ISO: the same number of another term is another document. */
  readonly date: string;
  readonly by: string;
  /** First day (ISO) on which the other is in force. */
  readonly from: string;
  /** The clause that says so, where the sources hold its text. */
  readonly clause?: string;
}

const HD05 = {
  by: "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng",
  from: "2026-05-27",
  clause: "Hướng dẫn 05-HD/VPTW, Phần III, khoản 1",
};
const QD399 = { by: "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư", from: "2026-01-09" };
const HD36 = {
  by: "Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng",
  from: "2018-04-03",
  clause: "Hướng dẫn 36-HD/VPTW, mục III, khoản 1",
};

export const REPLACEMENTS: readonly Replacement[] = [
  { type: "Hướng dẫn", number: 36, code: "HD/VPTW", date: "2018-04-03", ...HD05 },
  { type: "Công văn", number: 3294, code: "CV/VPTW/nb", date: "2019-03-11", ...HD05 },
  { type: "Công văn", number: 5053, code: "CV/VPTW/nb", date: "2019-03-11", ...QD399 },
  { type: "Công văn", number: 5053, code: "CV/VPTW", date: "2019-03-11", ...QD399 },
  { type: "Công văn", number: 16915, code: "CV/VPTW", date: "2025-08-21", ...QD399 },
  { type: "Quy định", number: 66, code: "QĐ/TW", date: "2017-02-06", ...QD399 },
  { type: "Quy định", number: 223, code: "QĐ/TW", date: "2020-03-06", ...QD399 },
  { type: "Hướng dẫn", number: 11, code: "HD/VPTW", date: "2004-05-28", ...HD36 },
  { type: "Công văn", number: 2587, code: "CV/VPTW/nb", date: "2010-05-25", ...HD36 },
];
