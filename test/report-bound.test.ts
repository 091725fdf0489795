import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormSet, readBundledFormSet } from "../src/forms/index.js";
import type { Document } from "../src/model/document.js";
import { loadUnits } from "../src/organisation/load-units.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import {
  type Base,
  boundFigures,
  checkFigures,
  isSameButFigures,
  namesRewording,
  updateDraft,
} from "../src/report/bound/index.js";
import { Figures } from "../src/report/totals/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { ledgerOf, type Sent } from "./report-ledger.js";

const PERIOD = "2026-nam";
let formSet: FormSet;
let register: UnitRegister;
beforeAll(async () => {
  formSet = await readBundledFormSet();
  const text = `đơn vị:
  - { mã: u1, loại: xa-phuong, tên: Đảng uỷ xã Một, khu vực: Ven biển }
  - { mã: u2, loại: xa-phuong, tên: Đảng uỷ xã Hai, khu vực: Miền núi }
`;
  const loaded = loadUnits(text, "don-vi.yaml");
  if (loaded.register === undefined) throw new Error("no units");
  register = loaded.register;
});

/** This year's and last year's returns of the two units. */
function figuresOf(now: readonly [Sent, Sent], last: readonly [Sent, Sent] = [{ C02: 10 }, { C02: 10 }]): Figures {
  const units = ([u1, u2]: readonly [Sent, Sent]) => ({ u1, u2 });
  const ledger = ledgerOf({
    [PERIOD]: { units: units(now) },
    "2025-nam": { units: units(last) },
    "2026-chi-tieu": { units: { u1: { T01: 20 }, u2: { T01: 10 } }, loaded: true },
  });
  const plan = { first: 2026, last: 2030 };
  return new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS, plan });
}

const HEAD = "---\nthể loại: Báo cáo\n---\n\n";
const C02 = "vt:C02/tinh/2026-nam";

