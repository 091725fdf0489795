import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { titleYears } from "../src/plan/targets/index.js";
import { readTasks } from "../src/plan/tasks/index.js";
import { type DraftReading, parseDraft } from "../src/source/draft/index.js";
import { readPlainText } from "../src/source/text/index.js";
import { itemsOf, labelOf, type TaskLabel } from "./plan-tasks.labels.js";

type Labels = Readonly<Record<string, readonly TaskLabel[]>>;
const labelsIn = (name: string): Labels => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as Labels;

const SEEDS = new URL("../../shared/seeds/", import.meta.url);
const FIXTURES = new URL("../fixtures/", import.meta.url);

function tasksOf({ document, places }: Pick<DraftReading, "document" | "places">): readonly TaskLabel[] {
  if (document === undefined) throw new Error("no document");
  const year = titleYears(document)?.from ?? document.date?.year;
  return readTasks(document, year === undefined ? {} : { year }).tasks.map((task) => labelOf(task, places));
}

interface Judged {
  readonly expected: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

function judge(wanted: readonly TaskLabel[], read: readonly TaskLabel[]): Judged {
  const [asked, found] = [wanted, read].map((labels) => labels.flatMap(itemsOf)) as [string[], string[]];
  return {
    expected: asked.length,
    missed: asked.filter((item) => !found.includes(item)),
    extra: found.filter((item) => !asked.includes(item)),
  };
}

describe("tasks of the sample plans", () => {
  const labels = labelsIn("./plan-tasks.fixtures.json");

  it.each(Object.keys(labels))("%s: every one, with roles and times", async (name) => {
    const reading = await parseDraft(readFileSync(new URL(name, FIXTURES)), {
      readAttachment: async (path) => readFileSync(new URL(path, FIXTURES)),
    });
    const { missed, extra } = judge(labels[name] ?? [], tasksOf(reading));
    expect({ missed, extra }).toEqual({ missed: [], extra: [] });
  });
});

describe.skipIf(!existsSync(SEEDS))("tasks of real plans", () => {
  it("are found, with roles and times: at least 98 of 100", async () => {
    const labels = labelsIn("./plan-tasks.seeds.json");
    let expected = 0;
    const missed: string[] = [];
    for (const name of readdirSync(SEEDS).sort()) {
      const key = name.slice(0, 3);
      const judged = judge(labels[key] ?? [], tasksOf(await readPlainText(readFileSync(new URL(name, SEEDS)))));
      expected += judged.expected;
      missed.push(...judged.missed.map((item) => `${key}: missed ${item}`));
      expect(judged.extra, `${key}: what is no task, role or time`).toEqual([]);
    }
    console.info(`tasks, roles and times of real plans: ${expected - missed.length}/${expected}`, ...missed);
    expect(expected).toBeGreaterThan(200);
    expect((expected - missed.length) / expected).toBeGreaterThanOrEqual(0.98);
  });
});
