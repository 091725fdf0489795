/** Units of OOXML, from pt. */

/** Twips (1/20 pt): indents, spacing, page and table sizes. */
export const twips = (pt: number): number => Math.round(pt * 20);

/** Half-points: font sizes. */
export const halfPoints = (pt: number): number => Math.round(pt * 2);

/** Eighths of a pt: widths of borders. Word draws nothing thinner than 1/4 pt. */
export const borderEighths = (pt: number): number => Math.max(2, Math.round(pt * 8));

/** Pixels at 96 to the inch: sizes of images, as `docx` takes them. */
export const pixels = (pt: number): number => (pt * 96) / 72;

/** Line pitch of "auto" spacing is counted in 240ths of a line. */
export const autoLine = (lines: number): number => Math.round(lines * 240);
