/** Elements that hold properties while a story is read: of paragraphs, runs, tables, rows, cells. */
import type { XmlScanner } from "../../../xml/xml-scanner.js";
import { DELETED } from "../left-out.js";
import type { OpenTable } from "./frames.js";
import type { OpenParagraph } from "./open-paragraph.js";
import { type RunProperties, readTwips, takeParagraphProperty, takeRunProperty } from "./properties.js";
import { drawsLine } from "./style-sheet.js";

type Holder = "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr";

export class OpenProperties {
  #holder: Holder | undefined;
  /** Properties of the paragraph's mark are being read. */
  #ofMark = false;
  /** Borders of a table or a cell are being read. */
  #borders = false;
  /** Margins inside the cells of a table are being read. */
  #margins = false;
  #run: RunProperties = {};

  /** Those of the run that is being read. */
  get run(): RunProperties {
    return this.#run;
  }

  /** Whose properties are being read; undefined in the text itself. */
  get holder(): Holder | undefined {
    return this.#holder;
  }

  startRun(): void {
    this.#run = {};
  }

  start(holder: Holder): void {
    this.#holder = holder;
  }

  /** Takes a property of the innermost paragraph or table. */
  take(scanner: XmlScanner, paragraph: OpenParagraph | undefined, table: OpenTable | undefined): void {
    switch (this.#holder) {
      case "pPr":
        this.#takeOfParagraph(scanner, paragraph);
        return;
      case "rPr":
        takeRunProperty(scanner, this.#run);
        return;
      case "tblPr":
        if (table !== undefined) this.#takeOfTable(scanner, table);
        return;
      case "trPr":
        if (table !== undefined) takeOfRow(scanner, table);
        return;
      case "tcPr":
        if (table !== undefined) this.#takeOfCell(scanner, table);
    }
  }

  /** Takes an element that ends; true where it was one of properties, or stood among them. */
  end(name: string): boolean {
    if (name === this.#holder && !(name === "rPr" && this.#ofMark)) this.#holder = undefined;
    else if (name === "rPr" && this.#holder === "pPr") this.#ofMark = false;
    else if (name === "tblBorders" || name === "tcBorders") this.#borders = false;
    else if (name === "tblCellMar") this.#margins = false;
    else return this.#holder !== undefined;
    return true;
  }

  #takeOfParagraph(scanner: XmlScanner, paragraph: OpenParagraph | undefined): void {
    const { name } = scanner;
    if (name === "rPr") this.#ofMark = !scanner.empty;
    else if (paragraph === undefined) return;
    else if (!this.#ofMark) takeParagraphProperty(scanner, paragraph.properties);
    else if (DELETED.has(name)) paragraph.markDeleted = true;
    else takeRunProperty(scanner, paragraph.markProperties);
  }

  #takeOfTable(scanner: XmlScanner, table: OpenTable): void {
    const { name } = scanner;
    if (name === "tblStyle") table.style = scanner.attribute("val") ?? "";
    else if (name === "tblBorders") this.#borders = !scanner.empty;
    else if (name === "tblCellMar") this.#margins = !scanner.empty;
    else if (this.#borders) table.bordered ||= drawsLine(scanner);
    else if (this.#margins) {
      const width = readTwips(scanner.rawAttribute("w"));
      if (width === undefined) return;
      if (name === "left" || name === "start") table.cellMargins.left = width;
      else if (name === "right" || name === "end") table.cellMargins.right = width;
    }
  }

  #takeOfCell(scanner: XmlScanner, table: OpenTable): void {
    const { name } = scanner;
    const { cell } = table;
    if (cell === undefined) return;
    if (name === "gridSpan") cell.colSpan = Math.min(63, Math.max(1, Number(scanner.attribute("val")) || 1));
    else if (name === "vMerge") cell.merge = scanner.attribute("val") === "restart" ? "start" : "continue";
    else if (name === "tcBorders") this.#borders = !scanner.empty;
    else if (this.#borders) table.bordered ||= drawsLine(scanner);
  }
}

function takeOfRow(scanner: XmlScanner, { row }: OpenTable): void {
  const { name } = scanner;
  if (row === undefined) return;
  if (DELETED.has(name)) row.deleted = true;
  else if (name === "tblHeader") row.header = scanner.attribute("val") !== "0";
  else if (name === "gridBefore") row.column += Number(scanner.attribute("val")) || 0;
}
