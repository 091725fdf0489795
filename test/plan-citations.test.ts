import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import { readAbbreviations } from "../src/plan/abbreviations/index.js";
import {
  type FoundCitation,
  findCitations,
  labelOf,
  printCitedDate,
  printCitedNumber,
  readCitations,
} from "../src/plan/citations/index.js";
import { readPoints } from "../src/plan/points/index.js";
import { checkReferences } from "../src/plan/references/index.js";
import { SEED_LABELS } from "./plan-citations.seeds.js";
import { CITING, NOT_CITING } from "./plan-citations.sentences.js";

const SEEDS = new URL("../../shared/seeds/", import.meta.url).pathname;

function describeCitation({ type, number, code, name, date, issuer, ofMissing }: FoundCitation): string {
  const symbol = number === undefined ? name : code === undefined ? String(number) : printCitedNumber(number, code);
  const day =
    date === undefined
      ? ""
      : ` @${[date.year, date.month, date.day]
          .filter((part) => part !== undefined)
          .map((part) => String(part).padStart(2, "0"))
          .join("-")}`;
  return `${type} ${symbol}${day}${issuer === undefined ? "" : ` / ${ofMissing ? "!" : ""}${issuer}`}`;
}

describe("citations of a sentence", () => {
  it.each(CITING)("%s", (sentence, ...labels) => {
    expect(findCitations(sentence).map(describeCitation)).toEqual(labels);
  });

  it("are found in at least 120 places of the labelled set, and none in the other", () => {
    expect(CITING.flatMap(([, ...labels]) => labels).length).toBeGreaterThanOrEqual(120);
    expect(NOT_CITING.length).toBeGreaterThanOrEqual(60);
  });

  it.each(NOT_CITING)("none in: %s", (sentence) => {
    expect(findCitations(sentence).map(describeCitation)).toEqual([]);
  });

  it("keep their places where stars of emphasis stand between", () => {
    const text = "theo *Chỉ thị số 33-CT/TW* và **Kết luận số 80-KL/TW**.";
    expect(findCitations(text).map(({ start, core }) => text.slice(start, core))).toEqual([
      "Chỉ thị số 33-CT/TW",
      "Kết luận số 80-KL/TW",
    ]);
  });

  it("know the parts of a document that are meant, the outermost first", () => {
    const [one] = findCitations("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP");
    expect(one?.level?.map(({ unit, value }) => `${unit} ${value}`)).toEqual(["Điều 5", "khoản 2", "điểm a"]);
  });

  it("are read back as they are printed", () => {
    const types = {
      CT: "Chỉ thị",
      KL: "Kết luận",
      NQ: "Nghị quyết",
      KH: "Kế hoạch",
      CTr: "Chương trình",
      TTr: "Tờ trình",
    };
    const issuers = [
      "Ban Bí thư",
      "Bộ Chính trị",
      "Ban Thường vụ Tỉnh uỷ",
      "Uỷ ban nhân dân tỉnh Hà Trung",
      "Bộ Tài nguyên và Môi trường",
    ];
    const subjects = ["về phát triển tổ chức đảng", "về công tác văn thư, lưu trữ", "thực hiện nhiệm vụ trọng tâm"];
    const anyDay = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
      .map((day) => ({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }));
    const arbitrary = fc.record({
      code: fc.constantFrom(...(Object.keys(types) as (keyof typeof types)[])),
      body: fc.constantFrom("TW", "TU", "ĐU", "BTCTU", "BCĐ", "UBKTTU"),
      number: fc.integer({ min: 1, max: 99_999 }),
      date: fc.option(anyDay, { nil: undefined }),
      inWords: fc.boolean(),
      comma: fc.boolean(),
      issuer: fc.option(fc.constantFrom(...issuers), { nil: undefined }),
      subject: fc.option(fc.constantFrom(...subjects), { nil: undefined }),
      before: fc.constantFrom("", "Thực hiện ", "- Căn cứ ", "Tiếp tục quán triệt "),
      after: fc.constantFrom("", ".", ";", "; các đơn vị triển khai.", " (viết tắt là văn bản chỉ đạo)"),
    });
    fc.assert(
      fc.property(arbitrary, ({ code, body, number, date, inWords, comma, issuer, subject, before, after }) => {
        const pad = (value: number, upTo: number) => (value <= upTo ? `0${value}` : `${value}`);
        const day =
          date === undefined
            ? ""
            : `${comma ? "," : ""} ngày ${inWords ? `${pad(date.day, 9)} tháng ${pad(date.month, 2)} năm ${date.year}` : printCitedDate(date)}`;
        const about =
          date === undefined && issuer === undefined && subject?.startsWith("thực hiện") ? undefined : subject;
        const printed = `${types[code]} số ${printCitedNumber(number, `${code}/${body}`)}${day}${issuer === undefined ? "" : ` của ${issuer}`}${about === undefined ? "" : ` ${about}`}`;
        const [found, ...others] = findCitations(before + printed + after);
        expect(others).toEqual([]);
        expect(found?.printed).toBe(printed);
        expect({ type: found?.type, number: found?.number, code: found?.code }).toEqual({
          type: types[code],
          number,
          code: `${code}/${body}`,
        });
        expect([found?.date, found?.issuer, found?.subject]).toEqual([date, issuer, about]);
        expect(found?.comma).toBe(date === undefined ? undefined : comma);
      }),
      { numRuns: 500 },
    );
  });
});

