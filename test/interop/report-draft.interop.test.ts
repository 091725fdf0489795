import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormSet, placedKeys, readBundledFormSet } from "../../src/forms/index.js";
import type { Block } from "../../src/model/block.js";
import type { Document } from "../../src/model/document.js";
import { loadUnits } from "../../src/organisation/load-units.js";
import type { UnitRegister } from "../../src/organisation/register.js";
import { PERIOD_KINDS } from "../../src/periods/kinds.js";
import { buildAnnexes } from "../../src/report/annexes/index.js";
import { appendAnnexes } from "../../src/report/draft/append-annexes.js";
import { writeReportDraft } from "../../src/report/draft/index.js";
import { HELPERS, NAMES, SPANS, TASK_LISTS, UNIT_LISTS, VERDICTS } from "../../src/report/draft/vocabulary.js";
import { gatherOpinions } from "../../src/report/narrative/gather.js";
import { opinionsDocument } from "../../src/report/narrative/opinions-document.js";
import { followPlan, tasksAnnex } from "../../src/report/tasks/index.js";
import { Figures, MEASURE_NAMES, type ReportLedger } from "../../src/report/totals/index.js";
import { parseDraft } from "../../src/source/draft/index.js";
import { findStartingDraft } from "../../src/starting-draft/catalogue.js";
import { readWorkspace } from "../../src/workspace/read.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { writeDraft } from "../../src/writers/draft/index.js";
import { task } from "../plan-outputs.sample.js";
import { ledgerOf, type Sent } from "../report-ledger.js";

const KINDS = [
  "xa-phuong",
  "doan-the-lddl",
  "doan-the-tinh-doan",
  "doan-the-phu-nu",
  "doan-the-ccb",
  "dang-uy-quan-su",
];

let formSet: FormSet;
let office: Workspace;
beforeAll(async () => {
  formSet = await readBundledFormSet();
  const read = readWorkspace(readFileSync("fixtures/ky-bao-cao/vanthu.yaml"), "vanthu.yaml", "/van-phong");
  if (read.workspace === undefined) throw new Error("no workspace");
  office = read.workspace;
});

const quote = (name: string): string => JSON.stringify(name);

