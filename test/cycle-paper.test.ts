import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { answerFiles } from "../src/cycle/answers/answer-files.js";
import type { CollectedReturn, CollectResult } from "../src/cycle/collect/index.js";
import { statusOf } from "../src/cycle/status/status.js";
import { STATUS_COLUMNS } from "../src/cycle/status/words.js";
import type { Workspace } from "../src/workspace/workspace.js";
import { HALF, Province, removeProvinces } from "./cycle-collect.sample.js";
import { report } from "./source-docx.sample.js";

const A = "p-song-kim";

interface PaperWish {
  readonly head?: string;
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
}

/** A báo cáo as a unit types it. */
const paper = ({
  head = "ĐẢNG CỘNG SẢN VIỆT NAM",
  number = "Số 12-BC/ĐU",
  date = "Sông Kim, ngày 21 tháng 5 năm 2026",
  signer = "Lò Thị Mai",
}: PaperWish = {}): Uint8Array =>
  report([
    ...["ĐẢNG UỶ PHƯỜNG SÔNG KIM", "*", number, head, date, "BÁO CÁO", "I. Đặc điểm tình hình", "Một phường ven sông."],
    ...["V. Kiến nghị, đề xuất", "Không.", "T/M ĐẢNG UỶ", "BÍ THƯ", signer],
  ]);

let province: Province;
beforeEach(async () => {
  province = await Province.open();
});
afterAll(removeProvinces);

const only = ({ returns }: CollectResult): CollectedReturn => {
  expect(returns).toHaveLength(1);
  return returns[0] as CollectedReturn;
};

const paperRules = ({ findings }: CollectedReturn): readonly string[] =>
  findings.map(({ id }) => id).filter((id) => id.startsWith("cycle/report-") && id !== "cycle/report-sections-missing");

async function collected(
  wish: PaperWish,
  named: Readonly<Record<string, string | number>> = {},
): Promise<CollectedReturn> {
  province.put("a/bieu.xlsx", await province.return(A, { named }));
  province.put("a/bao-cao.docx", paper(wish));
  return only(await province.collect({ received: "2026-05-22" }));
}

const statusRow = () =>
  statusOf(province.ledger, province.register, HALF.id, "2026-05-26")?.rows.find(({ unit }) => unit === A);
const paperColumn = (): string => {
  const row = statusRow();
  return row === undefined ? "" : (STATUS_COLUMNS.find(({ head }) => head === "Số văn bản")?.text(row, 0) ?? "");
};

