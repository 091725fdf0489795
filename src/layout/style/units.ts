/** Lengths in the product are pt; norms give mm. Every length is rounded to a whole twip, as a DOCX stores it. */
const PT_PER_MM = 72 / 25.4;
const TWIPS_PER_PT = 20;

/** Rounds a length in pt to a whole twip (1/20 pt). */
export const toTwip = (pt: number): number => Math.round(pt * TWIPS_PER_PT) / TWIPS_PER_PT;

/** Millimetres as pt, a whole number of twips. */
export const mm = (millimetres: number): number => toTwip(millimetres * PT_PER_MM);
