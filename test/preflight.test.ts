import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import { HD05 } from "../src/norms/hd05.js";
import { ND30 } from "../src/norms/nd30.js";
import { preflight } from "../src/preflight/index.js";
import { render } from "../src/render.js";
import { parseDraft } from "../src/source/draft/index.js";
import { FONTS, fixtureDocument } from "./fixture-documents.js";

const ids = (document: Document, asDraft = false, norm = HD05) =>
  preflight(document, norm, undefined, asDraft).map(({ id, severity }) => `${severity} ${id}`);
const paragraph = (text: string): Document["body"][number] => ({
  kind: "paragraph",
  inlines: [{ kind: "text", text }],
});

describe("preflight", () => {
  it.each([
    ["issuer", { issuer: undefined }],
    ["number", { number: undefined }],
    ["place", { place: undefined }],
    ["subject", { subject: undefined }],
    ["signatures", { signatures: undefined }],
    ["recipients", { recipients: undefined }],
  ])("misses %s", async (_, without) => {
    const document = { ...(await fixtureDocument("ke-hoach-so-ket")), ...without } as Document;
    expect(ids(document)).toEqual(["error preflight/missing-component"]);
    expect(ids(document, true)).toEqual(["warning preflight/missing-component"]);
  });

  it("lets number and day wait", async () => {
    const document = await fixtureDocument("ke-hoach-so-ket");
    expect(ids({ ...document, number: { typeCode: "KH", bodyCode: "TU" }, date: { year: 2026 } })).toEqual([]);
  });

  it("asks a công văn for its addressees, and no báo cáo of the Party", async () => {
    const letter = await fixtureDocument("cong-van");
    expect(ids({ ...letter, addressees: undefined })).toEqual(["error preflight/missing-component"]);
    expect(ids({ ...(await fixtureDocument("bao-cao")), addressees: undefined })).toEqual([]);
  });

  it.each(["{{tên}}", "[nêu mục đích]", "[ ]", "ngày .....", "ngày xx/xx", "……"])(
    "finds the placeholder %s",
    async (text) => {
      const document = await fixtureDocument("ke-hoach-so-ket");
      expect(ids({ ...document, body: [...document.body, paragraph(`Trước ${text} sau.`)] })).toEqual([
        "error preflight/placeholder",
      ]);
    },
  );

  it.each(["[1]", "vân vân…", "số XX", "(b/c)"])("takes %s for what it is", async (text) => {
    const document = await fixtureDocument("ke-hoach-so-ket");
    expect(ids({ ...document, body: [...document.body, paragraph(`Theo ${text}, sau đó.`)] })).toEqual([]);
  });

  it("names a character that the font lacks, even in a draft", async () => {
    const document = await fixtureDocument("ke-hoach-so-ket");
    const odd = { ...document, body: [...document.body, paragraph("Đạt ☑ yêu cầu.")] };
    expect(ids(odd, true)).toEqual(["error preflight/missing-glyph"]);
    expect(preflight(odd, HD05)[0]?.found).toContain("U+2611");
  });

  it("warns of secrecy under hd05, where only the law speaks of it", async () => {
    const document = { ...(await fixtureDocument("ke-hoach-so-ket")), secrecy: "MẬT" };
    expect(ids(document)).toEqual(["warning preflight/secrecy-by-law"]);
    expect(ids({ ...(await fixtureDocument("nn-ke-hoach")), secrecy: "MẬT" }, false, ND30)).toEqual([]);
  });
});

describe("what the author chose", () => {
  it("is held against the norm's limits", async () => {
    const document = await fixtureDocument("ke-hoach-so-ket");
    const presentation = { size: 9, lineSpacing: 40, paragraphSpacing: 3, firstIndent: 20 };
    expect(ids({ ...document, presentation })).toEqual(Array(4).fill("warning preflight/outside-norm"));
    expect(
      ids({ ...document, presentation: { size: 15, lineSpacing: 22, paragraphSpacing: 6, firstIndent: 12.7 } }),
    ).toEqual([]);
  });

  it("names a type code that belongs to another type", async () => {
    const document = await fixtureDocument("cong-van");
    expect(ids({ ...document, number: { typeCode: "KH", bodyCode: "TU" } })).toEqual(["warning preflight/type-code"]);
  });

  it("prints words in brackets that are typed with a backslash", async () => {
    const draft = `---
thể loại: Kế hoạch
---
Tài liệu \\[nội bộ\\] và [nêu rõ] cùng [nêu tiếp].
`;
    const { document, places } = await parseDraft(draft);
    if (document === undefined) throw new Error("unread");
    const found = preflight(document, HD05, places).filter(({ id }) => id === "preflight/placeholder");
    expect(found.map((finding) => finding.found)).toEqual([
      "Còn chỗ chờ điền: “[nêu rõ]”.",
      "Còn chỗ chờ điền: “[nêu tiếp]”.",
    ]);
  });
});

describe("render", () => {
  it("writes nothing when a finding is an error, and a draft mark with --draft", async () => {
    const { signatures: _, ...unsigned } = await fixtureDocument("ke-hoach-so-ket");
    const refused = await render({ document: unsigned }, { formats: ["docx", "pdf"], fonts: FONTS });
    expect(refused.files).toEqual([]);
    const draft = await render({ document: unsigned }, { formats: ["docx"], fonts: FONTS, asDraft: true });
    expect(draft.files).toHaveLength(1);
    expect(draft.findings.every(({ severity }) => severity === "warning")).toBe(true);
  });

  it("names the image of a signature that is missing or is no PNG", async () => {
    const document = await fixtureDocument("ke-hoach-so-ket");
    const [signature] = document.signatures ?? [];
    const signed = { ...document, signatures: [{ lines: [], ...signature, image: "chu-ky.png" }] };
    const missing = await render({ document: signed }, { formats: ["pdf"], fonts: FONTS });
    expect(missing.findings.map(({ id }) => id)).toEqual(["preflight/missing-image"]);
    const broken = await render(
      { document: signed },
      { formats: ["pdf"], fonts: FONTS, readAttachment: async () => new TextEncoder().encode("GIF89a") },
    );
    expect(broken.findings.map(({ id }) => id)).toEqual(["preflight/bad-image"]);
  });
});
