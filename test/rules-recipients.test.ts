import { describe, expect, it } from "vitest";
import { checkDraft } from "../src/check.js";
import { draftOf } from "./rules.sample.js";

const told = async (recipients: string, family: "party" | "state" = "party") => {
  const findings = await checkDraft(draftOf({ header: { "nơi nhận": recipients } }, family));
  return findings
    .filter(({ rule }) => rule === "P54" || rule === "S25")
    .map(({ severity, rule, quote }) => `${severity} ${rule} ${quote}`);
};

describe("marks at the ends of Nơi nhận in a draft", () => {
  it("notes a line without one among lines that have theirs", async () => {
    expect(await told("- Ban Tổ chức Tỉnh uỷ;\n- Các chi bộ trực thuộc\n- Lưu Văn phòng Đảng uỷ.")).toEqual([
      "note P54 Các chi bộ trực thuộc",
    ]);
    expect(await told("- Các sở, ban, ngành tỉnh\n- Lưu: VT, NN (05).", "state")).toEqual([
      "note S25 Các sở, ban, ngành tỉnh",
    ]);
  });

  it("leaves a list to the layout whose lines all go without", async () => {
    expect(await told("- Ban Tổ chức Tỉnh uỷ\n- Các chi bộ trực thuộc\n- Lưu Văn phòng Đảng uỷ")).toEqual([]);
  });

  it("calls a wrong mark an error", async () => {
    expect(await told("- Các chi bộ trực thuộc,\n- Lưu Văn phòng Đảng uỷ.")).toEqual([
      "error P54 Các chi bộ trực thuộc,",
    ]);
  });
});
