import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { partyPlan } from "./cli.draft.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";

let office: Office;
beforeEach(() => {
  office = openOffice();
});
afterEach(() => office.remove());

const sound = () => partyPlan("số: 5\nngày: 20/4/2026\nchuẩn: hd05\n");
const ended = (text: string) => text.replace("trước ngày 30/9/2026.", "trước ngày 30/9/2026./.");

describe("vanthu check", () => {
  it("ends well where there are warnings alone", async () => {
    await office.write("a.md", sound());
    const { exit, stdout, stderr } = await office.call(["check", "a.md"]);
    expect({ exit, errors: /lỗi/u.test(stderr) }).toEqual({ exit: 0, errors: false });
    expect(stdout).toMatch(/^Đã kiểm tra 1 văn bản: /u);
  });

  it("ends with 1 where there is an error, and says where, what, on what ground, and what to do", async () => {
    await office.write("a.md", ended(sound()));
    const { exit, stderr } = await office.call(["kiem-tra", "a.md"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(
      /^a\.md:\d+:\d+ {2}lỗi {2}P33 {2}.*“\.\/\.”\. \[Hướng dẫn 05-HD\/VPTW, .*6\.2\.2\]\n {4}→ Kết thúc/mu,
    );
    expect(englishIn(stderr)).toBeUndefined();
  });

  it("names a draft that cannot be read", async () => {
    await office.write("a.md", "---\nthể loạ: x\n---\n");
    expect((await office.call(["check", "a.md"])).exit).toBe(1);
  });

  it.each([
    [["check"], "Chưa ghi tệp"],
    [["check", "a.md", "--format", "xml"], "text, json, sarif, html"],
    [["check", "a.md", "--norm", "hd99"], "hd05, hd36, nd30"],
    [["check", "a.md", "--rule", "P99"], "Không có quy tắc “P99”"],
    [["check", "khong-co.md"], "Không tìm thấy"],
    [["check", "a.md", "--fix", "--format", "json"], "--fix chỉ dùng"],
  ])("%j is a fault of the call", async (argv, words) => {
    await office.write("a.md", sound());
    const { exit, stderr } = await office.call(argv);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
  });

  it("checks only the rules that are named", async () => {
    await office.write("a.md", ended(sound()).replace("Đảng uỷ phường xây", "Đảng uỷ  phường xây"));
    const { stderr } = await office.call(["check", "a.md", "--rule", "c07"]);
    expect(stderr.match(/ {2}(?:lỗi|cảnh báo|lưu ý) {2}(\S+)/gu)).toEqual(["  cảnh báo  C07"]);
  });

  it("leaves out what the office switched off, lowers what it lowered, and says so", async () => {
    await office.write("a.md", ended(sound()));
    await office.write("vanthu.yaml", "kiểm tra:\n  hạ: [P33]\n  tắt: [plan/task-undated, V12]\n");
    const { exit, stdout, stderr } = await office.call(["check", "a.md"]);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/cảnh báo {2}P33/u);
    expect(stdout).toContain("đang tắt ở vanthu.yaml: plan/task-undated, V12.");
    expect(stdout).toContain("hạ mức ở vanthu.yaml: P33.");
    await office.write("vanthu.yaml", "kiểm tra:\n  tắt: [P33]\n");
    expect((await office.call(["check", "a.md"])).stderr).not.toContain("P33");
  });

  it("refuses what is no id of a rule in vanthu.yaml, and warns of one that no rule bears", async () => {
    await office.write("a.md", sound());
    await office.write("vanthu.yaml", "kiểm tra:\n  tắt: [mọi thứ]\n");
    expect((await office.call(["check", "a.md"])).exit).toBe(2);
    await office.write("vanthu.yaml", "kiểm tra:\n  tắt: [P98]\n");
    expect((await office.call(["check", "a.md"])).stderr).toContain("“P98”");
  });

  it("takes the norm that is named", async () => {
    await office.write("a.md", sound());
    const { exit, stderr } = await office.call(["check", "a.md", "--norm", "hd36"]);
    expect(exit).toBe(1);
    expect(stderr).toContain("P54");
  });

  it("lists the rules", async () => {
    const { exit, stdout } = await office.call(["check", "--list-rules"]);
    expect(exit).toBe(0);
    for (const id of ["P33", "S20", "C07", "V01", "P59"]) expect(stdout).toMatch(new RegExp(`^${id}  `, "mu"));
  });

  it("checks folders and patterns", async () => {
    await office.write("van-ban/a.md", sound());
    await office.write("van-ban/b.md", ended(sound()));
    const { exit, stdout } = await office.call(["check", "van-ban"]);
    expect(exit).toBe(1);
    expect(stdout).toContain("Đã kiểm tra 2 văn bản");
    expect((await office.call(["check", "van-ban/*.md"])).stdout).toContain("2 văn bản");
  });

  it("checks a finished text by what it shows", async () => {
    await office.write("a.txt", "Số 12/KH/ĐU\n\nKẾ HOẠCH\n\nkiểm tra đảng phí\n\nI- MỤC ĐÍCH\n\n1. Giúp các chi bộ.\n");
    const { exit, stderr } = await office.call(["check", "a.txt"]);
    expect(exit).toBe(1);
    expect(stderr).toContain("P08");
    expect(stderr).toContain("V15");
  });
});

const Sarif = z.strictObject({
  $schema: z.literal("https://json.schemastore.org/sarif-2.1.0.json"),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          version: z.string().min(1),
          language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/u),
          rules: z.array(
            z.strictObject({
              id: z.string().min(1),
              shortDescription: z.strictObject({ text: z.string().min(1) }).optional(),
              defaultConfiguration: z.strictObject({ level: z.enum(["error", "warning", "note", "none"]) }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      results: z.array(
        z.strictObject({
          ruleId: z.string().min(1),
          ruleIndex: z.number().int().min(0),
          level: z.enum(["error", "warning", "note", "none"]),
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string().regex(/^[!-~]+$/u) }),
                region: z
                  .strictObject({ startLine: z.number().int().min(1), startColumn: z.number().int().min(1).optional() })
                  .optional(),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
});

describe("formats", () => {
  it("SARIF holds what the standard asks, and each result points at its rule", async () => {
    await office.write("bản thảo.md", ended(sound()));
    const { exit, stdout, stderr } = await office.call(["check", "bản thảo.md", "--format", "sarif"]);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "" });
    const [run] = Sarif.parse(JSON.parse(stdout)).runs;
    expect(run?.results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex, locations } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(decodeURIComponent(locations[0]?.physicalLocation.artifactLocation.uri ?? "")).toBe("bản thảo.md");
    }
  });

  it("JSON holds the findings by file", async () => {
    await office.write("a.md", ended(sound()));
    const { stdout } = await office.call(["check", "a.md", "--format", "json"]);
    const { files } = JSON.parse(stdout);
    expect(files[0].file).toBe("a.md");
    expect(files[0].findings).toContainEqual(
      expect.objectContaining({ rule: "P33", basis: "norm", severity: "error", quote: expect.stringContaining("./.") }),
    );
    expect(JSON.parse((await office.call(["check", "a.md", "--json"])).stdout).files[0].file).toBe("a.md");
  });

  it("HTML stands alone, says its language, and escapes what it quotes", async () => {
    await office.write("a.md", ended(sound()).replace("ở doanh nghiệp", "ở <script>alert(1)</script> doanh  nghiệp"));
    const { stdout } = await office.call(["check", "a.md", "--format", "html"]);
    expect(stdout).toContain('<html lang="vi">');
    expect(stdout).not.toMatch(/<script|https?:|src=|url\(|@import/u);
    expect(stdout.match(/<h1>/gu)).toHaveLength(1);
    for (const [, id] of stdout.matchAll(/aria-labelledby="([^"]+)"/gu)) expect(stdout).toContain(`id="${id}"`);
  });

  it("HTML and text name rules, and leave ids of programs to JSON", async () => {
    // a deadline before the day of signing, which no rule of the norm speaks of
    await office.write("a.md", sound().replace("như sau:", "như sau:\n\n# I- NHIỆM VỤ").replace("30/9", "30/3"));
    const named = async (format: string) => {
      const { stdout, stderr } = await office.call(["check", "a.md", "--format", format]);
      return /plan\/[a-z-]+/u.test(stdout + stderr);
    };
    expect([await named("json"), await named("html"), await named("text")]).toEqual([true, false, false]);
  });

  it("is written where -o says, and never over a file", async () => {
    await office.write("a.md", sound());
    const argv = ["check", "a.md", "--format", "html", "-o", "kq/a.html"];
    expect((await office.call(argv)).stdout).toContain("Đã ghi kq/a.html");
    expect(await office.read("kq/a.html")).toContain("</html>");
    expect((await office.call(argv)).exit).toBe(2);
    expect((await office.call([...argv, "--force"])).exit).toBe(0);
  });
});

describe("--fix", () => {
  const faulty = () => sound().replace("Các chi bộ rà soát", "Các chi bộ  rà soát ,cập nhật");

  it("shows the change and writes nothing", async () => {
    await office.write("a.md", faulty());
    const { stdout } = await office.call(["check", "a.md", "--fix"]);
    expect(stdout).toMatch(/a\.md:\d+ \(C07, C06\)\n {2}- .*bộ {2}rà soát ,cập nhật.*\n {2}\+ .*bộ rà soát, cập nhật/u);
    expect(await office.read("a.md")).toBe(faulty());
  });

  it("writes into the draft with --force", async () => {
    await office.write("a.md", faulty());
    expect((await office.call(["check", "a.md", "--sua", "--ghi-de"])).exit).toBe(0);
    expect(await office.read("a.md")).toContain("Các chi bộ rà soát, cập nhật");
    expect((await office.call(["check", "a.md", "--fix", "--rule", "C06,C07"])).stdout).toContain("Không có chỗ nào");
  });

  it("writes elsewhere with -o, and leaves the draft", async () => {
    await office.write("a.md", faulty());
    await office.call(["check", "a.md", "--fix", "-o", "sua/b.md"]);
    expect(await office.read("sua/b.md")).toContain("rà soát, cập nhật");
    expect(await office.read("a.md")).toBe(faulty());
  });
});
