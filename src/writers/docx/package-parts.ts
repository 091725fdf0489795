/** The parts of a package: path to content. */
import { type Document, Packer } from "docx";
import { unzipSync } from "fflate";
import type { PartContent } from "./relationships.js";

/** Parts of a package by path, in any order. */
export type Parts = Map<string, PartContent>;

/** What `docx` compiles a document to before it zips it. Not part of its public interface: see below. */
interface Compiler {
  compile(document: Document): Iterable<readonly [string, PartContent]>;
}

function compilerOf(packer: object): Compiler | undefined {
  const compiler: unknown = Reflect.get(packer, "compiler");
  if (typeof compiler !== "object" || compiler === null) return undefined;
  return "compile" in compiler && typeof compiler.compile === "function" ? (compiler as Compiler) : undefined;
}

const isPart = (entry: unknown): entry is [string, PartContent] =>
  Array.isArray(entry) &&
  typeof entry[0] === "string" &&
  (typeof entry[1] === "string" || entry[1] instanceof Uint8Array);

/** Parts by way of the compiler behind `Packer`, or nothing where a version of `docx` has no such compiler. */
export function compiledParts(document: Document): Parts | undefined {
  const compiler = compilerOf(Packer);
  if (compiler === undefined) return undefined;
  const entries: unknown[] = [...compiler.compile(document)];
  return entries.every(isPart) && entries.length > 0 ? new Map(entries) : undefined;
}

/** Parts by way of the public interface: zipped by `docx`, and unzipped again. */
export async function packedParts(document: Document): Promise<Parts> {
  return new Map(Object.entries(unzipSync(new Uint8Array(await Packer.toBuffer(document)))));
}

/** The parts of a `docx` document, not yet zipped: the short way, or some milliseconds later the public one. */
export async function partsOf(document: Document): Promise<Parts> {
  return compiledParts(document) ?? (await packedParts(document));
}
