/** The whole demo with its period, twice: too long for the unit tests. */
import { access, cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Office } from "../cli.environment.js";
import { openDemoOffice } from "../cli-demo.sample.js";

let office: Office;
beforeEach(async () => {
  office = await openDemoOffice();
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
  });
});
