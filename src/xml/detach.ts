/** Shortest text that V8 cuts out of another without copying it. */
const SHARED_FROM = 13;

/**
 * A copy of a text that was cut out of a part's XML. A cut-out text keeps all of the XML in memory; what stays after a
 * workbook is read must not.
 */
export function detach(text: string): string {
  return text.length < SHARED_FROM ? text : Buffer.from(text, "utf8").toString("utf8");
}
