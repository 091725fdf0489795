/** Keeps overlapping calls in the order in which they began. */

export interface Turn {
  /** Settled when all who came before have ended. */
  readonly come: Promise<void>;
  readonly end: () => void;
}

export interface Turns {
  readonly take: () => Turn;
}

/** A queue in which everyone takes a turn and ends it, in whatever order they get ready. */
export function turnQueue(): Turns {
  let last = Promise.resolve();
  return {
    take: () => {
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const come = last;
      last = come.then(() => ended);
      return { come, end };
    },
  };
}
