import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDraft } from "../../src/check.js";

const FIXTURES = new URL("../../fixtures/", import.meta.url).pathname;
/** Without the plan whose workbook takes longer to read than all its words. */
const LEFT_OUT = new Set(["README.md", "ke-hoach-5-nam.md"]);
const NAMES = readdirSync(FIXTURES).filter((name) => name.endsWith(".md") && !LEFT_OUT.has(name));
const readAttachment = async (name: string) =>
  existsSync(join(FIXTURES, name)) ? readFileSync(join(FIXTURES, name)) : undefined;
const check = (text: string) => checkDraft(text, { readAttachment });

interface Draft {
  readonly head: string;
  readonly body: string;
  readonly state: boolean;
}

function partsOf(name: string): Draft {
  const text = readFileSync(join(FIXTURES, name), "utf8");
  const end = text.indexOf("\n---\n", 4) + 5;
  return { head: text.slice(0, end), body: text.slice(end), state: text.includes("hệ thống: Nhà nước") };
}

/** A slip of the keys: where it is made, and the rule that must find it, by family. */
interface Slip {
  readonly name: string;
  readonly where: "head" | "body";
  readonly from: RegExp;
  readonly to: string;
  readonly party?: string;
  readonly state?: string;
  /** Rules that may speak too. */
  readonly also?: readonly string[];
}

const SLIPS: readonly Slip[] = [
  { name: "authority", where: "head", from: /T\/M /u, to: "TM. ", party: "P41" },
  { name: "authority", where: "head", from: / KT\. /u, to: " K/T ", state: "S21" },
  { name: "separator", where: "head", from: /(nơi nhận: \|\n {2}- [^;}\n]*);\n/u, to: "$1,\n", state: "S25" },
  { name: "archive", where: "head", from: /( {2}- Lưu[^\n.]*)\.\n/u, to: "$1;\n", party: "P55", state: "S26" },
  {
    name: "degree",
    where: "head",
    from: /(\n\n {2})(\p{Lu}\p{Ll}+ \p{Lu})/u,
    to: "$1TS. $2",
    party: "P51",
    state: "S23",
  },
  {
    name: "type code",
    where: "head",
    from: /(ký hiệu: )(?:KH|BC|QĐ|QC|HD|TTr)([/-])/u,
    to: "$1CT$2",
    party: "P12",
    state: "S07",
    also: ["P13"],
  },
  { name: "place", where: "head", from: /địa danh: .*/u, to: "địa danh: Huế", party: "P22" },
  { name: "subject", where: "head", from: /trích yếu: (?:\|\n {2})?kiểm/u, to: "trích yếu: Kiểm", party: "P26" },
  { name: "double blank", where: "body", from: /(\p{Ll}) (\p{Ll}{3})/u, to: "$1  $2", party: "C07", state: "C07" },
  { name: "blank before comma", where: "body", from: /(\p{Ll}), (\p{Ll})/u, to: "$1 , $2", party: "C06", state: "C06" },
  {
    name: "no blank behind comma",
    where: "body",
    from: /(\p{Ll}{2}), (\p{Ll}{2})/u,
    to: "$1,$2",
    party: "C06",
    state: "C06",
  },
  { name: "placeholder", where: "body", from: /(\p{Ll}{2}); /u, to: "$1 [họ và tên]; ", party: "C14", state: "C14" },
  {
    name: "impossible day",
    where: "body",
    from: /ngày \d{1,2}\/\d{1,2}\/2026/u,
    to: "ngày 31/9/2026",
    party: "C09",
    state: "C09",
  },
  {
    name: "English decimal",
    where: "body",
    from: /(\p{Ll}{2})\. *\n/u,
    to: "$1, đạt 98.5%.\n",
    party: "C10",
    state: "C10",
  },
  { name: "eth", where: "body", from: /Đảng/u, to: "Ðảng", party: "C02", state: "C02" },
  {
    name: "TCVN3",
    where: "body",
    from: /(\p{Ll}{2}); /u,
    to: "$1 V¨n phßng §¶ng uû; ",
    party: "C03",
    state: "C03",
    also: ["C02"],
  },
  { name: "gap", where: "body", from: /# II([-.])/u, to: "# IV$1", party: "V01", state: "V01", also: ["V02"] },
  { name: "repeated", where: "body", from: /\n2\. /u, to: "\n1. ", party: "V02", state: "V02", also: ["V01"] },
  { name: "point", where: "body", from: /\na\) /u, to: "\na. ", party: "P37", state: "S17", also: ["V01"] },
  { name: "heading", where: "body", from: /# II- /u, to: "# II. ", party: "P40" },
  { name: "heading", where: "body", from: /# II\. /u, to: "# II- ", state: "S18" },
  { name: "hyphen", where: "body", from: /chính trị - xã hội/u, to: "chính trị- xã hội", party: "V07", state: "V07" },
  { name: "scan", where: "body", from: /tổ chức/u, to: "tố chức", party: "V08", state: "V08" },
];

describe("drafts with one slip", () => {
  const made = NAMES.flatMap((name) => {
    const draft = partsOf(name);
    return SLIPS.flatMap((slip) => {
      const rule = draft.state ? slip.state : slip.party;
      const changed = draft[slip.where].replace(slip.from, slip.to);
      if (rule === undefined || changed === draft[slip.where]) return [];
      const text = slip.where === "head" ? changed + draft.body : draft.head + changed;
      return [{ name, slip, rule, text, sound: draft.head + draft.body }];
    });
  });

  it("are found by the right rule, without another error", async () => {
    const missed: string[] = [];
    const others: string[] = [];
    for (const { name, slip, rule, text } of made) {
      const findings = await check(text);
      if (!findings.some((finding) => finding.rule === rule)) missed.push(`${name} ${slip.name}: ${rule}`);
      const allowed = [rule, ...(slip.also ?? [])];
      for (const { severity, rule: other, found } of findings)
        if (severity === "error" && !allowed.includes(other ?? ""))
          others.push(`${name} ${slip.name}: ${other} ${found}`);
    }
    expect(made.length).toBeGreaterThan(200);
    expect(missed.length / made.length, missed.join("\n")).toBeLessThan(0.02);
    expect(others).toEqual([]);
  });

  it("may vary in what no norm decides", async () => {
    const harmless: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll("\n", "\r\n"),
      (text) => text.normalize("NFD"),
      (text) => `\uFEFF${text}`,
      (text) => text.replaceAll("ngày ", "ngày\u00a0"),
      (text) => text.replace(/\n# (I+)/gu, "\n\n\n# $1"),
      (text) => `${text}\n\n`,
    ];
    for (const name of NAMES) {
      const text = readFileSync(join(FIXTURES, name), "utf8");
      for (const [index, vary] of harmless.entries()) {
        const errors = (await check(vary(text))).filter(({ severity }) => severity === "error");
        expect(
          errors.map(({ rule, found }) => `${rule} ${found}`),
          `${name} ${index}`,
        ).toEqual([]);
      }
    }
  });
});
