/** `git diff` of Word files and PDFs, set up by the one line that docs/so-sanh.md gives: needs git on the machine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { BODY, documentOf, docxOf, pdfOf } from "../review.sample.js";

const folder = mkdtempSync(join(tmpdir(), "vanthu-git-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@b.vn",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@b.vn",
};
const inFolder = (command: string): string =>
  execFileSync("sh", ["-c", command], { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The line as it is documented, with the program as it runs from its source. */
function setUp(): string {
  const guide = readFileSync(new URL("../../docs/so-sanh.md", import.meta.url), "utf8");
  const line = /^git config diff\.vanthu\.textconv .*$/mu.exec(guide)?.[0];
  if (line === undefined) throw new Error("no set-up line in the guide");
  const program = `${resolve("node_modules/.bin/tsx")} ${resolve("src/cli/main.ts")}`;
  return line.replace(/"vanthu diff/u, `"${program} diff`);
}

it("shows a changed figure as a changed line", async () => {
  inFolder("git init -q");
  inFolder(setUp());
  const save = async (body: string): Promise<void> => {
    const version = { document: await documentOf(body) };
    writeFileSync(join(folder, "bao-cao.docx"), await docxOf(version));
    writeFileSync(join(folder, "bao-cao.pdf"), await pdfOf(version));
  };
  await save(BODY);
  inFolder("git add -A && git commit -qm mot");
  await save(BODY.replace("6.480 lao động", "6.408 lao động"));
  for (const name of ["bao-cao.docx", "bao-cao.pdf"]) {
    const lines = inFolder(`git diff ${name}`).split("\n");
    expect(lines.filter((line) => /^[-+](?![-+])/u.test(line)).map((line) => /6\.4\d\d/u.exec(line)?.[0])).toEqual([
      "6.480",
      "6.408",
    ]);
  }
});
