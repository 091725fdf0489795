/** The form in which a command gives its list: on the terminal, or as a file. */
import { reportCall } from "../../findings/messages/cli.js";
import { type Call, optionValue } from "../command.js";
import type { Outcome } from "../outcome.js";

/** Of text written into a file. */
const TEXT_SUFFIX = "txt";

const suffixOf = (format: string): string => (format === "text" ? TEXT_SUFFIX : format);

/**
 * The format that the call names, or that the file's suffix says; else text. A file whose suffix says something else than its
 * content is refused: whoever opens it would take it for broken.
 */
export function formatOf<F extends string>(call: Call, formats: readonly F[]): Outcome<F | "text"> {
  const all = ["text", ...formats] as const;
  const isFormat = (word: string | undefined): word is F | "text" => all.some((format) => format === word);
  const named = optionValue(call, "format");
  const out = optionValue(call, "out");
  if (named !== undefined && !isFormat(named)) {
    const params = { option: "--format (--kieu)", value: named, allowed: all.join(", ") };
    return { ok: false, findings: [reportCall("cli/bad-value", params)] };
  }
  if (out === undefined) return { ok: true, value: named ?? "text" };
  const suffix = /\.([^./\\]+)$/u.exec(out)?.[1]?.toLowerCase();
  const said = all.find((format) => suffixOf(format) === suffix);
  const format = named ?? said;
  const fits = named === undefined ? said !== undefined : suffix === undefined || said === named;
  if (format !== undefined && fits) return { ok: true, value: format };
  const suffixes = (named === undefined ? all : [named]).map((each) => `.${suffixOf(each)}`);
  const params = { path: out, suffixes, ...(named === undefined ? {} : { format: named }) };
  return { ok: false, findings: [reportCall("cli/wrong-suffix", params)] };
}
