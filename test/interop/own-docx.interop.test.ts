/** Our Word files edited in LibreOffice and read back: needs soffice on the machine. */
import { execFile, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOwnDocx } from "../../src/importing/own-docx.js";
import { Document } from "../../src/model/document.js";
import { boundFigures } from "../../src/report/bound/walk.js";
import { OWN_DRAFT, ownDocx, readOwnDraft } from "../own-docx.sample.js";

const run = promisify(execFile);

function present(tool: string): boolean {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

const BASIC = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Found(doc As Object, words As String) As Object
  Dim search As Object
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Found = doc.findFirst(search)
End Function
Sub Edit(source As String, target As String, what As String, words As String, other As String)
  Dim doc As Object, at As Object, cursor As Object, held As Object, goal As Object
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden" : args(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, args())
  If what &lt;&gt; "save" Then at = Found(doc, words)
  Select Case what
    Case "replace"
      at.setString(other)
    Case "split"
      cursor = at.getText().createTextCursorByRange(at.getEnd())
      at.getText().insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    Case "sentence"
      cursor = at.getText().createTextCursorByRange(at)
      cursor.gotoStartOfSentence(False)
      cursor.gotoEndOfSentence(True)
      cursor.setString("")
    Case "paragraph", "move", "copy"
      cursor = at.getText().createTextCursorByRange(at)
      cursor.gotoStartOfParagraph(False)
      cursor.gotoNextParagraph(True)
      If what &lt;&gt; "paragraph" Then
        doc.CurrentController.select(cursor)
        held = doc.CurrentController.getTransferable()
      End If
      If what &lt;&gt; "copy" Then cursor.setString("")
      If what &lt;&gt; "paragraph" Then
        goal = Found(doc, other)
        cursor = goal.getText().createTextCursorByRange(goal.getStart())
        cursor.gotoStartOfParagraph(False)
        doc.CurrentController.select(cursor)
        doc.CurrentController.insertTransferable(held)
      End If
  End Select
  args(0).Name = "FilterName" : args(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), args())
  doc.close(True)
End Sub
</script:module>
`;
const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`;

const C02 = "vt:C02/tinh/2026-nam";
const bindings = (document: Document) => [...boundFigures(document)].map(({ figure }) => [figure.binding, figure.text]);

describe.skipIf(!present("soffice"))("our Word file in LibreOffice", () => {
  let folder = "";
  let made: Document;
  let turn = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-own-"));
    made = Document.parse(await readOwnDraft(OWN_DRAFT));
    await writeFile(join(folder, "van-ban.docx"), await ownDocx(made));
    // a first start makes the profile
    await run("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--terminate_after_init"]);
    const library = join(folder, "profile", "user", "basic", "Standard");
    await mkdir(library, { recursive: true });
    await writeFile(join(library, "Module1.xba"), BASIC);
    await writeFile(join(library, "script.xlb"), LIBRARY);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function edit(what: string, words = "", other = "") {
    turn += 1;
    const target = join(folder, `sua-${turn}.docx`);
    const quoted = [join(folder, "van-ban.docx"), target, what, words, other].map((each) => `"${each}"`).join(",");
    await run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      ...["--headless", `macro:///Standard.Module1.Edit(${quoted})`],
    ]);
    const reading = await readOwnDocx(new Uint8Array(await readFile(target)));
    if (!reading.ok) throw new Error(reading.fault);
    return reading.value;
  }

  it("is the same when it is only saved", async () => {
    const { document, changes } = await edit("save");
    expect(changes).toEqual([]);
    expect(document).toEqual(made);
  });

  it("has a figure changed", async () => {
    const { document, changes } = await edit("replace", "54", "55");
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ before: "1.054" });
    // typed over: bound still, or said to be lost, and never another figure's
    const [first] = changes;
    if (first?.kind === "changed") expect(first).toMatchObject({ binding: C02, after: "1.055" });
    else expect(first).toMatchObject({ kind: "lost", binding: C02 });
    const others = (of: Document) => bindings(of).filter(([binding]) => binding !== C02);
    expect(others(document)).toEqual(others(made));
  });

  it("has words renamed around the figures", async () => {
    const { document, changes } = await edit("replace", "toàn tỉnh kết nạp", "toàn Đảng bộ đã kết nạp được");
    expect(changes).toEqual([]);
    expect(bindings(document)).toEqual(bindings(made));
    expect(JSON.stringify(document)).toBe(
      JSON.stringify(made).replace("toàn tỉnh kết nạp", "toàn Đảng bộ đã kết nạp được"),
    );
  });

  it("has a sentence split into two paragraphs", async () => {
    const { document, changes } = await edit("split", "đoàn viên ưu tú;");
    expect(changes).toEqual([]);
    expect(bindings(document)).toEqual(bindings(made));
    expect(document.body).toHaveLength(made.body.length + 1);
  });

  it("has a sentence deleted", async () => {
    const { document, changes } = await edit("sentence", "kết nạp chủ doanh nghiệp");
    // the mark of the note stands behind the full stop: LibreOffice takes it with the sentence that follows
    const gone = ["vt:C02/tinh/2026-nam/cung-ky", "vt:C02a/tinh/2026-nam", "vt:C02d/tinh/2026-nam"];
    const lost = changes.map(({ kind, binding }) => `${kind} ${binding}`).toSorted();
    expect(lost).toEqual(gone.map((binding) => `lost ${binding}`));
    expect(JSON.stringify(document)).not.toContain("kết nạp chủ doanh nghiệp");
    expect(bindings(document)).toEqual(bindings(made).filter(([binding = ""]) => !gone.includes(binding)));
  });

  it("has a paragraph deleted", async () => {
    const { document, changes } = await edit("paragraph", "đoàn viên ưu tú");
    expect(changes.map(({ kind, binding }) => `${kind} ${binding}`).toSorted()).toEqual([
      "lost vt:D10/tinh/2026-nam",
      "lost vt:D11/tinh/2026-nam",
    ]);
    expect(document.body).toHaveLength(made.body.length - 1);
  });

  it.each(["move", "copy"])(
    "has a paragraph put elsewhere: %s",
    async (what) => {
      const { document, changes } = await edit(what, "đoàn viên ưu tú", "Kết quả theo khu vực");
      const both = ["vt:D10/tinh/2026-nam", "vt:D11/tinh/2026-nam"];
      expect(changes.map(({ kind, binding }) => [kind, binding])).toEqual(
        what === "copy" ? both.map((binding) => ["copied", binding]) : [],
      );
      const twice = what === "copy" ? bindings(made).filter(([binding = ""]) => both.includes(binding)) : [];
      expect(bindings(document).toSorted()).toEqual([...bindings(made), ...twice].toSorted());
      expect(JSON.stringify(document).match(/đoàn viên ưu tú/gu)).toHaveLength(what === "copy" ? 2 : 1);
    },
    60_000,
  );
});
