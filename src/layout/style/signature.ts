/** Signatures: authority and position, clear height, name; several side by side; what confirms them. */
import type { Signature, SignatureConfirmation } from "../../model/closing.js";
import { classifySignatureLines } from "../../norms/signature-lines.js";
import { heightOfStack, measureBlock } from "../paginate/measure.js";
import type { StyledBlock, StyledImage, StyledParagraph, StyledTable } from "../styled.js";
import { balancedLines } from "./balance.js";
import { layoutCell, layoutRow, layoutTable } from "./layout-table.js";
import type { Looks } from "./looks.js";
import { mm, toTwip } from "./units.js";

/** Space between the body and the closing, pt. */
const ABOVE = 12;

/** Images of signatures by the path that the draft names. */
export type Images = ReadonlyMap<string, StyledImage>;

/** Height of paragraphs below each other in a column, pt. */
export const heightOfParagraphs = (paragraphs: readonly StyledParagraph[], room: number): number =>
  heightOfStack(paragraphs.map((paragraph) => measureBlock(paragraph, room)));

/** Puts the closing's distance from the body above its first paragraph. */
export function raised<B extends StyledBlock>(blocks: readonly B[]): B[] {
  return blocks.map((block, index) =>
    index === 0 && block.kind === "paragraph" ? { ...block, before: block.before + ABOVE } : block,
  );
}

export class SignatureStyler {
  constructor(
    private readonly looks: Looks,
    private readonly images: Images,
  ) {}

  /**
   * A signature: authority and position, clear height, name.
   *
   * @param room width of its column, pt
   * @param titleHeight height that the lines above are given, so that names beside each other stand level
   */
  signature({ lines, name, image }: Signature, room: number, titleHeight = 0): StyledParagraph[] {
    const above = this.titles(lines, room);
    const missing = Math.max(0, titleHeight - heightOfParagraphs(above, room));
    const signer = name === undefined ? [] : [this.looks.line("signerName", name, { keepLines: true })];
    return [...above, this.signatureSpace(image, toTwip(missing)), ...signer];
  }

  private titles(lines: readonly string[], room: number): StyledParagraph[] {
    const { looks } = this;
    const components = classifySignatureLines(lines, looks.norm);
    return lines.flatMap((line, index) => {
      const component = components[index] ?? "position";
      // a line in brackets ("(Ký tên)") and "kiêm" keep their lower case
      const asTyped = component === "concurrently" || line.startsWith("(");
      if (asTyped) return [looks.paragraph(component, [{ kind: "text", text: line, ...looks.run(component) }])];
      return balancedLines(looks, component, line, room);
    });
  }

  private titleHeight({ lines }: Signature, room: number): number {
    return heightOfParagraphs(this.titles(lines, room), room);
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

  /** "Xác nhận chữ ký …" with the signature that confirms, below what stands on the left. */
  confirmation(confirmation: SignatureConfirmation | undefined, room: number): StyledParagraph[] {
    if (confirmation === undefined) return [];
    const { statement, signature } = confirmation;
    return raised([
      ...statement.flatMap((line) => balancedLines(this.looks, "confirmation", line, room)),
      ...this.signature(signature, room),
    ]);
  }

  /** Signatures side by side, the lead on the right; what confirms them stands below the one on the left. */
  sideBySide(
    signatures: readonly Signature[],
    confirmation: SignatureConfirmation | undefined,
    width: number,
  ): StyledTable {
    const share = toTwip(width / signatures.length);
    const widths = signatures.map((_, index) =>
      index === 0 ? toTwip(width - share * (signatures.length - 1)) : share,
    );
    const titleHeight = Math.max(
      ...signatures.map((signature, index) => this.titleHeight(signature, widths[index] ?? share)),
    );
    const cells = signatures.map((signature, index) => {
      const room = widths[index] ?? share;
      const left = index === signatures.length - 1 ? this.confirmation(confirmation, room) : [];
      return layoutCell([...raised(this.signature(signature, room, titleHeight)), ...left]);
    });
    return layoutTable(widths.reverse(), [layoutRow(...cells.reverse())]);
  }
}
