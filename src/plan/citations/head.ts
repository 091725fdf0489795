/** What names a cited document in a text: its type and number, its number alone, or its name. */
export interface CitationHead {
  /** Type as in a sentence, "Chỉ thị"; of a number alone the only type that its code stands for. */
  readonly type?: string;
  /** The type is printed, not inferred. */
  readonly typed: boolean;
  readonly number?: number;
  readonly code?: string;
  readonly name?: string;
  /** The number is printed with blanks in it. */
  readonly blanks?: true;
  readonly confidence: "high" | "low";
  /** From the type to the end of the number or name. */
  readonly start: number;
  readonly core: number;
}
