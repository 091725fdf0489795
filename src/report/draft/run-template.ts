/** Handlebars, given helpers by name and nothing else. */
import Handlebars from "handlebars";
import type { HelperCall } from "./helper-call.js";
import { declarationOf, HELPER_NAMES, type HelperName } from "./vocabulary.js";

type KnownHelpers = NonNullable<Parameters<typeof Handlebars.compile>[1]>["knownHelpers"] & object;

/**
 * Runs a template that has been checked.
 *
 * @param context names with tokens for what comes from outside
 * @param call answers a helper
 */
export function runTemplate(
  program: hbs.AST.Program,
  context: object,
  call: (name: HelperName, call: HelperCall) => string,
): string {
  const handlebars = Handlebars.create();
  for (const name of HELPER_NAMES) {
    const isBlock = declarationOf(name)?.block === true;
    handlebars.registerHelper(name, function (this: object, ...given: unknown[]) {
      const last = given.at(-1) as Handlebars.HelperOptions;
      const silent = (): string => "";
      const args = given
        .slice(0, -1)
        .flatMap((each) => (Array.isArray(each) ? each : [each]))
        .map(String);
      const options = Object.fromEntries(Object.entries(last.hash).map(([key, value]) => [key, String(value)]));
      return call(name, {
        args,
        options,
        context: this,
        fn: isBlock ? last.fn : silent,
        inverse: last.inverse ?? silent,
      });
    });
  }
  const knownHelpers = Object.fromEntries(HELPER_NAMES.map((name) => [name, true])) as KnownHelpers;
  const apply = handlebars.compile<object>(program, {
    ...{ strict: true, noEscape: true, knownHelpersOnly: true },
    knownHelpers,
  });
  return apply(context);
}
