import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { assetPath } from "../src/assets.js";
import type { Document } from "../src/model/document.js";
import { parseDraft } from "../src/source/draft/index.js";
import { findStartingDraft, type StartingDraft, startingDrafts } from "../src/starting-draft/catalogue.js";
import { writeStartingDraft } from "../src/starting-draft/index.js";
import { readWorkspace } from "../src/workspace/read.js";
import type { Workspace } from "../src/workspace/workspace.js";

function plan(): StartingDraft {
  const draft = findStartingDraft("ke-hoach", "party");
  if (draft === undefined) throw new Error("no starting draft");
  return draft;
}

const OFFICE: Workspace = {
  root: "/office",
  family: "party",
  superior: ["ĐẢNG BỘ TỈNH HÀ TRUNG"],
  name: ["ĐẢNG UỶ", "PHƯỜNG SÔNG KIM"],
  bodyCode: "ĐU",
  place: "Sông Kim",
  author: "Đảng uỷ phường Sông Kim",
  archive: "Lưu Văn phòng Đảng uỷ.",
  signer: { lines: ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], name: "Trần Minh Khôi" },
  typeCodes: { "giay-moi": "GM" },
  series: { decisions: "separate", state: "perType" },
};

const write = (source: string, workspace: Workspace | undefined = OFFICE) =>
  writeStartingDraft(plan(), { source, file: "mau/ke-hoach.md.hbs" }, workspace, 2026);

function textOf(source: string, workspace: Workspace | undefined = OFFICE): string {
  const { text, findings } = write(source, workspace);
  if (text === undefined) throw new Error(findings.map(({ found }) => found).join(" "));
  return text;
}

/** The header as the failsafe schema reads it. */
function headerOf(text: string): unknown {
  const header = /^---\n(.*?)\n---\n/su.exec(text)?.[1];
  const document = parseDocument(header ?? "", { schema: "failsafe" });
  expect(document.errors).toEqual([]);
  return document.toJS();
}

describe("finding a starting draft", () => {
  it.each(["ke-hoach", "Kế hoạch", "KẾ HOẠCH", "kế  hoạch", "ke hoach", "ke_hoach"])("understands %s", (words) => {
    expect(findStartingDraft(words, "party")?.slug).toBe("ke-hoach");
  });

  it("knows interim reports and conclusions as Báo cáo and Thông báo", () => {
    expect(findStartingDraft("báo cáo sơ kết", "party")).toMatchObject({
      slug: "bao-cao-so-ket",
      type: { slug: "bao-cao" },
    });
    expect(findStartingDraft("thong-bao-ket-luan", "party")).toMatchObject({
      type: { slug: "thong-bao", name: "Thông báo" },
    });
  });

  it("takes an office's own name for the type that it begins with", () => {
    expect(findStartingDraft("bao-cao-thang", "party")).toMatchObject({
      slug: "bao-cao-thang",
      type: { slug: "bao-cao" },
    });
    expect(findStartingDraft("thực đơn", "party")).toBeUndefined();
  });

  it("has a template for each, and each template is one", () => {
    for (const [family, folder] of [
      ["party", []],
      ["state", ["nha-nuoc"]],
    ] as const) {
      const slugs = startingDrafts(family).map(({ slug }) => `${slug}.md.hbs`);
      const files = readdirSync(assetPath("templates", ...folder)).filter((name) => name.endsWith(".hbs"));
      expect(files.sort()).toEqual([...slugs].sort());
      for (const slug of slugs) expect(existsSync(assetPath("templates", ...folder, slug))).toBe(true);
    }
  });
});

