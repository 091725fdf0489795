import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { HEADER_FIELDS } from "../src/source/draft/header/fields.js";
import { DraftHeader } from "../src/source/draft/header/schema.js";
import { parseDraft } from "../src/source/draft/index.js";
import { writeDraft } from "../src/writers/draft/index.js";

const guide = readFileSync(new URL("../docs/ban-thao.md", import.meta.url), "utf8");

/** The examples of the guide: fenced blocks, by the language that they name. */
const examples = [...guide.matchAll(/^(`{3,})(markdown|yaml)\n([\s\S]*?)\n\1$/gmu)].map(
  ([, , language, text = ""]) => ({
    language,
    text,
  }),
);

async function readAttachment(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Biểu 01").addRows([
    ["TT", "Đơn vị", "Chỉ tiêu"],
    [1, "Xã Hải Thuận", 12],
    [2, "Xã Tân Lĩnh", 7],
  ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const wholeDraft = ({ language, text }: (typeof examples)[number]): string => {
  if (text.startsWith("---")) return text;
  return language === "yaml" ? `---\nthể loại: Kế hoạch\n${text}\n---\n` : `---\nthể loại: Quy chế\n---\n${text}\n`;
};

describe("the guide for clerks", () => {
  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  it.each(examples.map((example) => [example.text.split("\n", 1)[0], example] as const))(
    "example %s",
    async (_, example) => {
      const { document, findings } = await parseDraft(wholeDraft(example), { readAttachment });
      expect(findings).toEqual([]);
      expect((await parseDraft(writeDraft(document ?? expect.fail("no document")))).document).toEqual(document);
    },
  );

  it("names every key", () => {
    for (const { key } of HEADER_FIELDS) expect(guide).toContain(`\`${key}\``);
  });
});

describe("the schema of the header", () => {
  it("is written to the file that editors read", () => {
    const file = readFileSync(new URL("../schemas/draft-header.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(DraftHeader, { io: "input" }))));
  });

  it("accepts the headers of the guide as editors read them", () => {
    for (const example of examples.filter(({ language, text }) => language === "yaml" || text.startsWith("---"))) {
      const header = wholeDraft(example).split(/^---$/mu)[1] ?? "";
      expect(DraftHeader.safeParse(parseYaml(header)).error).toBeUndefined();
    }
  });

  it("refuses unknown keys and wrong choices", () => {
    expect(DraftHeader.safeParse({ "nơi nhân": "a" }).success).toBe(false);
    expect(DraftHeader.safeParse({ chuẩn: "hd06" }).success).toBe(false);
    expect(DraftHeader.safeParse({ số: 0 }).success).toBe(false);
    expect(DraftHeader.safeParse({ số: null, ngày: 2026 }).success).toBe(true);
  });
});
