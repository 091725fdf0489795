import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import { allot, type Request } from "../src/register/allot.js";
import type { RegisterRow } from "../src/register/row.js";
import { readWorkspace } from "../src/workspace/read.js";
import type { Workspace } from "../src/workspace/workspace.js";

function office(text: string): Workspace {
  const { workspace, findings } = readWorkspace(new TextEncoder().encode(text), "vanthu.yaml", "/office");
  expect(findings).toEqual([]);
  if (workspace === undefined) throw new Error("no workspace");
  return workspace;
}

const PARTY = office(
  "mã cơ quan: ĐU\nnhiệm kỳ:\n  từ: 20/6/2025\n  đến: 19/6/2030\nđại hội:\n  từ: 18/6/2025\n  đến: 20/6/2025\n",
);
const STATE = office("hệ thống: Nhà nước\nmã cơ quan: UBND\n");

const blank = { body: [], notes: [], annexes: [] } satisfies Partial<Document>;
const party = (type: string, typeCode: string, day: number | undefined, changes: Partial<Document> = {}): Document => ({
  ...blank,
  family: "party",
  type,
  number: { typeCode, bodyCode: "ĐU" },
  ...(day === undefined ? {} : { date: { year: 2026, month: 4, day } }),
  ...changes,
});
const state = (
  type: string,
  typeCode: string | undefined,
  year: number,
  changes: Partial<Document> = {},
): Document => ({
  ...blank,
  family: "state",
  type,
  number: {
    ...(typeCode === undefined ? {} : { typeCode }),
    bodyCode: "UBND",
    ...(typeCode ? {} : { unitCode: "VP" }),
  },
  date: { year, month: 4, day: 15 },
  ...changes,
});

let files = 0;
const request = (document: Document, changes: Partial<Request> = {}): Request => {
  files += 1;
  return { document, file: `van-ban-${files}.md`, ...changes };
};

/** Numbers drafts one after another, as calls do. */
function numberAll(requests: readonly Request[], workspace: Workspace, start: readonly RegisterRow[] = []) {
  const rows = [...start];
  const outcomes = requests.map((one) => {
    const allotment = allot(one, rows, workspace);
    if (allotment.kind !== "refused") {
      rows.push({ ...allotment.row, state: "allotted", line: rows.length + 2 });
      return allotment.row.sequence;
    }
    return allotment.findings.map(({ id }) => id).join();
  });
  return { outcomes, rows };
}

describe("the series of the Party", () => {
  it("counts each type by itself through the term", () => {
    const drafts = [
      party("ke-hoach", "KH", 1),
      party("bao-cao", "BC", 1),
      party("ke-hoach", "KH", 2),
      party("ke-hoach", "KH", undefined, { date: { year: 2027, month: 1, day: 4 } }),
    ];
    expect(
      numberAll(
        drafts.map((draft) => request(draft)),
        PARTY,
      ).outcomes,
    ).toEqual([1, 1, 2, 3]);
  });

  it("counts Quyết định and Quy định apart, or together where the office says so", () => {
    const drafts = () => [party("quyet-dinh", "QĐ", 1), party("quy-dinh", "QĐ", 2)].map((draft) => request(draft));
    expect(numberAll(drafts(), PARTY).outcomes).toEqual([1, 1]);
    const shared = { ...PARTY, series: { ...PARTY.series, decisions: "shared" as const } };
    expect(numberAll(drafts(), shared).outcomes).toEqual([1, 2]);
  });

  it("counts all types of a congress in one series", () => {
    const congress = (type: string, typeCode: string) =>
      request(
        party(type, typeCode, undefined, {
          number: { typeCode, bodyCode: "ĐH" },
          date: { year: 2025, month: 6, day: 19 },
        }),
      );
    const { outcomes, rows } = numberAll(
      [congress("bao-cao", "BC"), congress("nghi-quyet", "NQ"), congress("bien-ban", "BB")],
      PARTY,
    );
    expect(outcomes).toEqual([1, 2, 3]);
    expect(rows[0]?.period).toBe("Đại hội 2025");
  });

  it("continues the lead's series with a joint document, and counts secret documents with the others", () => {
    const joint = party("ke-hoach", "KH", 2, { number: { typeCode: "KH", bodyCode: "ĐU-UBKT" } });
    const drafts = [party("ke-hoach", "KH", 1), joint, party("ke-hoach", "KH", 3, { secrecy: "MẬT" })];
    expect(
      numberAll(
        drafts.map((draft) => request(draft)),
        PARTY,
      ).outcomes,
    ).toEqual([1, 2, 3]);
  });

  it("begins anew with a new term, whose name does not depend on its end", () => {
    const { rows } = numberAll([request(party("ke-hoach", "KH", 1))], PARTY);
    const next = office("nhiệm kỳ:\n  từ: 20/6/2030\n");
    const draft = party("ke-hoach", "KH", undefined, { date: { year: 2030, month: 7, day: 1 } });
    expect(numberAll([request(draft)], next, rows).outcomes).toEqual([1]);
    const open = office("mã cơ quan: ĐU\nnhiệm kỳ:\n  từ: 20/6/2025\n");
    expect(numberAll([request(party("ke-hoach", "KH", 2))], open, rows).outcomes).toEqual([2]);
  });
});

