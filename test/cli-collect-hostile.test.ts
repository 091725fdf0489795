import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { nodeFiles } from "../src/cli/node-files.js";
import { run } from "../src/cli/run.js";
import { nodeLedgerFiles } from "../src/cycle/ledger/index.js";
import type { Finding } from "../src/findings/finding.js";
import { englishIn } from "./cli.environment.js";
import { HALF, Province, removeProvinces } from "./cycle-collect.sample.js";
import { declareSizes, encrypt, relationships } from "./workbook-read.zips.js";

const MEGABYTE = 1024 * 1024;
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === "win32";

/** The sample workspace, its period open, and the program called in it on 26/5/2026. */
async function openOffice() {
  const province = await Province.open();
  for (const name of ["vanthu.yaml", "don-vi.yaml"]) {
    await copyFile(join("fixtures/ky-bao-cao", name), join(province.folder, name));
  }
  const returns = new Map<string, Uint8Array>();
  for (const { code, kind } of province.register.units) {
    if (kind === "xa-phuong") returns.set(code, await province.return(code));
  }
  await province.ledger.close();
  const call = async (...words: readonly string[]) => {
    const written = { stdout: "", stderr: "" };
    const exit = await run(["cycle", ...words], {
      cwd: province.folder,
      runner: { host: hostname(), pid: process.pid, user: "can-bo" },
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      isTTY: false,
      env: {},
      files: nodeFiles,
      now: () => new Date("2026-05-26T05:00:00Z"),
    });
    return { exit, ...written };
  };
  /** Collects with `--json`. */
  const collect = async (): Promise<Told> => JSON.parse((await call("collect", province.inbox, "--json")).stdout);
  return { province, returns, call, collect, put: province.put.bind(province) };
}

interface Told {
  readonly exit: number;
  readonly returns: readonly {
    readonly file: string;
    readonly unit: string;
    readonly state: string;
    readonly outcome: string;
    readonly findings: readonly { readonly id: string; readonly rule: string }[];
  }[];
  readonly others: readonly { readonly file: string; readonly kind: string; readonly findings: readonly Finding[] }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

type Parts = Record<string, Uint8Array>;

/** A workbook with some of its parts changed. */
function edited(bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts, { level: 1 });
}

const changeText = (parts: Parts, name: string, change: (text: string) => string): void => {
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
};

/** A compound file of Office 97 to 2003 with a stream of a name. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(`${stream}\0`, "utf16le"),
    Buffer.alloc(512),
  ]);

/** Every row of the first form is formatted down to the last that Excel has. */
function millionRows(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (parts) => {
    const sheet = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name))[2] ?? "";
    changeText(parts, sheet, (xml) => {
      const last = Math.max(...[...xml.matchAll(/<row r="(\d+)"/gu)].map(([, row]) => Number(row)));
      const rows: string[] = [];
      for (let row = last + 1; row <= 1_048_576; row += 1) rows.push(`<row r="${row}" s="1" customFormat="1"/>`);
      return xml
        .replace(/<dimension ref="[^"]*"\/>/u, '<dimension ref="A1:XFD1048576"/>')
        .replace("</sheetData>", `${rows.join("")}</sheetData>`);
    });
  });
}

const withLinks = (bytes: Uint8Array): Uint8Array =>
  edited(bytes, (parts) => {
    parts["xl/externalLinks/externalLink1.xml"] = strToU8("<externalLink/>");
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = strToU8(
      '<Relationships><Relationship Id="r1" Type="x/externalLinkPath" Target="file:///C:/Thang%205.xlsx" TargetMode="External"/></Relationships>',
    );
    const link = /<Relationship [^>]*>/u.exec(
      relationships([["lk1", "externalLink", "externalLinks/externalLink1.xml"]]),
    );
    changeText(parts, "xl/_rels/workbook.xml.rels", (xml) =>
      xml.replace("</Relationships>", `${link}</Relationships>`),
    );
  });

