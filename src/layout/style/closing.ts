/** The end of a document: signatures on the right, Nơi nhận on the left. */
import type { Document } from "../../model/document.js";
import { heightOfStack, measureBlock } from "../paginate/measure.js";
import type { StyledBlock, StyledTable } from "../styled.js";
import { layoutCell, layoutRow, layoutTable } from "./layout-table.js";
import type { Looks } from "./looks.js";
import { RecipientsStyler } from "./recipients.js";
import { heightOfParagraphs, type Images, raised, SignatureStyler } from "./signature.js";
import { toTwip } from "./units.js";

/** Part of the width that Nơi nhận takes. */
const RECIPIENTS_SHARE = 0.47;

interface Stylers {
  readonly signatures: SignatureStyler;
  readonly recipients: RecipientsStyler;
}

/**
 * Nơi nhận beside one signature. The signature stands whole beside the first recipients;
 * those that reach further down follow in rows of their own, so that a long list may go on overleaf.
 */
function sideBySide(stylers: Stylers, looks: Looks, document: Document, width: number): StyledTable {
  const [signature] = document.signatures ?? [];
  const left = toTwip(width * RECIPIENTS_SHARE);
  const columns = [left, toTwip(width - left)];
  const right = signature === undefined ? [] : raised(stylers.signatures.signature(signature, width - left));
  const confirmation = stylers.signatures.confirmation(document.confirmation, left);
  // what confirms a signature must not part from it, so the whole list stands above it
  const height = confirmation.length > 0 ? Number.POSITIVE_INFINITY : heightOfParagraphs(right, width - left);
  const hasList = (document.recipients ?? []).length > 0 || document.drafter !== undefined;
  const beside: StyledBlock[] = hasList ? [...raised([stylers.recipients.label()])] : [];
  const below: StyledBlock[][] = [];
  const entries = stylers.recipients.entries(document.recipients ?? []);
  const drafter = document.drafter === undefined ? [] : [[looks.line("drafter", document.drafter)]];
  for (const entry of [...entries, ...drafter]) {
    const reached = heightOfStack(beside.map((block) => measureBlock(block, left)));
    if (below.length === 0 && reached < height) beside.push(...entry);
    else below.push(entry);
  }
  beside.push(...confirmation);
  const hair = () => looks.line("recipient", "", { markSize: 1, line: { rule: "exact", value: 1 } });
  const empty = () => layoutCell([hair()]);
  const ended = (blocks: readonly StyledBlock[]) => (blocks.at(-1)?.kind === "table" ? [...blocks, hair()] : blocks);
  return layoutTable(columns, [
    layoutRow(layoutCell(ended(beside)), right.length > 0 ? layoutCell(right) : empty()),
    ...below.map((entry) => layoutRow(layoutCell(ended(entry)), empty())),
  ]);
}

/**
 * The closing of a document.
 *
 * @param width room for the text, pt
 * @returns tables and paragraphs in order; empty when the document has neither recipients nor signatures
 */
export function styleClosing(document: Document, looks: Looks, images: Images, width: number): StyledBlock[] {
  const stylers: Stylers = {
    signatures: new SignatureStyler(looks, images),
    recipients: new RecipientsStyler(looks, toTwip(width * RECIPIENTS_SHARE)),
  };
  const signatures = document.signatures ?? [];
  const hasRecipients = (document.recipients ?? []).length > 0 || document.drafter !== undefined;
  const gap = () => looks.line("recipient", "", { markSize: 6, line: { rule: "exact", value: 6 } });
  const blocks: StyledBlock[] = [];
  if (signatures.length > 1) {
    blocks.push(stylers.signatures.sideBySide(signatures, document.confirmation, width));
    const list = { ...document, signatures: [], confirmation: undefined };
    if (hasRecipients) blocks.push(gap(), sideBySide(stylers, looks, list, width));
    return blocks;
  }
  if (hasRecipients || document.confirmation !== undefined) return [sideBySide(stylers, looks, document, width)];
  const [signature] = signatures;
  if (signature === undefined) return [];
  const right = toTwip(width * (1 - RECIPIENTS_SHARE));
  const signed = raised(stylers.signatures.signature(signature, right));
  return [
    layoutTable(
      [toTwip(width - right), right],
      [layoutRow(layoutCell([looks.line("recipient", "")]), layoutCell(signed))],
    ),
  ];
}