/** Two communes, of which one is named as given, and one unit of every other kind. */
function registerWith(name: string, area: string): UnitRegister {
  const units = KINDS.map(
    (kind, at) =>
      `  - { mã: u${at}, loại: ${kind}, tên: ${quote(at === 0 ? name : `Đơn vị số ${at}`)}, khu vực: ${quote(at === 0 ? area : "Khu vực khác")} }`,
  );
  const more = '  - { mã: u9, loại: xa-phuong, tên: Đảng uỷ xã Chín, khu vực: "Khu vực khác" }';
  const { register, findings } = loadUnits(`đơn vị:\n${[...units, more].join("\n")}\n`, "don-vi.yaml");
  if (register === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return register;
}

const STOCKS: Readonly<Record<string, number>> = { B05b: 9, B06: 8, D04: 10, E04: 4, A06: 12, G01: 900 };

/** Something under every key that a kind of unit types, so that most sentences speak. */
function filled(kind: string, periodKind: string): Sent {
  const keys = placedKeys(formSet, kind, periodKind);
  return Object.fromEntries(keys.map((key, at) => [key, STOCKS[key] ?? (key.length * 3 + at) % 7]));
}

interface Wish {
  readonly period?: string;
  readonly name?: string;
  readonly area?: string;
  readonly template?: string;
  /** Of u0. */
  readonly sent?: Sent;
  readonly narrative?: string;
  readonly late?: readonly string[];
  readonly office?: Workspace;
  /** Words of the tasks of a plan that is followed: one late, one still to come. */
  readonly task?: string;
}

/** A plan in which a task is late, one comes next and one has nobody. */
function planWith(words: string, cutOff: string) {
  const tasks = [
    task("I/1", words, "trước ngày 20/3/2026", [{ role: "execute", bodies: [`Ban ${words}`] }]),
    task("I/2", `Việc khác ${words}`, "trước ngày 20/12/2026", [{ role: "execute", bodies: ["Ban khác"] }]),
    task("I/3", "Việc không giao cho ai", undefined),
  ];
  const none = { targets: [], allocations: [], bodies: [], citations: [], abbreviations: [] };
  return followPlan(`Kế hoạch ${words}`, { type: "Kế hoạch", title: words, tasks, ...none }, new Map(), cutOff);
}

function make(wish: Wish = {}) {
  const { period = "2026-6t", name = "Đảng uỷ xã Một", area = "Khu vực một", sent, narrative } = wish;
  const register = registerWith(name, area);
  const kind = period.split("-").at(-1) ?? "";
  const units = Object.fromEntries(register.units.map((unit) => [unit.code, filled(unit.kind, kind)]));
  const ledger: ReportLedger = {
    ...ledgerOf({ [period]: { units: { ...units, ...(sent === undefined ? {} : { u0: sent }), u9: "notSent" } } }),
    ...(narrative === undefined
      ? {}
      : {
          text: () => ({
            narrative: [{ mark: "1", title: "Ưu điểm", text: narrative }],
            lists: {},
            explanations: {},
          }),
        }),
  };
  const plan = { first: 2026, last: 2030 };
  const figures = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS, plan });
  const totals = figures.period(period);
  const type = findStartingDraft("bao-cao", "party");
  if (totals === undefined || type === undefined) throw new Error("nothing to report on");
  const file = `templates/bao-cao/${kind}.md.hbs`;
  const source = wish.template ?? readFileSync(file, "utf8");
  const late = new Set(wish.late ?? ["u0"]);
  const opinions = new Map([["Ưu điểm", 3]]);
  const plans = wish.task === undefined ? [] : [planWith(wish.task, totals.period.window.to)];
  const material = { figures, totals, late, opinions, plans };
  const { draft, findings } = writeReportDraft(
    { source, file: "mau.md.hbs" },
    material,
    type,
    wish.office ?? office,
    2026,
  );
  const sections = gatherOpinions(totals.book, ledger, formSet);
  const quoted = opinionsDocument(sections, totals.period, type, office, "2026-05-31");
  const followed = tasksAnnex(plans, totals.period);
  const tables = [...buildAnnexes(totals), ...(followed === undefined ? [] : [followed])];
  return {
    findings,
    figures,
    quoted,
    draft: draft === undefined ? undefined : appendAnnexes(draft, tables, figures),
    body: draft?.text ?? "",
  };
}

async function read(text: string): Promise<Document> {
  const { document, findings } = await parseDraft(text, { file: "bao-cao.md" });
  if (document === undefined)
    throw new Error(findings.map(({ found, place }) => `${place?.line}: ${found}`).join("; "));
  expect(findings.map(({ found }) => found)).toEqual([]);
  return document;
}

describe("the bundled templates", () => {
  it.each(["2026-6t", "2026-nam", "2026-2028-sk", "2026-2030-tk"])("%s gives a draft that reads", async (period) => {
    const { draft, body, findings, figures } = make({ period });
    expect(findings).toEqual([]);
    const document = await read(draft?.text ?? "");
    expect(document.annexes.length).toBeGreaterThan(0);
    expect(draft?.text).toContain("[cần viết: ");
    // the sentence patterns leave no seam behind
    const prose = body.slice(body.indexOf("\n---\n")).replace(/\]\(vt:[^)]*\)/gu, "]");
    expect(prose.match(/.* [,.;]|[,;][,;.]|\.\.|[^\n] {2}|undefined|NaN|\{\{.*/gu) ?? []).toEqual([]);
    for (const [, printed = "", binding = ""] of (draft?.text.slice(draft.text.indexOf("\n---\n")) ?? "").matchAll(
      /\[([^\]\n]*)\]\((vt:[^)]*)\)/gu,
    )) {
      const { figure } = figures.resolve(binding);
      const meant = [
        figure?.printed,
        figure?.printedInTable,
        ...(figure?.value === 0 ? ["chưa", "không"] : []),
        ...(figure?.status === "notAsked" ? ["chưa có số liệu"] : []),
      ];
      expect(
        meant.map((each) => each?.toLowerCase()),
        binding,
      ).toContain(printed.toLowerCase());
    }
  });

  it("say nothing of nought organisations, and of what is missing that it is missing", () => {
    const { body } = make({ sent: "notSent" });
    expect(body).not.toMatch(/\[0\]\([^)]*\) (?!\|)/u);
    expect(body).toContain("chưa có số liệu của 02 đơn vị (Đảng uỷ xã Một, Đảng uỷ xã Chín)");
    expect(body).toContain("[chưa có số liệu](vt:B02/tinh/2026-6t) về thành lập mới tổ chức đảng");
  });

  it("take the office's tone marks", () => {
    const { body } = make({ office: { ...office, tone: "ủy" } });
    expect(body).toContain("các cấp ủy");
    expect(body.replaceAll("Tỉnh uỷ", "").replaceAll("TỈNH UỶ", "").replaceAll("Đảng uỷ", "")).not.toContain("uỷ");
    expect(body).toContain("Ban Tổ chức Tỉnh uỷ báo cáo");
  });
});

