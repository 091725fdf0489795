/** What the parts of one document share while it is written. */
import type { BookmarkFigure } from "./bookmarks.js";
import type { NoteRegister } from "./notes.js";
import type { PlainRows } from "./plain-rows.js";
import type { StyleSheet } from "./style-sheet.js";

export interface Writing {
  readonly sheet: StyleSheet;
  readonly notes: NoteRegister;
  readonly bookmark: BookmarkFigure;
  /** The next id of a drawing: `docx` counts within the process, and twin builds must be equal. */
  readonly nextDrawing: () => number;
  /** Takes the rows of long tables over, where the finished parts are at hand. */
  readonly plainRows?: PlainRows;
}
