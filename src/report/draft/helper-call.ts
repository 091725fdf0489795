/** A call of a helper: its arguments are checked. */
export interface HelperCall {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly context: object;
  readonly fn: (context: object) => string;
  readonly inverse: (context: object) => string;
}

/** What is counted; a variable of the template may hold nothing. */
export const nounIn = ({ noun }: HelperCall["options"]): string | undefined => (noun === "" ? undefined : noun);