/** What kind of thing stands where; not what it says. */
function shapeOf({ body, annexes, notes, recipients, signatures }: Document): unknown {
  const blocks = (list: readonly Block[]) =>
    list.map((block) => {
      if (block.kind === "table") return ["table", block.table.rows.map((row) => row.length)];
      if (block.kind === "operativeWords") return [block.kind];
      const figures = block.inlines.flatMap((inline) => (inline.kind === "figure" ? [inline.binding] : []));
      return [block.kind, block.mark?.form, figures, block.inlines.some(({ kind }) => kind === "noteMark")];
    });
  return [
    blocks(body),
    annexes.map((annex) => [annex.label, annex.orientation, blocks(annex.blocks)]),
    notes.length,
    recipients?.length,
    signatures?.length,
  ];
}

const HOSTILE = [
  ...[
    "# Tiêu đề",
    "## II- KẾT QUẢ",
    "a | b",
    "|",
    "{{figure}}",
    "{{#each}}",
    "[^1]",
    "[^1]: ghi chú",
    "](",
    "](vt:C02/tinh/2026-6t)",
  ],
  ...[
    "[9](vt:C02/tinh/2026-6t)",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "<!-- ",
    "-->",
    "**đậm**",
    "*",
    "_",
    "`x`",
  ],
  ...[
    "```bảng",
    "~~~",
    "---",
    "1. Một",
    "I- Một",
    "a) Một",
    "- gạch",
    "+ cộng",
    "Điều 1. Một",
    "Phụ lục 1",
    "\\",
    "&lt;",
    "&#35;",
  ],
  ...[
    "<",
    "^",
    ":-:",
    "<br>",
    "<b>",
    "một\nhai",
    "một\r\n\r\n# hai",
    "một\u2028hai",
    "x]",
    "[x",
    "!",
    "QUYẾT ĐỊNH:",
    "(Kèm theo",
    "%",
  ],
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(" "));
/** The register refuses names without a letter, and keeps lines apart. */
const nameable = hostile.map((text) => `Xã ${text.replace(/[\p{Cc}\p{Cs}\p{Co}\uFFFE\uFFFF]/gu, " ")}`);

