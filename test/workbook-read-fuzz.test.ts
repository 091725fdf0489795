import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStamp } from "../src/workbook/read/index.js";
import { type Parts, type Put, pack, unpack } from "./workbook-read.edit.js";
import { figures, filled, LAYOUT, read, readFilled, TYPED, type } from "./workbook-read.sample.js";

const SHEETS = /^xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$|\.rels$/u;

describe("whatever comes by mail", async () => {
  const whole = await filled();
  const parts: Parts = unpack(whole);
  const names = Object.keys(parts).filter((name) => SHEETS.test(name));

  it("never makes reading throw: parts with pieces cut out, doubled or replaced", () => {
    const damage = fc.record({
      part: fc.constantFrom(...names),
      at: fc.nat(20_000),
      length: fc.nat(200),
      by: fc.constantFrom(
        "",
        "<",
        ">",
        "&",
        '"',
        "</c>",
        "<c>",
        "\u0000",
        "<v>1e999</v>",
        "<f>1/0</f>",
        "]]>",
        "<![CDATA[",
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const copy = { ...parts };
        for (const { part, at, length, by } of damages) {
          const xml = copy[part] ?? "";
          const from = xml.length === 0 ? 0 : at % xml.length;
          copy[part] = xml.slice(0, from) + by + xml.slice(from + length);
        }
        const bytes = pack(copy);
        const { findings, values } = read(bytes);
        expect(Array.isArray(findings)).toBe(true);
        for (const { value } of values) expect(value === undefined || Number.isFinite(value)).toBe(true);
        readStamp(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it("never makes reading throw: parts left out", () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(parts), { minLength: 1 }), (lost) => {
        const left = Object.fromEntries(Object.entries(parts).filter(([name]) => !lost.includes(name)));
        expect(read(pack(left)).findings.length + lost.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it("gives back every number that is typed, and works the totals out", async () => {
    const keys = Object.keys(TYPED);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.integer({ min: 0, max: 99_999 })), { minLength: keys.length, maxLength: keys.length }),
        fc.boolean(),
        async (numbers, asText) => {
          const cells = Object.fromEntries(
            keys.map((name, index): [string, Put] => {
              const number = numbers[index];
              return [name, number === null || number === undefined ? null : asText ? String(number) : number];
            }),
          );
          const returned = await readFilled(type(cells));
          const found = figures(returned);
          for (const [index, name] of keys.entries()) {
            const value = LAYOUT.values.find(({ definedName }) => definedName === name);
            expect(found[`${value?.key}/${value?.measure}`]).toBe(numbers[index] ?? undefined);
          }
          const [c02, , c03, c04] = numbers;
          const sum = [c02, c03, c04].some((number) => number === null || number === undefined)
            ? undefined
            : 40 + Number(c02) + Number(c03) - Number(c04);
          expect(found["C06/actual"]).toBe(sum);
        },
      ),
      { numRuns: 25 },
    );
  });
});
