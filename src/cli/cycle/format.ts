/** The form in which a command gives its list: on the terminal, or as a file. */
import { reportCall } from "../../findings/messages/cli.js";
import { type Call, optionValue } from "../command.js";
import type { Outcome } from "../outcome.js";

/** The format that the call names, or that the file's suffix says; else text. */
export function formatOf<F extends string>(call: Call, formats: readonly F[]): Outcome<F | "text"> {
  const isFormat = (word: string): word is F => (formats as readonly string[]).includes(word);
  const named = optionValue(call, "format");
  const suffix = /\.([a-z]+)$/iu.exec(optionValue(call, "out") ?? "")?.[1]?.toLowerCase() ?? "";
  const format = named ?? (isFormat(suffix) ? suffix : "text");
  if (format === "text" || isFormat(format)) return { ok: true, value: format };
  const params = { option: "--format (--kieu)", value: format, allowed: ["text", ...formats].join(", ") };
  return { ok: false, findings: [reportCall("cli/bad-value", params)] };
}
