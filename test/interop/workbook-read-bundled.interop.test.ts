/** Every rule of reading, broken in every form of the form set that is shipped, as each kind of unit files it. */
import { beforeAll, describe, expect, it } from "vitest";
import { checkReturn } from "../../src/cycle/checks/index.js";
import type { CellFinding } from "../../src/cycle/returns.js";
import { CELL_WORDINGS } from "../../src/findings/messages/returns/cells.js";
import { FILE_WORDINGS } from "../../src/findings/messages/returns/files.js";
import { SHEET_WORDINGS } from "../../src/findings/messages/returns/sheets.js";
import { READING_RULES } from "../../src/findings/messages/returns.js";
import { formsFor } from "../../src/forms/index.js";
import type { FormSheet } from "../../src/workbook/layout/index.js";
import { type Break, FORM_BREAKS, type FormMessage } from "../bundled-breaks.js";
import { askedOf, type FiledForm } from "../bundled-forms.js";
import {
  type Edit,
  earlierOf,
  FORM_SET,
  OUTLINE_KINDS,
  type OutlineKind,
  type Return,
  returnOf,
} from "../bundled-returns.js";
import { deleteSheet, type Parts, put } from "../workbook-read.edit.js";

const WORDINGS: Readonly<Record<string, { readonly rule: string; readonly weight: string }>> = {
  ...FILE_WORDINGS,
  ...SHEET_WORDINGS,
  ...CELL_WORDINGS,
};

/** About a file before any form is looked at; broken in `workbook-read.broken.ts`, and in every outline where said here. */
const OF_FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(FILE_WORDINGS).map((id) => [id, "what kind of file it is, what it brings along"])),
  "return/no-stamp": "the stamp is that of the workbook",
  "return/bad-stamp": "the stamp is that of the workbook",
  "return/unknown-form-set": "the stamp is that of the workbook",
  "return/paper-date": "the paper's day stands on the sheet of instructions",
};

const FILED: readonly FiledForm[] = OUTLINE_KINDS.flatMap((kind) =>
  formsFor(FORM_SET, kind.unitKind, kind.periodKind).map((form) => ({ ...kind, form })),
);
const MESSAGES = Object.entries(FORM_BREAKS) as readonly (readonly [FormMessage, (typeof FORM_BREAKS)[FormMessage]])[];

const nameOf = ({ unitKind, periodKind }: OutlineKind): string => `${unitKind} ${periodKind}`;
const placeOf = ({ cell }: CellFinding | Break): string => (cell === undefined ? "" : `${cell.sheet}!${cell.address}`);
const told = (finding: CellFinding): string => `${finding.id} ${finding.rule} ${finding.weight} ${placeOf(finding)}`;

const returns = new Map<string, Return>();
const sentBy = (kind: OutlineKind): Return => {
  const found = returns.get(nameOf(kind));
  if (found === undefined) throw new Error(`no return of ${nameOf(kind)}`);
  return found;
};
beforeAll(async () => {
  for (const kind of OUTLINE_KINDS) returns.set(nameOf(kind), await returnOf(kind));
});

const sheetOf = (sent: Return, id: string): FormSheet => {
  const found = sent.layout.sheets.find((sheet): sheet is FormSheet => sheet.kind === "form" && sheet.form.id === id);
  if (found === undefined) throw new Error(`no sheet of ${id}`);
  return found;
};

describe("rules of reading", () => {
  it("are of a file or can be broken in a form", () => {
    expect([...Object.keys(OF_FILES), ...Object.keys(FORM_BREAKS)].sort()).toEqual(Object.keys(WORDINGS).sort());
    expect([...new Set(Object.values(WORDINGS).map(({ rule }) => rule))].sort()).toEqual([...READING_RULES].sort());
  });

  it("apply to some form each, and to every form several", () => {
    const asked = FILED.map(askedOf);
    const unbroken = MESSAGES.filter(([, { applies }]) => !asked.some(applies)).map(([id]) => id);
    expect(unbroken).toEqual([]);
    expect(new Set(FILED.map(({ form }) => form.id))).toEqual(
      new Set(FORM_SET.forms.filter(({ face }) => face === "unit").map(({ id }) => id)),
    );
  });
});

