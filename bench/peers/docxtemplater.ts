/**
 * docxtemplater fills a template with the plan's headings, paragraphs and table rows. The template is a DOCX of ours
 * whose body is its tags; the head and the closing stand in it already, footnotes it cannot fill.
 */
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { Block } from "../../src/model/block.js";
import type { Document } from "../../src/model/document.js";
import type { Cell } from "../../src/model/table.js";
import type { Contender } from "../stopwatch.js";
import { type FlatTable, flatPlan, textOf } from "./text.js";

const run = (text: string) => ({ kind: "text" as const, text });
const paragraph = (text: string): Block => ({ kind: "paragraph", inlines: [run(text)] });
const cell = (text: string): Cell => ({ paragraphs: [[run(text)]] });

/** A draft with tags for text: `{#blocks}` a heading, a paragraph or a table each. */
function templateOf(plan: Document): Document {
  const table = plan.body.find((block) => block.kind === "table");
  const columns = table?.kind === "table" ? table.table.columns : [];
  const head = table?.kind === "table" ? (table.table.rows[0] ?? []) : [];
  const tags = head.map((_, index) => {
    const open = index === 0 ? "{#rows}" : "";
    const close = index === head.length - 1 ? "{/rows}" : "";
    return cell(`${open}{c${index}}${close}`);
  });
  return {
    ...plan,
    notes: [],
    body: [
      paragraph("{#blocks}"),
      paragraph("{#heading}"),
      { kind: "heading", mark: { form: "roman", text: "{mark}", bold: true }, inlines: [run("{text}")] },
      paragraph("{/heading}"),
      paragraph("{#paragraph}"),
      paragraph("{text}"),
      paragraph("{/paragraph}"),
      paragraph("{#table}"),
      {
        kind: "table",
        table: { columns: columns.map(() => ({ width: 165 / columns.length })), headerRows: 1, rows: [head, tags] },
      },
      paragraph("{/table}"),
      paragraph("{/blocks}"),
    ],
  };
}

const rowData = (row: readonly string[]): Record<string, string> =>
  Object.fromEntries(row.map((text, index) => [`c${index}`, text]));
const tableData = (table: FlatTable) => ({ rows: table.rows.slice(1).map(rowData) });

/** Data for the template: one entry a block. */
function dataOf(plan: Document): { readonly blocks: readonly object[] } {
  const blocks = flatPlan(plan).blocks.map((block) => {
    if (block.kind === "table") return { table: tableData(block) };
    if (block.kind === "paragraph") return { paragraph: { text: textOf(block) } };
    const [mark, ...words] = textOf(block).split(" ");
    return { heading: { mark, text: words.join(" ") } };
  });
  return { blocks };
}

/**
 * docxtemplater as a contender: template in memory, opened, filled and zipped.
 *
 * @param write makes the template's DOCX from a model
 */
export async function docxtemplater(
  plan: Document,
  write: (document: Document) => Promise<Uint8Array>,
): Promise<Contender> {
  const template = Buffer.from(await write(templateOf(plan)));
  const data = dataOf(plan);
  return {
    name: "docxtemplater fills a template (no footnotes)",
    prepare: () => async () => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: false });
      document.render(data);
      return document.toBuffer({ compression: "DEFLATE" });
    },
  };
}
