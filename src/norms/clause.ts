/** Clauses as an office cites them. Declarations write the short code; findings print the long form. */

/** What stands where a norm is silent. */
export const USAGE = "không quy định, theo thông lệ trình bày";

/**
 * A clause of HD05: `3.2.2` is of Phần II mục I, `IV.4.1` of Phần II mục IV, `PL2.5` row 5 of Phụ lục 2.
 *
 * @param code short code of the clause
 */
export function hd05Clause(code: string): string {
  return cite("Hướng dẫn 05-HD/VPTW", code, [
    [/^PL(\d)\.(.+)$/u, "Phụ lục $1, số $2"],
    [/^([IVX]+)\.(.+)$/u, "Phần II, mục $1, điểm $2"],
    [/^(\d.*)$/u, "Phần II, mục I, điểm $1"],
  ]);
}

/**
 * A clause of HD36: `1.3.2` is of mục II, `PL3` the table of sizes and styles.
 *
 * @param code short code of the clause
 */
export function hd36Clause(code: string): string {
  return cite("Hướng dẫn 36-HD/VPTW", code, [
    [/^PL(\d)$/u, "Phụ lục $1"],
    [/^(\d.*)$/u, "mục II, điểm $1"],
  ]);
}

/**
 * A clause of NĐ30: `II.6.e` is of Phụ lục I Phần I, `V.5` row 5 of its table, `PL3.1.9` a template of Phụ lục III.
 *
 * @param code short code of the clause
 */
export function nd30Clause(code: string): string {
  return cite("Nghị định 30/2020/NĐ-CP", code, [
    [/^PL3\.I$/u, "Phụ lục III, Mục I"],
    [/^PL3\.(.+)$/u, "Phụ lục III, Mẫu $1"],
    [/^Đ(.+)$/u, "Điều $1"],
    [/^V\.(\d+)$/u, "Phụ lục I, Phần I, Mục V, số $1"],
    [/^([IVX]+)\.(\d+)\.(.+)$/u, "Phụ lục I, Phần I, Mục $1, khoản $2, điểm $3"],
    [/^([IVX]+)\.(\d+)$/u, "Phụ lục I, Phần I, Mục $1, khoản $2"],
  ]);
}

function cite(norm: string, code: string, forms: readonly (readonly [RegExp, string])[]): string {
  if (code === USAGE) return USAGE;
  const form = forms.find(([pattern]) => pattern.test(code));
  if (form === undefined) throw new Error(`no form for clause ${code} of ${norm}`);
  return `${norm}, ${code.replace(form[0], form[1])}`;
}
