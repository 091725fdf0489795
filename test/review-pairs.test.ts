/** Pairs of versions with one known change each: it is reported in its class, and nothing else is, whatever the form. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type Change, type ChangeKind, hasFigures } from "../src/review/compare/change.js";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import { gravityOf } from "../src/review/report/result.js";
import {
  BODY,
  baseVersion,
  documentOf,
  docxFlow,
  docxOf,
  type Form,
  flowIn,
  HEAD,
  type SampleVersion,
} from "./review.sample.js";

const FORMS: readonly Form[] = ["draft", "docx", "pdf"];
const MIXED: readonly (readonly [Form, Form])[] = FORMS.flatMap((old) => FORMS.map((neu) => [old, neu] as const));

interface Pair {
  readonly name: string;
  readonly old?: SampleVersion;
  readonly new: () => Promise<SampleVersion>;
  readonly kinds: readonly ChangeKind[];
  readonly check?: (changes: readonly Change[]) => void;
}

/** Made when it is first asked for, and then kept: each version is written once in each form. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const changed = (from: string, to: string) => async (): Promise<SampleVersion> => {
  if (!BODY.includes(from)) throw new Error(`the sample has no «${from}»`);
  return { document: await documentOf(BODY.replace(from, to)) };
};

const paragraph = (beginning: string): string => {
  const found = BODY.split("\n\n").find((text) => text.startsWith(beginning));
  if (found === undefined) throw new Error(`the sample has no paragraph «${beginning}»`);
  return `${found}\n\n`;
};
const DASH = paragraph("- Mở thêm một lớp");
const [FOURTH, FIFTH] = [paragraph("4. Công tác"), paragraph("5. Công đoàn")];

const TEXT_PAIRS: readonly Pair[] = [
  {
    name: "a changed figure in a sentence",
    new: changed("6.480 lao động", "6.408 lao động"),
    kinds: ["figure"],
    check: ([change]) => {
      expect(change?.figure).toMatchObject({ old: "6.480", new: "6.408", kind: "number" });
      expect(change?.oldText).toMatch(/^Trên địa bàn phường .*6\.480 lao động; .* trở lên\.$/u);
      expect(change?.new?.section).toBe("I- TÌNH HÌNH CHUNG");
    },
  },
  {
    name: "a changed figure in a table",
    new: changed("| 2 | Khu phố Cầu Ngói | 48 | 11 | 1 |", "| 2 | Khu phố Cầu Ngói | 48 | 17 | 1 |"),
    kinds: ["figure"],
    check: ([change]) =>
      expect(change?.figure).toEqual({
        kind: "number",
        old: "11",
        new: "17",
        row: "Khu phố Cầu Ngói",
        column: "Kết nạp",
      }),
  },
  {
    name: "a changed date",
    new: changed("trước ngày 30/9/2026", "trước ngày 31/10/2026"),
    kinds: ["figure"],
    check: ([change]) => expect(change?.figure).toMatchObject({ kind: "date", old: "30/9/2026", new: "31/10/2026" }),
  },
  {
    name: "a changed code",
    new: changed("08-KH/TU", "09-KH/TU"),
    kinds: ["figure"],
    check: ([change]) => expect(change?.figure).toMatchObject({ kind: "code", old: "08-KH/TU", new: "09-KH/TU" }),
  },
  {
    name: "a changed figure in a note",
    new: changed("tính đến ngày 15/5/2026", "tính đến ngày 20/5/2026"),
    kinds: ["figure"],
  },
  {
    name: "a moved paragraph",
    new: async () => ({
      document: await documentOf(BODY.replace(DASH, "").replace("Kết quả theo khu phố", `${DASH}Kết quả theo khu phố`)),
    }),
    kinds: ["moved"],
    check: ([change]) => {
      expect(change?.old?.section).toBe("III- NHIỆM VỤ 6 THÁNG CUỐI NĂM");
      expect(change?.new?.section).toBe("II- KẾT QUẢ ĐẠT ĐƯỢC");
    },
  },
  {
    name: "a renamed heading",
    new: changed("# II- KẾT QUẢ ĐẠT ĐƯỢC", "# II- KẾT QUẢ VÀ HẠN CHẾ"),
    kinds: ["heading"],
  },
  {
    name: "an added row",
    new: changed("| 3 | Khu phố Lạc Viên", "| 3 | Khu phố Đồng Vọng | 33 | 5 | 0 |\n| 4 | Khu phố Lạc Viên"),
    kinds: ["rowAdded"],
    check: ([change]) => {
      expect(change?.newText).toContain("Khu phố Đồng Vọng");
      expect(change?.figures?.map((figure) => [figure.new, figure.column])).toEqual([
        ["33", "Doanh nghiệp"],
        ["5", "Kết nạp"],
        ["0", "Chi bộ mới"],
      ]);
    },
  },
  {
    name: "a removed row",
    new: changed("| 4 | Khu phố Thanh Trạch | 50 | 8 | 1 |\n", ""),
    kinds: ["rowRemoved"],
    check: ([change]) => expect(change?.figures?.map(({ old }) => old)).toEqual(["50", "8", "1"]),
  },
  {
    name: "a reworded sentence",
    new: changed("Các chi bộ mới đều có quy chế sinh hoạt.", "Chi bộ nào cũng đã ban hành quy chế làm việc."),
    kinds: ["wording"],
  },
  {
    name: "an added paragraph",
    new: changed(
      DASH,
      `${DASH}- Khen thưởng các chi bộ kết nạp vượt kế hoạch tại hội nghị tổng kết công tác xây dựng Đảng.\n\n`,
    ),
    kinds: ["added"],
  },
  { name: "a removed paragraph", new: changed(DASH, ""), kinds: ["removed"] },
  {
    name: "a removed note",
    new: async () => ({ document: await documentOf(BODY.replace("[^1]", "").replace(/\[\^1\]: .*\n/u, "")) }),
    // a line of the next page now has room on the first
    kinds: ["removed", "pages"],
    check: ([change]) => {
      expect(change?.old).toMatchObject({ part: "note", section: "I- TÌNH HÌNH CHUNG" });
      expect(change?.old?.anchor).toMatch(/^1\. Trên địa bàn phường/u);
      expect(change?.figures?.map(({ old }) => old)).toEqual(["15/5/2026"]);
    },
  },
  {
    name: "a changed unit",
    new: changed("hai lớp với 96 học viên", "ba lớp với 96 học viên"),
    kinds: ["figure"],
    check: ([change]) => expect(change?.figure).toMatchObject({ old: "hai", new: "ba" }),
  },
  {
    name: "another signer",
    new: async () => ({ document: await documentOf(BODY, undefined, HEAD.replace("Trần Minh Khôi", "Lê Thị Thu Hà")) }),
    kinds: ["wording"],
    check: ([change]) => {
      expect([change?.oldText, change?.newText]).toEqual(["Trần Minh Khôi", "Lê Thị Thu Hà"]);
      expect(change?.new?.part).toBe("signature");
      expect(change?.new?.section).toBeUndefined();
    },
  },
  {
    name: "another one for whom is signed",
    new: async () => ({ document: await documentOf(BODY, undefined, HEAD.replace("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ")) }),
    kinds: ["wording"],
    check: ([change]) => expect(change?.new?.part).toBe("signature"),
  },
  {
    name: "another recipient",
    new: async () => ({
      document: await documentOf(BODY, undefined, HEAD.replace("- Các chi bộ trực thuộc;", "- Các chi bộ khu phố;")),
    }),
    kinds: ["wording"],
    check: ([change]) => expect(change?.new?.part).toBe("recipients"),
  },
  {
    name: "a paragraph that was moved and has another number",
    new: async () => ({
      document: await documentOf(
        BODY.replace(FOURTH, "").replace(FIFTH, `${FIFTH.replace("5. ", "4. ")}${FOURTH.replace("4. ", "5. ")}`),
      ),
    }),
    kinds: ["moved", "renumbered"],
  },
  {
    name: "a changed running number",
    new: changed("| 2 | Khu phố Cầu Ngói", "| 7 | Khu phố Cầu Ngói"),
    kinds: ["renumbered"],
  },
];

describe.each(TEXT_PAIRS)("$name", ({ new: make, kinds, check }) => {
  const made = once(make);
  it.each(MIXED)("from %s to %s", async (oldForm, newForm) => {
    const [old, neu] = [await flowIn(oldForm, await baseVersion()), await flowIn(newForm, await made())];
    const { changes } = compareFlows(old, neu);
    expect(changes.map(({ kind }) => kind)).toEqual(kinds);
    expect(gravityOf(changes)).toBe(changes.some(hasFigures) ? 3 : 2);
    check?.(changes);
  });
});

/** Pairs that differ in looks only, in each form. */
const LOOK_PAIRS: readonly Pair[] = [
  {
    name: "changed margins",
    new: async () => ({
      document: await documentOf(),
      restyle: (styled) => ({
        ...styled,
        sections: styled.sections.map((section) => ({
          ...section,
          margins: { ...section.margins, left: section.margins.left - 9, right: section.margins.right + 9 },
        })),
      }),
    }),
    kinds: ["margins"],
    check: ([change]) => {
      // of a PDF the edges of its lines are measured
      const margins = (text: string | undefined) =>
        [...(text ?? "").matchAll(/lề (?:trái|phải)(?: khoảng)? (\d+(?:,\d)?) mm/gu)].map(([, mm = ""]) =>
          Number(mm.replace(",", ".")),
        );
      for (const [text, left, right] of [
        [change?.oldText, 30, 15],
        [change?.newText, 26.8, 18.2],
      ] as const) {
        const [one, other] = margins(text);
        expect(one).toBe(left);
        expect(Math.abs((other ?? 0) - right)).toBeLessThanOrEqual(0.2);
      }
    },
  },
  {
    name: "a changed size of the text",
    new: async () => ({ document: await documentOf(BODY, { size: 13 }) }),
    kinds: ["font"],
    check: ([change]) => expect(`${change?.oldText} → ${change?.newText}`).toBe("cỡ 14 → cỡ 13"),
  },
  {
    name: "text that flows otherwise",
    new: async () => ({ document: await documentOf(BODY, { paragraphSpacing: 18 }) }),
    kinds: ["pages"],
  },
];

