import { describe, expect, it } from "vitest";
import { readBundledFormSet, readBundledFormSets } from "../src/forms/index.js";
import { nameOfPart, nounOf } from "../src/report/sentences/nouns.js";

const formSet = await readBundledFormSet();
const indicator = (code: string) => {
  const found = formSet.indicators.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no indicator ${code}`);
  return found;
};

describe("the noun behind a number", () => {
  it.each([
    ["A01", "doanh nghiệp"],
    ["A02", "hợp tác xã"],
    ["B05", "tổ chức đảng"],
    // its own name does not spell "TCĐ"; that of another indicator does
    ["B05a", "tổ chức đảng"],
    ["D12", "công đoàn cơ sở"],
    ["T03", "tổ chức đảng"],
    ["C02", "người"],
    ["D06", undefined],
  ])("of %s is “%s”", (code, noun) => {
    expect(nounOf(indicator(code), formSet)).toBe(noun);
  });

  it("is a word wherever the bundled sets count things", async () => {
    for (const each of await readBundledFormSets())
      for (const one of each.indicators) if (one.unit !== "%") expect(nounOf(one, each), one.code).toMatch(/^\p{Ll}/u);
  });
});

describe("the name of a part", () => {
  it.each([
    ["Doanh nghiệp tư nhân", "A01", "doanh nghiệp tư nhân"],
    ["Trong đó: 100% vốn nước ngoài", "A01", "doanh nghiệp 100% vốn nước ngoài"],
    ["Kết nạp đảng viên nữ", "C02", "đảng viên nữ"],
    ["Kết nạp công nhân trực tiếp sản xuất", "C02", "công nhân trực tiếp sản xuất"],
    ["Đảng viên trong quân số tự vệ", "M07", "đảng viên"],
    ["Đảng bộ cơ sở", "B05", "đảng bộ cơ sở"],
    ["Đảng viên nữ", "C06", "đảng viên nữ"],
  ])("%s in %s is “%s”", (name, whole, printed) => {
    expect(nameOfPart(name, whole, formSet, nounOf(indicator(whole), formSet))).toBe(printed);
  });
});
