/** The label that opens an annex, `Phụ lục`, `Phụ lục 1`, `PHỤ LỤC II`, and perhaps what its pages are like. */
const LABEL = /^(phụ lục(?:[ \u00A0](?:số[ \u00A0])?(?:\d{1,3}|[IVX]{1,8}))?)(?:[ \u00A0]*\{([^{}]*)\})?$/iu;

/** A label with a title on the same line, which is taken for an ordinary heading. */
const LABEL_AND_TITLE = /^phụ lục[ \u00A0](?:số[ \u00A0])?(?:\d{1,3}|[IVX]{1,8})[ \u00A0]*[.:–—-]/iu;

/** The line below an annex's title that says which document it belongs to. */
const ATTACHMENT = /^\((?:ban hành )?kèm theo .*\)[.]?$/iu;

/** The words between the legal bases and the articles, perhaps with the name of the body that decides. */
const OPERATIVE = /^(?:[\p{Lu}\p{N} ,.\-–]+ )?(?:QUYẾT ĐỊNH|QUYẾT NGHỊ) ?:?$/u;

/**
 * Reads the label of an annex.
 *
 * @param text words of a heading without a mark
 * @returns undefined when the heading opens no annex
 */
export function readAnnexLabel(text: string): { readonly label: string; readonly attribute?: string } | undefined {
  const match = LABEL.exec(text);
  if (match?.[1] === undefined) return undefined;
  return { label: match[1], ...(match[2] === undefined ? {} : { attribute: match[2] }) };
}

/** A heading that names an annex but does not open one. */
export function isLabelWithTitle(text: string): boolean {
  return LABEL_AND_TITLE.test(text);
}

/** A kèm-theo line. */
export function isAttachment(text: string): boolean {
  return ATTACHMENT.test(text);
}

/** `QUYẾT ĐỊNH:` and the like. */
export function isOperative(text: string): boolean {
  return OPERATIVE.test(text);
}
