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
    expect(refused.exit).toBe(2);
    expect(refused.stdout).toContain("ke-hoach.pdf: tệp khớp mã băm đã ghi; không dựng lại được.");
    expect(refused.stdout).toContain("2/2 tệp khớp mã băm đã ghi, nhưng 2 tệp chưa dựng lại được");
  });

  it("says what is seen on the pages of a PDF whose words are the same, and only then that nothing is", async () => {
    const path = join(office.folder, "ra", "ke-hoach.pdf");
    const whole = Uint8Array.from(await readFile(path));
    // an incremental update adds a page's annotation with a look of its own: a red frame, a digit over the page's number
    const overlaid = (operators: string): Uint8Array => {
      const text = Buffer.from(whole).toString("latin1");
      const [, number = "", body = ""] =
        /(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S])*?\/Type\s*\/Page\b(?!s)[\s\S]*?)>>\s*endobj/u.exec(text) ?? [];
      const next = Number(/\/Size (\d+)/u.exec(text)?.[1]);
      const [annotation, form, place] = [next, next + 1, text.length];
      const objects = [
        `${number} 0 obj\n<<${body.replace(/\/Annots\s*\[[^\]]*\]/u, "")} /Annots [${annotation} 0 R] >>\nendobj\n`,
        `${annotation} 0 obj\n<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 595 842] /AP << /N ${form} 0 R >> >>\nendobj\n`,
        `${form} 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length ${operators.length} >>\nstream\n${operators}\nendstream\nendobj\n`,
      ];
      let at = place;
      const places = objects.map((object) => {
        const start = at;
        at += object.length;
        return String(start).padStart(10, "0");
      });
      const root = /\/Root (\d+ 0 R)/u.exec(text)?.[1] ?? "";
      const previous = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? "";
      const table = `xref\n${number} 1\n${places[0]} 00000 n \n${annotation} 2\n${places[1]} 00000 n \n${places[2]} 00000 n \n`;
      const trailer = `trailer\n<< /Size ${next + 2} /Root ${root} /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`;
      return Buffer.from(text + objects.join("") + table + trailer, "latin1");
    };
    await writeFile(path, overlaid("1 0 0 RG 6 w 300 300 60 60 re S"));
    const stamped = await verify();
    expect(stamped.exit).toBe(1);
    expect(stamped.stdout).toMatch(
      /ke-hoach\.pdf: bị sửa sau khi lập\.\n {2}- Khác về hình: \d+ chỗ ở trang 1, gần “.+”\n/u,
    );
    await writeFile(path, overlaid(""));
    expect((await verify()).stdout).toContain("lời văn và hình các trang như nhau; khác thông tin kèm theo tệp");
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
