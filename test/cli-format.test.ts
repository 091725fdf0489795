import { describe, expect, it } from "vitest";
import { formatOf } from "../src/cli/cycle/format.js";
import { openOffice } from "./cli.environment.js";

const chosen = (options: Record<string, string>) => {
  const format = formatOf({ args: [], options }, ["json", "xlsx", "html"]);
  return format.ok ? format.value : format.findings.map(({ id, remedy }) => `${id}: ${remedy}`).join();
};

describe("the format of a list", () => {
  it.each([
    [{}, "text"],
    [{ format: "json" }, "json"],
    [{ out: "a.xlsx" }, "xlsx"],
    [{ out: "bang.HTML" }, "html"],
    [{ out: "ghi-chu.txt" }, "text"],
    [{ out: "thu.muc/bang", format: "xlsx" }, "xlsx"],
    [{ out: "a.txt", format: "text" }, "text"],
    [{ out: "x.pdf" }, "cli/wrong-suffix: Đặt tên tệp với đuôi .txt, .json, .xlsx hoặc .html."],
    [{ out: "a.docx" }, "cli/wrong-suffix: Đặt tên tệp với đuôi .txt, .json, .xlsx hoặc .html."],
    [{ out: "2026.05/bang" }, "cli/wrong-suffix: Đặt tên tệp với đuôi .txt, .json, .xlsx hoặc .html."],
    [{ out: "a.xlsx", format: "json" }, "cli/wrong-suffix: Đặt tên tệp với đuôi .json."],
    [{ out: "a.xlsx", format: "odt" }, "cli/bad-value: Giá trị được nhận: text, json, xlsx, html."],
  ])("of %j is %s", (options, expected) => {
    expect(chosen(options)).toBe(expected);
  });

  it.each([
    [["trace", "2026-6t", "C02/tinh", "-o", "x.pdf"], ".txt, .json, .xlsx hoặc .html"],
    [["cycle", "status", "2026-6t", "-o", "a.docx"], ".txt, .json, .xlsx hoặc .html"],
    [["cycle", "reconcile", "2026-6t", "-o", "a.html"], ".txt, .json hoặc .xlsx"],
    [["report", "2026-6t", "--update", "-o", "rieng"], "Bỏ -o"],
    [["report", "p-song-kim.xlsx", "--mau", "mau/rieng.md.hbs"], "Bỏ --template"],
  ])("%j is refused before anything is read", async (argv, remedy) => {
    const office = openOffice();
    try {
      const { exit, stderr } = await office.call(argv);
      expect(exit).toBe(2);
      expect(stderr.match(/ lỗi {2}/gu)).toHaveLength(1);
      expect(stderr).toContain(remedy);
    } finally {
      office.remove();
    }
  });
});