async function read(text: string) {
  const { document, places, findings } = await parseDraft(text, { file: "bao-cao.md" });
  if (document === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return { document, places };
}

const check = async (body: string, figures: Figures, base?: Base) => {
  const { document, places } = await read(HEAD + body);
  return checkFigures(document, figures, places, base);
};

const brief = (findings: Awaited<ReturnType<typeof check>>) =>
  findings.map(({ id, place }) => `${id} ${(place?.line ?? 0) - 4}:${place?.column}`);

describe("a draft beside the ledger", () => {
  const moved = () => figuresOf([{ C02: 5 }, { C02: 7 }]);

  it.each([
    ["the number in prose", `Kết nạp [12](${C02}) đảng viên.`],
    ["without point, with a nought", `Kết nạp [012](${C02}) đảng viên.`],
    ["the direction in capitals", `[GIẢM](${C02}/chieu-huong) [08](${C02}/chenh-lech) đảng viên.`],
    ["in a table with its sign", `| A |\n| --: |\n| [-8](${C02}/chenh-lech) |`],
    ["a share", `Bằng [60%](${C02}/phan-tram-cung-ky) năm trước.`],
    ["the verdict at the head of a sentence", `[Chưa đạt](${C02}/danh-gia) chỉ tiêu.`],
    ["nought in words", "[Chưa](vt:C02a/tinh/2026-nam) kết nạp đảng viên nữ.", { C02a: 0 }],
    ["nought in digits", "Kết nạp [0](vt:C02a/tinh/2026-nam) đảng viên nữ.", { C02a: 0 }],
    ["what has not come", "[Chưa có số liệu](vt:C09/tinh/2026-nam) về đảng viên chính thức."],
    ["what does not apply, in a table", "| A |\n| --- |\n| [X](vt:C06/tinh/2026-nam/luy-ke) |"],
  ] as [string, string, Record<string, number>?][])("holds: %s", async (_, body, more = {}) => {
    expect(
      brief(
        await check(
          body,
          figuresOf([
            { C02: 5, ...more },
            { C02: 7, ...more },
          ]),
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ["a moved number", `Kết nạp [14](${C02}) đảng viên.`, "bound/differs 1:9"],
    ["a moved direction", `Kết nạp [12](${C02}) đảng viên, [tăng](${C02}/chieu-huong) nhiều.`, "bound/reworded 1:47"],
    ["its capital", `[Tăng](${C02}/chieu-huong) nhiều.`, "bound/reworded 1:1"],
    ["a verdict", `[Vượt](${C02}/danh-gia) chỉ tiêu.`, "bound/reworded 1:1"],
    ["nought that is none", `[Chưa](${C02}) kết nạp đảng viên.`, "bound/reworded 1:1"],
    ["a sign lost in a table", `| A |\n| --: |\n| [8](${C02}/chenh-lech) |`, "bound/differs 3:3"],
    ["a number of another size", `Bằng [6%](${C02}/phan-tram-cung-ky) năm trước.`, "bound/differs 1:6"],
    ["a count with a percent sign", `Kết nạp [12%](${C02}) đảng viên.`, "bound/differs 1:9"],
    ["an unknown indicator", "Có [1](vt:C2222/tinh/2026-nam) đảng viên.", "report/unknown-indicator 1:4"],
    ["an unknown unit", "Có [1](vt:C02/u9/2026-nam) đảng viên.", "report/unknown-scope 1:4"],
    ["a period never opened", "Có [1](vt:C02/tinh/2031-nam) đảng viên.", "report/unknown-period 1:4"],
    ["in a footnote", `Kết nạp.[^1]\n\n[^1]: Trong đó [14](${C02}) nữ.`, "bound/differs 3:16"],
    ["behind a mark and emphasis", `1. **Kết nạp** *[14](${C02})* người.`, "bound/differs 1:17"],
    ["in a wrapped paragraph", `Trong năm\nkết nạp [14](${C02}) người.`, "bound/differs 2:9"],
  ])("is told apart: %s", async (_, body, expected) => {
    const findings = await check(body, moved());
    expect(brief(findings)).toEqual([expected]);
    for (const { severity, remedy, found } of findings) {
      expect(severity).toBe("error");
      expect(`${found}${remedy}`.length).toBeGreaterThan(20);
    }
  });

  it("knows who moved it, from what the report was made of", async () => {
    const base: Base = new Map([
      [C02, ["14"]],
      [`${C02}/chieu-huong`, ["giảm"]],
    ]);
    const late = await check(`Kết nạp [14](${C02}) đảng viên.`, moved(), base);
    expect(late.map(({ id, found }) => [id, found])).toEqual([
      ["bound/moved", expect.stringMatching(/ghi “14”, sổ theo dõi nay là “12”.*“Kết nạp 14 đảng viên\.”/u)],
    ]);
    expect(brief(await check(`Kết nạp [15](${C02}) đảng viên.`, moved(), base))).toEqual(["bound/edited 1:9"]);
    expect(brief(await check(`[Tăng](${C02}/chieu-huong) mạnh.`, moved(), base))).toEqual(["bound/edited 1:1"]);
  });
});

describe("an update of a draft", () => {
  const late = () => figuresOf([{ C02: 15 }, { C02: 12 }]);

  async function update(body: string, figures: Figures, wishes: Parameters<typeof updateDraft>[2] = {}) {
    const text = HEAD + body;
    const result = updateDraft({ text, ...(await read(text)) }, figures, wishes);
    const after = await read(result.text);
    expect(isSameButFigures((await read(text)).document, after.document, result)).toBe(true);
    return { ...result, body: result.text.slice(HEAD.length) };
  }

  it("touches printed numbers only", async () => {
    const body = `1.  Lời **văn**  của tôi, kết nạp **[14](${C02} "chú")** đảng viên  .\r\n\r\n<!-- [14](${C02}) -->\r\n`;
    const { body: after, refreshed } = await update(body, late());
    expect(after).toBe(body.replace("**[14]", "**[27]"));
    expect(refreshed).toEqual([{ binding: C02, printed: "14", now: "27", line: 5 }]);
  });

  it("waits with a sentence whose direction has turned, numbers and all, until it is accepted", async () => {
    const sentence = `Kết nạp [12](${C02}) đảng viên, [giảm](${C02}/chieu-huong) [08](${C02}/chenh-lech) đảng viên.`;
    const body = `${sentence} Năm nay [12](${C02}) người.`;
    const held = await update(body, late());
    expect(held.body).toBe(`${sentence} Năm nay [27](${C02}) người.`);
    expect(held.waiting).toEqual([
      {
        bindings: [`${C02}/chieu-huong`],
        before: "Kết nạp 12 đảng viên, giảm 08 đảng viên.",
        after: "Kết nạp 27 đảng viên, tăng 07 đảng viên.",
        line: 5,
      },
    ]);
    const accepted = await update(body, late(), { accepts: (rewording) => namesRewording("C02", rewording) });
    expect(accepted.waiting).toEqual([]);
    expect(accepted.body).toBe(
      `Kết nạp [27](${C02}) đảng viên, [tăng](${C02}/chieu-huong) [07](${C02}/chenh-lech) đảng viên. Năm nay [27](${C02}) người.`,
    );
    expect(brief(await check(accepted.body, late()))).toEqual([]);
  });

  it("takes the template's sentence where words do not simply change places", async () => {
    const body = `Trong năm, [chưa](${C02}) kết nạp đảng viên mới, rất tiếc.`;
    const fresh = `${HEAD}Trong năm, tỉnh kết nạp [27](${C02}) đảng viên. Khác.`;
    const held = await update(body, late(), { fresh });
    expect(held.waiting.map(({ after }) => after)).toEqual(["Trong năm, tỉnh kết nạp 27 đảng viên."]);
    const taken = await update(body, late(), { fresh, accepts: () => true });
    expect(taken.body).toBe(`Trong năm, tỉnh kết nạp [27](${C02}) đảng viên.`);
  });

  it("never takes a sentence that loses another figure, and asks for a hand", async () => {
    const body = `Trong năm, [chưa](${C02}) kết nạp; công nhận [04](vt:C09/tinh/2026-nam) đảng viên.`;
    const figures = figuresOf([
      { C02: 15, C09: 4 },
      { C02: 12, C09: 0 },
    ]);
    const fresh = `${HEAD}Trong năm, tỉnh kết nạp [27](${C02}) đảng viên.`;
    const held = await update(body, figures, { fresh, accepts: () => true });
    expect(held.body).toBe(body);
    expect(held.findings.map(({ id }) => id)).toEqual(["bound/by-hand"]);
  });

  it("keeps line ends, mark of byte order, names that are not composed", async () => {
    const text = `\ufeff${HEAD}Đảng ủy ${"phường".normalize("NFD")} [14](${C02}) người\r\ndòng hai [14](${C02})\r\n`;
    const result = updateDraft({ text, ...(await read(text)) }, late());
    expect(result.text).toBe(text.replaceAll("[14]", "[27]"));
  });

  const words = fc.array(
    fc.constantFrom(
      ...[
        "kết nạp",
        "**đảng viên**",
        "*trong năm*",
        "1.054",
        "(1)",
        "a_b",
        "\\*",
        "[cần viết: x]",
        "TP. Hà Trung.",
        "; ",
      ],
      ...["Xong. Nay", "<u>gạch</u>", "\\[ngoặc\\]", "”", "“"],
    ),
    { maxLength: 5 },
  );
  const link = fc.constantFrom(
    ...[
      `[14](${C02})`,
      `**[14](${C02})**`,
      `[14](vt:C02/u1/${PERIOD})`,
      `[14](${C02}/cung-ky)`,
      `[1.400](${C02}/chi-tieu)`,
    ],
  );
  const prose = fc
    .array(fc.tuple(words, link, words), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flatMap(([before, middle, after]) => [...before, middle, ...after]).join(" "));
  const kept = (document: Document) => [...boundFigures(document)].map(({ figure }) => figure.binding);

  it("keeps every binding and every other word, whatever stands around the figures", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(prose, { minLength: 1, maxLength: 4 }), fc.boolean(), async (paragraphs, crlf) => {
        const end = crlf ? "\r\n" : "\n";
        const text = HEAD.replaceAll("\n", end) + paragraphs.join(end + end) + end;
        const before = await read(text);
        const figures = late();
        const result = updateDraft({ text, ...before }, figures, { accepts: () => true });
        const after = await read(result.text);
        expect(result.findings).toEqual([]);
        expect(kept(after.document)).toEqual(kept(before.document));
        expect(checkFigures(after.document, figures)).toEqual([]);
        expect(isSameButFigures(before.document, after.document, result)).toBe(true);
        const struck = (source: string) => source.replace(/\[[\d.]+\]\(vt:/gu, "[](vt:");
        expect(struck(result.text)).toBe(struck(text));
      }),
      { numRuns: 150 },
    );
  });

  it("follows figures of sentences that were moved, split, renamed or deleted", async () => {
    const sentences = Array.from(
      { length: 6 },
      (_, at) => `Câu ${at} kết nạp [14](vt:C02/${at % 2 ? "u1" : "tinh"}/${PERIOD}) người`,
    );
    const edit = fc.tuple(fc.shuffledSubarray(sentences), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(edit, async ([left, splits]) => {
        const edited = left.map((sentence, at) =>
          splits[at] ? sentence.replace(" kết nạp", ".\n\nNay đã có") : sentence,
        );
        const body = `${edited.join(". ")}.`;
        const { document } = await read(HEAD + body);
        const wanted = left.map((sentence) => /\((vt:[^)]*)\)/u.exec(sentence)?.[1]);
        expect(kept(document)).toEqual(wanted);
        const findings = checkFigures(document, late());
        expect(findings.map(({ found }) => /là “([^”]*)”/u.exec(found)?.[1])).toEqual(
          wanted.map((binding) => (binding === C02 ? "27" : "15")),
        );
      }),
      { numRuns: 60 },
    );
  });
});
