import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Target } from "../src/model/target.js";
import { readPoints } from "../src/plan/points/index.js";
import { findTargets, readTargets, titleYears } from "../src/plan/targets/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { STATED, UNSTATED } from "./plan-targets.sentences.js";

const YEARS = { from: 2026, to: 2030 };
const FIXTURES = new URL("../fixtures/", import.meta.url);
const SEEDS = new URL("../../shared/seeds/", import.meta.url).pathname;

function say({ comparator, value, upTo, unit, period }: Target): string {
  const amount = comparator === "range" ? `${value}-${upTo}` : `${comparator}${value}`;
  const years = period === undefined ? "" : ` ${period.from}-${period.to}${period.each === undefined ? "" : "/năm"}`;
  return `${amount}${unit === "%" ? "%" : ` ${unit}`}${years}`;
}

async function targetsOf(name: string) {
  const read = async (path: string): Promise<Uint8Array | undefined> =>
    existsSync(new URL(path, FIXTURES)) ? readFileSync(new URL(path, FIXTURES)) : undefined;
  const { document } = await parseDraft(readFileSync(new URL(name, FIXTURES)), { readAttachment: read });
  if (document === undefined) throw new Error(`${name} has faults`);
  return readTargets(readPoints(document), titleYears(document));
}

describe("targets in a sentence", () => {
  it.each(STATED)("%s", (sentence, ...targets) => {
    const section = sentence.startsWith("!") ? { section: "targets" as const } : {};
    const found = findTargets(sentence.replace(/^!/u, ""), { years: YEARS, ...section });
    expect(found.map(({ target }) => say(target))).toEqual(targets);
    for (const { target } of found) expect(Target.safeParse(target).success).toBe(true);
  });

  it.each(UNSTATED)("none: %s", (sentence) => {
    expect(findTargets(sentence, { years: YEARS }).map(({ target }) => say(target))).toEqual([]);
  });

  it("are labelled in at least 150 sentences, half of them without one", () => {
    expect(STATED.length + UNSTATED.length).toBeGreaterThanOrEqual(150);
    expect(UNSTATED.length).toBeGreaterThanOrEqual(75);
  });

  it("say of what a percentage is taken, and what is to hold", () => {
    const [one] = findTargets("Phấn đấu trên 90% doanh nghiệp có tổ chức đảng được thành lập đội tự vệ.");
    expect(one?.target).toEqual({
      printed: "trên 90%",
      comparator: ">",
      value: 90,
      unit: "%",
      denominator: "doanh nghiệp có tổ chức đảng",
      subject: "được thành lập đội tự vệ",
    });
    const [two] = findTargets(
      "100% doanh nghiệp đã có chi bộ và có từ 03 đoàn viên trở lên thành lập được chi đoàn; hết.",
    );
    expect(two?.target).toMatchObject({
      denominator: "doanh nghiệp đã có chi bộ và có từ 03 đoàn viên trở lên",
      subject: "thành lập được chi đoàn",
    });
  });

  it("say of whom they are asked, and where their words begin", () => {
    const sentence = "Hằng năm mỗi công đoàn cơ sở có ít nhất 01 đoàn viên ưu tú được kết nạp.";
    const [found] = findTargets(sentence, { years: YEARS });
    expect(found?.target).toMatchObject({
      printed: "ít nhất 01 đoàn viên",
      action: "có",
      subject: "đoàn viên ưu tú được kết nạp",
      scope: "mỗi công đoàn cơ sở",
    });
    expect(sentence.slice(found?.at)).toMatch(/^ít nhất 01/u);
  });

  it("have no years where nobody names any", () => {
    expect(findTargets("Mỗi năm kết nạp từ 20 đảng viên trở lên.")[0]?.target.period).toBeUndefined();
  });

  it("are read out of any text without a fault, each a valid target at its place", () => {
    const part = fc.constantFrom(
      ..."mỗi năm|kết nạp|từ|đến|01|1.250|85%|trở lên|đảng viên|doanh nghiệp|có|;|,|.|(|)|năm 2030|trong đó|phấn đấu|ít nhất một|-|/|giai đoạn 2026 - 2030|đã|nơi".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 24 }),
        fc.constantFrom(undefined, "targets" as const),
        (parts, section) => {
          const text = parts.join(" ");
          for (const { target, at } of findTargets(text, {
            years: YEARS,
            ...(section === undefined ? {} : { section }),
          })) {
            expect(Target.safeParse(target).success).toBe(true);
            expect(text.slice(at).replace(/\s+/gu, " ").startsWith(target.printed.slice(0, 3))).toBe(true);
          }
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe("targets of a plan", () => {
  it("stand with their points and take their years from heading and title", async () => {
    const targets = await targetsOf("ke-hoach-5-nam.md");
    expect(targets.map(({ id, target }) => `${id}: ${say(target)}`)).toEqual([
      "II/1: >=250 đảng viên 2026-2030/năm",
      "II/1#2: >=1250 đảng viên 2026-2030",
      "II/1#3: >=70 tổ chức đảng 2026-2030",
      "II/1#4: 1-2 đảng viên 2026-2030",
      "II/2: >=85% 2026-2030",
      "II/2#2: =100% 2026-2030",
      "II/3: >90% 2026-2030",
      "II/3#2: >=2 đảng viên 2026-2030",
      "II/4: >=75% 2026-2030/năm",
      "II/5: >=1 đoàn viên 2026-2030/năm",
    ]);
  });

  it("are found in the plan of a term among its tasks", async () => {
    const targets = await targetsOf("ke-hoach-nhiem-ky.md");
    expect(targets.map(({ id, target }) => `${id}: ${say(target)}`)).toEqual([
      "II/2/2.1/a/-2: =100% 2025-2028",
      "II/2/2.1/a/-2#2: >=80% 2025-2028",
      "II/2/2.1/a/-2#3: >=1 cấp uỷ viên 2025-2028",
      "II/2/2.1/a/-2#4: >=1 cấp uỷ viên 2025-2028",
      "II/2/2.2/-6: >=1 mô hình 2025-2030",
      "II/2/2.3/a/-4: >=95% 2025-2027",
      "II/2/2.3/b/-1: >=600 đảng viên 2025-2030",
      "II/2/2.3/b/-1#2: >=120 đảng viên 2025-2030/năm",
      "II/2/2.3/b/-1#3: >55% 2025-2030",
      "II/2/2.3/b/-1#4: >=15 người 2025-2030",
      "II/2/2.3/c/-1: >=25 tổ chức đảng 2025-2030",
      "II/2/2.3/c/-1#2: >=85% 2025-2030",
      "II/3/1: >=110 đảng viên 2026-2026",
      "II/3/1#2: >=4 tổ chức đảng 2026-2026",
      "II/3/2: >=125 đảng viên 2027-2028/năm",
      "II/3/2#2: >=5 tổ chức đảng 2027-2028/năm",
      "II/3/3: >=120 đảng viên 2029-2030/năm",
      "II/3/3#2: >=5 tổ chức đảng 2029-2030/năm",
    ]);
  });

  it.each([
    "ke-hoach-ban-chi-dao.md",
    "ke-hoach-ban-to-chuc.md",
    "ke-hoach-so-ket.md",
    "nn-ke-hoach.md",
    "to-trinh.md",
  ])("are none in %s", async (name) => {
    expect((await targetsOf(name)).map(({ target }) => say(target))).toEqual([]);
  });
});

/** Places of the targets that seeds.md lists: file, line, amounts. */
const SEED_TARGETS: readonly (readonly [file: string, line: number, ...amounts: string[]])[] = [
  ["002", 82, ">=1"],
  ["003", 29, ">=200", "=1000", ">=50", "1-2"],
  ["003", 31, ">=85"],
  ["003", 33, ">90"],
  ["003", 107, ">=1"],
  ["003", 115, ">=1"],
];

describe.skipIf(!existsSync(SEEDS))("targets of the seeds", () => {
  it("are found, and no others", () => {
    const found = readdirSync(SEEDS).flatMap((name) =>
      readFileSync(`${SEEDS}${name}`, "utf8")
        .split("\n")
        .flatMap((line, index) => {
          const plain = line.replace(/<sup>.*?<\/sup>/gu, "").replaceAll("*", "");
          const amounts = findTargets(plain, { years: YEARS }).map(({ target: { comparator, value, upTo } }) =>
            comparator === "range" ? `${value}-${upTo}` : `${comparator}${value}`,
          );
          return amounts.length === 0 ? [] : [[name.slice(0, 3), index + 1, ...amounts]];
        }),
    );
    expect(found).toEqual(SEED_TARGETS);
  });
});