/** The words of a label for what was found. */
function seedLabel({ type, number, code, name = "" }: FoundCitation): string {
  if (number !== undefined) return code === undefined ? String(number) : printCitedNumber(number, code);
  if (type === "Luật") return "LUẬT";
  if (type === "Điều lệ") return "ĐIỀULỆ";
  const session = /^Trung ương (\d+) kh\S+ ([IVX]+)$/u.exec(name);
  return session === null ? "NQĐH" : `NQTW${session[1]}-${session[2]}`;
}

describe.skipIf(!existsSync(SEEDS))("citations of the seeds", () => {
  const files = existsSync(SEEDS) ? readdirSync(SEEDS).sort() : [];
  const lines = files.map((file) => readFileSync(join(SEEDS, file), "utf8").split("\n"));

  it("are found, and nothing else", () => {
    const labels = SEED_LABELS.trim()
      .split("\n")
      .map((line) => line.split(" "))
      .map(([place = "", ...symbols]) => ({ place, symbols }));
    const misses: string[] = [];
    const extra: string[] = [];
    let expected = 0;
    for (const [seed, text] of lines.entries()) {
      for (const [index, line] of text.entries()) {
        // the paper's own number
        if (/^Số\s/u.test(line)) continue;
        const place = `S${seed}:${index + 1}`;
        const due = [...(labels.find((label) => label.place === place)?.symbols ?? [])];
        expected += due.length;
        for (const symbol of findCitations(line).map(seedLabel)) {
          const at = due.indexOf(symbol);
          if (at === -1) extra.push(`${place} ${symbol}`);
          else due.splice(at, 1);
        }
        misses.push(...due.map((symbol) => `${place} ${symbol}`));
      }
    }
    console.log(`citations of the seeds: ${expected - misses.length}/${expected}`, { misses, extra });
    expect((expected - misses.length) / expected).toBeGreaterThanOrEqual(0.98);
    expect(extra).toEqual([]);
  });

  /** Until seeds can be read as documents: every line a paragraph, without heads and Nơi nhận. */
  const asDocument = (text: readonly string[], number?: Document["number"]): Document => ({
    family: "party",
    type: "ke-hoach",
    ...(number === undefined ? {} : { number }),
    body: text
      .slice(
        0,
        text.findIndex((line) => /Nơi nhận/u.test(line)),
      )
      .filter((line) => line.trim() !== "" && !/^(?:Số|#|\\|-----)/u.test(line))
      .map((line) => ({
        kind: "paragraph",
        inlines: [{ kind: "text", text: line.replace(/\*/gu, "").replace(/<sup>.*?<\/sup>/gu, "") }],
      })),
    notes: [],
    annexes: [],
  });
  const found = (seed: number): string[] => {
    const document = asDocument(lines[seed] ?? []);
    const points = readPoints(document);
    return [
      ...readCitations(document, points).findings(),
      ...readAbbreviations(document, points).findings(),
      ...checkReferences(document, points).findings(),
    ].map(({ id, found: words }) => `${id}: ${words}`);
  };

  it("have the faults that are known of them", () => {
    const has = (seed: number, id: string, words: string) =>
      expect(found(seed).filter((one) => one.startsWith(`${id}:`) && one.includes(words))).not.toEqual([]);
    has(0, "plan/citation-of-missing", "21-NQ/TW");
    has(0, "plan/citation-redated", "121-KH/TU");
    has(0, "plan/abbreviation-varied", "Ban Chỉ đạo tỉnh");
    has(1, "plan/annex-missing", "đề cương và biểu mẫu");
    for (const symbol of ["05-CT/TW", "10-CT/TU", "17-CT/TU", "20-CT/TU"]) has(2, "plan/citation-undated", symbol);
    has(2, "plan/citation-short-undefined", "Quy định 4842");
    has(3, "plan/annex-missing", "Bảng phân bổ");
    has(3, "plan/abbreviation-undefined", "UBND");
  });
});

describe("the label of a citation", () => {
  it("is what later mentions print", () => {
    expect(labelOf({ type: "Chỉ thị", number: 5, code: "CT/TW" })).toBe("Chỉ thị số 05-CT/TW");
    expect(labelOf({ type: "Nghị định", number: 30, code: "2020/NĐ-CP" })).toBe("Nghị định số 30/2020/NĐ-CP");
    expect(labelOf({ type: "Kế hoạch", number: 12, code: "KH-UBND" })).toBe("Kế hoạch số 12/KH-UBND");
    expect(labelOf({ type: "Luật", name: "Lưu trữ" })).toBe("Luật Lưu trữ");
  });
});
