/**
 * Divides one version into blocks as the other is divided, wherever their words agree: where a PDF's lines end, where a cell
 * begins and whether a bold line is a heading is guessed, and a wrong guess must not look like a change of the text.
 */
import type { Flow, FlowBlock, FlowCell, FlowParagraph, FlowRow, FlowText } from "../flow/flow.js";
import { placeBlocks } from "../flow/places.js";
import type { Token } from "../flow/tokens.js";
import { matchTokens } from "./matched-tokens.js";
import { Vocabulary } from "./units.js";

/** A text that is compared as a whole, and its place in the flow. */
interface Piece {
  readonly block: number;
  /** Index of the cell in its row. */
  readonly cell?: number;
  readonly source: FlowText;
  readonly tokens: readonly Token[];
  /** Index of its first token in the flow. */
  readonly first: number;
}

/** The running number of a row stands before its cells, as a cell of its own. */
function textsOf(block: FlowBlock): readonly FlowText[] {
  if (block.kind !== "row") return [block];
  return block.ordinal === undefined ? block.cells : [{ text: block.ordinal }, ...block.cells];
}

class Pieces {
  readonly all: Piece[] = [];
  /** Piece of each token. */
  readonly owner: number[] = [];
  readonly numbers: number[] = [];

  constructor(
    readonly blocks: readonly FlowBlock[],
    vocabulary: Vocabulary,
  ) {
    for (const [index, block] of blocks.entries()) {
      for (const [cell, source] of textsOf(block).entries()) {
        const { tokens, numbers } = vocabulary.cut(source.text);
        const first = this.numbers.length;
        for (const number of numbers) {
          this.owner.push(this.all.length);
          this.numbers.push(number);
        }
        if (tokens.length > 0)
          this.all.push({ block: index, ...(block.kind === "row" ? { cell } : {}), source, tokens, first });
      }
    }
  }

  isEnd(before: number): boolean {
    return this.owner[before - 1] !== this.owner[before];
  }

  pieceAt(token: number): Piece | undefined {
    return this.all[this.owner[token] ?? -1];
  }
}

/** A new division: tokens `from` to `to` of the flow, and the piece of the model flow whose words they are. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly like?: Piece;
}

/** The text of tokens that may lie in several pieces. */
function textOf(pieces: Pieces, { from, to }: Stretch): FlowText {
  const texts: string[] = [];
  const bound: { start: number; end: number; path: string }[] = [];
  let length = 0;
  for (let at = from; at < to; ) {
    const piece = pieces.pieceAt(at);
    if (piece === undefined) break;
    const until = Math.min(to, piece.first + piece.tokens.length);
    const start = piece.tokens[at - piece.first]?.start ?? 0;
    const end = piece.tokens[until - 1 - piece.first]?.end ?? 0;
    const shift = length === 0 ? 0 : length + 1;
    for (const one of piece.source.bound ?? []) {
      if (one.start >= start && one.end <= end)
        bound.push({ start: one.start - start + shift, end: one.end - start + shift, path: one.path });
    }
    texts.push(piece.source.text.slice(start, end));
    length = shift + end - start;
    at = until;
  }
  return { text: texts.join(" "), ...(bound.length === 0 ? {} : { bound }) };
}

function stretchesOf(model: Pieces, subject: Pieces): Stretch[] {
  const match = matchTokens(model.numbers, subject.numbers);
  const joined = (at: number): boolean => match[at] !== -1 && match[at] === (match[at - 1] ?? -2) + 1;
  /** Words of two cells of one row of the model, one after the other in the subject: a guess ran from column to column. */
  const changesCell = (at: number): boolean => {
    const [before, after] = [model.pieceAt(match[at - 1] ?? -1), model.pieceAt(match[at] ?? -1)];
    return before?.cell !== undefined && after?.cell !== undefined && before !== after && before.block === after.block;
  };
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= subject.numbers.length; at++) {
    const ends =
      at === subject.numbers.length ||
      (joined(at) ? model.isEnd(match[at] ?? 0) : subject.isEnd(at) || changesCell(at));
    if (!ends) continue;
    const votes = new Map<Piece, number>();
    for (let token = from; token < at; token++) {
      const piece = model.pieceAt(match[token] ?? -1);
      if (piece !== undefined) votes.set(piece, (votes.get(piece) ?? 0) + 1);
    }
    const [most] = [...votes].sort((a, b) => b[1] - a[1]);
    stretches.push({ from, to: at, ...(most === undefined || 2 * most[1] < at - from ? {} : { like: most[0] }) });
    from = at;
  }
  return stretches;
}

