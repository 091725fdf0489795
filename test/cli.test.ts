import { afterAll, describe, expect, it } from "vitest";
import { CALLABLE, COMMANDS } from "../src/cli/commands.js";
import { nodeFiles } from "../src/cli/node-files.js";
import { englishIn, openOffice } from "./cli.environment.js";

const office = openOffice();
afterAll(office.remove);

describe("help", () => {
  it.each([[["--help"]], [["cycle", "--help"]], ...CALLABLE.map(({ path }) => [[...path.split(" "), "--help"]])])(
    "%j is Vietnamese",
    async (argv) => {
      const { exit, stdout, stderr } = await office.call(argv);
      expect(exit).toBe(0);
      expect(stderr).toBe("");
      expect(stdout).toMatchSnapshot();
      expect(englishIn(stdout)).toBeUndefined();
    },
  );

  it("is the same under its other names", async () => {
    const { stdout } = await office.call(["render", "--help"]);
    for (const argv of [
      ["in", "-h"],
      ["render", "--tro-giup"],
      ["help", "render"],
    ]) {
      expect((await office.call(argv)).stdout).toBe(stdout);
    }
    const open = (await office.call(["cycle", "open", "--help"])).stdout;
    for (const argv of [
      ["ky-bao-cao", "mo", "-h"],
      ["cycle", "help", "mo"],
    ]) {
      expect((await office.call(argv)).stdout).toBe(open);
    }
  });

  it("comes with exit code 2 when nothing is asked", async () => {
    const { exit, stderr } = await office.call([]);
    expect(exit).toBe(2);
    expect(stderr).toContain("Cách dùng: vanthu");
  });

  it("of a group comes with exit code 2 when no command of it is named", async () => {
    const { exit, stderr } = await office.call(["cycle"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("Cách dùng: vanthu cycle <lệnh>");
  });

  it("names every command once in each language", () => {
    const inGroups = COMMANDS.flatMap((command) => ("commands" in command ? [command.commands] : []));
    for (const commands of [COMMANDS, ...inGroups]) {
      const names = commands.flatMap(({ name, alias }) => [name, alias]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("tells the version", async () => {
    for (const flag of ["--version", "-V", "--phien-ban"]) {
      const { exit, stdout } = await office.call([flag]);
      expect(exit).toBe(0);
      expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    }
  });

  it("names every option once in each language", () => {
    const names = new Map<string, string>();
    for (const { declaration } of CALLABLE) {
      for (const { flags, aliases } of declaration.options) {
        const english = /--[a-z-]+/u.exec(flags)?.[0] ?? "";
        for (const alias of aliases) expect(names.get(alias) ?? english).toBe(english);
        for (const alias of aliases) names.set(alias, english);
      }
    }
  });
});

describe("a wrong call", () => {
  it.each([
    [["rendr", "x.md"], "cli/unknown-command", "vanthu render"],
    [["capso"], "cli/unknown-command", "vanthu cap-so"],
    [["xyzxyz"], "cli/unknown-command", "vanthu --help"],
    [["cycle", "colect"], "cli/unknown-command", "vanthu cycle collect"],
    [["ky-bao-cao", "mo-lia", "2026-6t"], "cli/unknown-command", "vanthu cycle mo-lai"],
    [["cycle", "open", "--bieumau", "2026-6t"], "cli/unknown-option", "--bieu-mau"],
    [["cycle", "open"], "cli/missing-argument", "vanthu cycle open --help"],
    [["render", "--forc", "x.md"], "cli/unknown-option", "--force"],
    [["render", "--ghide", "x.md"], "cli/unknown-option", "--ghi-de"],
    [["render", "--qqqqqqq", "x.md"], "cli/unknown-option", "--help"],
    [["render"], "cli/missing-argument", "bản thảo"],
    [["number"], "cli/missing-argument", "vanthu number --help"],
    [["render", "x.md", "-o"], "cli/missing-value", "--thu-muc"],
    [["new", "ke-hoach", "bao-cao"], "cli/excess-arguments", "--help"],
    [["render", "x.md", "--to", "odt"], "cli/bad-value", "docx, pdf"],
    [["render", "x.md", "--to="], "cli/bad-value", "docx, pdf"],
    [["render", "x.md", "--chuan", "hd11"], "cli/bad-value", "hd05, hd36, nd30"],
    [["new", "ke-hoach", "--nam", "26"], "cli/bad-value", "2026"],
    [["new", "ke-hoach", "--he", "doan"], "cli/bad-value", "nha-nuoc"],
    [["new"], "starting-draft/no-type", "--list"],
    [["new", "kehoach"], "starting-draft/unknown-type", "ke-hoach"],
    [["new", "chi-thi"], "starting-draft/no-template", "mau/chi-thi.md.hbs"],
  ])("%j: what, and what to do, in Vietnamese, with exit code 2", async (argv, id, words) => {
    const { exit, stdout, stderr } = await office.call(argv);
    expect(exit).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/^vanthu {2}lỗi {2}.+\n {4}→ .+\n1 lỗi\.\n$/u);
    expect(englishIn(stderr)).toBeUndefined();
    const json = JSON.parse((await office.call([...argv, "--json"])).stdout);
    expect(json).toMatchObject({ exit: 2 });
    if (id !== "cli/missing-value") expect(json.findings[0].id).toBe(id);
  });
});

describe("an unexpected exception", () => {
  const broken = { ...nodeFiles, kind: () => Promise.reject(new TypeError("x is not a function")) };

  it("is answered in Vietnamese, without a stack", async () => {
    const { exit, stdout, stderr } = await office.call(["render", "x.md"], { files: broken });
    expect(exit).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("VANTHU_DEBUG=1");
    expect(stderr).not.toContain("TypeError");
    expect(englishIn(stderr)).toBeUndefined();
  });

  it("shows its stack to those who ask", async () => {
    const { exit, stderr } = await office.call(["render", "x.md"], { files: broken, env: { VANTHU_DEBUG: "1" } });
    expect(exit).toBe(2);
    expect(stderr).toContain("TypeError: x is not a function");
  });
});

describe("colour", () => {
  const colours = async (changes: Parameters<typeof office.call>[1]) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape of terminal colours
    /\u001b\[/u.test((await office.call(["render"], changes)).stderr);

  it("is only for a terminal, and not where NO_COLOR is set", async () => {
    expect(await colours({ isTTY: true })).toBe(true);
    expect(await colours({ isTTY: false })).toBe(false);
    expect(await colours({ isTTY: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await colours({ isTTY: true, env: { NO_COLOR: "" } })).toBe(true);
  });
});
