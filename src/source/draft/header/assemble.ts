import { reportDraft } from "../../../findings/messages/draft.js";
import { nearest } from "../../../findings/nearest.js";
import type { Signature, SignatureConfirmation } from "../../../model/closing.js";
import type { Document, Family, NormId } from "../../../model/document.js";
import type { DocumentNumber } from "../../../model/head.js";
import { type DocumentType, findType, typeNames } from "../../../norms/types.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, type SourceLine } from "../text/lines.js";
import type { Position } from "../text/position.js";
import { readSymbol, type SymbolContext, splitNumber } from "./number.js";
import type { HeaderParts } from "./parts.js";
import { NONE } from "./signatures.js";

/** What a header gives of a document. */
export type DocumentHead = Omit<Document, "body" | "notes" | "annexes">;

/** What is known of the keys apart from their values. */
export interface HeaderKeys {
  /** The place of a key, or of the header where the key is absent. */
  readonly placeOf: (key: string) => Position;
  /** The key has a value, readable or not: what could not be read is not missing as well. */
  readonly isFilled: (key: string) => boolean;
}

const FAMILY_OF_NORM: { readonly [N in NormId]: Family } = { hd05: "party", hd36: "party", nd30: "state" };
const FAMILY_NAMES: { readonly [F in Family]: string } = { party: "Đảng", state: "Nhà nước" };

/**
 * Puts the parts of a header together: number, issuer, images of signatures, and what only all of it decides.
 *
 * @returns undefined when the type is missing or unknown
 */
export function assembleHead(parts: HeaderParts, keys: HeaderKeys, journal: FindingSink): DocumentHead | undefined {
  const { superior, issuer, type: typed, sequence, symbol, images, ...fields } = parts;
  const { norm, signatures, confirmation } = fields;
  // Without the family neither type nor symbol can be judged.
  if (fields.family === undefined && keys.isFilled("hệ thống")) return undefined;
  const family = fields.family ?? (norm === undefined ? "party" : FAMILY_OF_NORM[norm]);
  if (norm !== undefined && FAMILY_OF_NORM[norm] !== family) {
    journal.add(reportDraft("draft/norm-family", { norm, family: FAMILY_NAMES[family] }, keys.placeOf("chuẩn")));
  }
  const type = resolveType(typed, family, keys, journal);
  const number = readNumber(sequence, symbol, { family, letter: type?.letter === true }, keys, journal);
  const signers = (signatures?.length ?? 0) + (confirmation === undefined ? 0 : 1);
  const paths = readImages(images ?? [], signers, keys, journal);
  if (type === undefined) return undefined;
  return {
    ...fields,
    family,
    type: type.slug,
    ...(superior || issuer ? { issuer: { ...(superior && { superior }), name: issuer ?? [] } } : {}),
    ...(number && { number }),
    ...(signatures && { signatures: withImages(signatures, paths) }),
    ...(confirmation && { confirmation: confirmImage(confirmation, paths[signatures?.length ?? 0]) }),
  };
}

function resolveType(
  typed: SourceLine | undefined,
  family: Family,
  keys: HeaderKeys,
  journal: FindingSink,
): DocumentType | undefined {
  const at = keys.placeOf("thể loại");
  if (typed === undefined) {
    if (!keys.isFilled("thể loại")) journal.add(reportDraft("draft/type-missing", {}, at));
    return undefined;
  }
  const value = typed.text;
  const type = findType(value, family);
  if (type !== undefined) return type;
  const other: Family = family === "party" ? "state" : "party";
  if (findType(value, other) !== undefined) {
    journal.add(reportDraft("draft/type-family", { value, family: FAMILY_NAMES[other] }, at));
  } else {
    const meant = nearest(value, typeNames(family));
    journal.add(reportDraft("draft/type-unknown", { value, family: FAMILY_NAMES[family], nearest: meant }, at));
  }
  return undefined;
}

function readNumber(
  sequenceLine: SourceLine | undefined,
  symbol: SourceLine | undefined,
  context: SymbolContext,
  keys: HeaderKeys,
  journal: FindingSink,
): DocumentNumber | undefined {
  const sequence = readSequence(sequenceLine?.text, context, keys.placeOf("số"), journal);
  if (symbol === undefined) {
    if (sequence === undefined || keys.isFilled("ký hiệu")) return undefined;
    journal.add(reportDraft("draft/number-without-symbol", { value: String(sequence) }, keys.placeOf("số")));
    return undefined;
  }
  const value = symbol.text;
  const reading = readSymbol(value, context);
  const at = keys.placeOf("ký hiệu");
  if (reading.kind === "symbol") return { ...(sequence === undefined ? {} : { sequence }), ...reading.symbol };
  journal.add(
    reading.kind === "form"
      ? reportDraft("draft/symbol", { value, suggestion: reading.suggestion }, at)
      : reportDraft("draft/sequence-symbol", { key: "ký hiệu", value, ...reading }, at),
  );
  return undefined;
}

function readSequence(
  value: string | undefined,
  context: SymbolContext,
  at: Position,
  journal: FindingSink,
): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,7}$/u.test(value) && Number(value) >= 1) return Number(value);
  const split = splitNumber(value, context);
  journal.add(
    split === undefined
      ? reportDraft("draft/sequence", { value }, at)
      : reportDraft("draft/sequence-symbol", { key: "số", value, ...split }, at),
  );
  return undefined;
}

/** Paths of the images in the order of the signatures; the signature that confirms comes last. */
function readImages(
  lines: readonly SourceLine[],
  signatures: number,
  keys: HeaderKeys,
  journal: FindingSink,
): readonly (string | undefined)[] {
  const paths = lines.map(({ text }) => (isBlank(text) || text === NONE ? undefined : text));
  const images = paths.findLastIndex((path) => path !== undefined) + 1;
  if (images > signatures) {
    journal.add(reportDraft("draft/image-count", { images, signatures }, keys.placeOf("ảnh chữ ký")));
  }
  return paths;
}

/** Adds the images to the very signatures whose places are remembered. */
function withImages(signatures: Signature[], images: readonly (string | undefined)[]): Signature[] {
  for (const [index, signature] of signatures.entries()) {
    const image = images[index];
    if (image !== undefined) signature.image = image;
  }
  return signatures;
}

function confirmImage(confirmation: SignatureConfirmation, image: string | undefined): SignatureConfirmation {
  return image === undefined ? confirmation : { ...confirmation, signature: { ...confirmation.signature, image } };
}
