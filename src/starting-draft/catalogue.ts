import { foldWord } from "../findings/nearest.js";
import type { Family } from "../model/document.js";
import { type DocumentType, documentTypes, findType, typeBySlug } from "../norms/types.js";

/** A starting draft: its slug is the template's name, its type the document's. */
export interface StartingDraft {
  readonly slug: string;
  readonly name: string;
  readonly type: DocumentType;
}

/** Slugs of the templates that travel with the program; where the type has another slug, its name and the type's slug. */
type Entry = string | readonly [slug: string, name: string, type: string];

const ENTRIES: { readonly [F in Family]: readonly Entry[] } = {
  party: [
    "ke-hoach",
    "bao-cao",
    ["bao-cao-so-ket", "Báo cáo sơ kết", "bao-cao"],
    "thong-bao",
    ["thong-bao-ket-luan", "Thông báo kết luận", "thong-bao"],
    "cong-van",
    "to-trinh",
    "quyet-dinh",
    "quy-dinh",
    "quy-che",
    "chuong-trinh",
    "de-an",
    "huong-dan",
    "ket-luan",
    "nghi-quyet",
    "bien-ban",
    "giay-moi",
    "phieu-trinh",
  ],
  state: ["ke-hoach", "bao-cao", "cong-van", "quyet-dinh", "thong-bao", "to-trinh", "giay-moi"],
};

function startingDraft(entry: Entry, family: Family): StartingDraft {
  const [slug, name, typeSlug] = typeof entry === "string" ? [entry, undefined, entry] : entry;
  const type = typeBySlug(typeSlug, family);
  if (type === undefined) throw new Error(`no type ${typeSlug} for the starting draft ${slug}`);
  return { slug, name: name ?? type.name, type };
}

/**
 * The starting drafts of a family, in the order of the list.
 *
 * @param family Party or State
 */
export function startingDrafts(family: Family): readonly StartingDraft[] {
  return ENTRIES[family].map((entry) => startingDraft(entry, family));
}

const slugOf = (words: string): string => foldWord(words).replaceAll(" ", "-");

/**
 * The starting draft that somebody means, by slug or by name, with or without marks.
 * An office's own template may have a name that begins with a type's: `bao-cao-thang` is a Báo cáo.
 *
 * @param words as typed
 * @param family Party or State
 * @returns undefined when no type of the family is meant
 */
export function findStartingDraft(words: string, family: Family): StartingDraft | undefined {
  const slug = slugOf(words);
  const known = startingDrafts(family).find((draft) => draft.slug === slug);
  if (known !== undefined) return known;
  const type =
    findType(words, family) ??
    [...documentTypes(family)]
      .sort((a, b) => b.slug.length - a.slug.length)
      .find((candidate) => slug === candidate.slug || slug.startsWith(`${candidate.slug}-`));
  if (type === undefined) return undefined;
  return type.slug === slug || findType(words, family) !== undefined
    ? { slug: type.slug, name: type.name, type }
    : { slug, name: words, type };
}
