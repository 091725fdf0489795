import type { RecipientEntry, Signature, SignatureConfirmation } from "../../model/closing.js";
import type { Addressees } from "../../model/head.js";
import { writePrinted } from "../../source/draft/header/printed.js";
import { BETWEEN_SIGNATURES, NONE } from "../../source/draft/header/signatures.js";
import { cleanLine, writeBlock } from "./yaml.js";

/** "kính gửi" or "kính trình", each addressee behind a dash. */
export function writeAddressees(addressees: Addressees | undefined): string[] {
  if (addressees === undefined) return [];
  const key = addressees.phrase === "Kính gửi" ? "kính gửi" : "kính trình";
  return writeBlock(key, addressees.names.flatMap(writeItem));
}

/** A line whose signs are only signs. */
function writeLine(line: string): string {
  return writePrinted(cleanLine(line));
}

/** Lines of an entry, the first behind a dash, the others below its text. */
function writeItem(lines: readonly string[]): string[] {
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${writeLine(line)}`);
}

/** "nơi nhận": a group has its brace behind every entry and its label behind the middle one, as it is printed. */
export function writeRecipients(recipients: readonly RecipientEntry[] | undefined): string[] {
  const lines = (recipients ?? []).flatMap((entry, index) => {
    if (entry.kind === "recipient") return writeItem(entry.lines);
    const middle = Math.floor((entry.recipients.length - 1) / 2);
    const group = entry.recipients.flatMap((recipient, member) => {
      const printed = writeItem(recipient.lines);
      const label = member === middle ? ` ${writeLine(entry.label)}` : "";
      return printed.map((line, place) => (place === printed.length - 1 ? `${line} }${label}` : line));
    });
    // A blank line parts two groups that follow each other.
    return recipients?.[index - 1]?.kind === "group" ? ["", ...group] : group;
  });
  return writeBlock("nơi nhận", lines);
}

/** "ký" and "ảnh chữ ký". */
export function writeSignatures(
  signatures: readonly Signature[] | undefined,
  confirmation: SignatureConfirmation | undefined,
): string[] {
  const sections = (signatures ?? []).map(writeSignature);
  const images = [...(signatures ?? []), ...(confirmation ? [confirmation.signature] : [])].map(({ image }) => image);
  const lines = sections.flatMap((section, index) => (index === 0 ? section : [BETWEEN_SIGNATURES, ...section]));
  return [
    ...writeBlock("ký", lines),
    ...(images.some((image) => image !== undefined)
      ? writeBlock(
          "ảnh chữ ký",
          images.map((image) => cleanLine(image ?? NONE)),
        )
      : []),
    ...(confirmation === undefined ? [] : writeConfirmation(confirmation)),
  ];
}

function writeConfirmation({ statement, signature }: SignatureConfirmation): string[] {
  return writeBlock("xác nhận chữ ký", [...statement.map(writeLine), "", ...writeSignature(signature)]);
}

/** Lines, a blank line, the name; a dash where one of them is missing and would be read out of the other. */
function writeSignature({ lines, name }: Signature): string[] {
  return [...(lines.length === 0 ? [NONE] : lines.map(writeLine)), "", name === undefined ? NONE : writeLine(name)];
}
