import type { SourceLine } from "../text/lines.js";
import type { Position } from "../text/position.js";

/** A value of the header as YAML gives it: text, or further keys, or a list, which no key wants. */
export type HeaderValue =
  | { readonly kind: "text"; readonly lines: readonly SourceLine[]; readonly at: Position }
  | { readonly kind: "map"; readonly entries: readonly HeaderEntry[]; readonly at: Position }
  | { readonly kind: "list"; readonly at: Position };

/** A key of the header with its value. */
export interface HeaderEntry {
  readonly key: string;
  readonly at: Position;
  readonly value: HeaderValue;
}
