/** The table of TCVN3 against glibc's: needs iconv on the machine. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { decodeTcvn3, TCVN3 } from "../../src/source/encoding/tcvn3.js";

describe("TCVN3", () => {
  it("stands for the letters that glibc has for the same bytes", () => {
    const coded = [...TCVN3.keys()].join("\n");
    const input = Uint8Array.from([...coded].map((sign) => sign.charCodeAt(0)));
    const theirs = execFileSync("iconv", ["-f", "TCVN5712-1", "-t", "UTF-8"], { input, encoding: "utf8" });
    expect(decodeTcvn3(coded, false)).toBe(theirs.normalize("NFC"));
    expect(TCVN3.size).toBe(74);
  });
});
