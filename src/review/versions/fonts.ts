/** Font families whose letters are equally wide count as one: our PDF embeds Tinos where the Word file names Times New Roman. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:times|tinos|liberation ?serif|nimbus ?roman|\.?vntime)/iu, "Times New Roman"],
  [/^(?:arial|arimo|liberation ?sans|helvetica)/iu, "Arial"],
  [/^(?:calibri|carlito)/iu, "Calibri"],
  [/^(?:cambria|caladea)/iu, "Cambria"],
  [/^(?:courier|cousine|liberation ?mono)/iu, "Courier New"],
];

/** The family that a font name stands for; of a PDF's font without the prefix of its subset and its face. */
export function familyOf(name: string): string {
  const plain = name.replace(/^[A-Z]{6}\+/u, "");
  for (const [pattern, family] of FAMILIES) if (pattern.test(plain)) return family;
  return plain.replace(/(?:,|-)?(?:Bold|Italic|Oblique|Regular|PSMT|MT|PS)+(?:,|-|$).*$/iu, "") || plain;
}
