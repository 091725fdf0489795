/** The recipients and the signature at the end of a document, known by how they open. */
import type { BlockPart, FlowBlock } from "./flow.js";

const RECIPIENTS = /^(?:nơi nhận|gửi)\s*:?$|^nơi nhận\s*:/iu;
/** For whom, or in whose place, somebody signs. */
const SIGNS =
  /^(?:T\/M|TM|K\/T|KT|T\/L|TL|T\.?U\.?Q|TUQ|Q)(?:\.|\s)\s*\p{Lu}{2}|^(?:PHÓ |Q\. )?(?:BÍ THƯ|CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|THỦ TRƯỞNG)(?=\s|$)/u;
const POINT = /^[-–+*•]\s/u;
/** Longer paragraphs that stand beside nothing are of the text again. */
const LONGEST = 70;

/** Which blocks are of the recipients, and which of the signature. */
export function closingParts(blocks: readonly FlowBlock[]): ReadonlyMap<number, BlockPart> {
  const parts = new Map<number, BlockPart>();
  let open = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "note") continue;
    if (
      block.kind !== "paragraph" ||
      block.place.part !== undefined ||
      (!block.beside && block.text.length > LONGEST)
    ) {
      open = false;
      continue;
    }
    const { text, beside = false } = block;
    if (RECIPIENTS.test(text)) open = true;
    else if (!open) {
      open = SIGNS.test(text) && (beside || text === text.toUpperCase());
      if (!open) continue;
    }
    parts.set(
      index,
      RECIPIENTS.test(text) || POINT.test(text) || /^\(?(?:như trên|lưu)/iu.test(text) ? "recipients" : "signature",
    );
  }
  return parts;
}