const withMacros = (bytes: Uint8Array): Uint8Array =>
  edited(bytes, (parts) => {
    parts["xl/vbaProject.bin"] = compound("VBA");
  });

const withPivot = (bytes: Uint8Array): Uint8Array =>
  edited(bytes, (parts) => {
    parts["xl/pivotTables/pivotTable1.xml"] = strToU8("<pivotTableDefinition/>");
  });

const LABELS = { error: "lỗi", warning: "cảnh báo", note: "lưu ý" };

afterAll(removeProvinces);

describe("one batch with everything that people send", () => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  let before: Told;
  let told: Told;
  let printed: { readonly exit: number; readonly stdout: string; readonly stderr: string };
  let again: typeof printed;
  const good: string[] = [];

  beforeAll(async () => {
    office = await openOffice();
    const { put, returns, province } = office;
    const codes = [...returns.keys()];
    const next = (): [string, Uint8Array] => {
      const code = codes.shift() ?? "";
      good.push(code);
      return [code, returns.get(code) ?? new Uint8Array()];
    };
    const [first, firstBytes] = next();
    put(`2026-05-20/${first}.xlsx`, firstBytes);
    before = await office.collect();

    const day = "2026-05-22";
    for (let count = 0; count < 3; count += 1) {
      const [code, bytes] = next();
      put(`${day}/${code}.xlsx`, bytes);
    }
    // with things that do not matter to figures
    for (const [change, name] of [
      [millionRows, "trieu-dong.xlsx"],
      [withLinks, "lien-ket.xlsx"],
      [withMacros, "macro.xlsm"],
      [withPivot, "tong-hop.xlsx"],
    ] as const) {
      put(`${day}/${name}`, change(next()[1]));
    }
    const some = returns.get(codes[0] ?? "") ?? new Uint8Array();
    put(`${day}/chep-do.xlsx`, some.subarray(0, some.length / 2));
    put(`${day}/rong.xlsx`, "");
    put(`${day}/toan-so-0.xlsx`, new Uint8Array(4096));
    put(`${day}/mat-khau.xlsx`, compound("EncryptedPackage"));
    put(`${day}/cu.xls`, compound("Workbook"));
    put(`${day}/~$khoa.xlsx`, "khoá");
    truncateSync(put(`${day}/nang.xlsx`, some), 200 * MEGABYTE);
    put(
      `${day}/bom.xlsx`,
      declareSizes(some, () => 0x7fffffff),
    );
    put(`${day}/mat-khau.zip`, encrypt(zipSync({ "a/": new Uint8Array(), "a/bieu.xlsx": some, "b/bieu.xlsx": some })));
    const [inZip, inZipBytes] = next();
    const half = zipSync({ [`${inZip}/bieu.xlsx`]: inZipBytes, "khoa/bieu.xlsx": some });
    put(
      `${day}/nua-mat-khau.zip`,
      encrypt(half, (name) => name.startsWith("khoa/")),
    );
    const zeros = zipSync({ "a.xlsx": new Uint8Array(MEGABYTE), "b.pdf": new Uint8Array(MEGABYTE) });
    put(
      `${day}/bom.zip`,
      declareSizes(zeros, () => 400 * MEGABYTE),
    );
    put(
      `${day}/khai-gian.zip`,
      declareSizes(zeros, () => 100),
    );
    put(`${day}/chep-do.zip`, half.subarray(0, half.length - 60));
    mkdirSync(join(province.inbox, day, "thu-muc.xlsx"));
    if (!isWindows) {
      symlinkSync("khong-con.xlsx", join(province.inbox, day, "lien-ket-hong.xlsx"));
      execFileSync("mkfifo", [join(province.inbox, day, "ong.xlsx")]);
    }
    told = await office.collect();
    const bad = new Set(
      told.others.map(({ file }) => join(province.inbox, day, file.split("/")[2]?.split(" › ")[0] ?? "")),
    );
    printed = await office.call("collect", "--again", ...bad);
    again = await office.call("collect", province.inbox);
  });

  it("takes in every good return, and what was taken before stays", () => {
    expect(before).toMatchObject({ exit: 0, counts: { accepted: 1 } });
    const states = Object.fromEntries(told.returns.map(({ unit, state, outcome }) => [unit, `${state} ${outcome}`]));
    expect(states).toEqual(
      Object.fromEntries(good.map((code, index) => [code, index === 0 ? "accepted repeated" : "accepted recorded"])),
    );
    expect(told.counts).toMatchObject({
      accepted: good.length - 1,
      repeated: 1,
      correct: 0,
      refused: 0,
      unrecorded: 0,
    });
  });

  it("says of each bad file what it is", () => {
    const ids = (file: string) => {
      const other = told.others.find((each) => each.file.endsWith(`/${file}`));
      return [other?.kind, ...(other?.findings ?? []).map(({ id }) => id)];
    };
    expect({
      "chep-do.xlsx": ids("chep-do.xlsx"),
      "rong.xlsx": ids("rong.xlsx"),
      "toan-so-0.xlsx": ids("toan-so-0.xlsx"),
      "mat-khau.xlsx": ids("mat-khau.xlsx"),
      "cu.xls": ids("cu.xls"),
      "nang.xlsx": ids("nang.xlsx"),
      "bom.xlsx": ids("bom.xlsx"),
      "mat-khau.zip": ids("mat-khau.zip"),
      "nua-mat-khau.zip": ids("nua-mat-khau.zip › khoa/bieu.xlsx"),
      "bom.zip": ids("bom.zip"),
      "khai-gian.zip": ids("khai-gian.zip › a.xlsx"),
      "chep-do.zip": ids("chep-do.zip"),
    }).toEqual({
      "chep-do.xlsx": ["unreadable", "return/cut"],
      "rong.xlsx": ["unreadable", "return/empty"],
      "toan-so-0.xlsx": ["unreadable", "return/empty"],
      "mat-khau.xlsx": ["unreadable", "return/password"],
      "cu.xls": ["unreadable", "return/xls"],
      "nang.xlsx": ["unreadable", "return/too-large"],
      "bom.xlsx": ["unreadable", "return/bomb"],
      "mat-khau.zip": ["unreadable", "cycle/zip-password"],
      "nua-mat-khau.zip": ["unreadable", "cycle/zip-password"],
      "bom.zip": ["unreadable", "cycle/zip-bomb"],
      "khai-gian.zip": ["unreadable", "cycle/zip-fault"],
      "chep-do.zip": ["unreadable", "cycle/zip-fault"],
    });
    const run = Object.fromEntries(
      told.findings.flatMap(({ id, place }) => (id.startsWith("cycle/") ? [[place?.file?.split("/").at(-1), id]] : [])),
    );
    if (!isWindows)
      expect(run).toMatchObject({ "lien-ket-hong.xlsx": "cycle/lost-link", "ong.xlsx": "cycle/not-a-file" });
    // nobody sent it
    expect(printed.stdout + printed.stderr).not.toContain("~$khoa");
  });

  it("notes what a good return brought along", () => {
    const rules = (name: string) =>
      told.returns.find(({ file }) => file.endsWith(`/${name}`))?.findings.map(({ rule }) => rule);
    expect(rules("lien-ket.xlsx")).toContain("TEP-LIEN-KET");
    expect(rules("macro.xlsm")).toContain("TEP-MACRO");
    expect(rules("tong-hop.xlsx")).toContain("TEP-PIVOT");
    expect(rules("trieu-dong.xlsx")).toContain("TEP-NGOAI-VUNG");
  });

  it("prints each with its place, what was found and what to do, in Vietnamese; again nothing is added", () => {
    expect(again.exit).toBe(2);
    expect(again.stdout).toContain(`${good.length} đã thu trước đây`);
    // what cannot be read was told of
    const unreadable = told.counts.unreadable;
    expect(again.stdout).toContain(`${unreadable} không đọc được (${unreadable} đã báo lần trước)`);
    expect(again.stderr).not.toContain("bom.xlsx");
    for (const { file, findings } of told.others) {
      for (const { found, remedy, severity } of findings) {
        expect(printed.stderr).toContain(`${file}  ${LABELS[severity]}  ${found}\n    → ${remedy}\n`);
        expect(
          englishIn(`${found} ${remedy}`.replace(/Excel Workbook|File > Info > [A-Za-z> ]+/gu, "")),
        ).toBeUndefined();
      }
    }
  });

  it.skipIf(isRoot || isWindows)(
    "tells of a file that may not be read (root may read all: not seen as root)",
    async () => {
      const [code, bytes] = [...office.returns].at(-1) ?? ["", new Uint8Array()];
      chmodSync(office.put(`2026-05-22/${code}-cam.xlsx`, bytes), 0);
      const { others } = await office.collect();
      const { kind, findings } = others.find(({ file }) => file.endsWith("-cam.xlsx")) ?? {};
      expect([kind, findings?.[0]?.id]).toEqual(["unreadable", "cycle/unreadable-path"]);
    },
  );
});