const rowOf = (pieces: Pieces, piece: Piece | undefined): FlowRow | undefined => {
  const block = piece === undefined ? undefined : pieces.blocks[piece.block];
  return block?.kind === "row" ? block : undefined;
};

function columnOf(row: FlowRow, cell: number): number {
  if (row.ordinal === undefined) return row.cells[cell]?.column ?? cell;
  return cell === 0 ? 0 : (row.cells[cell - 1]?.column ?? cell);
}

/** Whether a row's table has the heads of another one, column by column. */
function hasColumnsOf(own: FlowBlock, like: FlowRow): boolean {
  if (own.kind !== "row" || own.columns !== like.columns || own.heads.size !== like.heads.size) return false;
  return own.heads.size > 0 && [...own.heads].every(([column, head]) => like.heads.get(column) === head);
}

/** Pieces of one cell put together: a row without lines that ends on the next page is read in pieces. */
function joinPieces(cells: readonly FlowCell[]): FlowCell[] {
  const joined: FlowCell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last?.column !== cell.column) {
      joined.push(cell);
      continue;
    }
    const shift = last.text.length + 1;
    const bound = [
      ...(last.bound ?? []),
      ...(cell.bound ?? []).map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })),
    ];
    joined[joined.length - 1] = {
      ...last,
      text: `${last.text} ${cell.text}`,
      ...(bound.length === 0 ? {} : { bound }),
    };
  }
  return joined;
}

/** A row while its cells are gathered. */
interface OpenRow {
  readonly like: FlowRow;
  readonly own: FlowBlock;
  readonly cells: FlowCell[];
}

class Divider {
  readonly blocks: FlowBlock[] = [];
  #row: { readonly home: string; readonly open: OpenRow } | undefined;

  constructor(
    private readonly model: Pieces,
    private readonly subject: Pieces,
  ) {}

  divide(): FlowBlock[] {
    const stretches = stretchesOf(this.model, this.subject);
    const rows = this.#rowsOf(stretches);
    for (const stretch of stretches) {
      const own = this.subject.pieceAt(stretch.from);
      if (own === undefined) continue;
      // a row stays one row: a cell that is found in another one is there by chance
      const inRow = own.cell !== undefined && (stretch.like === undefined || stretch.like.cell !== undefined);
      const like = inRow ? rows.get(own.block) : stretch.like;
      const likeRow = rowOf(this.model, like);
      const ownBlock = this.subject.blocks[own.block];
      if (ownBlock === undefined) continue;
      const text = textOf(this.subject, stretch);
      if (like !== undefined && likeRow !== undefined) {
        const same = stretch.like?.block === like.block;
        // where both tables have the same columns the place in the own one holds: of two zeros one may have gone
        const column =
          same && !hasColumnsOf(ownBlock, likeRow) ? columnOf(likeRow, stretch.like?.cell ?? 0) : this.#columnOf(own);
        const home = own.cell === undefined ? `model ${like.block}` : `model ${like.block} of ${own.block}`;
        this.#cell(home, likeRow, ownBlock, { ...text, column });
      } else if (like === undefined && ownBlock.kind === "row") {
        this.#cell(`own ${own.block}`, ownBlock, ownBlock, { ...text, column: this.#columnOf(own) });
      } else this.#paragraph(text, like, ownBlock);
    }
    this.#endRow();
    return this.blocks;
  }

