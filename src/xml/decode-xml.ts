const UTF8 = new TextDecoder("utf-8");

/** The text of an XML part: UTF-8, or UTF-16 when it begins with that mark. Bad bytes become U+FFFD. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return UTF8.decode(bytes);
}
