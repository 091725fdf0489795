/** What changed between two versions. */
import { z } from "zod";

/** In the order in which they are told. */
export const CHANGE_KINDS = [
  "figure",
  "heading",
  "wording",
  "added",
  "removed",
  "moved",
  "rowAdded",
  "rowRemoved",
  "renumbered",
  "formula",
  "binding",
  "split",
  "joined",
  "scan",
  "pages",
  "margins",
  "font",
  "paragraph",
  "spacing",
  "border",
  "image",
  "picture",
] as const;
export const ChangeKind = z.enum(CHANGE_KINDS);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** What a change concerns: figures, words, where pages end, looks. */
export const ChangeGroup = z.enum(["figures", "wording", "pages", "looks"]);
export type ChangeGroup = z.infer<typeof ChangeGroup>;

export const GROUP_OF: { readonly [K in ChangeKind]: ChangeGroup } = {
  figure: "figures",
  heading: "wording",
  wording: "wording",
  added: "wording",
  removed: "wording",
  moved: "wording",
  rowAdded: "wording",
  rowRemoved: "wording",
  renumbered: "wording",
  formula: "wording",
  binding: "wording",
  split: "wording",
  joined: "wording",
  scan: "wording",
  pages: "pages",
  margins: "looks",
  font: "looks",
  paragraph: "looks",
  spacing: "looks",
  border: "looks",
  image: "looks",
  picture: "looks",
};

/** Where it stands in one of the versions. */
export const ChangePlace = z.object({
  section: z.string().optional(),
  page: z.number().int().optional(),
  table: z.number().int().optional(),
  sheet: z.string().optional(),
  /** `C7`, in a workbook. */
  cell: z.string().optional(),
  /** What it belongs to when it is of no section: a note, the signature, the recipients, the head or foot of pages. */
  part: z.enum(["note", "signature", "recipients", "header", "footer"]).optional(),
  /** Of a note: how the text begins that its mark stands in. */
  anchor: z.string().optional(),
});
export type ChangePlace = z.infer<typeof ChangePlace>;

/** A stretch of the text of both versions, in order. */
export const Stretch = z.object({ op: z.enum(["same", "removed", "added"]), text: z.string() });
export type Stretch = z.infer<typeof Stretch>;

export const FigureChange = z.object({
  /** Absent where the figure was put in. */
  old: z.string().optional(),
  /** Absent where the figure was taken out. */
  new: z.string().optional(),
  kind: z.enum(["number", "date", "code"]),
  /** Heads of the row and the column, in a table. */
  row: z.string().optional(),
  column: z.string().optional(),
  /** What it is bound to. */
  path: z.string().optional(),
});
export type FigureChange = z.infer<typeof FigureChange>;

export const Change = z.object({
  kind: ChangeKind,
  group: ChangeGroup,
  old: ChangePlace.optional(),
  new: ChangePlace.optional(),
  /** The sentence (of a figure), the block or the statement about it, in each version. */
  oldText: z.string().optional(),
  newText: z.string().optional(),
  figure: FigureChange.optional(),
  /** Figures that came or went with the words: of an added row its own, of a reworded sentence those without a counterpart. */
  figures: z.array(FigureChange).optional(),
  /** Both texts in one, for what was reworded. */
  stretches: z.array(Stretch).optional(),
  /** How many blocks changed in this way, of looks. */
  blocks: z.number().int().optional(),
});
export type Change = z.infer<typeof Change>;

/** Whether a figure changed, came or went. */
export const hasFigures = ({ kind, figures = [] }: Change): boolean => kind === "figure" || figures.length > 0;