describe("another font", () => {
  // our PDF embeds the font that it is given: of one printed elsewhere, see the interop tests
  it.each(["draft", "docx"] as const)("as %s", async (form) => {
    const neu: SampleVersion = {
      document: await documentOf(),
      restyle: (styled) => ({ ...styled, font: "Arial" }),
    };
    const { changes } = compareFlows(await flowIn(form, await baseVersion()), await flowIn(form, neu));
    expect(changes.map(({ kind, oldText, newText }) => [kind, oldText, newText])).toEqual([
      ["font", "phông Times New Roman", "phông Arial"],
    ]);
    expect(gravityOf(changes)).toBe(1);
  });
});

describe.each(LOOK_PAIRS)("$name", ({ new: make, kinds, check }) => {
  it.each(FORMS)("as %s", async (form) => {
    const [old, neu] = [await flowIn(form, await baseVersion()), await flowIn(form, await make())];
    const { changes } = compareFlows(old, neu);
    expect([...new Set(changes.map(({ kind }) => kind))]).toEqual(kinds);
    expect(gravityOf(changes)).toBe(1);
    expect(compareFlows(old, neu, { ignoreLayout: true }).changes).toEqual([]);
    check?.(changes);
  });
});

describe("a Word file of ours", () => {
  const edited = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    if (!xml.includes(from)) throw new Error(`no «${from}» in the file`);
    return zipSync({ ...parts, "word/document.xml": strToU8(xml.replace(from, to)) });
  };

  it("in which one digit was changed has a changed figure, and nothing else", async () => {
    const bytes = await docxOf({ document: await documentOf() });
    const [old, neu] = [docxFlow(bytes), docxFlow(edited(bytes, "214 doanh", "241 doanh"))];
    expect([old.fidelity, neu.fidelity]).toEqual(["model", "file"]);
    const { changes } = compareFlows(old, neu);
    expect(changes.map(({ kind }) => kind)).toEqual(["figure"]);
    expect(changes[0]?.figure).toMatchObject({ old: "214", new: "241" });
    const cell = compareFlows(old, docxFlow(edited(bytes, ">61<", ">67<"))).changes;
    expect(cell.map(({ figure }) => figure)).toEqual([
      { kind: "number", old: "61", new: "67", row: "Khu phố Bến Trạm", column: "Doanh nghiệp" },
    ]);
  });

  it("is read by its text when its model tells something else", async () => {
    const [one, other] = [await documentOf(), await documentOf(BODY.replace("214", "241"))];
    const [bytes, changedBytes] = [await docxOf({ document: one }), await docxOf({ document: other })];
    const [parts, changedParts] = [unzipSync(bytes), unzipSync(changedBytes)];
    const model = strFromU8(changedParts["customXml/item1.xml"] ?? new Uint8Array());
    const hash = /textHash="[^"]*"/u.exec(strFromU8(parts["customXml/item1.xml"] ?? new Uint8Array()))?.[0] ?? "";
    const forged = zipSync({ ...parts, "customXml/item1.xml": strToU8(model.replace(/textHash="[^"]*"/u, hash)) });
    expect(docxFlow(forged).fidelity).toBe("file");
    expect(compareFlows(docxFlow(bytes), docxFlow(forged)).changes).toEqual([]);
  });
});

describe("bound figures", () => {
  it("are told with what they are bound to", async () => {
    const { changes } = compareFlows(
      await flowIn("draft", { document: await documentOf() }),
      await flowIn("docx", { document: await documentOf(BODY.replace("[42]", "[44]")) }),
    );
    expect(changes.map(({ figure }) => figure)).toEqual([
      { kind: "number", old: "42", new: "44", path: "vt:C02/p-song-kim/2026-6t" },
    ]);
  });

  it("that are bound to something else, or no more, are told although they read the same", async () => {
    const bound = "[42](vt:C02/p-song-kim/2026-6t)";
    const told = async (now: string) =>
      compareFlows(
        await flowIn("draft", { document: await documentOf() }),
        await flowIn("docx", { document: await documentOf(BODY.replace(bound, now)) }),
      ).changes.map(({ kind, oldText, newText }) => [kind, oldText, newText]);
    const path = "vt:C02/p-song-kim/2026-6t";
    expect(await told("[42](vt:C03/p-song-kim/2026-6t)")).toEqual([["binding", path, "vt:C03/p-song-kim/2026-6t"]]);
    expect(await told("42")).toEqual([["binding", path, ""]]);
    expect(await told(bound)).toEqual([]);
  });
});
