/** Nơi nhận: the label, its entries, and entries joined by a brace. */
import type { RecipientEntry } from "../../model/closing.js";
import { closeItem } from "../../norms/closing-marks.js";
import { faceOf, LINE_EM, textWidth } from "../face.js";
import { breakLines } from "../line-breaking.js";
import type { StyledBlock, StyledParagraph, StyledTable } from "../styled.js";
import { layoutCell, layoutRow, layoutTable } from "./layout-table.js";
import type { Looks } from "./looks.js";
import { toTwip } from "./units.js";

/** Opens an entry; its further lines are indented by it. */
const DASH = "- ";
/** Part of the column that the entries of a brace group have, however long the words beside the brace are. */
const LEAST_ITEMS_SHARE = 0.5;
/** Space beside a brace, pt. */
const BESIDE_BRACE = 3;

function lineWidth(paragraph: StyledParagraph): number {
  const text = paragraph.inlines.reduce(
    (sum, inline) => sum + (inline.kind === "text" ? textWidth(inline.text, faceOf(inline), inline.size) : 0),
    0,
  );
  return text + paragraph.left + paragraph.firstIndent;
}

export class RecipientsStyler {
  private readonly dash: number;

  /** @param width width of the column, pt */
  constructor(
    private readonly looks: Looks,
    private readonly width: number,
  ) {
    this.dash = toTwip(textWidth(DASH, "regular", looks.formatting("recipient").size));
  }

  label(): StyledParagraph {
    const { recipients } = this.looks.norm;
    const label = this.looks.text("recipientsLabel", recipients.label);
    const colon = this.looks.text("recipientsLabel", ":", recipients.colonInLabel ? {} : { underline: false });
    return this.looks.paragraph("recipientsLabel", [label, colon], { after: 2 });
  }

  /** The paragraphs of each entry under Nơi nhận. */
  entries(entries: readonly RecipientEntry[]): StyledBlock[][] {
    const flat = entries.flatMap((entry) => (entry.kind === "group" ? entry.recipients : [entry]));
    const last = flat.at(-1);
    return entries.map((entry) =>
      entry.kind === "recipient"
        ? this.recipient(entry.lines, entry === last)
        : [
            this.group(
              entry.recipients.map((recipient) => this.recipient(recipient.lines, recipient === last)),
              entry.label,
            ),
          ],
    );
  }

  private recipient(lines: readonly string[], last: boolean): StyledParagraph[] {
    return lines.map((line, index) => {
      const end = index === lines.length - 1;
      const text = end ? closeItem(line, last, this.looks.norm.recipients) : line;
      const opening = index === 0 ? DASH : "";
      return this.looks.line("recipient", opening + text, {
        left: this.dash,
        firstIndent: index === 0 ? -this.dash : 0,
        keepLines: true,
        structure: { kind: index === 0 ? "listItem" : "paragraph" },
      });
    });
  }

  /** Entries joined by a brace: a small table of items, brace, and the words beside it. */
  private group(items: readonly StyledParagraph[][], label: string): StyledTable {
    const room = this.width;
    const { size } = this.looks.formatting("recipient");
    const lines = items.flat();
    const wanted = Math.max(...lines.map(lineWidth)) + BESIDE_BRACE;
    const beside = textWidth(label, "regular", size) + BESIDE_BRACE;
    const braceRoom = textWidth("}", "regular", lines.length * size) + BESIDE_BRACE;
    const first = toTwip(Math.min(wanted, Math.max(room * LEAST_ITEMS_SHARE, room - braceRoom - beside)));
    const height = lines.reduce((count, line) => count + breakLines(line, first).length, 0) * LINE_EM * size;
    // the glyph reaches about as high and low as its line: a brace of n lines is n times the size
    const braceSize = Math.round((height / LINE_EM) * 2) / 2;
    const brace = toTwip(textWidth("}", "regular", braceSize) + BESIDE_BRACE);
    return layoutTable(
      [first, brace, toTwip(room - first - brace)],
      [
        layoutRow(
          layoutCell(lines),
          layoutCell([
            this.looks.paragraph("recipient", [this.looks.text("recipient", "}", { size: braceSize })], {
              markSize: braceSize,
              line: { rule: "exact", value: toTwip(height) },
            }),
          ]),
          layoutCell([this.looks.line("recipient", label)], { verticalAlign: "center" }),
        ),
      ],
    );
  }
}
