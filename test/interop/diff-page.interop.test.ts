/** The comparison's page in Chromium: needs chromium (or chrome) on the machine. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOffice } from "../cli.environment.js";
import { BODY, documentOf, pdfOf } from "../review.sample.js";

const BROWSER = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const CHANGES: readonly (readonly [string, string])[] = [
  ["6.480 lao động", "6.408 lao động"],
  ["| 2 | Khu phố Cầu Ngói | 48 | 11 | 1 |", "| 2 | Khu phố Cầu Ngói | 48 | 17 | 1 |"],
  ["Các chi bộ mới đều có quy chế sinh hoạt.", "Chi bộ nào cũng đã ban hành quy chế làm việc."],
  ["# II- KẾT QUẢ ĐẠT ĐƯỢC", "# II- KẾT QUẢ VÀ HẠN CHẾ"],
  ["| 3 | Khu phố Lạc Viên", "| 3 | Khu phố Đồng Vọng | 33 | 5 | 0 |\n| 4 | Khu phố Lạc Viên"],
];

describe.skipIf(BROWSER === undefined)("the page in Chromium", () => {
  const office = openOffice();
  let browser: Browser;
  let address = "";

  beforeAll(async () => {
    const body = CHANGES.reduce((text, [from, to]) => text.replace(from, to), BODY);
    await office.write("ban-1.pdf", await pdfOf({ document: await documentOf() }));
    await office.write("ban-2.pdf", await pdfOf({ document: await documentOf(body, { size: 13 }) }));
    expect((await office.call(["diff", "ban-1.pdf", "ban-2.pdf", "-o", "so-sanh.html"])).exit).toBe(3);
    address = pathToFileURL(`${office.folder}/so-sanh.html`).href;
    browser = await chromium.launch({ executablePath: BROWSER ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    office.remove();
  });

  interface Opened {
    readonly page: Page;
    /** Whatever went wrong, and whatever was asked for. */
    readonly complaints: readonly string[];
    readonly requests: readonly string[];
  }

  async function open(width: number): Promise<Opened> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const [complaints, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => {
      if (message.type() !== "log") complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    return { page, complaints, requests };
  }

  it("goes from change to change, and asks for nothing", async () => {
    const { page, complaints, requests } = await open(1280);
    const changes = await page.locator("[data-change]").count();
    // the five changes, and the size of the letters
    expect(changes).toBe(CHANGES.length + 1);
    const seen: string[] = [];
    for (let at = 1; at <= changes; at++) {
      await page.keyboard.press(at % 2 === 0 ? "j" : "n");
      expect(await page.locator("#vi-tri").textContent()).toBe(`${at}/${changes}`);
      const current = page.locator(".current");
      expect(await current.count()).toBe(1);
      expect(await current.evaluate((element) => element === document.activeElement)).toBe(true);
      const box = await current.boundingBox();
      expect(box !== null && box.y >= 0 && box.y < 800).toBe(true);
      seen.push((await current.getAttribute("id")) ?? "");
    }
    expect(new Set(seen).size).toBe(changes);
    await page.keyboard.press("n");
    expect(await page.locator("#vi-tri").textContent()).toBe(`1/${changes}`);
    await page.keyboard.press("p");
    expect(await page.locator("#vi-tri").textContent()).toBe(`${changes}/${changes}`);
    await page.locator("#truoc").click();
    expect(await page.locator("#vi-tri").textContent()).toBe(`${changes - 1}/${changes}`);
    await page.locator(".changes a").first().click();
    expect(await page.locator(".current ins").first().textContent()).toBe("6.408");
    await page.keyboard.press("n");
    await page.locator(".changes a").first().click();
    expect(await page.locator(".current ins").first().textContent()).toBe("6.408");
    expect(complaints).toEqual([]);
    expect(requests).toEqual([address]);
    await page.close();
  });

  it("shows what did not change when it is asked to", async () => {
    const { page } = await open(1280);
    const far = page.getByText("Các chi bộ trực thuộc").first();
    expect(await far.isVisible()).toBe(false);
    await page.locator("#mo-het").click();
    expect(await far.isVisible()).toBe(true);
    await page.close();
  });

  it.each([1280, 360])("has no serious fault of accessibility, %i px wide", async (width) => {
    const { page, complaints } = await open(width);
    await page.locator("#mo-het").click();
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, impact }) => `${id} (${impact})`)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("prints both sides, without its buttons", async () => {
    const { page } = await open(1280);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar").isVisible()).toBe(false);
    const [old, neu] = [page.locator(".line .old").first(), page.locator(".line .new").first()];
    const boxes = [await old.boundingBox(), await neu.boundingBox()];
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