describe("values from outside", () => {
  it.each(["2026-6t", "2026-2028-sk"])(
    "names never change the structure of %s",
    async (period) => {
      const plain = shapeOf(await read(make({ period }).draft?.text ?? ""));
      await fc.assert(
        fc.asyncProperty(nameable, nameable, async (name, area) => {
          const { draft } = make({ period, name, area });
          const document = (await parseDraft(draft?.text ?? "")).document;
          expect(document).toBeDefined();
          if (document !== undefined) {
            // the scope of an area is named by its letters
            const shape = (text: unknown): string =>
              JSON.stringify(text).replaceAll(/vt:([^/"]+)\/[^/"]+\//gu, "vt:$1//");
            expect(shape(shapeOf(document))).toBe(shape(plain));
          }
        }),
        { numRuns: 8 },
      );
    },
    30_000,
  );

  it.each(["2026-6t", "2026-nam", "2026-2028-sk", "2026-2030-tk"])(
    "words of tasks never change the structure of %s",
    async (period) => {
      const plain = shapeOf(await read(make({ period, task: "Mở lớp bồi dưỡng" }).draft?.text ?? ""));
      await fc.assert(
        fc.asyncProperty(nameable, async (words) => {
          const { document } = await parseDraft(make({ period, task: words }).draft?.text ?? "");
          expect(document === undefined ? undefined : shapeOf(document)).toEqual(plain);
        }),
        { numRuns: 8 },
      );
    },
    30_000,
  );

  it("tasks are told of: late ones among the limits, the next ones among what is to be done, all in an annex", () => {
    const { body, draft } = make({ task: "Mở lớp *bồi dưỡng*" });
    expect(body).toContain("Thực hiện Kế hoạch Mở lớp \\*bồi dưỡng\\*, cả 03 nhiệm vụ chưa được báo cáo đủ");
    const [, limits = "", left = ""] = body.split(/- Còn 01 nhiệm vụ chậm|Cùng với các nhiệm vụ trên/u);
    expect(limits).toContain(
      "+ Mở lớp \\*bồi dưỡng\\* (Ban Mở lớp \\*bồi dưỡng\\*; trước ngày 20/3/2026): chưa báo cáo",
    );
    expect(left).toContain("hoàn thành 03 nhiệm vụ còn lại");
    expect(left).toContain("- Việc khác Mở lớp \\*bồi dưỡng\\* (Ban khác; trước ngày 20/12/2026).");
    expect(draft?.text).toContain("# Tình hình thực hiện nhiệm vụ");
    expect(make().body).not.toContain("nhiệm vụ chậm");
  });

  it("names are printed as they are", async () => {
    const name = "Xã [9](vt:C02/tinh/2026-6t) | *A* {{x}} <b>B</b> =cmd";
    const document = await read(make({ name, sent: "notSent" }).draft?.text ?? "");
    const texts = document.body.flatMap((block) => ("inlines" in block ? block.inlines : []));
    expect(texts.some((inline) => inline.kind === "text" && inline.text.includes(name))).toBe(true);
  });

  it("words of units stay words in the paper that quotes them", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const { quoted } = make({ narrative: `Ý kiến: ${words}` });
        const reading = await parseDraft(writeDraft(quoted));
        expect(reading.document?.body.length).toBe(quoted.body.length);
        expect(reading.document?.body.map(({ kind }) => kind)).toEqual(quoted.body.map(({ kind }) => kind));
        expect(reading.document?.notes).toEqual([]);
        expect(reading.document?.annexes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("the same words of several units are quoted once, with all their names", () => {
    const { quoted } = make({ narrative: "Làm tốt." });
    const paragraphs = quoted.body.filter(({ kind }) => kind === "paragraph");
    expect(paragraphs).toHaveLength(2);
    expect(JSON.stringify(quoted.body)).toContain("Đánh giá chung – Ưu điểm (6 đơn vị)");
    expect(make({ narrative: "Không" }).quoted.body).toEqual([
      { kind: "paragraph", inlines: [{ kind: "text", text: "Không đơn vị nào ghi ý kiến." }] },
    ]);
  });
});

describe("faults of templates", () => {
  const HEAD = "---\nthể loại: Báo cáo\n---\n";
  const faults = (body: string, period = "2026-6t") =>
    make({ template: HEAD + body, period }).findings.map(
      ({ id, place, remedy }) =>
        `${place?.file}:${place?.line}:${place?.column} ${id.replace("report-template/", "")} ${remedy}`,
    );

  it.each([
    ['{{figur "C02"}}', 4, 3, "unknown-helper", '"figure"'],
    ['a {{figure "C2"}}', 4, 12, "bad-value", '"C02"'],
    ['{{figure "C02" nuun="x"}}', 4, 16, "unknown-option", '"noun"'],
    ['{{figure "C02" of="cungky"}}', 4, 19, "bad-value", '"cung-ky"'],
    ['{{figure "C02" scope="tinhh"}}', 4, 22, "bad-value", '"tinh"'],
    ["{{figure}}", 4, 1, "too-few", "figure"],
    ['{{figure "C02" "C03"}}', 4, 16, "too-many", "figure"],
    ["{{office.nmae}}", 4, 3, "unknown-name", '"office.name"'],
    ["{{#eachArea}}{{figure indicator}}{{/eachArea}}", 4, 23, "unknown-name", "period.name"],
    ["{{#eachAria}}x{{/eachAria}}", 4, 4, "unknown-helper", '"eachArea"'],
    ['{{#whenKind "namm"}}x{{/whenKind}}', 4, 13, "bad-value", '"nam"'],
    ['{{units "mising"}}', 4, 9, "bad-value", '"missing"'],
    ['{{#eachTask "lat"}}x{{/eachTask}}', 4, 13, "bad-value", '"late"'],
    ["{{task.text}}", 4, 3, "unknown-name", "period.name"],
    ['{{share "C06"}}', 4, 9, "bad-value", "D06"],
    ['{{breakdown "C02" C2a="nữ"}}', 4, 19, "unknown-option", '"C02a"'],
    ['{{figure "B07x"}}', 4, 10, "not-asked", "whenKind"],
    ["{{> chung}}", 4, 1, "not-here", "mau-bao-cao"],
    ['{{figure (lines "C02")}}', 4, 10, "not-here", "mau-bao-cao"],
    ['{{figure "C02"', 4, 1, "template/open-braces", "}}"],
    ['a {{figure "C02}}', 4, 3, "template/open-quote", '{{figure "C02"}}'],
    ["a {{figure “C02”}}", 4, 12, "template/curly-quotes", '{{figure "C02"}}'],
    ['một\n\n{{#whenKind "nam"}}\nhai', 6, 1, "template/unclosed-block", "{{/whenKind}}"],
    ["{{else}}", 4, 1, "syntax", "{{ }}"],
    ["{{#if office.superior}}{{offce.name}}{{/if}}", 4, 26, "unknown-name", '"office.name"'],
    ['{{write "x" section="Ưu điêm"}}', 4, 21, "bad-value", '"Ưu điểm"'],
    ['{{figure "C02" scope=../scope}}', 4, 22, "unknown-name", "scope"],
  ])("%s", (body, line, column, id, remedy) => {
    const [first = ""] = faults(body);
    expect(first).toContain(` ${id} `);
    if (id !== "syntax") expect(first).toMatch(new RegExp(`^mau\\.md\\.hbs:${line}:${column} `, "u"));
    else expect(first).toMatch(/^mau\.md\.hbs:\d+:\d+ /u);
    expect(first).toContain(remedy);
  });

  it("are all found at once, in branches of other periods too", () => {
    const body =
      '{{#whenKind "nam"}}{{figure "X99"}}{{figure "B07x"}}{{else}}{{offise.name}}{{/whenKind}}{{figuer "C02"}}';
    expect(faults(body)).toHaveLength(3);
    // B07x is asked for in the year
    expect(faults(body, "2026-nam")).toHaveLength(3);
  });

  it("the guide names every helper, option, block and name, and its examples are right", () => {
    const guide = readFileSync("docs/mau-bao-cao.md", "utf8");
    const words = new Set(guide.match(/[\p{L}\d.-]+/gu));
    const unnamed = Object.entries(HELPERS).flatMap(([name, { options }]) =>
      [name, ...Object.keys(options)].filter((word) => !words.has(word)),
    );
    const lists = [...NAMES, ...UNIT_LISTS, ...TASK_LISTS, ...VERDICTS, ...SPANS, ...MEASURE_NAMES];
    expect([
      ...unnamed,
      ...lists.filter((word) => !guide.includes(`\`${word}\``) && !guide.includes(`"${word}"`)),
    ]).toEqual([]);
    const examples = [...guide.matchAll(/`([^`]*\{\{[^`]*)`/gu)].map(([, text = ""]) => text.replaceAll("\\|", "|"));
    expect(examples.length).toBeGreaterThan(25);
    expect(examples.flatMap((text) => (text === "{{…}}" ? [] : faults(text)))).toEqual([]);
  });

  it("a template of an office may have other line ends", () => {
    const source = readFileSync("templates/bao-cao/6t.md.hbs", "utf8");
    expect(make({ template: source.replaceAll("\n", "\r\n") }).body).toBe(make().body);
  });
});
