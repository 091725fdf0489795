import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../../src/cli/demo/cycle/opening-workbook.js";
import { openLedger } from "../../src/cycle/ledger/index.js";
import { readBundledFormSet } from "../../src/forms/index.js";
import { failing } from "../cli.environment.js";
import { type CycleOffice, on, openCycleOffice, send } from "../cli-cycle.sample.js";

const PERIOD = "2026-6t";
const UNITS = `khu vực: [Khu vực trung tâm, Khu vực ven biển, Cơ quan cấp tỉnh]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: x-hai-thuan, loại: xa-phuong, tên: Đảng uỷ xã Hải Thuận, khu vực: Khu vực ven biển }
  - { mã: x-cua-van, loại: xa-phuong, tên: Đảng uỷ xã Cửa Vạn, khu vực: Khu vực ven biển }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh, khu vực: Cơ quan cấp tỉnh }
`;
const DRAFT = `bao-cao/${PERIOD}/bao-cao-${PERIOD}.md`;
const LATER = on("2026-06-03");

let office: CycleOffice;
/** The draft as somebody has finished it, before and after a unit's late return. */
let made: string;
let fresh: string;

/** What people write and fill in. */
const finish = (text: string): string =>
  text.replace(/\[[^\]\n]*\](?!\(vt:)/gu, "nội dung đã viết").replace(/^ {2}nội dung đã viết$/mu, "  Nguyễn Văn Bình");

/** The body before its annexes. */
const textOf = (draft: string): string => draft.slice(draft.indexOf("\n---\n"), draft.indexOf("\n# Phụ lục"));

interface Link {
  readonly binding: string;
  readonly printed: string;
}
const linksIn = (text: string): readonly Link[] =>
  [...text.matchAll(/\[([^\]\n]*)\]\((vt:\w[^)]*)\)/gu)].map(([, printed = "", binding = ""]) => ({
    binding,
    printed,
  }));

beforeAll(async () => {
  office = await openCycleOffice(UNITS);
  await office.write("so-2025.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
  await office.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await office.cycle("2026-05-04", "open", PERIOD);
  for (const unit of ["p-song-kim", "x-hai-thuan", "lddl"]) {
    await send(office, PERIOD, { unit, day: "2026-05-20", as: "workbook" });
  }
  await office.cycle("2026-05-27", "collect", "--period", PERIOD);
  await office.call(["report", PERIOD], on("2026-05-31"));
  made = finish(await office.read(DRAFT));
  await office.write(DRAFT, made);
});
afterAll(() => office.remove());

const render = (...words: readonly string[]) => office.call(["render", DRAFT, "-o", "in", "--force", ...words], LATER);
const update = (...words: readonly string[]) => office.call(["report", PERIOD, "--update", ...words], LATER);

/** What `check` says of bound figures: ids, and the words of each finding. */
const heldOf = async (file: string): Promise<readonly string[]> => {
  const { stdout } = await office.call(["check", file, "--json"], LATER);
  const { findings } = JSON.parse(stdout) as { findings: { id: string; found: string }[] };
  return findings
    .filter(({ id }) => /^(?:bound|own-docx)\/(?!wording|cells?-|annexes)/u.test(id))
    .map(({ id, found }) => `${id} ${found}`);
};
const inXml = async (file: string, edit: (xml: string) => string): Promise<Uint8Array> => {
  const parts = unzipSync(await readFile(join(office.folder, file)));
  return zipSync({
    ...parts,
    "word/document.xml": strToU8(edit(strFromU8(parts["word/document.xml"] ?? new Uint8Array()))),
  });
};

/** Findings of the call as `line:column` of the draft. */
const placesOf = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/bao-cao-2026-6t\.md:(\d+:\d+) {2}lỗi/gu)].map(([, place = ""]) => place);

