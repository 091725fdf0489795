/** What a file is by its first bytes: its name says nothing. */

export type FileKind =
  | "zip"
  | "empty"
  | "zeros"
  | "encrypted"
  | "xls"
  | "word97"
  | "pdf"
  | "html"
  | "spreadsheetXml"
  | "image"
  | "rar"
  | "shortcut"
  | "text"
  | "unknown";

const ascii = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0));

/** First bytes, by kind. */
const SIGNATURES: readonly (readonly [readonly number[], FileKind])[] = [
  [ascii("PK\x03\x04"), "zip"],
  [ascii("PK\x05\x06"), "zip"],
  [ascii("%PDF"), "pdf"],
  [ascii("Rar!"), "rar"],
  [ascii("7z\xbc\xaf\x27\x1c"), "rar"],
  [ascii("\x89PNG"), "image"],
  [ascii("\xff\xd8\xff"), "image"],
  [ascii("II*\0"), "image"],
  [ascii("MM\0*"), "image"],
  [ascii("L\x00\x00\x00\x01\x14\x02\x00"), "shortcut"],
];

/** Compound files of Office 97 to 2003; an encrypted workbook is wrapped in one. */
const COMPOUND = ascii("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");

/** Streams in a compound file tell what it holds. */
const STREAMS: readonly (readonly [string, FileKind])[] = [
  ["EncryptedPackage", "encrypted"],
  ["WordDocument", "word97"],
  ["Workbook", "xls"],
  ["Book", "xls"],
];

/** Beginnings of text files, in lower case. */
const TEXTS: readonly (readonly [RegExp, FileKind])[] = [
  [/urn:schemas-microsoft-com:office:spreadsheet/u, "spreadsheetXml"],
  [/^(?:<!doctype html|<html|<head|<table|<meta|mime-version:)/u, "html"],
  [/^\{\s*"(?:url|doc_id)"/u, "shortcut"],
];

/** How much of the beginning is looked at as text. */
const TEXT_LENGTH = 2048;

/** Recognises a file by its content. */
export function recogniseFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  for (const [signature, kind] of SIGNATURES) if (startsWith(bytes, signature)) return kind;
  if (startsWith(bytes, COMPOUND)) return compoundKind(bytes);
  const head = bytes.subarray(0, TEXT_LENGTH);
  if (head.every((byte) => byte === 0)) return "zeros";
  return textKind(head);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function compoundKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [stream, kind] of STREAMS) if (buffer.includes(Buffer.from(`${stream}\0`, "utf16le"))) return kind;
  return "unknown";
}

function textKind(head: Uint8Array): FileKind {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const text = new TextDecoder(wide ? "utf-16le" : "utf-8")
    .decode(head)
    .replace(/^\uFEFF/u, "")
    .trimStart()
    .toLowerCase();
  for (const [pattern, kind] of TEXTS) if (pattern.test(text)) return kind;
  // Control signs other than tab, line feed and return do not occur in text.
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) && !wide ? "unknown" : "text";
}