  /** The row of the model to which most of a row of the subject belongs, as a piece of it. */
  #rowsOf(stretches: readonly Stretch[]): Map<number, Piece> {
    const votes = new Map<number, Map<number, { readonly piece: Piece; count: number }>>();
    const sizes = new Map<number, number>();
    for (const { from, to, like } of stretches) {
      const own = this.subject.pieceAt(from);
      if (own?.cell === undefined) continue;
      sizes.set(own.block, (sizes.get(own.block) ?? 0) + to - from);
      if (like?.cell === undefined) continue;
      const counts = votes.get(own.block) ?? new Map<number, { readonly piece: Piece; count: number }>();
      const known = counts.get(like.block) ?? { piece: like, count: 0 };
      known.count += to - from;
      votes.set(own.block, counts.set(like.block, known));
    }
    const rows = new Map<number, Piece>();
    for (const [block, counts] of votes) {
      const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
      if (most !== undefined && 2 * most.count >= (sizes.get(block) ?? 0)) rows.set(block, most.piece);
    }
    return rows;
  }

  #columnOf(piece: Piece): number {
    const row = rowOf(this.subject, piece);
    return row === undefined ? 0 : columnOf(row, piece.cell ?? 0);
  }

  #cell(home: string, like: FlowRow, own: FlowBlock, cell: FlowCell): void {
    if (this.#row?.home !== home) {
      this.#endRow();
      this.#row = { home, open: { like, own, cells: [] } };
    }
    this.#row?.open.cells.push(cell);
  }

  #endRow(): void {
    const open = this.#row?.open;
    this.#row = undefined;
    if (open === undefined) return;
    const { like, own } = open;
    const cells = joinPieces([...open.cells].sort((a, b) => a.column - b.column));
    const [first] = cells;
    const ordinal = like.ordinal !== undefined && first?.column === 0 && cells.length > 1 ? first.text : undefined;
    this.blocks.push({
      kind: "row",
      cells: ordinal === undefined ? cells : cells.slice(1),
      header: like.header,
      heads: like.heads,
      ...(like.columns === undefined ? {} : { columns: like.columns }),
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(own.look === undefined ? {} : { look: own.look }),
      place: { ...own.place, ...(like.place.table === undefined ? {} : { table: like.place.table }) },
    });
  }

  #paragraph(text: FlowText, like: Piece | undefined, own: FlowBlock): void {
    this.#endRow();
    const model = like === undefined ? undefined : this.model.blocks[like.block];
    const kind: FlowParagraph["kind"] =
      model !== undefined && model.kind !== "row" ? model.kind : own.kind === "row" ? "paragraph" : own.kind;
    this.blocks.push({
      kind,
      ...text,
      place: own.place,
      ...(own.look === undefined ? {} : { look: own.look }),
      ...((model ?? own).beside ? { beside: true } : {}),
    });
  }
}

/** A version, divided as another one is. */
export function harmonise(model: Flow, subject: Flow): Flow {
  const vocabulary = new Vocabulary();
  const blocks = new Divider(new Pieces(model.blocks, vocabulary), new Pieces(subject.blocks, vocabulary)).divide();
  return { ...subject, blocks: placeBlocks(blocks) };
}

const RANK = { model: 2, file: 1, guess: 0 } as const;

/** Names of sheets are headings of workbooks only. */
const withoutSheetNames = (flow: Flow): Flow => ({
  ...flow,
  blocks: flow.blocks.filter(({ kind, place }) => kind !== "heading" || place.sheet === undefined),
});

/** Both versions, the less certain one divided as the other; two certain ones stay as they are. */
export function harmonised(one: Flow, other: Flow): readonly [Flow, Flow] {
  const mixed = one.kind !== other.kind && (one.kind === "xlsx" || other.kind === "xlsx");
  const [old, neu] = mixed ? [withoutSheetNames(one), withoutSheetNames(other)] : [one, other];
  if (old.fidelity === neu.fidelity && old.fidelity !== "guess") return [old, neu];
  return RANK[old.fidelity] >= RANK[neu.fidelity] ? [old, harmonise(old, neu)] : [harmonise(neu, old), neu];
}
