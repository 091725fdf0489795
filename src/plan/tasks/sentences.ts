/** The sentences of a point, and how they part into duties. */
import { readDuty } from "./duty.js";

/**
 * The duties of a point without a title above it: a sentence that names a body of its own begins another duty, and what
 * follows belongs to it.
 */
export function dutiesIn(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.split(/(?<=\.)\s+(?=\p{Lu})/u)) {
    const last = parts.length - 1;
    if (last < 0 || (readDuty(sentence)?.bodies.length ?? 0) > 0) parts.push(sentence);
    else parts[last] = `${parts[last]} ${sentence}`;
  }
  return parts;
}

/** Sentences outside parentheses. */
export function sentencesOf(text: string): string[] {
  const plain = text.replace(/\([^()]*\)/gu, "");
  return plain.split(/(?<=[.;])\s+(?=\p{Lu})/u).map((sentence) => sentence.trim());
}