describe("the series of the State", () => {
  it("counts by year and type, and secret documents by themselves", () => {
    const drafts = [
      state("ke-hoach", "KH", 2026),
      state("quyet-dinh", "QĐ", 2026),
      state("ke-hoach", "KH", 2026, { secrecy: "MẬT" }),
      state("ke-hoach", "KH", 2026),
      state("ke-hoach", "KH", 2027),
      state("cong-van", undefined, 2026),
      state("cong-van", undefined, 2026, { number: { bodyCode: "UBND", unitCode: "VX" } }),
    ];
    expect(
      numberAll(
        drafts.map((draft) => request(draft)),
        STATE,
      ).outcomes,
    ).toEqual([1, 1, 1, 2, 1, 1, 2]);
  });

  it("counts all types in one series where the office says so", () => {
    const one = office("hệ thống: Nhà nước\ndãy số:\n  nhà nước: một dãy\n");
    const drafts = [state("ke-hoach", "KH", 2026), state("quyet-dinh", "QĐ", 2026), state("cong-van", undefined, 2026)];
    expect(
      numberAll(
        drafts.map((draft) => request(draft)),
        one,
      ).outcomes,
    ).toEqual([1, 2, 3]);
  });

  it("needs a year", () => {
    const { date: _, ...undated } = state("ke-hoach", "KH", 2026);
    expect(numberAll([request(undated)], STATE).outcomes).toEqual(["register/no-year"]);
  });
});

describe("refusals", () => {
  const twoPlans = () =>
    numberAll([request(party("ke-hoach", "KH", 10)), request(party("ke-hoach", "KH", 12))], PARTY).rows;

  it.each([
    ["a day before the last of the series", request(party("ke-hoach", "KH", 11)), "register/backward"],
    [
      "a month that is over",
      request(party("ke-hoach", "KH", undefined, { date: { year: 2026, month: 3 } })),
      "register/backward",
    ],
    [
      "a day before the term",
      request(party("ke-hoach", "KH", undefined, { date: { year: 2025, month: 6, day: 19 } })),
      "register/outside-period",
    ],
    [
      "a day after the term",
      request(party("ke-hoach", "KH", undefined, { date: { year: 2030, month: 6, day: 20 } })),
      "register/outside-period",
    ],
    ["a number that is taken", request(party("ke-hoach", "KH", 12), { wanted: 2 }), "register/duplicate"],
    [
      "a draft with a number",
      request(party("ke-hoach", "KH", 12, { number: { typeCode: "KH", bodyCode: "ĐU", sequence: 7 } })),
      "register/already-numbered",
    ],
    [
      "a file that has its number",
      request(party("ke-hoach", "KH", 12), { file: "x.md" }),
      "register/already-registered",
    ],
    ["a draft without symbol", request({ ...blank, family: "party", type: "ke-hoach" }), "register/no-symbol"],
    ["an internal paper", request(party("phieu-trinh", "PT", 12)), "register/not-numbered"],
  ])("%s", (_, one, id) => {
    const [first, ...rest] = twoPlans();
    if (first === undefined) throw new Error("no rows");
    expect(numberAll([one], PARTY, [{ ...first, file: "x.md" }, ...rest]).outcomes).toEqual([id]);
  });

  it("asks for the term or the congress that is not declared", () => {
    const bare = office("");
    expect(numberAll([request(party("ke-hoach", "KH", 1))], bare).outcomes).toEqual(["register/no-term"]);
    const congress = party("bao-cao", "BC", 1, { number: { typeCode: "BC", bodyCode: "ĐH" } });
    expect(numberAll([request(congress)], bare).outcomes).toEqual(["register/no-congress"]);
  });

  it("lets a number that was left out be used, between the days around it", () => {
    const { rows } = numberAll(
      [request(party("ke-hoach", "KH", 10)), request(party("ke-hoach", "KH", 14), { wanted: 5 })],
      PARTY,
    );
    expect(numberAll([request(party("ke-hoach", "KH", 12), { wanted: 3 })], PARTY, rows).outcomes).toEqual([3]);
    expect(numberAll([request(party("ke-hoach", "KH", 15), { wanted: 3 })], PARTY, rows).outcomes).toEqual([
      "register/forward",
    ]);
    expect(numberAll([request(party("ke-hoach", "KH", 9), { wanted: 3 })], PARTY, rows).outcomes).toEqual([
      "register/backward",
    ]);
  });

  it("does not give a cancelled number again, but numbers its draft", () => {
    const rows = twoPlans().map((row) => ({ ...row, file: "x.md", state: "cancelled" as const }));
    expect(numberAll([request(party("ke-hoach", "KH", 12), { file: "x.md" })], PARTY, rows).outcomes).toEqual([3]);
  });
});

