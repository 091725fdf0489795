/** Manifests of what was made, and what `vanthu verify` says when something has changed since. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { Manifest } from "../src/review/manifest/manifest.js";
import { partyPlan } from "./cli.draft.js";
import { openOffice } from "./cli.environment.js";

const office = openOffice();
afterAll(office.remove);

const DRAFT = partyPlan("số: 12\nngày: 05/6/2026\n");
const FILE = join("ra", "manifest.json");
const verify = () => office.call(["verify", FILE]);

async function edit(name: string, from: string, to: string): Promise<void> {
  const path = join(office.folder, "ra", name);
  const parts = unzipSync(Uint8Array.from(await readFile(path)));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  if (!xml.includes(from)) throw new Error(`no «${from}»`);
  await writeFile(path, zipSync({ ...parts, "word/document.xml": strToU8(xml.replace(from, to)) }));
}

async function changeManifest(change: (manifest: Manifest) => Manifest): Promise<void> {
  const manifest = Manifest.parse(JSON.parse(await office.read(FILE)));
  await office.write(FILE, JSON.stringify(change(manifest)));
}

beforeEach(async () => {
  await office.write("ke-hoach.md", DRAFT);
  const { exit, stdout } = await office.call(["render", "ke-hoach.md", "-o", "ra", "--manifest", "--force"]);
  expect(exit).toBe(0);
  expect(stdout).toContain(`Đã ghi ${FILE}`);
});

describe("a manifest", () => {
  it("names the draft, the norm, the fonts, the program and the files, and is the same each time", async () => {
    const text = await office.read(FILE);
    const manifest = Manifest.strict().parse(JSON.parse(text));
    expect(manifest.inputs.map(({ file }) => file)).toEqual(["../ke-hoach.md"]);
    expect(manifest.outputs.map(({ file }) => file)).toEqual(["ke-hoach.docx", "ke-hoach.pdf"]);
    expect(manifest.norms.map(({ id }) => id)).toEqual(["hd05"]);
    expect(manifest.fonts).toHaveLength(4);
    const later = { now: () => new Date(2031, 1, 2), env: { TZ: "America/New_York" } };
    await office.call(["render", "ke-hoach.md", "-o", "ra", "--manifest", "--force"], later);
    expect(await office.read(FILE)).toBe(text);
  });

  it("is not written over another, and not without being asked for", async () => {
    const { exit, stderr } = await office.call(["render", "ke-hoach.md", "-o", "ra", "--manifest"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("manifest.json");
    await office.call(["render", "ke-hoach.md", "-o", "khac"]);
    await expect(office.read(join("khac", "manifest.json"))).rejects.toThrow("ENOENT");
  });
});

describe("vanthu verify", () => {
  it("finds everything as it was", async () => {
    const { exit, stdout, stderr } = await verify();
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Cả 2 tệp đúng như đã ghi.");
    const again = await office.call(["kiem-lai", "manifest.json"], { cwd: join(office.folder, "ra") });
    expect(again.exit).toBe(0);
  });

  it("says what was changed in a file, by its words and its element", async () => {
    await edit("ke-hoach.docx", "30/9/2026", "31/10/2026");
    const { exit, stdout } = await verify();
    expect(exit).toBe(1);
    expect(stdout).toContain("ke-hoach.docx: bị sửa sau khi lập.");
    expect(stdout).toContain("số liệu 30/9/2026 → 31/10/2026");
    expect(stdout).toMatch(
      /phần word\/document\.xml, phần tử w:document\/w:body\/w:p\[\d+\]\S*: “.*30\/9\/2026.*” → /u,
    );
    expect(stdout).toContain("ke-hoach.pdf: đúng như đã ghi.");
    expect(stdout).not.toContain("Vì sao");
  });

  it("says that a file was only packed anew, or is gone", async () => {
    const path = join(office.folder, "ra", "ke-hoach.docx");
    await writeFile(path, zipSync(unzipSync(Uint8Array.from(await readFile(path))), { level: 1 }));
    const { exit, stdout } = await verify();
    expect(exit).toBe(1);
    expect(stdout).toContain("chỉ khác cách đóng gói");
    await writeFile(path, "");
    expect((await verify()).stdout).toContain("không đọc được để so từng phần");
    await writeFile(join(office.folder, "ra", "ke-hoach.pdf"), "%PDF-1.7");
    expect((await verify()).exit).toBe(1);
  });

  it("says what else than the files has changed since", async () => {
    await office.write("ke-hoach.md", DRAFT.replace("30/9/2026", "31/10/2026"));
    const changed = await verify();
    expect(changed.exit).toBe(1);
    expect(changed.stdout).toContain("ke-hoach.docx: dựng lại ra khác.");
    expect(changed.stdout).toContain("số liệu 30/9/2026 → 31/10/2026");
    expect(changed.stdout).toContain("../ke-hoach.md đã thay đổi từ khi lập");
    expect(changed.stdout).not.toContain("phiên bản");
    await office.write("ke-hoach.md", DRAFT.replace("thể loại: Kế hoạch", "thể loại: Không có"));
    const refused = await verify();
    expect(refused.exit).toBe(1);
    expect(refused.stdout).toContain("không dựng lại được");
  });

  it("knows another program, other rules, other letters", async () => {
    const none = "0".repeat(64);
    await changeManifest((manifest) => ({
      ...manifest,
      tool: { name: "vanthu", version: "0.0.9" },
      norms: manifest.norms.map((norm) => ({ ...norm, sha256: none })),
      fonts: manifest.fonts.map((font, index) => (index === 0 ? { ...font, sha256: none } : font)),
      outputs: manifest.outputs.map((output) => ({ ...output, sha256: none })),
    }));
    const { exit, stdout } = await verify();
    expect(exit).toBe(1);
    expect(stdout).toContain("lúc lập 0.0.9, nay ");
    expect(stdout).toContain("quy tắc thể thức hd05");
    expect(stdout).toContain("phông chữ (regular)");
  });

  it("prints a result that a program can read", async () => {
    await edit("ke-hoach.docx", "30/9/2026", "31/10/2026");
    const { exit, stdout } = await office.call(["verify", FILE, "--json"]);
    expect(exit).toBe(1);
    const { outputs } = JSON.parse(stdout) as { outputs: { file: string; onDisk: string; rebuilt: string }[] };
    expect(outputs.map(({ file, onDisk, rebuilt }) => [file, onDisk, rebuilt])).toEqual([
      ["ke-hoach.docx", "edited", "same"],
      ["ke-hoach.pdf", "same", "same"],
    ]);
  });

  it("refuses what is no manifest", async () => {
    for (const text of ["", "{}", '{"manifest":2}', "không phải JSON"]) {
      await office.write("sai.json", text);
      const { exit, stdout, stderr } = await office.call(["verify", "sai.json"]);
      expect([exit, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("manifest");
    }
    expect((await office.call(["verify", "khong-co.json"])).exit).toBe(2);
    expect((await office.call(["verify"])).exit).toBe(2);
  });
});
