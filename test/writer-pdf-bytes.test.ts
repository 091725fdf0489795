import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writePdf } from "../src/writers/pdf/index.js";
import { FONTS, OPTIONS, styledDocument } from "./writer-pdf.builder.js";
import { makePng } from "./writer-pdf.png.js";
import { SIGNATURE, samplePages } from "./writer-pdf.sample.js";

const build = (): Promise<Uint8Array> => writePdf(samplePages(), styledDocument(), OPTIONS);

/** Builds in a new process: its fonts are parsed for the first time, its clock and place are its own. */
function buildElsewhere(environment: Record<string, string>, ...args: string[]): string {
  const script = fileURLToPath(new URL("writer-pdf.twin.ts", import.meta.url));
  return execFileSync(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("bytes of a PDF", () => {
  it("are the same at another time, and whatever chance says", async () => {
    const first = await build();
    vi.useFakeTimers({ now: Date.UTC(2039, 0, 1), toFake: ["Date"] });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    vi.spyOn(globalThis.crypto, "getRandomValues").mockImplementation(() => {
      throw new Error("random bytes were asked for");
    });
    expect(Buffer.compare(await build(), first)).toBe(0);
  });

  it("do not depend on whether the fonts had been parsed before", async () => {
    const first = await build();
    const fonts = {
      regular: new Uint8Array(FONTS.regular),
      bold: new Uint8Array(FONTS.bold),
      italic: new Uint8Array(FONTS.italic),
      boldItalic: new Uint8Array(FONTS.boldItalic),
    };
    expect(Buffer.compare(await writePdf(samplePages(), styledDocument(), { ...OPTIONS, fonts }), first)).toBe(0);
  });

  it("are the same where several documents are written at once", async () => {
    const first = await build();
    const other = writePdf(samplePages().slice(1), styledDocument("Khác"), OPTIONS);
    const all = await Promise.all([build(), build(), build()]);
    await other;
    for (const twin of all) expect(Buffer.compare(twin, first)).toBe(0);
  });

  it("differ where the document does", async () => {
    const first = await build();
    const later = await writePdf(samplePages(), styledDocument(), { ...OPTIONS, created: new Date("2026-03-03") });
    expect(Buffer.compare(later, first)).not.toBe(0);
  });

  it("leave fonts and images in memory as they are", async () => {
    const before = [...Object.values(FONTS), SIGNATURE].map((data) => Buffer.from(data));
    await build();
    const after = [...Object.values(FONTS), SIGNATURE];
    expect(after.every((data, index) => Buffer.compare(data, before[index] ?? Buffer.alloc(0)) === 0)).toBe(true);
    expect(makePng({ width: 1, height: 1, bits: 8, type: 0, rows: [[0, 1]] })).toBeDefined();
  });

  it("are the same in another process, time zone and language", () => {
    const here = buildElsewhere({ TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8" });
    const there = buildElsewhere({ TZ: "America/New_York", LANG: "C", LC_ALL: "C" }, "other-clock");
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(there).toBe(here);
  });
});
