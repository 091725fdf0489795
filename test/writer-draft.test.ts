import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import { parseDraft } from "../src/source/draft/index.js";
import { escapeText } from "../src/writers/draft/escape.js";
import { writeDraft } from "../src/writers/draft/index.js";
import { writeInlines } from "../src/writers/draft/inlines.js";

describe("a written draft", () => {
  it("looks as a clerk would type it", async () => {
    const draft = `---
hệ thống: Nhà nước
thể loại: Quyết định
cơ quan ban hành: UBND XÃ TÂN LĨNH
số: 7
ký hiệu: QĐ-UBND
địa danh: Tân Lĩnh
ngày: 05/02/2026
trích yếu: |
  Về việc thành lập Tổ công tác
  năm 2026
thẩm quyền ban hành: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ
căn cứ: |
  Căn cứ *Luật Tổ chức chính quyền địa phương*;
  Theo đề nghị của Trưởng phòng[^1].
nơi nhận: |
  - Như Điều 2;
  - Phòng A, } để
  - Phòng B,
    tổ C; }
  - Lưu: VT.
ký: |
  CHỦ TỊCH

  Trần Minh Khôi
trình bày:
  cỡ chữ: 13,5
---

QUYẾT ĐỊNH:

**Điều 1.** Thành lập Tổ công tác gồm 05 người (A & B), x < 5; [12](vt:C02/xa/2026-nam) hộ.

# I- MỘT

**1. Hai:** ba *bốn*<sup>2</sup>

\\- năm

# Chương I

# QUY ĐỊNH

| TT | Tên |
| :-: | --- |
| 1 | < |

\`\`\`bảng
cột: 10mm stt, * chữ
| TT | Tên |
| ^ | **a**<br>b |
| --- | --- |
| 1 |  |
\`\`\`

# Phụ lục I {ngang}

# DANH SÁCH

(Kèm theo Quyết định số 7)

Một

[^1]: Tờ trình số 3.

    Hai
`;
    const { document, findings } = await parseDraft(draft);
    expect(findings).toEqual([]);
    expect(document && writeDraft(document)).toBe(draft);
  });

  it("leaves signs alone that have no meaning where they stand", () => {
    for (const text of ["A & B", "x < 5", "a_b", "(1) 50% #1 ~ = + - @ ! ' \" ; : …", "5 > 3", "]", "^"]) {
      expect(escapeText(text)).toBe(text);
    }
    expect(escapeText("a*b [c] <b> &amp; \\ _d | e")).toBe("a\\*b \\[c] \\<b> \\&amp; \\\\ \\_d \\| e");
  });

  it("uses stars where they work and tags elsewhere", () => {
    const bold = (text: string) => ({ kind: "text" as const, text, bold: true as const });
    const plain = (text: string) => ({ kind: "text" as const, text });
    expect(writeInlines([bold("Hình thức:"), plain(" văn bản")])).toBe("**Hình thức:** văn bản");
    expect(writeInlines([bold("Hình thức:"), plain("văn bản")])).toBe("<b>Hình thức:</b>văn bản");
    expect(writeInlines([bold("a "), { ...bold("b"), italic: true }, bold(" c")])).toBe("**a <i>b</i> c**");
    expect(writeInlines([bold("a"), { kind: "noteMark", note: 1 }, bold("b")])).toBe("**a[^1]b**");
    expect(writeInlines([bold("a"), { kind: "text", text: "b", italic: true }])).toBe("<b>a</b><i>b</i>");
    expect(writeInlines([bold(" a")])).toBe("<b> a</b>");
  });

  it("quotes what YAML would read otherwise", async () => {
    const document: Document = {
      family: "party",
      type: "ke-hoach",
      place: "Sông Kim: phường",
      author: "- Ban # 1",
      urgency: '"Khẩn"',
      secrecy: "*Mật",
      contact: ["[a]", "b: c"],
      body: [],
      notes: [],
      annexes: [],
    };
    const draft = writeDraft(document);
    expect(draft).toContain('địa danh: "Sông Kim: phường"');
    expect((await parseDraft(draft)).document).toEqual(document);
  });

  it("never lets text of the model change the structure", async () => {
    const document: Document = {
      family: "party",
      type: "ke-hoach",
      place: "a\n---\nsố: 5",
      subject: ["một\nký: |", "---"],
      body: [{ kind: "paragraph", inlines: [{ kind: "text", text: "một\n\n# hai\n---" }] }],
      notes: [],
      annexes: [],
    };
    const { document: back } = await parseDraft(writeDraft(document));
    expect(back).toMatchObject({
      place: "a --- số: 5",
      subject: ["một ký: |", "---"],
      body: [{ kind: "paragraph", inlines: [{ kind: "text", text: "một  # hai ---" }] }],
    });
    expect(back?.number).toBeUndefined();
  });
});
