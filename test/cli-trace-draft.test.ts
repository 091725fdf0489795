import { describe, expect, it } from "vitest";
import { FEW_UNITS, openCycleOffice } from "./cli-cycle.sample.js";

describe("a trace of a draft", () => {
  it("has each sentence once, with its line", async () => {
    const desk = await openCycleOffice(FEW_UNITS);
    try {
      await desk.cycle("2026-05-04", "open", "2026-6t");
      const draft = [
        "---\nthể loại: Báo cáo\n---\n",
        "Kết nạp [999](vt:C02/tinh/2026-6t) đảng viên; có [888](vt:C06/tinh/2026-6t) đảng viên.\n",
        "Đến nay có [777](vt:B05/tinh/2026-6t) tổ chức đảng.\n",
      ].join("\n");
      await desk.write("du-thao.md", draft);
      const { stdout } = await desk.call(["trace", "du-thao.md"]);
      expect(stdout.match(/dòng 5: Kết nạp 999 đảng viên; có 888 đảng viên\./gu)).toHaveLength(1);
      expect(stdout).toMatch(
        /vt:C02\/tinh\/2026-6t: trong bản thảo 999, nay chưa có số liệu\n +vt:C06\/tinh\/2026-6t: trong bản thảo 888/u,
      );
      expect(stdout).toMatch(/dòng 7: Đến nay có 777 tổ chức đảng\.\n +vt:B05/u);
      const { moved } = JSON.parse((await desk.call(["trace", "du-thao.md", "--format", "json"])).stdout);
      expect(moved.map(({ line }: { line: number }) => line)).toEqual([5, 5, 7]);
      const checked = await desk.call(["check", "du-thao.md"]);
      expect(checked.exit).toBe(1);
      expect(checked.stderr + checked.stdout).toMatch(/du-thao\.md:5:9 +lỗi +C02 Kết nạp đảng viên/u);
    } finally {
      desk.remove();
    }
  });
});
