/** Accepts or rejects all tracked changes of Word files in LibreOffice, by a macro in a profile of its own. */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const MACRO = `Sub Settle(source As String, target As String, how As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  Dim dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + how + "AllTrackedChanges", "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
`;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const FILES: Readonly<Record<string, string>> = {
  "Module1.xba": `${HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${MACRO.replaceAll('"', "&quot;")}</script:module>`,
  "script.xlb": `${HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
};

/** @param profile folder of a LibreOffice profile, made here: a first start would write over the macro */
export async function prepareProfile(profile: string): Promise<void> {
  await run("soffice", [`-env:UserInstallation=file://${profile}`, "--headless", "--terminate_after_init"]);
  const folder = join(profile, "user", "basic", "Standard");
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
}

/** Settles all changes of a file and saves it as another. */
export async function settleChanges(profile: string, source: string, target: string, how: "Accept" | "Reject") {
  await run("soffice", [
    `-env:UserInstallation=file://${profile}`,
    "--headless",
    "--norestore",
    `macro:///Standard.Module1.Settle("${source}","${target}","${how}")`,
  ]);
}
