import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = new URL("../../", import.meta.url).pathname;
const PROGRAM = join(ROOT, "dist/vanthu.js");

let folder: string;
beforeAll(() => {
  execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "pipe" });
  folder = mkdtempSync(join(tmpdir(), "vanthu chạy thử "));
  writeFileSync(
    join(folder, "vanthu.yaml"),
    "cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG\ncơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM\nmã cơ quan: ĐU\nđịa danh: Sông Kim\nlưu: Lưu Văn phòng Đảng uỷ\nnhiệm kỳ:\n  từ: 20/6/2025\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (...args: string[]) => spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: "utf8" });

/** The program as it is shipped, in a folder with blanks and Vietnamese letters in its name. */
describe("the built program", () => {
  it("makes a draft, prints it as a draft, numbers another", () => {
    expect(call("new", "ke-hoach").status).toBe(0);
    expect(call("render", "ke-hoach.md", "--draft").status).toBe(0);
    cpSync(join(ROOT, "fixtures/ke-hoach-cho-so.md"), join(folder, "cho-so.md"));
    const numbered = call("number", "cho-so.md", "--date", "5/11/2026");
    expect(numbered.stderr).not.toContain("chưa lường trước");
    expect(numbered.status).toBe(0);
    expect(readFileSync(join(folder, "cho-so.md"), "utf8")).toMatch(/^số: 0?1$/mu);
    expect(call("number", "cho-so.md").status).toBe(1);
  });

  it("reads a workbook beside a draft and writes PDF with its colour profile", () => {
    cpSync(join(ROOT, "fixtures"), join(folder, "fixtures"), { recursive: true });
    const rendered = call("render", "fixtures/ke-hoach-5-nam.md", "-o", "ra", "--json");
    expect(rendered.status).toBe(0);
    expect(JSON.parse(rendered.stdout)).toMatchObject({ documents: [{ pages: 12 }] });
  });

  it("is a library with types", () => {
    writeFileSync(
      join(folder, "use.ts"),
      `import { parseDraft, readFonts, render, type Finding } from "vanthu";
const { document, findings } = await parseDraft("---\\nthể loại: Kế hoạch\\n---\\nVăn bản.");
const all: readonly Finding[] = findings;
if (document) console.log((await render({ document }, { formats: ["pdf"], fonts: readFonts(), asDraft: true })).pages, all.length);
`,
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          target: "ES2022",
          module: "NodeNext",
          moduleResolution: "NodeNext",
          strict: true,
          noEmit: true,
          types: [],
          lib: ["ES2023", "DOM"],
          typeRoots: [],
        },
        files: ["use.ts"],
      }),
    );
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    execFileSync("mkdir", ["-p", join(folder, "node_modules")]);
    execFileSync("ln", ["-s", ROOT, join(folder, "node_modules/vanthu")]);
    const checked = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
    expect(checked.stdout).toBe("");
    expect(checked.status).toBe(0);
  });
});
