import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { PlacedBlock } from "../src/layout/page.js";
import { paginate } from "../src/layout/paginate/index.js";
import { style } from "../src/layout/style/index.js";
import { preflight } from "../src/preflight/index.js";
import { visibleTextOf } from "../src/writers/docx/visible-text.js";
import {
  FIXTURES,
  fixtureDocument,
  fixtureStyled,
  project,
  readFixture,
  renderFixture,
  wordsOf,
} from "./fixture-documents.js";
import { judge } from "./parity/oracle.js";

describe.each(FIXTURES)("%s", (name) => {
  it("is read and printed without a finding", async () => {
    const { document, findings } = await readFixture(name);
    expect(findings).toEqual([]);
    const { norm } = await fixtureStyled(name);
    expect(document === undefined ? ["unread"] : preflight(document, norm)).toEqual([]);
  });

  it("breaks lines and pages where docx/layout breaks them", async () => {
    const parity = judge((await fixtureStyled(name)).styled);
    expect(parity.stoppedAt).toBeUndefined();
    expect(parity.differences).toEqual([]);
    expect(parity.worstOffset).toBeLessThan(0.05);
  });

  it("says in its DOCX every word of the model, in order", async () => {
    const { document, norm, styled } = await fixtureStyled(name);
    const { files } = await renderFixture(name, ["docx"]);
    const text = visibleTextOf(new Map(Object.entries(unzipSync(files[0]?.bytes ?? new Uint8Array()))));
    const { body, notes, margins } = project(document, norm, styled);
    expect(wordsOf(text.body)).toEqual(wordsOf(body));
    expect(wordsOf(text.notes)).toEqual(wordsOf(notes));
    expect(wordsOf(text.furniture)).toEqual(wordsOf(margins));
  });
});

const linesOf = (block: PlacedBlock): string[] =>
  block.kind === "table"
    ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(linesOf)))
    : block.lines.map((line) => `${line.y.toFixed(2)} ${line.text}`);

describe("the long samples", () => {
  const pagesOf = async (name: string) => paginate((await fixtureStyled(name)).styled);

  it("reach the length they are there for, and one footnote continues overleaf", async () => {
    const term = await pagesOf("ke-hoach-nhiem-ky");
    expect(term.length).toBeGreaterThanOrEqual(10);
    const marks = term.flatMap((page) => page.notes.map((note) => note.note));
    expect(new Set(marks).size).toBeGreaterThanOrEqual(3);
    expect(marks.length).toBeGreaterThan(new Set(marks).size);
  });

  it("hold a landscape annex whose head is repeated on its second page", async () => {
    const plan = await pagesOf("ke-hoach-5-nam");
    expect(plan.length).toBeGreaterThanOrEqual(12);
    const landscape = plan.filter((page) => page.width > page.height);
    expect(landscape.length).toBeGreaterThanOrEqual(2);
    const tables = landscape.flatMap((page) => page.body.filter((block) => block.kind === "table"));
    expect(tables.some((table) => table.rows.some((row) => row.repeated))).toBe(true);
  });
});

describe("a number that is stamped later", () => {
  it("moves no line of the document", async () => {
    const document = await fixtureDocument("ke-hoach-cho-so");
    const { norm } = await fixtureStyled("ke-hoach-cho-so");
    expect(document.number?.sequence).toBeUndefined();
    const stamped = {
      ...document,
      number: { bodyCode: "", ...document.number, sequence: 127 },
      date: { year: 2026, ...document.date, month: document.date?.month ?? 11, day: 5 },
    };
    const lines = (one: typeof document) => paginate(style(one, norm)).map((page) => page.body.flatMap(linesOf));
    const [waiting, numbered] = [lines(document), lines(stamped)];
    const changed = waiting.flatMap((page, index) => page.filter((line, at) => line !== numbered[index]?.[at]));
    expect(numbered.map((page) => page.length)).toEqual(waiting.map((page) => page.length));
    expect(changed.every((line) => /Số|ngày|Kèm theo/u.test(line))).toBe(true);
    expect(changed.length).toBeLessThanOrEqual(4);
  });
});
