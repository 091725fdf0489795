import { describe, expect, it } from "vitest";
import { printTiming, readTiming, type TimingContext } from "../src/plan/timing/index.js";

/** Words and what they are printed as again; `=` where that is the same. Years of 2026 come from the context. */
const VALUES: readonly (readonly [words: string, canonical: string])[] = [
  ["Trước ngày 20/4/2026", "trước ngày 20/4/2026"],
  ["TRƯỚC NGÀY 20-4-2026.", "trước ngày 20/4/2026"],
  ["trước ngày 30 tháng 10 năm 2019", "trước ngày 30/10/2019"],
  ["xong trước 30/6", "trước ngày 30/6/2026"],
  ["trước\u00a0ngày 5/2/2026", "trước ngày 05/02/2026"],
  ["trước tháng 8/2026", "trước ngày 01/8/2026"],
  ["trước ngày 15/5 và trước ngày 15/12", "trước ngày 15/5/2026; trước ngày 15/12/2026"],
  ["chậm nhất ngày 30/6/2026", "chậm nhất ngày 30/6/2026"],
  ["Chậm nhất là ngày 29/02/2028", "chậm nhất ngày 29/02/2028"],
  ["hết quý II/2026", "chậm nhất ngày 30/6/2026"],
  ["đến hết tháng 02/2028", "chậm nhất ngày 29/02/2028"],
  ["đến năm 2030", "đến hết năm 2030"],
  ["Trong quý II/2024", "trong quý II/2024"],
  ["trong qúy II năm 2024", "trong quý II/2024"],
  ["trong quý 2-2024", "trong quý II/2024"],
  ["Trong quý II và III/2024", "trong quý II và quý III năm 2024"],
  ["quý II - III/2026", "trong quý II và quý III năm 2026"],
  ["quý IV/2026 và quý I/2027", "trong quý IV/2026 và quý I/2027"],
  ["quý I và quý III", "trong quý I/2026 và quý III/2026"],
  ["trong quý III", "trong quý III/2026"],
  ["Hoàn thành trong tháng 4/2026", "trong tháng 4/2026"],
  ["trong tháng 9 năm 2019", "trong tháng 9/2019"],
  ["tháng Ba", "trong tháng 3/2026"],
  ["Tháng Năm năm 2026", "trong tháng 5/2026"],
  ["tháng 5, 6 và 7/2026", "từ tháng 5/2026 đến tháng 7/2026"],
  ["từ tháng 12/2026 đến tháng 01/2027", "trong tháng 12/2026 và tháng 01/2027"],
  ["từ ngày 10 đến ngày 14 tháng 8 năm 2026", "từ ngày 10/8/2026 đến ngày 14/8/2026"],
  ["ngày 10 - 14/8/2026", "từ ngày 10/8/2026 đến ngày 14/8/2026"],
  ["vào ngày 15/8/2026", "ngày 15/8/2026"],
  ["vào cuối tháng 11 năm 2019", "cuối tháng 11/2019"],
  ["đầu tháng 8/2026", "đầu tháng 8/2026"],
  ["6 tháng đầu năm 2026", "trong 6 tháng đầu năm 2026"],
  ["9 tháng đầu năm 2026", "từ quý I/2026 đến quý III/2026"],
  ["trong năm 2027", "trong năm 2027"],
  ["năm 2028", "trong năm 2028"],
  ["trong năm", "trong năm 2026"],
  ["giai đoạn 2026-2030", "trong giai đoạn 2026 - 2030"],
  ["nhiệm kỳ 2020 – 2025", "trong giai đoạn 2020 - 2025"],
  ["từ tháng 9/2026", "thường xuyên từ ngày 01/9/2026"],
  ["Thường xuyên.", "thường xuyên"],
  ["Thường xuyên, theo lịch công tác của từng uỷ viên", "thường xuyên, theo lịch công tác của từng uỷ viên"],
  ["Thường xuyên, mỗi quý ít nhất một lần tại từng địa bàn", "thường xuyên; hằng quý, tại từng địa bàn"],
  ["hàng tháng", "hằng tháng"],
  ["Định kỳ hằng quý", "hằng quý"],
  ["mỗi quý một lần", "hằng quý"],
  ["sáu tháng một lần", "định kỳ 6 tháng"],
  ["02 lần/năm", "hằng năm 02 lần"],
  ["định kỳ 6 tháng, năm", "định kỳ 6 tháng; hằng năm"],
  ["trước ngày 25 hằng tháng", "hằng tháng, trước ngày 25"],
  [
    "hằng quý vào ngày 20 của tháng cuối quý; cuối năm vào ngày 15 tháng 11",
    "hằng quý, vào ngày 20 của tháng cuối quý; hằng năm, vào ngày 15/11",
  ],
  ["cuối năm (vào ngày 15/11)", "hằng năm, vào ngày 15/11"],
  [
    "Định kỳ 6 tháng (trước ngày 25/5), 1 năm (trước ngày 25/12)",
    "định kỳ 6 tháng, trước ngày 25/5; hằng năm, trước ngày 25/12",
  ],
  ["hai lần trong năm, trước ngày 15/5 và trước ngày 15/12", "hằng năm 02 lần, trước ngày 15/5 và trước ngày 15/12"],
  ["trước ngày 05 của tháng đầu quý sau", "hằng quý, trước ngày 05 của tháng đầu quý sau"],
  ["kỳ năm trước ngày 15/01 năm sau", "hằng năm, trước ngày 15/01 năm sau"],
  [
    "mỗi năm hai lần, vào tháng 6 và tháng 12",
    "hằng năm 02 lần, chậm nhất ngày cuối tháng 6 và chậm nhất ngày cuối tháng 12",
  ],
  ["trong thời hạn 15 ngày làm việc kể từ ngày nhận hồ sơ", "trong thời hạn 15 ngày làm việc kể từ ngày nhận hồ sơ"],
  ["trong vòng 24 giờ", "trong thời hạn 24 giờ"],
  ["trước ngày kiểm tra ít nhất 05 ngày làm việc", "ít nhất 05 ngày làm việc trước ngày kiểm tra"],
  ["ngay sau khi có hướng dẫn của Trung ương", "ngay sau khi có hướng dẫn của Trung ương"],
  ["kịp thời", "kịp thời"],
  ["Định kỳ", "kịp thời"],
];

