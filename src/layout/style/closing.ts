/** The end of a document: signatures on the right, Nơi nhận on the left, what stands below them. */
import type { RecipientEntry, Signature, SignatureConfirmation } from "../../model/closing.js";
import type { Document } from "../../model/document.js";
import { closeItem } from "../../norms/closing-marks.js";
import { classifySignatureLines } from "../../norms/signature-lines.js";
import { faceOf, LINE_EM, textWidth } from "../face.js";
import { heightOfStack, measureBlock } from "../paginate/measure.js";
import type { StyledBlock, StyledCell, StyledImage, StyledParagraph, StyledRow, StyledTable } from "../styled.js";
import type { Looks } from "./looks.js";
import { mm, toTwip } from "./units.js";

/** Part of the width that Nơi nhận takes; with several signatures they share the width evenly. */
const RECIPIENTS_SHARE = 0.47;
/** Space above the block, pt. */
const ABOVE = 12;
/** Length of the dash before a recipient, which its further lines are indented by. */
const DASH = "- ";
/** Share of the recipients' column that the items of a brace group take, and the brace itself. */
const GROUP_SHARES = [0.66, 0.08] as const;

/** Images of signatures by the path that the draft names. */
export type Images = ReadonlyMap<string, StyledImage>;

const cell = (blocks: readonly StyledBlock[], more: Partial<StyledCell> = {}): StyledCell => ({
  blocks,
  colSpan: 1,
  rowSpan: 1,
  verticalAlign: "top",
  ...more,
});

/** An invisible table: what Word lays side by side. */
export function layoutTable(columns: readonly number[], rows: readonly StyledRow[]): StyledTable {
  return { kind: "table", role: "layout", columns, rows, border: 0, padX: 0, padY: 0 };
}

export const layoutRow = (...cells: readonly StyledCell[]): StyledRow => ({ cells, header: false, cantSplit: true });
export const layoutCell = cell;

const heightOfParagraphs = (paragraphs: readonly StyledParagraph[], room: number): number =>
  heightOfStack(paragraphs.map((paragraph) => measureBlock(paragraph, room)));

class ClosingStyler {
  private readonly dash: number;

  constructor(
    private readonly looks: Looks,
    private readonly images: Images,
    private readonly width: number,
  ) {
    const { size } = looks.formatting("recipient");
    this.dash = toTwip(textWidth(DASH, "regular", size));
  }

  /**
   * A signature: authority and position, clear height, name.
   *
   * @param room width of its column, pt
   * @param titleHeight height that the lines above are given, so that names beside each other stand level
   */
  signature({ lines, name, image }: Signature, room: number, titleHeight = 0): StyledParagraph[] {
    const above = this.titles(lines);
    const missing = Math.max(0, titleHeight - heightOfParagraphs(above, room));
    const signer = name === undefined ? [] : [this.looks.line("signerName", name, { keepLines: true })];
    return [...above, this.signatureSpace(image, toTwip(missing)), ...signer];
  }

  private titles(lines: readonly string[]): StyledParagraph[] {
    const { looks } = this;
    const components = classifySignatureLines(lines, looks.norm);
    return lines.map((line, index) => {
      const component = components[index] ?? "position";
      // a line in brackets ("(Ký tên)") and "kiêm" keep their lower case
      const asTyped = component === "concurrently" || line.startsWith("(");
      const text = asTyped
        ? { kind: "text" as const, text: line, ...looks.run(component) }
        : looks.text(component, line);
      return looks.paragraph(component, [text]);
    });
  }

  titleHeight({ lines }: Signature, room: number): number {
    return heightOfParagraphs(this.titles(lines), room);
  }

  /** The clear height between position and name; an image of the signature stands in its middle. */
  private signatureSpace(path: string | undefined, more: number): StyledParagraph {
    const height = toTwip(mm(this.looks.norm.signatureSpace.use) + more);
    const image = path === undefined ? undefined : this.images.get(path);
    const common = { markSize: 1, before: 0, after: 0 } as const;
    if (image === undefined) {
      return this.looks.paragraph("signerName", [], { ...common, line: { rule: "exact", value: height } });
    }
    const scale = Math.min(1, (height - 2) / image.height);
    const fitted = { ...image, width: toTwip(image.width * scale), height: toTwip(image.height * scale) };
    const around = toTwip(Math.max(0, height - fitted.height) / 2);
    return this.looks.paragraph("signerName", [fitted], {
      ...common,
      line: { rule: "auto", value: 1 },
      before: around,
      after: around,
    });
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
    const room = this.recipientsWidth();
    const { size } = this.looks.formatting("recipient");
    const lines = items.flat();
    const wanted = Math.max(...lines.map((line) => this.lineWidth(line))) + 3;
    const braceSize = Math.round(lines.length * size * 2) / 2;
    const brace = toTwip(textWidth("}", "regular", braceSize) + 2);
    const first = toTwip(
      Math.min(Math.max(wanted, 0), room * (1 - GROUP_SHARES[1]) - brace, room * GROUP_SHARES[0] + brace),
    );
    const lineHeight = LINE_EM * size;
    const braceLine = toTwip(lines.length * lineHeight);
    return layoutTable(
      [first, brace, toTwip(room - first - brace)],
      [
        layoutRow(
          cell(lines),
          cell([
            this.looks.paragraph("recipient", [this.looks.text("recipient", "}", { size: braceSize })], {
              markSize: braceSize,
              line: { rule: "exact", value: braceLine },
            }),
          ]),
          cell([this.looks.line("recipient", label)], { verticalAlign: "center" }),
        ),
      ],
    );
  }

