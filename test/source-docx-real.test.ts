import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Imported, importDocx } from "../src/importing/index.js";
import { readForeignDocx } from "../src/source/docx/document/read-document.js";
import { REAL_FILES, type RealFile } from "./source-docx-real.table.js";

const FOLDER = new URL("../../shared/real/", import.meta.url);
const THERE = existsSync(FOLDER);
if (!THERE) console.warn("BỎ QUA: không có ../shared/real, mười bốn tệp Word thật không được đọc thử.");

const bytesOf = (file: string): Uint8Array => readFileSync(new URL(`${file}.docx`, FOLDER));

async function take(file: string): Promise<Imported> {
  const outcome = await importDocx(bytesOf(file), { file });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const initials = (name: string): string =>
  name
    .split(" ")
    .map((word) => word.charAt(0))
    .join(".");

/** What was read, in the form of the table. */
async function readAsRow(file: string): Promise<RealFile> {
  const reading = readForeignDocx(bytesOf(file), { file });
  if (!reading.ok) throw new Error(reading.fault);
  const { document, printed, annotations } = reading.value;
  const { lost, invented, findings } = await take(file);
  const { issuer, subject, body, recipients = [], signatures = [], addressees } = document;
  const marks = body.flatMap((block) => (block.kind === "heading" && block.mark ? [block.mark.text] : []));
  const [first = ""] = subject ?? [];
  return {
    issuer: [...(issuer?.superior ?? []), ...(issuer?.name ?? [])],
    superior: issuer?.superior?.length ?? 0,
    number: printed.number ?? "",
    placeDate: printed.placeDate ?? "",
    type: document.type,
    subject: [first.split(" ").slice(0, 4).join(" "), subject?.length ?? 0],
    addressees: addressees?.names.length ?? 0,
    legalBases: document.legalBases?.length ?? 0,
    headings: marks.join(" "),
    recipients: recipients.length,
    signature: signatures.flatMap(({ lines, name }) => [...lines, name === undefined ? "" : initials(name)]),
    annexes: document.annexes.map(({ label }) => label),
    notes: document.notes.length,
    missing: findings
      .filter(({ id }) => id === "import/missing")
      .map(({ found }) => found.replace(/^Văn bản không có |\.$/gu, "")),
    unplaced: annotations.map(({ text }) => text.split(" ").slice(0, 4).join(" ")),
    words: [...lost, ...invented],
  };
}

describe.skipIf(!THERE)("Word files of real offices", () => {
  it("are the fourteen of the table", () => {
    const there = readdirSync(FOLDER).flatMap((name) => (name.endsWith(".docx") ? [name.slice(0, -5)] : []));
    expect(there.sort()).toEqual(Object.keys(REAL_FILES).sort());
  });

  it.each(Object.entries(REAL_FILES))("%s", async (file, row) => {
    expect(await readAsRow(file)).toEqual(row);
  });
});