describe("filling a template", () => {
  const TEMPLATE = `---
# Bản thảo {{type.name}} năm {{year}}
thể loại: {{type.name}}
cơ quan cấp trên: |
{{lines office.superior}}
cơ quan ban hành: |
  {{lines office.name}}
ký hiệu: {{type.code}}/{{office.bodyCode}}
địa danh: {{office.place}}   # nơi có trụ sở
nơi nhận: |
  - {{office.archive}}.
ký: |
{{lines signer.lines}}

  {{signer.name}}
---
{{#if office.superior}}Có cấp trên.{{/if}}

{{office.author}} xây dựng kế hoạch.
`;

  it("prints lines as a block, whether the template indents them or not", () => {
    expect(headerOf(textOf(TEMPLATE))).toEqual({
      "thể loại": "Kế hoạch",
      "cơ quan cấp trên": "ĐẢNG BỘ TỈNH HÀ TRUNG\n",
      "cơ quan ban hành": "ĐẢNG UỶ\nPHƯỜNG SÔNG KIM\n",
      "ký hiệu": "KH/ĐU",
      "địa danh": "Sông Kim",
      "nơi nhận": "- Lưu Văn phòng Đảng uỷ.\n",
      ký: "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nTrần Minh Khôi\n",
    });
  });

  it("leaves out what the office does not have", () => {
    const { superior: _, ...alone } = OFFICE;
    const text = textOf(TEMPLATE, alone);
    expect(headerOf(text)).toMatchObject({ "cơ quan cấp trên": "" });
    expect(text).not.toContain("Có cấp trên");
  });

  it("puts brackets where there is no workspace, and says so", () => {
    const { text = "", findings } = writeStartingDraft(plan(), { source: TEMPLATE, file: "x" }, undefined, 2026);
    expect(headerOf(text)).toMatchObject({ "địa danh": "[Địa danh]", "ký hiệu": "KH/[MÃ CƠ QUAN]" });
    expect(findings.map(({ id }) => id)).toEqual(["starting-draft/no-workspace"]);
  });

  it.each([
    "Sông Kim: phường",
    "Sông Kim # số 1",
    "[x]",
    "{a: b}",
    "- gạch",
    "'nháy",
    '"nháy kép"',
    "*sao",
    "&neo",
    "!thẻ",
    "| khối",
    "> khối",
    "%lệnh",
    "@a",
    "`b`",
    "? hỏi",
    "a: |",
    "---",
    "null",
    "<!-- -->",
    "{{year}}",
    "khoá: |",
    "\\n",
    "~",
  ])("keeps the value %j from changing the header", (place) => {
    expect(headerOf(textOf(TEMPLATE, { ...OFFICE, place }))).toMatchObject({
      "thể loại": "Kế hoạch",
      "địa danh": place,
    });
  });

  it("keeps any value from changing the draft's lines", () => {
    const value = fc
      .string({ unit: fc.constantFrom(..."aĐ1.)( -+*_#[]{}<>|\\`&:\"'~^!%@?,;="), minLength: 1, maxLength: 14 })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(value, value, (place, author) => {
        const text = textOf(TEMPLATE, { ...OFFICE, place, author });
        expect(headerOf(text)).toMatchObject({
          "địa danh": place,
          ký: "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nTrần Minh Khôi\n",
        });
        expect(text.split("\n")).toHaveLength(textOf(TEMPLATE).split("\n").length);
      }),
    );
  });

  it("does not let data become a mark, emphasis or a note in the body", () => {
    const body = (author: string) =>
      textOf(TEMPLATE, { ...OFFICE, author })
        .split("\n")
        .at(-2);
    expect(body("1. Ban")).toBe("1\\. Ban xây dựng kế hoạch.");
    expect(body("- Ban")).toBe("\\- Ban xây dựng kế hoạch.");
    expect(body("# Ban")).toBe("\\# Ban xây dựng kế hoạch.");
    expect(body("a) Ban")).toBe("a\\) Ban xây dựng kế hoạch.");
    expect(body("Ban *A* [^1] <b>")).toBe("Ban \\*A\\* \\[^1] \\<b\\> xây dựng kế hoạch.");
    expect(body("Đảng uỷ phường 1")).toBe("Đảng uỷ phường 1 xây dựng kế hoạch.");
  });
});

