/** Which document of one folder is which of another: by number and code, by name, and what is left by its words. */
import { shared, Vocabulary } from "../align/units.js";
import { type Flow, textOfBlock } from "../flow/flow.js";
import { identityOf } from "./identity.js";

/** A document of a folder. */
export interface FolderDocument {
  /** Path in the folder, with `/`. */
  readonly name: string;
  readonly flow: Flow;
}

export interface DocumentPairs<D> {
  readonly pairs: readonly (readonly [D, D])[];
  readonly onlyOld: readonly D[];
  readonly onlyNew: readonly D[];
}

/** Words at the beginning by which documents without number and with other names are known. */
const TELLING = 400;
/** From this on two documents are one. */
const ALIKE = 0.6;
/** More documents than this are not compared each with each. */
const MOST_COMPARED = 4_000;

const stem = (name: string): string =>
  name
    .replace(/\.[^./]+$/u, "")
    .normalize("NFC")
    .toLocaleLowerCase("vi");

/** What must be equal, the surest first; undefined is equal to nothing. A folder often holds a document as DOCX and as PDF. */
const KEYS: readonly ((document: FolderDocument) => string | undefined)[] = [
  ({ flow }) => withKind(identityOf(flow), flow),
  ({ name, flow }) => withKind(stem(name), flow),
  ({ flow }) => identityOf(flow),
  ({ name }) => stem(name),
];

const withKind = (key: string | undefined, { kind }: Flow): string | undefined =>
  key === undefined ? undefined : `${kind} ${key}`;

/** Documents by key, of keys that only one has. */
function unique<D extends FolderDocument>(
  documents: Iterable<D>,
  key: (document: D) => string | undefined,
): Map<string, D> {
  const found = new Map<string, D>();
  const repeated = new Set<string>();
  for (const document of documents) {
    const own = key(document);
    if (own === undefined) continue;
    if (found.has(own)) repeated.add(own);
    found.set(own, document);
  }
  for (const own of repeated) found.delete(own);
  return found;
}

function wordsOf({ flow }: FolderDocument, vocabulary: Vocabulary): number[] {
  const words: number[] = [];
  for (const block of flow.blocks) {
    if (words.length >= TELLING) break;
    words.push(...vocabulary.of(textOfBlock(block)));
  }
  return words.slice(0, TELLING);
}

/** Pairs the documents of two folders. */
export function pairDocuments<D extends FolderDocument>(old: readonly D[], neu: readonly D[]): DocumentPairs<D> {
  const [olds, news] = [new Set(old), new Set(neu)];
  const partners = new Map<D, D>();
  const pair = (one: D, other: D): void => {
    partners.set(one, other);
    olds.delete(one);
    news.delete(other);
  };
  for (const key of KEYS) {
    const candidates = unique(news, key);
    for (const [own, document] of unique(olds, key)) {
      const other = candidates.get(own);
      if (other !== undefined) pair(document, other);
    }
  }
  if (olds.size * news.size <= MOST_COMPARED) {
    const vocabulary = new Vocabulary();
    const words = new Map([...olds, ...news].map((document) => [document, wordsOf(document, vocabulary)]));
    const likely = [...olds].flatMap((one) =>
      [...news].map((other) => ({ one, other, alike: shared(words.get(one) ?? [], words.get(other) ?? []) })),
    );
    for (const { one, other, alike } of likely.sort((a, b) => b.alike - a.alike))
      if (alike >= ALIKE && olds.has(one) && news.has(other)) pair(one, other);
  }
  return {
    pairs: old.flatMap((one) => {
      const other = partners.get(one);
      return other === undefined ? [] : [[one, other] as const];
    }),
    onlyOld: [...olds],
    onlyNew: [...news],
  };
}
