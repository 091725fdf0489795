import { bundleOurs } from "./bundle.js";
import { race, median } from "./stopwatch.js";
import { docxtemplater } from "./peers/docxtemplater.js";
import { docx } from "./peers/docx.js";
import { typst } from "./peers/typst.js";
import { pdfmakeFlow } from "./peers/pdfmake.js";
import { readFonts, assetPath } from "../src/assets.js";
import { writeFileSync } from "node:fs";
const b = await bundleOurs();
const ours = await b.load();
const fonts = readFonts();
const plan = ours.plan(10);
const f = (n:string)=>assetPath("fonts","Tinos-"+n+".ttf");
for (const set of [
 [ {name:"ours", prepare:()=>()=>ours.toDocx(plan)}, {name:"ours-render", prepare:()=>()=>ours.toFile(plan,"docx",fonts)}, await docxtemplater(plan, ours.toDocx), docx(plan)],
 [ {name:"ours", prepare:()=>()=>ours.toPdf(plan,fonts)}, {name:"ours-render", prepare:()=>()=>ours.toFile(plan,"pdf",fonts)}, typst(plan, Object.values(fonts)), pdfmakeFlow(plan,{normal:f("Regular"),bold:f("Bold"),italics:f("Italic"),bolditalics:f("BoldItalic")})],
]) {
  const r = await race(set, 20, 31);
  for (const t of r) { console.log(t.name, median(t.times).toFixed(1), t.times[0]!.toFixed(1), t.times.at(-1)!.toFixed(1), t.file.length); writeFileSync("/tmp/out-"+t.name.split(" ")[0]+(set===undefined?"":"")+"."+(t.file[0]===0x25?"pdf":"docx"), t.file); }
}
await b.remove();