describe("the filled draft, read back", () => {
  const TEMPLATE = `---
thể loại: {{type.name}}
địa danh: {{office.place}}
ký: |
{{lines signer.lines}}

  {{signer.name}}
---
{{office.author}} xây dựng kế hoạch.

1. Theo {{office.author}}, như sau.

- *{{office.author}}*: một

<!-- {{office.author}} -->
| Cơ quan | Việc |
| --- | --- |
| {{office.author}} | hai |
`;
  const shape = (document: Document | undefined) =>
    document?.body.map((block) => ("mark" in block ? `${block.kind} ${block.mark?.text}` : block.kind));

  it("holds each value as text and nothing but text", async () => {
    const pieces = [
      ..."aĐ1.)( -+*_#[]{}<>|\\`&:\"'~^!/",
      ...[
        "<b>",
        "</b>",
        "Điều 1. ",
        "I- ",
        "(i) ",
        "1.1. ",
        "a) ",
        "](vt:C02/tinh/2026-nam)",
        "[^1]",
        "&amp;",
        "-->",
        "<!--",
        "**x**",
      ],
    ];
    const value = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 10 })
      .map((parts) => parts.join("").trim().replace(/ {2,}/gu, " "))
      .filter((text) => text !== "");
    const plain = (await parseDraft(textOf(TEMPLATE))).document;
    expect(shape(plain)).toEqual(["paragraph", "paragraph 1.", "paragraph -", "table"]);
    await fc.assert(
      fc.asyncProperty(value, value, async (place, author) => {
        const { document, findings } = await parseDraft(textOf(TEMPLATE, { ...OFFICE, place, author }));
        expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(document?.place).toBe(place);
        expect(shape(document)).toEqual(shape(plain));
        const [first] = document?.body ?? [];
        const text =
          first?.kind === "paragraph"
            ? first.inlines.map((inline) => ("text" in inline ? inline.text : "?")).join("")
            : "";
        expect(text).toBe(`${author} xây dựng kế hoạch.`);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a faulty template", () => {
  it.each([
    ["{{#if year}}\nmột", "template/unclosed-block", 1, 1],
    ["một\nhai {{office.place}\n", "template/open-braces", 2, 5],
    ["một\n  {{#if year}}x{{/each}}\n", "template/crossed", 2, 3],
    ["một\n  {{else}}\n", "starting-draft/syntax", 2, 3],
    ["một\n  {{office.plce}}\n", "starting-draft/unknown-name", 2, 5],
    ["{{place}}\n", "starting-draft/unknown-name", 1, 3],
    ["\n\n{{#if ofice.place}}x{{/if}}\n", "starting-draft/unknown-name", 3, 7],
    ["{{#each office.nam}}x{{/each}}\n", "starting-draft/unknown-name", 1, 9],
    ["a {{upper office.place}}\n", "starting-draft/unknown-helper", 1, 5],
    ["{{log year}}\n", "starting-draft/unknown-helper", 1, 3],
    ["{{lookup office 'place'}}\n", "starting-draft/unknown-helper", 1, 3],
    ["{{> office}}\n", "starting-draft/unknown-helper", 1, 1],
    ["{{superior}}\n", "starting-draft/unknown-name", 1, 3],
  ])("names file, line and column: %j", (source, id, line, column) => {
    const { text, findings } = write(source);
    expect(text).toBeUndefined();
    expect(findings[0]).toMatchObject({ id, place: { file: "mau/ke-hoach.md.hbs", line, column } });
  });
});

describe("the templates of the program", () => {
  const cases = (["party", "state"] as const).flatMap((family) =>
    startingDrafts(family).map((draft) => [family, draft.slug, draft] as const),
  );

  it.each(cases)("%s %s fills in and reads as a draft", async (family, slug, draft) => {
    const folder = family === "state" ? ["nha-nuoc"] : [];
    const file = assetPath("templates", ...folder, `${slug}.md.hbs`);
    for (const workspace of [OFFICE, undefined]) {
      const { text = "" } = writeStartingDraft(draft, { source: readFileSync(file, "utf8"), file }, workspace, 2026);
      expect(headerOf(text)).toMatchObject({ "thể loại": draft.type.name });
      expect(text).not.toMatch(/\{\{|undefined|[\uE000-\uF8FF]/u);
      if (workspace === undefined) continue;
      const { document, findings } = await parseDraft(text);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(document).toMatchObject({ family, type: draft.type.slug, place: "Sông Kim" });
    }
  });
});

it("knows the workspace's signer and codes as vanthu.yaml gives them", () => {
  const { workspace } = readWorkspace(
    new TextEncoder().encode("mã loại:\n  giấy mời: GM\nký: |\n  BÍ THƯ\n  Lê An\n"),
    "vanthu.yaml",
    "/o",
  );
  const draft = findStartingDraft("giay-moi", "party");
  if (draft === undefined) throw new Error("no starting draft");
  const { text, findings } = writeStartingDraft(
    draft,
    { source: "{{type.code}} {{signer.name}}\n", file: "x" },
    workspace,
    2026,
  );
  expect(text).toBe("GM Lê An\n");
  expect(findings.map(({ id }) => id)).toEqual(["starting-draft/own-code"]);
});