describe("what an earlier call has begun", () => {
  const begun = (): RegisterRow => {
    const allotment = allot({ document: party("ke-hoach", "KH", 10), file: "x.md" }, [], PARTY);
    if (allotment.kind !== "new") throw new Error("not given");
    return { ...allotment.row, line: 2 };
  };

  it("is finished with the same number", () => {
    const again = allot({ document: party("ke-hoach", "KH", undefined), file: "x.md" }, [begun()], PARTY);
    expect(again).toMatchObject({ kind: "unfinished", row: { sequence: 1, date: "2026-04-10" } });
    const stamped = party("ke-hoach", "KH", 10, { number: { typeCode: "KH", bodyCode: "ĐU", sequence: 1 } });
    expect(allot({ document: stamped, file: "x.md" }, [begun()], PARTY)).toMatchObject({ kind: "unfinished" });
  });

  it("is not finished for another day, number or symbol", () => {
    const others = [
      { document: party("ke-hoach", "KH", 11), file: "x.md" },
      { document: party("ke-hoach", "KH", 10), file: "x.md", wanted: 4 },
      { document: party("bao-cao", "BC", 10), file: "x.md" },
    ];
    for (const other of others)
      expect(numberAll([other], PARTY, [begun()]).outcomes).toEqual(["register/unfinished-differs"]);
  });

  it("is reported to whoever numbers another draft", () => {
    const allotment = allot(request(party("ke-hoach", "KH", 10)), [begun()], PARTY);
    expect(allotment).toMatchObject({ kind: "new", row: { sequence: 2 } });
    expect(allotment.findings.map(({ id }) => id)).toEqual(["register/unfinished-elsewhere"]);
  });
});

describe("any sequence of calls", () => {
  const types = [
    ["ke-hoach", "KH"],
    ["bao-cao", "BC"],
    ["quyet-dinh", "QĐ"],
    ["quy-dinh", "QĐ"],
  ] as const;
  const calls = fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      body: fc.constantFrom("ĐU", "UBKT", "ĐU-UBKT"),
      day: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      wanted: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 8 }),
    }),
    { maxLength: 30 },
  );
  const requests = (
    list: readonly {
      type: (typeof types)[number];
      body: string;
      day: number | undefined;
      wanted?: number | undefined;
    }[],
  ) =>
    list.map(({ type: [type, typeCode], body, day, wanted }) =>
      request(
        party(type, typeCode, day, { number: { typeCode, bodyCode: body } }),
        wanted === undefined ? {} : { wanted },
      ),
    );
  const seriesOf = (rows: readonly RegisterRow[]) => {
    const series = new Map<string, RegisterRow[]>();
    for (const row of rows) {
      const key = `${row.type} ${row.symbol.replace("-UBKT", "").replace("/UBKT-", "/UBKT")}`;
      series.set(key, [...(series.get(key) ?? []), row]);
    }
    return [...series.values()];
  };

  it("leaves no gap and no duplicate when nobody chooses a number", () => {
    fc.assert(
      fc.property(calls, (list) => {
        const { rows } = numberAll(requests(list.map(({ wanted: _, ...call }) => call)), PARTY);
        for (const series of seriesOf(rows)) {
          expect(series.map(({ sequence }) => sequence)).toEqual(series.map((_, index) => index + 1));
        }
      }),
    );
  });

  it("never gives a number twice, and numbers and days rise together", () => {
    fc.assert(
      fc.property(calls, (list) => {
        const { rows } = numberAll(requests(list), PARTY);
        for (const series of seriesOf(rows)) {
          const sorted = [...series].sort((a, b) => a.sequence - b.sequence);
          expect(new Set(sorted.map(({ sequence }) => sequence)).size).toBe(sorted.length);
          const days = sorted.flatMap(({ date }) => date ?? []);
          expect(days).toEqual([...days].sort());
        }
      }),
    );
  });
});
