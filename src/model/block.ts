import { z } from "zod";
import { Inlines } from "./inline.js";
import { Mark } from "./mark.js";
import { Table } from "./table.js";
import { Line } from "./text.js";

/**
 * A heading. Its level follows from the form of its mark.
 * Of a part, chapter or section the inlines are the name that is printed on the line below the mark.
 */
export const Heading = z.object({ kind: z.literal("heading"), mark: Mark.optional(), inlines: Inlines });
export type Heading = z.infer<typeof Heading>;

/** A paragraph, perhaps opened by a mark. A bold or italic lead after the mark is a run-in heading. */
export const Paragraph = z.object({ kind: z.literal("paragraph"), mark: Mark.optional(), inlines: Inlines });
export type Paragraph = z.infer<typeof Paragraph>;

/** The words between the legal bases and the articles, alone on a line: `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`. */
export const OperativeWords = z.object({ kind: z.literal("operativeWords"), text: Line });
export type OperativeWords = z.infer<typeof OperativeWords>;

export const TableBlock = z.object({ kind: z.literal("table"), table: Table });
export type TableBlock = z.infer<typeof TableBlock>;

export const Block = z.discriminatedUnion("kind", [Heading, Paragraph, OperativeWords, TableBlock]);
export type Block = z.infer<typeof Block>;

/** The text of a footnote. */
export const Footnote = z.object({ paragraphs: z.array(Inlines).min(1) });
export type Footnote = z.infer<typeof Footnote>;