describe("the paper of a return", () => {
  it("is taken out of its Word text: into the ledger and the status", async () => {
    const one = await collected({});
    const known = { number: "12-BC/ĐU", date: "2026-05-21", signer: "Lò Thị Mai", signed: false };
    expect(one).toMatchObject({ state: "accepted", paper: known });
    expect(paperRules(one)).toEqual([]);
    expect(province.ledger.counted(A, HALF.id)?.paper).toEqual(known);
    expect(paperColumn()).toBe("12-BC/ĐU, 21/5/2026");
    expect(statusRow()?.signer).toBe("Lò Thị Mai");
  });

  it("agrees with the workbook however that says it", async () => {
    const one = await collected(
      {},
      { vt_so_bao_cao: "Số: 12 - BC/ĐU", vt_nguoi_ky: "Đồng chí Lò Thị Mai", vt_ngay_bao_cao: "21/5/2026" },
    );
    expect(paperRules(one)).toEqual([]);
  });

  it("waits for its number: chưa vào số", async () => {
    const one = await collected({ number: "Số       -BC/ĐU", date: "Sông Kim, ngày    tháng 5 năm 2026" });
    expect(one).toMatchObject({ state: "accepted", paper: { signer: "Lò Thị Mai" } });
    expect(one.paper).not.toHaveProperty("number");
    expect(paperRules(one)).toEqual(["cycle/report-unnumbered"]);
    expect(paperColumn()).toBe("chưa vào số");
  });

  it("has the workbook's number while its text waits for one", async () => {
    await collected({ number: "Số …-BC/ĐU" }, { vt_so_bao_cao: "15-BC/ĐU" });
    expect(paperColumn()).toBe("15-BC/ĐU, 21/5/2026");
  });

  it.each([
    ["another number in the workbook", {}, { vt_so_bao_cao: "15-BC/ĐU" }, "cycle/report-number-differs"],
    ["another day in the workbook", {}, { vt_ngay_bao_cao: "20/5/2026" }, "cycle/report-date-differs"],
    ["another signer in the workbook", {}, { vt_nguoi_ky: "Hà Văn Sơn" }, "cycle/report-signer-differs"],
    ["a day after it came", { date: "Sông Kim, ngày 23 tháng 5 năm 2026" }, {}, "cycle/report-date-after"],
    ["a day that does not exist", { date: "Sông Kim, ngày 31 tháng 4 năm 2026" }, {}, "cycle/report-date-impossible"],
    ["the State's signs under the Party's title", { number: "Số: 12/BC-ĐU" }, {}, "cycle/report-number-family"],
    [
      "the Party's signs under the State's title",
      { head: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
      {},
      "cycle/report-number-family",
    ],
    ["the code of another type", { number: "Số 12-KH/ĐU" }, {}, "cycle/report-number-type"],
  ] as const)("contradicts: %s; the figures count", async (_, wish, named, id) => {
    const one = await collected(wish, named);
    expect(one.state).toBe("accepted");
    expect(paperRules(one)).toEqual([id]);
    expect(one.findings.find((finding) => finding.id === id)?.remedy).not.toBe("");
    expect(province.ledger.counted(A, HALF.id)).toBeDefined();
  });

  it("says how the number should be written", async () => {
    const { findings } = await collected({ number: "Số: 12/BC-ĐU" });
    expect(findings.find(({ id }) => id === "cycle/report-number-family")?.remedy).toContain("12-BC/ĐU");
  });

  it("is spoken of in the answer, with what is to be asked about it", async () => {
    const one = await collected({}, { vt_so_bao_cao: "15-BC/ĐU" });
    const request = {
      ...{ unit: "Đảng uỷ phường Sông Kim", code: A, period: HALF, file: "bieu.xlsx", received: "2026-05-22" },
      ...{ findings: one.findings, paper: one.paper, lastDay: "2026-05-28", revision: 1, signed: true },
      workbook: await province.return(A),
    };
    const office: Workspace = {
      ...{ root: "/", family: "party", superior: ["TỈNH UỶ HÀ TRUNG"], name: ["BAN TỔ CHỨC"], place: "Hà Trung" },
      ...{ author: "Ban Tổ chức Tỉnh uỷ", typeCodes: {}, series: { decisions: "separate", state: "perType" } },
    };
    const receipt = await answerFiles(office, request, "2026-05-22");
    const message = new TextDecoder().decode(receipt.files[0]?.bytes);
    expect(message).toContain("(báo cáo số 12-BC/ĐU, ngày 21/5/2026, người ký Lò Thị Mai)");
    expect(message).toContain("sổ Excel ghi số 15-BC/ĐU");
    const fault = {
      ...one.findings[0],
      id: "cycle/missing-value",
      rule: "SL-THIEU",
      severity: "error",
      weight: "error",
    };
    const findings = [
      ...one.findings,
      { ...fault, found: "Còn trống.", remedy: "Nhập số." } as (typeof one.findings)[number],
    ];
    const slip = await answerFiles(office, { ...request, findings }, "2026-05-22");
    const text = strFromU8(
      unzipSync(slip.files[0]?.bytes ?? new Uint8Array())["word/document.xml"] ?? new Uint8Array(),
    );
    expect(text.replace(/<[^>]+>/gu, "")).toMatch(
      /ngày 22\/5\/2026 \(báo cáo số 12-BC\/ĐU.*2\. ?Về văn bản báo cáo.*số 15-BC\/ĐU/u,
    );
  });
});
