import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoPage } from "../src/cli/demo/page.js";
import { encodePng } from "../src/cli/demo/png.js";
import { partyPlan } from "./cli.draft.js";
import type { Office } from "./cli.environment.js";
import { openDemoOffice } from "./cli-demo.sample.js";

let office: Office;
beforeEach(async () => {
  office = await openDemoOffice();
});
afterEach(() => office.remove());

describe("vanthu demo", () => {
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