describe("a full disk", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is said, with an exit code of its own; nothing is lost, and with room the same call takes in the rest", async () => {
    const office = await openOffice();
    const codes = [...office.returns.keys()].slice(0, 6);
    for (const [index, code] of codes.entries()) {
      if (index === 3) expect(await office.collect()).toMatchObject({ exit: 0, counts: { accepted: 3 } });
      office.put(`${code}.xlsx`, office.returns.get(code) ?? "");
    }
    const real = nodeLedgerFiles.writeNew;
    // files that still fit
    let room = 1;
    vi.spyOn(nodeLedgerFiles, "writeNew").mockImplementation(async (path, bytes) => {
      // the lock file, and what an answer is written with, are no kept files
      if (path.includes("tep")) room -= 1;
      if (room < 0) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      await real(path, bytes);
    });
    const full = await office.call("collect", office.province.inbox);
    expect(full.exit).toBe(2);
    expect(full.stdout).toContain("1 đã nhận, 2 chưa ghi được vào sổ, 3 đã thu trước đây.");
    expect(full.stdout.match(/CHƯA GHI ĐƯỢC VÀO SỔ {2}Đảng uỷ/gu)).toHaveLength(2);
    expect(full.stdout).toContain("Ổ đĩa đã đầy");
    vi.restoreAllMocks();
    const again = await office.collect();
    expect(again).toMatchObject({ exit: 0, counts: { accepted: 2, repeated: 4, unrecorded: 0 } });
    const status = JSON.parse((await office.call("status", HALF.id, "--json")).stdout);
    expect(status.status.whole).toMatchObject({ counted: 6 });
  });
});

describe("answers of a run that was killed", () => {
  it("leave nothing half written behind", async () => {
    const office = await openOffice();
    const [code] = office.returns.keys();
    office.put(`${code}.xlsx`, office.returns.get(code ?? "") ?? "");
    const folder = join(office.province.folder, "tra-loi", HALF.id, code ?? "");
    mkdirSync(folder, { recursive: true });
    const machine = hostname().replace(/[^a-z0-9]/giu, "") || "x";
    // no process has this number: it is above what systems give
    for (const name of [`.loi-nhan.txt.${machine}-999999999-1.tmp`, `.loi-nhan.txt.${machine}-${process.pid}-1.tmp`]) {
      writeFileSync(join(folder, name), "dở");
    }
    await office.collect();
    expect(await nodeFiles.list(folder)).toEqual([`.loi-nhan.txt.${machine}-${process.pid}-1.tmp`, "loi-nhan.txt"]);
  });
});
