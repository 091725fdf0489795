import { describe, expect, it } from "vitest";
import { Document } from "../src/model/document.js";
import { Figure } from "../src/model/inline.js";
import { Target } from "../src/model/target.js";
import { Task } from "../src/model/task.js";
import { Text } from "../src/model/text.js";
import { Timing } from "../src/model/timing.js";
import { FIXTURES, fixtureDocument } from "./fixture-documents.js";

describe("the model", () => {
  it("holds text in NFC", () => {
    expect(Text.parse("Uỷ ban".normalize("NFD"))).toBe("Uỷ ban");
  });

  it("lets every part be absent but family, type and the lists", () => {
    const bare = { family: "party", type: "ke-hoach", body: [], notes: [], annexes: [] };
    expect(Document.parse(bare)).toEqual(bare);
    expect(Document.safeParse({ ...bare, date: { year: 2026, month: 13 } }).success).toBe(false);
    expect(Document.safeParse({ ...bare, number: { sequence: 0, bodyCode: "TU" } }).success).toBe(false);
  });

  it.each(FIXTURES)("survives JSON: %s", async (name) => {
    const document = await fixtureDocument(name);
    expect(Document.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it("binds figures by a path of three or four parts", () => {
    const figure = (binding: string) => Figure.safeParse({ kind: "figure", text: "1.054", binding }).success;
    expect(["vt:C02/tinh/2026-nam", "vt:C02/tinh/2026-nam/cung-ky"].map(figure)).toEqual([true, true]);
    expect(["C02/tinh/2026-nam", "vt:C02/tinh", "vt:C 02/tinh/2026"].map(figure)).toEqual([false, false, false]);
  });

  it("holds tasks, timings and targets", () => {
    const timing = { printed: "Trước ngày 20/4/2026", terms: [{ kind: "before", day: "2026-04-20" }] } as const;
    const role = { role: "advise", label: "Cơ quan tham mưu", bodies: ["Ban Tổ chức Tỉnh uỷ"] } as const;
    const task = { id: "II/2", reference: "II/2", text: "Ban hành kế hoạch kiểm tra.", roles: [role], timing };
    expect(Task.parse(task)).toEqual(task);
    expect(Timing.safeParse({ ...timing, terms: [{ kind: "before", day: "2026-02-31" }] }).success).toBe(false);
    const backwards = { kind: "within", spans: [{ from: "2026-07-01", to: "2026-06-30" }] };
    expect(Timing.safeParse({ ...timing, terms: [backwards] }).success).toBe(false);
    const target = { printed: "01 đến 02 đảng viên", comparator: "range", value: 1, unit: "đảng viên" };
    expect(Target.safeParse({ ...target, upTo: 2 }).success).toBe(true);
    expect(Target.safeParse(target).success).toBe(false);
    expect(Target.safeParse({ ...target, comparator: ">=", upTo: 2 }).success).toBe(false);
  });
});
