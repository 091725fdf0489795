/** Text that is HTML already, and the one way to make it: whatever is put into a piece is escaped unless it is one itself. */
import Handlebars from "handlebars";

/** A piece of a page. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a piece; undefined and false stand for nothing. */
export type Content = Html | string | number | undefined | false | readonly Content[];

function print(content: Content): string {
  if (content instanceof Html) return content.text;
  if (content === undefined || content === false) return "";
  if (typeof content === "string" || typeof content === "number")
    return Handlebars.escapeExpression(String(content).replaceAll("\u2028", " ").replaceAll("\u2029", " "));
  return content.map(print).join("");
}

/** A piece of a page from a template literal; values are escaped, as content and in quoted attributes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(parts.reduce((text, part, index) => text + (index === 0 ? "" : print(values[index - 1])) + part, ""));

const UNSAFE = /[<>&\u2028\u2029]/gu;

/** Data inside a `<script type="application/json">`: no tag, no comment and no line end of old scripts can begin in it. */
export const jsonForScript = (data: unknown): Html =>
  new Html(
    JSON.stringify(data).replace(UNSAFE, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`),
  );
