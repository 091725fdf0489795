import { resolveCellText } from "../../../xml/entities.js";
import type { XmlScanner } from "../../../xml/xml-scanner.js";
import type { CellContent, CellFormula, SheetCell } from "./cell.js";

/** What cells of all sheets refer to. */
export interface CellContext {
  /** Shared texts by index. */
  readonly strings: readonly string[];
  /** Whether a style shows dates, by index of the style. */
  readonly dateStyles: readonly boolean[];
}

interface SharedFormula {
  readonly raw: string;
  readonly row: number;
  readonly column: number;
}

/** Reads the cell whose start tag a scanner has just met; keeps the sheet's shared formulas. */
export class CellReader {
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: CellContext,
  ) {}

  /** The cell at this place; undefined when it holds nothing. Leaves the scanner behind the cell. */
  read(row: number, column: number): SheetCell | undefined {
    const { scanner } = this;
    const type = scanner.rawAttribute("t") ?? "n";
    const style = scanner.rawAttribute("s");
    let formula: CellFormula | undefined;
    let value = scanner.onlyText("v", "c");
    if (value !== undefined) return this.cellOf(this.content(type, value, style), undefined);
    while (scanner.next()) {
      if (scanner.name === "c" && scanner.closing) break;
      if (scanner.closing) continue;
      if (scanner.name === "v") value = scanner.empty ? "" : scanner.text();
      else if (scanner.name === "f") formula = this.readFormula(row, column);
      else if (scanner.name === "is") value = scanner.empty ? "" : readRichText(scanner, "is");
    }
    return this.cellOf(this.content(type, value, style), formula);
  }

  private cellOf(content: CellContent, formula: CellFormula | undefined): SheetCell | undefined {
    if (formula === undefined) return content.kind === "none" ? undefined : { content };
    return { content, formula };
  }

  private readFormula(row: number, column: number): CellFormula {
    const { scanner } = this;
    const index = scanner.rawAttribute("t") === "shared" ? scanner.rawAttribute("si") : undefined;
    const raw = scanner.empty ? "" : scanner.rawText();
    if (index === undefined) return { raw, rows: 0, columns: 0 };
    const known = this.shared.get(index);
    if (raw !== "") this.shared.set(index, { raw, row, column });
    else if (known !== undefined) return { raw: known.raw, rows: row - known.row, columns: column - known.column };
    return { raw, rows: 0, columns: 0 };
  }

  private content(type: string, value: string | undefined, style: string | undefined): CellContent {
    if (value === undefined) return { kind: "none" };
    switch (type) {
      case "s":
        return textContent(this.context.strings[Number(value)] ?? "");
      case "str":
      case "inlineStr":
        return textContent(resolveCellText(value));
      case "b":
        return { kind: "boolean", value: /^(?:1|true)$/u.test(value.trim()) };
      case "e":
        return { kind: "error", code: value.trim() };
      case "d":
        return { kind: "day", iso: value.trim() };
      default:
        return numberContent(value, this.context.dateStyles[Number(style ?? 0)] === true);
    }
  }
}

function textContent(text: string): CellContent {
  return text === "" ? { kind: "none" } : { kind: "text", text };
}

/** A number with the 15 digits that Excel keeps; anything else as the text that it is. */
function numberContent(value: string, date: boolean): CellContent {
  const text = value.trim();
  if (text === "") return { kind: "none" };
  const number = Number(text);
  if (!Number.isFinite(number)) return { kind: "text", text };
  return { kind: "number", value: Number.isSafeInteger(number) ? number : Number(number.toPrecision(15)), date };
}

/** The text of an element with runs, up to its end tag; readings (phonetic) left out. */
export function readRichText(scanner: XmlScanner, element: string): string {
  let text = "";
  while (scanner.next()) {
    if (scanner.closing) {
      if (scanner.name === element) break;
    } else if (scanner.name === "rPh") scanner.skip();
    else if (scanner.name === "t" && !scanner.empty) text += scanner.text();
  }
  return text;
}