const read = (words: string, context?: TimingContext) => readTiming(words, context);

describe("a value of time", () => {
  it("is read in every form that plans write, composed or not", () => {
    for (const [words, canonical] of VALUES) {
      for (const form of ["NFC", "NFD"] as const) {
        const { timing, problem } = read(words.normalize(form), { year: 2026 });
        expect(timing && printTiming(timing), `${words}: ${problem?.kind}`).toBe(canonical);
        expect(timing?.printed).toBe(words.replace("\u00a0", " "));
      }
    }
  });

  it("is printed in the words of State papers when they are asked for", () => {
    const printed = (words: string) => {
      const { timing } = read(words);
      return timing && printTiming(timing, { days: "words", capital: true });
    };
    expect(printed("trước ngày 5/2/2026")).toBe("Trước ngày 05 tháng 02 năm 2026");
    expect(printed("trong quý III/2026")).toBe("Trong quý III năm 2026");
  });

  it.each([
    ["trước ngày 31/02/2026", "impossible", "trước ngày 31/02/2026"],
    ["29/02/2025", "impossible", "29/02/2025"],
    ["trong quý V/2026", "impossible", "trong quý V/2026"],
    ["trong tháng 13/2026", "impossible", "trong tháng 13/2026"],
    ["ngày 0/5/2026", "impossible", "ngày 0/5/2026"],
    ["hằng năm, trước ngày 29/02", "impossible", "hằng năm, trước ngày 29/02"],
    ["hằng quý, vào ngày 32 của tháng cuối quý", "impossible", "hằng quý, vào ngày 32 của tháng cuối quý"],
    ["từ ngày 15/12/2026 đến ngày 10/12/2026", "reversed", "từ ngày 15/12/2026 đến ngày 10/12/2026"],
    ["từ tháng 12 đến tháng 01/2027", "reversed", "từ tháng 12 đến tháng 01/2027"],
    ["giai đoạn 2030 - 2026", "reversed", "giai đoạn 2030 - 2026"],
    ["trước ngày 30/6", "yearMissing", "trước ngày 30/6"],
    ["trong quý III", "yearMissing", "trong quý III"],
    ["trong quý I/2026; trước ngày 25/5", "yearMissing", "trước ngày 25/5"],
    ["trước 20/4/26", "unreadable", "trước 20/4/26"],
    ["hằng năm, trước ngày 25", "unreadable", "trước ngày 25"],
    ["30/6/2026 31/12/2026", "unreadable", "31/12/2026"],
    ["khi nào tiện", "unreadable", "khi nào tiện"],
    ["", "unreadable", ""],
  ])("%s is %s", (words, kind, about) => {
    expect(read(words)).toEqual({ problem: { kind, words: about } });
  });
});
