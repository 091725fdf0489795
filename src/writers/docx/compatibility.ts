/**
 * Compatibility mode of the DOCX. In mode 15 Word 2013+ and LibreOffice squeeze the blanks of justified lines, each by
 * its own rule; in mode 14 all readers break lines alike, and like the PDF. Word's title bar says "[Compatibility Mode]".
 */
export const COMPATIBILITY_MODE: number = 14;