describe.each(OUTLINE_KINDS)("a correct return of $unitKind, $periodKind", (kind) => {
  it("breaks no rule", () => {
    const sent = sentBy(kind);
    const read = sent.correct;
    expect(read.stamp).toMatchObject({ formSet: FORM_SET.id, version: FORM_SET.version, unit: "don-vi" });
    const earlier = earlierOf(sent.figures, kind.periodKind);
    const checked = checkReturn(read, { formSet: FORM_SET, ...kind, earlier, nameOf: (code) => code });
    expect([...read.findings, ...checked]).toEqual([]);
    const wanted = sent.layout.values.filter(({ role, measure }) => role === "typed" && measure === "actual");
    const blank = wanted.filter(
      ({ key }) =>
        !read.values.some((value) => value.key === key && value.measure === "actual" && value.value !== undefined),
    );
    expect(blank.map(({ key }) => key)).toEqual([]);
  });

  const name = (wanted: string, value: string): Edit => {
    return (parts: Parts) => {
      const refersTo = sentBy(kind).layout.names.find((known) => known.name === wanted)?.refersTo ?? "";
      const [, sheet = "", letter = "", row = ""] = /^'(.+)'!\$([A-Z]+)\$(\d+)$/u.exec(refersTo) ?? [];
      put(sheet, { [`${letter}${row}`]: value })(parts);
    };
  };

  it.each([
    ["return/no-stamp", deleteSheet("_vanthu"), ""],
    ["return/bad-stamp", name("vt_don_vi", "don-vi-khac"), ""],
    ["return/unknown-form-set", name("vt_phien_ban", "2099-1"), ""],
    ["return/paper-date", name("vt_ngay_bao_cao", "tháng 5"), "vt_ngay_bao_cao"],
  ] as const)("is found out by %s", (id, edit, at) => {
    const sent = sentBy(kind);
    const { findings } = sent.read([edit]);
    const refersTo = sent.layout.names.find((known) => known.name === at)?.refersTo ?? "";
    const { rule, weight } = WORDINGS[id] ?? {};
    expect(findings.map(told)).toEqual([`${id} ${rule} ${weight} ${refersTo.replace(/['$]/gu, "")}`]);
  });
});

describe.each(FILED)("$form.id of $unitKind, $periodKind", (filed) => {
  const asked = askedOf(filed);
  const broken = MESSAGES.filter(([, { applies }]) => applies(asked));

  it.each(broken)("%s is found, alone, at its cell", (id, { make }) => {
    const sent = sentBy(filed);
    const sheet = sheetOf(sent, filed.form.id);
    const wanted = make({ sent, sheet });
    const { findings } = sent.read([wanted.edit], wanted);
    const { rule, weight } = WORDINGS[id] ?? {};
    expect(findings.map(told)).toEqual([`${id} ${rule} ${weight} ${placeOf(wanted)}`]);
    const [finding] = findings;
    const said = `${finding?.found} ${finding?.remedy}`;
    expect(said).not.toMatch(/undefined|NaN|\[object|null/u);
    // what has no cell says which sheet, or which row, is meant
    if (wanted.cell === undefined) expect(said).toContain(`"${sheet.sheet}`);
  });

  it("breaks no other rule: a form that does not ask for it has no cell to break it in", () => {
    const subject = { sent: sentBy(filed), sheet: sheetOf(sentBy(filed), filed.form.id) };
    for (const [id, { applies, make }] of MESSAGES) {
      if (applies(asked) || id === "return/cells-missing" || id === "return/cells-astray") continue;
      expect(() => subject.sent.read([make(subject).edit]), id).toThrow(/^no(?:thing changed)? /u);
    }
  });
});
