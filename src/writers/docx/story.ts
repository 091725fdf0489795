/** Reads the text of a story of a Word file: its body, a note, a header. */
import type { XmlHandler } from "./xml-scan.js";

/** Elements whose text is not printed: deleted and moved-away text, properties, the second of two alternatives. */
const UNSEEN = new Set(["w:del", "w:moveFrom", "w:rPr", "w:pPr", "w:sectPr", "mc:Fallback"]);

/** Characters that are elements. */
const CHARACTERS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
};

/** Fields that show the number of a page, or of all pages. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu;

interface Field {
  code: string;
  inResult: boolean;
}

/** How notes are numbered in a story. */
export interface NoteNumbers {
  /** Called at each mark in the text, with "footnote" or "endnote" and the note's id; returns the number printed. */
  readonly reference: (kind: "footnote" | "endnote", id: string) => string;
  /** Number printed at the head of the note that is being read. */
  readonly own: string;
}

const isOff = (value: string | undefined): boolean => value === "0" || value === "false" || value === "off";

/** Collects the paragraphs of a story from the scan of its XML: NFC, without the empty ones. */
export class StoryReader implements XmlHandler {
  readonly paragraphs: string[] = [];
  /** Texts of the open paragraphs: a text box opens paragraphs inside one. */
  private readonly open: string[] = [];
  private readonly fields: Field[] = [];
  private unseen = 0;
  private inText = false;
  private inCode = false;
  private hiddenRun = false;
  private inParagraphProperties = false;

  constructor(private readonly numbers: NoteNumbers) {}

  start(name: string, attribute: (local: string) => string | undefined): void {
    if (name === "w:pPr") this.inParagraphProperties = true;
    else if (name === "w:vanish" && !this.inParagraphProperties) this.hiddenRun = !isOff(attribute("val"));
    if (UNSEEN.has(name)) this.unseen += 1;
    if (this.unseen > 0) return;
    switch (name) {
      case "w:p":
        this.open.push("");
        break;
      case "w:t":
        this.inText = true;
        break;
      case "w:instrText":
        this.inCode = true;
        break;
      case "w:br":
        if (attribute("type") === undefined || attribute("type") === "textWrapping") this.append("\n");
        break;
      case "w:fldSimple":
        this.fields.push({ code: attribute("instr") ?? "", inResult: true });
        break;
      case "w:fldChar":
        this.turnField(attribute("fldCharType"));
        break;
      case "w:footnoteReference":
        this.append(this.numbers.reference("footnote", attribute("id") ?? ""));
        break;
      case "w:endnoteReference":
        this.append(this.numbers.reference("endnote", attribute("id") ?? ""));
        break;
      case "w:footnoteRef":
      case "w:endnoteRef":
        this.append(this.numbers.own);
        break;
      default:
        this.append(CHARACTERS[name] ?? "");
    }
  }

  text(text: string): void {
    if (this.unseen > 0) return;
    const field = this.fields.at(-1);
    if (this.inText) this.append(text);
    else if (this.inCode && field !== undefined) field.code += text;
  }

  end(name: string): void {
    if (name === "w:pPr") this.inParagraphProperties = false;
    if (UNSEEN.has(name)) this.unseen -= 1;
    else if (this.unseen > 0) return;
    else if (name === "w:t") this.inText = false;
    else if (name === "w:instrText") this.inCode = false;
    else if (name === "w:r") this.hiddenRun = false;
    else if (name === "w:fldSimple") this.fields.pop();
    else if (name === "w:p") this.close();
  }

  private turnField(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === "begin") this.fields.push({ code: "", inResult: false });
    else if (type === "separate" && field !== undefined) field.inResult = true;
    else if (type === "end") this.fields.pop();
  }

  private append(text: string): void {
    const last = this.open.length - 1;
    if (text === "" || last < 0 || this.hiddenRun) return;
    if (this.fields.some((field) => !field.inResult || PAGE_FIELD.test(field.code))) return;
    this.open[last] += text;
  }

  private close(): void {
    const text = (this.open.pop() ?? "").normalize("NFC");
    if (text.trim() !== "") this.paragraphs.push(text);
  }
}