describe("a report and its ledger", () => {
  it("agree when the report is made; the finished draft is printed", async () => {
    const told = await update();
    expect(told).toMatchObject({ exit: 0, stderr: "" });
    expect(told.stdout).toBe(`${DRAFT}: mọi số liệu, câu chữ đều khớp sổ theo dõi.\n`);
    const { exit, stderr } = await render();
    expect(stderr).not.toContain("lỗi");
    expect(exit).toBe(0);
    await office.write("cu.docx", await readFile(join(office.folder, `in/bao-cao-${PERIOD}.docx`)));
    expect(await heldOf(DRAFT)).toEqual([]);
    expect(await heldOf("cu.docx")).toEqual([]);
  });

  it("and of the printed Word file, each edit of a figure and each lost binding is told", async () => {
    const bookmark =
      /<w:bookmarkStart w:name="vt_[^"]*" w:id="\d+"\/>(<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>)(\d+)(<\/w:t><\/w:r>)<w:bookmarkEnd w:id="\d+"\/>/u;
    let printed = "";
    const typed = await inXml("cu.docx", (xml) =>
      xml.replace(bookmark, (whole, opening: string, figure: string) => {
        printed = figure;
        return whole.replace(`${opening}${figure}<`, `${opening}9${figure}<`);
      }),
    );
    await office.write("sua.docx", typed);
    const edited = await heldOf("sua.docx");
    expect(edited).toHaveLength(1);
    expect(edited[0]).toMatch(/^bound\/edited /u);
    expect(edited[0]).toContain(`bị sửa tay thành “9${printed}”, sổ theo dõi là “${printed}”`);
    await office.write("mat.docx", await inXml("cu.docx", (xml) => xml.replace(bookmark, "$1$2$3")));
    const lost = await heldOf("mat.docx");
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatch(/^own-docx\/figure-lost “\d+” \(vt:/u);
  });

  it("finds a number that was changed by hand, and says so", async () => {
    const [first] = linksIn(made);
    if (first === undefined) throw new Error("no figure");
    await office.write(DRAFT, made.replace(`[${first.printed}](`, "[777]("));
    const { exit, stderr } = await render();
    expect(exit).toBe(1);
    expect(placesOf(stderr)).toHaveLength(1);
    expect(stderr).toContain(`bị sửa tay thành “777”, sổ theo dõi là “${first.printed}”`);
    const draft = await render("--draft");
    expect(draft.exit).toBe(0);
    expect(draft.stderr).toContain("cảnh báo  A01");
    await office.write(DRAFT, made);
  });

  it("after a late return differ in exactly the figures and words that moved", async () => {
    await send(office, PERIOD, { unit: "x-cua-van", day: "2026-06-03", as: "workbook" });
    await office.cycle("2026-06-03", "collect", "--period", PERIOD);
    await office.call(["report", PERIOD, "-o", "lai"], LATER);
    fresh = await office.read(`lai/bao-cao-${PERIOD}.md`);
    const now = new Map<string, Set<string>>();
    for (const { binding, printed } of linksIn(fresh)) {
      now.set(binding, (now.get(binding) ?? new Set()).add(printed.replace(/^0(?=\d)/u, "").replace("%", "")));
    }
    // a figure that the new report leaves out occurred before and does not now, or the other way round
    const movedFor = ({ binding, printed }: Link): boolean | undefined =>
      now.has(binding) ? !now.get(binding)?.has(printed.replace(/^0(?=\d)/u, "").replace("%", "")) : undefined;
    const { exit, stderr } = await render();
    expect(exit).toBe(1);
    // sentences, which begin their lines, are told of beside their figures
    const told = new Set(placesOf(stderr).filter((place) => !place.endsWith(":1")));
    let moved = 0;
    made.split("\n").forEach((line, at) => {
      for (const found of line.matchAll(/\[([^\]\n]*)\]\((vt:[^)]*)\)/gu)) {
        const [, printed = "", binding = ""] = found;
        const expected = movedFor({ binding, printed });
        const place = `${at + 1}:${found.index + 1}`;
        if (expected !== undefined) expect(told.has(place), `${place} ${binding} ${printed}`).toBe(expected);
        if (told.delete(place)) moved += 1;
      }
    });
    expect([...told]).toEqual([]);
    expect(moved).toBeGreaterThan(50);
    expect(stderr).toMatch(/chữ “tăng” không còn đúng, nay là “giảm”/u);
    expect(stderr).not.toContain("sửa tay");
    // what no figure says: how many units there are, who is missing, who was late, rows of units
    expect(stderr).toContain("“Báo cáo tổng hợp số liệu của 3/4 đơn vị phải báo cáo; chưa có số liệu của 01 đơn vị");
    expect(stderr).toContain(
      "Theo số liệu nay câu này không còn: “Đến khi tổng hợp, còn 01 đơn vị (Đảng uỷ xã Cửa Vạn)",
    );
    expect(stderr).toContain("báo cáo phải có thêm: “Còn 01 đơn vị (Đảng uỷ xã Cửa Vạn) gửi báo cáo chậm");
    expect(stderr).toMatch(/\d+ ô trong các bảng chưa theo số liệu nay/u);
    // check says the same of the draft, and of the Word file that was printed before
    const held = await heldOf(DRAFT);
    expect(held).toHaveLength(placesOf(stderr).filter((place) => !place.endsWith(":1")).length);
    expect([...(await heldOf("cu.docx"))].sort()).toEqual([...held].sort());
  });
});

