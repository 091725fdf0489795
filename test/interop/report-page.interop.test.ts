/** A report's page in Chromium: every figure opens down to its cells, by mouse and by keyboard. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../../src/cli/demo/cycle/opening-workbook.js";
import { readBundledFormSet } from "../../src/forms/index.js";
import { type CycleOffice, on, openCycleOffice, send } from "../cli-cycle.sample.js";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** A name as somebody may type it into don-vi.yaml. */
const HOSTILE = `<script>document.title="hỏng"</script> & "Đảng uỷ" xã Hải Thuận`;
const UNITS = `khu vực: [Khu vực trung tâm, Khu vực ven biển]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: x-hai-thuan, loại: xa-phuong, tên: '${HOSTILE}', khu vực: Khu vực ven biển }
  - { mã: x-cua-van, loại: xa-phuong, tên: Đảng uỷ xã Cửa Vạn, khu vực: Khu vực ven biển }
`;

let office: CycleOffice;
let browser: Browser;
let address = "";

beforeAll(async () => {
  office = await openCycleOffice(UNITS);
  await office.write("so-2025.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
  await office.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await office.cycle("2026-05-04", "open", "2026-6t");
  for (const unit of ["p-song-kim", "x-hai-thuan"])
    await send(office, "2026-6t", { unit, day: "2026-05-20", as: "workbook" });
  await office.cycle("2026-05-27", "collect", "--period", "2026-6t");
  expect((await office.call(["report", "2026-6t"], on("2026-05-31"))).exit).toBe(0);
  address = pathToFileURL(join(office.folder, "bao-cao/2026-6t/bao-cao.html")).href;
  browser = await chromium.launch({
    executablePath: BROWSERS.find(existsSync) ?? "chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
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

async function open(width = 1280): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, complaints, requests };
}

/** The figure of a path where it first stands. */
const figure = (page: Page, path: string) => page.locator(`a.so[href="#vt:${path}"]`).first();
const dialog = (page: Page) => page.getByRole("dialog");

describe("the page of a report in Chromium", () => {
  it("opens a figure by mouse down to file, hash, sheet and cell", async () => {
    const { page, complaints, requests } = await open();
    await figure(page, "C02/tinh/2026-6t").click();
    await expect.poll(() => dialog(page).isVisible()).toBe(true);
    const folds = dialog(page).locator("details:not([open]) > summary");
    for (let left = 20; left > 0 && (await folds.count()) > 0; left--) await folds.first().click();
    const said = (await dialog(page).textContent()) ?? "";
    for (const word of [
      "Kết nạp đảng viên trong kỳ",
      "Đảng uỷ phường Sông Kim",
      "lần 1",
      ".xlsx",
      "Mã băm",
      "Trang tính",
    ])
      expect(said).toContain(word);
    expect(said).toMatch(/[0-9a-f]{64}/u);
    expect(said).toMatch(/Ô[A-Z]+\d+/u);
    expect(said).toContain(HOSTILE);
    expect(await page.title()).not.toContain("hỏng");
    expect([complaints, requests]).toEqual([[], [address]]);
  });

  it("opens a figure by keyboard, closes it, and comes back to it", async () => {
    const { page, complaints } = await open();
    const link = figure(page, "C02/tinh/2026-6t");
    await link.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => dialog(page).isVisible()).toBe(true);
    expect(await dialog(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog(page).isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("answers every figure that it shows", async () => {
    const { page, complaints } = await open();
    const count = await page.locator("a.so").count();
    expect(count).toBeGreaterThan(100);
    const failed = await page.evaluate(() => {
      const bad: string[] = [];
      for (const link of document.querySelectorAll<HTMLElement>("a.so")) {
        link.click();
        const box = document.querySelector("[role=dialog], dialog");
        if (!box?.textContent?.includes("Từ đâu ra")) bad.push(link.outerHTML);
      }
      return bad;
    });
    expect(failed).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([1280, 390])("has no serious fault for those who see or click badly, %i px wide", async (width) => {
    const { page } = await open(width);
    await page.evaluate(AXE);
    const run = () => page.evaluate("axe.run()") as Promise<AxeResults>;
    await figure(page, "C02/tinh/2026-6t").click();
    const results = [await run()];
    await page.keyboard.press("Escape");
    results.push(await run());
    const grave = results.flatMap(({ violations }) =>
      violations.filter(({ impact }) => impact === "serious" || impact === "critical"),
    );
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    // nothing is wider than the window
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });
});
