import { access, cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoPage } from "../src/cli/demo/page.js";
import { encodePng } from "../src/cli/demo/png.js";
import { partyPlan, stateLetter } from "./cli.draft.js";
import { type Office, openOffice } from "./cli.environment.js";

let office: Office;
beforeEach(async () => {
  office = openOffice();
  await office.write("fixtures/ke hoạch.md", partyPlan("số: 12\nngày: 15/4/2026\n"));
  await office.write("fixtures/cong-van.md", stateLetter("ngày: /4/2026\n"));
  await office.write("fixtures/faulty/x.md", "không được lập");
});
afterEach(() => office.remove());

describe("vanthu demo", () => {
  it("shows a whole period where there is a sample workspace", async () => {
    await cp("fixtures/ky-bao-cao", join(office.folder, "fixtures/ky-bao-cao"), { recursive: true });
    const { exit, stdout } = await office.call(["demo"]);
    expect(exit).toBe(0);
    expect(stdout).toContain("Kỳ báo cáo mẫu: 6 tháng đầu năm 2026 (trước ngày 25/5/2026): 20/24 đơn vị đã gửi");
    expect(stdout).toContain("Đối soát hai nguồn: 5 chỉ tiêu lệch, 28 khớp, 6 chưa có số được tính.");
    const html = await office.read("out/index.html");
    expect(html).toContain('href="ky-bao-cao/doi-soat.xlsx"');
    const links = [...html.matchAll(/(?:href|src)="(ky-bao-cao[^"]+)"/gu)].map(([, link]) =>
      decodeURIComponent(link ?? ""),
    );
    expect(links.length).toBeGreaterThan(60);
    for (const link of links) await access(join(office.folder, "out", link));
    expect(links.filter((link) => link.endsWith("phieu-ra-soat.docx"))).toHaveLength(7);
    const issued = "out/ky-bao-cao/bao-cao/2026-6t/phat-hanh/bao-cao-2026-6t";
    expect(html).toContain("phat-hanh/bao-cao-2026-6t.pdf");
    const final = await office.read(`${issued}.md`);
    expect(final).toContain("\nsố: 1\n");
    expect(final).not.toContain("[cần viết");
    expect(final.match(/\]\(vt:/gu)?.length).toBe(
      (await office.read("out/ky-bao-cao/bao-cao/2026-6t/bao-cao-2026-6t.md")).match(/\]\(vt:/gu)?.length,
    );
    // the workspace can be worked with: its README names what lies in it, its figures can be traced
    const there = await readdir(join(office.folder, "out/ky-bao-cao"));
    const named = [...(await office.read("out/ky-bao-cao/README.md")).matchAll(/^\| `([^`/]+)\/?` \|/gmu)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, name] of named) expect(there).toContain(name);
    const cwd = join(office.folder, "out/ky-bao-cao");
    const traced = await office.call(["trace", "2026-6t", "C02/tinh"], { cwd });
    expect([traced.exit, traced.stderr]).toEqual([0, ""]);
    expect(traced.stdout).toContain("vt:C02/tinh/2026-6t = ");
    // a second demo takes the place of its ledger, but of no other
    await office.write("out/ky-bao-cao/so-lieu/so-theo-doi.db-wal", "x");
    expect((await office.call(["demo"])).exit).toBe(0);
    await expect(access(join(cwd, "so-lieu/so-theo-doi.db-wal"))).rejects.toThrow();
    expect((await office.call(["trace", "2026-6t", "C02/tinh"], { cwd })).exit).toBe(0);
    await office.write("co-quan/ky-bao-cao/so-lieu/so-theo-doi.db", "x");
    const refused = await office.call(["demo", "-o", "co-quan", "--force"]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('"co-quan/ky-bao-cao"');
    expect(await office.read("co-quan/ky-bao-cao/so-lieu/so-theo-doi.db")).toBe("x");
  }, 180_000);

  it("makes every sample, a picture of every page, and a page that links them all", async () => {
    const { exit, stdout } = await office.call(["demo", "-o", "out"]);
    expect(stdout).toContain("Đã lập 2 trên 2 văn bản mẫu (DOCX và PDF, 2 trang) vào out.");
    expect(exit).toBe(0);
    const html = await office.read("out/index.html");
    const links = [...html.matchAll(/(?:href|src)="([^"#]+)"/gu)].map(([, link]) => decodeURIComponent(link ?? ""));
    const files = (await readdir(join(office.folder, "out"), { recursive: true })).filter((name) => name.includes("."));
    expect([...new Set(links), "index.html"].sort()).toEqual(files.map((name) => name.replaceAll("\\", "/")).sort());
    expect(html).toContain("Kế hoạch củng cố các chi bộ trong doanh nghiệp năm 2026");
    expect(html).toContain("Số 12-KH/ĐU");
    expect(html).toContain("chờ cấp số");
    const picture = await readFile(join(office.folder, "out/pictures/cong-van-1.png"));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([892, 1261]);
  });

  it("writes over an earlier demo, and over nothing else", async () => {
    expect((await office.call(["demo"])).exit).toBe(0);
    expect((await office.call(["demo"])).exit).toBe(0);
    await office.write("cua-toi/bao-cao.docx", "x");
    const { exit, stderr } = await office.call(["demo", "-o", "cua-toi"]);
    expect(exit).toBe(2);
    expect(stderr).toContain('"cua-toi"');
    expect(await readdir(join(office.folder, "cua-toi"))).toEqual(["bao-cao.docx"]);
  });

  it("shows a draft that is refused, with exit code 1", async () => {
    await office.write("fixtures/hong.md", partyPlan("ngày: 31/02/2026\n"));
    const { exit, stdout } = await office.call(["demo"]);
    expect(exit).toBe(1);
    expect(stdout).toContain("Đã lập 2 trên 3");
    expect(await office.read("out/index.html")).toContain("bản thảo bị trả lại");
  });
});

it("escapes what it shows", () => {
  const html = demoPage([
    {
      id: "a",
      title: `<script>"x"</script>`,
      details: "a & b",
      links: [{ href: 'x"y', text: "<b>" }],
      pictures: [],
      findings: ["<i>"],
    },
  ]);
  expect(html).toContain("&lt;script&gt;&quot;x&quot;&lt;/script&gt;");
  expect(html).not.toMatch(/<script|<i>|<b>|x"y/u);
});

it("encodes pictures in colour and in grey", () => {
  const unpack = (png: Uint8Array) => {
    const view = Buffer.from(png);
    const length = view.readUInt32BE(33);
    expect(view.subarray(37, 41).toString()).toBe("IDAT");
    return { colour: view[25], rows: [...inflateSync(view.subarray(41, 41 + length))] };
  };
  const grey = Uint8Array.of(9, 9, 9, 255, 7, 7, 7, 255);
  expect(unpack(encodePng(grey, 1, 2))).toEqual({ colour: 0, rows: [0, 9, 0, 7] });
  const colour = Uint8Array.of(200, 9, 9, 255, 7, 7, 7, 255);
  expect(unpack(encodePng(colour, 2, 1))).toEqual({ colour: 2, rows: [0, 200, 9, 9, 7, 7, 7] });
});
