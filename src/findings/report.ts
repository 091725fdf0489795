import type { Finding, Place, Wording } from "./finding.js";

/** The parameters that the wording `W` speaks of. */
export type ParamsOf<W> = W extends Wording<infer P> ? P : never;

/**
 * Binds a catalogue of wordings to a function that makes findings of them.
 *
 * @param catalogue wordings by finding id
 * @returns `report(id, params, place)`, which words one finding
 */
export function reporter<C extends { readonly [id: string]: Wording<never> }>(catalogue: C) {
  return <K extends keyof C & string>(id: K, params: ParamsOf<C[K]>, place?: Place): Finding => {
    const wording = catalogue[id] as unknown as Wording<ParamsOf<C[K]>>;
    return {
      id,
      severity: wording.severity,
      found: wording.found(params),
      remedy: wording.remedy(params),
      ...(wording.clause === undefined ? {} : { clause: wording.clause }),
      ...(place === undefined ? {} : { place }),
    };
  };
}
