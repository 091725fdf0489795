/** A place in printed text that may still wait for its value and then keeps a blank of fixed width. */
export type Slot = "sequence" | "day" | "month" | "year";

/** A piece of a printed line: fixed words, or a slot with its value once it is known. */
export type PrintedPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "slot"; readonly slot: Slot; readonly text?: string };

/**
 * Fixed words.
 *
 * @param text as printed
 */
export function words(text: string): PrintedPart {
  return { kind: "text", text };
}

/**
 * A slot, waiting when `text` is absent.
 *
 * @param name which value it takes
 * @param text the value as printed
 */
export function slot(name: Slot, text: string | undefined): PrintedPart {
  return text === undefined ? { kind: "slot", slot: name } : { kind: "slot", slot: name, text };
}

/**
 * The parts as one line of text.
 *
 * @param parts in order
 * @param blank what stands for a slot that waits
 */
export function textOf(parts: readonly PrintedPart[], blank = "…"): string {
  return parts.map((part) => part.text ?? blank).join("");
}
