/** Many processes give numbers at once: seconds of starting Node, kept apart from the unit tests. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { partyPlan } from "../cli.draft.js";
import type { Office } from "../cli.environment.js";
import { openRegistry, rowsOf } from "../cli-number.sample.js";

let office: Office;
beforeEach(async () => {
  office = await openRegistry();
});
afterEach(() => office.remove());

const rows = (): Promise<string[]> => rowsOf(office);

describe("eight processes at once", () => {
  const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  // the children stand in the office's folder, from where tsx is not to be found by its name
  const TSX = import.meta.resolve("tsx");
  const start = (drafts: readonly string[]) =>
    new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, ["--import", TSX, MAIN, "number", ...drafts, "--date", "15/4/2026"], {
        cwd: office.folder,
        stdio: "ignore",
      });
      child.on("close", resolve);
    });

  it("give twenty drafts twenty numbers", async () => {
    const drafts = Array.from({ length: 20 }, (_, index) => `van-ban-${index + 1}.md`);
    for (const draft of drafts) await office.write(draft, partyPlan());
    // two processes also quarrel over the first draft
    const shares = Array.from({ length: 8 }, (_, share) => drafts.filter((_, index) => index % 8 === share));
    const exits = await Promise.all(
      shares.map((share, index) => start(index === 1 ? [...share, "van-ban-1.md"] : share)),
    );
    expect(exits.filter((exit) => exit === 0).length).toBeGreaterThanOrEqual(6);
    expect(exits.every((exit) => exit === 0 || exit === 1)).toBe(true);
    const numbers = await Promise.all(
      drafts.map(async (draft) => Number(/^số: (\d+)$/mu.exec(await office.read(draft))?.[1])),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(drafts.map((_, index) => index + 1));
    const entries = (await rows()).map((row) => row.split(","));
    expect(entries.map(([sequence]) => Number(sequence))).toEqual(drafts.map((_, index) => index + 1));
    expect(entries.every((cells) => cells.at(-1) === "đã cấp")).toBe(true);
    for (const [index, draft] of drafts.entries()) {
      expect(entries.find((cells) => cells.at(-2) === draft)?.[0]).toBe(String(numbers[index]));
    }
  });
});