  private lineWidth(paragraph: StyledParagraph): number {
    const text = paragraph.inlines.reduce(
      (sum, inline) => sum + (inline.kind === "text" ? textWidth(inline.text, faceOf(inline), inline.size) : 0),
      0,
    );
    return text + paragraph.left + paragraph.firstIndent;
  }

  recipientsWidth(): number {
    return toTwip(this.width * RECIPIENTS_SHARE);
  }

  /** "Xác nhận chữ ký …" with the signature that confirms, below what stands on the left. */
  confirmation(confirmation: SignatureConfirmation | undefined, room: number): StyledParagraph[] {
    if (confirmation === undefined) return [];
    const { statement, signature } = confirmation;
    return this.raised([
      ...statement.map((line) => this.looks.line("confirmation", line)),
      ...this.signature(signature, room),
    ]);
  }

  /** Signatures side by side, the lead on the right; what confirms them stands below the one on the left. */
  signatures(signatures: readonly Signature[], confirmation: SignatureConfirmation | undefined): StyledTable {
    const share = toTwip(this.width / signatures.length);
    const widths = signatures.map((_, index) =>
      index === 0 ? toTwip(this.width - share * (signatures.length - 1)) : share,
    );
    const titleHeight = Math.max(
      ...signatures.map((signature, index) => this.titleHeight(signature, widths[index] ?? share)),
    );
    const cells = signatures.map((signature, index) => {
      const room = widths[index] ?? share;
      const left = index === signatures.length - 1 ? this.confirmation(confirmation, room) : [];
      return cell([...this.raised(this.signature(signature, room, titleHeight)), ...left]);
    });
    return layoutTable(widths.reverse(), [layoutRow(...cells.reverse())]);
  }

  /** Puts the block's distance from the body above its first paragraph. */
  raised<B extends StyledBlock>(blocks: readonly B[]): B[] {
    return blocks.map((block, index) =>
      index === 0 && block.kind === "paragraph" ? { ...block, before: block.before + ABOVE } : block,
    );
  }
}

/**
 * Nơi nhận beside one signature. The signature stands whole beside the first recipients;
 * those that reach further down follow in rows of their own, so that a long list may go on overleaf.
 */
function sideBySide(styler: ClosingStyler, looks: Looks, document: Document, width: number): StyledTable {
  const [signature] = document.signatures ?? [];
  const left = styler.recipientsWidth();
  const columns = [left, toTwip(width - left)];
  const right = signature === undefined ? [] : styler.raised(styler.signature(signature, width - left));
  const confirmation = styler.confirmation(document.confirmation, left);
  // what confirms a signature must not part from it, so the whole list stands above it
  const height = confirmation.length > 0 ? Number.POSITIVE_INFINITY : heightOfParagraphs(right, width - left);
  const hasList = (document.recipients ?? []).length > 0 || document.drafter !== undefined;
  const beside: StyledBlock[] = hasList ? [...styler.raised([styler.label()])] : [];
  const below: StyledBlock[][] = [];
  const entries = styler.entries(document.recipients ?? []);
  const drafter = document.drafter === undefined ? [] : [[looks.line("drafter", document.drafter)]];
  for (const entry of [...entries, ...drafter]) {
    const reached = heightOfStack(beside.map((block) => measureBlock(block, left)));
    if (below.length === 0 && reached < height) beside.push(...entry);
    else below.push(entry);
  }
  beside.push(...confirmation);
  const empty = () => cell([looks.line("recipient", "", { markSize: 1, line: { rule: "exact", value: 1 } })]);
  const ended = (blocks: readonly StyledBlock[]) =>
    blocks.at(-1)?.kind === "table"
      ? [...blocks, looks.line("recipient", "", { markSize: 1, line: { rule: "exact", value: 1 } })]
      : blocks;
  return layoutTable(columns, [
    layoutRow(cell(ended(beside)), right.length > 0 ? cell(right) : empty()),
    ...below.map((entry) => layoutRow(cell(ended(entry)), empty())),
  ]);
}

/**
 * The closing of a document.
 *
 * @param width room for the text, pt
 * @returns tables and paragraphs in order; empty when the document has neither recipients nor signatures
 */
export function styleClosing(document: Document, looks: Looks, images: Images, width: number): StyledBlock[] {
  const styler = new ClosingStyler(looks, images, width);
  const signatures = document.signatures ?? [];
  const hasRecipients = (document.recipients ?? []).length > 0 || document.drafter !== undefined;
  const gap = () => looks.line("recipient", "", { markSize: 6, line: { rule: "exact", value: 6 } });
  const blocks: StyledBlock[] = [];
  if (signatures.length > 1) {
    blocks.push(styler.signatures(signatures, document.confirmation));
    const list = { ...document, signatures: [], confirmation: undefined };
    if (hasRecipients) blocks.push(gap(), sideBySide(styler, looks, list, width));
    return blocks;
  }
  if (hasRecipients || document.confirmation !== undefined) return [sideBySide(styler, looks, document, width)];
  const [signature] = signatures;
  if (signature === undefined) return [];
  const right = toTwip(width * (1 - RECIPIENTS_SHARE));
  const signed = styler.raised(styler.signature(signature, right));
  return [layoutTable([toTwip(width - right), right], [layoutRow(cell([looks.line("recipient", "")]), cell(signed))])];
}
