import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ENDURED, ODD } from "../import-hostile.files.js";

/** Bounds of one file on a machine that does other things too, seconds. */
const PATIENCE = 30;
/** Heap that the process has, and all that it may take with its buffers and the compiler of its own source. */
const HEAP_MEGABYTES = 256;
const MOST_MEGABYTES = 400;

describe("Word files made to exhaust their reader", () => {
  it("are read in seconds and within a small heap, no word lost", () => {
    const child = new URL("../import-hostile.child.ts", import.meta.url).pathname;
    const heap = `--max-old-space-size=${HEAP_MEGABYTES}`;
    const { told, megabytes } = JSON.parse(
      execFileSync(process.execPath, [heap, "--import", "tsx", child], { encoding: "utf8", timeout: 280_000 }),
    ) as { told: Record<string, { seconds: number; words: number }>; megabytes: number };
    expect(Object.keys(told)).toEqual(Object.keys({ ...ODD, ...ENDURED }));
    expect(Object.entries(told).filter(([, { words }]) => words !== 0)).toEqual([]);
    expect(Object.entries(told).filter(([, { seconds }]) => seconds > PATIENCE)).toEqual([]);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  });
});