describe("vanthu report --update", () => {
  const rows = async () => {
    const options = { now: LATER.now, host: "may-thu", pid: process.pid, access: "read" } as const;
    const { ledger } = await openLedger(office.folder, options);
    const all = ledger?.acceptances() ?? [];
    await ledger?.close();
    return all;
  };

  it("refreshes numbers, and waits with sentences that are no longer true", async () => {
    const { exit, stdout } = await update();
    expect(exit).toBe(1);
    expect(stdout).toMatch(/Đã cập nhật \d+ số liệu/u);
    expect(stdout).toMatch(/cũ: {2}Trong kỳ, các cấp uỷ .* tăng .*\n {4}mới: Trong kỳ, các cấp uỷ .* giảm /u);
    const refused = await render();
    expect(refused.exit).toBe(1);
    expect(refused.stderr).toContain("--accept");
    expect(await rows()).toEqual([]);
    // prose waits; tables and annexes have followed
    const words = (text: string) =>
      textOf(text)
        .replace(/\[[^\]\n]*\]\(vt:/gu, "[](vt:")
        .replace(/^\|.*$/gmu, "|");
    expect(words(await office.read(DRAFT))).toBe(words(made));
    const annexes = (text: string) => text.slice(text.indexOf("\n# Phụ lục"));
    expect(annexes(await office.read(DRAFT))).toBe(annexes(fresh));
  });

  it("names what waits when something else is accepted", async () => {
    const { exit, stderr } = await update("--accept", "vt:A01/tinh/2026-6t");
    expect(exit).toBe(2);
    expect(stderr).toMatch(/Các chỗ đang chờ: vt:/u);
    expect(await rows()).toEqual([]);
  });

  it("loses nothing when the disk refuses the draft", async () => {
    const before = await office.read(DRAFT);
    const files = failing({ writeAll: () => "ENOSPC" });
    const { exit, stderr } = await office.call(["report", PERIOD, "--update", "--accept", "all"], { ...LATER, files });
    expect(exit).toBe(2);
    expect(stderr).toContain("Hết chỗ");
    expect(await office.read(DRAFT)).toBe(before);
  });

  it("takes accepted sentences, and the ledger knows who and when", async () => {
    const earlier = (await rows()).length;
    const { exit, stdout } = await update("--nhan", "K05");
    expect(stdout).toContain("Đã nhận câu mới");
    expect(exit).toBe(1);
    const [first, ...others] = (await rows()).slice(earlier);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ draft: DRAFT, who: "can-bo", at: "2026-06-03T05:00:00.000Z" });
    expect(first?.figures.join()).toContain("vt:K05/tinh/2026-6t/chieu-huong");
    expect(first?.before).toContain("tăng");
    expect(first?.after).toContain("giảm");
    expect((await update("--accept", "all")).exit).toBe(0);
    expect(await update()).toMatchObject({ exit: 0, stderr: "" });
    expect((await render()).stderr).not.toContain("sổ theo dõi");
  });

  it("finds a cell that no figure binds and somebody typed over, and puts it right", async () => {
    const draft = await office.read(DRAFT);
    const row = draft.split("\n").find((line) => /^\| 1 \| Đảng uỷ phường Sông Kim \|/u.test(line)) ?? "";
    const typed = row.replace(/\| (\d+) \|(?=[^|]*\|[^|]*$)/u, "| 9$1 |").replace(/\|\s*\|$/u, "| xem lại |");
    const changed = typed === row ? row.replace(/\| (\d[\d.]*) \|/u, "| 777 |") : typed;
    expect(changed).not.toBe(row);
    await office.write(DRAFT, draft.replace(row, changed));
    const { exit, stderr } = await render();
    expect(exit).toBe(1);
    expect(stderr).toMatch(/Ô trong bảng, dòng “Đảng uỷ phường Sông Kim”: bị sửa tay thành/u);
    expect((await update()).stdout).toContain("(đã bị sửa tay)");
    expect((await update()).exit).toBe(0);
    await office.write(DRAFT, draft);
  });

  it("leaves the draft that a new report would be, with what people wrote", async () => {
    const body = (draft: string): string => draft.slice(draft.indexOf("\n---\n"));
    expect(body(await office.read(DRAFT))).toBe(body(finish(fresh)));
  });
});
