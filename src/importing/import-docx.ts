/** Takes a Word file over. */
import type { Finding } from "../findings/finding.js";
import { reportImport } from "../findings/messages/import.js";
import { Document } from "../model/document.js";
import { chooseNorm } from "../norms/choose.js";
import type { ForeignDocument, ForeignOptions } from "../source/docx/document/contract.js";
import { readForeignDocx } from "../source/docx/document/read-document.js";
import { openPackage } from "../source/docx/open-package.js";
import { bookmarkName } from "../writers/docx/bookmarks.js";
import { readEmbeddedModel } from "../writers/docx/embedded-model.js";
import { account } from "./account.js";
import { findingsOfBindings, findingsOfTextEdits } from "./binding-findings.js";
import { listEdits } from "./edits.js";
import type { Imported } from "./imported.js";
import { readOwnDocx } from "./own-docx.js";

export type ImportOptions = Omit<ForeignOptions, "bindingOf">;

export type ImportOutcome =
  | { readonly ok: true; readonly value: Imported }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A model of ours that a file carries. */
interface Carried {
  readonly document: Document;
  /** The visible text is still the one that was written with it. */
  readonly intact: boolean;
}

/** Parts of a package that are XML, within the bounds of reading. */
function xmlParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const opened = openPackage(bytes);
  if (typeof opened === "string") return undefined;
  const parts = new Map<string, Uint8Array>();
  for (const name of opened.archive.names) {
    const part = /\.(?:xml|rels)$/iu.test(name) ? opened.archive.part(name) : "missing";
    if (typeof part !== "string") parts.set(name, part.bytes);
  }
  return parts;
}

/** The model that a file of ours carries. */
export function readCarried(bytes: Uint8Array): Carried | undefined {
  const parts = xmlParts(bytes);
  if (parts === undefined || ![...parts.keys()].some((name) => /^customXml\/item\d+\.xml$/u.test(name)))
    return undefined;
  try {
    const embedded = readEmbeddedModel(parts);
    const parsed = Document.safeParse(embedded?.model);
    return embedded === undefined || !parsed.success ? undefined : { document: parsed.data, intact: embedded.intact };
  } catch {
    // a package that others cannot read either; reading it as foreign says why
    return undefined;
  }
}

/** Every path to which a figure of the document is bound. */
function bindingsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const one of value) bindingsIn(one, found);
  else if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (key === "binding" && typeof one === "string") found.add(one);
      else bindingsIn(one, found);
    }
  }
  return found;
}

/** The path of a bookmark, by the hash in its name. */
function bindingReader(document: Document): (bookmark: string) => string | undefined {
  const byHash = new Map([...bindingsIn(document)].map((path) => [bookmarkName(path, 1).replace(/_\d+$/u, ""), path]));
  return (bookmark) => byHash.get(bookmark.replace(/_\d+$/u, ""));
}

function findingsOf({ legacy, macros, pictures, annotations, places }: ForeignDocument): Finding[] {
  return [
    ...legacy.map(({ code, readable, example, runs }) =>
      reportImport(readable ? "import/legacy-decoded" : "import/legacy-unreadable", { code, example, runs }),
    ),
    ...annotations
      .filter(({ kind }) => kind === "embedded")
      .map(({ at = 1 }) => reportImport("import/embedded", {}, places.at(at))),
    ...(macros ? [reportImport("import/macros", {})] : []),
    ...(pictures > 0 ? [reportImport("import/pictures", { count: pictures })] : []),
  ];
}

/**
 * Reads a Word file that somebody made or edited. Its visible text is what counts; of a file of ours that was edited in
 * Word the bookmarks still say to what its figures are bound.
 */
export function readAnyDocx(bytes: Uint8Array, options: ImportOptions = {}) {
  const carried = readCarried(bytes);
  const bindingOf = carried === undefined ? undefined : bindingReader(carried.document);
  const reading = readForeignDocx(bytes, { ...options, ...(bindingOf === undefined ? {} : { bindingOf }) });
  return { reading, ...(carried === undefined ? {} : { carried }) };
}

/**
 * Takes a Word file over as a document.
 *
 * @param bytes any file at all
 * @returns the document with changes and annotations, or why there is none
 */
export async function importDocx(bytes: Uint8Array, options: ImportOptions = {}): Promise<ImportOutcome> {
  const path = options.file ?? "tệp";
  const { reading, carried } = readAnyDocx(bytes, options);
  if (!reading.ok) return { ok: false, findings: [reportImport("import/file", { path, fault: reading.fault })] };
  const { value } = reading;
  const before = findingsOf(value);
  if (before.some(({ severity }) => severity === "error")) return { ok: false, findings: before };
  const own = carried === undefined ? undefined : await readBack(bytes, carried.document, path);
  if (carried?.intact === true && own?.document === undefined) {
    const document = options.norm === undefined ? carried.document : { ...carried.document, norm: options.norm };
    return { ok: true, value: { ...NOTHING, document, places: value.places } };
  }
  if (carried?.intact === false) before.push(reportImport("import/edited", {}));
  before.push(...(own?.findings ?? []));
  const { document, familyShown, typeShown, printed, annotations, visible, parted, bracketed, places } = value;
  // what only the model can know, an edit of the visible text does not take away
  const known = carried === undefined ? {} : hiddenFields(carried.document);
  const original = {
    document: own?.document ?? { ...document, ...known },
    familyShown,
    typeShown,
    printed: { ...printed, recipientsLabel: value.labelled },
    annotations,
    visible,
    parted,
    bracketed,
    places,
  };
  return { ok: true, value: await account(original, before) };
}

/**
 * A file of ours as it reads now: what was not edited is as it was made. Without a document where nothing was.
 *
 * @param made the model that it carries
 */
async function readBack(bytes: Uint8Array, made: Document, file: string) {
  const reading = await readOwnDocx(bytes);
  if (!reading.ok) return undefined;
  const { document, changes, intact, seen } = reading.value;
  if (intact && changes.length === 0) return { findings: [] };
  const edits = listEdits(made, seen?.visible ?? [], chooseNorm(made));
  return { document, findings: [...findingsOfTextEdits(edits, changes), ...findingsOfBindings(changes, file)] };
}

const NOTHING = { changes: [], annotations: [], findings: [], lost: [], invented: [] } as const;

function hiddenFields({ author, norm }: Document): Partial<Document> {
  return { ...(author === undefined ? {} : { author }), ...(norm === undefined ? {} : { norm }) };
}
