import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hashes, TWINS } from "../twin-hashes.js";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const SCRIPT = new URL("../twin-hashes.ts", import.meta.url).pathname;

/** The same documents made by another process, in another place of the world. */
function elsewhere(env: Record<string, string>): Record<string, string> {
  const printed = execFileSync(process.execPath, ["--import", "tsx", SCRIPT], { env: { ...process.env, ...env } });
  return JSON.parse(printed.toString("utf8")) as Record<string, string>;
}

describe("twin builds are identical to the byte", () => {
  it("at another time and with other random numbers", async () => {
    const one = await hashes();
    vi.useFakeTimers({ now: new Date("2031-12-31T23:59:59Z"), toFake: ["Date"] });
    vi.spyOn(Math, "random").mockReturnValue(0.123456789);
    expect(await hashes()).toEqual(one);
    expect(Object.keys(one)).toHaveLength(2 * TWINS.length);
  });

  it("in other processes, time zones and locales", async () => {
    const one = await hashes();
    expect(elsewhere({ TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" })).toEqual(one);
    expect(elsewhere({ TZ: "America/Adak", LANG: "C", LC_ALL: "C" })).toEqual(one);
  });
});
