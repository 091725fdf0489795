import { strToU8, zipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { CollectResult, OtherFile } from "../src/cycle/collect/index.js";
import { statusOf } from "../src/cycle/status/status.js";
import { STATUS_COLUMNS } from "../src/cycle/status/words.js";
import { HALF, Province, removeProvinces, YEAR } from "./cycle-collect.sample.js";
import { report } from "./source-docx.sample.js";

const PDF = strToU8("%PDF-1.7\nbản chụp");
const TIFF = new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
const JPG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const A = "p-song-kim";
const B = "p-tan-linh";

let province: Province;
beforeEach(async () => {
  province = await Province.open();
});
afterAll(removeProvinces);

const signed = (unit: string, period = HALF): boolean | undefined =>
  province.ledger.counted(unit, period.id)?.paper.signed;
const remark = (unit: string): string => {
  const row = statusOf(province.ledger, province.register, HALF.id, "2026-05-26")?.rows.find(
    (one) => one.unit === unit,
  );
  return row === undefined ? "" : (STATUS_COLUMNS.at(-1)?.text(row, 0) ?? "");
};
const told = ({ others }: CollectResult): Readonly<Record<string, readonly [OtherFile["kind"], ...string[]]>> =>
  Object.fromEntries(others.map(({ file, kind, findings }) => [file, [kind, ...findings.map(({ id }) => id)]]));

describe("a signed paper without its workbook", () => {
  beforeEach(async () => {
    province.put(`${A}.xlsx`, await province.return(A));
    province.put(`${B}.xlsx`, await province.return(B));
    await province.collect();
  });

  it("that comes days later is known by its folder: the unit's code or its name", async () => {
    expect(remark(A)).toContain("chưa có bản ký");
    province.put(`2026-05-25/${A}/ban ky/scan0001.pdf`, PDF);
    province.put("2026-05-25/Phường Tân Lĩnh/anh.tif", TIFF);
    const result = await province.collect({}, [`${province.inbox}/2026-05-25`]);
    expect(told(result)).toEqual({
      "2026-05-25/p-song-kim/ban ky/scan0001.pdf": ["signed", "cycle/scan-received"],
      "2026-05-25/Phường Tân Lĩnh/anh.tif": ["signed", "cycle/scan-received"],
    });
    expect(result.counts.signed).toBe(2);
    expect(result.others).toContainEqual(expect.objectContaining({ unit: A, period: HALF.id }));
    expect([signed(A), signed(B)]).toEqual([true, true]);
    expect(remark(A)).not.toContain("chưa có bản ký");
    const counted = province.ledger.counted(A, HALF.id);
    expect(province.ledger.attachments(counted?.id ?? 0)).toMatchObject([
      { role: "signed", file: { name: "scan0001.pdf" } },
    ]);
  });

  it("is taken once, however often it is collected", async () => {
    province.put(`${A}/scan.pdf`, PDF);
    await province.collect();
    expect(told(await province.collect())).toEqual({ "p-song-kim/scan.pdf": ["signed", "cycle/scan-known"] });
    expect(province.ledger.attachments(province.ledger.counted(A, HALF.id)?.id ?? 0)).toHaveLength(1);
  });

  it("is known by its zip, and by the folder that the zip lies in", async () => {
    province.put(`gui/${A}.zip`, zipSync({ "scan.jpg": JPG }));
    province.put(`${B}/gui.zip`, zipSync({ "thu muc/scan.pdf": PDF }));
    const result = await province.collect();
    expect(Object.values(told(result)).map(([kind]) => kind)).toEqual(["signed", "signed"]);
    expect([signed(A), signed(B)]).toEqual([true, true]);
  });

  it("stays unplaced where only its own name tells: the name is proposed, with the folder to make", async () => {
    province.put(`${A} (bản ký).pdf`, PDF, new Date("2026-05-25T00:00:00Z"));
    province.put("den sau/p-song-kim ban ky.pdf", PDF);
    province.put("den sau/Phường Tân Lĩnh.pdf", PDF);
    const result = await province.collect({}, [`${province.inbox}/den sau`]);
    expect(told(result)).toEqual({
      "den sau/p-song-kim ban ky.pdf": ["unplaced", "cycle/scan-unit-unknown"],
      "den sau/Phường Tân Lĩnh.pdf": ["unplaced", "cycle/scan-unit-unknown"],
    });
    const remedies = Object.fromEntries(result.others.map(({ file, findings }) => [file, findings[0]?.remedy ?? ""]));
    expect(remedies["den sau/p-song-kim ban ky.pdf"]).toContain("thư mục p-song-kim/");
    expect(remedies["den sau/Phường Tân Lĩnh.pdf"]).toMatch(/ví dụ [a-z-]+\//u);
    expect([signed(A), signed(B)]).toEqual([false, false]);
  });

  it("stays unplaced where the names contradict each other", async () => {
    province.put(`${A}/${B}.pdf`, PDF);
    province.put(`${A}/${B}/scan.pdf`, PDF);
    const result = await province.collect({}, [`${province.inbox}/${A}`]);
    expect(Object.values(told(result))).toEqual([
      ["unplaced", "cycle/scan-names-differ"],
      ["unplaced", "cycle/scan-names-differ"],
    ]);
    expect([signed(A), signed(B)]).toEqual([false, false]);
  });

  it("never goes to another unit's workbook that happens to lie around it", async () => {
    province.put(`moi/${A}.xlsx`, await province.return(A, { typed: { "K05/actual": 77 } }));
    province.put(`moi/${B}/scan.pdf`, PDF);
    province.put(`moi/${B} ban ky.pdf`, PDF);
    const result = await province.collect({}, [`${province.inbox}/moi`]);
    expect(result.returns[0]?.attachments).toEqual([]);
    expect(told(result)).toEqual({
      [`moi/${B}/scan.pdf`]: ["signed", "cycle/scan-received"],
      [`moi/${B} ban ky.pdf`]: ["unplaced", "cycle/scan-unit-unknown"],
    });
    expect([signed(A), signed(B)]).toEqual([false, true]);
  });

  it("is not held back by another unit's workbook around it that cannot be read", async () => {
    province.put("moi/hong.xlsx", "hỏng");
    province.put(`moi/${B}/scan.pdf`, PDF);
    const result = await province.collect({}, [`${province.inbox}/moi`]);
    expect(told(result)[`moi/${B}/scan.pdf`]).toEqual(["signed", "cycle/scan-received"]);
    expect(signed(B)).toBe(true);
  });

  it("must be a picture or PDF, and readable", async () => {
    province.put(`${A}/scan.pdf`, "đây không phải PDF");
    expect(told(await province.collect())).toEqual({ "p-song-kim/scan.pdf": ["unplaced", "cycle/scan-no-scan"] });
    expect(signed(A)).toBe(false);
  });

  it("beside a workbook that cannot be read is not put to the return before", async () => {
    province.put(`${A}/lan-2.xlsx`, "hỏng");
    province.put(`${A}/scan.pdf`, PDF);
    expect(told(await province.collect())[`${A}/scan.pdf`]).toEqual(["unplaced", "cycle/beside-unreadable"]);
    // the workbook was told of, its scan still waits
    expect(told(await province.collect())[`${A}/scan.pdf`]).toEqual(["unplaced", "cycle/beside-unreadable"]);
    expect(signed(A)).toBe(false);
  });
});

describe("the return that it belongs to", () => {
  it("may be collected in the same run, from elsewhere", async () => {
    province.put(`ban-ky/${A}/scan.pdf`, PDF);
    province.put("so/a.xlsx", await province.return(A));
    expect(told(await province.collect())).toEqual({ [`ban-ky/${A}/scan.pdf`]: ["signed", "cycle/scan-received"] });
    expect(signed(A)).toBe(true);
  });

  it("may not have come yet: the scan waits for it", async () => {
    province.put(`ban-ky/${A}/scan.pdf`, PDF);
    expect(told(await province.collect())).toEqual({
      [`ban-ky/${A}/scan.pdf`]: ["unplaced", "cycle/scan-without-return"],
    });
    province.put("so/a.xlsx", await province.return(A));
    await province.collect();
    expect(signed(A)).toBe(true);
  });

  it("is the one that counts, not a later one with errors", async () => {
    province.put("so/a.xlsx", await province.return(A), new Date("2026-05-20T00:00:00Z"));
    province.put(
      "so/b.xlsx",
      await province.return(A, { typed: { "K05/actual": -1 } }),
      new Date("2026-05-21T00:00:00Z"),
    );
    province.put(`${A}/scan.pdf`, PDF);
    await province.collect();
    expect(province.ledger.history(A, HALF.id).map(({ paper }) => paper.signed)).toEqual([true, false]);
  });

  it("is asked for where the unit has reported in several periods", async () => {
    province = await Province.open({ periods: [HALF, YEAR] });
    province.put("so/6t.xlsx", await province.return(A));
    province.put("so/nam.xlsx", await province.return(A, { period: YEAR }));
    await province.collect({ today: "2027-01-05" });
    province.put(`${A}/scan.pdf`, PDF);
    const paths = [`${province.inbox}/${A}`];
    const several = await province.collect({ today: "2027-01-05" }, paths);
    expect(told(several)).toEqual({ [`${A}/scan.pdf`]: ["unplaced", "cycle/scan-period-unknown"] });
    const one = await province.collect({ today: "2027-01-05", period: HALF.id }, paths);
    expect(told(one)).toEqual({ [`${A}/scan.pdf`]: ["signed", "cycle/scan-received"] });
  });
});

it("a báo cáo without its workbook stays unplaced", async () => {
  province.put(`${A}/bao-cao.docx`, report(["BÁO CÁO"]));
  expect(told(await province.collect())).toEqual({ [`${A}/bao-cao.docx`]: ["unplaced", "cycle/unplaced-attachment"] });
});
